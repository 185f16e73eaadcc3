#include "document/template_faults.h"

#include <algorithm>
#include <set>
#include <string>

#include "base/printable.h"
#include "base/text.h"
#include "document/docx_text.h"
#include "document/filling.h"

namespace nastavnik {
namespace {

constexpr std::size_t most_faults = 50;
constexpr std::size_t longest_excerpt = 60;

std::string excerpt_of(std::string_view paragraph) {
  std::string text;
  std::size_t letters = 0;
  for (const Glyph& glyph : glyphs(paragraph.substr(0, 4 * longest_excerpt + 4))) {
    if (++letters > longest_excerpt) return text + "…";
    text += glyph.text;
  }
  return text;
}

bool is_letter_of_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
}

/// `{mentor.full}`: a placeholder that has lost a brace on both sides.
bool holds_single_braces(std::string_view text) {
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    std::size_t at = open + 1;
    if (at < text.size() && (text[at] == '#' || text[at] == '^' || text[at] == '/')) ++at;
    const std::size_t begin = at;
    while (at < text.size() && is_letter_of_name(text[at])) ++at;
    if (at - begin > 2 && text[begin] >= 'a' && at < text.size() && text[at] == '}') return true;
  }
  return false;
}

/// A section that is open, and how many paragraphs ago it was.
struct Open {
  std::string name{};
  std::size_t paragraph = 0;
};

/// Walks the paragraphs of a part, or of a text box, in their order.
class Walk {
public:
  explicit Walk(std::vector<Words>& faults, std::size_t& more) : faults_(faults), more_(more) {}

  void hold(std::string_view text) {
    ++paragraph_;
    const std::vector<Token> tokens = tokens_of(text);
    hold_braces(text, tokens);
    hold_sections(text, tokens);
  }
  void finish() {
    for (const Open& one : open_)
      add(say({"повтор {{{{#{}}}}} открыт и не закрыт", "the section {{{{#{}}}}} is opened and not closed"}, one.name));
  }

private:
  void add(Words fault) {
    if (faults_.size() < most_faults)
      faults_.push_back(std::move(fault));
    else
      ++more_;
  }
  void add(const Words& fault, std::string_view text) {
    add(say({"{}, в абзаце «{}»", "{}, in the paragraph '{}'"}, fault, excerpt_of(text)));
  }

  void hold_braces(std::string_view text, const std::vector<Token>& tokens) {
    std::size_t at = 0;
    for (std::size_t i = 0; i <= tokens.size(); ++i) {
      const std::size_t end = i < tokens.size() ? tokens[i].begin : text.size();
      hold_between(text.substr(at, end - at), text);
      if (i == tokens.size()) return;
      if (tokens[i].name.empty()) add({"пустая подстановка {{}}", "an empty placeholder {{}}"}, text);
      at = tokens[i].end;
    }
  }
  void hold_between(std::string_view between, std::string_view text) {
    const bool opens = between.find("{{") != std::string_view::npos;
    const bool closes = between.find("}}") != std::string_view::npos;
    if (opens) add({"скобки {{ без парных }}", "the braces {{ without their }}"}, text);
    if (closes) add({"скобки }} без парных {{", "the braces }} without their {{"}, text);
    if (!opens && !closes && holds_single_braces(between))
      add({"подстановка в одинарных скобках вместо двойных", "a placeholder in single braces instead of double ones"},
          text);
  }

  bool is_open(std::string_view name) const { return names_.contains(name); }

  void hold_sections(std::string_view text, const std::vector<Token>& tokens) {
    const std::size_t first = text.find_first_not_of(blanks);
    for (const Token& token : tokens) {
      if (token.is_opening()) enter(token, text);
      if (token.kind == Token::Kind::closes) leave(token, text);
    }
    const auto here = [&](const Open& one) { return one.paragraph == paragraph_; };
    const auto left = std::find_if(open_.begin(), open_.end(), here);
    if (left == open_.end()) return;
    // What goes on in the next paragraphs begins its own.
    const bool begins = !tokens.empty() && tokens.front().begin == first && tokens.front().is_opening() &&
                        tokens.front().name == left->name && open_.end() - left == 1;
    if (!begins) add_all_unclosed(left, text);
  }
  void add_all_unclosed(std::vector<Open>::iterator left, std::string_view text) {
    for (auto one = left; one != open_.end(); ++one) {
      add(say({"повтор {{{{#{}}}}} открыт и не закрыт", "the section {{{{#{}}}}} is opened and not closed"}, one->name),
          text);
      names_.erase(one->name);
    }
    open_.erase(left, open_.end());
  }

  void enter(const Token& token, std::string_view text) {
    if (is_open(token.name))
      return add(say({"повтор {{{{#{}}}}} внутри самого себя", "the section {{{{#{}}}}} inside itself"}, token.name),
                 text);
    names_.emplace(token.name);
    open_.push_back({std::string(token.name), paragraph_});
  }
  void leave(const Token& token, std::string_view text) {
    if (!open_.empty() && open_.back().name == token.name) {
      const bool of_before = open_.back().paragraph != paragraph_;
      const bool ends = text.find_first_not_of(blanks, token.end) == std::string_view::npos;
      names_.erase(open_.back().name);
      open_.pop_back();
      if (of_before && !ends)
        add(say({"за {{{{/{}}}}} в его абзаце стоит ещё текст",
                 "there is more text behind {{{{/{}}}}} in its paragraph"},
                token.name),
            text);
      return;
    }
    if (!is_open(token.name))
      return add(say({"повтор {{{{/{}}}}} закрыт и не открыт", "the section {{{{/{}}}}} is closed and not opened"},
                     token.name),
                 text);
    add(say({"повтор {{{{/{}}}}} закрыт, пока открыт {{{{#{}}}}}: они перекрещены",
             "the section {{{{/{}}}}} is closed while {{{{#{}}}}} is open: they cross"},
            token.name, open_.back().name),
        text);
    const auto opened =
        std::find_if(open_.begin(), open_.end(), [&](const Open& one) { return one.name == token.name; });
    names_.erase(opened->name);
    open_.erase(opened);
  }

  static constexpr std::string_view blanks = " \t\n\xc2\xa0";
  std::vector<Words>& faults_;
  std::size_t& more_;
  std::size_t paragraph_ = 0;
  std::vector<Open> open_{};
  std::set<std::string, std::less<>> names_{};  ///< of what is open
};

/// Paragraphs in their order; the text of a box is a text by itself.
void walk(const pugi::xml_node& node, Walk& here, std::vector<Words>& faults, std::size_t& more) {
  for (const pugi::xml_node& child : node.children()) {
    const std::string_view name = child.name();
    if (name == "w:p") here.hold(text_of_paragraph(child));
    if (name != "w:txbxContent") {
      walk(child, here, faults, more);
      continue;
    }
    Walk box(faults, more);
    walk(child, box, faults, more);
    box.finish();
  }
}

constexpr Noun fault_noun{{"ошибка", "fault"}, {"ошибки", "faults"}, {"ошибок", "faults"}};

}  // namespace

std::vector<Words> template_faults(const WordPackage& package) {
  std::vector<Words> faults;
  std::size_t more = 0;
  for (const PackagePart& part : package.parts) {
    if (!package.texts.contains(part.name)) continue;
    const pugi::xml_document document = parsed(part);
    Walk whole(faults, more);
    walk(document, whole, faults, more);
    whole.finish();
  }
  if (more != 0) faults.push_back(say({"и ещё {}", "and {} more"}, Count{static_cast<long long>(more), fault_noun}));
  return faults;
}

}  // namespace nastavnik
