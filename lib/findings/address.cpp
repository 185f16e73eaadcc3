#include "findings/address.h"

#include <filesystem>

#include <fmt/format.h>

#include "base/printable.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"
#include "model/notions/naming.h"

namespace nastavnik {
namespace {

/// The surname alone; the id of whom the records do not name.
std::string surname_of(const Registry& registry, std::string_view id) {
  const std::string_view name = full_name_of(registry, id, registry.day());
  return std::string(name.empty() ? id : name.substr(0, name.find(' ')));
}

std::string members_of(const Registry& registry, const Pair& pair, Language language) {
  constexpr Text group{"группа", "group"};
  if (pair.mentor.id.empty() || pair.mentees.empty()) return {};
  const std::string with =
      pair.mentees.size() > 1 ? std::string(group.in(language)) : surname_of(registry, pair.mentees.front().person.id);
  return fmt::format("{} – {}", surname_of(registry, pair.mentor.id), with);
}

const Pair* pair_at(const Registry& registry, std::string_view folder, std::string_view id) {
  if (folder == Pair::kind.folder) return registry.all<Pair>().find(id);
  const Program* program = folder == Program::kind.folder ? registry.all<Program>().find(id) : nullptr;
  return program ? program->pair.to : nullptr;
}

}  // namespace

std::string inner_path(const CheckedRegistry& registry, Span span) {
  return registry.conceal ? registry.conceal->path(span) : std::string(registry.sources->path(span));
}

std::string shown_path(const CheckedRegistry& registry, Span span) {
  const std::filesystem::path inside = inner_path(registry, span);
  return (registry.root / inside).lexically_normal().generic_string();
}

std::string shown_place(const CheckedRegistry& registry, Span span) {
  const auto position = registry.sources->position(span);
  return fmt::format("{}:{}:{}", printable(shown_path(registry, span)), position.line, position.column);
}

std::string shown_people(const CheckedRegistry& registry, Span span, Language language) {
  const std::string_view path = registry.sources->path(span);
  const std::size_t slash = path.find('/');
  if (!registry.people || slash == path.npos) return {};
  const std::string_view folder = path.substr(0, slash), file = path.substr(slash + 1);
  const std::string_view id = file.substr(0, file.rfind('.'));
  if (folder == Mentor::kind.folder || folder == Mentee::kind.folder)
    return printable(surname_of(*registry.people, id));
  const Pair* pair = pair_at(*registry.people, folder, id);
  return pair ? printable(members_of(*registry.people, *pair, language)) : std::string();
}

}  // namespace nastavnik
