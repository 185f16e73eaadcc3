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

/// One question on the terminal. Made for each anew: the window may have been made smaller meanwhile.
class EditedLine {
public:
  explicit EditedLine(const AskedLine& asked) : asked_(asked), prompt_(wide(asked.prompt)) {
    if (!editor_) return;
    el_wset(editor_.get(), EL_CLIENTDATA, this);
    el_wset(editor_.get(), EL_SIGNAL, 0);
    el_wset(editor_.get(), EL_EDITOR, L"emacs");
    el_wset(editor_.get(), EL_PROMPT, prompt_of);
    el_wset(editor_.get(), EL_GETCFN, read_character);
    el_wset(editor_.get(), EL_ADDFN, L"offer", L"offer what the line may become", offer);
    el_wset(editor_.get(), EL_BIND, L"^I", L"offer", nullptr);
    el_wset(editor_.get(), EL_BIND, L"^W", L"ed-delete-prev-word", nullptr);
  }

  std::optional<std::string> read() {
    int count = 0;
    if (editor_) el_wset(editor_.get(), EL_PREP_TERM, 1);  // before the prompt is there to be answered
    const wchar_t* line = editor_ ? el_wgets(editor_.get(), &count) : nullptr;
    if (!line || count <= 0) {
      std::fputc('\n', stdout);
      std::fflush(stdout);
      return std::nullopt;
    }
    std::wstring text(line, static_cast<std::size_t>(count));
    while (text.ends_with(L'\n') || text.ends_with(L'\r')) text.pop_back();
    return narrow(text);
  }

private:
  struct Ends {
    void operator()(EditLine* editor) const { el_end(editor); }
  };

  static EditedLine& of(EditLine* editor) {
    void* self = nullptr;
    el_wget(editor, EL_CLIENTDATA, &self);
    return *static_cast<EditedLine*>(self);
  }

  static wchar_t* prompt_of(EditLine* editor) { return of(editor).prompt_.data(); }

  /// Waits for a byte; false where a signal was noted, be it before the waiting began.
  static bool comes() {
    constexpr int patience = 100;  // milliseconds
    for (pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0}; noted_signal() == 0;)
      if (poll(&input, 1, patience) > 0) return true;
    return false;
  }

  /// By itself the library goes on reading when a signal was noted.
  static int read_character(EditLine* editor, wchar_t* character) {
    std::mbstate_t state{};
    while (comes()) {
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

  static unsigned char offer(EditLine* editor, int /*key*/) { return of(editor).complete(); }

  unsigned char complete() {
    const LineInfoW* now = el_wline(editor_.get());
    const std::wstring begun(now->buffer, now->cursor);
    const Offers offers = asked_.offers ? asked_.offers(narrow(begun)) : Offers();
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
    std::fputs(harmless(list).c_str(), stdout);
    std::fflush(stdout);
  }

  const AskedLine& asked_;
  std::wstring prompt_;
  std::unique_ptr<EditLine, Ends> editor_{
      el_init_fd("nastavnik", stdin, stdout, stderr, STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO)};
};

}  // namespace

AskLine line_editor(const char* locale) {
  read_utf8(locale);
  return [](const AskedLine& asked) { return EditedLine(asked).read(); };
}

}  // namespace nastavnik::cmd
