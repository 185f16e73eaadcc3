#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/registry.h"
#include "source/source.h"

namespace nastavnik {

/// The files that a run is asked about: all of them, or those named and those in folders named.
class AskedFiles {
public:
  AskedFiles() = default;
  AskedFiles(const Sources& sources, const std::vector<std::string>& paths);

  bool all() const { return all_; }
  bool hold(Span place) const;
  bool hold(std::string_view path) const;

private:
  bool all_ = true;
  std::vector<std::string> paths_;
  std::vector<bool> asked_;  ///< by source
};

/// Records of a kind, of which only those in the files asked about are gone through.
template <class T>
class AskedRecords {
public:
  AskedRecords(const Table<T>& table, const AskedFiles* files) : table_(table), files_(files) {}

  class Iterator {
  public:
    Iterator(const T* at, const T* end, const AskedFiles* files) : at_(at), end_(end), files_(files) { skip(); }
    const T& operator*() const { return *at_; }
    Iterator& operator++() {
      ++at_;
      skip();
      return *this;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

  private:
    void skip() {
      while (files_ && at_ != end_ && !files_->hold(at_->span)) ++at_;
    }
    const T* at_;
    const T* end_;
    const AskedFiles* files_;
  };

  Iterator begin() const { return {table_.begin(), table_.end(), files_}; }
  Iterator end() const { return {table_.end(), table_.end(), files_}; }
  // Whoever asks for one record, or whether there are any, asks the whole table.
  operator const Table<T>&() const { return table_; }  // NOLINT(google-explicit-constructor): it is the table
  const T* find(std::string_view id) const { return table_.find(id); }
  Standing standing(std::string_view id) const { return table_.standing(id); }
  const std::vector<Span>& broken() const { return table_.broken(); }
  bool empty() const { return table_.empty(); }

private:
  const Table<T>& table_;
  const AskedFiles* files_;  ///< nothing: all records are gone through
};

}  // namespace nastavnik
