#pragma once
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>
#include <vector>

namespace nastavnik {

/// Calls `work(thread, item)` once for each item below `count`. Which thread takes which item is left to chance: what
/// the work leaves behind has to belong to the item, or to be put in order afterwards. Where the system gives fewer
/// threads, fewer do it. What an item throws ends the work and is thrown here, once all threads are done.
template <class Work>
void share_out(std::size_t count, std::size_t threads, Work work) {
  std::atomic<std::size_t> next{0};
  std::exception_ptr thrown;
  std::mutex throwing;
  const auto run = [&](std::size_t thread) {
    try {
      for (std::size_t i = next++; i < count; i = next++) work(thread, i);
    } catch (...) {
      next = count;
      const std::lock_guard one_at_a_time(throwing);
      if (!thrown) thrown = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> helpers;
    try {
      for (std::size_t i = 1; i < std::min(threads, count); ++i) helpers.emplace_back(run, i);
    } catch (const std::system_error&) {  // no more of them are to be had
    } catch (const std::bad_alloc&) {}
    run(0);
  }
  if (thrown) std::rethrow_exception(thrown);
}

}  // namespace nastavnik
