#include "acts/act.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "acts/question.h"
#include "model/kinds.h"
#include "rules/citation.h"
#include "rules/clause.h"

namespace nastavnik {
namespace {

using Strings = std::vector<std::string>;

const Shape& shape_of_folder(std::string_view folder) {
  const auto found = std::ranges::find(kind_shapes(), folder, [](const KindShape& one) { return one.kind->folder; });
  return *found->shape;
}

Words option(const ActQuestion& question) {
  const Text title = field_of(question).field.title;
  return question.is_argument ? Words(title) : say({"--{} ({})", "--{} ({})"}, question.name, title);
}

/// The bank that whoever answers the question stands in, as `enrol` calls it; empty where it asks for none.
std::string_view bank_of_answer(const ActQuestion& question) {
  if (question.field == "pairs.mentor") return "mentor";
  return question.field == "pairs.mentees.person" ? "mentee" : "";
}

void refuse_out_of_place(const ActKind& kind, const Answers& answers, const Typing& typing) {
  for (const ActQuestion& question : kind.questions) {
    if (!answers.has(question.name)) continue;
    const Wanted now = wanted(kind, question, answers, typing);
    if (now.fits) continue;
    throw Refusal{.what = say({"{}: здесь этого не указывают", "{}: this has no place here"}, option(question)),
                  .hint = now.why};
  }
}

void refuse_incomplete(const ActKind& kind, const Answers& answers, const Typing& typing) {
  std::vector<Words> missing;
  Words hint;
  for (const ActQuestion& question : kind.questions) {
    const Wanted now = wanted(kind, question, answers, typing);
    if (answers.has(question.name) || !now.fits || !now.is_required) continue;
    if (missing.empty())
      hint = say({"{} — {}", "{}: {}"}, option(question),
                 question.expects.ru.empty() ? expected(field_of(question), typing) : Words(question.expects));
    missing.push_back(option(question));
  }
  if (!missing.empty())
    throw Refusal{.what = say({"не указано: {}", "missing: {}"}, joined(missing)), .hint = hint, .is_incomplete = true};
}

}  // namespace

const YamlValue* Answers::value(std::string_view question) const {
  const auto found = std::ranges::find(all_, question, [](const auto& one) { return one.first; });
  return found == all_.end() ? nullptr : &found->second;
}

std::string Answers::text(std::string_view question) const {
  const YamlValue* told = value(question);
  return told ? told->text : std::string();
}

Strings Answers::texts(std::string_view question) const {
  Strings texts;
  if (const YamlValue* told = value(question))
    for (const YamlValue& one : told->list) texts.push_back(one.text);
  return texts;
}

std::optional<Date> Answers::day(std::string_view question) const { return parse_date(text(question)); }

void give(std::vector<Given>& given, Strings keys, const Answers& answers, std::string_view question) {
  if (const YamlValue* told = answers.value(question)) given.push_back({std::move(keys), *told});
}

std::span<const ActKind> act_kinds() {
  // clang-format off
  static const std::vector<ActKind> table{
      appointing(),
      enrolling(),
      pairing(),
      signing(),
      drawing_up(),
      carrying_out(),
      moving(),
      dropping(),
      extending(),
      shortening(),
      correcting(),
      completing(),
      replacing(),
      resigning(),
      joining(),
      leaving(),
      releasing(),
      meeting(),
      visiting(),
      checking_by_curator(),
      surveying(),
      training(),
      holding_event(),
      reviewing(),
      monitoring(),
      consenting(),
      publishing(),
      updating(),
      unpublishing(),
      opening_year(),
      closing_year(),
  };
  // clang-format on
  return table;
}

const ActKind* find_act(std::string_view name) {
  const auto found = std::ranges::find(act_kinds(), name, &ActKind::name);
  return found == act_kinds().end() ? nullptr : &*found;
}

const ActKind* act_covering(std::string_view path) {
  for (const ActKind& kind : act_kinds())
    for (std::string_view rest = kind.covers; !rest.empty();) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      const std::string_view one = rest.substr(0, comma);
      rest.remove_prefix(std::min(comma + 1, rest.size()));
      const bool is_kind = one.find('.', one.find(".yaml") == one.npos ? 0 : one.find(".yaml") + 5) == one.npos;
      if (path == one || (!is_kind && path.starts_with(one) && path[one.size()] == '.')) return &kind;
    }
  return nullptr;
}

FieldShape field_of(const ActQuestion& question) {
  FieldShape field;
  if (question.choice) {
    field.value = question.choice;
  } else if (!question.is_flag) {
    const std::size_t folder = question.field.starts_with("organization.yaml") ? question.field.find('.') + 1 : 0;
    const std::size_t dot = question.field.find('.', folder);
    field = *question_at(shape_of_folder(question.field.substr(0, dot)), question.field.substr(dot + 1)).field;
  }
  if (question.is_list && field.holds == FieldShape::Holds::value) field.holds = FieldShape::Holds::values;
  if (!question.title.ru.empty()) field.field.title = question.title;
  field.field.key = question.name;
  return field;
}

Wanted wanted(const ActKind& kind, const ActQuestion& question, const Answers& answers, const Typing& typing) {
  Wanted now = kind.wanted ? kind.wanted(question.name, answers, typing) : Wanted();
  now.is_required = now.is_required || question.is_required;
  if (now.suggested.empty()) now.suggested = question.preset;
  return now;
}

YamlValue answer_typed(const ActQuestion& question, const Strings& words, const Typing& typing) {
  const FieldShape field = field_of(question);
  const std::string word = fmt::format("{}", fmt::join(words, " "));
  try {
    if (field.is_list()) return as_list(field, values_typed(field, parted(field, words, typing), typing));
    return value_typed(*field.value, field.field, word, typing);
  } catch (Refusal& refusal) {
    if (!refusal.meant.records.empty() || refusal.meant.unseen) throw;
    if (const std::string_view bank = bank_of_answer(question); !bank.empty())
      refusal.hint = say({"кого в реестре ещё нет, вносят в банк: nastavnik enrol {} 'Фамилия Имя Отчество'",
                          "who is not on record yet is entered in the bank: nastavnik enrol {} 'SURNAME NAME'"},
                         bank);
    if (!question.may_be_new) throw;
    if (word.find(' ') == word.npos) {
      refusal.hint = Text{"кого в реестре ещё нет, назовите полностью: фамилия, имя, отчество",
                          "who is not on record yet is named in full: surname, given name, patronymic"};
      throw;
    }
    return field.is_list() ? yaml_items({yaml_text(word)}) : yaml_text(word);
  }
}

Act act_told(const ActKind& kind, Answers answers, const Typing& typing, const Lot& lot) {
  refuse_out_of_place(kind, answers, typing);
  for (const ActQuestion& question : kind.questions) {
    const Wanted now = wanted(kind, question, answers, typing);
    const bool is_asked = now.is_required && typing.year_follows;  // who may leave out a year can be asked
    if (!question.preset.empty() && !answers.has(question.name) && now.fits && !is_asked)
      answers.put(question.name, answer_typed(question, {std::string(question.preset)}, typing));
  }
  refuse_incomplete(kind, answers, typing);
  Act act = kind.act(answers, typing, lot);
  Words clauses;
  for (const std::string_view id : clause_ids(kind.clauses))
    clauses = clauses.empty() ? clause_words(id) : say({"{}, {}", "{}, {}"}, clauses, clause_words(id));
  act.grounds.insert(act.grounds.begin(), clauses);
  return act;
}

}  // namespace nastavnik
