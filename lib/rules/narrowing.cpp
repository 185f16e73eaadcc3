#include "rules/narrowing.h"

#include <algorithm>

namespace nastavnik {

AskedFiles::AskedFiles(const Sources& sources, const std::vector<std::string>& paths)
    : all_(paths.empty()), paths_(paths) {
  for (std::uint32_t i = 0; !all_ && i < sources.size(); ++i) asked_.push_back(hold(sources[i].path));
}

bool AskedFiles::hold(Span place) const { return all_ || asked_[place.source]; }

bool AskedFiles::hold(std::string_view path) const {
  return all_ || std::any_of(paths_.begin(), paths_.end(), [&](const std::string& part) {
           return path == part || (path.size() > part.size() && path.starts_with(part) && path[part.size()] == '/');
         });
}

}  // namespace nastavnik
