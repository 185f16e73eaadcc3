#pragma once
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "model/reader.h"
#include "model/registry.h"

// What is done with the records of a kind while they are loaded, so that the loader need not know what a record holds.
// The definitions are long, as every step visits every field; so they stand in files of their own, a few kinds in each
// (intake_*.cpp).

namespace nastavnik {

/// What is held of a kind is the table of its folder, or the one record; each function takes what is held of that very
/// kind.
struct Intake {
  const Kind& kind;
  std::shared_ptr<void> (*make)();
  std::size_t (*size)(const void* held);
  Record& (*record)(void* held, std::size_t index);
  /// Nothing where there is none that could be read and exists on the day.
  const void* (*find)(const void* held, std::string_view id);
  /// Makes room in a table for so many records.
  void (*resize)(void* table, std::size_t size);
  /// Leaves in a table those that can be read and exist on the day; `seen` says that the folder is here, so that what
  /// is not in it does not exist. Gives back the places of those that cannot be read.
  const std::vector<Span>& (*close)(void* table, bool seen);

  /// Reads the record from its map and makes it what it was at the end of the day.
  void (*take_in)(const Node& root, ReadContext& context, Date day, Record& record);
  /// Leaves every field of the record broken: it should be there, but it cannot be read.
  void (*obscure)(Record& record);
  /// Follows the links of the record; gives back the paths of files that it names.
  std::vector<const At<Path>*> (*follow_links)(const Registry& registry, Findings& findings, Record& record);
};

template <class T>
const Intake& intake_of();

}  // namespace nastavnik
