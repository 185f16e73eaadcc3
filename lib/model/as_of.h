#pragma once
#include <algorithm>
#include <concepts>
#include <string_view>
#include <vector>

#include "model/field.h"
#include "model/types.h"
#include "source/finding.h"

// The registry as it stood on a day: what happened later is taken out before anybody sees the records.

namespace nastavnik {

template <class Item, class Visitor>
concept Mapping = requires(Visitor& visitor, Item& item) {
  fields(visitor, item);
};

/// Takes out of a record what did not exist at the end of the day.
class Pruner {
public:
  explicit Pruner(Date day) : day_(day) {}

  void operator()(At<Day>& at, const Field& field) {
    if (!at.given() || field.when_ == When::planned || *at <= day_) return;
    if (field.when_ == When::opens) exists_ = false;
    at = {};
  }
  template <class Item>
  void operator()(List<Item>& list, const Field& field) {
    const auto later = [&](Item& item) {
      if constexpr (std::same_as<Item, At<Day>>)
        return item.given() && field.when_ != When::planned && *item > day_;
      else if constexpr (Mapping<Item, Pruner>)
        return !keep(item);
      else
        return false;
    };
    if (std::erase_if(list.items, later) > 0 && list.items.empty() && list.given()) list.presence = Presence::absent;
  }
  template <class Part>
  void operator()(Block<Part>& block, const Field&) {
    if (block.given() && !keep(block.value)) block = {};
  }
  template <class Other>
  void operator()(Other&, const Field&) {}

  /// Whether the mapping exists on the day; its later parts are gone.
  template <class Part>
  bool keep(Part& part) const {
    Pruner inner(day_);
    fields(inner, part);
    return inner.exists_;
  }

private:
  Date day_;
  bool exists_ = true;
};

/// Leaves every field of a record broken: the record should be there, but it cannot be read.
class Obscurer {
public:
  explicit Obscurer(Span place) : place_(place) {}

  template <class Member>
  void operator()(Member& member, const Field&) {
    member.presence = Presence::broken;
    member.span = place_;
  }

private:
  Span place_;
};

/// Collects the marks (local ids) that stand in a record.
class MarkCollector {
public:
  template <char Letter>
  void operator()(At<LocalId<Letter>>& id, const Field&) {
    if (id.given()) marks_.push_back(*id);
  }
  template <char Letter>
  void operator()(LocalLink<Letter>&, const Field&) {}
  template <class Item>
  void operator()(List<Item>& list, const Field&) {
    if constexpr (Mapping<Item, MarkCollector>) {
      unclear_ = unclear_ || (list.presence == Presence::broken && requires(Item & item) { item.id.value; });
      for (Item& item : list) fields(*this, item);
    }
  }
  template <class Other>
  void operator()(Other&, const Field&) {}
  template <class Part>
  void operator()(Block<Part>& block, const Field&) {
    if (block.given()) fields(*this, block.value);
  }

  const std::vector<std::string_view>& marks() const { return marks_; }
  bool holds(std::string_view mark) const { return std::find(marks_.begin(), marks_.end(), mark) != marks_.end(); }
  /// A list of marked items cannot be read as a whole: a mark that is not found may stand there.
  bool is_unclear() const { return unclear_; }

private:
  std::vector<std::string_view> marks_;
  bool unclear_ = false;
};

/// Collects the paths that a record names.
class PathCollector {
public:
  void operator()(At<Path>& path, const Field&) {
    if (path.given()) paths_.push_back(&path);
  }
  template <class Item>
  void operator()(List<Item>& list, const Field&) {
    if constexpr (Mapping<Item, PathCollector>)
      for (Item& item : list) fields(*this, item);
  }
  template <class Part>
  void operator()(Block<Part>& block, const Field&) {
    if (block.given()) fields(*this, block.value);
  }
  template <class Other>
  void operator()(Other&, const Field&) {}

  const std::vector<const At<Path>*>& paths() const { return paths_; }

private:
  std::vector<const At<Path>*> paths_;
};

/// Follows links to marks of the same record. What links to nothing is reported; what links to an item that is later
/// than the day judged is absent, and so is a mapping that such an item brought in.
class MarkLinker {
public:
  MarkLinker(const MarkCollector& all, const MarkCollector& visible, Findings& findings)
      : all_(all), visible_(visible), findings_(findings) {}

  template <char Letter>
  void operator()(LocalLink<Letter>& link, const Field& field) {
    if (!link.given() || visible_.holds(*link)) return;
    if (all_.holds(*link)) {
      link = {};
      gone_ = gone_ || field.opens_with_link;
      return;
    }
    link.presence = all_.is_unclear() ? Presence::unknown : Presence::broken;
    if (!all_.is_unclear()) report_dangling(link.span);
  }
  template <class Item>
  void operator()(List<Item>& list, const Field&) {
    if constexpr (Mapping<Item, MarkLinker>)
      if (std::erase_if(list.items, [&](Item& item) { return !keep(item); }) > 0 && list.empty() && list.given())
        list.presence = Presence::absent;
  }
  template <class Part>
  void operator()(Block<Part>& block, const Field&) {
    if (block.given()) keep(block.value);
  }
  template <class Other>
  void operator()(Other&, const Field&) {}

private:
  template <class Part>
  bool keep(Part& part) const {
    MarkLinker inner(all_, visible_, findings_);
    fields(inner, part);
    return !inner.gone_;
  }
  void report_dangling(Span span);

  const MarkCollector& all_;
  const MarkCollector& visible_;
  Findings& findings_;
  bool gone_ = false;
};

/// Makes the record what it was at the end of the day.
template <class T>
void settle(T& record, Date day, Findings& findings) {
  MarkCollector all, visible;
  fields(all, record);
  if constexpr (requires { record.all_marks; }) record.all_marks = all.marks();
  record.hidden = !Pruner(day).keep(record);
  fields(visible, record);
  MarkLinker linker(all, visible, findings);
  fields(linker, record);
}

}  // namespace nastavnik
