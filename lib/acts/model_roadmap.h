#pragma once
#include <chrono>
#include <optional>
#include <span>
#include <string_view>

// The model roadmap of the appendix, as a school would date it.

namespace nastavnik {

struct ModelItem {
  std::string_view stage{};
  std::string_view content{};
  std::optional<std::chrono::month_day> due{};  ///< within the school year; nothing where it lasts all of it
  std::span<const std::string_view> responsible{};
};

std::span<const ModelItem> model_roadmap();

}  // namespace nastavnik
