#include <atomic>
#include <new>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>

#include "base/threads.h"

namespace nastavnik {
namespace {

TEST_CASE("each item is done once, however many threads there are") {
  for (const std::size_t threads : {0U, 1U, 3U, 200U}) {
    CAPTURE(threads);
    std::vector<std::atomic<int>> done(500);
    share_out(done.size(), threads, [&](std::size_t, std::size_t i) { ++done[i]; });
    int times = 0;
    for (const auto& one : done) times += one == 1 ? 1 : 0;
    CHECK(times == 500);
  }
  share_out(0, 8, [](std::size_t, std::size_t) { FAIL("there is nothing to do"); });
}

TEST_CASE("what an item throws comes out, and not the end of the program") {
  for (const std::size_t threads : {1U, 8U})
    for (const std::size_t bad : {0U, 250U, 499U}) {
      CAPTURE(threads);
      CAPTURE(bad);
      std::atomic<std::size_t> done{0};
      const auto work = [&](std::size_t, std::size_t i) {
        if (i == bad) throw std::bad_alloc();
        ++done;
      };
      CHECK_THROWS_AS(share_out(500, threads, work), std::bad_alloc);
      CHECK(done < 500);
    }
  const auto all_throw = [](std::size_t, std::size_t i) { throw std::runtime_error(std::to_string(i)); };
  CHECK_THROWS_AS(share_out(100, 8, all_throw), std::runtime_error);
}

}  // namespace
}  // namespace nastavnik
