// What many records share, a mentor, a mentee, an order, does not make the findings of each tell of all the others: twice
// the records, twice what is said.

#include <functional>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/fixture_run.h"

using namespace nastavnik;

namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// What the pairs of a registry have in common; an order they have at all times.
struct Shared {
  const char* what;
  bool mentor = false, mentee = false, pair = false;
};

/// The base with its pair, its programme and its people again and again.
FileTexts registry_of(int count, const Shared& shared) {
  FileTexts files = base_files("pair");
  for (int i = 0; i < count; ++i)
    for (const auto& [path, text] : base_files("pair")) {
      std::string other = path, inside = text;
      for (std::string* one : {&other, &inside}) {
        replace_all(*one, "p-017", fmt::format("p-1{:04}", shared.mentor ? 0 : i));
        replace_all(*one, "p-031", fmt::format("p-2{:04}", shared.mentee ? 0 : i));
        replace_all(*one, "pair: 2025-003", fmt::format("pair: 2025-1{:04}", shared.pair ? 0 : i));
        replace_all(*one, "2025-003", fmt::format("2025-1{:04}", shared.pair && path.starts_with("pairs/") ? 0 : i));
      }
      if (other != path) files[other] = inside;
    }
  return files;
}

using Spoil = std::function<void(FileTexts&)>;

Spoil put(const char* path, const char* text) {
  return [=](FileTexts& files) { files[path] = text; };
}
Spoil add(const char* path, const char* text) {
  return [=](FileTexts& files) { files[path] += text; };
}
Spoil drop(const char* path) {
  return [=](FileTexts& files) { files.erase(path); };
}

/// Bytes of all that is said, and a byte for each place.
std::size_t said(FileTexts files, const Spoil& spoil, Date day) {
  spoil(files);
  MemoryTree tree(std::map<std::string, std::string>(files.begin(), files.end()));
  const auto loaded = load({.tree = tree, .today = day, .as_of = day});
  const Outcome outcome = check(*loaded, {});
  std::size_t size = outcome.undecided.size();
  for (const Finding& finding : outcome.findings) {
    size += 1 + finding.label.ru.size();
    for (const Place& place : finding.also) size += 1 + place.label.ru.size();
  }
  return size;
}

}  // namespace

TEST_CASE("what is said grows with the records and no faster") {
  const std::pair<const char*, Spoil> changes[] = {
      {"nothing", [](FileTexts&) {}},
      {"the mentor is not in the bank", drop("mentors/p-10000.yaml")},
      {"nothing is known of the mentor", put("mentors/p-10000.yaml", "{}\n")},
      {"the mentor's entry cannot be read", put("mentors/p-10000.yaml", "a: [\n")},
      {"nobody knows the mentor", put("people/p-10000.yaml", "{}\n")},
      {"the mentor is erased", put("people/p-10000.yaml", "erased_on: 2025-09-01\n")},
      {"the mentor has been relieved",
       add("mentors/p-10000.yaml",
           "resignations:\n  - {date: 2025-09-02, addressed_to: [p-002], leaving_on: 2025-09-05, outcome: {date: 2025-09-03, decision: granted}}\n")},
      {"the mentor takes few", add("mentors/p-10000.yaml", "max_mentees: 2\n")},
      {"the mentee is not in the bank", drop("mentees/p-20000.yaml")},
      {"nothing is known of the mentee", put("mentees/p-20000.yaml", "{}\n")},
      {"nobody knows the mentee", put("people/p-20000.yaml", "{}\n")},
      {"the order says nothing", put("orders/2025-98-od.yaml", "{}\n")},
      {"the order is cancelled",
       put("orders/2025-99-od.yaml",
           "number: 99-од\ndate: 2025-09-03\nkinds: [change_pairs]\ncancels: [2025-98-od]\n")},
      {"the school says nothing", put("organization.yaml", "{}\n")},
      {"the pair says nothing", put("pairs/2025-10000.yaml", "{}\n")},
      {"the pair has ended", add("pairs/2025-10000.yaml", "end: {date: 2025-09-05, reason: program_ended}\n")},
  };
  constexpr Shared all[] = {{"an order"},
                            {"a mentor", true},
                            {"a mentee", false, true},
                            {"mentor and mentee", true, true},
                            {"a pair", true, true, true}};
  for (const Shared& shared : all) {
    const FileTexts once = registry_of(30, shared), twice = registry_of(60, shared);
    for (const auto& change : changes)
      for (const Date day : {Date(2025, 9, 15), Date(2027, 2, 1)}) {
        const std::size_t less = said(once, change.second, day), more = said(twice, change.second, day);
        CHECK_MESSAGE(more < 5 * (less + 400) / 2,
                      fmt::format("{} is shared, {}: {} and {} bytes", shared.what, change.first, less, more));
      }
  }
}
