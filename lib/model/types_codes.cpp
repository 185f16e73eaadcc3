#include <algorithm>
#include <vector>

#include "base/text.h"
#include "model/ids.h"
#include "model/kinds/codes_people.h"
#include "model/types.h"

// Codes: of the enumerations and of the school's own lists.

namespace nastavnik {
namespace {

std::vector<std::string_view> codes_of(std::span<const Code> table) {
  std::vector<std::string_view> codes;
  for (const Code& row : table) codes.push_back(row.code);
  return codes;
}

/// Whether the text is the label or a good part of its beginning: «устно» of «устно (только для помощника)».
bool begins_label(std::string_view letters, std::string_view label) {
  constexpr std::size_t telling = 4;
  return characters(letters) >= telling && bare_letters(label).starts_with(letters);
}

/// Whether the text is the code but for capitals, or the whole label in either language.
bool is_called(const Code& row, std::string_view text) {
  const std::string letters = bare_letters(text);
  return fold(text) == row.code || letters == bare_letters(row.label.ru) || letters == bare_letters(row.label.en);
}

/// The row whose code or label the text was meant to be.
const Code* nearest(std::string_view text, std::span<const Code> table) {
  const std::string folded = fold(text), letters = bare_letters(text);
  for (const Code& row : table)
    if (folded == row.code || begins_label(letters, row.label.ru) || begins_label(letters, row.label.en)) return &row;
  const std::string_view code = closest(folded, codes_of(table));
  const auto row = std::find_if(table.begin(), table.end(), [&](const Code& r) { return r.code == code; });
  return row == table.end() ? nullptr : &*row;
}

/// «head — руководитель; deputy_head — …».
Words with_meanings(std::span<const Code> table) {
  Words all;
  for (const Code& row : table)
    all = say({"{}{}{} — {}", "{}{}{} – {}"}, all, all.empty() ? "" : "; ", row.code, row.label);
  return all;
}

ValueProblem unknown(std::string_view text, std::span<const Code> table, const Words& allowed) {
  ValueProblem problem{ValueFault::unknown_code, say({"допустимо: {}", "allowed: {}"}, allowed), {}};
  if (const Code* row = nearest(text, table)) {
    problem.closer =
        say({"вероятно, {} — {}; допустимо: {}", "probably {} – {}; allowed: {}"}, row->code, row->label, allowed);
    problem.meant = row->code;
    problem.is_sure = is_called(*row, text);
  }
  return problem;
}

}  // namespace

Problem find_code(std::string_view text, std::span<const Code> table, std::size_t& index) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].code != text) continue;
    index = i;
    return std::nullopt;
  }
  return unknown(text, table, with_meanings(table));
}

Problem check_topic(std::string_view text, std::span<const std::string_view> own) {
  const std::span<const Code> table = Codes<Topic>::table;
  const std::vector<std::string_view> codes = codes_of(table);
  const auto is_among = [&](const auto& words) { return std::find(words.begin(), words.end(), text) != words.end(); };
  if (is_among(codes) || is_among(own)) return std::nullopt;
  Words allowed = with_meanings(table);
  for (const std::string_view code : own) allowed = say({"{}; {}", "{}; {}"}, allowed, code);
  ValueProblem problem = unknown(text, table, allowed);
  const std::string_view near = closest(text, own);
  if (problem.closer.empty() && !near.empty()) {
    problem.closer = say({"вероятно, {}; {}", "probably {}; {}"}, near, problem.label);
  }
  for (Words* words : {&problem.label, &problem.closer}) {
    if (!words->empty())
      *words = say({"{}; свои темы добавляют в nastavnik.yaml", "{}; the school's own go into nastavnik.yaml"}, *words);
  }
  return problem;
}

Problem OwnCode::read(std::string_view text, std::string_view& value) {
  value = text;
  if (is_code(text)) return std::nullopt;
  return ValueProblem{ValueFault::bad_id,
                      {"код — строчные латинские буквы, цифры и «_», первой буква, например multigrade",
                       "a code is lower-case Latin letters, digits and _, a letter first, as multigrade"},
                      {}};
}

Problem TopicCode::read(std::string_view text, std::string_view& value) {
  value = text;
  if (is_code(text)) return std::nullopt;  // whether there is such a topic is known once nastavnik.yaml was read
  return unknown(text, Codes<Topic>::table, with_meanings(Codes<Topic>::table));
}

Problem RuleId::read(std::string_view text, std::string_view& value) {
  value = text;
  const auto fits = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == '-';
  };
  if (!text.empty() && std::all_of(text.begin(), text.end(), fits)) return std::nullopt;
  return ValueProblem{ValueFault::bad_id,
                      {"нужен номер правила, например P2-2; все правила: nastavnik rules",
                       "the id of a rule is needed, as P2-2; all rules: nastavnik rules"},
                      {}};
}

Problem FieldPath::read(std::string_view text, std::string_view& value) {
  value = text;
  bool word = false, fits = true;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || c == '_' || (word && c >= '0' && c <= '9');
    fits = fits && (letter || (c == '.' && word));
    word = letter;
  }
  if (fits && word) return std::nullopt;
  return ValueProblem{ValueFault::bad_id,
                      {"нужно имя поля, например end; поле внутри другого — через точку: activities.done",
                       "the name of a field is needed, as end; one inside another with a dot: activities.done"},
                      {}};
}

}  // namespace nastavnik
