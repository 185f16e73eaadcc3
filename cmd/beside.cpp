#include "cmd/beside.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/field.h"
#include "model/notions/about.h"
#include "rules/conceal.h"

namespace nastavnik::cmd {
namespace {

/// The address in front: of a file, of a place in it, of what behind a space says more.
std::string_view address_in(std::string_view place) {
  if (place.starts_with("./")) place.remove_prefix(2);
  return place.substr(0, std::min(place.find(".yaml"), place.find_first_of(" :,")));
}

/// Of an id without its folder: what the first record says that has it.
Words about_any(const Registry& registry, std::string_view id) {
  for (const Kind* kind : folder_kinds())
    if (Words what = about(registry, fmt::format("{}/{}", kind->folder, id)); !what.empty()) return what;
  return {};
}

}  // namespace

Words Beside::operator()(std::string_view place) const {
  if (!registry_) return {};
  const std::string_view address = address_in(place);
  const bool is_id = address.find('/') == address.npos;
  const Words what = is_id ? about_any(*registry_, address) : about(*registry_, address);
  return what.empty() ? what : say({" ({})", " ({})"}, what);
}

Words Beside::with(std::string_view all) const {
  const std::string place = registry_ ? std::string(all) : address_without_name(all);
  const std::size_t file = place.find(".yaml: ");
  const std::size_t end = file == place.npos ? place.size() : file + std::string_view(".yaml").size();
  return say({"{}{}{}", "{}{}{}"}, place.substr(0, end), (*this)(all), place.substr(end));
}

std::vector<Words> Beside::with(const std::vector<std::string>& places) const {
  std::vector<Words> all;
  for (const std::string& place : places) all.push_back(with(place));
  return all;
}

}  // namespace nastavnik::cmd
