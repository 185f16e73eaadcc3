#include "page/package.h"

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <zip.h>

#include "base/failure.h"

namespace nastavnik {
namespace {

class Fault {
public:
  Fault() { zip_error_init(&error_); }
  ~Fault() { zip_error_fini(&error_); }
  Fault(const Fault&) = delete;
  Fault& operator=(const Fault&) = delete;
  zip_error_t* get() { return &error_; }
  std::string text() { return zip_error_strerror(&error_); }

private:
  zip_error_t error_{};
};

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct Release {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct Close {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using Buffer = std::unique_ptr<zip_source_t, Release>;
using Member = std::unique_ptr<zip_file_t, Close>;

/// The bytes in memory that an archive is written to or read from.
Buffer buffer_of(std::string_view bytes) {
  Fault fault;
  Buffer buffer(zip_source_buffer_create(bytes.data(), bytes.size(), 0, fault.get()));
  if (!buffer) throw std::runtime_error("no memory for a package: " + fault.text());
  return buffer;
}

/// The archive takes the buffer over, but it stays here too.
Archive opened(const Buffer& buffer, int flags, Fault& fault) {
  zip_source_keep(buffer.get());
  Archive archive(zip_open_from_source(buffer.get(), flags, fault.get()));
  if (!archive) zip_source_free(buffer.get());
  return archive;
}

[[noreturn]] void fail_to_pack(zip_t* archive, const std::string& part) {
  throw std::runtime_error("the package cannot hold " + part + ": " + zip_strerror(archive));
}

/// The day as MS-DOS writes it, which is what a package holds; it knows no day before 1980.
zip_uint16_t dos_date(Date day) {
  const int year = std::clamp(day.year(), 1980, 2107);
  return static_cast<zip_uint16_t>((static_cast<unsigned>(year - 1980) << 9U) | (day.month() << 5U) | day.day());
}

void add(zip_t* archive, const PackagePart& part, Date day) {
  constexpr zip_uint16_t noon = 12U << 11U;  // libzip passes it through local time, and at noon no clock is put back
  zip_source_t* source = zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
  if (!source) fail_to_pack(archive, part.name);
  const zip_int64_t index = zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    fail_to_pack(archive, part.name);
  }
  const auto place = static_cast<zip_uint64_t>(index);
  if (zip_set_file_compression(archive, place, ZIP_CM_DEFLATE, 9) != 0 ||
      zip_file_set_dostime(archive, place, noon, dos_date(day), 0) != 0 ||
      zip_file_set_external_attributes(archive, place, 0, ZIP_OPSYS_DOS, 0) != 0)
    fail_to_pack(archive, part.name);
}

std::string contents(zip_source_t* source) {
  zip_stat_t found{};
  if (zip_source_stat(source, &found) != 0 || zip_source_open(source) != 0)
    throw std::runtime_error("the package was not written");
  std::string bytes(found.size, '\0');
  const zip_int64_t read = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (read < 0 || static_cast<zip_uint64_t>(read) != found.size)
    throw std::runtime_error("the package was not read back");
  return bytes;
}

[[noreturn]] void refuse(const Words& why) {
  throw Failure(say({"файл не прочитать как пакет: {}", "the file cannot be read as a package: {}"}, why));
}

/// Reads a part however large its header says it is, and no further than the limit.
std::string read_part(zip_t* archive, zip_uint64_t index, const std::string& name, std::uint64_t limit) {
  const Member file(zip_fopen_index(archive, index, 0));
  if (!file) refuse(say({"часть {} не открывается", "the part {} does not open"}, name));
  std::string bytes;
  std::string chunk(std::size_t{1} << 16U, '\0');
  for (;;) {
    const zip_int64_t read = zip_fread(file.get(), chunk.data(), chunk.size());
    if (read < 0) refuse(say({"часть {} повреждена", "the part {} is damaged"}, name));
    if (read == 0) return bytes;
    bytes.append(chunk, 0, static_cast<std::size_t>(read));
    if (bytes.size() > limit) refuse(say({"часть {} слишком велика", "the part {} is too large"}, name));
  }
}

}  // namespace

std::string packed(std::span<const PackagePart> parts, Date day) {
  const Buffer buffer = buffer_of({});
  Fault fault;
  Archive archive = opened(buffer, ZIP_CREATE | ZIP_TRUNCATE, fault);
  if (!archive) throw std::runtime_error("a package cannot be begun: " + fault.text());
  for (const PackagePart& part : parts) add(archive.get(), part, day);
  if (zip_close(archive.get()) != 0) fail_to_pack(archive.get(), "its parts");
  archive.release();  // NOLINT(bugprone-unused-return-value): zip_close has freed it
  return contents(buffer.get());
}

std::vector<PackagePart> unpacked(std::string_view bytes, const PackageLimits& limits) {
  if (bytes.empty()) refuse({"файл пуст", "the file is empty"});
  const Buffer buffer = buffer_of(bytes);
  Fault fault;
  const Archive archive = opened(buffer, ZIP_RDONLY | ZIP_CHECKCONS, fault);
  if (!archive) refuse({"это не архив ZIP", "it is no ZIP archive"});
  const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(archive.get(), 0));
  if (count > limits.parts) refuse({"в нём слишком много частей", "it has too many parts"});
  std::vector<PackagePart> parts;
  std::uint64_t room = limits.all_bytes;
  for (zip_uint64_t index = 0; index < count; ++index) {
    const char* name = zip_get_name(archive.get(), index, ZIP_FL_ENC_GUESS);
    if (!name) refuse({"у одной из частей нет имени", "one of its parts has no name"});
    if (std::string_view(name).ends_with('/')) continue;
    parts.push_back({name, read_part(archive.get(), index, name, std::min(limits.part_bytes, room))});
    room -= parts.back().bytes.size();
  }
  return parts;
}

}  // namespace nastavnik
