#include "model/kinds.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "model/shape.h"

namespace nastavnik {
namespace {

template <class... Records>
std::array<const Kind*, sizeof...(Records)> kinds_of(Types<Records...>) {
  return {shape_of<Records>().kind...};
}

bool is_address(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == text.npos) {
    return std::any_of(single_kinds().begin(), single_kinds().end(), [&](auto k) { return stem(*k) == text; });
  }
  return std::any_of(folder_kinds().begin(), folder_kinds().end(),
                     [&](auto k) { return k->folder == text.substr(0, slash) && k->is_id(text.substr(slash + 1)); });
}

/// The address without `./` and `.yaml`, with the folder's name put right.
std::string meant_address(std::string_view text) {
  if (text.starts_with("./")) text.remove_prefix(2);
  if (text.ends_with(".yaml")) text.remove_suffix(5);
  const auto slash = text.find('/');
  std::vector<std::string_view> names;
  for (const Kind* kind : slash == text.npos ? single_kinds() : folder_kinds()) names.push_back(stem(*kind));
  const std::string_view name = closest(text.substr(0, slash), names);
  std::string meant(name.empty() ? text.substr(0, slash) : name);
  if (slash != text.npos) meant += text.substr(slash);
  return meant;
}

}  // namespace

std::string_view stem(const Kind& kind) { return kind.folder.substr(0, kind.folder.rfind('.')); }

std::span<const Kind* const> folder_kinds() {
  static const auto all = kinds_of(Kinds{});
  return all;
}

std::span<const Kind* const> single_kinds() {
  static const auto all = kinds_of(SingleKinds{});
  return all;
}

Problem RecordAddress::read(std::string_view text, std::string_view& value) {
  value = text;
  if (is_address(text)) return std::nullopt;
  ValueProblem problem{ValueFault::bad_id,
                       {"нужен адрес записи: папка и номер, например programs/2025-003, или organization",
                        "the address of a record is needed: folder and id, as programs/2025-003, or organization"},
                       {}};
  if (const std::string guess = meant_address(text); is_address(guess)) {
    problem.closer = say({"адрес записи пишется так: {}", "the address of a record is written {}"}, guess);
  }
  return problem;
}

}  // namespace nastavnik
