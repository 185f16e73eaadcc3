#include "cmd/line_editor.h"

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cwchar>
#include <histedit.h>
#include <langinfo.h>
#include <memory>
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/printable.h"
#include "disk/signals.h"

namespace nastavnik::cmd {
namespace {

/// Of characters alone: numbers, days and messages stay as they are.
void read_utf8(const char* locale) {
  const bool is_set = std::setlocale(LC_CTYPE, locale) != nullptr;
  if (!is_set || std::string_view(nl_langinfo(CODESET)) != "UTF-8") std::setlocale(LC_CTYPE, "C.UTF-8");
}

// Between characters and what they are in UTF-8, by the locale that was set.

std::wstring wide(const std::string& text) {
  std::wstring all(text.size(), L'\0');
  const std::size_t size = std::mbstowcs(all.data(), text.c_str(), all.size());
  all.resize(size == static_cast<std::size_t>(-1) ? 0 : size);
  return all;
}

std::string narrow(const std::wstring& text) {
  std::string all(text.size() * MB_CUR_MAX, '\0');
  const std::size_t size = std::wcstombs(all.data(), text.c_str(), all.size());
  all.resize(size == static_cast<std::size_t>(-1) ? 0 : size);
  return all;
}

/// What all the words begin with, by whole characters.
std::wstring begun_alike(const Offers& offers) {
  std::wstring common = wide(offers.front().word);
  for (const Offer& offer : offers) {
    const std::wstring word = wide(offer.word);
    common.resize(static_cast<std::size_t>(std::ranges::mismatch(common, word).in1 - common.begin()));
  }
  return common;
}

/// What a terminal sends around what was pasted, where it was asked to.
constexpr const char *mark_pasted = "\x1b[?2004h", *leave_pasted = "\x1b[?2004l";
constexpr std::wstring_view pasted_end = L"\x1b[201~";

winsize window() {
  winsize size{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size : winsize();
}

bool is_alike(const winsize& a, const winsize& b) { return a.ws_col == b.ws_col && a.ws_row == b.ws_row; }

/// As a shell leaves the terminal to a program that was stopped and goes on.
bool is_by_lines() {
  termios now{};
  return tcgetattr(STDIN_FILENO, &now) == 0 && (now.c_lflag & static_cast<tcflag_t>(ICANON)) != 0;
}

void write_now(const char* text) {
  std::fputs(text, stdout);
  std::fflush(stdout);
}

/// The line of a terminal, for all questions of a run: what was typed ahead of a question is its answer.
class LineEditor {
public:
  explicit LineEditor(bool can_mark_pasted) : can_mark_pasted_(can_mark_pasted) {
    if (!editor_) return;
    el_wset(editor_.get(), EL_CLIENTDATA, this);
    el_wset(editor_.get(), EL_SIGNAL, 0);
    el_wset(editor_.get(), EL_EDITOR, L"emacs");
    el_wset(editor_.get(), EL_PROMPT, prompt_of);
    el_wset(editor_.get(), EL_GETCFN, read_character);
    el_wset(editor_.get(), EL_ADDFN, L"offer", L"offer what the line may become", offer);
    el_wset(editor_.get(), EL_ADDFN, L"take-pasted", L"take what was pasted as one line", take_pasted);
    el_wset(editor_.get(), EL_BIND, L"^I", L"offer", nullptr);
    el_wset(editor_.get(), EL_BIND, L"\\e[200~", L"take-pasted", nullptr);
    el_wset(editor_.get(), EL_BIND, L"^W", L"ed-delete-prev-word", nullptr);
    for (const wchar_t* search : {L"^R", L"^S"})  // there is no history to search
      el_wset(editor_.get(), EL_BIND, search, L"ed-unassigned", nullptr);
  }

  std::optional<std::string> ask(const AskedLine& asked) {
    asked_ = &asked;
    prompt_ = wide(asked.prompt);
    std::optional<std::string> line = editor_ ? read() : std::nullopt;
    if (!line) write_now("\n");
    return line;
  }

private:
  struct Ends {
    void operator()(EditLine* editor) const { el_end(editor); }
  };

  std::optional<std::string> read() {
    termios before{};
    const bool is_known = tcgetattr(STDIN_FILENO, &before) == 0;
    size_ = window();
    el_resize(editor_.get());
    el_wset(editor_.get(), EL_PREP_TERM, 1);  // before the prompt is there to be answered
    if (can_mark_pasted_) write_now(mark_pasted);
    int count = 0;
    const wchar_t* line = el_wgets(editor_.get(), &count);
    if (can_mark_pasted_) write_now(leave_pasted);
    if (is_known) tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
    if (!line || count <= 0) return std::nullopt;
    std::wstring text(line, static_cast<std::size_t>(count));
    while (text.ends_with(L'\n') || text.ends_with(L'\r')) text.pop_back();
    return narrow(text);
  }

  static LineEditor& of(EditLine* editor) {
    void* self = nullptr;
    el_wget(editor, EL_CLIENTDATA, &self);
    return *static_cast<LineEditor*>(self);
  }

  static wchar_t* prompt_of(EditLine* editor) { return of(editor).prompt_.data(); }

  /// The line again, where something else was written over it or the window has changed.
  void show_again() {
    size_ = window();
    el_wset(editor_.get(), EL_PREP_TERM, 0);
    el_wset(editor_.get(), EL_PREP_TERM, 1);
    el_resize(editor_.get());
    write_now("\r");
    el_wset(editor_.get(), EL_REFRESH);
  }

  /// Waits for a byte; false where a signal was noted, be it before the waiting began.
  bool comes() {
    constexpr int patience = 100;  // milliseconds
    for (pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0}; noted_signal() == 0;) {
      if (poll(&input, 1, patience) > 0) return true;
      if (is_by_lines() || !is_alike(size_, window())) show_again();
    }
    return false;
  }

  /// By itself the library goes on reading when a signal was noted.
  static int read_character(EditLine* editor, wchar_t* character) {
    std::mbstate_t state{};
    while (of(editor).comes()) {
      char byte = 0;
      const ssize_t size = ::read(STDIN_FILENO, &byte, 1);
      if (size <= 0) return static_cast<int>(size);
      const std::size_t used = std::mbrtowc(character, &byte, 1, &state);
      if (used == static_cast<std::size_t>(-2)) continue;
      if (used != static_cast<std::size_t>(-1)) return 1;
      state = {};
      el_beep(editor);
    }
    return -1;
  }

  /// An answer is one line, whatever it was copied from: its line breaks and tabs are blanks.
  static unsigned char take_pasted(EditLine* editor, int /*key*/) {
    std::wstring text;
    for (wchar_t character = 0; !text.ends_with(pasted_end) && el_wgetc(editor, &character) == 1;) text += character;
    if (!text.ends_with(pasted_end)) return CC_EOF;
    text.resize(text.size() - pasted_end.size());
    while (text.ends_with(L'\n') || text.ends_with(L'\r')) text.pop_back();
    std::ranges::replace_if(
        text, [](wchar_t one) { return one == L'\n' || one == L'\r' || one == L'\t'; }, L' ');
    if (!text.empty() && el_winsertstr(editor, text.c_str()) != 0) return CC_REFRESH_BEEP;
    return CC_REFRESH;
  }

  static unsigned char offer(EditLine* editor, int /*key*/) { return of(editor).complete(); }

  unsigned char complete() {
    const LineInfoW* now = el_wline(editor_.get());
    const std::wstring begun(now->buffer, now->cursor);
    const Offers offers = asked_->offers ? asked_->offers(narrow(begun)) : Offers();
    if (offers.empty()) return CC_REFRESH_BEEP;
    const std::wstring common = begun_alike(offers);
    const bool leads_on =
        common.size() >= begun.size() || offers.size() == 1;  // a title in place of a key may be shorter
    if (leads_on && common != begun) {
      el_wdeletestr(editor_.get(), static_cast<int>(begun.size()));
      el_winsertstr(editor_.get(), common.c_str());
      return CC_REFRESH;
    }
    if (offers.size() == 1) return CC_REFRESH_BEEP;
    show(offers);
    return CC_REDISPLAY;
  }

  static void show(const Offers& offers) {
    std::string list = "\n";
    for (const Offer& offer : offers)
      list += fmt::format("  {}{}{}\n", offer.word, offer.meaning.empty() ? "" : " — ", offer.meaning);
    write_now(harmless(list).c_str());
  }

  const AskedLine* asked_ = nullptr;
  std::wstring prompt_{};
  winsize size_{};
  bool can_mark_pasted_;
  std::unique_ptr<EditLine, Ends> editor_{
      el_init_fd("nastavnik", stdin, stdout, stderr, STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO)};
};

}  // namespace

AskLine line_editor(const char* locale, bool is_dumb) {
  read_utf8(locale);
  return [editor = std::make_shared<LineEditor>(!is_dumb)](const AskedLine& asked) { return editor->ask(asked); };
}

}  // namespace nastavnik::cmd
