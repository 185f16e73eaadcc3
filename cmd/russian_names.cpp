#include "cmd/russian_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/keyboard.h"
#include "base/text.h"

namespace nastavnik::cmd {
namespace {

// Words that are quickly typed. None has ж or э, whose keys are signs that shells take for their own in the other layout.
constexpr std::array commands_in_both{
    BothNames{"status", "обзор"},
    BothNames{"list", "список"},
    BothNames{"show", "показать"},
    BothNames{"find", "найти"},
    BothNames{"due", "сроки"},
    BothNames{"init", "завести"},
    BothNames{"new", "создать"},
    BothNames{"set", "задать"},
    BothNames{"add", "добавить"},
    BothNames{"remove", "убрать"},
    BothNames{"attach", "приложить"},
    BothNames{"report", "отчёт"},
    BothNames{"document", "документ"},
    BothNames{"template", "шаблон"},
    BothNames{"check", "проверить"},
    BothNames{"fix", "исправить"},
    BothNames{"fmt", "упорядочить"},
    BothNames{"waive", "исключить"},
    BothNames{"baseline", "старое"},
    BothNames{"rules", "правила"},
    BothNames{"explain", "пояснить"},
    BothNames{"coverage", "пункты"},
    BothNames{"schema", "схема"},
    BothNames{"undo", "отменить"},
    BothNames{"edit", "править"},
    BothNames{"shell", "оболочка"},
    BothNames{"manual", "руководство"},
    BothNames{"help", "справка"},
    BothNames{"appoint", "назначить"},
    BothNames{"enrol", "внести"},
    BothNames{"pair", "свести"},
    BothNames{"sign", "подписать"},
    BothNames{"program", "программа"},
    BothNames{"done", "выполнено"},
    BothNames{"move", "перенести"},
    BothNames{"drop", "вычеркнуть"},
    BothNames{"extend", "продлить"},
    BothNames{"shorten", "сократить"},
    BothNames{"correct", "уточнить"},
    BothNames{"complete", "завершить"},
    BothNames{"replace", "сменить"},
    BothNames{"resign", "снять"},
    BothNames{"join", "включить"},
    BothNames{"leave", "вывести"},
    BothNames{"release", "освободить"},
    BothNames{"meeting", "встреча"},
    BothNames{"visit", "посещение"},
    BothNames{"curator-check", "контроль"},
    BothNames{"survey", "анкетирование"},
    BothNames{"train", "обучить"},
    BothNames{"event", "событие"},
    BothNames{"review", "актуализация"},
    BothNames{"monitor", "мониторинг"},
    BothNames{"consent", "согласие"},
    BothNames{"publish", "разместить"},
    BothNames{"update", "обновить"},
    BothNames{"unpublish", "скрыть"},
    BothNames{"open-year", "открыть-год"},
    BothNames{"close-year", "закрыть-год"},
};

constexpr std::array options_in_both{
    // of every command
    BothNames{"directory", "папка"},
    BothNames{"as-of", "на-дату"},
    BothNames{"people", "люди"},
    BothNames{"require-people", "только-с-людьми"},
    BothNames{"names", "имена"},
    BothNames{"lang", "язык"},
    BothNames{"color", "цвет"},
    BothNames{"quiet", "кратко"},
    BothNames{"verbose", "подробно"},
    BothNames{"help", "справка"},
    BothNames{"version", "версия"},
    // of several
    BothNames{"format", "вид"},
    BothNames{"output", "куда"},
    BothNames{"dry-run", "пробно"},
    BothNames{"list", "список"},
    BothNames{"all", "все"},
    BothNames{"year", "год"},
    BothNames{"select", "только"},
    BothNames{"ignore", "кроме"},
    BothNames{"diff", "разница"},
    BothNames{"until", "по"},
    BothNames{"as-is", "так-и-было"},
    BothNames{"plainly", "просто"},
    BothNames{"commit", "фиксация"},
    BothNames{"no-commit", "без-фиксации"},
    // of one
    BothNames{"severity", "строгость"},
    BothNames{"fail-on", "провал-при"},
    BothNames{"strict", "строго"},
    BothNames{"base", "от-версии"},
    BothNames{"statistics", "подсчёт"},
    BothNames{"jobs", "потоки"},
    BothNames{"unsafe", "догадки"},
    BothNames{"check", "проверить"},
    BothNames{"example", "пример"},
    BothNames{"name", "название"},
    BothNames{"full-name", "полное-название"},
    BothNames{"subordination", "подчинение"},
    BothNames{"ci", "сервер"},
    BothNames{"for", "для"},
    BothNames{"period", "период"},
    BothNames{"save", "сохранить"},
    BothNames{"explain-figures", "как-посчитано"},
    BothNames{"waiting", "на-подпись"},
    BothNames{"pairs", "пары"},
    BothNames{"number", "номер"},
    BothNames{"date", "дата"},
    BothNames{"record", "записать"},
    BothNames{"draft", "черновик"},
    BothNames{"review", "склонение"},
    BothNames{"force", "заменить"},
    BothNames{"reason", "причина"},
    BothNames{"by", "кто"},
    BothNames{"item", "метка"},
    BothNames{"field", "поле"},
    BothNames{"days", "дней"},
    BothNames{"no-names", "без-имён"},
    BothNames{"active", "действующие"},
    BothNames{"mentor", "наставник"},
    BothNames{"mentee", "наставляемый"},
    BothNames{"ends-by", "окончание-по"},
    BothNames{"form", "форма"},
    BothNames{"without", "без"},
    // of acts
    BothNames{"position", "должность"},
    BothNames{"position-category", "категория-должности"},
    BothNames{"position-from", "должность-с"},
    BothNames{"employer", "работает-у"},
    BothNames{"acquainted", "ознакомлены"},
    BothNames{"signed", "подписано"},
    BothNames{"strength", "сильная-сторона"},
    BothNames{"birth-year", "год-рождения"},
    BothNames{"teaching-since", "педагог-с"},
    BothNames{"consent", "согласие"},
    BothNames{"consent-form", "вид-согласия"},
    BothNames{"entered", "внесён"},
    BothNames{"questionnaire", "анкета"},
    BothNames{"topics", "темы"},
    BothNames{"category", "категория"},
    BothNames{"request", "запрос"},
    BothNames{"requested", "запрос-от"},
    BothNames{"difficulty", "затруднение"},
    BothNames{"formed", "составлена"},
    BothNames{"participants", "участники"},
    BothNames{"considered", "рассмотрены"},
    BothNames{"criteria", "критерии"},
    BothNames{"why", "почему"},
    BothNames{"interest", "интерес"},
    BothNames{"consents", "согласия"},
    BothNames{"mentor-consent", "согласие-наставника"},
    BothNames{"from", "с"},
    BothNames{"basis", "кем-работает"},
    BothNames{"called", "именуется"},
    BothNames{"chair", "председатель"},
    BothNames{"secretary", "секретарь"},
    BothNames{"proposed", "предложен"},
    BothNames{"beside", "вместе"},
    BothNames{"move", "переносятся"},
    BothNames{"activity", "мероприятие"},
    BothNames{"due", "к-сроку"},
    BothNames{"responsible", "ответственный"},
    BothNames{"targets", "ради-чего"},
    BothNames{"kinds", "виды"},
    BothNames{"plan", "план"},
    BothNames{"curator", "куратор"},
    BothNames{"ground", "основание"},
    BothNames{"circumstance", "обстоятельство"},
    BothNames{"explanation", "пояснение"},
    BothNames{"side", "сторона"},
    BothNames{"statements", "заявления"},
    BothNames{"results", "результаты"},
    BothNames{"left", "выбыл"},
    BothNames{"search", "поиск"},
    BothNames{"asked", "подано"},
    BothNames{"decided", "решение-от"},
    BothNames{"decision", "решение"},
    BothNames{"last", "последний-день"},
    BothNames{"leaving", "просит-с"},
    BothNames{"since", "с-часа"},
    BothNames{"substitutes", "замещают"},
    BothNames{"continuity", "непрерывность"},
    BothNames{"addendum", "соглашение"},
    BothNames{"cancels", "отменяет"},
    BothNames{"council-minutes", "протокол"},
    BothNames{"council-minutes-date", "дата-протокола"},
    BothNames{"program", "программа"},
    BothNames{"keep-pair", "пара-остаётся"},
    BothNames{"keep-mentor", "наставник-остаётся"},
    BothNames{"title", "заголовок"},
    BothNames{"topic", "о-чём"},
    BothNames{"minutes", "минут"},
    BothNames{"with", "с-кем"},
    BothNames{"kind", "какой"},
    BothNames{"finding", "установлено"},
    BothNames{"action", "решено"},
    BothNames{"stage", "когда"},
    BothNames{"result", "итог"},
    BothNames{"to", "на-день"},
    BothNames{"agreed", "согласились"},
    BothNames{"start", "начало"},
    BothNames{"end", "окончание"},
    BothNames{"like", "как-у"},
    BothNames{"pattern", "образец"},
    BothNames{"goal", "цель"},
    BothNames{"drafted", "составили"},
    BothNames{"tasks", "задачи"},
    BothNames{"directions", "направления"},
    BothNames{"roadmap", "карта"},
    BothNames{"report", "отчёт"},
    BothNames{"developed-by", "разработал"},
    BothNames{"conclusions", "итоги"},
    BothNames{"difficulties", "трудности"},
    BothNames{"proposals", "предложения"},
    BothNames{"author", "автор"},
    BothNames{"scores", "оценки"},
    BothNames{"comment", "отзыв"},
    BothNames{"provider", "кто-обучал"},
    BothNames{"hours", "часов"},
    BothNames{"paper", "бумага"},
    BothNames{"level", "уровень"},
    BothNames{"practices", "практики"},
    BothNames{"materials", "материалы"},
    BothNames{"include", "включить"},
    BothNames{"not-needed", "не-требуется"},
    BothNames{"postponed", "отложено"},
    BothNames{"declined", "отказ"},
    BothNames{"method", "способ"},
    BothNames{"findings", "выводы"},
    BothNames{"authors", "авторы"},
    BothNames{"pair", "в-паре"},
    BothNames{"valid-to", "действует-по"},
    BothNames{"resources", "где-разрешено"},
    BothNames{"purpose", "цель-показа"},
    BothNames{"data", "какие-данные"},
    BothNames{"conditions", "условия"},
    BothNames{"given-by", "дал-за-него"},
    BothNames{"channel", "канал"},
    BothNames{"page", "страница"},
    BothNames{"programs", "программы"},
    BothNames{"legal-levels", "уровни-базы"},
    BothNames{"stages", "стадии"},
    BothNames{"named", "по-имени"},
};

/// Other words that people type for a command.
constexpr std::array also_understood{
    BothNames{"status", "статус"},
    BothNames{"status", "дела"},
    BothNames{"status", "состояние"},
    BothNames{"list", "перечень"},
    BothNames{"show", "карточка"},
    BothNames{"find", "поиск"},
    BothNames{"find", "искать"},
    BothNames{"due", "срок"},
    BothNames{"report", "отчёты"},
    BothNames{"document", "документы"},
    BothNames{"document", "бумаги"},
    BothNames{"template", "шаблоны"},
    BothNames{"check", "проверка"},
    BothNames{"rules", "правило"},
    BothNames{"explain", "объяснить"},
    BothNames{"new", "новая"},
    BothNames{"new", "новый"},
    BothNames{"new", "новое"},
    BothNames{"set", "изменить"},
    BothNames{"add", "дописать"},
    BothNames{"remove", "удалить"},
    BothNames{"waive", "исключение"},
    BothNames{"coverage", "покрытие"},
    BothNames{"schema", "схемы"},
    BothNames{"shell", "подсказки"},
    BothNames{"help", "помощь"},
    BothNames{"undo", "отмена"},
    BothNames{"appoint", "назначение"},
    BothNames{"pair", "пара"},
    BothNames{"sign", "подписано"},
    BothNames{"sign", "подпись"},
    BothNames{"done", "сделано"},
    BothNames{"complete", "закончить"},
    BothNames{"complete", "завершено"},
    BothNames{"complete", "завершение"},
    BothNames{"replace", "заменить"},
    BothNames{"replace", "замена"},
    BothNames{"extend", "продление"},
    BothNames{"leave", "выход"},
    BothNames{"meeting", "встречи"},
    BothNames{"visit", "визит"},
    BothNames{"survey", "анкета"},
    BothNames{"survey", "опрос"},
    BothNames{"train", "обучение"},
    BothNames{"event", "мероприятие"},
    BothNames{"consent", "согласия"},
    BothNames{"publish", "опубликовать"},
    BothNames{"publish", "публикация"},
    BothNames{"open-year", "открыть"},
    BothNames{"close-year", "закрыть"},
};

/// A value of a choice; `of` is the option or argument where the word is another one there.
struct ValueNames {
  BothNames names{};
  std::string_view of{};
};

constexpr std::array values_in_both{
    // of what is looked for: «список пары --без приказа»
    ValueNames{{"consent", "согласия"}, "without"},
    ValueNames{{"order", "приказа"}, "without"},
    ValueNames{{"program", "программы"}, "without"},
    ValueNames{{"pair", "пары"}, "without"},
    ValueNames{{"training", "обучения"}, "without"},
    ValueNames{{"office", "школы"}, "for"},
    ValueNames{{"site", "сайта"}, "for"},
    // formats
    ValueNames{{"table", "таблица"}},
    ValueNames{{"text", "текст"}},
    ValueNames{{"concise", "строки"}},
    ValueNames{{"html", "страница"}},
    ValueNames{{"ics", "календарь"}},
    // severities
    ValueNames{{"error", "нарушения"}},
    ValueNames{{"warning", "предупреждения"}},
    ValueNames{{"info", "советы"}},
    // how the program speaks
    ValueNames{{"ru", "русский"}},
    ValueNames{{"en", "английский"}},
    ValueNames{{"auto", "сам"}},
    ValueNames{{"always", "всегда"}},
    ValueNames{{"never", "никогда"}},
    // what is done
    ValueNames{{"list", "перечислить"}},
    ValueNames{{"export", "сохранить"}},
    ValueNames{{"check", "проверить"}},
    ValueNames{{"create", "создать"}},
    ValueNames{{"prune", "убрать"}},
    ValueNames{{"show", "показать"}},
    // what a registry is
    ValueNames{{"municipal", "муниципальная"}},
    ValueNames{{"state_regional", "государственная"}},
    ValueNames{{"private", "частная"}},
    ValueNames{{"inside", "вместе"}},
    ValueNames{{"separate", "отдельно"}},
    // pages of the manual, schemas
    ValueNames{{"program", "программа"}},
    ValueNames{{"records", "записи"}},
    ValueNames{{"nastavnik", "настройки"}},
    ValueNames{{"organization", "организация"}},
    ValueNames{{"regulation", "положение"}},
    ValueNames{{"calendar", "календарь"}},
    ValueNames{{"waivers", "исключения"}},
    ValueNames{{"people", "люди"}},
    ValueNames{{"mentors", "наставники"}},
    ValueNames{{"mentees", "наставляемые"}},
    ValueNames{{"pairs", "пары"}},
    ValueNames{{"programs", "программы"}},
    ValueNames{{"orders", "приказы"}},
    ValueNames{{"years", "годы"}},
    ValueNames{{"publications", "публикации"}},
    ValueNames{{"practices", "практики"}},
};

std::string_view russian(std::string_view english, std::span<const BothNames> known) {
  const auto row = std::ranges::find(known, english, &BothNames::english);
  return row == known.end() ? std::string_view() : row->russian;
}

/// The names that the word is in this language; the word is folded already.
void add_named(const std::string& word, Language language, std::span<const BothNames> known,
               std::vector<NameTyped>& found) {
  for (const BothNames& names : known)
    if (!names.in(language).empty() && fold(names.in(language)) == word) found.push_back({names, language});
}

std::string_view closest(std::string_view word, Language language, std::span<const BothNames> known) {
  std::vector<std::string_view> names;
  for (const BothNames& one : known)
    if (!one.in(language).empty()) names.push_back(one.in(language));
  return nastavnik::closest(word, names, Likeness::slip);
}

}  // namespace

std::span<const BothNames> names_of_commands() { return commands_in_both; }
std::span<const BothNames> names_of_options() { return options_in_both; }
std::string_view russian_command(std::string_view english) { return russian(english, commands_in_both); }
std::string_view russian_option(std::string_view english) { return russian(english, options_in_both); }

std::span<const BothNames> more_names_of_commands() { return also_understood; }

std::string_view russian_value(std::string_view of, std::string_view english) {
  const auto row = std::ranges::find_if(values_in_both, [&](const ValueNames& value) {
    return value.names.english == english && (value.of.empty() || value.of == of);
  });
  return row == values_in_both.end() ? std::string_view() : row->names.russian;
}

bool in_russian(std::string_view word) { return typed_in_latin(word) != word; }

std::optional<NameTyped> name_typed(std::string_view word, std::span<const BothNames> known) {
  std::vector<NameTyped> found;
  add_named(fold(word), Language::en, known, found);
  add_named(fold(word), Language::ru, known, found);
  if (found.empty()) add_named(fold(typed_in_latin(word)), Language::en, known, found);
  if (found.empty() && !in_russian(word)) add_named(fold(typed_in_russian(word)), Language::ru, known, found);
  if (found.size() != 1) return std::nullopt;
  return found.front();
}

std::string_view name_meant(std::string_view word, std::span<const BothNames> known) {
  const bool russian = in_russian(word);
  const std::string_view near = closest(fold(word), russian ? Language::ru : Language::en, known);
  if (!near.empty()) return near;
  return russian ? closest(fold(typed_in_latin(word)), Language::en, known)
                 : closest(fold(typed_in_russian(word)), Language::ru, known);
}

}  // namespace nastavnik::cmd
