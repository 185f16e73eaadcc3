#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.h"
#include "model/notions/verdict.h"
#include "page/page.h"

// What a paper is filled with, whatever its template looks like.

namespace nastavnik {

using page::Gap;

class Values;

/// A text, a gap in its place, or a list that a section repeats.
struct Value {
  std::string text{};
  std::optional<Gap> gap{};
  std::string doubt{};  ///< where the right form is entered, when the program is not sure of its own
  std::vector<Values> items;
  bool is_list = false;

  /// A section shows where there is something to show.
  bool shows() const { return is_list ? !items.empty() : gap || !text.empty(); }
};

/// Texts by the names of their placeholders.
class Values {
public:
  void set(const std::string& name, std::string text) { anew(name).text = std::move(text); }
  void set_doubtful(const std::string& name, std::string text, std::string where) {
    Value& value = anew(name);
    value.text = std::move(text);
    value.doubt = std::move(where);
  }
  void lack(const std::string& name, Gap gap) { anew(name).gap = std::move(gap); }
  /// A list that may stay empty.
  void list(const std::string& name) { values_[name].is_list = true; }
  /// A new item of the list.
  Values& add(const std::string& name) {
    list(name);
    return values_[name].items.emplace_back();
  }
  const Value* find(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? nullptr : &found->second;
  }
  /// The items of a list, to be added to.
  std::vector<Values>& items(const std::string& name) { return values_[name].items; }
  /// All names, those in the items of lists too.
  void names(std::vector<std::string_view>& all) const {
    for (const auto& [name, value] : values_) {
      all.push_back(name);
      for (const Values& item : value.items) item.names(all);
    }
  }

private:
  Value& anew(const std::string& name) { return values_[name] = Value(); }
  std::map<std::string, Value, std::less<>> values_;
};

/// The values of an item and, behind them, those of what it stands in.
struct ValueScope {
  const Values& values;
  const ValueScope* outer = nullptr;

  const Value* find(std::string_view name) const {
    const Value* found = values.find(name);
    return found || !outer ? found : outer->find(name);
  }
};

}  // namespace nastavnik
