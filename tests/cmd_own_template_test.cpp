#include <filesystem>
#include <fstream>
#include <sys/stat.h>

#include <doctest/doctest.h>

#include "base/failure.h"
#include "cmd/own_template.h"
#include "scratch.h"

// The school's templates are read as carefully as its records.

namespace fs = std::filesystem;
using namespace nastavnik;

namespace {

/// A registry with a folder of templates, and a file beside it.
class School : public Scratch {
public:
  School() {
    fs::create_directories(root() / "templates");
    std::ofstream(path() / "outside.docx") << "outside";
  }
  fs::path root() const { return path() / "school"; }
  fs::path file(const std::string& name) const { return root() / "templates" / name; }

  std::string why_unread(const std::string& name) const {
    try {
      return cmd::own_template(root(), name).value_or("none");
    } catch (const Failure& failure) {
      return failure.words().en;
    }
  }
};

}  // namespace

TEST_CASE("what is no file, leads out of the registry or is too large is not read as a template") {
  const School school;
  CHECK(school.why_unread("program.docx") == "none");
  REQUIRE(::mkfifo(school.file("pipe.docx").c_str(), 0600) == 0);
  CHECK(school.why_unread("pipe.docx").ends_with("not a regular file (a pipe, a device or a folder)"));
  fs::create_directory(school.file("folder.docx"));
  CHECK(school.why_unread("folder.docx").ends_with("not a regular file (a pipe, a device or a folder)"));
  fs::create_symlink("/dev/zero", school.file("device.docx"));
  fs::create_symlink("../../outside.docx", school.file("link.docx"));
  fs::create_symlink(school.path() / "outside.docx", school.file("absolute.docx"));
  for (const char* name : {"device.docx", "link.docx", "absolute.docx"})
    CHECK(school.why_unread(name).ends_with("a symbolic link that leaves the registry"));
  fs::create_symlink("nowhere.docx", school.file("dangling.docx"));
  CHECK(school.why_unread("dangling.docx").find("there is no such file") != std::string::npos);
  std::ofstream(school.file("large.docx")) << "x";
  fs::resize_file(school.file("large.docx"), std::uintmax_t{3} << 30);
  CHECK(school.why_unread("large.docx").ends_with("the file is larger than 64 MiB, no template is"));
  std::ofstream(school.file("own.docx")) << "own";
  fs::create_symlink("own.docx", school.file("inside.docx"));
  CHECK(school.why_unread("inside.docx") == "own");
  CHECK(cmd::own_templates(school.root()).size() == 9);
}

TEST_CASE("a folder of templates that leads out of the registry is told") {
  const School school;
  fs::remove_all(school.root() / "templates");
  CHECK(cmd::own_templates(school.root()).empty());
  REQUIRE(::mkfifo((school.root() / "templates").c_str(), 0600) == 0);
  CHECK_THROWS_AS(static_cast<void>(cmd::own_templates(school.root())), Failure);
  CHECK(school.why_unread("program.docx").find("templates is no folder") != std::string::npos);
  fs::remove(school.root() / "templates");
  fs::create_symlink("..", school.root() / "templates");
  CHECK_THROWS_AS(static_cast<void>(cmd::own_templates(school.root())), Failure);
  CHECK(school.why_unread("outside.docx").ends_with("a symbolic link that leaves the registry"));
}
