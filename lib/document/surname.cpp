#include "document/surname.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "document/endings.h"

namespace nastavnik {
namespace {

using namespace endings;

/// Words in -ова, -ева, -ина that are nouns or given names, folded: «Калина» is «Калины», «Калинина» is «Калининой».
constexpr std::array nouns_like_women{
    "ангелина", "балерина", "баранина",   "бузина",      "былина",    "вершина",  "ветчина",  "верховина",  "витрина",
    "волосина", "глубина",  "говядина",   "година",      "горловина", "горошина", "десятина", "дивчина",    "долина",
    "домовина", "дружина",  "дубина",     "дуброва",     "екатерина", "женщина",  "жердина",  "калина",     "картина",
    "конина",   "корзина",  "корова",     "котловина",   "кручина",   "крушина",  "лебедина", "лещина",     "лозина",
    "лощина",   "луговина", "лучина",     "магдалина",   "малина",    "маслина",  "машина",   "мешанина",   "морщина",
    "мужчина",  "низина",   "обнова",     "окраина",     "осетрина",  "осина",    "основа",   "паутина",    "перина",
    "плотина",  "подкова",  "половина",   "причина",     "пружина",   "пучина",   "равнина",  "рогатина",   "рябина",
    "свинина",  "середина", "сердцевина", "слобожанина", "солонина",  "старина",  "старшина", "телятина",   "тетерина",
    "толщина",  "трясина",  "украина",    "хворостина",  "хуторина",  "черева",   "чужбина",  "ширина",     "щербина",
    "щетина",   "ялина",    "голова",     "смородина",   "величина",  "родина",   "полова",   "антонина",   "валентина",
    "каролина", "эвелина",  "алевтина",   "августина",   "акулина",   "регина",   "кристина", "полина",     "марина",
    "карина",   "овчина",   "молодчина",  "жемчужина",   "тишина",    "купина",   "буженина", "бригантина", "соломина",
    "оленина",  "лосина",   "вышина",     "крестовина"};

/// Of surnames in -ин with two vowels those that are frequent; of others who knows whether «-ина» is a noun.
constexpr std::array short_surnames_in_in{
    "авдонин", "агапин",   "алтын",  "ананьин", "бабин",    "базин",   "бакунин", "батурин", "бодрин", "борзин",
    "бурдин",  "ванин",    "вдовин", "волгин",  "ганин",    "глебин",  "гордин",  "гулин",   "гурин",  "дегтин",
    "демин",   "дронин",   "дудин",  "дунин",   "дурнин",   "дюдин",   "евсин",   "еленин",  "есин",   "жарин",
    "желтин",  "жилин",    "жулин",  "забелин", "зверин",   "зенин",   "зимин",   "зорин",   "зубин",  "зыбин",
    "зюзин",   "зырин",    "ивлин",  "ивонин",  "изюмин",   "камин",   "карпин",  "кирин",   "козин",  "комин",
    "копнин",  "костин",   "котин",  "краснин", "кудрин",   "кузин",   "кузьмин", "кулин",   "лапин",  "ларин",
    "левин",   "леонтьин", "лунин",  "лыжин",   "лялин",    "мазин",   "макурин", "мамин",   "манин",  "марьин",
    "маслин",  "минин",    "митин",  "мокрин",  "мурзин",   "мысин",   "назин",   "нилин",   "палин",  "панин",
    "петин",   "плохин",   "пронин", "пудин",   "путин",    "ревин",   "репин",   "родин",   "рожин",  "розин",
    "рудин",   "рыбин",    "рылин",  "савин",   "санин",    "северин", "селин",   "семин",   "сенин",  "сизин",
    "силин",   "сомин",    "сонин",  "стенин",  "столбин",  "стулин",  "судьин",  "сурин",   "сырин",  "томин",
    "тонин",   "торбин",   "тропин", "трунин",  "тюлин",    "тюрин",   "ундин",   "усин",    "устин",  "фатин",
    "федин",   "филин",    "фомин",  "чалин",   "черепнин", "чудин",   "шалин",   "шарин",   "шигин",  "шилин",
    "шубин",   "шутин",    "юдин",   "юрин",    "ярин"};

/// Nouns whose last vowel falls out, though most surnames with their ending keep it.
constexpr std::array losing_a_vowel{"ветер", "костер", "шатер", "ковер", "бобер", "осетер", "овен", "хребет", "овес"};

/// Surnames in -ь that keep their vowels and that all decline in one way.
constexpr std::array known_soft{"гоголь", "король", "лебедь", "голубь", "медведь", "соболь",
                                "лось",   "окунь",  "олень",  "кисель", "кочубей"};

/// Surnames in -а that all decline in one way; «Дюма» and «Дега» do not change.
constexpr std::array known_in_a{"галушка", "заика", "шульга",  "середа", "сорока", "муха",
                                "капуста", "скиба", "бандура", "шуба",   "жижка",  "береза"};

/// Surnames of one syllable that keep their vowel, and «Кравец», which loses it in nearly all families.
constexpr std::array known_in_consonants{"грек", "кох", "чех", "кравец"};

/// Men's surnames in -ой that are nouns: «Героя», «Конвоя».
constexpr std::array nouns_in_oj{"герой",  "конвой", "покой", "разбой", "отбой",   "прибой",
                                 "постой", "застой", "устой", "ковбой", "перегной"};

/// Adjectives in -ая and -яя beside those in -ская, -цкая, -овая, without their endings; «Саая», «Берая» are none.
constexpr std::array stems_of_adjectives{
    "бел",   "черн",  "красн", "син",   "толст", "лесн",  "сух",    "полев", "рабоч", "старш", "младш", "больш",
    "чуж",   "степн", "кругл", "крив",  "ряб",   "глух",  "худ",    "сед",   "молод", "дорог", "лих",   "зимн",
    "летн",  "верхн", "нижн",  "средн", "крайн", "свят",  "холодн", "вольн", "грозн", "славн", "весел", "бедн",
    "золот", "добр",  "нов",   "стар",  "сильн", "смирн", "темн",   "ясн",   "русск", "высок", "широк", "тих"};

/// «Бонч-Бруевича», «Тер-Петросяна», «Мак-Магона».
constexpr std::array unchanging_first_parts{"бонч", "грум", "тер", "тян",   "сен", "сент", "мак", "ван",
                                            "аль",  "эль",  "ибн", "кара",  "бек", "хан",  "шах", "бен",
                                            "сан",  "дон",  "абу", "мелик", "лже", "нор"};

template <class Words>
bool is_among(const Words& words, std::string_view word) {
  const std::string folded = fold(word);
  return std::find(words.begin(), words.end(), folded) != words.end();
}

/// The endings that only men's surnames have.
bool is_of_men(std::string_view word) {
  return vowels(word) > 1 && ends_with_any(word, {"ов", "ев", "ёв", "ин", "ын", "ый", "ий", "ой"});
}

/// Names of women beside men's in -ов, -ин; «Калина», «Сова», «Дуброва» are nouns.
bool is_possessive(std::string_view word) {
  if (is_among(nouns_like_women, word)) return false;
  if (ends_with_any(word, {"ова", "ева", "ёва", "ына"})) return vowels(word) > 2 || word == "Львова";
  if (vowels(word) > 3 || ends_with_any(word, {"кина", "хина", "гина", "шина", "щина", "ьина", "ьмина"})) return true;
  return is_among(short_surnames_in_in, word.substr(0, word.size() - letter));
}

bool is_adjective_of_woman(std::string_view word) {
  if (word == "Гурцкая") return false;
  if (vowels(word) > 2 && ends_with_any(word, {"ская", "цкая"})) return true;
  return (vowels(word) > 3 && word.ends_with("овая")) ||
         is_among(stems_of_adjectives, word.substr(0, word.size() - 2 * letter));
}

/// «Саая», «Берая» and their like do not change, or do as nouns.
Declined adjective_of_woman(std::string_view word, Case to) {
  if (word == "Большая" || word == "Чужая") return {changed(word, 2, Endings{"ой", "ой", "ую"}.of(to))};
  if (ends_with_any(word, {"аая", "Гурцкая"})) return unchanged(word, true);
  Declined form = *like_adjective(word, to);
  form.doubtful = !is_adjective_of_woman(word);
  return form;
}

Declined surname_in_a(std::string_view word, Case to) {
  Declined form = like_anna(word, to);
  form.doubtful = !is_among(known_in_a, word);
  return form;
}

Declined surname_of_woman(std::string_view word, Case to) {
  if (vowels(word) > 1 && ends_with_any(word, {"ова", "ева", "ёва", "ина", "ына"}))
    return {changed(word, 1, Endings{"ой", "ой", "у"}.of(to)), !is_possessive(word)};
  if (ends_with_any(word, {"ая", "яя"})) return adjective_of_woman(word, to);
  if (word.ends_with("иа")) return unchanged(word);
  if (!ends_with_any(word, {"а", "я"})) return unchanged(word, is_of_men(word));
  return surname_in_a(word, to);
}

/// «Остапенко», «Дурново», «Черных», «Гладких»; of -их not those that are no plural, as «Рерих».
bool is_unchanging(std::string_view word) {
  if (ends_with_any(word, {"о", "е", "и", "у", "ю", "э", "ы", "иа"})) return true;
  return vowels(word) > 1 && ends_with_any(word, {"ых", "ких", "гих", "хих", "жих", "ших", "чих", "щих"});
}

/// «Палия», «Гоголия», «Героя»: nouns among what ends as adjectives do.
bool is_noun_in_j(std::string_view word) {
  if (is_among(nouns_in_oj, word) || word == "Топчий") return true;
  return word.ends_with("ий") && !ends_with_any(word, {"гий", "кий", "хий", "ний", "жий", "чий", "ший", "щий"});
}

/// «Вербицкий», «Полевой», «Белый»; of others who knows: «Топчий» is «Топчия», «Герой» «Героя».
bool is_sure_adjective(std::string_view word) {
  if (ends_with_any(word, {"кий", "ый", "ской", "цкой", "той", "овой", "евой", "ной"})) return true;
  constexpr std::array known{"рябой",   "кривой",  "сухой",   "лихой",     "глухой",  "седой", "худой",
                             "большой", "молодой", "дорогой", "береговой", "донской", "чужой"};
  return is_among(known, word);
}

bool keeps_its_soft_end(std::string_view word) {
  if (ends_with_any(word, {"ай", "яй", "уй", "юй"}) || word == "Цой") return true;
  return ends_with_any(word, {"арь", "аль", "уль", "иль", "усь", "ась"}) || is_among(known_soft, word);
}

/// Of surnames in a consonant those of which no vowel falls out.
bool keeps_its_vowels(std::string_view word) {
  if (ends_with_any(word, {"ь", "й"})) return keeps_its_soft_end(word);
  if (is_among(known_in_consonants, word)) return true;
  if (ends_with_any(word, {"их", "ых", "яц"}) || is_among(losing_a_vowel, word)) return false;
  const std::string_view before = last_letters(word, 2).substr(0, letter);
  if (is_consonant(before) || before == "ь" || word == "Львов") return true;
  if (vowels(word) > 1 && ends_with_any(word, {"ов", "ев", "ёв", "ер", "ен", "он", "ос", "оз", "тор"})) return true;
  return !ends_with_any(before, {"е", "ё", "о"});
}

/// «Бойца», «Стрельца», «Купца», but «Кузнеца»: two consonants before the vowel keep it.
Declined surname_in_ec(std::string_view word, Case to) {
  const std::string_view before = last_letters(word, 3).substr(0, letter);
  if (vowels(word) == 1) return like_ivan(word, to);
  if (!is_consonant(before)) return {changed(word, 2, Endings{"йца", "йцу", "йца"}.of(to)), true};
  if (is_consonant(last_letters(word, 4).substr(0, letter))) return {like_ivan(word, to).text, true};
  const Endings endings = before == "л" ? Endings{"ьца", "ьцу", "ьца"} : Endings{"ца", "цу", "ца"};
  return {changed(word, 2, endings.of(to)), !is_among(known_in_consonants, word)};
}

Declined surname_of_man(std::string_view word, Case to) {
  if (is_unchanging(word)) return unchanged(word);
  if (vowels(word) > 1 && ends_with_any(word, {"ый", "ий", "ой"})) {
    Declined form = is_noun_in_j(word) ? like_ivan(word, to) : *like_adjective(word, to);
    form.doubtful = is_noun_in_j(word) || !is_sure_adjective(word);
    return form;
  }
  if (ends_with_any(word, {"а", "я"})) return surname_in_a(word, to);
  // «Кравец» is «Кравца» and «Кравеца», «Заяц» is «Зайца» and «Заяца»: families differ.
  if (word.ends_with("ец")) return surname_in_ec(word, to);
  Declined form = like_ivan(word, to);
  form.doubtful = form.doubtful || !keeps_its_vowels(word);
  return form;
}

/// Beside another part a man's surname changes for sure only if it is an adjective or ends as Russian surnames do.
bool is_usual(std::string_view word) {
  return vowels(word) > 1 && ends_with_any(word, {"ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ой", "ый", "ович",
                                                  "евич", "енко", "их", "ых"});
}

}  // namespace

Declined declined_part(std::string_view word, Gender gender, Case to, SurnamePart place) {
  if (!is_name(word)) return unchanged(word, true);
  if (place == SurnamePart::first && is_among(unchanging_first_parts, word))
    return unchanged(word, gender == Gender::male);
  if (gender == Gender::female) {
    Declined form = surname_of_woman(word, to);
    form.doubtful = form.doubtful || place == SurnamePart::beside;
    return form;
  }
  Declined form = surname_of_man(word, to);
  const bool by_itself = place == SurnamePart::whole || place == SurnamePart::last;
  form.doubtful = form.doubtful || (!by_itself && !is_usual(word));
  return form;
}

}  // namespace nastavnik
