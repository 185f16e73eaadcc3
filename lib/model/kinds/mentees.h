#pragma once
#include "model/field.h"
#include "model/ids.h"
#include "model/kinds/codes_people.h"
#include "model/kinds/parts.h"
#include "model/types.h"

namespace nastavnik {

struct Person;

struct MenteeRequest : Part {
  static constexpr Text called{"запрос наставляемого", "request of the mentee"};
  At<Day> date{};
  At<TopicCode> topic{};
  At<Prose> text{};
};

template <class Visitor>
void fields(Visitor& v, MenteeRequest& x) {
  v(x.date, must("date", {"Дата запроса", "Date of the request"}).in("row.2").opens());
  v(x.topic, must("topic", {"Тема запроса", "Topic of the request"}).in("17.1"));
  v(x.text, may("text", {"Запрос словами наставляемого", "The request in the mentee's own words"}).in("row.2"));
}

struct Difficulty : Part {
  static constexpr Text called{"затруднение", "difficulty"};
  At<LocalId<'d'>> id{};
  At<Day> found_on{};
  At<TopicCode> topic{};
  At<Prose> text{};
  At<Day> resolved_on{};
};

template <class Visitor>
void fields(Visitor& v, Difficulty& x) {
  v(x.id, must("id", {"Метка затруднения", "Id of the difficulty"}).in("2"));
  v(x.found_on, must("found_on", {"Когда выявлено", "When it was found"}).in("2").opens());
  v(x.topic, may("topic", {"Тема затруднения", "Topic of the difficulty"}).in("2"));
  v(x.text, must("text", {"Профессиональное затруднение", "Professional difficulty"}).in("2"));
  v(x.resolved_on,
    may("resolved_on", {"Когда устранено", "When it was overcome"}).in("2").happened().after("found_on"));
}

struct Strength : Part {
  static constexpr Text called{"сильная сторона", "strength"};
  At<LocalId<'s'>> id{};
  At<Prose> text{};
};

template <class Visitor>
void fields(Visitor& v, Strength& x) {
  v(x.id, must("id", {"Метка сильной стороны", "Id of the strength"}).in("2"));
  v(x.text, must("text", {"Сильная сторона", "Strength"}).in("2"));
}

struct Support : Part {
  static constexpr Text called{"поддержка", "support"};
  At<Day> date{};
  At<Choice<SupportKind>> kind{};
  At<Prose> text{};
};

template <class Visitor>
void fields(Visitor& v, Support& x) {
  v(x.date, must("date", {"Дата", "Date"}).in("row.5").opens());
  v(x.kind, must("kind", {"Поддержка или поиск наставника", "Support or search for a mentor"}).in("row.5"));
  v(x.text, may("text", {"Что сделано", "What was done"}).in("row.5"));
}

struct Acquaintance : Part {
  static constexpr Text called{"ознакомление с актами", "acquaintance with acts"};
  At<Day> date{};
  List<At<Line>> acts{};
};

template <class Visitor>
void fields(Visitor& v, Acquaintance& x) {
  v(x.date, must("date", {"Дата ознакомления", "Date of the acquaintance"}).in("16.1").opens());
  v(x.acts, must("acts", {"С какими актами ознакомлен", "Acts the mentee has read"}).in("16.1"));
}

struct Contest : Part {
  static constexpr Text called{"конкурс", "contest"};
  At<Day> date{};
  At<Line> title{};
  At<Choice<Level>> level{};
  Link<Person> recommended_by{};
  At<Line> result{};
};

template <class Visitor>
void fields(Visitor& v, Contest& x) {
  v(x.date, must("date", {"Дата рекомендации", "Date of the recommendation"}).in("14.7").opens());
  v(x.title, must("title", {"Конкурс", "Contest"}).in("14.7"));
  v(x.level, must("level", {"Уровень", "Level"}).in("14.7"));
  v(x.recommended_by, may("recommended_by", {"Кто рекомендовал", "Who recommended"}).in("14.7"));
  v(x.result, may("result", {"Итог участия", "Result of taking part"}).in("14.7").by("P14.7-1"));
}

struct Mentee : Record {
  static constexpr Kind kind{
      .folder = "mentees",
      .title = {"наставляемый", "mentee"},
      .description = {"Запись банка наставляемых: запросы, затруднения, сильные стороны",
                      "Entry of the bank of mentees: requests, difficulties, strengths"},
      .id_pattern = person_id.pattern,
      .id_shape = person_id.shape,
      .id_example = person_id.example,
      .is_id = person_id.matches,
  };
  At<Day> entered_on{};
  Block<Leaving> left{};
  NotedChoice<MenteeCategory> category{};
  List<MenteeRequest> requests{};
  List<Difficulty> difficulties{};
  List<Strength> strengths{};
  List<Support> support{};
  List<Acquaintance> acquaintance{};
  List<Contest> contests{};

  std::vector<std::string_view>
      all_marks{};  ///< marks of difficulties and strengths, those later than the day judged too
};

template <class Visitor>
void fields(Visitor& v, Mentee& x) {
  v(x.entered_on,
    must("entered_on", {"Внесён в банк наставляемых", "Entered in the bank of mentees on"}).in("11.5").opens());
  v(x.left, may("left", {"Выбыл из банка", "Left the bank"}).in("11.5"));
  v(x.category, must("category", {"Категория наставляемого", "Category of the mentee"}).in("12.2"));
  v(x.requests,
    may("requests", {"Запросы наставляемого", "Requests of the mentee"}).by("RM2-1").in("row.2").apart("date,topic"));
  v(x.difficulties,
    may("difficulties", {"Профессиональные затруднения", "Professional difficulties"}).by("P2-8").in("2"));
  v(x.strengths, may("strengths", {"Сильные стороны", "Strengths"}).by("P2-9").in("2"));
  v(x.support, may("support", {"Поддержка и поиск наставника", "Support and search for a mentor"})
                   .by("RM5-2")
                   .in("row.5")
                   .apart("date,kind"));
  v(x.acquaintance,
    may("acquaintance", {"Ознакомление с законами и локальными актами", "Acquaintance with laws and local acts"})
        .by("P16.1-1")
        .in("16.1")
        .apart("date"));
  v(x.contests, may("contests", {"Рекомендации к участию в конкурсах", "Recommendations to take part in contests"})
                    .in("14.7")
                    .apart("date,level"));
}

}  // namespace nastavnik
