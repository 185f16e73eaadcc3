#include "cmd/asking.h"

#include <algorithm>
#include <array>
#include <ostream>

#include "base/keyboard.h"
#include "base/layout.h"
#include "base/printable.h"
#include "base/text.h"
#include "cmd/carry_out.h"
#include "cmd/offered_fields.h"
#include "cmd/record_word.h"
#include "disk/signals.h"
#include "edit/meaning.h"
#include "model/kinds.h"
#include "model/notions/about.h"
#include "rules/citation.h"
#include "rules/clause.h"

namespace nastavnik::cmd {
namespace {

using Strings = std::vector<std::string>;

bool begins(std::string_view text, std::string_view begun) { return fold(text).starts_with(fold(begun)); }

/// Whether it may be told there what happened to somebody.
bool is_about_circumstances(const FieldShape& field) {
  constexpr std::array keys{std::string_view("reason"), std::string_view("text"), std::string_view("why")};
  return field.value && is_free_text(*field.value) && std::ranges::count(keys, field.field.key) != 0;
}

bool is_link(const FieldShape& field) { return field.value && field.value->sort == Sort::link; }

/// Whether a word of the text begins so.
bool has_begun(std::string_view text, std::string_view begun) {
  return begins(text, begun) || fold(text).find(' ' + fold(begun)) != std::string::npos;
}

/// Codes are typed by their words, unless the code alone was begun.
Offers with_words(Offers offers, std::string_view begun) {
  for (Offer& offer : offers)
    if (!offer.meaning.empty() && has_begun(offer.meaning, begun)) offer = {std::exchange(offer.meaning, {}), {}};
  return offers;
}

bool say_the_same(const std::vector<Given>& a, const std::vector<Given>& b) {
  return std::ranges::is_permutation(a, b, [](const Given& one, const Given& other) {
    return one.keys == other.keys && means_the_same(one.value, other.value);
  });
}

/// What has happened cannot lie ahead.
void refuse_ahead(const FieldShape& field, const YamlValue& value, const Date& today) {
  if (field.value->sort != Sort::day || field.field.when_ == When::planned) return;
  if (const std::optional<Date> day = parse_date(value.text); day && *day > today)
    throw Refusal{
        .what = say({"это уже случившееся, а {} ещё не наступило", "this has happened, and {} lies ahead"}, *day)};
}

/// «Ещё поле».
Words asked_in(const Text& prompt) {
  return {std::string(prompt.ru.substr(0, prompt.ru.find('?'))), std::string(prompt.en.substr(0, prompt.en.find('?')))};
}

}  // namespace

Asking::Asking(const Open& open, const Arguments& arguments, const Environment& environment, Dialogue& dialogue)
    : open_(open),
      environment_(environment),
      dialogue_(dialogue),
      records_(arguments, environment, environment.names_in_results(), OfferedRecords::People::by_name),
      drawn_(environment.seed),
      insists_(arguments.given("as-is")),
      has_begun_(dialogue.is_again()) {}

Asking::~Asking() = default;

Typing Asking::typing() const {
  return {.loaded = with_entered_.after ? *with_entered_.after : *open_.loaded,
          .year_follows = true,
          .names = true,
          .insists = insists_};
}

void Asking::insist_on(const Refusal& refusal) {
  confirm(say({"{}; записать всё же?", "{}; write it all the same?"}, refusal.what));
  insists_ = true;
}

// --- what is shown -------------------------------------------------------------------------------------------------

void Asking::tell(const std::string& text) const {
  dialogue_.out() << wrapped(text, 2 * (depth_ + 1), environment_.width());
}

void Asking::head(const Words& title) {
  begin();
  dialogue_.out() << wrapped(title.in(environment_.language) + ':', 2 * depth_, environment_.width());
}

void Asking::begin() {
  if (std::exchange(has_begun_, true)) return;
  dialogue_.out() << wrapped(
      Text{"* — нужно ответить; Enter — взять то, что в [скобках], или пропустить; - — оставить пустым; ? — подсказка; "
           "Tab — дополнить; Ctrl-C или Ctrl-D — выйти, ничего не записав",
           "*: must be answered; Enter: take what stands in [brackets], or leave out; -: leave empty; ?: explain; Tab: "
           "complete; Ctrl-C or Ctrl-D: end it, nothing is written"}
          .in(environment_.language),
      0, environment_.width());
}

/// Whom or what a value means, as it stands in a record.
Words Asking::in_words(const FieldShape& field, const std::string& written) const {
  Words meant;
  if (is_link(field))
    meant = about(typing().registry(), fmt::format("{}/{}", folder_kinds()[field.value->kind]->folder, written));
  if (!meant.empty() || !field.value) return meant.empty() ? Words(written, written) : meant;
  if (field.notation().json == Notation::Json::truth)
    return written == "true" ? Words(Text{"да", "yes"}) : Words(Text{"нет", "no"});
  const std::vector<Named> codes = codes_of(*field.value, typing().registry());
  const auto found = std::ranges::find(codes, written, &Named::key);
  return found == codes.end() ? Words(written, written) : found->title;
}

std::string Asking::title_of(const Question& question, const Words& more) const {
  std::string title(more.empty() ? question.field->field.title.in(environment_.language)
                                 : more.in(environment_.language));
  if (question.required || !question.missed_by.empty()) title += '*';
  if (!question.suggested.empty())
    title += fmt::format(" [{}]", in_words(*question.field, question.suggested).in(environment_.language));
  return title + ':';
}

/// A long title stands on lines of its own.
std::string Asking::prompt_of(std::string_view title) const {
  const std::string indent(2 * depth_, ' '), shown = printable(title);
  if (5 * (indent.size() + characters(shown)) <= 3 * environment_.width()) return indent + shown + ' ';
  dialogue_.out() << wrapped(shown, indent.size(), environment_.width());
  return indent + "> ";
}

void Asking::introduce(const Question& question) {
  begin();
  const FieldShape& field = *question.field;
  if (is_about_circumstances(field) && !std::exchange(has_warned_of_health_, true))
    tell(std::string(
        Text{"свободный текст пишите без сведений о здоровье", "write free text with nothing about health"}.in(
            environment_.language)));
  if (!field.value) return;
  std::vector<Words> words;
  for (const Named& code : codes_of(*field.value, typing().registry())) words.push_back(code.title);
  constexpr std::size_t most = 12;
  if (words.empty() || !told_.insert(field.value).second) return;
  tell(words.size() > most ? std::string(Text{"что бывает: ?", "what there is: ?"}.in(environment_.language))
                           : say({"бывает: {}", "there is: {}"}, fmt::format("{}",
                                                                             [&] {
                                                                               std::string all;
                                                                               for (const Words& one : words)
                                                                                 all += (all.empty() ? "" : "; ") +
                                                                                        one.in(environment_.language);
                                                                               return all;
                                                                             }()))
                                 .in(environment_.language));
}

void Asking::explain(const Question& question) const {
  const FieldShape& field = *question.field;
  const Language language = environment_.language;
  tell(say({"{} — {}", "{}: {}"}, called(field.field), expected(field, typing())).in(language));
  for (const std::string_view id : clause_ids(field.field.clause)) tell(titled_clause(id).in(language));
  if (!question.suggested.empty() && !question.required)
    tell(std::string(
        Text{"Enter — то, что в скобках; - — оставить пустым", "Enter takes what stands in brackets, - leaves it out"}
            .in(language)));
}

void Asking::demand(const Question& question) const {
  tell(std::string(Text{"ответ нужен", "an answer is needed"}.in(environment_.language)));
  tell(expected(*question.field, typing()).in(environment_.language));
}

/// Whether the empty answer stands. What only a rule demands is left out by a second one.
bool Asking::is_left_out(const Question& question, bool& is_reminded) const {
  if (question.required) {
    demand(question);
    return false;
  }
  if (question.missed_by.empty() || std::exchange(is_reminded, true)) return true;
  tell(say({"этого требует правило {}; пока оставить пустым — ещё раз Enter",
            "rule {} demands it; to leave it empty for now, Enter again"},
           question.missed_by)
           .in(environment_.language));
  return false;
}

void Asking::refuse(const Refusal& refusal) const {
  const UsageError error = usage_error(refusal, open_, environment_);
  tell(error.what.in(environment_.language));
  if (!error.hint.empty()) tell(error.hint.in(environment_.language));
}

/// What was understood, where it is not what was typed.
void Asking::echo(const FieldShape& field, const std::string& word, const YamlValue& value) const {
  const std::string shown = printable(in_words(field, value.text).in(environment_.language));
  const bool has_year = field.value->sort == Sort::day && word.find(value.text.substr(0, 4)) != word.npos;
  if (fold(shown) != fold(word) && !is_free_text(*field.value) && !has_year) tell("= " + shown);
}

// --- one line ------------------------------------------------------------------------------------------------------

std::string Asking::line(const std::string& title, std::function<Offers(std::string_view)> offers) {
  begin();
  const std::optional<std::string> typed = dialogue_.line(title, {prompt_of(title), std::move(offers)});
  if (!typed) throw GivenUp();
  return *typed;
}

std::function<Offers(std::string_view)> Asking::offers_for(const FieldShape& field, bool is_list) {
  return [this, &field, is_list](std::string_view begun) {
    const std::size_t comma = is_list ? begun.rfind(',') + 1 : 0;
    const std::size_t last = std::min(begun.find_first_not_of(' ', comma), begun.size());
    Offers offers = offered_answers(field, begun.substr(last), records_, environment_.language);
    if (!is_link(field)) offers = with_words(std::move(offers), begun.substr(last));
    for (Offer& offer : offers) offer.word.insert(0, begun.substr(0, last));
    return offers;
  };
}

/// Who has begun a title goes on with it, where it is understood.
Offers Asking::offers_of_fields(const Mappings& of, std::string_view begun) const {
  std::vector<const Shape*> shapes;
  for (const InMapping& one : of) shapes.push_back(one.shape);
  Offers offers = offered_fields(shapes, begun, false, environment_.language);
  for (Offer& offer : offers) {
    const bool by_key = !begun.empty() && begins(offer.word, begun);
    if (!by_key && is_field(of, offer.meaning)) std::swap(offer.word, offer.meaning);
  }
  return offers;
}

bool Asking::is_field(const Mappings& of, const std::string& word) const {
  return std::ranges::any_of(of, [&](const InMapping& one) {
    try {
      return field_typed(one, word, typing()).field != nullptr;
    } catch (const Refusal&) {
      return false;
    }
  });
}

void Asking::tell_fields(const Mappings& of) const {
  std::vector<Words> titles;
  for (const InMapping& one : of)
    for (const FieldShape& field : one.shape->fields)
      if (!std::ranges::count(titles, Words(field.field.title))) titles.push_back(field.field.title);
  tell(say({"поля: {}", "fields: {}"}, listed(titles)).in(environment_.language));
}

std::string Asking::field(const Mappings& of, const Text& prompt, bool required) {
  begin();
  const Dialogue::Inside inside(dialogue_, std::string(prompt.en), asked_in(prompt), !required);
  const auto offers = [&](std::string_view begun) { return offers_of_fields(of, begun); };
  for (;;) {
    const std::string word = line(std::string(prompt.in(environment_.language)), offers);
    if (word == "?") {
      tell_fields(of);
      continue;
    }
    if (word.empty() ? !required : is_field(of, word)) return word;
    try {
      if (!word.empty()) field_typed(of.front(), word, typing());
    } catch (const Refusal& refusal) {
      refuse(refusal);
    }
  }
}

std::string Asking::word(const WordQuestion& question) {
  begin();
  const Dialogue::Inside inside(dialogue_, std::string(question.prompt.en), asked_in(question.prompt));
  for (;;) {
    const std::string word = line(std::string(question.prompt.in(environment_.language)), question.offers);
    if (word.empty() || word == "?") {
      tell(question.expected.in(environment_.language));
      continue;
    }
    try {
      question.require(word);
      return word;
    } catch (const UsageError& error) {
      tell(error.what.in(environment_.language));
      if (!error.hint.empty()) tell(error.hint.in(environment_.language));
    } catch (const Refusal& refusal) {
      refuse(refusal);
    }
    dialogue_.forget(word);
  }
}

/// A field of its own: an entry in a bank that is being made is not asked for again.
static FieldShape field_for(const NameQuestion& calling) {
  FieldShape field = calling.person ? *calling.person : FieldShape{};
  field.field.title = calling.title;
  return field;
}

std::string Asking::name(const NameQuestion& calling, const Kind& kind) {
  const FieldShape field = field_for(calling);
  const Question question{.field = &field, .required = true, .suggested = calling.suggested};
  const bool is_person = calling.person != nullptr;
  const Dialogue::Inside inside(dialogue_, std::string(calling.title.en), calling.title);
  for (;;) {
    std::string word =
        line(title_of(question), is_person ? offers_for(field, false) : std::function<Offers(std::string_view)>());
    if (word.empty()) word = calling.suggested;
    if (word == "?") {
      tell((is_person ? expected(field, typing()) : Words(kind.id_shape)).in(environment_.language));
      continue;
    }
    try {
      if (is_person) {
        const std::optional<YamlValue> person = understood(question, word);
        if (!person) continue;
        word = person->text;
      }
      require_free_id(kind, word, typing());
      return word;
    } catch (const Refusal& refusal) {
      refuse(refusal);
    }
  }
}

// --- one field -----------------------------------------------------------------------------------------------------

/// What the word means in the field; nothing where it will not do, which was said.
std::optional<YamlValue> Asking::understood(const Question& question, const std::string& word) {
  const FieldShape& field = *question.field;
  try {
    YamlValue value = value_typed(*field.value, field.field, word, typing());
    refuse_ahead(field, value, environment_.today);
    if (is_guessed(field, word) && !agrees(say({"{} — это тот человек?", "{}: is that who you mean?"},
                                               about(typing().registry(), "people/" + value.text))))
      return enter_person(field, word);
    echo(field, word, value);
    enter_in_bank(field, value.text);
    return value;
  } catch (const Refusal& refusal) {
    if (is_nobody(field, refusal)) return enter_person(field, word);
    dialogue_.forget(word);
    refuse(refusal);
    return std::nullopt;
  }
}

std::optional<YamlValue> Asking::one(const Question& question) {
  introduce(question);
  bool is_reminded = false;
  for (;;) {
    std::string word = line(title_of(question), offers_for(*question.field, false));
    if (word == "?") {
      explain(question);
      continue;
    }
    if (word == "-" && !question.required) return std::nullopt;
    if (word.empty() && !question.suggested.empty()) {  // as it stands in the records
      dialogue_.take(in_words(*question.field, question.suggested).in(environment_.language));
      return value_typed(*question.field->value, question.field->field, question.suggested, typing());
    }
    if (word.empty()) {
      if (is_left_out(question, is_reminded)) return std::nullopt;
    } else if (std::optional<YamlValue> value = understood(question, word)) {
      return value;
    }
  }
}

/// Item by item; where commas part them, several at once.
std::optional<YamlValue> Asking::several(const Question& question) {
  introduce(question);
  std::vector<YamlValue> values;
  bool is_reminded = false;
  for (;;) {
    const Words next = values.empty() ? Words() : Words(Text{"  ещё (Enter — больше нет)", "  more (Enter: no more)"});
    Question now = question;
    now.required = question.required && values.empty();
    if (!values.empty()) now.missed_by = {};
    const std::string word = line(title_of(now, next), offers_for(*question.field, true));
    if (word == "?") {
      explain(question);
      continue;
    }
    if (word.empty() && !is_left_out(now, is_reminded)) continue;
    if (word.empty() || (word == "-" && values.empty() && !question.required)) break;
    for (const std::string& part : parted(*question.field, {word}, typing()))
      if (std::optional<YamlValue> value = understood(question, part)) {
        const bool is_there =
            std::ranges::any_of(values, [&](const YamlValue& other) { return other.text == value->text; });
        if (is_there)
          tell(say({"уже названо: {}", "named already: {}"}, in_words(*question.field, value->text))
                   .in(environment_.language));
        else
          values.push_back(*std::move(value));
      }
  }
  return values.empty() ? std::nullopt : std::optional(as_list(*question.field, std::move(values)));
}

/// False where the first question was left unanswered and nothing had to be.
bool Asking::put_inside(const Shape& shape, bool required, std::vector<Given>& given) {
  std::vector<Question> questions = questions_of(shape);
  if (questions.empty()) {
    more({&shape, nullptr, {}, false}, given);
    return !given.empty();
  }
  ++depth_;
  Question first = questions.front();
  first.required = required && first.required;
  if (!required) first.missed_by = {};
  const bool is_begun = take(first, given);
  if (is_begun || required) put({questions.begin() + 1, questions.end()}, shape, given);
  --depth_;
  return is_begun || required;
}

std::optional<YamlValue> Asking::mapping(const Question& question) {
  head(question.field->field.title);
  std::vector<Given> given;
  if (!put_inside(*question.field->shape, question.required, given) || given.empty()) return std::nullopt;
  return assembled(*question.field->shape, given, typing());
}

/// One that says what another does was named twice.
bool Asking::is_told_already(const FieldShape& list, const std::vector<std::vector<Given>>& all,
                             const std::vector<Given>& given) const {
  if (std::ranges::none_of(all, [&](const std::vector<Given>& other) { return say_the_same(other, given); }))
    return false;
  const Given& first = given.front();
  const FieldShape* field = list.shape->find(first.keys.front());
  const Words what = first.keys.size() == 1 && field ? in_words(*field, first.value.text) : Words();
  tell((what.empty() ? Words(Text{"точно такой пункт уже назван", "the very same item was named already"})
                     : say({"уже названо: {}", "named already: {}"}, what))
           .in(environment_.language));
  return true;
}

/// What nobody is asked of an item may be told of it.
void Asking::more_of_item(const Shape& shape, std::vector<Given>& given) {
  constexpr static Text prompt{"Ещё поле пункта? (имя, Enter — достаточно):",
                               "More of the item? (a field, Enter: enough):"};
  if (questions_of(shape).empty() || !may_hold_more(shape, given)) return;
  ++depth_;
  more({&shape, nullptr, {}, false}, given, prompt);
  --depth_;
}

std::vector<std::vector<Given>> Asking::items(const Question& question) {
  begin();
  const FieldShape& list = *question.field;
  const Dialogue::Inside inside(dialogue_, std::string(list.field.key), list.field.title);
  const std::string_view mark = question.required || !question.missed_by.empty() ? "*" : "";
  head(say({"{}{} (по одному; Enter — больше нет)", "{}{} (one by one; Enter: no more)"}, list.field.title, mark));
  bool is_reminded = false;
  std::vector<std::vector<Given>> all;
  for (;;) {
    std::vector<Given> given;
    if (!put_inside(*list.shape, false, given) || given.empty()) {
      if (!all.empty() || is_left_out(question, is_reminded)) return all;
      continue;
    }
    more_of_item(*list.shape, given);
    if (is_told_already(list, all, given)) continue;
    all.push_back(std::move(given));
    head(Text{"следующий (Enter — больше нет)", "the next one (Enter: no more)"});
  }
}

std::optional<YamlValue> Asking::mappings(const Question& question) {
  const std::vector<std::vector<Given>> all = items(question);
  if (all.empty()) return std::nullopt;
  return as_list(*question.field, items_assembled(*question.field, nullptr, all, typing()));
}

std::optional<YamlValue> Asking::value(const Question& question) {
  const Dialogue::Inside inside(dialogue_, fmt::format("{}", fmt::join(question.keys, ".")),
                                question.field->field.title);
  switch (question.field->holds) {
    case FieldShape::Holds::value: return one(question);
    case FieldShape::Holds::values: return several(question);
    case FieldShape::Holds::mapping: return mapping(question);
    case FieldShape::Holds::mappings: return mappings(question);
  }
  return std::nullopt;
}

// --- several fields ------------------------------------------------------------------------------------------------

/// What is called «другое» is told in words.
void Asking::take_note(const Question& question, std::vector<Given>& given) {
  const YamlValue& value = given.back().value;
  const bool is_other = value.text == "other" ||
                        std::ranges::any_of(value.list, [](const YamlValue& one) { return one.text == "other"; });
  if (!question.field->note || !is_other) return;
  FieldShape note = *question.field;
  note.holds = FieldShape::Holds::value;
  note.value = question.field->note;
  Question asked{.keys = question.keys, .field = &note, .required = true};
  asked.keys.back() += "_note";
  tell(std::string(Text{"что именно, своими словами:", "what it is, in your own words:"}.in(environment_.language)));
  if (std::optional<YamlValue> text = one(asked)) given.push_back({asked.keys, *std::move(text)});
}

bool Asking::take(const Question& question, std::vector<Given>& given) {
  std::optional<YamlValue> answer = value(question);
  if (!answer) return false;
  given.push_back({question.keys, *std::move(answer)});
  take_note(question, given);
  return true;
}

void Asking::take_fit(const Question& question, std::vector<Given>& given, const Fits& fits) {
  for (;;) {
    const std::size_t before = given.size();
    if (!take(question, given) || !fits) return;
    try {
      return fits();
    } catch (const Refusal& refusal) {
      refuse(refusal);
      given.resize(before);
    }
  }
}

void Asking::put(const std::vector<Question>& questions, const Shape& shape, std::vector<Given>& given,
                 const Fits& fits) {
  for (Question question : questions) {
    if (!is_open(question, given)) continue;
    question.required = question.keys.size() == 1 ? is_needed(*question.field, given) : question.required;
    take_fit(question, given, fits);
  }
  for (const Question& question : missing_of(shape, given)) take_fit(question, given, fits);
}

void Asking::more(const InMapping& in, std::vector<Given>& given, const Text& prompt) {
  for (;;) {
    const std::string word = field({in}, prompt, false);
    if (word.empty()) return;
    const FieldTyped to = field_typed(in, word, typing());
    const Question question{.keys = to.keys, .field = to.field};
    std::erase_if(given, [&](const Given& one) { return one.keys == to.keys; });
    take(question, given);
  }
}

void Asking::tell_of_list(const FieldTyped& list) {
  begin();
  std::vector<Words> there;
  for (const Node* item : list.node->items) there.push_back(in_words(*list.field, std::string(item->text)));
  tell(say({"сейчас: {}; ответ заменит всё это, а дописать к списку — nastavnik add",
            "now: {}; the answer takes the place of all of it, nastavnik add adds to the list"},
           listed(there))
           .in(environment_.language));
}

void Asking::parts(const FieldTyped& mapping, std::vector<Given>& given) {
  head(mapping.field->field.title);
  ++depth_;
  for (const FieldShape& field : mapping.field->fields()) {
    if (field.holds != FieldShape::Holds::value || field.value->sort == Sort::mark) continue;
    Question question = question_at(*mapping.field->shape, field.field.key);
    for (const NodeEntry& entry : mapping.node->entries)
      if (entry.key == field.field.key && entry.value->kind == Node::Kind::scalar)
        question.suggested = std::string(entry.value->text);
    take(question, given);
  }
  --depth_;
  more(mapping.inside(), given);
}

NewRecord Asking::record(const Kind& kind, RecordTold told, std::vector<Question> questions) {
  const Shape& shape = shape_of_kind(kind);
  put(questions, shape, told.given, [&] { require_free(kind, told, typing()); });
  more({&shape, nullptr, {}, false}, told.given);
  return made(kind, std::move(told));
}

NewRecord Asking::completed(const Kind& kind, RecordTold told) {
  put(essentials_of(kind), shape_of_kind(kind), told.given, [&] { require_free(kind, told, typing()); });
  return made(kind, std::move(told));
}

NewRecord Asking::made(const Kind& kind, RecordTold told) {
  return meant([&](const Typing& typing) {
    return new_record(kind, told, typing, [this] { return static_cast<unsigned>(drawn_()); });
  });
}

}  // namespace nastavnik::cmd
