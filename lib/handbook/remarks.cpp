#include "handbook/remarks.h"

#include <fmt/format.h>

#include "rules/citation.h"

namespace nastavnik {
namespace {

Words condition_of(const Field& field) {
  if (field.with_code.empty())
    return field.with_other ? say({"Нужно, если нет {}.", "Needed where {} is absent."}, field.with)
                            : say({"Нужно, если есть {}.", "Needed where {} is given."}, field.with);
  return field.with_other
             ? say({"Нужно, если {} — не {}.", "Needed where {} is other than {}."}, field.with, field.with_code)
             : say({"Нужно, если {} — {}.", "Needed where {} is {}."}, field.with, field.with_code);
}

}  // namespace

Words by_default(const FieldShape& field) {
  const std::string preset = field.preset_written();
  return preset.empty() ? Words() : say({"По умолчанию {}.", "{} by default."}, preset);
}

Words remarks(const Field& field) {
  Words all;
  const auto add = [&](const Words& words) {
    all.ru += (all.ru.empty() ? "" : " ") + words.ru;
    all.en += (all.en.empty() ? "" : " ") + words.en;
  };
  if (field.may_be_one)
    add({"Единственный пункт можно записать и без списка.", "An only item may stand without a list."});
  if (!field.with.empty()) add(condition_of(field));
  if (!field.instead_of.empty())
    add(say({"Вместо {}, не вместе с ним.", "In place of {}, never beside it."}, field.instead_of));
  if (!field.reported_by.empty()) {
    const auto rules = clause_ids(field.reported_by);
    const std::string ids = fmt::format("{}", fmt::join(rules, ", "));
    add(rules.size() == 1 ? say({"Требует правило {}.", "Asked for by rule {}."}, ids)
                          : say({"Требуют правила {}.", "Asked for by rules {}."}, ids));
  }
  if (field.clause.empty()) return all;
  Words cited;
  for (const auto id : clause_ids(field.clause)) {
    const Words words = clause_words(id);
    cited.ru += (cited.ru.empty() ? "" : ", ") + words.ru;
    cited.en += (cited.en.empty() ? "" : ", ") + words.en;
  }
  add(say({"Основание: {}.", "Basis: {}."}, cited));
  return all;
}

Words note_title(const Field& field) {
  return say({"Пояснение к «{}», если выбрано other", "Explains “{}” where other is chosen"}, field.title);
}

}  // namespace nastavnik
