#pragma once
#include <cerrno>
#include <cstddef>
#include <string_view>
#include <unistd.h>
#include <utility>

namespace nastavnik {

/// An open file of the system, closed at the end.
class Descriptor {
public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { static_cast<void>(close()); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }
  bool good() const { return number_ >= 0; }
  /// In place of what it holds.
  void take(int number) {
    static_cast<void>(close());
    number_ = number;
  }
  int release() { return std::exchange(number_, -1); }
  /// Closing may be what tells that the bytes did not arrive.
  bool close() { return number_ < 0 || ::close(release()) == 0; }

private:
  int number_;
};

/// Whether all bytes went there; `errno` says why not.
inline bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace nastavnik
