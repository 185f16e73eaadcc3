#include <charconv>
#include <stdexcept>

#include "cmd/command.h"

namespace nastavnik::cmd {

void Arguments::declare(const Parameter& parameter) { values_[parameter.name].preset = parameter.preset; }

const Arguments::Values& Arguments::values(std::string_view name) const {
  const auto found = values_.find(name);
  if (found == values_.end()) throw std::logic_error(fmt::format("no parameter '{}' is declared", name));
  return found->second;
}

std::optional<std::string> Arguments::text(std::string_view name) const {
  const Values& all = values(name);
  if (!all.given.empty()) return all.given.back();
  if (!all.preset.empty()) return std::string(all.preset);
  return std::nullopt;
}

std::optional<Date> Arguments::date(std::string_view name) const {
  const std::optional<std::string> written = text(name);
  return written ? parse_date(*written) : std::nullopt;
}

std::optional<long> Arguments::number(std::string_view name) const {
  const std::optional<std::string> written = text(name);
  if (!written) return std::nullopt;
  long number = 0;
  std::from_chars(written->data(), written->data() + written->size(), number);
  return number;
}

std::string Arguments::spelled(std::string_view option) const {
  const auto found = spelled_.find(option);
  return found == spelled_.end() ? fmt::format("--{}", option) : found->second;
}

}  // namespace nastavnik::cmd
