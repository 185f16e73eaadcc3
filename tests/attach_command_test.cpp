#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <sys/stat.h>

#include <doctest/doctest.h>

#include "scratch.h"
#include "tests/files.h"
#include "tests/run_command.h"
#include "tests/small_disk.h"
#include "tests/source_root.h"
#include "tools.h"

// Scans attached to records: where they lie, and what is refused.

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

class SchoolWithScans : public Scratch {
public:
  SchoolWithScans() {
    fs::copy(source_root() / "tests/base/pair", root(), fs::copy_options::recursive);
    std::ofstream(path() / "scan.pdf") << "%PDF-1.4 \0 scan";
  }
  fs::path root() const { return path() / "school"; }
  Said attach(const std::string& record, const std::string& file, const std::string& field = "file") const {
    return run_command(root(), {"attach", record, file, "--field", field, "-q"},
                       {.today = Date(2025, 9, 15), .variables = with_tools});
  }
  std::map<std::string, std::string> files() const {
    std::map<std::string, std::string> all;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path()))
      if (entry.is_regular_file() && entry.path().string().find("/.nastavnik/") == std::string::npos)
        all[entry.path().lexically_relative(path()).string()] = slurp(entry.path());
    return all;
  }
};

}  // namespace

TEST_CASE("undo takes back the scan and its path") {
  const SchoolWithScans school;
  const auto before = school.files();
  const Said said = school.attach("pairs/2025-003", "../scan.pdf", "consents[#1]");
  CHECK_MESSAGE(said.status == cmd::ExitStatus::clean, said.err);
  CHECK(slurp(school.root() / "scans/2025-003.pdf") == slurp(school.path() / "scan.pdf"));
  CHECK(run_command(school.root(), {"undo", "-q"}, {.today = Date(2025, 9, 15), .variables = with_tools}).status ==
        cmd::ExitStatus::clean);
  CHECK(school.files() == before);
  CHECK_FALSE(fs::exists(school.root() / "scans"));
}

TEST_CASE("what is refused changes nothing") {
  const SchoolWithScans school;
  const fs::path scan = school.path() / "scan.pdf";
  SUBCASE("a folder that is a link to elsewhere") {
    fs::create_directories(school.path() / "elsewhere");
    fs::create_directory_symlink(school.path() / "elsewhere", school.root() / "scans");
  }
  SUBCASE("a pipe") {
    fs::remove(scan);
    REQUIRE(mkfifo(scan.c_str(), 0600) == 0);
  }
  SUBCASE("a link that leads nowhere") {
    fs::remove(scan);
    fs::create_symlink("nowhere.pdf", scan);
  }
  SUBCASE("too large") { fs::resize_file(scan, (std::uintmax_t{20} << 20) + 1); }
  SUBCASE("empty") { fs::resize_file(scan, 0); }
  SUBCASE("a record that cannot be read") { std::ofstream(school.root() / "orders/2025-98-od.yaml") << "number: [1\n"; }
  const auto before = school.files();
  const Said said = school.attach("orders/2025-98-od", "../scan.pdf");
  CHECK(said.status != cmd::ExitStatus::clean);
  CHECK(said.status != cmd::ExitStatus::internal);
  CHECK(school.files() == before);
}

TEST_CASE("a full disk: neither the scan nor its path is there") {
  const SchoolWithScans school;
  std::ofstream(school.path() / "scan.pdf") << std::string(100'000, 'x');
  const auto before = school.files();
  {
    const SmallDisk disk(50'000);
    CHECK(school.attach("orders/2025-98-od", "../scan.pdf").status == cmd::ExitStatus::unreadable);
  }
  CHECK(school.files() == before);
}

TEST_CASE("a hostile name of a file does not get into the registry") {
  for (const char* name : {"../../etc.pdf", "a\nb.pdf", "\x1b[31m.pdf", "-rf.pdf", "имя с «кавычками».pdf"}) {
    const SchoolWithScans school;
    const fs::path file = school.path() / "x" / "y" / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file) << "%PDF";
    CHECK(school.attach("orders/2025-98-od", file.string()).status == cmd::ExitStatus::clean);
    CHECK(slurp(school.root() / "orders/2025-98-od.yaml").find("file: scans/2025-98-od.pdf\n") != std::string::npos);
  }
}
