#include <filesystem>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "cmd/run.h"

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

std::string printed(const std::vector<std::string>& words) {
  std::istringstream in;
  std::ostringstream out, err;
  const cmd::ExitStatus status =
      cmd::run(words, {.in = in, .out = out, .err = err, .directory = "/", .locale = "en_US.UTF-8"});
  CHECK(status == cmd::ExitStatus::clean);
  return out.str();
}

}  // namespace

TEST_CASE("schema prints what stands in schemas/, in Russian whatever the locale") {
  const std::string suffix = ".schema.json";
  int schemas = 0;
  for (const auto& file : fs::directory_iterator(fs::path(SOURCE_DIR) / "schemas")) {
    const std::string name = file.path().filename().string();
    if (!name.ends_with(suffix)) continue;
    INFO(name);
    std::ifstream in(file.path(), std::ios::binary);
    CHECK(printed({"schema", name.substr(0, name.size() - suffix.size())}) ==
          std::string(std::istreambuf_iterator<char>(in), {}));
    ++schemas;
  }
  CHECK(schemas == 15);
}

TEST_CASE("schema speaks English when asked to") {
  const std::string schema = printed({"schema", "calendar", "--lang", "en"});
  CHECK(schema.find("\"title\": \"calendar of working days\"") != std::string::npos);
}
