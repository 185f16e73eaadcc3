#include "handbook/schema.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "base/unseen.h"
#include "handbook/remarks.h"
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
Json spoken(const Style& style, const Described& about, const Json& body, const Notation* notation) {
  Json schema;
  Json other;
  schema["title"] = about.title.in(style.language);
  schema["description"] = about.description.in(style.language);
  other["title"] = about.title.in(style.other());
  other["description"] = about.description.in(style.other());
  schema.update(body);
  if (notation && !notation->codes.empty() && !notation->codes_may_grow) {
    schema["enumDescriptions"] = labels(notation->codes, style.language);
    other["enumDescriptions"] = labels(notation->codes, style.other());
  }
  if (notation && !notation->refusal.empty()) {
    schema["errorMessage"] = notation->refusal.in(style.language);
    other["errorMessage"] = notation->refusal.in(style.other());
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
Json open_codes(const Style& style, const Notation& notation) {
  const Text own{"своя тема", "a topic of the school's own"};
  Json known;
  known["enum"] = codes_of(notation.codes);
  known["enumDescriptions"] = labels(notation.codes, style.language);
  known[style.other_key()]["enumDescriptions"] = labels(notation.codes, style.other());
  Json added;
  added["title"] = own.in(style.language);
  added["pattern"] = "^" + notation.pattern + "$";
  added[style.other_key()]["title"] = own.in(style.other());
  return Json::array({known, added});
}

Json value_of(const Style& style, const Notation& notation) {
  Json body;
  if (notation.json == Notation::Json::truth) return Json{{"type", "boolean"}};
  if (notation.json == Notation::Json::integer) {
    return Json{{"type", "integer"}, {"minimum", notation.least}, {"maximum", notation.most}};
  }
  body["type"] = "string";
  if (notation.codes_may_grow) {
    body["anyOf"] = open_codes(style, notation);
  } else if (!notation.codes.empty()) {
    body["enum"] = codes_of(notation.codes);
  } else {
    if (notation.longest > 0) body["maxLength"] = notation.longest;
    body["pattern"] = "^" + notation.pattern + "$";
  }
  if (!notation.example.empty()) body["examples"] = Json::array({notation.example});
  return body;
}

Json list_of(Json items) {
  Json body;
  body["type"] = "array";
  body["minItems"] = 1;
  body["items"] = std::move(items);
  return body;
}

/// The title, how it is written, what else is to be known.
Words sentence(const FieldShape& node, const Words& notation) {
  Words all(std::string(node.field.title.ru) + ".", std::string(node.field.title.en) + ".");
  append(all, notation);
  append(all, by_default(node));
  append(all, remarks(node.field));
  return all;
}

Words as_sentence(const Notation& notation) { return {notation.words.ru + ".", notation.words.en + "."}; }

Json mapping(const Style& style, const std::vector<FieldShape>& fields);

/// A mapping inside a record; one that says nothing is no mapping.
Json part(const Style& style, const Described& about, const std::vector<FieldShape>& fields) {
  Json body = mapping(style, fields);
  body["minProperties"] = 1;
  return spoken(style, about, body, nullptr);
}

Json value(const Style& style, const FieldShape& node, const Notation& notation) {
  return spoken(style, {node.field.title, sentence(node, as_sentence(notation))}, value_of(style, notation), &notation);
}

Json values(const Style& style, const FieldShape& node, const Notation& notation) {
  Json items = spoken(style, {node.field.title, as_sentence(notation)}, value_of(style, notation), &notation);
  const Words about = sentence(node, say({"Список. {}.", "A list. {}."}, notation.words));
  return spoken(style, {node.field.title, about}, list_of(std::move(items)), nullptr);
}

Json mappings(const Style& style, const FieldShape& node) {
  const Words in = say({"Пункт списка «{}».", "An item of “{}”."}, node.field.title);
  const Json item = part(style, {node.shape->called, in}, node.fields());
  Json list = list_of(item);
  if (node.field.may_be_empty) list["type"] = {"array", "null"}, list["minItems"] = 0;
  if (node.field.may_be_one) list = Json{{"anyOf", Json::array({std::move(list), item})}};
  const Words about = sentence(node, {"Список.", "A list."});
  return spoken(style, {node.field.title, about}, list, nullptr);
}

Json field_schema(const Style& style, const FieldShape& node) {
  Notation notation = node.notation();
  if (notation.names_rule) {
    notation.codes = style.rules;
    notation.refusal = {};
  }
  switch (node.holds) {
    case FieldShape::Holds::value: return value(style, node, notation);
    case FieldShape::Holds::values: return values(style, node, notation);
    case FieldShape::Holds::mapping: return part(style, {node.field.title, sentence(node, {})}, node.fields());
    case FieldShape::Holds::mappings: return mappings(style, node);
  }
  return {};
}

Json note_schema(const Style& style, const Field& field) {
  const Notation notation = notation_of<Line>();
  const Words title = note_title(field);
  Words about(title.ru + ".", title.en + ".");
  append(about, as_sentence(notation));
  return spoken(style, {title, about}, value_of(style, notation), &notation);
}

Json mapping(const Style& style, const std::vector<FieldShape>& fields) {
  Json required = Json::array();
  Json properties = Json::object();
  for (const FieldShape& node : fields) {
    const std::string key(node.field.key);
    if (node.field.need == Need::required) required.push_back(key);
    properties[key] = field_schema(style, node);
    if (node.note) properties[key + "_note"] = note_schema(style, node.field);
  }
  Json body;
  body["type"] = "object";
  if (!required.empty()) body["required"] = std::move(required);
  body["additionalProperties"] = false;
  body["patternProperties"] = {{"^x-[a-z0-9_-]+$", true}};
  body["properties"] = std::move(properties);
  return body;
}

/// The rules that severities and waivers may name, with what each is about.
std::vector<Code> rules_as_codes() {
  std::vector<Code> codes;
  for (const Requirement* row : catalogue()) codes.push_back({row->id, row->title});
  return codes;
}

Schema schema_of(const Style& style, const KindShape& tree) {
  const Kind& kind = *tree.kind;
  const std::string stem(kind.folder.substr(0, kind.folder.find('.')));
  const Words about(std::string(kind.description.ru) + ".", std::string(kind.description.en) + ".");
  Json schema;
  schema["$schema"] = "http://json-schema.org/draft-07/schema#";
  schema["$id"] = "urn:nastavnik:schema:1:" + stem;
  schema.update(spoken(style, {kind.title, about}, mapping(style, tree.fields()), nullptr));
  return {stem, json_text(schema)};
}

}  // namespace

std::vector<Schema> schemas(Language language) {
  const std::vector<Code> rules = rules_as_codes();
  const Style style{language, rules};
  std::vector<Schema> all;
  for (const KindShape& tree : kind_shapes()) all.push_back(schema_of(style, tree));
  return all;
}

}  // namespace nastavnik
