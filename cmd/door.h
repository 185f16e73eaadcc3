#pragma once
#include <ostream>
#include <streambuf>
#include <string>

namespace nastavnik::cmd {

/// Stands in a stream while a command runs: whatever the command says, from records, paths or arguments, nothing in it
/// steers the terminal.
class Door : private std::streambuf {
public:
  explicit Door(std::ostream& stream) : stream_(stream), behind_(stream.rdbuf(this)), beside_(behind_) {}
  ~Door() override;
  Door(const Door&) = delete;
  Door& operator=(const Door&) = delete;

  /// The same stream past the door.
  std::ostream& beside() { return beside_; }

private:
  int_type overflow(int_type c) override;
  std::streamsize xsputn(const char* bytes, std::streamsize size) override;
  int sync() override;
  bool pass(std::size_t size);

  std::ostream& stream_;
  std::streambuf* behind_;
  std::ostream beside_;
  std::string held_{};  ///< the line that has no end yet: a character may be in two pieces
};

}  // namespace nastavnik::cmd
