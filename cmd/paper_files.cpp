#include "cmd/paper_files.h"

#include <cstdlib>
#include <unordered_set>

#include <fmt/format.h>

#include "base/failure.h"
#include "base/web_address.h"
#include "disk/program.h"
#include "disk/signals.h"
#include "document/papers.h"
#include "model/order_id.h"
#include "source/disk.h"

namespace fs = std::filesystem;

namespace nastavnik::cmd {
namespace {

/// A folder of our own that is gone afterwards.
class Workshop {
public:
  Workshop() {
    std::error_code error;
    std::string name = (fs::temp_directory_path(error) / "nastavnik-XXXXXX").string();
    if (error || !::mkdtemp(name.data()))
      throw Failure({"не удалось создать временную папку", "a temporary folder could not be made"});
    path_ = name;
  }
  ~Workshop() {
    std::error_code error;
    fs::remove_all(path_, error);
  }
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;
  const fs::path& path() const { return path_; }

private:
  SignalsNoted signals_;  // it holds names
  fs::path path_;
};

std::string with_extension(const std::string& name, std::string_view extension) {
  return name.substr(0, name.rfind('.') + 1) + std::string(extension);
}

/// Small Latin letters, digits and hyphens alone: on some file systems «A» is «a», and other signs mean something.
std::string safe(std::string_view stem) {
  constexpr std::size_t longest = 150;
  std::string result;
  for (const char c : stem.substr(0, longest)) {
    if (c >= 'A' && c <= 'Z')
      result += static_cast<char>(c - 'A' + 'a');
    else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      result += c;
    else if (!result.ends_with('-'))
      result += '-';
  }
  return result;
}

ProgramAnswer convert(const fs::path& workshop, const std::vector<NewFile>& papers, const Environment& environment) {
  // Two runs that share a profile disturb each other, and one of them silently makes nothing.
  std::vector<std::string> words{
      "soffice",      "-env:UserInstallation=file://" + percent_encoded((workshop / "profile").string()),
      "--headless",   "--norestore",
      "--convert-to", "pdf",
      "--outdir",     (workshop / "pdf").string()};
  for (const NewFile& paper : papers) words.push_back((workshop / "docx" / paper.path).string());
  return run_program({.words = std::move(words), .directory = workshop.string(), .variables = environment.variables});
}

}  // namespace

std::string file_name(const DocumentKind& kind, const Writing& writing, std::string_view extension) {
  std::string stem(kind.name);
  if (kind.group == DocumentGroup::orders && !writing.number().empty())
    stem += '-' + order_id_of(writing.number(), writing.day());
  else if (writing.subjects().size() > 1)
    stem += '-' + iso(writing.day());
  if (const bool whole = kind.together && stem != kind.name; !whole && !writing.subject().id.empty())
    stem += '-' + writing.subject().id;
  return fmt::format("{}.{}", safe(stem), extension);
}

void tell_apart(std::vector<NewFile>& files) {
  std::unordered_set<std::string> taken;
  for (NewFile& file : files) {
    const std::size_t dot = file.path.rfind('.');
    const std::string stem = file.path.substr(0, dot), extension = file.path.substr(dot);
    for (std::size_t number = 2; !taken.insert(file.path).second; ++number)
      file.path = fmt::format("{}-{}{}", stem, number, extension);
  }
}

std::vector<NewFile> as_pdf(const std::vector<NewFile>& papers, const Environment& environment) {
  const Workshop workshop;
  Creation sources(workshop.path() / "docx");
  for (const NewFile& paper : papers) sources.write(paper);
  const ProgramAnswer office = convert(workshop.path(), papers, environment);
  if (!office.started)
    throw Failure(
        {"для PDF нужна программа LibreOffice (soffice), а её нет: установите libreoffice-writer-nogui или сохраните "
         "документ в .docx и выведите PDF из своей программы",
         "PDF needs the program LibreOffice (soffice), and there is none: install libreoffice-writer-nogui, or write "
         "a .docx and print the PDF from your own program"});
  constexpr std::uint64_t largest_pdf = std::uint64_t{256} << 20;
  const DiskTree printed((workshop.path() / "pdf").string(), largest_pdf);
  std::vector<NewFile> made;
  for (const NewFile& paper : papers) {
    const std::string name = with_extension(paper.path, "pdf");
    Arena arena;
    const ReadResult bytes = printed.read(name, arena);
    if (bytes.text.empty())
      throw Failure(say({"LibreOffice не сделал {}: {}", "LibreOffice did not make {}: {}"}, name, office.both()));
    made.push_back({name, std::string(bytes.text)});
  }
  return made;
}

}  // namespace nastavnik::cmd
