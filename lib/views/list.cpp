#include "views/list.h"

#include <algorithm>
#include <array>

#include "base/keyboard.h"
#include "base/text.h"
#include "base/word_forms.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/practices.h"
#include "model/kinds/programs.h"
#include "model/kinds/publications.h"
#include "model/kinds/years.h"
#include "reports/concealed.h"
#include "views/lists.h"

namespace nastavnik::views {
namespace {

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  for (const TextWord& word : words_of(text)) words.push_back(fold(word.text));
  return words;
}

/// The kind that one of the typed words calls, where only one is called.
const ListKind* called(std::string_view word) {
  const ListKind* found = nullptr;
  for (const ListKind& kind : list_kinds())
    for (const std::string& typed : folded_words(word))
      for (const Text& title : {kind.title, kind.singular})
        for (const std::string_view language : {title.ru, title.en})
          for (const std::string& noun : folded_words(language)) {
            if (characters(noun) < 3 || !are_forms_of_one(typed, noun) || found == &kind) continue;
            if (found) return nullptr;
            found = &kind;
          }
  return found;
}

const ListKind* keyed(std::string_view word) {
  const std::string folded = fold(word);
  const auto found = std::ranges::find_if(
      list_kinds(), [&](const ListKind& kind) { return kind.key == folded || kind.key == folded + 's'; });
  return found == list_kinds().end() ? nullptr : &*found;
}

// --- forms and kinds of mentoring ----------------------------------------------------------------------------------

bool is_called(const Code& code, std::string_view word) {
  const std::string letters = bare_letters(word);
  constexpr std::size_t telling = 4;
  if (fold(word) == code.code) return true;
  for (const std::string_view label : {code.label.ru, code.label.en}) {
    if (characters(letters) >= telling && bare_letters(label).starts_with(letters)) return true;
    const std::vector<std::string> words = folded_words(label), typed = folded_words(word);
    if (typed.size() == 1 && !words.empty() && are_forms_of_one(typed.front(), words.front())) return true;
  }
  return false;
}

std::optional<FormAsked> form_called(std::string_view word) {
  std::vector<FormAsked> found;
  for (std::size_t i = 0; i < Codes<RoleForm>::table.size(); ++i)
    if (is_called(Codes<RoleForm>::table[i], word)) found.push_back({.form = static_cast<RoleForm>(i)});
  for (std::size_t i = 0; i < Codes<MentoringKind>::table.size(); ++i)
    if (is_called(Codes<MentoringKind>::table[i], word)) found.push_back({.kind = static_cast<MentoringKind>(i)});
  return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

void add_codes(std::span<const Code> codes, std::vector<Words>& all) {
  for (const Code& code : codes)
    if (code.code != "other") all.emplace_back(code.label);
}

// --- the report ----------------------------------------------------------------------------------------------------

void note_unseen(const ListRequest& request, reports::Report& report) {
  if (!request.asked.registry().all<Person>().seen())
    report.asides.push_back({{"папки people здесь нет: имён и должностей не видно",
                              "the folder people is not here: names and positions are not seen"},
                             "people/"});
}

bool is_narrowed(const Narrowed& by) {
  return by.active || !by.mentor.empty() || !by.mentee.empty() || by.form || by.year || by.ends_by || by.without;
}

Words none_of(const ListKind& kind, const ListRequest& request) {
  return is_narrowed(request.narrowed) ? say({"{}: таких нет", "{}: none such"}, kind.counted)
                                       : say({"{}: нет", "{}: none"}, kind.counted);
}

}  // namespace

bool ListKind::narrows_by(Narrow one) const { return std::ranges::find(by, one) != by.end(); }

std::optional<FormAsked> find_form(std::string_view word) {
  const auto found = form_called(word);
  return found ? found : form_called(typed_in_russian(word));
}

Words all_forms() {
  std::vector<Words> all;
  add_codes(Codes<RoleForm>::table, all);
  add_codes(Codes<MentoringKind>::table, all);
  return joined(all);
}

std::span<const ListKind> list_kinds() {
  static const std::array table{
      ListKind{"people",
               {"Люди", "People"},
               {"Людей", "People"},
               {"Человек", "Person"},
               &Person::kind,
               {Narrow::active, Narrow::without},
               {Lack::consent},
               list_people},
      ListKind{"mentors",
               {"Наставники", "Mentors"},
               {"Наставников", "Mentors"},
               {"Наставник", "Mentor"},
               &Mentor::kind,
               {Narrow::active, Narrow::mentee, Narrow::year, Narrow::without},
               {Lack::consent, Lack::order, Lack::pair, Lack::training},
               list_mentors},
      ListKind{"mentees",
               {"Наставляемые", "Mentees"},
               {"Наставляемых", "Mentees"},
               {"Наставляемый", "Mentee"},
               &Mentee::kind,
               {Narrow::active, Narrow::mentor, Narrow::year, Narrow::without},
               {Lack::consent, Lack::pair},
               list_mentees},
      ListKind{
          "pairs",
          {"Пары и группы", "Pairs and groups"},
          {"Пар и групп", "Pairs and groups"},
          {"Пара или группа", "Pair or group"},
          &Pair::kind,
          {Narrow::active, Narrow::mentor, Narrow::mentee, Narrow::form, Narrow::year, Narrow::ends, Narrow::without},
          {Lack::consent, Lack::order, Lack::program},
          list_pairs},
      ListKind{"programs",
               {"Программы", "Programmes"},
               {"Программ", "Programmes"},
               {"Программа", "Programme"},
               &Program::kind,
               {Narrow::active, Narrow::mentor, Narrow::mentee, Narrow::form, Narrow::year, Narrow::ends},
               {},
               list_programs},
      ListKind{"orders",
               {"Приказы", "Orders"},
               {"Приказов", "Orders"},
               {"Приказ", "Order"},
               &Order::kind,
               {Narrow::active, Narrow::year},
               {},
               list_orders},
      ListKind{"years",
               {"Учебные годы", "School years"},
               {"Учебных лет", "School years"},
               {"Учебный год", "School year"},
               &SchoolYear::kind,
               {Narrow::active},
               {},
               list_years},
      ListKind{"publications",
               {"Публикации", "Publications"},
               {"Публикаций", "Publications"},
               {"Публикация", "Publication"},
               &Publication::kind,
               {Narrow::active, Narrow::year},
               {},
               list_publications},
      ListKind{"practices",
               {"Лучшие практики", "Best practices"},
               {"Лучших практик", "Best practices"},
               {"Лучшая практика", "Best practice"},
               &Practice::kind,
               {Narrow::year},
               {},
               list_practices},
      ListKind{"partners",
               {"Партнёры", "Partners"},
               {"Партнёров", "Partners"},
               {"Партнёр", "Partner"},
               nullptr,
               {Narrow::active},
               {},
               list_partners},
  };
  return table;
}

const ListKind* find_list(std::string_view word) {
  if (const ListKind* kind = keyed(word)) return kind;
  if (const ListKind* kind = called(word)) return kind;
  if (const ListKind* kind = keyed(typed_in_latin(word))) return kind;
  return called(typed_in_russian(word));
}

reports::Report list(const ListKind& kind, const ListRequest& request) {
  reports::Report report{.name = kind.key,
                         .title = kind.title,
                         .day = request.asked.day(),
                         .period = {request.asked.day(), request.asked.day()},
                         .one_table = true};
  Rows rows;
  rows.grid.id = kind.key;
  kind.fill(request, rows);
  rows.grid.when_empty = none_of(kind, request);
  const std::size_t count = rows.grid.rows.size();
  report.add(std::move(rows.grid));
  if (count != 0) report.paragraph(say({"{}: {}", "{}: {}"}, kind.counted, count));
  if (rows.undecided != 0)
    report.paragraph(say({"Нельзя сказать ещё о {}: записи о них не читаются или не видны",
                          "Cannot be told of {} more: their records cannot be read or seen"},
                         rows.undecided));
  note_unseen(request, report);
  if (request.asked.conceal) conceal(report, *request.asked.conceal);
  return report;
}

}  // namespace nastavnik::views
