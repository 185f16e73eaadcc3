#pragma once
#include <algorithm>
#include <array>
#include <string_view>

#include "base/words.h"

namespace nastavnik::cmd {

/// How a run ended; the same for every command and every output format.
enum class ExitStatus : int { clean = 0, findings = 1, usage = 2, nothing = 3, unreadable = 4, internal = 5 };

inline constexpr std::array every_exit_status{ExitStatus::clean,   ExitStatus::findings,   ExitStatus::usage,
                                              ExitStatus::nothing, ExitStatus::unreadable, ExitStatus::internal};

constexpr Text meaning(ExitStatus status) {
  switch (status) {
    case ExitStatus::clean: return {"всё в порядке", "all is well"};
    case ExitStatus::findings:
      return {"есть замечания или то, о чём нельзя было судить",
              "there are findings, or rules that could not be decided"};
    case ExitStatus::usage:
      return {"неверная команда, нет того, о чём она просит, либо ошибка в nastavnik.yaml или waivers.yaml",
              "wrong usage, no such thing on record, or a faulty nastavnik.yaml or waivers.yaml"};
    case ExitStatus::nothing: return {"нечего проверять или составлять", "there is nothing to check or to make"};
    case ExitStatus::unreadable:
      return {"файл не удалось прочитать или записать", "a file could not be read or written"};
    case ExitStatus::internal: return {"сбой самой программы", "the program itself failed"};
  }
  return {"сбой самой программы", "the program itself failed"};
}

/// What is said when both hold: 5, 2, 4, 3, 1, 0.
constexpr ExitStatus graver(ExitStatus a, ExitStatus b) {
  constexpr std::array order{ExitStatus::clean,      ExitStatus::findings, ExitStatus::nothing,
                             ExitStatus::unreadable, ExitStatus::usage,    ExitStatus::internal};
  return std::max(a, b, [&](ExitStatus x, ExitStatus y) {
    return std::find(order.begin(), order.end(), x) < std::find(order.begin(), order.end(), y);
  });
}

}  // namespace nastavnik::cmd
