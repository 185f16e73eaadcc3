#pragma once
#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "model/kinds.h"
#include "source/arena.h"

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
  /// Takes over what was read, in the order of the ids; `seen` says that the folder is here, so that what is not in it does not exist.
  Table(std::vector<T> records, bool seen) : seen_(seen) {
    standing_.reserve(records.size());
    for (const T& record : records)
      standing_[record.id] = {record.broken   ? Standing::broken
                              : record.hidden ? Standing::hidden
                                              : Standing::visible,
                              nullptr};
    for (const T& record : records)
      if (record.broken) broken_.push_back(record.span);
    records_ = std::move(records);
    std::erase_if(records_, [](const T& record) { return record.broken || record.hidden; });
    for (const T& record : records_) standing_[record.id].record = &record;
  }
  Table(Table&&) = default;
  Table& operator=(Table&&) = default;
  Table(const Table&) = delete;  // a copy would point at the records of the first
  Table& operator=(const Table&) = delete;
  ~Table() = default;

  auto begin() const { return records_.begin(); }
  auto end() const { return records_.end(); }
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
  friend class Loader;
  std::vector<T> records_;
  std::vector<Span> broken_;
  std::unordered_map<std::string_view, Entry> standing_;
  bool seen_ = true;
};

/// A kind with one file: the record, or an empty one placed at the settings where the file is not there.
template <class T>
struct Single {
  T record{};
  bool present = false;
};

template <class List>
struct TablesFor;
template <class... T>
struct TablesFor<Types<T...>> {
  using Tables = std::tuple<Table<T>...>;
  using Singles = std::tuple<Single<T>...>;
  using Slots = std::tuple<std::vector<T>...>;
};

/// All records as they stood at the end of a day, their links resolved; nobody changes them any more.
class Registry {
public:
  Date day() const { return day_; }

  template <class T>
  const Table<T>& all() const {
    return std::get<Table<T>>(tables_);
  }
  template <class T>
  const T& the() const {
    return std::get<Single<T>>(singles_).record;
  }
  /// The file of the kind is there and could be read.
  template <class T>
  bool has() const {
    return std::get<Single<T>>(singles_).present;
  }
  const Settings& settings() const { return the<Settings>(); }
  const Organization& organization() const { return the<Organization>(); }
  const Regulation& regulation() const { return the<Regulation>(); }

  std::span<const Program* const> programs_of(const Pair& pair) const { return listed(programs_of_, pair.id); }
  std::span<const Pair* const> pairs_of_mentor(std::string_view person) const {
    return listed(pairs_of_mentor_, person);
  }
  std::span<const Pair* const> pairs_of_mentee(std::string_view person) const {
    return listed(pairs_of_mentee_, person);
  }
  /// The day from which another order cancels this one; the end of time when none does.
  Date cancelled_on(const Order& order) const {
    const auto found = cancelled_on_.find(order.id);
    return found == cancelled_on_.end() ? end_of_time : found->second;
  }
  /// Where records name a file, a scan of a paper, that is not in the registry.
  std::span<const Span> missing_files() const { return missing_files_; }

private:
  friend class Loader;
  template <class T>
  using ListsOf = std::unordered_map<std::string_view, std::vector<const T*>>;
  template <class T>
  static std::span<const T* const> listed(const ListsOf<T>& lists, std::string_view id) {
    const auto found = lists.find(id);
    if (found == lists.end()) return {};
    return found->second;
  }

  Date day_{};
  TablesFor<Kinds>::Tables tables_;
  TablesFor<SingleKinds>::Singles singles_;
  ListsOf<Program> programs_of_;
  ListsOf<Pair> pairs_of_mentor_, pairs_of_mentee_;
  std::unordered_map<std::string_view, Date> cancelled_on_;  ///< orders that another order cancels, and since when
  std::vector<Span> missing_files_;                          ///< paths in records at which there is no file; sorted
  std::vector<std::unique_ptr<Arena>> arenas_;               ///< the bytes that all texts are views of
};

}  // namespace nastavnik
