#pragma once
#include <type_traits>

#include "model/as_of.h"
#include "model/intake.h"
#include "model/link.h"
#include "model/shape_of.h"

namespace nastavnik {

template <class T>
void take_in(const Node& root, ReadContext& context, Date day, Record& any) {
  T& record = static_cast<T&>(any);
  read_record(root, context, record);
  auto marks = settle(shape_of<T>(), record, &record, day, context.findings);
  if constexpr (requires { record.all_marks; }) record.all_marks = std::move(marks);
}

template <class T>
void obscure(Record& record) {
  obscure(shape_of<T>(), &static_cast<T&>(record), record.span);
}

template <class T>
std::vector<const At<Path>*> follow_links(const Registry& registry, Findings& findings, Record& any) {
  T& record = static_cast<T&>(any);
  Linker linker(registry, findings, std::is_same_v<T, Person>);
  linker.follow(shape_of<T>(), &record);
  if constexpr (std::is_same_v<T, Mentor> || std::is_same_v<T, Mentee>) linker.person_of_stem(record, T::kind);
  if constexpr (std::is_same_v<T, Organization>) linker.part_heads(record);
  return paths_in(shape_of<T>(), &record);
}

/// The table of a folder.
template <class T>
struct Keeping {
  static Table<T>& table(void* held) { return *static_cast<Table<T>*>(held); }

  static std::shared_ptr<void> make() { return std::make_shared<Table<T>>(); }
  static std::size_t size(const void* held) { return static_cast<const Table<T>*>(held)->size(); }
  static Record& record(void* held, std::size_t index) { return table(held).records_[index]; }
  static const void* find(const void* held, std::string_view id) {
    return static_cast<const Table<T>*>(held)->find(id);
  }
  static void resize(void* held, std::size_t size) { table(held).records_.resize(size); }
  static const std::vector<Span>& close(void* held, bool seen) {
    auto& [records, broken, standing, is_seen] = table(held);
    is_seen = seen;
    standing.reserve(records.size());
    for (const T& record : records) {
      standing[record.id].standing = standing_of(record);
      if (record.broken) broken.push_back(record.span);
    }
    std::erase_if(records, [](const T& record) { return record.broken || record.hidden; });
    for (const T& record : records) standing[record.id].record = &record;
    return broken;
  }

private:
  static Standing standing_of(const T& record) {
    if (record.broken) return Standing::broken;
    return record.hidden ? Standing::hidden : Standing::visible;
  }
};

/// The one record.
template <class T>
requires(T::kind.single()) struct Keeping<T> {
  static std::shared_ptr<void> make() { return std::make_shared<T>(); }
  static std::size_t size(const void*) { return 1; }
  static Record& record(void* held, std::size_t) { return *static_cast<T*>(held); }
  static const void* find(const void* held, std::string_view) {
    return static_cast<const T*>(held)->broken ? nullptr : held;
  }
  static constexpr void (*resize)(void*, std::size_t) = nullptr;
  static constexpr const std::vector<Span>& (*close)(void*, bool) = nullptr;
};

template <class T>
const Intake& intake_of() {
  using Kept = Keeping<T>;
  static constexpr Intake intake{.kind = T::kind,
                                 .make = Kept::make,
                                 .size = Kept::size,
                                 .record = Kept::record,
                                 .find = Kept::find,
                                 .resize = Kept::resize,
                                 .close = Kept::close,
                                 .take_in = take_in<T>,
                                 .obscure = obscure<T>,
                                 .follow_links = follow_links<T>};
  return intake;
}

/// Puts the shape and the intake of a kind into the file that names it.
// NOLINTBEGIN(bugprone-macro-parentheses): a type takes none
#define NASTAVNIK_INTAKE_OF(T)         \
  template const Shape& shape_of<T>(); \
  template const Intake& intake_of<T>();
// NOLINTEND(bugprone-macro-parentheses)

}  // namespace nastavnik
