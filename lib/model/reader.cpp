#include "model/reader.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/date_words.h"
#include "base/text.h"
#include "model/meant_key.h"
#include "model/notions/mentions.h"
#include "model/requirements.h"

namespace nastavnik {
namespace {

constexpr std::string_view note_suffix = "_note";

Text name_of(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null: return {"пусто", "nothing"};
    case Node::Kind::scalar: return {"одно значение", "a single value"};
    case Node::Kind::list: return {"список", "a list"};
    case Node::Kind::map: return {"набор полей", "a mapping"};
  }
  return {};
}

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

std::string_view without_sign(std::string_view text) {
  return text.starts_with('-') || text.starts_with('+') ? text.substr(1) : text;
}

bool is_core_float(std::string_view text) {
  text = without_sign(text);
  if (text == ".inf" || text == ".Inf" || text == ".INF") return true;
  const std::size_t exponent = text.find_first_of("eE");
  if (exponent != text.npos && !all_digits(without_sign(text.substr(exponent + 1)))) return false;
  const std::string_view mantissa = text.substr(0, exponent);
  const std::size_t point = mantissa.find('.');
  const std::string_view whole = mantissa.substr(0, point);
  const std::string_view part = point == mantissa.npos ? std::string_view() : mantissa.substr(point + 1);
  if (!whole.empty() && !all_digits(whole)) return false;
  if (!part.empty() && !all_digits(part)) return false;
  return !whole.empty() || !part.empty();
}

/// Whether the YAML 1.2 core schema reads the plain scalar as something other than a text.
bool is_core_native(std::string_view text) {
  static constexpr std::string_view words[] = {"null",  "Null",  "NULL",  "~",    "true", "True", "TRUE",
                                               "false", "False", "FALSE", ".nan", ".NaN", ".NAN"};
  if (text.empty() || std::find(std::begin(words), std::end(words), text) != std::end(words)) return true;
  if (text.starts_with("0o")) return text.size() > 2 && text.find_first_not_of("01234567", 2) == text.npos;
  if (text.starts_with("0x"))
    return text.size() > 2 && text.find_first_not_of("0123456789abcdefABCDEF", 2) == text.npos;
  return is_core_float(text);
}

bool is_own_key(std::string_view key) {
  return key.size() > 2 && key.starts_with("x-") &&
         key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-", 2) == key.npos;
}

ReplaceBytes whole(Span span, std::string bytes) { return {span.begin, span.begin + span.size, std::move(bytes)}; }

/// The value between two signs.
std::vector<ReplaceBytes> between(Span span, const char* opens, const char* closes) {
  const std::size_t end = span.begin + span.size;
  return {{span.begin, span.begin, opens}, {end, end, closes}};
}

/// The code that makes the missing field required: the value itself or an item of the list.
const Node* demanding_code(const Node& value, const Field& missing) {
  const auto demands = [&](const Node& node) {
    return node.kind == Node::Kind::scalar && !node.broken && (node.text == missing.with_code) != missing.with_other;
  };
  if (demands(value)) return &value;
  const auto item =
      std::find_if(value.items.begin(), value.items.end(), [&](const Node* node) { return demands(*node); });
  return item == value.items.end() ? nullptr : *item;
}

std::string joined(const std::vector<std::string>& keys) { return fmt::format("{}", fmt::join(keys, ", ")); }

}  // namespace

std::string Reader::Known::text() const { return std::string(key) + std::string(note ? note_suffix : ""); }

std::string Reader::Known::folded_title() const { return note ? std::string() : fold(title.ru); }

void Reader::finish() {
  find_slips();
  report_missed();
  report_unknown_keys();
  report_order();
}

const NodeEntry* Reader::find(std::string_view key) {
  const NodeEntry* first = nullptr;
  for (std::size_t i = 0; i < map_.entries.size(); ++i) {
    if (map_.entries[i].key != key) continue;
    taken_[i] = true;
    if (!first) first = &map_.entries[i];
  }
  return first;
}

const NodeEntry* Reader::sibling(std::string_view key) const {
  const auto found =
      std::find_if(map_.entries.begin(), map_.entries.end(), [&](const NodeEntry& entry) { return entry.key == key; });
  return found == map_.entries.end() ? nullptr : &*found;
}

bool Reader::is_slip_of(std::string_view key) const {
  return std::find(slips_.begin(), slips_.end(), key) != slips_.end();
}

/// A key that nobody knows was meant for the known one nearest to it: that field is there, but broken.
void Reader::find_slips() {
  const std::size_t unknown = static_cast<std::size_t>(std::count(taken_.begin(), taken_.end(), false));
  if (unknown == 0) return;
  std::vector<KnownKey> keys;
  for (const bool missing : {true, false})  // of two keys as near the one that is not there was meant
    for (const Known& known : known_)
      if ((known.presence != nullptr) == missing) keys.push_back({known.text(), known.folded_title()});
  slips_.resize(taken_.size());
  std::size_t looked_at = 0;
  for (std::size_t i = 0; i < taken_.size() && looked_at <= most_alike; ++i) {
    const NodeEntry& entry = map_.entries[i];
    if (taken_[i] || is_own_key(entry.key)) continue;
    const bool is_one_too_many = looked_at++ == most_alike;  // it, or one behind it, may be meant for any field
    if (!is_one_too_many) slips_[i] = meant_key(entry.key, keys);
    for (const Known& known : known_) {
      if (!known.presence || (!is_one_too_many && slips_[i] != known.text())) continue;
      *known.presence = Presence::broken;
      *known.span = entry.key_span;
    }
  }
}

void Reader::report_missed() {
  for (const Wanted& wanted : wanted_) {
    const Known& known = known_[wanted.known];
    if (*known.presence == Presence::broken) continue;
    if (wanted.other) {
      report(row_of(Structure::unknown_code), *wanted.other,
             say({"код «other» поясняют в поле «{}», его нет",
                  "the code “other” is explained in the field “{}”, which is missing"},
                 known.text()));
    } else if (is_missed(wanted.field)) {
      *known.presence = Presence::broken;
      *known.span = map_.span;
    }
  }
}

/// Whether the schema demands the field, which is absent; then that is reported.
bool Reader::is_missed(const Field& field) {
  if (field.need == Need::required) {
    report(row_of(Structure::missing_key), map_.span,
           say({"нет ключа «{}» ({})", "there is no key “{}” ({})"}, field.key, field.title));
    return true;
  }
  return !field.with.empty() && !is_slip_of(field.with) && is_missed_by(sibling(field.with), field);
}

bool Reader::is_missed_by(const NodeEntry* sibling, const Field& field) {
  const Requirement& row = row_of(Structure::missing_companion);
  if (!field.with_code.empty()) {
    const Node* code = sibling ? demanding_code(*sibling->value, field) : nullptr;
    if (code)
      report(row, code->span,
             say({"при «{}: {}» нужно и «{}» ({})", "with “{}: {}”, “{}” is needed too ({})"}, field.with, code->text,
                 field.key, field.title));
    return code;
  }
  if (field.with_other == (sibling != nullptr)) return false;
  if (sibling)
    report(row, sibling->key_span,
           say({"раз есть «{}», нужно и «{}» ({})", "as there is “{}”, “{}” is needed too ({})"}, field.with, field.key,
               field.title));
  else
    report(
        row, map_.span,
        say({"нет ни «{}» ({}), ни «{}»", "there is neither “{}” ({}) nor “{}”"}, field.key, field.title, field.with));
  return true;
}

const NodeEntry* Reader::take(const Field& field, Presence& presence, Span& span) {
  known_.push_back({field.key, field.title, false});
  const NodeEntry* entry = find(field.key);
  if (!entry) {
    known_.back().presence = &presence;
    known_.back().span = &span;
    if (field.need == Need::required || !field.with.empty()) wanted_.push_back({field, known_.size() - 1});
    return nullptr;
  }
  if (!field.instead_of.empty() && sibling(field.instead_of))
    report(row_of(Structure::one_too_many), entry->key_span,
           say({"«{}» и «{}» вместе не пишут: нужно одно из двух", "“{}” and “{}” do not stand together: only one may"},
               field.instead_of, field.key));
  const Node& value = *entry->value;
  if (field.may_be_empty && value.kind == Node::Kind::null) return nullptr;
  span = value.span;
  if (field.may_be_empty && value.kind == Node::Kind::list && value.items.empty()) return nullptr;
  presence = Presence::broken;
  if (value.broken) return nullptr;
  if (value.kind != Node::Kind::null) {
    presence = Presence::given;
    return entry;
  }
  report(row_of(Structure::wrong_type), entry->key_span,
         say({"у ключа «{}» нет значения; впишите его или уберите ключ",
              "the key “{}” has no value; write one or remove the key"},
             field.key));
  return nullptr;
}

void Reader::take_note(const Field& field, At<Line>& note, const Span* other) {
  known_.push_back({field.key, field.title, true});
  const std::string key = std::string(field.key) + std::string(note_suffix);
  if (const NodeEntry* entry = find(key)) {
    if (entry->value->kind == Node::Kind::null)
      unexpected(*entry->value, {"одна строка текста", "one line of text"});
    else
      read(*entry->value, note);
  } else {
    known_.back().presence = &note.presence;
    known_.back().span = &note.span;
    if (other && field.noted_by.empty()) wanted_.push_back({field, known_.size() - 1, other});
  }
}

bool Reader::expect_scalar(const Node& node, bool native) {
  if (node.broken) return false;
  if (node.kind != Node::Kind::scalar) {
    unexpected(node, {"одно значение", "a single value"});
    return false;
  }
  if (!native || node.plain) return true;
  report(row_of(Structure::wrong_type), node.span,
         found(node, {{"число и true/false пишут без кавычек", "a number or true/false is written without quotes"}}));
  if (all_digits(node.text) || node.text == "true" || node.text == "false")
    offer({whole(node.span, std::string(node.text))}, true);
  return false;
}

bool Reader::expect_list(const Node& node, Presence& presence) {
  if (node.kind == Node::Kind::list && !node.items.empty()) return true;
  presence = Presence::broken;
  if (node.broken) return false;
  if (node.kind != Node::Kind::list)
    unexpected(node, {"список", "a list"});
  else
    report(row_of(Structure::wrong_type), node.span,
           Text{"список пуст; впишите пункты или уберите ключ", "the list is empty; write items or remove the key"});
  return false;
}

bool Reader::expect_map(const Node& node, Presence& presence) {
  if (node.kind == Node::Kind::map && !node.entries.empty()) return true;
  presence = Presence::broken;
  if (node.broken) return false;
  if (node.kind != Node::Kind::map)
    unexpected(node, {"набор полей", "a mapping"});
  else
    report(row_of(Structure::wrong_type), node.span,
           Text{"набор полей пуст; впишите поля или уберите ключ",
                "the mapping is empty; write fields or remove the key"});
  return false;
}

void Reader::unexpected(const Node& node, Text wanted) {
  report(row_of(Structure::wrong_type), node.span,
         say({"здесь нужно: {}; найдено: {}", "wanted here: {}; found: {}"}, wanted, name_of(node)));
}

/// `mends`: in quotes it would do.
void Reader::warn_of_quotes(const Node& node, bool mends) {
  if (!node.plain || !is_core_native(node.text)) return;
  report(row_of(Structure::needs_quotes), node.span,
         context_.mask ? Words(Text{"возьмите значение в кавычки", "put the value in quotes"})
                       : say({"напишите \"{}\"", "write \"{}\""}, node.text));
  if (mends) offer(between(node.span, "\"", "\""), true);
}

/// What follows « #» is no part of the value. A comment has a space behind its sign; «#5» and «#наставник» are text.
void Reader::warn_of_comment(const Node& node) {
  const std::size_t end = node.span.begin + node.span.size;
  if (!node.plain || end >= context_.file.size()) return;
  const std::string_view line = context_.file.substr(end, context_.file.find_first_of("\r\n", end) - end);
  const std::size_t sign = line.find_first_not_of(' ');
  if (sign == 0 || sign == line.npos || line[sign] != '#' || sign + 1 == line.size()) return;
  if (line[sign + 1] == ' ' || line[sign + 1] == '#' || line[sign + 1] == '\t') return;
  report(row_of(Structure::text_cut_off), node.span,
         context_.mask ? Words(Text{"то, что после « #», в запись не попало", "what follows “ #” is not in the record"})
                       : say({"«{}» в запись не попало", "“{}” is not in the record"}, line.substr(sign)));
}

/// Where an id belongs and a word stands, that may be somebody's name.
void Reader::report(const Node& node, const ValueProblem& problem) {
  const bool is_name = problem.fault == ValueFault::bad_id && may_be_a_name(node.text);
  report(row_of(problem.fault), node.span, is_name ? problem.label : found(node, problem.words(context_.mask)));
  if (!problem.meant.empty()) offer({whole(node.span, problem.meant)}, problem.is_sure);
}

/// How what was just reported would be mended.
void Reader::offer(std::vector<ReplaceBytes> edits, bool safe) {
  context_.findings.back().fix = Fix{std::move(edits), safe};
}

void Reader::report(const Requirement& row, Span span, Words label) {
  context_.findings.push_back({.of = &row, .severity = row.severity, .span = span, .label = std::move(label)});
}

Words Reader::found(const Node& node, const Words& label) const {
  return context_.mask ? label : after_what_stands_there(node.text, label);
}

void Reader::read(const Node& node, Target& target) {
  target.span = node.span;
  target.presence = Presence::broken;
  if (!expect_scalar(node, false)) return;
  if (const Problem problem = read_target(node.text, target))
    return report(row_of(Structure::bad_id), node.span, found(node, problem->label));
  target.presence = Presence::given;
}

void Reader::remember(At<Day>& at, const Field& field) {
  report_future(at, field);
  if (at.given()) moments_.push_back({field, at.span, &at.presence, *at - Date(), iso(*at)});
}

void Reader::remember(At<ClockTime>& at, const Field& field) {
  if (at.given()) moments_.push_back({field, at.span, &at.presence, *at, clock_time(*at)});
}

/// What has happened cannot lie ahead. Such a date is broken rather than later: nobody is told that the thing is missing.
void Reader::report_future(At<Day>& at, const Field& field) {
  if (!at.given() || field.when_ == When::planned || *at <= context_.today) return;
  at.presence = Presence::broken;
  report(row_of(Structure::bad_date), at.span,
         say({"«{}» — это уже случившееся, а день ещё не наступил",
              "“{}” is something that has happened, but the day lies ahead"},
             field.title));
}

void Reader::report_repeated(Span span, Span first) {
  report(row_of(Structure::bad_id), span,
         Text{"такая метка в этом списке уже есть", "this id already stands in the list"});
  context_.findings.back().also.push_back({first, Text{"первый раз", "first here"}});
}

/// Of more than are told of, only the number is wanted.
void Reader::report_unknown_keys() {
  std::vector<std::string> keys;
  std::size_t told = 0;
  for (std::size_t i = 0; i < taken_.size(); ++i) {
    const NodeEntry& entry = map_.entries[i];
    if (taken_[i] || is_own_key(entry.key)) continue;
    if (keys.empty())
      for (const Known& known : known_) keys.push_back(known.text());
    report(row_of(Structure::unknown_key), entry.key_span, told++ < most_alike ? instead_of(slips_[i], keys) : Words());
    offer_key(entry, slips_[i]);
  }
}

/// The known key in place of the unknown one, where nothing else has it or is meant for it.
void Reader::offer_key(const NodeEntry& entry, const std::string& meant) {
  if (meant.empty() || sibling(meant) || std::count(slips_.begin(), slips_.end(), meant) > 1) return;
  const auto known = std::find_if(known_.begin(), known_.end(), [&](const Known& one) { return one.text() == meant; });
  if (known == known_.end() || entry.key_span.size != entry.key.size()) return;  // one in quotes
  offer({whole(entry.key_span, meant)}, is_surely_meant(entry.key, {known->text(), known->folded_title()}));
}

void Reader::offer_brackets(const Node& value) {
  const std::size_t beyond = value.span.size - std::min<std::size_t>(value.text.size(), value.span.size);
  const bool as_it_stands = beyond == 0 || beyond == 2;  // plain or in quotes, on one line, nothing escaped
  if (!as_it_stands || value.text.find_first_of("\n,[]{}#") != value.text.npos) return;
  offer(between(value.span, "[", "]"), true);
}

Words Reader::instead_of(const std::string& near, const std::vector<std::string>& known) {
  if (near.empty()) return say({"здесь бывают: {}", "known here: {}"}, joined(known));
  return say({"возможно, «{}»; здесь бывают: {}", "perhaps “{}”; known here: {}"}, near, joined(known));
}

void Reader::report_order() {
  for (const Moment& later : moments_)
    for (const Moment& earlier : moments_) {
      if (later.field.not_before.empty() || later.field.not_before != earlier.field.key || later.value >= earlier.value)
        continue;
      const Field& of = earlier.field;
      *later.presence = Presence::broken;
      report(row_of(Structure::bad_date), later.span,
             context_.mask
                 ? say({"раньше, чем «{}» ({})", "earlier than “{}” ({})"}, of.title, of.key)
                 : say({"раньше, чем «{}» ({}): {}", "earlier than “{}” ({}): {}"}, of.title, of.key, earlier.text));
      context_.findings.back().also.push_back({earlier.span, of.title});
    }
}

}  // namespace nastavnik
