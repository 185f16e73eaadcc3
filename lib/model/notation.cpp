#include "model/notation.h"

#include "model/ids.h"
#include "model/kinds.h"

namespace nastavnik {
namespace {

// Patterns for the `u` mode of JavaScript, which validators of schemas use.
constexpr auto day_pattern =
    "((19[0-9]{2}|20[0-9]{2}|2100)-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|"
    "02-(0[1-9]|1[0-9]|2[0-8]))|(19(0[48]|[2468][048]|[13579][26])|20(0[048]|[2468][048]|[13579][26]))-02-29)";
constexpr auto month_day_pattern =
    "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))";
constexpr auto line_pattern =
    "[^\\p{Z}\\p{Cc}\uFEFF\uFFFE\uFFFF]([^\\p{Cc}\uFEFF\uFFFE\uFFFF]*[^\\p{Z}\\p{Cc}\uFEFF\uFFFE\uFFFF])?";
constexpr auto prose_pattern =
    "[^\\p{Z}\\p{Cc}\uFEFF\uFFFE\uFFFF]([^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\uFEFF\uFFFE\uFFFF]*[^\\p{Z}\\p{Cc}\uFEFF\uFFFE\uFFFF])?\\n?";
constexpr auto url_pattern = "https?://[^/?#\\p{Z}\\p{Cc}][^\\p{Z}\\p{Cc}]*";
/// A name between two slashes: not empty, not `.` or `..`, no white space at its ends.
constexpr auto segment_pattern =
    "([^./\\\\:\\p{Z}\\p{Cc}]([^/\\\\:\\p{Cc}]*[^/\\\\:\\p{Z}\\p{Cc}])?|"
    "\\.[^./\\\\:\\p{Z}\\p{Cc}]([^/\\\\:\\p{Cc}]*[^/\\\\:\\p{Z}\\p{Cc}])?|\\.\\.[^/\\\\:\\p{Cc}]*[^/\\\\:\\p{Z}\\p{Cc}])";
constexpr auto code_pattern = "[a-z][a-z0-9_]*";

/// `programs` of `programs/`, `organization` of `organization.yaml`, as one alternative of a pattern.
std::string address_pattern() {
  std::string pattern;
  for (const Kind* kind : folder_kinds()) pattern += fmt::format("{}/{}|", kind->folder, kind->id_pattern);
  for (const Kind* kind : single_kinds()) pattern += fmt::format("{}|", kind->folder.substr(0, kind->folder.find('.')));
  pattern.pop_back();
  return fmt::format("({})", pattern);
}

std::size_t longest_id(const Kind& kind) { return kind.is_id == slug_id.matches ? longest_slug : 0; }

}  // namespace

template <>
Notation notation_of<Line>() {
  return {.words = say({"Одна строка, до {} знаков", "One line, up to {} characters"}, Line::longest),
          .refusal = {"Нужен текст; число, true, false, null — в кавычках",
                      "A text is needed; a number, true, false, null go in quotes"},
          .pattern = line_pattern,
          .longest = Line::longest};
}

template <>
Notation notation_of<Prose>() {
  return {.words = say({"Текст, можно в несколько строк, до {} знаков",
                        "Text, of several lines if need be, up to {} characters"},
                       Prose::longest),
          .refusal = {"Нужен текст; число, true, false, null — в кавычках",
                      "A text is needed; a number, true, false, null go in quotes"},
          .pattern = prose_pattern,
          .longest = Prose::longest};
}

template <>
Notation notation_of<Day>() {
  return {.words = {"Дата ГГГГ-ММ-ДД", "A date YYYY-MM-DD"},
          .refusal = {"Нужна дата ГГГГ-ММ-ДД, которая есть в календаре, например 2025-09-01",
                      "A date YYYY-MM-DD that the calendar has is needed, as 2025-09-01"},
          .pattern = day_pattern,
          .example = "2025-09-01"};
}

template <>
Notation notation_of<MonthDay>() {
  return {.words = {"Месяц и день, ММ-ДД", "Month and day, MM-DD"},
          .refusal = {"Нужны месяц и день, ММ-ДД, например 06-01", "A month and a day are needed, MM-DD, as 06-01"},
          .pattern = month_day_pattern,
          .example = "06-01"};
}

template <>
Notation notation_of<YearNumber>() {
  return {.json = Notation::Json::integer,
          .words = {"Год, четыре цифры", "A year, four digits"},
          .refusal = {"Нужен год от 1900 до 2100, без кавычек", "A year from 1900 to 2100 is needed, without quotes"},
          .least = 1900,
          .most = 2100};
}

template <>
Notation notation_of<ClockTime>() {
  return {
      .words = {"Время ЧЧ:ММ, в кавычках", "A time HH:MM, in quotes"},
      .refusal = {"Нужно время ЧЧ:ММ в кавычках, например \"09:30\"", "A time HH:MM in quotes is needed, as \"09:30\""},
      .pattern = "([01][0-9]|2[0-3]):[0-5][0-9]",
      .example = "09:30"};
}

template <>
Notation notation_of<Flag>() {
  return {.json = Notation::Json::truth,
          .words = {"true (да) или false (нет)", "true or false"},
          .refusal = {"Нужно true (да) или false (нет), без кавычек", "true or false is needed, without quotes"}};
}

template <>
Notation notation_of<Url>() {
  return {.words = {"Адрес, начинается с https:// или http://", "An address that begins with https:// or http://"},
          .refusal = {"Нужен адрес, который начинается с https:// или http://, без пробелов",
                      "An address that begins with https:// or http:// is needed, without spaces"},
          .pattern = url_pattern,
          .longest = Url::longest,
          .example = "https://school.example.ru/nastavnichestvo"};
}

template <>
Notation notation_of<Path>() {
  return {.words = {"Путь от папки реестра, через «/»", "A path from the folder of the registry, with /"},
          .refusal = {"Нужен путь от папки реестра, через «/», без «..» и «:»",
                      "A path from the folder of the registry is needed, with /, without .. and :"},
          .pattern = fmt::format("{0}(/{0})*", segment_pattern),
          .longest = Path::longest,
          .example = "scans/prikaz-112.pdf"};
}

template <>
Notation notation_of<OwnCode>() {
  return {.words = {"Код: строчные латинские буквы, цифры и «_», первой буква",
                    "A code: lower-case Latin letters, digits and _, a letter first"},
          .refusal = {"Нужен код: строчные латинские буквы, цифры и «_», первой буква, например multigrade",
                      "A code is needed: lower-case Latin letters, digits and _, a letter first, as multigrade"},
          .pattern = code_pattern,
          .example = "multigrade"};
}

template <>
Notation notation_of<Slug>() {
  return {.words = say({"Короткое имя: {}", "A short name: {}"}, slug_id.shape),
          .refusal = say({"Нужно короткое имя: {}", "A short name is needed: {}"}, slug_id.shape),
          .pattern = std::string(slug_id.pattern),
          .longest = longest_slug,
          .example = "pedagogical-university"};
}

template <>
Notation notation_of<RuleId>() {
  return {
      .words = {"Например, P2-2; все правила показывает nastavnik rules", "As P2-2; nastavnik rules shows all of them"},
      .refusal = {"Нужен номер правила, например P2-2", "The id of a rule is needed, as P2-2"},
      .pattern = "[0-9A-Za-z.-]+",
      .example = "P2-2",
      .names_rule = true};
}

template <>
Notation notation_of<ItemMark>() {
  return {.words = {"Метка пункта: буква и номер", "The id of an item: a letter and a number"},
          .refusal = {"Нужна метка пункта: буква и номер, например a1",
                      "The id of an item is needed: a letter and a number, as a1"},
          .pattern = "[amdsr][1-9][0-9]*",
          .example = "a1"};
}

template <>
Notation notation_of<FieldPath>() {
  return {.words = {"Имя поля; поле внутри другого — через точку: activities.done",
                    "The name of a field; one inside another with a dot: activities.done"},
          .refusal = {"Нужно имя поля, например end или activities.done",
                      "The name of a field is needed, as end or activities.done"},
          .pattern = "[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)*",
          .example = "end"};
}

template <>
Notation notation_of<RecordAddress>() {
  return {.words = {"Адрес записи: папка и номер, например programs/2025-003, или organization",
                    "The address of a record: folder and id, as programs/2025-003, or organization"},
          .refusal = {"Нужен адрес записи, например programs/2025-003 или organization",
                      "The address of a record is needed, as programs/2025-003 or organization"},
          .pattern = address_pattern(),
          .example = "programs/2025-003"};
}

template <>
Notation notation_of<TopicCode>() {
  Notation notation = codes_notation(Codes<Topic>::name, Codes<Topic>::table);
  notation.words = {"Код темы из списка или своей темы из nastavnik.yaml",
                    "The code of a topic of the list, or of one of the school's own in nastavnik.yaml"};
  notation.codes_may_grow = true;
  notation.pattern = code_pattern;
  return notation;
}

Notation whole_notation(int least, int most) {
  if (least == most) {
    return {.json = Notation::Json::integer,
            .words = say({"Всегда {}", "Always {}"}, least),
            .refusal = say({"Здесь всегда {}, без кавычек", "Here it is always {}, without quotes"}, least),
            .least = least,
            .most = most};
  }
  return {.json = Notation::Json::integer,
          .words = say({"Целое число от {} до {}", "A whole number from {} to {}"}, least, most),
          .refusal = say(
              {"Нужно целое число от {} до {}, без кавычек", "A whole number from {} to {} is needed, without quotes"},
              least, most),
          .least = least,
          .most = most};
}

Notation digits_notation(std::size_t count) {
  const Count digits{static_cast<long long>(count), noun::digit};
  return {.words = say({"Ровно {}, в кавычках", "Exactly {}, in quotes"}, digits),
          .refusal = say({"Нужно ровно {}, в кавычках", "Exactly {} are needed, in quotes"}, digits),
          .pattern = fmt::format("[0-9]{{{}}}", count)};
}

Notation local_id_notation(char letter) {
  return {
      .words = say({"Метка: {0} и номер, например {0}1; в записи не повторяется",
                    "An id: {0} and a number, as {0}1; unique in the record"},
                   letter),
      .refusal = say({"Нужна метка: {0} и номер, например {0}1", "An id is needed: {0} and a number, as {0}1"}, letter),
      .pattern = fmt::format("{}[1-9][0-9]*", letter),
      .example = fmt::format("{}1", letter)};
}

Notation codes_notation(std::string_view name, std::span<const Code> codes) {
  return {.words = {"Код из списка", "A code of the list"}, .codes = codes, .codes_name = name};
}

Notation link_notation(const Kind& kind) {
  return {.words = say({"Номер записи из {}/: {}", "The id of a record of {}/: {}"}, kind.folder, kind.id_shape),
          .refusal = say({"Нужен номер записи из {}/: {}", "The id of a record of {}/ is needed: {}"}, kind.folder,
                         kind.id_shape),
          .pattern = std::string(kind.id_pattern),
          .longest = longest_id(kind),
          .example = std::string(kind.id_example)};
}

Notation partner_notation() {
  Notation notation = notation_of<Slug>();
  notation.words = {"Короткое имя партнёра из organization.yaml", "The short name of a partner of organization.yaml"};
  notation.refusal = {"Нужно короткое имя партнёра из organization.yaml, например pedagogical-university",
                      "The short name of a partner of organization.yaml is needed, as pedagogical-university"};
  return notation;
}

Notation target_notation() {
  return {.words = {"Затруднение (d) или сильная сторона (s) наставляемого, например p-031/d1",
                    "A difficulty (d) or a strength (s) of a mentee, as p-031/d1"},
          .refusal = {"Нужны номер наставляемого и метка затруднения или сильной стороны, например p-031/d1",
                      "The id of a mentee and of a difficulty or a strength is needed, as p-031/d1"},
          .pattern = fmt::format("{}/[ds][1-9][0-9]*", person_id.pattern),
          .example = "p-031/d1"};
}

Notation local_link_notation(char letter) {
  Notation notation = local_id_notation(letter);
  notation.words = say({"Метка из этой же записи, например {}1", "An id of the same record, as {}1"}, letter);
  return notation;
}

}  // namespace nastavnik
