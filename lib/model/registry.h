#pragma once
#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "model/kinds.h"
#include "source/arena.h"
#include "source/span.h"

namespace nastavnik {

/// What is known of an id of a kind.
enum class Standing : unsigned char {
  missing,
  visible,
  hidden,  ///< the record is later than the day judged
  broken,  ///< the file is there but could not be read
  unseen,  ///< the folder is not here (people kept elsewhere)
};

/// All records of one kind, by id; only those that can be read and exist on the day judged are iterated.
template <class T>
class Table {
public:
  Table() = default;
  Table(const Table&) = delete;  // a copy would point at the records of the first
  Table& operator=(const Table&) = delete;
  ~Table() = default;

  const T* begin() const { return records_.data(); }
  const T* end() const { return records_.data() + records_.size(); }
  std::size_t size() const { return records_.size(); }
  bool empty() const { return records_.empty(); }
  /// Files that could not be read.
  const std::vector<Span>& broken() const { return broken_; }
  /// The folder is here: what is not in it does not exist.
  bool seen() const { return seen_; }

  const T* find(std::string_view id) const {
    const auto found = standing_.find(id);
    return found == standing_.end() ? nullptr : found->second.record;
  }
  /// The id of a record that is here, as the record has it.
  std::string_view id_of(std::string_view id) const { return standing_.find(id)->first; }
  Standing standing(std::string_view id) const {
    if (!seen_) return Standing::unseen;
    const auto found = standing_.find(id);
    return found == standing_.end() ? Standing::missing : found->second.standing;
  }

private:
  struct Entry {
    Standing standing = Standing::missing;
    const T* record = nullptr;
  };
  template <class>
  friend struct Keeping;  // the only one who changes a table (intake_of.h)
  std::vector<T> records_;
  std::vector<Span> broken_;
  std::unordered_map<std::string_view, Entry> standing_;
  bool seen_ = true;
};

/// All records as they stood at the end of a day, their links resolved; nobody changes them any more. What a record holds
/// is known to those who include its kind.
class Registry {
public:
  Registry();

  Date day() const { return day_; }
  /// The same records, judged on another day: what happened after the day they are of stays unknown.
  Registry on(Date day) const;

  template <class T>
  const Table<T>& all() const {
    return *static_cast<const Table<T>*>(held_[place_in<T>(Kinds())].get());
  }
  /// The record of a kind with one file, or an empty one placed at the settings where the file is not there.
  template <class T>
  const T& the() const {
    return *static_cast<const T*>(held_[count_of(Kinds()) + place_in<T>(SingleKinds())].get());
  }
  /// The file of the kind is there and could be read.
  template <class T>
  bool has() const {
    return present_[place_in<T>(SingleKinds())];
  }
  const Settings& settings() const { return the<Settings>(); }
  const Organization& organization() const { return the<Organization>(); }
  const Regulation& regulation() const { return the<Regulation>(); }

  /// The record of a kind, to be reached by its shape; nothing where there is none that could be read.
  const void* find(const Kind& kind, std::string_view id) const;

  std::span<const Program* const> programs_of(const Pair& pair) const;
  std::span<const Pair* const> pairs_of_mentor(std::string_view person) const;
  std::span<const Pair* const> pairs_of_mentee(std::string_view person) const;
  /// The day from which another order cancels this one; the end of time when none does.
  Date cancelled_on(const Order& order) const;
  /// Files that stand among the records and cannot be read: the place of each.
  std::span<const Span> broken_files() const { return broken_files_; }
  /// Where records name a file, a scan of a paper, that is not in the registry.
  std::span<const Span> missing_files() const { return missing_files_; }

private:
  friend class Loader;
  template <class T>
  using ListsOf = std::unordered_map<std::string_view, std::vector<const T*>>;

  void index();
  void note_cancelled(std::string_view id, const Order& by);

  Date day_{};
  /// Tables in the order of the kinds, then the single records.
  std::array<std::shared_ptr<void>, count_of(Kinds()) + count_of(SingleKinds())> held_;
  std::array<bool, count_of(SingleKinds())> present_{};
  ListsOf<Program> programs_of_;
  ListsOf<Pair> pairs_of_mentor_, pairs_of_mentee_;
  std::unordered_map<std::string_view, Date> cancelled_on_;  ///< orders that another order cancels, and since when
  std::vector<Span> broken_files_;
  std::vector<Span> missing_files_;             ///< paths in records at which there is no file; sorted
  std::vector<std::shared_ptr<const Arena>> arenas_;  ///< the bytes that all texts are views of
};

}  // namespace nastavnik
