#pragma once
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace nastavnik {

/// Calls `work(thread, item)` once for each item below `count`. Which thread takes which item is left to chance: what
/// the work leaves behind has to belong to the item, or to be put in order afterwards.
template <class Work>
void share_out(std::size_t count, std::size_t threads, Work work) {
  std::atomic<std::size_t> next{0};
  const auto run = [&](std::size_t thread) {
    for (std::size_t i = next++; i < count; i = next++) work(thread, i);
  };
  std::vector<std::jthread> helpers;
  for (std::size_t i = 1; i < std::min(threads, count); ++i) helpers.emplace_back(run, i);
  run(0);
}

}  // namespace nastavnik
