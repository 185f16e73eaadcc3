#include "cmd/door.h"

#include "base/printable.h"

namespace nastavnik::cmd {

Door::~Door() {
  stream_.flush();
  const std::ios_base::iostate state = stream_.rdstate() | beside_.rdstate();
  stream_.rdbuf(behind_);
  stream_.setstate(state);
}

Door::int_type Door::overflow(int_type c) {
  if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
  const char byte = traits_type::to_char_type(c);
  return xsputn(&byte, 1) == 1 ? c : traits_type::eof();
}

std::streamsize Door::xsputn(const char* bytes, std::streamsize size) {
  held_.append(bytes, static_cast<std::size_t>(size));
  const std::size_t end = held_.rfind('\n');
  return end == std::string::npos || pass(end + 1) ? size : 0;
}

int Door::sync() { return pass(held_.size()) && behind_->pubsync() == 0 ? 0 : -1; }

bool Door::pass(std::size_t size) {
  const std::string fit = harmless(std::string_view(held_).substr(0, size));
  held_.erase(0, size);
  return behind_->sputn(fit.data(), static_cast<std::streamsize>(fit.size())) ==
         static_cast<std::streamsize>(fit.size());
}

}  // namespace nastavnik::cmd
