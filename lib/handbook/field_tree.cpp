#include "handbook/field_tree.h"

#include <type_traits>
#include <utility>

#include "model/kinds.h"

namespace nastavnik {
namespace {

using Holds = FieldNode::Holds;

std::string written(const int& value) { return fmt::format("{}", value); }
std::string written(const std::chrono::month_day& value) {
  return fmt::format("{:02}-{:02}", static_cast<unsigned>(value.month()), static_cast<unsigned>(value.day()));
}

/// Visits the fields of one mapping. Only thresholds have defaults: elsewhere what is absent is absent.
class TreeMaker {
public:
  explicit TreeMaker(bool has_defaults = false) : has_defaults_(has_defaults) {}
  std::vector<FieldNode> fields{};

  template <class Type>
  void operator()(const At<Type>& at, const Field& field) {
    Notation& notation = add(field, Holds::value, NotationOf<Type>::get()).notation;
    if constexpr (requires { written(at.value); }) {
      if (has_defaults_) notation.by_default = written(at.value);
    }
  }
  template <class Enum>
  void operator()(const NotedChoice<Enum>& at, const Field& field) {
    (*this)(static_cast<const At<Choice<Enum>>&>(at), field);
    fields.back().noted = true;
  }
  template <class Enum>
  void operator()(const NotedChoices<Enum>& list, const Field& field) {
    (*this)(static_cast<const Choices<Enum>&>(list), field);
    fields.back().noted = true;
  }
  template <class Record>
  void operator()(const Link<Record>&, const Field& field) {
    add(field, Holds::value, link_notation(Record::kind));
  }
  template <char Letter>
  void operator()(const LocalLink<Letter>&, const Field& field) {
    add(field, Holds::value, local_link_notation(Letter));
  }
  void operator()(const PartnerLink&, const Field& field) { add(field, Holds::value, partner_notation()); }

  template <class Type>
  void operator()(const List<At<Type>>& list, const Field& field) {
    std::string& values = add(field, Holds::values, NotationOf<Type>::get()).notation.by_default;
    if constexpr (requires { written(list[0].value); }) {
      for (const auto& at : list) values += (values.empty() ? "" : ", ") + written(at.value);
    }
  }
  template <class Record>
  void operator()(const List<Link<Record>>&, const Field& field) {
    add(field, Holds::values, link_notation(Record::kind));
  }
  void operator()(const List<Target>&, const Field& field) { add(field, Holds::values, target_notation()); }
  template <class Part>
  void operator()(const List<Part>&, const Field& field) {
    FieldNode& node = add(field, Holds::mappings, {});
    node.called = Part::called;
    node.fields = of<Part>();
  }
  template <class Part>
  void operator()(const Block<Part>&, const Field& field) {
    add(field, Holds::mapping, {}).fields = of<Part>();
  }

  template <class Mapping>
  static std::vector<FieldNode> of() {
    TreeMaker maker(std::is_same_v<Mapping, Thresholds>);
    Mapping any;
    nastavnik::fields(maker, any);
    return std::move(maker.fields);
  }

private:
  FieldNode& add(const Field& field, Holds holds, Notation notation) {
    return fields.emplace_back(FieldNode{.field = field, .holds = holds, .notation = std::move(notation)});
  }

  bool has_defaults_ = false;
};

}  // namespace

std::vector<KindTree> kind_trees() {
  std::vector<KindTree> all;
  const auto add = [&]<class Record>() { all.push_back({&Record::kind, TreeMaker::of<Record>()}); };
  for_each(SingleKinds{}, add);
  for_each(Kinds{}, add);
  return all;
}

}  // namespace nastavnik
