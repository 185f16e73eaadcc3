#include "rules/conceal.h"

#include <algorithm>

#include "base/text.h"
#include "model/field.h"
#include "model/ids.h"
#include "model/kinds.h"
#include "model/kinds/people.h"
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

bool every_name_is_read(const Person& person) {
  const auto is_read = [](const FormerName& name) { return name.full_name.given(); };
  const List<FormerName>& former = person.former_names;
  return person.full_name.given() && (former.given() || former.absent()) &&
         std::all_of(former.begin(), former.end(), is_read);
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

std::string address_without_name(std::string_view place) {
  const std::size_t slash = place.find('/');
  if (slash == place.npos) return std::string(place);
  const auto kind =
      std::ranges::find_if(folder_kinds(), [&](const Kind* one) { return one->folder == place.substr(0, slash); });
  if (kind == folder_kinds().end()) return std::string(place);
  const std::string_view behind = place.substr(slash + 1), first = behind.substr(0, behind.find_first_of(" :,"));
  const std::size_t file = behind.find(".yaml"), end = std::min(file, behind.size());
  if (first.empty() || (*kind)->is_id(first) || (*kind)->is_id(behind.substr(0, end))) return std::string(place);
  return fmt::format("{}{}{}", place.substr(0, slash + 1), concealed_sign, behind.substr(end));
}

std::string Conceal::text(std::string_view text) const {
  std::string result = mentions_.concealed(text);
  if (unread_.empty()) return result;
  const std::vector<TextWord> words = words_of(result);
  for (std::size_t i = words.size(); i-- > 0;) {
    if (!words[i].capital || !may_name_unread(words[i].text)) continue;
    result.replace(static_cast<std::size_t>(words[i].text.data() - result.data()), words[i].text.size(),
                   concealed_sign);
    return this->text(result);
  }
  return result;
}

/// Of a person whose record cannot be read the name is not known: what looks like one in its text is hidden, too.
void Conceal::note_unread_people(const Table<Person>& people) {
  for (std::uint32_t source = 0; source < sources_.size(); ++source) {
    if (!sources_.is_personal({source, 0, 0})) continue;
    const std::string_view path = sources_[source].path, name = path.substr(path.rfind('/') + 1);
    const Person* person = people.find(name.substr(0, name.rfind('.')));
    if (person && every_name_is_read(*person)) continue;
    std::string_view text = sources_[source].text;
    for (std::size_t end = 0; !text.empty(); text.remove_prefix(std::min(end + 1, text.size()))) {
      end = std::min(text.find('\n'), text.size());
      note_names_of_line(text.substr(0, end));
    }
  }
}

/// A name is two words with capitals or more.
void Conceal::note_names_of_line(std::string_view line) {
  std::vector<TextWord> names = words_of(line);
  std::erase_if(names, [](const TextWord& word) {
    return !word.capital || characters(word.text) < 3 || (static_cast<unsigned char>(word.text.front()) & 0x80U) == 0;
  });
  if (names.size() < 2) return;
  for (const TextWord& word : names)
    for (NameStem& stem : stems_of(fold(word.text))) unread_[stem.base].push_back(std::move(stem));
}

bool Conceal::may_name_unread(std::string_view word) const {
  const std::string folded = fold(word);
  for (const ParsedWord& parts : parts_of(folded))
    if (const auto known = unread_.find(parts.base); known != unread_.end())
      for (const NameStem& stem : known->second)
        if (stem.takes(parts.ending)) return true;
  return false;
}

Conceal::Conceal(const Loaded& loaded) : sources_(loaded.sources), mentions_(loaded.registry.all<Person>()) {
  note_unread_people(loaded.registry.all<Person>());
  for (const Finding& finding : loaded.findings)
    if (finding.of == &row_of(Structure::bad_id) && may_be_a_name(sources_.text(finding.span)))
      named_lines_.insert(line_of(finding.span));
}

std::pair<std::uint32_t, std::uint32_t> Conceal::line_of(Span span) const {
  return {span.source, sources_.position(span).line};
}

bool Conceal::names_somebody(Span span) const {
  return named_lines_.contains(line_of(span)) || text(sources_.line(span)) != sources_.line(span);
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
