// Positions in the cases. Sure are the posts that schools have, in shapes that are known; all else is doubted.

#include <algorithm>
#include <array>

#include "base/full_name.h"
#include "base/text.h"
#include "document/declension.h"
#include "document/endings.h"

namespace nastavnik {
namespace {

using namespace endings;

/// Posts that are nouns, folded; those in -а and -я with them.
constexpr std::array nouns{
    "администратор", "аккомпаниатор", "аналитик",    "аспирант",       "ассистент",   "библиотекарь", "бухгалтер",
    "врач",          "воспитатель",   "декан",       "дефектолог",     "директор",    "доцент",       "заместитель",
    "инженер",       "инструктор",    "консультант", "концертмейстер", "куратор",     "лаборант",     "логопед",
    "мастер",        "методист",      "наставник",   "начальник",      "организатор", "педагог",      "помощник",
    "председатель",  "преподаватель", "проректор",   "профессор",      "психолог",    "ректор",       "руководитель",
    "секретарь",     "сестра",        "советник",    "сотрудник",      "специалист",  "студент",      "студентка",
    "тренер",        "тьютор",        "учитель",     "хореограф",      "хормейстер",  "эксперт",      "юрист"};

/// Posts that are declined like adjectives; what stands behind them stays as it is.
constexpr std::array adjectival_nouns{"вожатый",     "вожатая",     "дежурный",    "дежурная",
                                      "заведующий",  "заведующая",  "исполняющий", "исполняющая",
                                      "управляющий", "управляющая", "рабочий",     "рабочая"};

/// What stands before a post and agrees with it.
constexpr std::array adjectives{"старший",        "старшая",    "младший", "младшая",     "главный",
                                "главная",        "ведущий",    "ведущая", "первый",      "социальный",
                                "музыкальный",    "классный",   "научный", "медицинский", "медицинская",
                                "технический",    "школьный",   "учебный", "действующий", "выдающийся",
                                "исполнительный", "генеральный"};

template <class Words>
bool holds(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_known_post(std::string_view word) {
  const std::string folded = fold(word);
  return holds(nouns, folded) || holds(adjectival_nouns, folded);
}

bool is_adjective(std::string_view word) {
  return ends_with_any(word, {"ый", "ий", "ой", "ая", "яя", "ийся", "аяся"}) && vowels(word) > 1;
}

Declined declined_post(std::string_view word, Case to) {
  return by_parts(word, [to](std::string_view part) {
    if (!is_cyrillic(part)) return unchanged(part, true);
    const std::string folded = fold(part);
    const bool like_one = holds(adjectival_nouns, folded) || (is_adjective(part) && !holds(nouns, folded));
    Declined form = like_one                          ? *like_adjective(part, to)
                    : ends_with_any(part, {"а", "я"}) ? like_anna(part, to)
                                                      : like_ivan(part, to);
    form.doubtful = form.doubtful || !is_known_post(part);
    return form;
  });
}

/// Whether a second post seems to follow, which would have to be declined, too. What stands in brackets does not.
bool goes_on(std::string_view rest) {
  rest = rest.substr(0, rest.find('('));
  for (const std::string_view sign : {",", ";", "/", "–", "—", " - "})
    if (rest.find(sign) != std::string_view::npos) return true;
  const std::vector<std::string_view> words = words_of_full_name(rest);
  return std::any_of(words.begin(), words.end(), is_known_post);
}

/// «и. о. директора», «врио директора» do not change.
bool is_acting(std::string_view position) {
  return position.starts_with("и.") || position.starts_with("врио ") || position.starts_with("вр.");
}

}  // namespace

Declined declined_position(std::string_view position, Case to) {
  if (to == Case::nominative || is_acting(position)) return unchanged(position);
  Declined whole;
  for (bool agrees = true; agrees && !position.empty();) {
    const std::string_view word = position.substr(0, position.find_first_of(" ,;/("));
    const std::string folded = fold(word);
    agrees = is_adjective(word) && !holds(adjectival_nouns, folded) && word.find('-') == std::string_view::npos;
    const Declined form = agrees ? *like_adjective(word, to) : declined_post(word, to);
    whole.text += form.text;
    whole.doubtful = whole.doubtful || form.doubtful || (agrees && !holds(adjectives, folded));
    position.remove_prefix(word.size());
    if (agrees && position.empty()) whole.doubtful = true;
    if (!agrees || position.empty()) continue;
    whole.text += position.front();
    position.remove_prefix(1);
  }
  whole.text += position;
  whole.doubtful = whole.doubtful || goes_on(position);
  return whole;
}

}  // namespace nastavnik
