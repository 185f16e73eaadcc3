#pragma once
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/name_stem.h"
#include "model/load.h"
#include "model/notions/mentions.h"
#include "rules/outcome.h"
#include "source/source.h"

namespace nastavnik {

/// The path of a file in the registry. Files are called by ids; one of a person that is not, and any with a capital that no
/// id has, may be called by a name, which is left out.
std::string path_without_name(const Sources& sources, Span span);

/// An address, or a place in the file of a record (`programs/2025-003.yaml: end`), without an id that is none of its kind and
/// may be a name.
std::string address_without_name(std::string_view place);

/// Takes out of what a run says what stands in people/, wherever else it is quoted from: for all that leaves the
/// terminal without `--names`.
class Conceal {
public:
  explicit Conceal(const Loaded& loaded);

  /// A text of any record, or of a message that quotes one.
  std::string text(std::string_view text) const;
  Words words(const Words& words) const { return {text(words.ru), text(words.en)}; }
  /// Where a file lies in the registry.
  std::string path(Span span) const { return text(path_without_name(sources_, span)); }
  /// Whether the line of the place names somebody, or has a word that may be a name where an id belongs.
  bool names_somebody(Span span) const;
  /// All that the run has to say of its findings.
  void messages_of(Outcome& outcome) const;

private:
  void messages_of(Finding& finding) const;

  std::pair<std::uint32_t, std::uint32_t> line_of(Span span) const;
  void note_unread_people(const Table<Person>& people);
  void note_names_of_line(std::string_view line);
  bool may_name_unread(std::string_view word) const;

  const Sources& sources_;
  Mentions mentions_;
  std::unordered_map<std::string, std::vector<NameStem>> unread_;  ///< of people whose record cannot be read, by base
  std::set<std::pair<std::uint32_t, std::uint32_t>> named_lines_;  ///< of a source, where a word stands for an id
};

}  // namespace nastavnik
