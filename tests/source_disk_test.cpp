#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include <doctest/doctest.h>

#include "scratch.h"
#include "source/disk.h"
#include "source/mounted.h"
#include "tests/memory_tree.h"

namespace nastavnik {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

constexpr fs::perms open_to_all = fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec |
                                  fs::perms::others_read | fs::perms::others_exec;

/// A folder for one test: `registry` within it is the tree, what stands beside it is outside.
class Folder : public Scratch {
public:
  Folder() {
    fs::permissions(path(), open_to_all);
    fs::create_directories(root() / "people");
  }

  fs::path root() const { return path() / "registry"; }
  fs::path write(const fs::path& name, const std::string& bytes = "a: 1\n") const {
    fs::create_directories((root() / name).parent_path());
    std::ofstream(root() / name, std::ios::binary) << bytes;
    return root() / name;
  }
  DiskTree tree() const { return DiskTree(root().string()); }
};

ReadFault fault(const Tree& tree, const std::string& path) {
  Arena arena;
  return tree.read(path, arena).fault;
}

std::string bytes(const Tree& tree, const std::string& path) {
  Arena arena;
  const ReadResult result = tree.read(path, arena);
  return result.fault == ReadFault::none ? std::string(result.text) : "fault";
}

std::string names(const Tree& tree, const std::string& folder) {
  std::string all;
  for (const TreeEntry& entry : tree.list(folder)) all += entry.name + (entry.folder ? "/ " : " ");
  return all;
}

/// Whether the check holds for a user who is not root; in a child process, since the way back is closed.
template <class Check>
bool as_nobody(Check check) {
  const pid_t child = fork();
  if (child == 0) {
    if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) _exit(2);
    _exit(check() ? 0 : 1);
  }
  int status = -1;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST_CASE("files are read whole") {
  const Folder scratch;
  std::string all_bytes;
  for (int i = 0; i < 100'000; ++i) all_bytes += static_cast<char>(i % 256);
  scratch.write("people/p-001.yaml", "имя: Анна\n");
  scratch.write("empty.yaml", "");
  scratch.write("bytes.yaml", all_bytes);
  const DiskTree tree = scratch.tree();
  CHECK(bytes(tree, "people/p-001.yaml") == "имя: Анна\n");
  CHECK(bytes(tree, "empty.yaml") == "");
  CHECK(bytes(tree, "bytes.yaml") == all_bytes);
}

TEST_CASE("bytes stay where they are while other files are read") {
  const Folder scratch;
  for (int i = 0; i < 200; ++i)
    scratch.write(std::to_string(i) + ".yaml", std::string(1000, static_cast<char>('a' + i % 26)));
  const DiskTree tree = scratch.tree();
  Arena arena;
  std::vector<std::string_view> texts;
  texts.reserve(200);
  for (int i = 0; i < 200; ++i) texts.push_back(tree.read(std::to_string(i) + ".yaml", arena).text);
  for (int i = 0; i < 200; ++i)
    CHECK(texts[static_cast<std::size_t>(i)] == std::string(1000, static_cast<char>('a' + i % 26)));
}

TEST_CASE("a folder lists its names by bytes") {
  const Folder scratch;
  for (const char* name : {"б.yaml", "B.yaml", "a.yaml", "a-1.yaml", ".hidden"}) scratch.write(name);
  fs::create_directories(scratch.root() / "aa");
  CHECK(names(scratch.tree(), "") == ".hidden B.yaml a-1.yaml a.yaml aa/ people/ б.yaml ");
  CHECK(names(scratch.tree(), "people") == "");
  CHECK(scratch.tree().list("people").fault == ReadFault::none);
  CHECK(scratch.tree().list("nowhere").fault == ReadFault::missing);
  CHECK(scratch.tree().list("a.yaml").fault == ReadFault::missing);
}

TEST_CASE("what is no regular file is not read, and does not hold the run up") {
  const Folder scratch;
  REQUIRE(mkfifo((scratch.root() / "fifo.yaml").c_str(), 0644) == 0);
  const int socket_number = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  (scratch.root() / "socket.yaml").string().copy(address.sun_path, sizeof address.sun_path - 1);
  REQUIRE(bind(socket_number, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);  // NOLINT
  close(socket_number);
  const DiskTree tree = scratch.tree();
  CHECK(fault(tree, "fifo.yaml") == ReadFault::not_regular);
  CHECK(fault(tree, "socket.yaml") == ReadFault::not_regular);
  CHECK(fault(tree, "people") == ReadFault::not_regular);
  CHECK(fault(DiskTree("/dev"), "null") == ReadFault::not_regular);
  CHECK(names(tree, "") == "fifo.yaml people/ socket.yaml ");
  CHECK_FALSE(tree.has_file("fifo.yaml"));
}

TEST_CASE("what is not there is missing") {
  const Folder scratch;
  scratch.write("a.yaml");
  const DiskTree tree = scratch.tree();
  CHECK(fault(tree, "b.yaml") == ReadFault::missing);
  CHECK(fault(tree, "nowhere/b.yaml") == ReadFault::missing);
  CHECK(fault(tree, "a.yaml/b") == ReadFault::missing);
  CHECK(fault(tree, std::string(300, 'x')) == ReadFault::missing);
  const DiskTree nowhere((scratch.path() / "nowhere").string());
  CHECK(fault(nowhere, "a.yaml") == ReadFault::missing);
  CHECK(nowhere.list("").fault == ReadFault::missing);
  CHECK_FALSE(nowhere.has_folder(""));
  CHECK_FALSE(nowhere.has_file("a.yaml"));
  CHECK(fault(DiskTree((scratch.root() / "a.yaml").string()), "x") == ReadFault::missing);
}

TEST_CASE("a file larger than any record is refused") {
  const Folder scratch;
  fs::resize_file(scratch.write("large.yaml"), largest_file);
  fs::resize_file(scratch.write("larger.yaml"), largest_file + 1);
  const DiskTree tree = scratch.tree();
  CHECK(fault(tree, "large.yaml") == ReadFault::none);
  CHECK(fault(tree, "larger.yaml") == ReadFault::too_large);
}

TEST_CASE("links within the registry are followed") {
  const Folder scratch;
  scratch.write("people/p-001.yaml", "имя: Анна\n");
  fs::create_symlink("people/p-001.yaml", scratch.root() / "near.yaml");
  fs::create_symlink("../registry/people", scratch.root() / "back");
  fs::create_directory_symlink("people", scratch.root() / "folk");
  fs::create_symlink(scratch.root() / "people/p-001.yaml", scratch.root() / "absolute.yaml");
  fs::create_directory_symlink(scratch.root() / "people", scratch.root() / "absolute");
  const DiskTree tree = scratch.tree();
  for (const char* path : {"near.yaml", "folk/p-001.yaml", "absolute.yaml", "absolute/p-001.yaml", "back/p-001.yaml"}) {
    CAPTURE(path);
    CHECK(bytes(tree, path) == "имя: Анна\n");
    CHECK(tree.has_file(path));
  }
  CHECK(names(tree, "") == "absolute/ absolute.yaml back/ folk/ near.yaml people/ ");
  CHECK(names(tree, "folk") == "p-001.yaml ");
}

TEST_CASE("the registry itself may be reached by a link") {
  const Folder scratch;
  scratch.write("a.yaml", "x");
  fs::create_symlink("a.yaml", scratch.root() / "b.yaml");
  fs::create_symlink(scratch.root() / "a.yaml", scratch.root() / "c.yaml");
  fs::create_directory_symlink(scratch.root(), scratch.path() / "link");
  const DiskTree tree((scratch.path() / "link").string());
  CHECK(bytes(tree, "a.yaml") == "x");
  CHECK(bytes(tree, "b.yaml") == "x");
  CHECK(bytes(tree, "c.yaml") == "x");
}

TEST_CASE("links that leave the registry are outside") {
  const Folder scratch;
  std::ofstream(scratch.path() / "secret.yaml") << "secret";
  fs::create_directories(scratch.path() / "registry-2");
  std::ofstream(scratch.path() / "registry-2/secret.yaml") << "secret";
  fs::create_symlink("../secret.yaml", scratch.root() / "up.yaml");
  fs::create_symlink(scratch.path() / "secret.yaml", scratch.root() / "absolute.yaml");
  fs::create_symlink("/etc/passwd", scratch.root() / "passwd.yaml");
  fs::create_directory_symlink("..", scratch.root() / "parent");
  fs::create_directory_symlink(scratch.path() / "registry-2", scratch.root() / "beside");
  fs::create_symlink("up.yaml", scratch.root() / "chain.yaml");
  fs::create_symlink("loop.yaml", scratch.root() / "loop.yaml");
  fs::create_symlink("nothing.yaml", scratch.root() / "dangling.yaml");
  const DiskTree tree = scratch.tree();
  for (const char* path : {"up.yaml", "absolute.yaml", "passwd.yaml", "parent/secret.yaml", "beside/secret.yaml",
                           "chain.yaml", "parent", "../secret.yaml", "people/../../secret.yaml"}) {
    CAPTURE(path);
    CHECK(fault(tree, path) == ReadFault::outside);
    CHECK_FALSE(tree.has_file(path));
  }
  CHECK(fault(tree, "loop.yaml") == ReadFault::missing);
  CHECK(fault(tree, "dangling.yaml") == ReadFault::missing);
  CHECK(fault(tree, "/etc/passwd") == ReadFault::missing);
  CHECK(tree.list("parent").fault == ReadFault::outside);
  CHECK_FALSE(tree.has_folder("parent"));
  CHECK(names(tree, "") ==
        "absolute.yaml beside chain.yaml dangling.yaml loop.yaml parent passwd.yaml people/ up.yaml ");
}

TEST_CASE("a file or folder nobody may read is denied, not absent") {
  const Folder scratch;
  fs::permissions(scratch.write("closed.yaml"), fs::perms(0));
  scratch.write("shut/a.yaml");
  fs::permissions(scratch.root() / "shut", fs::perms(0));
  CHECK(as_nobody([&] { return fault(scratch.tree(), "closed.yaml") == ReadFault::denied; }));
  CHECK(as_nobody([&] { return fault(scratch.tree(), "shut/a.yaml") == ReadFault::denied; }));
  CHECK(as_nobody([&] { return scratch.tree().list("shut").fault == ReadFault::denied; }));
  CHECK(as_nobody([&] { return names(scratch.tree(), "") == "closed.yaml people/ shut/ "; }));
  CHECK_FALSE(as_nobody([&] { return fault(scratch.tree(), "closed.yaml") == ReadFault::none; }));
  fs::permissions(scratch.root() / "shut", open_to_all);
}

TEST_CASE("several threads read at once, each into an arena of its own") {
  const Folder scratch;
  for (int i = 0; i < 50; ++i) scratch.write(std::to_string(i) + ".yaml", std::to_string(i));
  const DiskTree tree = scratch.tree();
  std::vector<int> right(4);
  std::vector<std::thread> threads;
  threads.reserve(right.size());
  for (std::size_t t = 0; t < 4; ++t)
    threads.emplace_back([&, t] {
      for (int i = 0; i < 50; ++i) right[t] += bytes(tree, std::to_string(i) + ".yaml") == std::to_string(i);
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(right == std::vector<int>(4, 50));
}

TEST_CASE("reading opens no file for good") {
  const Folder scratch;
  scratch.write("a.yaml");
  const DiskTree tree = scratch.tree();
  const auto open_files = [] {
    return std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator());
  };
  const auto before = open_files();
  for (int i = 0; i < 20; ++i) {
    CHECK(fault(tree, "a.yaml") == ReadFault::none);
    CHECK(fault(tree, "b.yaml") == ReadFault::missing);
    CHECK(fault(tree, "people") == ReadFault::not_regular);
    CHECK(tree.list("people").fault == ReadFault::none);
    CHECK(tree.list("b").fault == ReadFault::missing);
  }
  CHECK(open_files() == before);
}

TEST_CASE("a tree in memory behaves like one on disk") {
  MemoryTree tree({{"nastavnik.yaml", "format: 1\n"}, {"people/p-002.yaml", "b"}, {"people/p-001.yaml", "a"}});
  CHECK(names(tree, "") == "nastavnik.yaml people/ ");
  CHECK(names(tree, "people") == "p-001.yaml p-002.yaml ");
  CHECK(bytes(tree, "people/p-001.yaml") == "a");
  CHECK(tree.has_folder(""));
  CHECK(tree.has_folder("people"));
  CHECK_FALSE(tree.has_folder("peopl"));
  CHECK_FALSE(tree.has_folder("nastavnik.yaml"));
  CHECK(tree.has_file("nastavnik.yaml"));
  CHECK_FALSE(tree.has_file("people"));
  CHECK(tree.list("nowhere").fault == ReadFault::missing);
  CHECK(fault(tree, "people") == ReadFault::not_regular);
  CHECK(fault(tree, "nowhere") == ReadFault::missing);
  tree.put("people/p-003.yaml", std::string(largest_file + 1, 'x'));
  CHECK(fault(tree, "people/p-003.yaml") == ReadFault::too_large);
  tree.remove("people/p-002.yaml");
  CHECK(names(tree, "people") == "p-001.yaml p-003.yaml ");
}

TEST_CASE("a path in memory can be spoiled") {
  MemoryTree tree(Files{{"people/p-001.yaml", "a"}});
  tree.spoil("people/p-001.yaml", ReadFault::denied);
  tree.spoil("orders/2025-1.yaml", ReadFault::io);
  CHECK(fault(tree, "people/p-001.yaml") == ReadFault::denied);
  CHECK(fault(tree, "orders/2025-1.yaml") == ReadFault::io);
  CHECK(names(tree, "") == "orders/ people/ ");
  tree.spoil("people", ReadFault::denied);
  CHECK(tree.list("people").fault == ReadFault::denied);
}

TEST_CASE("one folder of a tree is taken from another") {
  const MemoryTree base({{"nastavnik.yaml", "format: 1\n"}, {"people/p-001.yaml", "old"}, {"peoples/x.yaml", "x"}});
  const MemoryTree others({{"p-001.yaml", "new"}, {"p-002.yaml", "too"}});
  const MountedTree tree(base, "people", others);
  CHECK(names(tree, "") == "nastavnik.yaml people/ peoples/ ");
  CHECK(names(tree, "people") == "p-001.yaml p-002.yaml ");
  CHECK(bytes(tree, "people/p-001.yaml") == "new");
  CHECK(bytes(tree, "peoples/x.yaml") == "x");
  CHECK(bytes(tree, "nastavnik.yaml") == "format: 1\n");
  CHECK(tree.has_folder("people"));
  CHECK(tree.has_file("people/p-002.yaml"));
  CHECK_FALSE(tree.has_file("p-002.yaml"));
  const MemoryTree bare(Files{{"nastavnik.yaml", ""}});
  CHECK(names(MountedTree(bare, "people", others), "") == "nastavnik.yaml people/ ");
}

}  // namespace
}  // namespace nastavnik
