#include "model/requirements.h"

namespace nastavnik {
namespace {

constexpr Requirement rows[] = {
    {.id = "record-unknown-key",
     .name = "record-unknown-key",
     .title = {"неизвестный ключ", "unknown key"},
     .remedy = {"исправьте ключ; свои поля начинаются с «x-»", "correct the key; fields of your own begin with “x-”"}},
    {.id = "record-missing-key",
     .name = "record-missing-key",
     .title = {"нет обязательного ключа", "a required key is missing"},
     .remedy = {"добавьте ключ или уберите запись, если она не нужна",
                "add the key, or remove the entry if it is not needed"}},
    {.id = "record-missing-companion",
     .name = "record-missing-companion",
     .title = {"нет ключа, которого требует соседний", "a key that its neighbour demands is missing"},
     .remedy = {"добавьте недостающий ключ", "add the missing key"}},
    {.id = "record-one-too-many",
     .name = "record-one-too-many",
     .title = {"два ключа, из которых нужен один", "two keys of which only one may stand"},
     .remedy = {"оставьте тот ключ, который верен", "keep the key that is right"}},
    {.id = "record-wrong-type",
     .name = "record-wrong-type",
     .title = {"значение не того вида", "a value of the wrong type"},
     .remedy = {"запишите значение так, как сказано", "write the value as described"}},
    {.id = "record-bad-text",
     .name = "record-bad-text",
     .title = {"неправильно записанный текст", "a text that is not well formed"},
     .remedy = {"исправьте текст", "correct the text"}},
    {.id = "yaml-needs-quotes",
     .name = "yaml-needs-quotes",
     .severity = Severity::warning,
     .title = {"текст без кавычек, который другие программы примут за число или пустое значение",
               "an unquoted text that other programs read as a number, a truth value or nothing"},
     .remedy = {"возьмите значение в кавычки", "put the value in quotes"}},
    {.id = "yaml-text-cut-off",
     .name = "yaml-text-cut-off",
     .severity = Severity::info,
     .title = {"текст, конец которого YAML принял за примечание", "a text whose end YAML took for a comment"},
     .remedy = {"если это текст, возьмите его в кавычки целиком; если примечание, поставьте после # пробел",
                "if it is text, put all of it in quotes; if it is a comment, put a space after the #"}},
    {.id = "S-01",
     .name = "malformed-or-repeated-id",
     .title = {"номер или метка записаны неверно или повторяются", "an id is malformed or used twice"},
     .remedy = {"переименуйте файл или исправьте метку (id) по образцу; каждая метка в записи встречается один раз",
                "rename the file or correct the id to the pattern; use each id once in a record"}},
    {.id = "S-02",
     .name = "dangling-link",
     .title = {"ссылка ведёт на запись, которой нет", "a link names a record that does not exist"},
     .remedy = {"исправьте номер в ссылке или создайте недостающую запись",
                "correct the id in the link or create the missing record"},
     .scope = Scope::links},
    {.id = "S-03",
     .name = "impossible-date",
     .title = {"невозможная дата", "an impossible date"},
     .remedy = {"сверьте дату с документом и запишите её в виде ГГГГ-ММ-ДД",
                "compare the date with the paper and write it as YYYY-MM-DD"}},
    {.id = "S-04",
     .name = "unknown-code",
     .title = {"код не из перечня или не пояснён", "a code that is not in the list, or is left unexplained"},
     .remedy = {"выберите код из перечня; при other добавьте пояснение в соседнее поле с окончанием _note",
                "choose a code from the list; with other, explain it in the neighbouring field that ends in _note"}},
    {.id = "file-unreadable",
     .name = "file-unreadable",
     .title = {"файл не удалось прочитать", "a file could not be read"},
     .remedy = {"дайте доступ к файлу или замените его обычным файлом",
                "grant access to the file or replace it with a regular one"}},
    {.id = "file-missing",
     .name = "file-missing",
     .title = {"нет обязательного файла", "a required file is missing"},
     .remedy = {"создайте файл", "create the file"}},
    {.id = "file-misplaced",
     .name = "file-misplaced",
     .title = {"файл или папка не на своём месте", "a file or folder out of place"},
     .remedy = {"перенесите файл в папку своего вида или уберите его",
                "move the file to the folder of its kind or remove it"}},
    {.id = "file-misnamed",
     .name = "file-misnamed",
     .title = {"неправильное имя файла", "a wrong file name"},
     .remedy = {"переименуйте файл", "rename the file"}},
};

}  // namespace

const Requirement& row_of(Structure structure) { return rows[static_cast<std::size_t>(structure)]; }

const Requirement& row_of(ValueFault fault) {
  switch (fault) {
    case ValueFault::wrong_type: return row_of(Structure::wrong_type);
    case ValueFault::bad_text: return row_of(Structure::bad_text);
    case ValueFault::bad_id: return row_of(Structure::bad_id);
    case ValueFault::bad_date: return row_of(Structure::bad_date);
    case ValueFault::unknown_code: return row_of(Structure::unknown_code);
  }
  return row_of(Structure::wrong_type);
}

std::span<const Requirement> structural_requirements() { return rows; }

Words after_what_stands_there(std::string_view text, const Words& label) {
  constexpr std::size_t longest = 60;
  if (text.size() > longest || text.find('\n') != text.npos) return label;
  return say({"найдено «{}»; {}", "found “{}”; {}"}, text, label);
}

}  // namespace nastavnik
