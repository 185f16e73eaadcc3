#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "model/load.h"
#include "model/shape.h"
#include "source/change.h"

// Every field of the field table, a record that leads to it, and words that somebody would type into it.

namespace nastavnik {

/// A registry in which whatever the words name is there.
std::map<std::string, std::string> school_to_enter();

/// A word as a person types it, and what then stands in the file.
struct Typed {
  std::string word{};
  std::string written{};
};

/// Words for a value of the type, or others that say something else where the type has more than one.
Typed typed_for(const ValueShape& type, bool other, const Registry& registry);

/// One field of a kind, and the mappings that lead to it.
struct Way {
  const KindShape* kind = nullptr;
  std::vector<const FieldShape*> through{};
  const FieldShape* field = nullptr;

  std::string file() const;
  /// The text of a record that has nothing but the way to the field.
  std::string record() const;
  /// The same with all that each of its mappings must have.
  std::string whole_record(const Registry& registry) const;
  std::string path(bool by_title = false) const;
  NodePath nodes() const;
};

void each_field(const std::function<void(const Way&)>& visit);

/// Values of a list, or the one value; nothing where there is none.
std::vector<std::string> values_at(const std::string& text, const NodePath& path);

}  // namespace nastavnik
