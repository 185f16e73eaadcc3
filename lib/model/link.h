#pragma once
#include <string_view>

#include "model/as_of.h"
#include "model/notions/mentions.h"
#include "model/registry.h"

namespace nastavnik {

/// Follows the links between records; those to nothing are reported (S-02), those to records that are later than the
/// day judged are absent, those to records that cannot be seen are unknown.
class Linker {
public:
  Linker(const Registry& registry, Findings& findings, bool mask)
      : registry_(registry), findings_(findings), mask_(mask) {}

  template <class T>
  void operator()(Link<T>& link, const Field&) {
    if (!link.given()) return;
    const Table<T>& table = registry_.all<T>();
    link.to = table.find(link.id);
    if (link.to) return;
    settle(link.presence, table.standing(link.id), link.span, link.id, T::kind);
    if (!T::kind.is_id(link.id) && may_be_a_name(link.id)) link.id = concealed_sign;  // wherever ids are told
  }
  void operator()(PartnerLink& link, const Field&);
  void operator()(Target& target, const Field&);
  void operator()(At<TopicCode>& topic, const Field&);
  template <class Item>
  void operator()(List<Item>& list, const Field& field) {
    if constexpr (Mapping<Item, Linker>) {
      for (Item& item : list) fields(*this, item);
    } else {
      for (Item& item : list) (*this)(item, field);
      std::erase_if(list.items, [](const Item& item) { return item.presence == Presence::absent; });
      if (list.given() && list.empty()) list.presence = Presence::absent;
    }
  }
  template <class Part>
  void operator()(Block<Part>& block, const Field&) {
    if (block.given()) fields(*this, block.value);
  }
  template <class Other>
  void operator()(Other&, const Field&) {}

  /// A bank entry is about the person of the same id.
  template <class T>
  void person_of_stem(T& record) {
    const Table<Person>& people = registry_.all<Person>();
    Presence presence = Presence::given;
    if (T::kind.is_id(record.id) && !people.find(record.id))
      settle(presence, people.standing(record.id), record.span, record.id, Person::kind);
  }

  /// One school has one head at a time; besides an acting one.
  void part_heads(const Organization& organization);

private:
  void settle(Presence& presence, Standing standing, Span span, std::string_view id, const Kind& kind);
  /// Says what is wrong with the text of the link, where something is.
  bool report_misread(const Problem& problem, std::string_view text, Presence& presence, Span span);
  void report_dangling(Span span, std::string_view id, std::string_view folder);

  const Registry& registry_;
  Findings& findings_;
  bool mask_;
};

}  // namespace nastavnik
