#include "rules/fingerprint.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <unordered_map>

#include <fmt/format.h>

#include "base/checksum.h"
#include "model/ids.h"
#include "model/load.h"

namespace nastavnik {
namespace {

/// Short enough for a line.
std::string hash(std::string_view text) {
  const std::uint64_t value = checksum(text);
  return fmt::format("{:08x}", static_cast<std::uint32_t>(value ^ (value >> 32)));
}

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("_-./:+[]#").find(c) != std::string_view::npos;
}

/// A word for a line: `-` for nothing, a hash for what a line cannot hold.
std::string word(const std::string& path) {
  if (path.empty()) return "-";
  return std::all_of(path.begin(), path.end(), is_plain) ? path : "~" + hash(path);
}

/// The record as a fingerprint names it: a file of people/ that is not called by an id may be called by a name.
std::string record_word(const Sources& sources, Span span, const std::string& record) {
  const bool named = sources.is_personal(span) && !is_person_id(std::string_view(record).substr(record.rfind('/') + 1));
  return named ? "people/~" + hash(record) : word(record);
}

/// The findings in the order of their places, by which those alike are numbered.
std::vector<std::size_t> by_place(const Findings& findings) {
  std::vector<std::size_t> order(findings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return findings[a].span < findings[b].span; });
  return order;
}

}  // namespace

std::string address_of(const Sources& sources, Span span) {
  std::string_view path = sources.path(span);
  if (path.ends_with(".yaml")) path.remove_suffix(5);
  if (!sources.is_personal(span)) return std::string(path);
  return fmt::format("people/{}", path.substr(path.rfind('/') + 1));
}

std::vector<std::string> addresses_of(const Loaded& loaded) {
  std::vector<std::string> all;
  for (std::uint32_t source = 0; source < loaded.sources.size(); ++source)
    if (loaded.sources[source].path.ends_with(".yaml")) all.push_back(address_of(loaded.sources, {source, 0, 0}));
  return all;
}

std::vector<Traits> traits_of(const Loaded& loaded, const Findings& findings) {
  const Sources& sources = loaded.sources;
  std::vector<Traits> all(findings.size());
  std::unordered_map<std::string, std::size_t> times;
  for (const std::size_t i : by_place(findings)) {
    const PlaceInRecord& place = all[i].place = place_in(loaded, findings[i].span);
    all[i].record = address_of(sources, findings[i].span);
    std::string& fingerprint = all[i].fingerprint;
    fingerprint = fmt::format("{} {} {} {}", findings[i].of->id, record_word(sources, findings[i].span, all[i].record),
                              word(place.path), place.value.empty() ? "-" : hash(place.value));
    if (const std::size_t number = ++times[fingerprint]; number > 1) fingerprint += fmt::format(" {}", number);
  }
  return all;
}

}  // namespace nastavnik
