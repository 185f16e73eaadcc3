// Positions in the cases. Sure are the posts that schools have, in shapes that are known; all else is doubted.

#include <algorithm>
#include <array>
#include <vector>

#include "base/full_name.h"
#include "base/text.h"
#include "document/declension.h"
#include "document/endings.h"

namespace nastavnik {
namespace {

using namespace endings;

/// Posts that are nouns, folded; those in -а and -я with them.
constexpr std::array nouns{"администратор",
                           "аккомпаниатор",
                           "аналитик",
                           "архивариус",
                           "архивист",
                           "аспирант",
                           "аспирантка",
                           "ассистент",
                           "балетмейстер",
                           "библиограф",
                           "библиотекарь",
                           "бухгалтер",
                           "вахтер",
                           "водитель",
                           "воспитатель",
                           "воспитательница",
                           "врач",
                           "выпускник",
                           "выпускница",
                           "глава",
                           "дворник",
                           "декан",
                           "делопроизводитель",
                           "дефектолог",
                           "директор",
                           "диспетчер",
                           "доктор",
                           "документовед",
                           "доцент",
                           "завуч",
                           "завхоз",
                           "заместитель",
                           "инженер",
                           "инспектор",
                           "инструктор",
                           "кандидат",
                           "кладовщик",
                           "консультант",
                           "концертмейстер",
                           "координатор",
                           "куратор",
                           "лаборант",
                           "лаборантка",
                           "логопед",
                           "магистрант",
                           "магистрантка",
                           "мастер",
                           "машинист",
                           "медиатор",
                           "медсестра",
                           "методист",
                           "модератор",
                           "наставник",
                           "начальник",
                           "няня",
                           "нянечка",
                           "оператор",
                           "организатор",
                           "олигофренопедагог",
                           "педагог",
                           "повар",
                           "помощник",
                           "практикант",
                           "председатель",
                           "предметник",
                           "преподаватель",
                           "преподавательница",
                           "программист",
                           "проректор",
                           "работник",
                           "профессор",
                           "психолог",
                           "режиссер",
                           "ректор",
                           "репетитор",
                           "руководитель",
                           "секретарь",
                           "сестра",
                           "совместитель",
                           "советник",
                           "сотрудник",
                           "социолог",
                           "специалист",
                           "стажер",
                           "сторож",
                           "студент",
                           "студентка",
                           "сурдопедагог",
                           "техник",
                           "тифлопедагог",
                           "тренер",
                           "тьютор",
                           "уборщица",
                           "учитель",
                           "учительница",
                           "фельдшер",
                           "хореограф",
                           "хормейстер",
                           "художник",
                           "член",
                           "эксперт",
                           "экономист",
                           "электрик",
                           "юрисконсульт",
                           "юрист"};

/// Posts that are declined like adjectives; what stands behind them stays as it is.
constexpr std::array adjectival_nouns{
    "вожатый",     "вожатая",     "дежурный",      "дежурная",      "заведующий",     "заведующая",
    "исполняющий", "исполняющая", "управляющий",   "управляющая",   "рабочий",        "рабочая",
    "служащий",    "служащая",    "ответственный", "ответственная", "уполномоченный", "уполномоченная",
    "учащийся",    "учащаяся",    "обучающийся",   "обучающаяся"};

/// What stands before a post and agrees with it.
constexpr std::array adjectives{"старший",      "старшая",        "младший",          "младшая",        "главный",
                                "главная",      "ведущий",        "ведущая",          "первый",         "социальный",
                                "музыкальный",  "классный",       "классная",         "научный",        "медицинский",
                                "медицинская",  "технический",    "школьный",         "учебный",        "действующий",
                                "выдающийся",   "исполнительный", "генеральный",      "молодой",        "начинающий",
                                "системный",    "художественный", "методический",     "педагогический", "спортивный",
                                "финансовый",   "коммерческий",   "административный", "патронатная",    "освобожденный",
                                "детский",      "детская",        "ученый",           "ночной",         "семейный",
                                "общественный", "районный",       "городской",        "внешний",        "внутренний"};

/// Shortened posts, and shortened words before a post: none changes.
constexpr std::array short_posts{"зам.", "зав.", "пом."};
constexpr std::array short_adjectives{"ст.", "мл.", "гл.", "вед.", "муз.", "соц.", "мед.", "пед.", "временно"};

/// First parts of posts that do not change: «шеф-повара».
constexpr std::array first_parts{"шеф", "пресс", "вице", "веб"};

/// What is taught at school, as it stands behind «учитель»; with «русского» the language.
constexpr std::array subjects{
    "алгебры",          "английского",  "астрономии",    "биологии",       "географии",      "геометрии", "живописи",
    "изобразительного", "иностранного", "иностранных",   "информатики",    "искусства",      "истории",   "китайского",
    "краеведения",      "литературы",   "литературного", "математики",     "мировой",        "музыки",    "немецкого",
    "обществознания",   "окружающего",  "основ",         "права",          "природоведения", "рисования", "ритмики",
    "родного",          "родной",       "русского",      "естествознания", "технологии",     "труда",     "физики",
    "физической",       "физкультуры",  "французского",  "химии",          "хореографии",    "черчения",  "чтения",
    "экологии",         "экономики"};

/// With which begins in brackets what is said beside a post, and is none: a place, a share, a subject.
constexpr std::array asides{
    "отделение",  "филиал",      "корпус",     "смена",      "группа", "группы",   "класс",     "классы",
    "школа",      "ставка",      "ставки",     "работа",     "место",  "часть",    "площадка",  "совместительство",
    "совмещение", "язык",        "физика",     "математика", "химия",  "биология", "география", "история",
    "литература", "информатика", "технология", "музыка",     "труд",   "временно", "девочки",   "мальчики",
    "по",         "на",          "в",          "во",         "с",      "со",       "для",       "до",
    "от",         "при",         "без",        "из",         "и"};

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

bool has_dash(std::string_view word) { return joint_of(word).size != 0; }

Declined declined_post(std::string_view word, Case to) {
  if (holds(short_posts, fold(word))) return unchanged(word);
  return by_parts(word, [&](std::string_view part) {
    if (part.data() == word.data() && part.size() < word.size() && holds(first_parts, fold(part)))
      return unchanged(part);
    if (!is_cyrillic(part) || part.size() <= 2 * letter) return unchanged(part, true);  // «за», «по»
    const std::string folded = fold(part);
    const bool like_one = holds(adjectival_nouns, folded) || (is_adjective(part) && !holds(nouns, folded));
    Declined form = like_one                          ? *like_adjective(part, to)
                    : ends_with_any(part, {"а", "я"}) ? like_anna(part, to)
                                                      : like_ivan(part, to);
    form.doubtful = form.doubtful || !is_known_post(part);
    return form;
  });
}

/// The word that the text begins with.
std::string_view first_word(std::string_view text) {
  std::string_view word = text.substr(0, text.find_first_of(" ,;/("));
  while (word.ends_with('-')) word.remove_suffix(1);
  return word;
}

std::string_view without_spaces(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(' '), text.size()));
}

/// Whether a post stands here in the nominative: words that agree with it may stand before it.
bool begins_with_post(std::string_view text) {
  std::string_view word = first_word(text);
  while (holds(adjectives, fold(word)) || holds(short_adjectives, fold(word))) {
    text = without_spaces(text.substr(word.size()));
    word = first_word(text);
  }
  const std::string_view part = word.substr(0, joint_of(word).at);
  return is_known_post(part) || holds(short_posts, fold(word)) ||
         (part.size() < word.size() && holds(first_parts, fold(part)));
}

/// What joins two posts.
struct PostJoint {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_and = false;
};

/// What stands in brackets, with them; at the end where nothing does. An open bracket reaches to the end.
std::string_view first_aside(std::string_view text) {
  const std::size_t begin = std::min(text.find('('), text.size());
  std::size_t depth = 0;
  for (std::size_t at = begin; at < text.size(); ++at) {
    if (text[at] == '(') ++depth;
    if (text[at] == ')' && --depth == 0) return text.substr(begin, at + 1 - begin);
  }
  return text.substr(begin);
}

/// The text with blanks for what stands in brackets.
std::string without_asides(std::string_view text) {
  std::string outside(text);
  for (std::size_t from = 0; from < text.size();) {
    const std::string_view aside = first_aside(text.substr(from));
    const auto at = static_cast<std::size_t>(aside.data() - text.data());
    std::fill_n(outside.begin() + static_cast<std::ptrdiff_t>(at), aside.size(), ' ');
    from = at + std::max<std::size_t>(aside.size(), 1);
  }
  return outside;
}

/// Outside brackets.
std::vector<PostJoint> joints_in(std::string_view whole) {
  const std::string text = without_asides(whole);
  std::vector<PostJoint> joints;
  for (const std::string_view sign : {",", ";", "/", "\u2013", "\u2014", " - ", "- ", " -", " и "})
    for (std::size_t at = text.find(sign); at != text.npos; at = text.find(sign, at + sign.size()))
      joints.push_back({at, at + sign.size(), sign == " и "});
  std::sort(joints.begin(), joints.end(), [](const PostJoint& a, const PostJoint& b) { return a.end < b.end; });
  return joints;
}

/// The first joint behind which another post stands, which is declined, too; at the end where there is none.
PostJoint next_post(std::string_view text) {
  for (const PostJoint& joint : joints_in(text)) {
    const std::string_view rest = without_spaces(text.substr(joint.end));
    if (begins_with_post(rest)) return {joint.begin, text.size() - rest.size()};
  }
  return {text.size(), text.size()};
}

/// A noun that may mean a post, as «плотник»; a genitive plural as «классов» does not end so.
bool may_be_post(std::string_view word) {
  return ends_with_any(word, {"ник", "щик", "чик", "тор", "тель", "ист", "лог", "арь", "граф", "ант", "ент"});
}

bool is_abbreviation(std::string_view word) {
  const std::string_view two = word.substr(0, 2 * letter);
  return is_cyrillic(two) && two.size() > letter && fold(two.substr(0, letter)) != two.substr(0, letter) &&
         fold(two.substr(letter)) != two.substr(letter);
}

/// «химии», «физической культуры», «ИЗО».
bool begins_with_subject(std::string_view text) {
  const std::string_view word = first_word(text);
  return holds(subjects, fold(word)) || is_abbreviation(word);
}

/// Whether a post that is not known seems to follow.
bool may_go_on(std::string_view whole) {
  const std::string text = without_asides(whole);
  for (const PostJoint& joint : joints_in(text))
    if (!joint.is_and && !begins_with_subject(without_spaces(std::string_view(text).substr(joint.end)))) return true;
  if (text.find('[') != text.npos) return true;
  const std::vector<std::string_view> words = words_of_full_name(text);
  if (!words.empty() && words.front() == "и") return true;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (is_known_post(words[i]) || (i > 0 && words[i - 1] == "и" && may_be_post(words[i]))) return true;
  return false;
}

/// «0,5 ставки», «по совместительству», «отделение в д. Малая Талица», «ОБЗР»: no post.
bool is_no_post(std::string_view text) {
  std::string_view word = first_word(text);
  while (ends_with_any(word, {"ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие"}) && text.size() > word.size()) {
    text = without_spaces(text.substr(word.size()));
    word = first_word(text);
  }
  return text.empty() || (text.front() >= '0' && text.front() <= '9') || text.starts_with("«") ||
         begins_with_subject(text) || holds(asides, fold(word));
}

/// «и. о. директора», «врио директора» do not change.
bool is_acting(std::string_view position) {
  const std::string folded = fold(position);
  return folded.starts_with("и. ") || folded.starts_with("и.о") || folded.starts_with("ио ") ||
         folded.starts_with("врио ") || folded.starts_with("вр.");
}

/// Declines one post with what agrees with it, and takes it from the text.
Declined take_post(std::string_view& position, Case to) {
  Declined whole;
  for (bool agrees = !is_acting(position); agrees && !position.empty();) {
    const std::string_view word = first_word(position), rest = position.substr(word.size());
    const std::string folded = fold(word);
    const bool is_short = holds(short_adjectives, folded);
    agrees = is_short || (is_adjective(word) && !has_dash(word) &&
                          (!holds(adjectival_nouns, folded) || begins_with_post(without_spaces(rest))));
    const Declined form = is_short ? unchanged(word) : agrees ? *like_adjective(word, to) : declined_post(word, to);
    const bool known = is_short || holds(adjectives, folded) || holds(adjectival_nouns, folded);
    whole.text += form.text;
    whole.doubtful = whole.doubtful || form.doubtful || (agrees && (!known || rest.empty()));
    position = rest;
    if (!agrees || rest.empty()) continue;
    const std::string_view next = without_spaces(rest);
    whole.text += rest.substr(0, rest.size() - next.size());
    whole.doubtful = whole.doubtful || next.size() == rest.size();
    position = next;
    agrees = next.size() < rest.size();
  }
  return whole;
}

/// What follows a post up to the next one: in brackets there may stand another name of the post.
Declined declined_rest(std::string_view text, Case to) {
  Declined whole;
  while (!text.empty()) {
    std::string_view aside = first_aside(text);
    const auto before = static_cast<std::size_t>(aside.data() - text.data());
    whole.text += text.substr(0, before + (aside.empty() ? 0 : 1));
    text.remove_prefix(before + aside.size());
    if (aside.empty()) continue;
    const std::string_view end = aside.substr(aside.ends_with(')') ? aside.size() - 1 : aside.size());
    aside = aside.substr(1, aside.size() - 1 - end.size());
    const Declined form = begins_with_post(aside) ? declined_position(aside, to) : unchanged(aside, !is_no_post(aside));
    whole.text += form.text + std::string(end);
    whole.doubtful = whole.doubtful || form.doubtful;
  }
  return whole;
}

}  // namespace

Declined declined_position(std::string_view position, Case to) {
  if (to == Case::nominative) return unchanged(position);
  Declined whole;
  while (!position.empty()) {
    const Declined post = take_post(position, to);
    const PostJoint next = next_post(position);
    const Declined rest = declined_rest(position.substr(0, next.end), to);
    whole.text += post.text + rest.text;
    whole.doubtful = whole.doubtful || post.doubtful || rest.doubtful || may_go_on(position.substr(0, next.begin));
    position.remove_prefix(next.end);
  }
  return whole;
}

}  // namespace nastavnik
