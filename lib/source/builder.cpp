#include "source/builder.h"

#include <algorithm>
#include <array>

#include "base/unseen.h"
#include "source/encoding.h"
#include "source/scan.h"

namespace nastavnik {
namespace {

bool one_of(char c, std::string_view set) { return set.find(c) != set.npos; }

/// Length of the word that means nothing in the YAML 1.2 core schema, 0 when none stands here.
std::size_t null_word(std::string_view text, std::size_t at) {
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (!text.substr(at).starts_with(word)) continue;
    const std::size_t end = at + word.size();
    if (end == text.size() || one_of(text[end], " \t\r\n,]}:")) return word.size();
  }
  return 0;
}

constexpr Text bracket_outdented{"закрывающая скобка стоит левее того, что она закрывает: сдвиньте её вправо",
                                 "the closing bracket stands left of what it closes: move it to the right"};
constexpr Text no_value{"здесь нет значения: лишняя запятая", "there is no value here: a comma too many"};

}  // namespace

Span Builder::span(std::size_t begin, std::size_t end) const {
  begin = std::min(begin, text_.size());
  end = std::clamp(end, begin, text_.size());
  return {source_, static_cast<std::uint32_t>(begin + shift_), static_cast<std::uint32_t>(end - begin)};
}

void Builder::report(YamlRow row, std::size_t begin, std::size_t end, Words label) {
  const Requirement& of = row_of(row);
  findings_.push_back({.of = &of, .severity = of.severity, .span = span(begin, end), .label = std::move(label)});
}

void Builder::offer(Fix fix) {
  for (ReplaceBytes& edit : fix.edits) edit.begin += shift_, edit.end += shift_;
  if (!findings_.empty()) findings_.back().fix = std::move(fix);
}

void Builder::refuse(std::size_t begin, std::size_t end, Text label) {
  report(YamlRow::syntax, begin, end, label);
  usable_ = false;
}

Node* Builder::make(Node::Kind kind, std::size_t begin, std::size_t end) {
  if (++count_ > most_values) {
    report(YamlRow::depth, begin, begin + 1,
           say({"в файле больше {} значений", "the file holds more than {} values"}, most_values));
    stopped_ = true;
  }
  std::pmr::polymorphic_allocator<Node> allocator(&nodes_);
  Node* node = allocator.new_object<Node>(&nodes_);
  node->kind = kind;
  node->span = span(begin, end);
  return node;
}

std::size_t Builder::open_bracket() const {
  for (auto open = open_.rbegin(); open != open_.rend(); ++open)
    if (open->brackets) return open->begin;
  return std::string_view::npos;
}

/// Column of the list or map that the next token must stand right of, whatever brackets are open within it.
std::ptrdiff_t Builder::indent() const {
  std::ptrdiff_t column = -1;
  for (const Open& open : open_) {
    if (open.brackets) break;
    column = open.column;
  }
  return column;
}

/// Where the line of a place begins. Places come in order, so a long line is not looked through for each of them.
std::size_t Builder::line_of(std::size_t at) {
  if (at < line_) return line_begin(text_, at);
  if (at <= line_seen_) return line_;
  const std::size_t before = text_.substr(line_seen_, at - line_seen_).rfind('\n');
  if (before != text_.npos) line_ = line_seen_ + before + 1;
  line_seen_ = at;
  return line_;
}

Builder::Start Builder::skip_properties(std::size_t at) {
  Start start{at, false};
  while (start.at < text_.size() && one_of(text_[start.at], "&!")) {
    const bool tag = text_[start.at] == '!';
    const std::size_t end = end_of_property(text_, start.at);
    if (start.at >= properties_seen_) {
      if (tag)
        report(YamlRow::tag, start.at, end, Text{"здесь стоит тег", "here is a tag"});
      else
        report(YamlRow::alias, start.at, end, Text{"здесь стоит якорь", "here is an anchor"});
      properties_seen_ = end;
    }
    start.tagged = start.tagged || tag;
    start.at = skip_blank(text_, end);
  }
  return start;
}

bool Builder::is_written_null(std::size_t at) {
  if (at < last_ || at >= text_.size() || null_word(text_, at) == 0) return false;
  if (expects_key() || open_bracket() != std::string_view::npos) return true;
  return line_of(at) <= last_ || column(at) > indent();
}

/// Directives end with `---`; without it the library takes them all the same.
void Builder::begin(std::size_t at) {
  const std::size_t first = skip_blank(text_, 0);
  if (text_.substr(first, 1) != "%" || text_.substr(at, 3) == "---") return;
  refuse(first, first + 1, bad_directive);
  stopped_ = true;
}

void Builder::null(std::size_t at) {
  const Start start = skip_properties(at);
  if (!is_written_null(start.at)) return left_out(start.at != at);
  const std::size_t end = start.at + null_word(text_, start.at);
  Node* node = make(Node::Kind::null, start.at, end);
  node->plain = true;
  node->broken = start.tagged;
  node->text = text_.substr(start.at, end - start.at);
  hold_brackets(start.at, end);
  last_ = end;
  place(node);
}

/// A value of which nothing is written: it is shown at its key or at the dash of its item.
void Builder::left_out(bool broken) {
  const std::size_t at = skip_blank(text_, last_);
  Node* node = make(Node::Kind::null, at, at + 1);
  node->broken = broken;
  if (open_.empty()) {
    node->span = span(0, 0);
  } else if (open_.back().has_key) {
    node->span = open_.back().pair.key_span;
    if (text_.substr(at, 1) == ":")
      last_ = at + 1;
    else if (open_bracket() == text_.npos)
      hold_colon(open_.back().pair);
  } else if (open_.back().brackets || expects_key()) {
    refuse(at, at + 1, expects_key() && text_.substr(at, 1) == ":" ? no_key : no_value);
    node->broken = true;
  } else {
    last_ = std::min(at + 1, text_.size());  // behind the dash
  }
  place(node);
}

/// The library takes a word that stands alone for a key.
void Builder::hold_colon(const Pair& pair) {
  const std::size_t begin = pair.key_span.begin - shift_;
  const std::size_t colon = pair.key.find(':');
  if (colon == pair.key.npos) return refuse(begin, begin + pair.key_span.size, no_colon);
  refuse(begin + colon, begin + colon + 1, glued_colon);
}

void Builder::alias(std::size_t at) {
  const std::size_t end = end_of_property(text_, at);
  report(YamlRow::alias, at, end, Text{"здесь стоит ссылка на другое значение", "here is an alias of another value"});
  Node* node = make(Node::Kind::null, at, end);
  node->broken = true;
  last_ = end;
  place(node);
}

std::size_t Builder::end_of_scalar(std::size_t begin, std::string_view value) const {
  if (begin >= text_.size()) return text_.size();
  if (one_of(text_[begin], "'\"")) return std::min(end_of_quoted(text_, begin), text_.size());
  if (one_of(text_[begin], "|>")) return end_of_block(text_, begin, value);
  return end_of_plain(text_, begin, value);
}

/// The value as it stands in the file, else a copy that lives as long.
std::string_view Builder::kept(std::size_t begin, std::size_t end, std::string_view value) {
  std::size_t at = begin;
  if (begin < end && one_of(text_[begin], "'\"")) {
    at = begin + 1;
  } else if (begin < end && one_of(text_[begin], "|>")) {
    const std::size_t first = text_.find_first_not_of(" \t\r\n", content_of_block(text_, begin));
    const std::size_t lead = value.find_first_not_of(" \t\n");
    if (first == text_.npos || lead == value.npos || first < lead) return arena_.keep(value);
    at = first - lead;
  }
  return text_.substr(at).starts_with(value) ? text_.substr(at, value.size()) : arena_.keep(value);
}

/// Of a folded text that keeps its end (`>+`) the library drops the last empty line; it is put back.
std::string Builder::with_its_end(std::size_t begin, std::string_view value) const {
  std::string whole(value.substr(0, value.find_last_not_of('\n') + 1));
  if (whole.empty()) return std::string(value);
  const std::size_t breaks = breaks_after(text_, end_of_block(text_, begin, whole));
  return whole.append(std::max<std::size_t>(breaks, 1), '\n');
}

void Builder::scalar(std::size_t at, std::string_view value) {
  const Start start = skip_properties(at);
  const bool keeps_end = text_.substr(start.at, 1) == ">" && text_.substr(start.at, 3).find('+') != text_.npos;
  if (keeps_end)
    take_scalar(start, at, with_its_end(start.at, value));
  else
    take_scalar(start, at, value);
}

void Builder::take_scalar(Start start, std::size_t at, std::string_view value) {
  if (value.empty() && start.at != at && (start.at >= text_.size() || !one_of(text_[start.at], "'\"|>")))
    return left_out(true);
  const std::size_t end = end_of_scalar(start.at, value);
  Node* node = make(Node::Kind::scalar, start.at, end);
  const char first = start.at < text_.size() ? text_[start.at] : '\0';
  node->plain = !one_of(first, "'\"|>");
  node->broken = start.tagged;
  node->text = kept(start.at, end, value);
  hold_indent(start.at);
  if (first == '"') hold_escapes(start.at, end, value);
  if (one_of(first, "'\""))
    hold_quotes(start.at, end);
  else if (node->plain)
    hold_brackets(start.at, end);
  else
    hold_comment(text_.find_first_not_of("|>+-0123456789", start.at));
  last_ = end;
  place(node);
}

/// A value on a line of its own stands right of its key.
void Builder::hold_indent(std::size_t begin) {
  if (open_.empty() || expects_key() || open_bracket() != text_.npos || line_of(begin) <= last_) return;
  if (column(begin) > indent()) return;
  refuse(begin, begin + 1,
         {"здесь нужен ключ с двоеточием; а если это значение ключа выше, сдвиньте его вправо",
          "a key with a colon is wanted here; if this is the value of the key above, move it to the right"});
}

/// A quoted text of several lines stays right of what it is written in; one that does not was not closed where its
/// author thinks.
void Builder::hold_quotes(std::size_t begin, std::size_t end) {
  if (outdented(text_, begin, end, indent()) < end) {
    report(YamlRow::syntax, begin, begin + 1, open_quote_label);
    stopped_ = true;
    return;
  }
  hold_brackets(begin, begin + 1);
  hold_comment(end);
  if (text_[begin] != '"') return;
  const std::size_t escape = bad_escape(text_, begin, end);
  if (escape >= end) return;
  refuse(escape, escape + 2, bad_escape_sign);
}

/// A sign that nobody sees and that an escape has put into the text: of one that stands in the file itself the reader of
/// bytes has told.
void Builder::hold_escapes(std::size_t begin, std::size_t end, std::string_view value) {
  const std::string_view raw = text_.substr(begin, end - begin);
  if (raw.find('\\') == raw.npos) return;
  if (const auto sign = unseen(value); sign && !unseen(raw)) report(YamlRow::encoding, begin, end, unseen_label(*sign));
}

/// What stands in brackets stays right of what they are written in; else a bracket was not closed.
void Builder::hold_brackets(std::size_t begin, std::size_t end) {
  const std::size_t bracket = open_bracket();
  if (bracket == std::string_view::npos || stopped_) return;
  const std::size_t line = line_of(begin);
  const std::size_t from = line > bracket && line != held_line_ ? line - 1 : begin;
  held_line_ = line;
  if (outdented(text_, from, end, indent()) >= end) return;
  report(YamlRow::syntax, bracket, bracket + 1, open_bracket_label);
  stopped_ = true;
}

void Builder::hold_comment(std::size_t end) {
  if (end >= text_.size() || text_[end] != '#') return;
  refuse(end, end + 1, {"перед примечанием (#) нужен пробел", "a comment (#) needs a space before it"});
}

void Builder::open(Node::Kind kind, std::size_t at, bool flow) {
  const Start start = skip_properties(at);
  const char first = start.at < text_.size() ? text_[start.at] : '\0';
  const bool brackets = flow && first == (kind == Node::Kind::list ? '[' : '{');
  Node* node = make(kind, start.at, start.at);
  if (brackets) {
    hold_indent(start.at);
    hold_brackets(start.at, start.at + 1);
  }
  if (open_.size() >= deepest) {
    report(YamlRow::depth, start.at, start.at + 1,
           say({"вложено глубже {} уровней", "nested deeper than {} levels"}, deepest));
    stopped_ = true;
  }
  open_.push_back({.node = node,
                   .begin = start.at,
                   .column = column(start.at),
                   .brackets = brackets,
                   .first_item = items_.size(),
                   .first_pair = pairs_.size()});
  last_ = std::max(last_, start.at + (brackets ? 1 : 0));
}

void Builder::close() {
  Open done = open_.back();
  if (done.brackets) {
    std::size_t at = skip_blank(text_, last_);
    while (at < text_.size() && one_of(text_[at], ",:?")) at = skip_blank(text_, at + 1);
    if (at < text_.size() && one_of(text_[at], "]}")) last_ = at + 1;
    const bool alone = at < text_.size() && text_.find_first_not_of(" \t", line_of(at)) == at;
    if (alone && column(at) < indent()) refuse(at, at + 1, bracket_outdented);
    hold_comment(last_);
  }
  done.node->span = span(done.begin, last_);
  if (done.node->kind == Node::Kind::list)
    close_list(done);
  else
    close_map(done);
  open_.pop_back();
  place(done.node);
}

void Builder::close_list(Open& list) {
  const auto first = items_.begin() + static_cast<std::ptrdiff_t>(list.first_item);
  list.node->items.assign(first, items_.end());
  items_.erase(first, items_.end());
}

/// Of a key that stands twice the first stays, its value broken: nobody knows which one is meant.
void Builder::close_map(Open& map) {
  const std::span<Pair> pairs = std::span(pairs_).subspan(map.first_pair);
  report_repeated(pairs);
  map.node->entries.reserve(pairs.size());
  for (const Pair& pair : pairs)
    if (pair.value) map.node->entries.push_back({pair.key, pair.key_span, pair.value});
  pairs_.resize(map.first_pair);
}

void Builder::report_repeated(std::span<Pair> pairs) {
  std::vector<Pair*> by_key;
  by_key.reserve(pairs.size());
  for (Pair& pair : pairs) by_key.push_back(&pair);
  std::stable_sort(by_key.begin(), by_key.end(), [](const Pair* a, const Pair* b) { return a->key < b->key; });
  const auto same = [](const Pair* a, const Pair* b) { return a->key == b->key; };
  for (auto it = std::adjacent_find(by_key.begin(), by_key.end(), same); it != by_key.end();
       it = std::adjacent_find(it, by_key.end(), same)) {
    Pair& first = **it;
    for (++it; it != by_key.end() && (*it)->key == first.key; ++it) report_repeated(first, **it);
    for (auto again = it - 1; *again != &first; --again) (*again)->value = nullptr;
  }
}

void Builder::report_repeated(Pair& first, const Pair& again) {
  const Requirement& row = row_of(YamlRow::duplicate_key);
  Finding finding{.of = &row, .severity = row.severity, .span = again.key_span};
  finding.label = Text{"этот ключ уже стоит выше", "this key already stands above"};
  finding.also.push_back({first.key_span, Text{"первый раз", "the first time"}});
  findings_.push_back(std::move(finding));
  first.value->broken = true;
}

void Builder::place(Node* node) {
  if (open_.empty()) {
    root_ = node;
    return;
  }
  Open& in = open_.back();
  if (in.node->kind == Node::Kind::list) return items_.push_back(node);
  if (!in.has_key) return take_key(in, node);
  in.pair.value = node;
  in.has_key = false;
  if (!in.drop) pairs_.push_back(in.pair);
}

void Builder::take_key(Open& in, Node* node) {
  in.has_key = true;
  in.drop = node->broken || node->text.empty() || node->kind == Node::Kind::list || node->kind == Node::Kind::map;
  in.pair = {node->text, node->span, nullptr};
  if (node->plain && node->text == "<<") {
    report(YamlRow::alias, last_ - 2, last_,
           Text{"слияние (<<) здесь не действует: впишите сами поля",
                "merging (<<) has no effect here: write the fields themselves"});
    in.drop = true;
  } else if (in.drop && !node->broken) {
    const std::size_t begin = node->span.begin - shift_;
    refuse(begin, begin + node->span.size, {"ключом бывает только слово", "a key can only be a word"});
  }
  usable_ = usable_ && !in.drop;
}

}  // namespace nastavnik
