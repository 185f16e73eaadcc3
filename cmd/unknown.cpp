#include "cmd/unknown.h"

#include <utility>

#include "base/keyboard.h"
#include "base/text.h"

namespace nastavnik::cmd {

std::string_view meant_by(std::string_view word, std::span<const std::string_view> known) {
  const std::string_view near = closest(word, known, Likeness::slip);
  return near.empty() ? closest(typed_in_latin(word), known, Likeness::slip) : near;
}

Words perhaps(std::string_view near) {
  if (near.empty()) return {};
  return say({"возможно, имелось в виду: {}", "did you mean {}?"}, near);
}

UsageError unknown(std::string_view word, std::span<const std::string_view> known, Words what, const Words& more) {
  Words near = perhaps(meant_by(word, known));
  if (near.empty()) return {std::move(what), more};
  return {std::move(what), more.empty() ? std::move(near) : say({"{}; {}", "{} {}"}, near, more)};
}

}  // namespace nastavnik::cmd
