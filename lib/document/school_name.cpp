// The name of a school in the cases. Sure is what does not change behind an abbreviation, and the words of a charter; all
// else is a proper name that its school knows better.

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

#include "base/text.h"
#include "document/declension.h"
#include "document/endings.h"

namespace nastavnik {
namespace {

using namespace endings;

struct SchoolNoun {
  std::string_view nominative;
  std::string_view genitive;
  std::string_view prepositional;
};

/// What a school may be.
constexpr std::array<SchoolNoun, 24> school_nouns{{
    {"учреждение", "учреждения", "учреждении"},
    {"организация", "организации", "организации"},
    {"школа", "школы", "школе"},
    {"гимназия", "гимназии", "гимназии"},
    {"прогимназия", "прогимназии", "прогимназии"},
    {"академия", "академии", "академии"},
    {"лицей", "лицея", "лицее"},
    {"сад", "сада", "саде"},
    {"детсад", "детсада", "детсаде"},
    {"ясли", "яслей", "яслях"},
    {"колледж", "колледжа", "колледже"},
    {"техникум", "техникума", "техникуме"},
    {"институт", "института", "институте"},
    {"университет", "университета", "университете"},
    {"центр", "центра", "центре"},
    {"интернат", "интерната", "интернате"},
    {"комплекс", "комплекса", "комплексе"},
    {"корпус", "корпуса", "корпусе"},
    {"училище", "училища", "училище"},
    {"дом", "дома", "доме"},
    {"дворец", "дворца", "дворце"},
    {"филиал", "филиала", "филиале"},
    {"отделение", "отделения", "отделении"},
    {"станция", "станции", "станции"},
}};

/// The words of charters before «учреждение» and «организация», without their endings.
constexpr std::array charter_words{"муниципальн",  "государственн",   "областн",           "краев",
                                   "бюджетн",      "казенн",          "автономн",          "частн",
                                   "некоммерческ", "негосударственн", "общеобразовательн", "образовательн",
                                   "дошкольн",     "профессиональн",  "федеральн"};

std::optional<std::string> adjective_in(std::string_view word, SchoolCase to) {
  const bool genitive = to == SchoolCase::genitive;
  const auto with = [&](std::string_view in_genitive, std::string_view in_prepositional) {
    return changed(word, 2, genitive ? in_genitive : in_prepositional);
  };
  if (vowels(word) < 2) return std::nullopt;
  if (ends_with_any(word, {"шая", "щая", "чая", "жая", "яя"})) return with("ей", "ей");
  if (word.ends_with("ая")) return with("ой", "ой");
  if (ends_with_any(word, {"ое", "ый", "ой", "кий", "гий", "хий"})) return with("ого", "ом");
  if (ends_with_any(word, {"ее", "ий"})) return with("его", "ем");
  return std::nullopt;
}

const SchoolNoun* noun_of(std::string_view word) {
  const std::string folded = fold(word);
  const auto found = std::find_if(school_nouns.begin(), school_nouns.end(),
                                  [&](const SchoolNoun& one) { return one.nominative == folded; });
  return found == school_nouns.end() || !is_cyrillic(word) ? nullptr : &*found;
}

/// The noun as the word has its first letter.
std::string noun_in(std::string_view word, const SchoolNoun& noun, SchoolCase to) {
  const std::string_view form = to == SchoolCase::genitive ? noun.genitive : noun.prepositional;
  return std::string(word.substr(0, letter)) + std::string(form.substr(letter));
}

/// «МБОУ», «СОШ», but not «ШКОЛА» nor «Школа-Интернат».
bool is_abbreviation(std::string_view word) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < word.size();) capitals += u_isupper(next_code_point(word, at)) != 0 ? 1U : 0U;
  return capitals > 1 && is_cyrillic(word) && !noun_of(word);
}

/// What agrees with a noun or is one; «школа-детский» is both.
struct SchoolWord {
  Declined form{};
  bool is_noun = false;  ///< the last part is one, or an abbreviation
};

bool is_charter_word(std::string_view word) {
  const std::string folded = fold(word);
  const std::string_view stem = std::string_view(folded).substr(0, folded.size() - 2 * letter);
  return std::find(charter_words.begin(), charter_words.end(), stem) != charter_words.end();
}

/// What follows stays as it is whatever the case: a name in quotation marks, a number, a place.
bool stays(std::string_view rest) {
  for (const std::string_view begin : {"«", "\"", "„", "№", "г. ", "с. ", "города ", "села ", "имени ", "им. "})
    if (rest.starts_with(begin)) return true;
  return rest.empty() || (rest.front() >= '0' && rest.front() <= '9');
}

std::string_view word_at_begin(std::string_view text) { return text.substr(0, text.find_first_of(" ,(")); }

std::optional<SchoolWord> declined_part(std::string_view part, SchoolCase to) {
  if (const SchoolNoun* noun = noun_of(part)) {
    if (fold(part.substr(letter)) != part.substr(letter)) return SchoolWord{unchanged(part, true), true};  // «ШКОЛА»
    const bool charter = noun->nominative == "учреждение" || noun->nominative == "организация";
    return SchoolWord{{noun_in(part, *noun, to), !charter}, true};
  }
  if (is_abbreviation(part)) return SchoolWord{unchanged(part), true};
  const std::optional<std::string> adjective = adjective_in(part, to);
  if (!adjective) return std::nullopt;
  return SchoolWord{{*adjective, !is_charter_word(part)}, false};
}

/// By its parts: «школа-интернат» is «школы-интерната», «Усть-Таркская» «Усть-Таркской»; its last part has a form.
std::optional<SchoolWord> declined_word(std::string_view word, SchoolCase to) {
  if (word.starts_with('-') || word.ends_with('-')) return std::nullopt;
  SchoolWord whole;
  for (bool first = true; !word.empty(); first = false) {
    const std::string_view part = word.substr(0, word.find('-'));
    std::optional<SchoolWord> one = declined_part(part, to);
    if (!one && part.size() == word.size()) return std::nullopt;
    if (!one) one = SchoolWord{unchanged(part, true)};
    whole.form.text += (first ? "" : "-") + one->form.text;
    whole.form.doubtful = whole.form.doubtful || one->form.doubtful;
    whole.is_noun = one->is_noun;
    word.remove_prefix(std::min(part.size() + 1, word.size()));
  }
  return whole;
}

/// Takes the words that agree and their noun from the text, and the space behind them.
Declined take_noun(std::string_view& text, SchoolCase to) {
  Declined whole;
  const std::string_view all = text;
  while (!text.empty()) {
    const std::string_view word = word_at_begin(text);
    const std::optional<SchoolWord> form = declined_word(word, to);
    if (word.empty() || !form) break;
    whole.text += form->form.text;
    whole.doubtful = whole.doubtful || form->form.doubtful;
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    whole.text += all.substr(all.size() - text.size() - (text.empty() ? 0 : 1), text.empty() ? 0 : 1);
    if (form->is_noun) return whole;
  }
  text = all;
  return unchanged("", true);
}

}  // namespace

Declined declined_school(std::string_view name, SchoolCase to) {
  std::string_view rest = name;
  while (is_abbreviation(word_at_begin(rest)))
    rest.remove_prefix(std::min(word_at_begin(rest).size() + 1, rest.size()));
  Declined whole = unchanged(name.substr(0, name.size() - rest.size()));
  if (stays(rest)) return unchanged(name, rest.size() == name.size());
  const Declined first = take_noun(rest, to);
  whole = {whole.text + first.text, first.doubtful};
  // «… учреждение средняя общеобразовательная школа № 5»
  if (!first.text.empty() && !stays(rest)) {
    whole.text += take_noun(rest, to).text;
    whole.doubtful = true;
  }
  whole.text += rest;
  return whole;
}

}  // namespace nastavnik
