#include <filesystem>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "cmd/run.h"
#include "handbook/schema.h"
#include "tests/source_root.h"

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

TEST_CASE("schema prints the schema of every kind, in Russian whatever the locale") {
  for (const Schema& schema : schemas(Language::ru)) {
    INFO(schema.stem);
    CHECK(printed({"schema", schema.stem}) == schema.text);
  }
}

TEST_CASE("schema prints the published schema of what check prints") {
  std::ifstream in(nastavnik::source_root() / "schemas/check-output.schema.json", std::ios::binary);
  const std::string published(std::istreambuf_iterator<char>(in), {});
  CHECK_FALSE(published.empty());
  CHECK(printed({"schema", "check-output"}) == published);
}

TEST_CASE("schema speaks English when asked to") {
  const std::string schema = printed({"schema", "calendar", "--lang", "en"});
  CHECK(schema.find("\"title\": \"calendar of working days\"") != std::string::npos);
}
