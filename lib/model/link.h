#pragma once
#include <string_view>
#include <vector>

#include "model/notions/mentions.h"
#include "model/registry.h"
#include "model/shape.h"

namespace nastavnik {

/// Follows the links between records; those to nothing are reported (S-02), those to records that are later than the
/// day judged are absent, those to records that cannot be seen are unknown.
class Linker {
public:
  Linker(const Registry& registry, Findings& findings, bool mask)
      : registry_(registry), findings_(findings), mask_(mask) {}

  /// The links that stand in the mapping. From lists those are taken out that are absent now.
  void follow(const Shape& shape, void* mapping);

  /// A bank entry is about the person of the same id.
  void person_of_stem(const Record& entry, const Kind& kind);

  /// One school has one head at a time; besides an acting one.
  void part_heads(const Organization& organization);

private:
  void follow(const ValueShape& type, void* value);
  template <class T>
  void follow(Link<T>& link);
  void follow(PartnerLink& link);
  void follow(Target& target);
  void follow(At<TopicCode>& topic);
  void settle(Presence& presence, Standing standing, Span span, std::string_view id, const Kind& kind);
  /// Says what is wrong with the text of the link, where something is.
  bool report_misread(const Problem& problem, std::string_view text, Presence& presence, Span span);
  void report_dangling(Span span, std::string_view id, std::string_view folder);

  const Registry& registry_;
  Findings& findings_;
  bool mask_;
};

/// The paths that a record names.
std::vector<const At<Path>*> paths_in(const Shape& shape, void* mapping);

}  // namespace nastavnik
