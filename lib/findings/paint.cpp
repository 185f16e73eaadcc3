#include "findings/paint.h"

#include <fmt/color.h>

namespace nastavnik {
namespace {

Painted styled(bool on, const fmt::text_style& style, std::string_view text) {
  return {on && !text.empty() ? fmt::format(style, "{}", printable(text)) : printable(text)};
}

fmt::terminal_color colour_of(Severity severity) {
  switch (severity) {
    case Severity::error: return fmt::terminal_color::red;
    case Severity::warning: return fmt::terminal_color::yellow;
    case Severity::info:
    case Severity::silent: break;
  }
  return fmt::terminal_color::cyan;
}

}  // namespace

Painted Paint::by_severity(Severity severity, std::string_view text) const {
  return styled(on_, fmt::emphasis::bold | fmt::fg(colour_of(severity)), text);
}

Painted Paint::strong(std::string_view text) const { return styled(on_, fmt::emphasis::bold, text); }

Painted Paint::gutter(std::string_view text) const { return styled(on_, fmt::fg(fmt::terminal_color::blue), text); }

Painted Paint::good(std::string_view text) const {
  return styled(on_, fmt::emphasis::bold | fmt::fg(fmt::terminal_color::green), text);
}

}  // namespace nastavnik
