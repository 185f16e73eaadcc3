#pragma once
#include <string_view>

#include "model/as_of.h"
#include "model/field.h"
#include "model/types.h"

// The texts of a record that people write in their own words.

namespace nastavnik {

/// Hands each text of a record to `Look`: lines, prose, names of files and the notes of open codes.
template <class Look>
class TextVisitor {
public:
  explicit TextVisitor(Look& look) : look_(look) {}

  void operator()(At<Line>& at, const Field& field) { look_(at, field); }
  void operator()(At<Prose>& at, const Field& field) { look_(at, field); }
  void operator()(At<Path>& at, const Field& field) { look_(at, field); }
  template <class Enum>
  void operator()(NotedChoice<Enum>& choice, const Field& field) {
    look_(choice.note, field);
  }
  template <class Enum>
  void operator()(NotedChoices<Enum>& choices, const Field& field) {
    look_(choices.note, field);
  }
  template <class Item>
  void operator()(List<Item>& list, const Field& field) {
    for (Item& item : list) {
      if constexpr (Mapping<Item, TextVisitor>)
        fields(*this, item);
      else
        (*this)(item, field);
    }
  }
  template <class Part>
  void operator()(Block<Part>& block, const Field&) {
    if (block.given()) fields(*this, block.value);
  }
  template <class Other>
  void operator()(Other&, const Field&) {}

private:
  Look& look_;
};

/// Looks at each text of the record. `fields` names the members of a record that may be filled; here they are only read.
template <class T, class Look>
void each_text(const T& record, Look look) {
  TextVisitor<Look> visitor(look);
  fields(visitor, const_cast<T&>(record));  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

}  // namespace nastavnik
