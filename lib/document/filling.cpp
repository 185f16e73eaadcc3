#include "document/filling.h"

#include <algorithm>
#include <deque>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/printable.h"

namespace nastavnik {
namespace {

constexpr std::string_view blanks = " \t\n\xc2\xa0";

Token token_of(std::string_view inside, std::size_t begin, std::size_t end) {
  Token token{.name = trimmed(inside, blanks), .begin = begin, .end = end};
  if (token.name.empty()) return token;
  const char sign = token.name.front();
  if (sign == '#') token.kind = Token::Kind::opens;
  if (sign == '^') token.kind = Token::Kind::opens_without;
  if (sign == '/') token.kind = Token::Kind::closes;
  if (token.kind != Token::Kind::value) token.name = trimmed(token.name.substr(1), blanks);
  return token;
}

bool is_blank(std::string_view text) { return trimmed(text, blanks).empty(); }

template <class T>
void add_once(std::vector<T>& list, const T& value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

bool ends_own_sentence(std::string_view text) {
  return text.ends_with('!') || text.ends_with('?') || text.ends_with("…");
}

/// `person.position`, `mentee.position.acc`.
bool is_post(std::string_view name) {
  const std::size_t at = name.find(".position");
  return at != name.npos && at > 0;
}

/// Fills the stretches of a paragraph as one text.
class Filler {
public:
  Filler(std::span<const std::string> stretches, const ValueScope& scope, FillReport& report)
      : stretches_(stretches), report_(report), pieces_(stretches.size()), scopes_{scope} {
    for (const std::string& stretch : stretches) {
      starts_.push_back(text_.size());
      text_ += stretch;
    }
  }

  std::vector<std::vector<Piece>> run() {
    std::size_t at = 0;
    for (const Token& token : tokens_of(text_)) {
      keep(at, token.begin);
      put(token);
      at = token.end;
    }
    keep(at, text_.size());
    return std::move(pieces_);
  }

private:
  bool is_hidden() const { return hidden_ != 0; }

  /// What is no placeholder stays in its stretch; no full stop follows a text that ends its sentence itself.
  void keep(std::size_t begin, std::size_t end) {
    if (is_hidden() || begin == end) return;
    if (ends_sentence_ && text_[begin] == '.') ++begin;
    ends_sentence_ = false;
    for (std::size_t i = stretch_at(begin); i < starts_.size() && starts_[i] < end; ++i) {
      const std::size_t from = std::max(begin, starts_[i]);
      const std::size_t to = std::min(end, starts_[i] + stretches_[i].size());
      if (from < to) add(i, {text_.substr(from, to - from), false});
    }
  }

  void put(const Token& token) {
    if (token.kind == Token::Kind::closes) return leave();
    const Value* value = is_hidden() ? nullptr : scopes_.back().find(token.name);
    if (!value && !is_hidden()) report_.meet_unknown(token.name);
    if (token.is_opening()) return enter(token, value);
    if (!value || is_hidden()) return;
    report_.meet(*value);
    if (value->text.empty() && !value->gap && is_post(token.name)) drop_comma(stretch_at(token.begin));
    if (value->gap || !value->text.empty()) ends_sentence_ = !value->gap && ends_own_sentence(value->text);
    add(stretch_at(token.begin),
        value->gap ? Piece{harmless(mark_of(*value->gap)), true} : Piece{harmless(value->text), false});
  }

  /// The last stretch that begins at the place or before it.
  std::size_t stretch_at(std::size_t place) const {
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), place);
    return next == starts_.begin() ? 0 : static_cast<std::size_t>(next - starts_.begin() - 1);
  }

  /// Whether one is in an item of the list already, because the whole paragraph is repeated for each.
  bool is_in(const Value& list) const {
    for (const ValueScope* scope = &scopes_.back(); scope; scope = scope->outer)
      for (const Values& item : list.items)
        if (&item == &scope->values) return true;
    return false;
  }

  /// Within a paragraph a section shows or hides; of a list it shows the first item.
  void enter(const Token& token, const Value* value) {
    shown_.push_back(value && value->shows() == (token.kind == Token::Kind::opens));
    hidden_ += shown_.back() ? 0U : 1U;
    const bool steps_in = shown_.back() && value->is_list && !value->items.empty() && !is_in(*value);
    if (steps_in)
      scopes_.push_back({value->items.front(), &scopes_.back()});
    else
      scopes_.push_back(scopes_.back());
  }

  void leave() {
    if (shown_.empty()) return;
    hidden_ -= shown_.back() ? 0U : 1U;
    shown_.pop_back();
    scopes_.pop_back();
  }

  /// The comma before a post that is not kept.
  void drop_comma(std::size_t stretch) {
    while (stretch > 0 && pieces_[stretch].empty()) --stretch;
    if (pieces_[stretch].empty() || pieces_[stretch].back().gap) return;
    std::string& text = pieces_[stretch].back().text;
    if (text.ends_with(", ")) text.resize(text.size() - 2);
  }

  void add(std::size_t stretch, Piece piece) {
    std::vector<Piece>& pieces = pieces_[stretch];
    if (!pieces.empty() && !pieces.back().gap && !piece.gap)
      pieces.back().text += piece.text;
    else
      pieces.push_back(std::move(piece));
  }

  std::span<const std::string> stretches_;
  FillReport& report_;
  std::string text_;
  std::vector<std::size_t> starts_;
  std::vector<std::vector<Piece>> pieces_;
  std::vector<bool> shown_;        ///< of the sections one is in
  std::size_t hidden_ = 0;         ///< how many of them hide
  bool ends_sentence_ = false;     ///< the value just put ends with a sign of its own
  std::deque<ValueScope> scopes_;  ///< a deque: the inner ones point to the outer
};

/// The tokens that no other within the text opens or closes, and the pair that encloses all of it.
struct Balance {
  const Token* opens = nullptr;
  const Token* closes = nullptr;
  bool encloses = false;
};

Balance balance_of(const std::vector<Token>& tokens, std::string_view text) {
  Balance balance;
  std::vector<const Token*> open;
  const std::size_t first = text.find_first_not_of(blanks), last = text.find_last_not_of(blanks);
  for (const Token& token : tokens) {
    if (token.is_opening()) open.push_back(&token);
    if (token.kind != Token::Kind::closes) continue;
    if (open.empty()) {
      balance.closes = &token;
      continue;
    }
    const Token* opening = open.back();
    open.pop_back();
    if (opening->begin <= first && last < token.end) balance = {opening, &token, true};
  }
  if (!open.empty()) balance.opens = open.front();
  return balance;
}

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t begin = text.find("{{"); begin != std::string_view::npos; begin = text.find("{{", begin)) {
    const std::size_t end = text.find("}}", begin + 2);
    if (end == std::string_view::npos) break;
    const std::size_t nearest = text.rfind("{{", end - 2);  // one before it has lost its own end
    tokens.push_back(token_of(text.substr(nearest + 2, end - nearest - 2), nearest, end + 2));
    begin = end + 2;
  }
  return tokens;
}

void PlaceholderNames::add(std::string_view text) {
  for (const Token& token : tokens_of(text))
    if (met_.emplace(token.name).second) names_.emplace_back(token.name);
}

void FillReport::meet_unknown(std::string_view name) {
  if (met_.insert(fmt::format("?{}", name)).second) unknown.emplace_back(name);
}
void FillReport::meet_unbalanced(std::string_view name) {
  if (met_.insert(fmt::format("#{}", name)).second) unbalanced.emplace_back(name);
}
void FillReport::meet(const Value& value) {
  if (value.gap) add_once(gaps, *value.gap);
  if (!value.doubt.empty()) add_once(doubts, Doubt{value.text, value.doubt});
}

std::string mark_of(const Gap& gap) { return fmt::format("[не указано: {}]", gap.what.ru); }

std::vector<std::vector<Piece>> filled(std::span<const std::string> stretches, const ValueScope& scope,
                                       FillReport& report) {
  return Filler(stretches, scope, report).run();
}

Marks marks_of(std::string_view text) {
  const std::vector<Token> tokens = tokens_of(text);
  const Balance balance = balance_of(tokens, text);
  Marks marks;
  const auto stands_first = [&](const Token& token) { return is_blank(text.substr(0, token.begin)); };
  const auto stands_last = [&](const Token& token) { return is_blank(text.substr(token.end)); };
  if (balance.opens && stands_first(*balance.opens)) {
    marks.opens = balance.opens->name;
    marks.without = balance.opens->kind == Token::Kind::opens_without;
  }
  if (balance.closes && stands_last(*balance.closes)) marks.closes = balance.closes->name;
  marks.bare = tokens.size() == 1 && stands_first(tokens.front()) && stands_last(tokens.front()) &&
               tokens.front().kind != Token::Kind::value;
  return marks;
}

std::size_t detail::closing(std::span<const Marks> marks, std::size_t opening) {
  if (marks[opening].closes == marks[opening].opens) return opening;
  std::size_t depth = 0;
  for (std::size_t i = opening + 1; i < marks.size(); ++i) {
    if (marks[i].opens == marks[opening].opens) ++depth;
    if (marks[i].closes != marks[opening].opens) continue;
    if (depth == 0) return i;
    --depth;
  }
  return marks.size();
}

}  // namespace nastavnik
