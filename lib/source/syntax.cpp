#include "source/syntax.h"

#include <algorithm>

#include "base/ascii.h"
#include "source/scan.h"

namespace nastavnik {
namespace {

/// What the library says, and what we say instead. Its messages are matched by their beginning.
struct Saying {
  std::string_view message{};
  YamlRow row = YamlRow::syntax;
  Text label{};
};

constexpr Text bad_alias{"со знака * начинается ссылка YAML; если это часть текста, возьмите текст в кавычки",
                         "* begins a YAML alias; if it belongs to the text, put the text in quotes"};
constexpr Text bad_anchor{"со знака & начинается якорь YAML; если это часть текста, возьмите текст в кавычки",
                          "& begins a YAML anchor; if it belongs to the text, put the text in quotes"};
constexpr Text bad_tag{"со знака ! начинается тег YAML; если это часть текста, возьмите текст в кавычки",
                       "! begins a YAML tag; if it belongs to the text, put the text in quotes"};
constexpr Text bad_indent{"отступ этой строки не совпадает с отступом строк, к которым она относится",
                          "the indentation of this line does not match the lines it belongs to"};
constexpr Text comma_wanted{"здесь нужна запятая или закрывающая скобка",
                            "a comma or a closing bracket is wanted here"};
constexpr Text bad_escape_code{
    "после \\x, \\u и \\U нужен код знака шестнадцатеричными цифрами; чтобы написать саму черту, удвойте её",
    "\\x, \\u and \\U are followed by the code of a character in hexadecimal digits; to write a backslash, double it"};

constexpr Saying sayings[] = {
    {"YAML directive", YamlRow::syntax, bad_directive},
    {"bad YAML version", YamlRow::syntax, bad_directive},
    {"YAML major version", YamlRow::syntax, bad_directive},
    {"repeated ", YamlRow::syntax, bad_directive},
    {"TAG directive", YamlRow::syntax, bad_directive},
    {"illegal character found while scanning tag", YamlRow::tag, bad_tag},
    {"tag handle with no suffix", YamlRow::tag, bad_tag},
    {"end of verbatim tag", YamlRow::tag, bad_tag},
    {"cannot assign multiple tags", YamlRow::tag, bad_tag},
    {"cannot assign multiple anchors", YamlRow::alias, bad_anchor},
    {"anchor not found", YamlRow::alias, bad_anchor},
    {"illegal character found while scanning anchor", YamlRow::alias, bad_anchor},
    {"cannot assign multiple aliases", YamlRow::alias, bad_alias},
    {"aliases can't have", YamlRow::alias, bad_alias},
    {"alias not found", YamlRow::alias, bad_alias},
    {"illegal character found while scanning alias", YamlRow::alias, bad_alias},
    {"the referenced anchor", YamlRow::alias, bad_alias},
    {"end of map flow", YamlRow::syntax, comma_wanted},
    {"end of sequence flow", YamlRow::syntax, comma_wanted},
    {"end of sequence", YamlRow::syntax, bad_indent},
    {"bad character found while scanning hex", YamlRow::syntax, bad_escape_code},
    {"invalid unicode", YamlRow::syntax, bad_escape_code},
    {"unknown escape", YamlRow::syntax, bad_escape_sign},
    {"unknown token",
     YamlRow::syntax,
     {"с этого знака значение начинаться не может: возьмите его в кавычки",
      "a value cannot begin with this character: put it in quotes"}},
    {"illegal tab",
     YamlRow::syntax,
     {"отступ сделан табуляцией; отступ делают пробелами", "the indentation is a tab; indent with spaces"}},
    {"illegal flow end", YamlRow::syntax, {"этой закрывающей скобке нет пары", "this closing bracket has no partner"}},
    {"illegal block entry",
     YamlRow::syntax,
     {"здесь не может стоять пункт списка («- »): начните его с новой строки, с отступом",
      "no list item (“- ”) can stand here: begin it on a new line, indented"}},
    {"illegal map key",
     YamlRow::syntax,
     {"здесь не может стоять «? »; если это часть текста, возьмите текст в кавычки",
      "“? ” cannot stand here; if it belongs to the text, put the text in quotes"}},
    {"cannot set zero indentation",
     YamlRow::syntax,
     {"после | и > цифра 0 не ставится", "| and > are not followed by the digit 0"}},
    {"unexpected character in block",
     YamlRow::syntax,
     {"текст начинают со строки под знаком | или >", "the text begins on the line below | or >"}},
    {"bad file", YamlRow::depth, {"значения вложены слишком глубоко", "values nest too deep"}},
};

bool is_letter(char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// A byte within a character of several.
bool is_inner(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// Looks for the slip behind what the library stumbled over.
class Diagnosis {
public:
  Diagnosis(Builder& builder, std::string_view text, std::string_view message, std::size_t at)
      : builder_(builder), text_(text), message_(message), at_(std::min(at, written_end())) {}

  void run() {
    if (merge_left() || open_quote_left() || open_bracket_left() || tab_in_indentation() || no_space_after_colon())
      return;
    if (text_.substr(at_, 1) == "?" && column_of(text_, at_) > 0 &&
        !is_blank(text_[at_ - 1]))  // elsewhere it may stand
      return say_at(at_, Text{"в скобках текст со знаком «?» берут в кавычки",
                              "within brackets a text with “?” is put in quotes"});
    if (message_ == "illegal map value") return colon_out_of_place();
    if (message_ == "end of map not found") return word_out_of_place();
    for (const Saying& saying : sayings)
      if (message_.starts_with(saying.message)) return say_at(sign_before(), saying.label, saying.row);
    say_at(at_, say({"здесь ошибка YAML: {}", "a YAML error here: {}"}, message_));
  }

private:
  /// Where the last thing written ends: behind it nobody looks.
  std::size_t written_end() const {
    const std::size_t last = text_.find_last_not_of(" \t\r\n");
    return last == text_.npos ? 0 : last + 1;
  }
  std::string_view line_of(std::size_t at) const {
    const std::size_t begin = line_begin(text_, at);
    return text_.substr(begin, text_.find('\n', begin) - begin);
  }
  std::size_t first_in_line(std::size_t at) const {
    return std::min(text_.find_first_not_of(" \t", line_begin(text_, at)), text_.size());
  }
  /// Bytes of the character that stands here; none at the end of a line.
  std::size_t width(std::size_t at) const {
    if (at >= text_.size() || text_[at] == '\n' || text_[at] == '\r' || is_inner(text_[at])) return 0;
    std::size_t size = 1;
    while (at + size < text_.size() && is_inner(text_[at + size])) ++size;
    return size;
  }
  void say_at(std::size_t at, const Words& label, YamlRow row = YamlRow::syntax) {
    // At the end of a line there is nothing to see: the character before it is shown.
    while (at > line_begin(text_, at) && width(at) == 0) --at;
    builder_.report(row, at, at + width(at), label);
  }

  /// The sign that the library has just passed when it found nothing behind it.
  std::size_t sign_before() const {
    return at_ > 0 && (text_[at_ - 1] == '*' || text_[at_ - 1] == '&') ? at_ - 1 : at_;
  }

  /// What git leaves where two changes met: nothing around it makes sense either.
  bool merge_left() {
    for (const std::string_view mark : {"<<<<<<< ", "=======\n", ">>>>>>> "}) {
      std::size_t at = text_.find(mark);
      while (at != text_.npos && at > 0 && text_[at - 1] != '\n') at = text_.find(mark, at + 1);
      if (at == text_.npos) continue;
      builder_.report(YamlRow::syntax, at, at + mark.size() - 1,
                      Text{"здесь осталась метка слияния git: оставьте одну из двух частей и уберите строки с <<<<<<<, "
                           "======= и >>>>>>>",
                           "a mark of a git merge is left here: keep one of the two parts and remove the lines with "
                           "<<<<<<<, ======= and >>>>>>>"});
      return true;
    }
    return false;
  }

  bool open_quote_left() {
    if (message_ != "illegal document indicator in scalar" && message_ != "illegal EOF in scalar") return false;
    const std::size_t quote = open_quote(text_, builder_.end(), at_);
    say_at(quote == not_closed ? at_ : quote, open_quote_label);
    return true;
  }

  bool open_bracket_left() {
    const std::size_t bracket = builder_.open_bracket();
    if (bracket == std::string_view::npos) return false;
    const bool at_end = skip_blank(text_, at_) >= text_.size();
    if (!at_end && message_ != "illegal block entry") return false;
    say_at(bracket, open_bracket_label);
    return true;
  }

  bool tab_in_indentation() {
    for (std::size_t begin = line_begin(text_, builder_.end()); begin <= at_ && begin < text_.size();) {
      const std::size_t first = std::min(text_.find_first_not_of(" \t", begin), text_.size());
      const std::size_t tab = text_.substr(0, first).find('\t', begin);
      if (tab != text_.npos) {
        say_at(tab, Text{"отступ сделан табуляцией; отступ делают пробелами",
                         "the indentation is a tab; indent with spaces"});
        return true;
      }
      const std::size_t end = text_.find('\n', first);
      if (end == text_.npos) break;
      begin = end + 1;
    }
    return false;
  }

  /// `name:Иван` is one word; what follows then makes no sense to the library.
  bool no_space_after_colon() {
    for (std::size_t begin = line_begin(text_, std::min(builder_.end(), at_)); begin <= at_ && begin < text_.size();) {
      std::size_t at = std::min(text_.find_first_not_of(" \t-", begin), text_.size());
      const std::size_t word = at;
      while (at < text_.size() && is_letter(text_[at])) ++at;
      const bool glued = at > word && at + 1 < text_.size() && text_[at] == ':' && !is_blank(text_[at + 1]) &&
                         text_[at + 1] != '\n' && text_[at + 1] != '\r' && text_[at + 1] != '/';
      if (glued) {
        say_at(at, glued_colon);
        return true;
      }
      const std::size_t end = text_.find('\n', begin);
      if (end == text_.npos) break;
      begin = end + 1;
    }
    return false;
  }

  /// Whether the lines below belong to the one that holds the byte.
  bool goes_on_below(std::size_t at) const {
    const std::size_t next = text_.find('\n', at);
    if (next == text_.npos) return false;
    const std::size_t word = skip_blank(text_, next + 1);
    return word < text_.size() && column_of(text_, word) > column_of(text_, first_in_line(at)) && text_[word] != '#';
  }

  /// Around the rest of the line from here on, but for its comment. Where no Russian word stands before the colon, a comma
  /// or a line break may have been forgotten instead.
  void offer_quotes(std::size_t begin) {
    std::string_view value = text_.substr(begin, text_.find_first_of("\r\n", begin) - begin);
    value = trimmed(value.substr(0, std::min(value.find(" #"), value.find("\t#"))), " \t");
    if (value.find_first_of("\"\\\t") != value.npos || value.find_first_of("'[{|>") == 0 || value.ends_with(':'))
      return;
    if (goes_on_below(begin)) return;
    const bool has_curly_quotes = value.find("“") != value.npos || value.find("”") != value.npos;
    const bool is_russian = at_ > begin && static_cast<unsigned char>(text_[at_ - 1]) >= 0x80;
    builder_.offer(
        {{{begin, begin, "\""}, {begin + value.size(), begin + value.size(), "\""}}, is_russian && !has_curly_quotes});
  }

  void colon_out_of_place() {
    const std::size_t begin = line_begin(text_, at_);
    const std::string_view before = text_.substr(begin, at_ - begin);
    if (const std::size_t key = before.find(": "); key != before.npos) {
      say_at(at_, Text{"двоеточие с пробелом внутри текста: возьмите весь текст в кавычки",
                       "a colon and a space within a text: put the whole text in quotes"});
      if (before.substr(0, key).find_first_of("{[\"'") == before.npos)
        offer_quotes(text_.find_first_not_of(' ', begin + key + 1));
      return;
    }
    if (before.size() > 1000)
      return say_at(first_in_line(at_), Text{"ключ длиннее 1024 байт", "the key is longer than 1024 bytes"});
    if (first_in_line(at_) > begin)
      return say_at(
          first_in_line(at_),
          Text{"строка сдвинута вправо и читается как продолжение предыдущей: проверьте отступ",
               "the line is moved to the right and reads as a continuation of the one above: check its indentation"});
    std::size_t word = skip_blank(text_, builder_.end());
    if (word < begin && text_[word] == ':') word = skip_blank(text_, word + 1);
    if (word < begin) return say_at(word, no_colon);
    say_at(at_, no_key);
  }

  void word_out_of_place() {
    const std::size_t before = text_.find_last_not_of(" \t", at_ == 0 ? 0 : at_ - 1);
    const bool first = first_in_line(at_) == at_;
    if (!first && before != text_.npos && (text_[before] == '"' || text_[before] == '\''))
      return say_at(
          at_,
          Text{
              "после закрывающей кавычки стоит ещё текст; кавычку внутри текста пишут как «ёлочку» или дважды: '' или \\\"",
              "text follows the closing quote; a quote within a text is written twice in '…', or as \\\" in \"…\""});
    const std::string_view line = line_of(at_);
    if (first && (line.find(": ") != line.npos || line.ends_with(':') || line.ends_with(":\r")))
      return say_at(at_, bad_indent);
    if (first && line.substr(column_of(text_, at_)).starts_with("- "))
      return say_at(at_, Text{"пункт списка стоит вровень с ключами: проверьте отступ",
                              "a list item stands level with the keys: check its indentation"});
    say_at(at_, Text{"здесь нужен ключ с двоеточием", "a key with a colon is wanted here"});
  }

  Builder& builder_;
  std::string_view text_;
  std::string_view message_;
  std::size_t at_;
};

}  // namespace

void report_syntax(Builder& builder, std::string_view text, std::string_view message, std::size_t at) {
  builder.refuse();
  Diagnosis(builder, text, message, at).run();
}

}  // namespace nastavnik
