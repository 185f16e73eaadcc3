#include "acts/typed_value.h"

#include <algorithm>
#include <array>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "acts/act.h"
#include "acts/linked.h"
#include "base/ascii.h"
#include "base/first_letter.h"
#include "base/keyboard.h"
#include "base/text.h"
#include "edit/parsed_text.h"
#include "model/day_typed.h"
#include "model/kinds.h"
#include "model/kinds/orders.h"
#include "model/kinds/organization.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"
#include "model/kinds/settings.h"
#include "rules/fingerprint.h"
#include "source/encoding.h"

namespace nastavnik {
namespace {

bool is_native(const ValueShape& type) { return type.notation().json != Notation::Json::text; }

[[noreturn]] void refuse(const Field& field, std::string_view word, const Words& why) {
  throw Refusal{.what = say({"{}: «{}» не подходит", "{}: '{}' will not do"}, called(field), word), .hint = why};
}

// What is written

/// An id is plain as long as YAML reads it as a text.
YamlValue id_value(std::string_view id) {
  const bool has_hyphen = id.find('-') != id.npos;
  return has_hyphen && !id.empty() && is_digit(id.front()) ? yaml_word(id) : yaml_text(id);
}

YamlValue as_written(const ValueShape& type, std::string_view text) {
  if (is_native(type) || type.sort == Sort::day || type.sort == Sort::month_day) return yaml_word(text);
  return yaml_text(text);
}

/// What a problem says was meant stands there as in a file, in quotes where it needs them.
std::string without_quotes(std::string_view written) {
  const std::string line = fmt::format("k: {}\n", written);
  const ParsedText parsed(line);
  return parsed.read && parsed.root ? std::string(parsed.root->entries.front().value->text) : std::string(written);
}

// Days

/// The nearest such day behind or ahead, as the field goes; where the other one is near, either may be meant.
Date with_year(std::chrono::month_day typed, const Field& field, std::string_view word, const Typing& typing) {
  constexpr int near = 61;
  const Date day = typing.registry().day();
  if (!typing.year_follows)
    refuse(field, word, Text{"нужен год, например 15.09.2025", "the year is needed: 15.09.2025"});
  const Date last = last_such(typed, day), next = next_such(typed, day);
  const bool is_planned = field.when_ == When::planned;
  if (last < day && (is_planned ? day - last : next - day) <= near)
    refuse(field, word, say({"нужен год: {} или {}?", "the year is needed: {} or {}?"}, last, next));
  return is_planned ? next : last;
}

YamlValue day_value(const ValueShape& type, const Field& field, std::string_view word, const Typing& typing) {
  const auto typed = day_typed(word, typing.registry().day());
  if (!typed) {
    const std::string figures = in_figures_alone(word, typing.registry().day());
    const Problem problem = type.read(figures.empty() ? word : figures);
    const bool no_day = problem && problem->meant.empty() && !problem->closer.empty();
    refuse(field, word,
           no_day ? problem->closer
                  : Words(Text{"нужна дата, например 15.09.2025", "a date is needed, as 15.09.2025 or 2025-09-15"}));
  }
  const auto* date = std::get_if<Date>(&*typed);
  return yaml_word(iso(date ? *date : with_year(std::get<std::chrono::month_day>(*typed), field, word, typing)));
}

YamlValue month_day_value(const ValueShape& type, const Field& field, std::string_view word, const Typing& typing) {
  if (!type.read(word)) return yaml_word(word);
  const auto typed = day_typed(word, typing.registry().day());
  if (typed && std::holds_alternative<std::chrono::month_day>(*typed)) {
    const auto found = std::get<std::chrono::month_day>(*typed);
    return yaml_word(
        fmt::format("{:02}-{:02}", static_cast<unsigned>(found.month()), static_cast<unsigned>(found.day())));
  }
  refuse(field, word, Text{"нужны день и месяц, например 01.06", "a day and a month are needed, as 01.06"});
}

// Records

std::string id_of(std::string_view address) { return std::string(address.substr(address.find('/') + 1)); }

YamlValue link_value(const ValueShape& type, const Field& field, std::string_view word, const Typing& typing) {
  const Kind& kind = *folder_kinds()[type.kind];
  Meant meant = linked_by(kind, word, typing.loaded);
  if (meant.is_one()) return id_value(id_of(meant.records.front()));
  throw Refusal{
      .what = say({"{0}: в {1}/ нет «{2}»", "{0}: there is no '{2}' in {1}/"}, called(field), kind.folder, word),
      .hint = say({"новая запись: {}", "a new record: {}"}, command_for_new(kind)),
      .word = std::string(word),
      .meant = std::move(meant)};
}

std::vector<Named> partners_of(const Registry& registry) {
  std::vector<Named> all;
  for (const Partner& partner : registry.organization().partners)
    if (partner.id.given()) {
      const std::string name(partner.name.given() ? *partner.name : std::string_view());
      all.push_back({std::string(*partner.id), {name, name}});
    }
  return all;
}

/// `p-031/d1`, «Белов/d1».
YamlValue target_value(const ValueShape& type, const Field& field, std::string_view word, const Typing& typing) {
  const std::size_t slash = word.find('/');
  const std::string_view whom = word.substr(0, slash);
  if (slash == word.npos) refuse(field, word, type.read(word)->label);
  const Meant meant = find_person(whom, typing.registry().all<Person>(), false);
  if (!meant.is_one())
    throw Refusal{.what = say({"{}: в people/ нет «{}»", "{}: there is nobody '{}' in people/"}, called(field), whom),
                  .word = std::string(whom),
                  .meant = meant};
  const std::string target = fmt::format("{}{}", id_of(meant.records.front()), word.substr(slash));
  if (const Problem problem = type.read(target)) refuse(field, word, problem->label);
  return yaml_text(target);
}

// What has names

/// In words alone: they are what is typed.
Words allowed(const std::vector<Named>& all) {
  std::vector<Words> titles;
  for (const Named& one : all) titles.push_back(one.title);
  return say({"допустимо: {}", "allowed: {}"}, listed(titles));
}

/// The key of the one that is meant.
std::string key_named(const std::vector<Named>& all, const Field& field, std::string_view word) {
  const std::vector<std::size_t> found = named_by(word, all);
  if (found.size() == 1) return all[found.front()].key;
  const auto numbered = std::ranges::find_if(all, [&](const Named& one) {  // «2» of «2) по инициативе участников»
    return found.empty() && one.title.ru.starts_with(fmt::format("{})", word));
  });
  if (numbered != all.end()) return numbered->key;
  if (!found.empty())
    refuse(field, word, say({"подходит к нескольким: {}", "it fits several: {}"}, listed(found, all)));
  refuse(field, word,
         all.empty() ? Words(Text{"таких ещё не записано", "there are none on record yet"}) : allowed(all));
}

YamlValue other_value(const ValueShape& type, const Field& field, std::string_view word) {
  if (type.notation().json == Notation::Json::truth)
    if (const std::optional<bool> said = yes_or_no(word)) return yaml_word(*said ? "true" : "false");
  if (type.notation().json == Notation::Json::truth && type.read(word))
    refuse(field, word, Text{"нужно: да или нет", "wanted: yes or no"});
  const Problem problem = type.read(word);
  if (!problem) return as_written(type, word);
  if (!problem->meant.empty() && !type.read(without_quotes(problem->meant)))
    return as_written(type, without_quotes(problem->meant));
  refuse(field, word, problem->words(false));
}

}  // namespace

std::optional<bool> yes_or_no(std::string_view typed) {
  constexpr std::array yes{std::string_view("да"), std::string_view("д"), std::string_view("yes")};
  constexpr std::array no{std::string_view("нет"), std::string_view("н"), std::string_view("no")};
  const std::string word = fold(typed);
  if (word == "y" || word == "n") return word == "y";  // no letter of the other layout
  for (const std::string& one : {word, typed_in_russian(word), typed_in_latin(word)}) {
    if (std::ranges::count(yes, one) != 0) return true;
    if (std::ranges::count(no, one) != 0) return false;
  }
  return std::nullopt;
}

bool is_free_text(const ValueShape& type) {
  const Notation notation = type.notation();
  return !is_native(type) && notation.codes.empty() &&
         (type.sort == Sort::text || type.sort == Sort::path || type.sort == Sort::other);
}

Words command_for_new(const Kind& kind) {
  if (const ActKind* act = act_covering(kind.folder)) return say({"nastavnik {}", "nastavnik {}"}, act->name);
  const std::string_view title = kind.title.ru, one = title.substr(0, title.find(" или "));
  const std::size_t blank = one.rfind(' ');
  return say({"nastavnik new {}", "nastavnik new {}"},
             Words(std::string(one.substr(blank == one.npos ? 0 : blank + 1)), std::string(kind.folder)));
}

Words called(const Field& field) { return say({"{} ({})", "{} ({})"}, field.title, field.key); }

std::vector<Named> codes_of(const ValueShape& type, const Registry& registry) {
  std::vector<Named> all;
  for (const Code& code : type.notation().codes) all.push_back({std::string(code.code), code.label});
  if (type.sort != Sort::topic) return all;
  for (const OwnTopic& own : registry.settings().topics)
    if (own.code.given()) {
      const std::string title(own.title.given() ? *own.title : *own.code);
      all.push_back({std::string(*own.code), {title, title}});
    }
  return all;
}

/// A blank that keeps words on one line comes along with what is copied from elsewhere; by it a name would be another one.
static std::string with_plain_blanks(std::string_view word) {
  std::string plain(word);
  for (const std::string_view blank : {"\u00a0", "\u202f"})
    for (std::size_t at = plain.find(blank); at != plain.npos; at = plain.find(blank, at))
      plain.replace(at, blank.size(), " ");
  return plain;
}

/// What no record may hold, and where it stands.
static void refuse_signs(const Field& field, std::string_view word) {
  Findings findings;
  check_encoding(0, word, findings);
  if (findings.empty()) return;
  const std::string_view before = word.substr(0, findings.front().span.begin);
  refuse(field, word,
         say({"знак {}, после «{}»: {}", "character {}, after '{}': {}"}, characters(before) + 1, before,
             findings.front().label));
}

/// Who types it means that there is nothing.
static void refuse_dash(const Field& field, std::string_view word) {
  constexpr std::array dashes{std::string_view("-"), std::string_view("–"), std::string_view("—")};
  if (std::ranges::count(dashes, word) != 0)
    refuse(field, word,
           Text{"прочерк ничего не значит; чтобы поля не было: nastavnik remove",
                "a dash says nothing; to have no such field: nastavnik remove"});
}

/// «120-од» of «№ 120 - од».
static std::string as_number(std::string_view word) {
  for (const std::string_view sign : {"№", "N "})
    if (word.starts_with(sign)) word = trimmed(word.substr(sign.size()));
  std::string number;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool beside_hyphen =
        number.ends_with('-') || word.substr(std::min(word.find_first_not_of(' ', i), word.size())).starts_with('-');
    if (word[i] != ' ' || !beside_hyphen) number += word[i];
  }
  return number;
}

YamlValue value_typed(const ValueShape& type, const Field& field, std::string_view typed, const Typing& typing) {
  std::string word = without_unseen(with_plain_blanks(typed));
  if (field.key == "number") word = as_number(word);
  refuse_signs(field, word);
  refuse_dash(field, word);
  switch (type.sort) {
    case Sort::day: return day_value(type, field, word, typing);
    case Sort::month_day: return month_day_value(type, field, word, typing);
    case Sort::link: return link_value(type, field, word, typing);
    case Sort::target: return target_value(type, field, word, typing);
    case Sort::partner: return id_value(key_named(partners_of(typing.registry()), field, word));
    default: break;
  }
  const std::vector<Named> codes = codes_of(type, typing.registry());
  return codes.empty() ? other_value(type, field, word) : yaml_text(key_named(codes, field, word));
}

/// What stands between commas, where a code in words may have commas itself.
static std::vector<std::string> parted(std::string_view word, const std::vector<Named>& codes) {
  const std::vector<std::string_view> pieces = at_commas(word);
  std::vector<std::string> parts;
  for (std::size_t begin = 0, end = 0; begin < pieces.size(); begin = end) {
    std::string part;
    for (end = pieces.size(); end > begin; --end) {
      part = fmt::format("{}", fmt::join(pieces.begin() + static_cast<std::ptrdiff_t>(begin),
                                         pieces.begin() + static_cast<std::ptrdiff_t>(end), ", "));
      if (end == begin + 1 || named_by(part, codes).size() == 1) break;
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

/// Where a comma may be meant, a semicolon is.
static std::string at_semicolons(std::string word) {
  std::ranges::replace(word, ';', ',');
  return word;
}

/// «Белова и Ким», «Белову с Ким»: what binds people together is none of them.
static std::string without_bindings(const std::string& word) {
  constexpr std::array bindings{"и", "с", "со", "and", "with"};
  std::istringstream words(word);
  std::string told;
  for (std::string one; words >> one;) {
    const bool binds = std::ranges::find(bindings, fold(one)) != bindings.end();
    told += binds ? "," : (told.empty() || told.ends_with(',') ? "" : " ") + one;
  }
  return at_semicolons(std::move(told));
}

std::vector<std::string> parted(const FieldShape& list, const std::vector<std::string>& words, const Typing& typing) {
  if (is_free_text(*list.value)) return words;
  const std::vector<Named> codes = codes_of(*list.value, typing.registry());
  std::vector<std::string> all;
  for (const std::string& word : words)
    for (std::string& part :
         parted(list.value->sort == Sort::link ? without_bindings(word) : at_semicolons(word), codes))
      if (!part.empty()) all.push_back(std::move(part));
  return all;
}

std::vector<YamlValue> values_typed(const FieldShape& list, const std::vector<std::string>& words,
                                    const Typing& typing) {
  std::vector<YamlValue> values;
  for (const std::string& word : parted(list, words, typing)) {
    YamlValue value = value_typed(*list.value, list.field, word, typing);
    const bool is_there = std::ranges::any_of(values, [&](const YamlValue& one) { return one.text == value.text; });
    if (!is_there || is_free_text(*list.value)) values.push_back(std::move(value));
  }
  return values;
}

YamlValue as_list(const FieldShape& list, std::vector<YamlValue> items) {
  if (list.is_mapping() || is_free_text(*list.value)) return yaml_items(std::move(items));
  YamlValue words = yaml_words({});
  words.list = std::move(items);
  return words;
}

/// Whether the word is the day, of any year where it has none.
static bool is_day(std::string_view word, std::string_view written, const Typing& typing) {
  const auto typed = day_typed(word, typing.registry().day());
  const auto there = parse_date(written);
  if (!typed || !there) return false;
  if (const auto* date = std::get_if<Date>(&*typed)) return *date == *there;
  return std::get<std::chrono::month_day>(*typed) == std::chrono::month_day(there->ymd().month(), there->ymd().day());
}

bool means(const ValueShape& type, std::string_view word, std::string_view written, const Typing& typing) {
  if (word == written || fold(word) == fold(written)) return true;
  if (type.sort == Sort::day) return is_day(word, written, typing);
  if (type.sort == Sort::link) {
    const Meant meant = linked_by(*folder_kinds()[type.kind], word, typing.loaded);
    return std::ranges::any_of(meant.records, [&](const std::string& one) { return id_of(one) == written; });
  }
  try {
    return value_typed(type, {}, word, typing).text == written;
  } catch (const Refusal&) {
    return false;
  }
}

static Words expected_link(const Kind& kind) {
  if (kind.folder == Person::kind.folder)
    return Text{"человек: фамилия или номер, например p-017", "a person: the surname or the id, as p-017"};
  if (kind.folder == Pair::kind.folder || kind.folder == Program::kind.folder)
    return say({"фамилия участника или номер записи из {}/, например {}",
                "the surname of a participant or the id of a record of {}/, as {}"},
               kind.folder, kind.id_example);
  return say({"номер записи из {}/, например {}", "the id of a record of {}/, as {}"}, kind.folder, kind.id_example);
}

Words expected(const FieldShape& field, const Typing& typing) {
  if (field.is_mapping()) {
    std::vector<Words> titles;
    for (const FieldShape& inner : field.fields()) titles.push_back(inner.field.title);
    return say({"поля: {}", "fields: {}"}, listed(titles));
  }
  if (field.value->sort == Sort::day) return Text{"дата, например 15.09.2025", "a date, as 15.09.2025 or 2025-09-15"};
  if (field.value->sort == Sort::link) return expected_link(*folder_kinds()[field.value->kind]);
  const std::vector<Named> codes = codes_of(*field.value, typing.registry());
  if (!codes.empty()) return allowed(codes);
  const Notation notation = field.notation();
  const Words shape(with_small_letter(notation.words.ru), with_small_letter(notation.words.en));
  return notation.example.empty() ? shape : say({"{}; например {}", "{}; for example {}"}, shape, notation.example);
}

}  // namespace nastavnik
