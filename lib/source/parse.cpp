// YAML text into nodes. The events of the library are taken as they come: what they mean is the library's word, where
// it stands and where it ends is ours. The only file that knows yaml-cpp.

#include <algorithm>
#include <new>
#include <sstream>
#include <string>
#include <utility>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "source/builder.h"
#include "source/encoding.h"
#include "source/merge.h"
#include "source/node.h"
#include "source/quick_parse.h"
#include "source/scan.h"
#include "source/syntax.h"

namespace nastavnik {
namespace {

/// Leaves the library's parser, which cannot be left otherwise. The reason has been reported.
struct Stopped {};

class Events : public YAML::EventHandler {
public:
  Events(Builder& builder, std::size_t size) : builder_(builder), size_(size) {}

  /// Where the last document began.
  std::size_t begun_at() const { return begun_at_; }

  void OnDocumentStart(const YAML::Mark& mark) override {
    begun_at_ = at(mark);
    if (documents_++ > 0) throw Stopped{};
    builder_.begin(begun_at_);
    go_on();
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    builder_.null(at(mark));
    go_on();
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    builder_.alias(at(mark));
    go_on();
  }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t, const std::string& value) override {
    builder_.scalar(at(mark), value);
    go_on();
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value style) override {
    builder_.open(Node::Kind::list, at(mark), style == YAML::EmitterStyle::Flow);
    go_on();
  }
  void OnSequenceEnd() override { builder_.close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value style) override {
    builder_.open(Node::Kind::map, at(mark), style == YAML::EmitterStyle::Flow);
    go_on();
  }
  void OnMapEnd() override { builder_.close(); }

private:
  std::size_t at(const YAML::Mark& mark) const {
    return mark.is_null() ? 0 : std::min(static_cast<std::size_t>(mark.pos), size_);
  }
  void go_on() const {
    if (builder_.stopped()) throw Stopped{};
  }

  Builder& builder_;
  std::size_t size_;
  std::size_t documents_ = 0;
  std::size_t begun_at_ = 0;
};

/// What the library is given: a line break at the end and a mark behind it, so that a quote nobody closes cannot
/// quietly take in the rest of the file.
std::string fed(std::string_view text) {
  const std::size_t last_line = text.rfind('\n') + 1;
  if (text.find_first_not_of(" \t", last_line) == text.npos) text = text.substr(0, last_line);
  std::string bytes;
  bytes.reserve(text.size() + 5);
  bytes = text;
  if (!text.empty() && !text.ends_with('\n')) bytes += '\n';
  return bytes += "...\n";
}

/// What stands behind the document that was read.
void report_rest(Builder& builder, std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  const std::string_view between = text.substr(builder.end(), at - std::min(at, builder.end()));
  if (text.substr(at, 3) == "---") {
    builder.report(YamlRow::documents, at, at + 3,
                   Text{"отсюда начинается вторая запись", "a second record begins here"});
  } else if (between.find("\n...") != between.npos || between.starts_with("...")) {
    builder.report(YamlRow::documents, at, end,
                   Text{"это стоит после конца записи (...)", "this stands behind the end of the record (...)"});
  } else {
    builder.report(YamlRow::syntax, at, at + 1,
                   Text{"здесь лишний текст: запись уже закончилась", "text too many: the record has ended already"});
    builder.refuse();
  }
}

/// One document and a look at what follows it; never more, for behind a stray comma the library finds documents
/// without end.
void read_events(Builder& builder, std::string_view text) {
  std::istringstream input(fed(text));
  Events events(builder, text.size());
  try {
    YAML::Parser parser(input);
    if (parser.HandleNextDocument(events)) parser.HandleNextDocument(events);
  } catch (const Stopped&) {
    if (!builder.stopped()) report_rest(builder, text, events.begun_at());
  } catch (const YAML::Exception& error) {
    report_syntax(builder, text, error.msg,
                  error.mark.is_null() ? builder.end() : static_cast<std::size_t>(error.mark.pos));
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    report_syntax(builder, text, error.what(), builder.end());
  }
}

/// Reports a key, a value or an item of a list whose line is indented with a tab: the library takes it, other tools do not.
/// Of each line only what stands first can be indented, and a line is looked at once, however much stands on it.
class TabIndents {
public:
  TabIndents(Builder& builder, std::string_view text, std::size_t mark) : builder_(builder), text_(text), mark_(mark) {}

  void look_at(const Node& node) {
    for (const NodeEntry& entry : node.entries) {
      look_before(entry.key_span.begin - mark_);
      look_before(entry.value->span.begin - mark_);
      look_at(*entry.value);
    }
    for (const Node* item : node.items) {
      look_before(item->span.begin - mark_);
      look_at(*item);
    }
  }

private:
  void look_before(std::size_t token) {
    if (token < beyond_) return;
    const std::size_t line = line_begin(text_, token);
    beyond_ = std::min(text_.find('\n', token), text_.size() - 1) + 1;
    const std::size_t first = text_.find_first_not_of(" \t", line);
    const std::size_t tab = text_.substr(0, std::min(first, token)).find('\t', line);
    if (tab == text_.npos) return;
    builder_.report(
        YamlRow::syntax, tab, tab + 1,
        Text{"отступ сделан табуляцией; отступ делают пробелами", "the indentation is a tab; indent with spaces"});
    builder_.refuse();
  }

  Builder& builder_;
  std::string_view text_;
  std::size_t mark_;
  std::size_t beyond_ = 0;  ///< lines before this place have been looked at
};

}  // namespace

const Node* parse(std::uint32_t source, const Sources& sources, Arena& arena, std::pmr::memory_resource& nodes,
                  Findings& findings, Reading reading) {
  std::string_view text = sources[source].text;
  const std::size_t findings_before = findings.size();
  if (!check_encoding(source, text, findings)) return nullptr;
  if (report_unfinished_merge(source, text, findings)) return nullptr;
  const std::size_t mark = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  text.remove_prefix(mark);
  if (reading == Reading::quick) {
    const std::size_t findings_of_bytes = findings.size();
    Builder quick(source, text, mark, arena, nodes, findings);
    if (read_quickly(quick, text) && findings.size() == findings_of_bytes) return quick.document();
    findings.resize(findings_of_bytes);
  }
  Builder builder(source, text, mark, arena, nodes, findings);
  read_events(builder, text);
  if (const Node* read = builder.document()) TabIndents(builder, text, mark).look_at(*read);
  const Node* document = builder.document();
  if (!document || document->kind != Node::Kind::null || !document->text.empty()) return document;
  if (findings.size() == findings_before)
    builder.report(YamlRow::empty, 0, 0, Text{"здесь нет записи", "there is no record here"});
  return nullptr;
}

}  // namespace nastavnik
