#include "document/docx_package.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "base/ascii.h"
#include "base/failure.h"
#include "base/printable.h"
#include "base/text.h"
#include "page/xml.h"

namespace nastavnik {
namespace {

constexpr unsigned parsing = pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_declaration;
constexpr std::array word_namespaces{
    std::string_view("http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    std::string_view("http://purl.oclc.org/ooxml/wordprocessingml/main"),
};

[[noreturn]] void refuse(const Words& why) {
  throw Failure(say({"это не шаблон Word (.docx): {}", "this is no Word template (.docx): {}"}, why));
}

// Names of parts

/// `word/../styles.xml` as `styles.xml`; nothing where it leads out of the package.
std::optional<std::string> resolved(std::string_view folder, std::string_view target) {
  std::vector<std::string_view> steps;
  const auto walk = [&](std::string_view path) {
    for (std::size_t start = 0; start <= path.size();) {
      const std::size_t end = std::min(path.find('/', start), path.size());
      const std::string_view step = path.substr(start, end - start);
      start = end + 1;
      if (step.empty() || step == ".") continue;
      if (step != "..") {
        steps.push_back(step);
      } else if (steps.empty()) {
        return false;
      } else {
        steps.pop_back();
      }
    }
    return true;
  };
  if (!target.starts_with('/') && !walk(folder)) return std::nullopt;
  if (!walk(target)) return std::nullopt;
  return fmt::format("{}", fmt::join(steps, "/"));
}

std::string folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? "" : std::string(part.substr(0, slash + 1));
}

bool is_sound(const std::string& name) {
  const bool plain = std::none_of(name.begin(), name.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '\\' || c == '\x7f';
  });
  return plain && !name.starts_with('/') && resolved("", name) == name;
}

void require_sound_names(const std::vector<PackagePart>& parts) {
  std::set<std::string> met;
  for (const PackagePart& part : parts) {
    if (!is_sound(part.name))
      refuse(
          say({"у части недопустимое имя: {}", "a part has a name that no part may have: {}"}, printable(part.name)));
    if (!met.insert(to_lower(part.name)).second)
      refuse(say({"часть {} стоит в нём дважды", "the part {} stands in it twice"}, printable(part.name)));
  }
}

void refuse_macros(const std::vector<PackagePart>& parts) {
  for (const PackagePart& part : parts)
    if (part.name.ends_with("vbaProject.bin") ||
        (part.name == "[Content_Types].xml" && part.bytes.find("macroEnabled") != std::string::npos))
      refuse({"в нём макросы; сохраните его как «Документ Word (.docx)»",
              "it carries macros; save it as “Word Document (.docx)”"});
}

// XML

/// Stops where elements stand deeper in one another than those who write papers put them.
class DepthGuard : public pugi::xml_tree_walker {
public:
  bool for_each(pugi::xml_node&) override { return depth() < 500; }
};

/// A sign may also be written by its number: `&#1;`.
class TextGuard : public pugi::xml_tree_walker {
public:
  bool for_each(pugi::xml_node& node) override {
    if (!page::can_be_xml(node.value())) return false;
    return std::all_of(node.attributes_begin(), node.attributes_end(),
                       [](const pugi::xml_attribute& one) { return page::can_be_xml(one.value()); });
  }
};

void require_utf8(const PackagePart& part, const pugi::xml_document& document) {
  const std::string encoding = to_lower(document.first_child().attribute("encoding").value());
  const bool declared = document.first_child().type() == pugi::node_declaration && !encoding.empty();
  if (declared && encoding != "utf-8" && encoding != "utf8" && encoding != "us-ascii")
    refuse(say({"часть {} объявлена в кодировке {}, а читается только UTF-8",
                "the part {} is declared to be in {}, and only UTF-8 is read"},
               part.name, printable(encoding)));
}

bool is_word_namespace(std::string_view name) {
  return std::find(word_namespaces.begin(), word_namespaces.end(), name) != word_namespaces.end();
}

std::string_view prefix_of(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

std::string_view local(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Which prefixes mean Word's words, here and further in.
using Prefixes = std::set<std::string, std::less<>>;

Prefixes declared_at(const pugi::xml_node& node, Prefixes known) {
  for (const pugi::xml_attribute& one : node.attributes()) {
    const std::string_view name = one.name();
    if (name != "xmlns" && prefix_of(name) != "xmlns") continue;
    const std::string prefix(name == "xmlns" ? std::string_view() : local(name));
    if (is_word_namespace(one.value()))
      known.insert(prefix);
    else
      known.erase(prefix);
  }
  return known;
}

std::string with_w(std::string_view name) { return "w:" + std::string(local(name)); }

void rename_attributes(pugi::xml_node node, const Prefixes& known) {
  for (pugi::xml_attribute one : node.attributes()) {
    const std::string name = one.name();
    const bool declares = name == "xmlns" || prefix_of(name) == "xmlns";
    if (!declares && !prefix_of(name).empty() && known.contains(prefix_of(name))) one.set_name(with_w(name).c_str());
  }
}

/// Gives Word's words the prefix `w` whatever the writer called it; the depth was held before.
void rename_words(pugi::xml_node node, const Prefixes& outer) {
  const Prefixes known = declared_at(node, outer);
  if (known.contains(prefix_of(node.name()))) node.set_name(with_w(node.name()).c_str());
  rename_attributes(node, known);
  for (pugi::xml_node child : node.children())
    if (child.type() == pugi::node_element) rename_words(child, known);
}

/// Whether the writer used another prefix than ours somewhere; stops where it has found one.
class PrefixWalker : public pugi::xml_tree_walker {
public:
  bool for_each(pugi::xml_node& node) override {
    return std::none_of(node.attributes_begin(), node.attributes_end(), [](const pugi::xml_attribute& one) {
      const std::string_view name = one.name();
      return name != "xmlns:w" && (name == "xmlns" || prefix_of(name) == "xmlns") && is_word_namespace(one.value());
    });
  }
};

void use_our_prefix(pugi::xml_document& document) {
  PrefixWalker only_ours;
  if (document.traverse(only_ours)) return;
  pugi::xml_node root = document.document_element();
  const std::string_view ours = root.attribute("xmlns:w").value();
  if (!ours.empty() && !is_word_namespace(ours))
    refuse({"приставка w значит в нём не Word", "the prefix w does not mean Word in it"});
  std::string meant(word_namespaces.front());
  for (const pugi::xml_attribute& one : root.attributes())
    if (is_word_namespace(one.value())) meant = one.value();
  rename_words(root, {});
  if (ours.empty()) root.prepend_attribute("xmlns:w") = meant.c_str();
}

// Relations

const PackagePart* find_part(const std::vector<PackagePart>& parts, std::string_view name) {
  const auto found = std::find_if(parts.begin(), parts.end(), [&](const PackagePart& one) { return one.name == name; });
  return found == parts.end() ? nullptr : &*found;
}

/// The parts that a part (or the package, by an empty name) relates to, by the last word of the type.
std::multimap<std::string, std::string> relations_of(const std::vector<PackagePart>& parts, std::string_view of) {
  std::multimap<std::string, std::string> found;
  const std::string folder = folder_of(of);
  const PackagePart* part = find_part(parts, fmt::format("{}_rels/{}.rels", folder, of.substr(folder.size())));
  if (!part) return found;
  const pugi::xml_document document = parsed(*part);
  for (const pugi::xml_node& one : document.document_element().children()) {
    if (local(one.name()) != "Relationship" || std::string_view(one.attribute("TargetMode").value()) == "External")
      continue;
    const std::string_view type = one.attribute("Type").value();
    const auto target = resolved(folder, one.attribute("Target").value());
    if (!target) refuse(say({"часть {} ссылается за пределы файла", "the part {} points out of the file"}, part->name));
    found.emplace(std::string(type.substr(type.rfind('/') + 1)), *target);
  }
  return found;
}

/// A file without relations is taken to have its text where Word writes it.
std::string main_part_of(const std::vector<PackagePart>& parts) {
  const auto relations = relations_of(parts, "");
  const auto named = relations.find("officeDocument");
  return named == relations.end() ? "word/document.xml" : named->second;
}

/// Headers and footers stand beside the text, and are named for what they are or related to it.
std::set<std::string> texts_of(const std::vector<PackagePart>& parts, const std::string& main) {
  std::set<std::string> texts{main};
  for (const auto& [type, target] : relations_of(parts, main))
    if (type == "header" || type == "footer") texts.insert(target);
  const std::string folder = folder_of(main);
  for (const PackagePart& part : parts) {
    const std::string_view name = part.name;
    if (!name.starts_with(folder) || !name.ends_with(".xml")) continue;
    const std::string_view stem = name.substr(folder.size());
    if (stem.find('/') == std::string_view::npos && (stem.starts_with("header") || stem.starts_with("footer")))
      texts.insert(part.name);
  }
  return texts;
}

}  // namespace

pugi::xml_document parsed(const PackagePart& part) {
  pugi::xml_document document;
  if (invalid_utf8(part.bytes))
    refuse(say({"часть {} записана не в UTF-8", "the part {} is not written in UTF-8"}, part.name));
  const pugi::xml_parse_result result =
      document.load_buffer(part.bytes.data(), part.bytes.size(), parsing, pugi::encoding_utf8);
  DepthGuard depth;
  if (!result || !document.traverse(depth))
    refuse(say({"часть {} не читается", "the part {} cannot be read"}, part.name));
  require_utf8(part, document);
  TextGuard text;
  if (!page::can_be_xml(part.bytes) || !document.traverse(text))
    refuse(say({"в части {} есть управляющие знаки, которых в XML не бывает",
                "the part {} holds control characters, which XML cannot"},
               part.name));
  use_our_prefix(document);
  return document;
}

WordPackage word_package(std::string_view docx) {
  WordPackage package{.parts = unpacked(docx)};
  require_sound_names(package.parts);
  refuse_macros(package.parts);
  package.main = main_part_of(package.parts);
  const PackagePart* text = find_part(package.parts, package.main);
  if (!text) refuse({"в нём нет текста документа", "it has no text of a document"});
  if (!parsed(*text).child("w:document").child("w:body"))
    refuse({"в нём нет текста документа", "it has no text of a document"});
  package.texts = texts_of(package.parts, package.main);
  return package;
}

}  // namespace nastavnik
