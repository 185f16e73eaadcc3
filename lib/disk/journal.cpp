#include "disk/journal.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/checksum.h"
#include "base/failure.h"

namespace fs = std::filesystem;
using nlohmann::json;

namespace nastavnik {
namespace {

constexpr const char* own_folder = ".nastavnik";

[[noreturn]] void refuse_foreign(const fs::path& root) {
  throw Failure(
      say({"{} — от незаконченной записи в другой папке: её скопировали или получили через git; проверьте записи "
           "(git status) и удалите папку {}",
           "{} is of an unfinished run in another folder, copied or got by git; look at the records (git status) "
           "and delete the folder {}"},
          journal_of(root).string(), store_of(root).string()));
}

json json_of(const JournalEntry& entry) {
  return {{"folder", entry.folder.string()},
          {"path", entry.path},
          {"kept", entry.kept},
          {"trace", entry.trace},
          {"was", entry.was},
          {"now", entry.now}};
}

JournalEntry entry_of(const json& file) {
  return {.folder = file.at("folder").get<std::string>(),
          .path = file.at("path").get<std::string>(),
          .kept = file.at("kept").get<std::string>(),
          .trace = file.at("trace").get<std::string>(),
          .was = file.at("was").get<std::string>(),
          .now = file.at("now").get<std::string>()};
}

/// Throws what the JSON library throws.
Journal parsed(const fs::path& path) {
  std::error_code error;
  const json all = json::parse(fs::is_regular_file(fs::symlink_status(path, error)) ? bytes_of(path) : std::string());
  Journal journal{.beside = all.at("beside").get<std::string>(),
                  .place = all.at("place").get<std::string>(),
                  .note = {.act = all.at("act").get<std::string>(),
                           .day = all.at("day").get<std::string>(),
                           .records = all.at("records").get<std::vector<std::string>>()},
                  .taken_back = all.at("taken_back").get<bool>()};
  for (const json& file : all.at("files")) journal.entries.push_back(entry_of(file));
  for (const json& folder : all.at("folders")) journal.folders.emplace_back(folder.get<std::string>());
  return journal;
}

/// Nothing where there is none, or it was not written here.
std::optional<Journal> followed(const fs::path& root, const fs::path& path) try {
  if (!is_own_folder(store_of(root))) return std::nullopt;
  Journal journal = parsed(path);
  if (journal.place != place_of(store_of(root))) return std::nullopt;
  return journal;
} catch (const json::exception&) {
  return std::nullopt;
}

}  // namespace

std::string Journal::text() const {
  json all = {{"place", place},  {"files", json::array()}, {"folders", json::array()}, {"beside", beside.string()},
              {"act", note.act}, {"day", note.day},        {"records", note.records},  {"taken_back", taken_back}};
  for (const JournalEntry& entry : entries) all["files"].push_back(json_of(entry));
  for (const fs::path& folder : folders) all["folders"].push_back(folder.string());
  return all.dump(1, ' ', false, json::error_handler_t::replace) + '\n';
}

Journal Journal::read(const fs::path& root) try {
  Journal journal = parsed(journal_of(root));
  if (journal.place != place_of(store_of(root))) refuse_foreign(root);
  return journal;
} catch (const json::exception&) {
  throw Failure(say({"{} не читается: что осталось от прерванной записи, придётся посмотреть самим",
                     "{} cannot be read: what an interrupted run has left must be looked at by hand"},
                    journal_of(root).string()));
}

std::optional<Journal> Journal::of_last_act(const fs::path& root) { return followed(root, done_of(root)); }
std::optional<Journal> Journal::of_former_act(const fs::path& root) { return followed(root, former_of(root)); }

fs::path store_of(const fs::path& folder) { return folder / own_folder / "act"; }
fs::path journal_of(const fs::path& root) { return store_of(root) / "journal"; }
fs::path done_of(const fs::path& root) { return store_of(root) / "done"; }
fs::path former_of(const fs::path& root) { return store_of(root) / "former"; }
fs::path folder_of(const fs::path& root, const JournalEntry& entry) {
  return entry.folder.empty() ? root : entry.folder;
}

fs::path target_of(const fs::path& path) {
  std::error_code error;
  fs::path real = fs::canonical(path, error);
  return error ? path : real;
}

std::string trace_of(const fs::path& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return {};
  return fmt::format("{} {} {}.{}", status.st_ino, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
}

std::string place_of(const fs::path& folder) {
  struct stat status {};
  return ::lstat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode)
             ? fmt::format("{} {}", status.st_dev, status.st_ino)
             : std::string();
}

bool is_own_folder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(fs::symlink_status(path, error));
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string mark_of(std::string_view bytes) { return fmt::format("{} {:016x}", bytes.size(), checksum(bytes)); }

std::set<std::string> kept_of_acts(const fs::path& root, const fs::path& folder) {
  std::set<std::string> kept;
  for (const fs::path& path : {done_of(root), former_of(root)}) {
    const std::optional<Journal> act = followed(root, path);
    if (!act) continue;
    if (!act->taken_back)
      for (const JournalEntry& entry : act->entries)
        if (folder_of(root, entry) == folder && !entry.kept.empty()) kept.insert(entry.kept);
    if (folder == root) kept.insert(path.filename());
  }
  if (!kept.empty()) kept.insert("root");
  return kept;
}

void clear_store(const fs::path& store, const std::set<std::string>& stays) {
  std::error_code error;
  if (!is_own_folder(store) || !is_own_folder(store.parent_path())) return;
  for (const fs::directory_entry& entry : fs::directory_iterator(store, error)) {
    const std::string name = entry.path().filename();
    if (name != ".gitignore" && !stays.contains(name)) fs::remove_all(entry.path(), error);
  }
  if (!stays.empty()) return;
  fs::remove_all(store, error);
  ::rmdir(store.parent_path().c_str());
}

}  // namespace nastavnik
