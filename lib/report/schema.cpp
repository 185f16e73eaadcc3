#include "report/schema.h"

#include <type_traits>
#include <utility>

#include <nlohmann/json.hpp>

#include "model/kinds.h"
#include "report/field_forms.h"
#include "rules/catalogue.h"

namespace nastavnik {
namespace {

using Json = nlohmann::ordered_json;

/// What does not change from field to field.
struct Style {
  Language language = Language::ru;
  std::span<const Code> rules{};

  Language other() const { return language == Language::ru ? Language::en : Language::ru; }
  const char* other_key() const { return language == Language::ru ? "x-en" : "x-ru"; }
};

struct Described {
  Words title{};
  Words description{};
};

void append(Words& words, const Words& more) {
  if (more.empty()) return;
  words.ru += " " + more.ru;
  words.en += " " + more.en;
}

Json labels(std::span<const Code> codes, Language language) {
  Json all = Json::array();
  for (const Code& code : codes) all.push_back(code.label.in(language));
  return all;
}

/// Title and description first, the schema itself, then what only editors read, then all of it in the other language.
Json spoken(const Style& style, const Described& about, Json body, const Form* form) {
  Json schema;
  Json other;
  schema["title"] = about.title.in(style.language);
  schema["description"] = about.description.in(style.language);
  other["title"] = about.title.in(style.other());
  other["description"] = about.description.in(style.other());
  schema.update(body);
  if (form && !form->codes.empty() && !form->codes_may_grow) {
    schema["enumDescriptions"] = labels(form->codes, style.language);
    other["enumDescriptions"] = labels(form->codes, style.other());
  }
  if (form && !form->refusal.empty()) {
    schema["errorMessage"] = form->refusal.in(style.language);
    other["errorMessage"] = form->refusal.in(style.other());
  }
  schema[style.other_key()] = std::move(other);
  return schema;
}

Json codes_of(std::span<const Code> codes) {
  Json all = Json::array();
  for (const Code& code : codes) all.push_back(code.code);
  return all;
}

/// The codes that are known and a pattern for those that the school adds.
Json open_codes(const Style& style, const Form& form) {
  const Text own{"своя тема", "a topic of the school's own"};
  Json known;
  known["enum"] = codes_of(form.codes);
  known["enumDescriptions"] = labels(form.codes, style.language);
  known[style.other_key()]["enumDescriptions"] = labels(form.codes, style.other());
  Json added;
  added["title"] = own.in(style.language);
  added["pattern"] = "^" + form.pattern + "$";
  added[style.other_key()]["title"] = own.in(style.other());
  return Json::array({known, added});
}

Json value_of(const Style& style, const Form& form) {
  Json body;
  if (form.json == Form::Json::truth) return Json{{"type", "boolean"}};
  if (form.json == Form::Json::integer) {
    return Json{{"type", "integer"}, {"minimum", form.least}, {"maximum", form.most}};
  }
  body["type"] = "string";
  if (form.codes_may_grow) {
    body["anyOf"] = open_codes(style, form);
  } else if (!form.codes.empty()) {
    body["enum"] = codes_of(form.codes);
  } else {
    if (form.longest > 0) body["maxLength"] = form.longest;
    body["pattern"] = "^" + form.pattern + "$";
  }
  if (!form.example.empty()) body["examples"] = Json::array({form.example});
  return body;
}

Json list_of(Json items) {
  Json body;
  body["type"] = "array";
  body["minItems"] = 1;
  body["items"] = std::move(items);
  return body;
}

/// JSON whose patterns name the byte order mark by its number: nobody sees the character itself.
std::string visible(std::string json) {
  constexpr std::string_view mark = "\uFEFF";
  for (auto at = json.find(mark); at != json.npos; at = json.find(mark, at)) json.replace(at, mark.size(), "\\ufeff");
  return json;
}

std::string default_of(const int& value) { return fmt::format("{}", value); }
std::string default_of(const std::chrono::month_day& value) {
  return fmt::format("{:02}-{:02}", static_cast<unsigned>(value.month()), static_cast<unsigned>(value.day()));
}

/// Visits the fields of one mapping and becomes its schema.
class Mapping {
public:
  explicit Mapping(const Style& style, bool has_defaults = false) : style_(style), has_defaults_(has_defaults) {}

  template <class Type>
  void operator()(const At<Type>& at, const Field& field) {
    Words about;
    if constexpr (requires { default_of(at.value); }) {
      if (has_defaults_) about = say({"По умолчанию {}.", "{} by default."}, default_of(at.value));
    }
    add_value(field, form<Type>(), about);
  }
  template <class Enum>
  void operator()(const NotedChoice<Enum>& at, const Field& field) {
    (*this)(static_cast<const At<Choice<Enum>>&>(at), field);
    add_note(field);
  }
  template <class Enum>
  void operator()(const NotedChoices<Enum>& list, const Field& field) {
    (*this)(static_cast<const Choices<Enum>&>(list), field);
    add_note(field);
  }
  template <class Record>
  void operator()(const Link<Record>&, const Field& field) {
    add_value(field, link_form(Record::kind));
  }
  template <char Letter>
  void operator()(const LocalLink<Letter>&, const Field& field) {
    add_value(field, local_link_form(Letter));
  }
  void operator()(const PartnerLink&, const Field& field) { add_value(field, partner_form()); }

  template <class Type>
  void operator()(const List<At<Type>>& list, const Field& field) {
    Words about;
    if constexpr (requires { default_of(list[0].value); }) {
      std::string values;
      for (const auto& at : list) values += (values.empty() ? "" : ", ") + default_of(at.value);
      if (!values.empty()) about = say({"По умолчанию {}.", "{} by default."}, values);
    }
    add_list(field, form<Type>(), about);
  }
  template <class Record>
  void operator()(const List<Link<Record>>&, const Field& field) {
    add_list(field, link_form(Record::kind));
  }
  void operator()(const List<Target>&, const Field& field) { add_list(field, target_form()); }
  template <class Part>
  void operator()(const List<Part>&, const Field& field) {
    const Words in = say({"Пункт списка «{}».", "An item of “{}”."}, field.title);
    add(field, {field.title, sentence(field, {"Список.", "A list."})}, list_of(part<Part>({Part::called, in})),
        nullptr);
  }
  template <class Part>
  void operator()(const Block<Part>&, const Field& field) {
    remember(field);
    properties_[std::string(field.key)] = part<Part>({field.title, sentence(field, {})});
  }

  Json body() const {
    Json body;
    body["type"] = "object";
    if (!required_.empty()) body["required"] = required_;
    body["additionalProperties"] = false;
    body["patternProperties"] = {{"^x-[a-z0-9_-]+$", true}};
    body["properties"] = properties_;
    return body;
  }

private:
  template <class Type>
  Form form() const {
    Form form = FormOf<Type>::get();
    if constexpr (std::is_same_v<Type, RuleId>) {
      form.codes = style_.rules;
      if (!style_.rules.empty()) form.refusal = {};
    }
    return form;
  }
  template <class Part>
  Json part(const Described& about) const {
    Mapping inner(style_, std::is_same_v<Part, Thresholds>);
    Part any;
    fields(inner, any);
    Json body = inner.body();
    body["minProperties"] = 1;
    return spoken(style_, about, std::move(body), nullptr);
  }

  /// The title, how it is written, what else is to be known.
  static Words sentence(const Field& field, const Words& form) {
    Words all(std::string(field.title.ru) + ".", std::string(field.title.en) + ".");
    append(all, form);
    append(all, remarks(field));
    return all;
  }
  void remember(const Field& field) {
    if (field.need == Need::required) required_.push_back(field.key);
  }
  void add(const Field& field, const Described& about, Json body, const Form* form) {
    remember(field);
    properties_[std::string(field.key)] = spoken(style_, about, std::move(body), form);
  }
  void add_value(const Field& field, const Form& form, const Words& more = {}) {
    Words written(form.words.ru + ".", form.words.en + ".");
    append(written, more);
    add(field, {field.title, sentence(field, written)}, value_of(style_, form), &form);
  }
  void add_list(const Field& field, const Form& form, const Words& more = {}) {
    Words written = say({"Список. {}.", "A list. {}."}, form.words);
    append(written, more);
    const Words item(form.words.ru + ".", form.words.en + ".");
    add(field, {field.title, sentence(field, written)},
        list_of(spoken(style_, {field.title, item}, value_of(style_, form), &form)), nullptr);
  }
  void add_note(const Field& field) {
    const Form form = form_of<Line>();
    const Words title = note_title(field);
    const Words about(title.ru + ". " + form.words.ru + ".", title.en + ". " + form.words.en + ".");
    properties_[std::string(field.key) + "_note"] = spoken(style_, {title, about}, value_of(style_, form), &form);
  }

  const Style& style_;
  bool has_defaults_ = false;
  std::vector<std::string_view> required_{};
  Json properties_ = Json::object();
};

/// The rules that severities and waivers may name, with what each is about.
std::vector<Code> rules_as_codes() {
  std::vector<Code> codes;
  for (const Requirement* row : catalogue()) codes.push_back({row->id, row->title});
  return codes;
}

template <class Record>
Schema schema_of(const Style& style) {
  constexpr const Kind& kind = Record::kind;
  const std::string stem(kind.folder.substr(0, kind.folder.find('.')));
  Mapping mapping(style);
  Record any;
  fields(mapping, any);
  Json schema;
  schema["$schema"] = "http://json-schema.org/draft-07/schema#";
  schema["$id"] = "urn:nastavnik:schema:1:" + stem;
  const Words about(std::string(kind.description.ru) + ".", std::string(kind.description.en) + ".");
  schema.update(spoken(style, {kind.title, about}, mapping.body(), nullptr));
  return {stem, visible(schema.dump(2)) + "\n"};
}

}  // namespace

std::vector<Schema> schemas(Language language) {
  const std::vector<Code> rules = rules_as_codes();
  const Style style{language, rules};
  std::vector<Schema> all;
  const auto add = [&]<class Record>() { all.push_back(schema_of<Record>(style)); };
  for_each(SingleKinds{}, add);
  for_each(Kinds{}, add);
  return all;
}

}  // namespace nastavnik
