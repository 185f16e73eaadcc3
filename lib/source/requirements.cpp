#include "source/requirements.h"

#include <algorithm>
#include <iterator>

#include "source/node.h"

namespace nastavnik {
namespace {

constexpr Requirement row(std::string_view id, Text title, Text remedy) {
  return {.id = id, .name = id, .nature = Nature::format, .title = title, .remedy = remedy};
}

/// In the order of YamlRow.
constexpr Requirement rows[] = {
    row("yaml-syntax", {"файл не читается как YAML", "the file cannot be read as YAML"},
        {"исправьте отмеченное место; если оно выглядит верно, посмотрите на строку над ним: кавычки, отступ, двоеточие",
         "correct the place shown; if it looks right, look at the line above it: quotes, indentation, colon"}),
    row("yaml-encoding", {"файл — не чистый текст в кодировке UTF-8", "the file is not clean UTF-8 text"},
        {"сохраните файл в кодировке UTF-8 и уберите отмеченные знаки",
         "save the file as UTF-8 and remove the characters shown"}),
    row("yaml-duplicate-key", {"ключ стоит дважды", "a key stands twice"},
        {"оставьте одно из двух значений", "keep one of the two values"}),
    row("yaml-alias", {"в записи есть якорь или ссылка YAML", "the record has a YAML anchor or alias"},
        {"впишите само значение; если * или & — часть текста, возьмите текст в кавычки",
         "write the value itself; if * or & belongs to the text, put the text in quotes"}),
    row("yaml-tag", {"в записи есть тег YAML", "the record has a YAML tag"},
        {"уберите тег; если восклицательный знак — часть текста, возьмите текст в кавычки",
         "remove the tag; if the exclamation mark belongs to the text, put the text in quotes"}),
    row("yaml-documents", {"в файле больше одной записи", "the file holds more than one record"},
        {"один файл — одна запись: вынесите остальное в другой файл или удалите",
         "one file is one record: move the rest to another file or delete it"}),
    row("yaml-depth",
        {"значения вложены слишком глубоко, или их слишком много", "values nest too deep, or there are too many"},
        {"в записи не бывает такой вложенности: проверьте скобки и отступы",
         "no record nests like this: check brackets and indentation"}),
    row("yaml-empty", {"файл пуст", "the file is empty"},
        {"впишите запись или удалите файл", "write the record or delete the file"}),
    row("yaml-unfinished-merge", {"слияние в git не закончено", "a merge in git is unfinished"},
        {"оставьте из двух вариантов верный, уберите строки <<<<<<<, ======= и >>>>>>>, затем git add и git commit; "
         "отказаться от слияния: git merge --abort",
         "keep the right one of the two versions, remove the lines <<<<<<<, ======= and >>>>>>>, then git add and git "
         "commit; to give the merge up: git merge --abort"}),
};

}  // namespace

const Requirement& row_of(YamlRow row) { return rows[static_cast<std::size_t>(row)]; }

std::span<const Requirement> yaml_requirements() { return rows; }

bool is_of_yaml(const Requirement& row) {
  return std::any_of(std::begin(rows), std::end(rows), [&](const Requirement& one) { return one.id == row.id; });
}

}  // namespace nastavnik
