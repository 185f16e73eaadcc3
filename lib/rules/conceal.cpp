#include "rules/conceal.h"

#include <algorithm>

#include "base/text.h"
#include "model/ids.h"
#include "model/requirements.h"

namespace nastavnik {
namespace {

/// Folders whose files are called by the id of a person.
bool is_called_by_a_person(std::string_view path) {
  return path.starts_with("mentors/") || path.starts_with("mentees/");
}

/// No id has letters beyond ASCII: a word of such letters with a capital may be somebody's name.
bool has_a_name(std::string_view stem) {
  const std::vector<TextWord> words = words_of(stem);
  return std::any_of(words.begin(), words.end(), [](const TextWord& word) {
    return word.capital && characters(word.text) > 2 && (static_cast<unsigned char>(word.text.front()) & 0x80U) != 0;
  });
}

}  // namespace

std::string path_without_name(const Sources& sources, Span span) {
  const std::string_view path = sources.path(span);
  const std::size_t begin = path.rfind('/') + 1, end = std::max(begin, std::min(path.rfind('.'), path.size()));
  const std::string_view stem = path.substr(begin, end - begin);
  const bool of_a_person = sources.is_personal(span) || is_called_by_a_person(path);
  if (is_person_id(stem) || !may_be_a_name(stem) || !(of_a_person || has_a_name(stem))) return std::string(path);
  return fmt::format("{}{}{}", path.substr(0, begin), concealed_sign, path.substr(end));
}

std::string Conceal::text(std::string_view text) const { return mentions_.concealed(text); }

Conceal::Conceal(const Loaded& loaded) : sources_(loaded.sources), mentions_(loaded.registry.all<Person>()) {
  for (const Finding& finding : loaded.findings)
    if (finding.of == &row_of(Structure::bad_id) && may_be_a_name(sources_.text(finding.span)))
      named_lines_.insert(line_of(finding.span));
}

std::pair<std::uint32_t, std::uint32_t> Conceal::line_of(Span span) const {
  return {span.source, sources_.position(span).line};
}

bool Conceal::names_somebody(Span span) const {
  return named_lines_.contains(line_of(span)) || !mentions_.in(sources_.line(span)).empty();
}

void Conceal::messages_of(Finding& finding) const {
  finding.label = words(finding.label);
  for (Place& place : finding.also) place.label = words(place.label);
}

void Conceal::messages_of(Outcome& outcome) const {
  for (Finding& finding : outcome.findings) messages_of(finding);
  for (SetAside& aside : outcome.set_aside) messages_of(aside.finding);
  for (Undecided& undecided : outcome.undecided) undecided.why = words(undecided.why);
  for (Override& changed : outcome.overrides) changed.reason = text(changed.reason);
  for (HeldBack& held : outcome.held_back) held.what = words(held.what);
}

}  // namespace nastavnik
