#include "rules/baseline.h"

#include <algorithm>

#include "rules/catalogue.h"

namespace nastavnik {
namespace {

constexpr std::string_view head =
    "# Старые замечания, с которыми реестр начат: правило, запись, поле, отпечаток значения.\n"
    "# Known old findings: rule, record, field, hash of the value. See: nastavnik help baseline\n";

std::string_view trimmed(std::string_view line) {
  while (line.ends_with('\r') || line.ends_with(' ') || line.ends_with('\t')) line.remove_suffix(1);
  return line;
}

}  // namespace

std::vector<BaselineLine> lines_of_baseline(const Sources& sources, std::uint32_t source) {
  const std::string_view text = sources[source].text;
  std::vector<BaselineLine> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trimmed(text.substr(begin, end - begin));
    if (!line.empty() && !line.starts_with('#'))
      lines.push_back({line, {source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(line.size())}});
    begin = end + 1;
  }
  return lines;
}

bool is_fingerprint(std::string_view line) {
  const auto spaces = std::count(line.begin(), line.end(), ' ');
  return (spaces == 3 || spaces == 4) && find_requirement(line.substr(0, line.find(' '))) != nullptr;
}

std::string baseline_text(std::vector<std::string> fingerprints) {
  std::sort(fingerprints.begin(), fingerprints.end());
  fingerprints.erase(std::unique(fingerprints.begin(), fingerprints.end()), fingerprints.end());
  std::string text(head);
  for (const std::string& fingerprint : fingerprints) text += fingerprint + "\n";
  return text;
}

}  // namespace nastavnik
