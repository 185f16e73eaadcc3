#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

// ZIP packages (.docx, .xlsx). The only door to libzip.

namespace nastavnik {

/// A part of a package: its name with `/` between folders, and its bytes.
struct PackagePart {
  std::string name{};
  std::string bytes{};
};

/// How much of a package is believed: a small file can unpack to any size.
struct PackageLimits {
  std::size_t parts = 2'000;
  std::uint64_t part_bytes = 64ULL << 20U;
  std::uint64_t all_bytes = 256ULL << 20U;
};

/// A package of the parts in their order, all dated the day; the same parts and day give the same bytes.
std::string packed(std::span<const PackagePart> parts, Date day);

/// The parts of a package in their order, folders left out. Throws Failure where it is no package or above the limits.
std::vector<PackagePart> unpacked(std::string_view bytes, const PackageLimits& limits = {});

}  // namespace nastavnik
