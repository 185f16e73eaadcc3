#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/beside.h"
#include "cmd/command.h"
#include "model/find.h"

namespace nastavnik::cmd {

/// The known word that was mistyped, be it in the other keyboard layout; nothing where something else may have been meant.
std::string_view meant_by(std::string_view word, std::span<const std::string_view> known);

/// «Возможно, имелось в виду …»; nothing of nothing.
Words perhaps(std::string_view near);
Words perhaps(const Words& near);

/// What is said of a word that is none of the known ones: `what` is wrong, perhaps what was meant, and `more` to go by.
UsageError unknown(std::string_view word, std::span<const std::string_view> known, Words what, const Words& more = {});

/// What is said of a word that means no record (`what`, perhaps which was meant, and `more`) or several.
UsageError not_one(const Meant& meant, std::string_view word, const Beside& beside, Words what, const Words& more = {});

/// The one record that the word means. Throws UsageError where it means none or several.
std::string the_one(const Meant& meant, std::string_view word, const Beside& beside, Words what,
                    const Words& more = {});

/// «a, b, c и ещё 4».
Words some_of(const std::vector<Words>& all);
Words some_of(const std::vector<std::string>& all);

/// The names of commands, reports, documents …
template <class Named>
std::vector<std::string_view> names_of(const Named& all) {
  std::vector<std::string_view> names;
  for (const auto& one : all) names.push_back(one.name);
  return names;
}

}  // namespace nastavnik::cmd
