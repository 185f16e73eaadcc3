#include <array>
#include <cstdlib>
#include <ctime>

#include <doctest/doctest.h>

#include "base/failure.h"
#include "page/package.h"

namespace nastavnik {
namespace {

const std::array<PackagePart, 3> parts{{{"[Content_Types].xml", "<Types/>"},
                                        {"word/document.xml", std::string(100'000, 'x')},
                                        {"Тексты/Ёлка.txt", "ёлка"}}};

std::string packed_in(const char* zone, Date day) {
  setenv("TZ", zone, 1);
  tzset();
  std::string bytes = packed(parts, day);
  unsetenv("TZ");
  tzset();
  return bytes;
}

std::string why_refused(std::string_view bytes, const PackageLimits& limits = {}) {
  try {
    unpacked(bytes, limits);
  } catch (const Failure& failure) {
    return failure.words().en;
  }
  return "";
}

}  // namespace

TEST_CASE("a package gives back its parts in their order") {
  const std::vector<PackagePart> read = unpacked(packed(parts, {2025, 9, 3}));
  REQUIRE(read.size() == parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    CHECK(read[i].name == parts[i].name);
    CHECK(read[i].bytes == parts[i].bytes);
  }
}

TEST_CASE("a package depends on its parts and day, and on nothing else") {
  const std::string utc = packed_in("UTC", {2025, 9, 3});
  CHECK(packed_in("Asia/Novosibirsk", {2025, 9, 3}) == utc);
  CHECK(packed_in("America/Los_Angeles", {2025, 9, 3}) == utc);
  CHECK(packed_in("UTC", {2025, 9, 4}) != utc);
  // Bytes 10 to 13 of the first header: noon, then the day.
  CHECK(utc.substr(10, 4) == std::string({'\x00', '\x60', '\x23', '\x5b'}));
  CHECK(unpacked(packed(parts, {1970, 1, 1})).size() == parts.size());
}

TEST_CASE("an empty part and an empty package are packages") {
  CHECK(unpacked(packed(std::array<PackagePart, 1>{{{"a", ""}}}, {2025, 9, 3})).at(0).bytes.empty());
}

TEST_CASE("what is no package, damaged or too large is refused with the reason") {
  const std::string bytes = packed(parts, {2025, 9, 3});
  CHECK(why_refused("Приказ").find("no ZIP archive") != std::string::npos);
  CHECK(why_refused("").find("the file is empty") != std::string::npos);
  CHECK(why_refused(bytes.substr(0, bytes.size() - 30)).find("no ZIP archive") != std::string::npos);
  CHECK(why_refused(bytes, {.parts = 2}).find("too many parts") != std::string::npos);
  CHECK(why_refused(bytes, {.part_bytes = 99'999}).find("word/document.xml is too large") != std::string::npos);
  CHECK(why_refused(bytes, {.all_bytes = 100'000}).find("too large") != std::string::npos);
  CHECK(why_refused(bytes, {.all_bytes = 200'000}).empty());
  std::string damaged =
      packed(std::array<PackagePart, 1>{{{"a", "Приказ о закреплении наставнических пар"}}}, {2025, 9, 3});
  damaged[45] ^= 4;
  CHECK(why_refused(damaged).find("is damaged") != std::string::npos);
}

}  // namespace nastavnik
