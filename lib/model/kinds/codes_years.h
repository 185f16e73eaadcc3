#pragma once
#include <array>
#include <string_view>

#include "base/words.h"
#include "model/types.h"

// The school year and what is published. What codes are: codes.h.

namespace nastavnik {

/// Stage of the roadmap.
enum class Stage : unsigned char {
  preparation,
  mentee_bank,
  mentor_bank,
  selection_training,
  pair_work,
  completion,
  information
};
template <>
struct Codes<Stage> {
  static constexpr std::string_view name = "stage";
  static constexpr Text title{"этап дорожной карты", "stage of the roadmap"};
  static constexpr std::string_view clause = "appendix";
  static constexpr auto table = std::to_array<Code>({
      {"preparation", {"1. Подготовка условий", "1. Preparing the ground"}},
      {"mentee_bank", {"2. Банк наставляемых", "2. Bank of mentees"}},
      {"mentor_bank", {"3. Банк наставников", "3. Bank of mentors"}},
      {"selection_training", {"4. Отбор и обучение", "4. Selection and training"}},
      {"pair_work", {"5. Работа пар и групп", "5. Work of pairs and groups"}},
      {"completion", {"6. Завершение программ", "6. Ending programmes"}},
      {"information", {"7. Информационная поддержка", "7. Information support"}},
  });
};

/// Decision on the need for a mentor.
enum class NeedDecision : unsigned char { include, not_needed, postponed, declined };
template <>
struct Codes<NeedDecision> {
  static constexpr std::string_view name = "need_decision";
  static constexpr Text title{"решение о потребности в наставнике", "decision on the need for a mentor"};
  static constexpr std::string_view clause = "11.2";
  static constexpr auto table = std::to_array<Code>({
      {"include", {"включить в банк", "include in the bank"}},
      {"not_needed", {"не требуется", "not needed"}},
      {"postponed", {"отложено", "postponed"}},
      {"declined", {"отказался", "declined"}},
  });
};

/// Kind of event.
enum class EventKind : unsigned char {
  conference,
  seminar,
  round_table,
  setting_session,
  consultation,
  experience_exchange,
  contest,
  forum,
  webinar,
  coordination_meeting,
  speed_meeting,
  other
};
template <>
struct Codes<EventKind> {
  static constexpr std::string_view name = "event_kind";
  static constexpr Text title{"вид события", "kind of event"};
  static constexpr std::string_view clause = "10.6,row.4,row.6";
  static constexpr auto table = std::to_array<Code>({
      {"conference", {"конференция", "conference"}},
      {"seminar", {"семинар", "seminar"}},
      {"round_table", {"круглый стол", "round table"}},
      {"setting_session", {"установочная сессия", "introductory session"}},
      {"consultation", {"консультация", "consultation"}},
      {"experience_exchange", {"обмен опытом", "exchange of experience"}},
      {"contest", {"конкурс", "contest"}},
      {"forum", {"форум", "forum"}},
      {"webinar", {"вебинар", "webinar"}},
      {"coordination_meeting", {"координационное совещание", "coordination meeting"}},
      {"speed_meeting", {"скоростная встреча", "speed meeting"}},
      {"other", {"иное", "other"}},
  });
};

/// Matter before the council.
enum class Matter : unsigned char {
  pair_proposal,
  program_development,
  mediation,
  incentives,
  practices,
  local_acts,
  other
};
template <>
struct Codes<Matter> {
  static constexpr std::string_view name = "matter";
  static constexpr Text title{"вопрос на заседании объединения", "matter before the council"};
  static constexpr std::string_view clause = "12";
  static constexpr auto table = std::to_array<Code>({
      {"pair_proposal", {"предложение пар", "proposal of pairs"}},
      {"program_development", {"разработка программ", "drafting of programmes"}},
      {"mediation", {"медиация", "mediation"}},
      {"incentives", {"стимулы", "incentives"}},
      {"practices", {"лучшие практики", "best practices"}},
      {"local_acts", {"локальные акты", "local acts"}},
      {"other", {"иное", "other"}},
  });
};

/// Whose minutes they are.
enum class MinutesBody : unsigned char {
  mentors_council,
  pedagogical_council,
  methodical_council,
  subject_association,
  other
};
template <>
struct Codes<MinutesBody> {
  static constexpr std::string_view name = "minutes_body";
  static constexpr Text title{"чей протокол", "whose minutes they are"};
  static constexpr std::string_view clause = "12";
  static constexpr auto table = std::to_array<Code>({
      {"mentors_council",
       {"методическое объединение, комиссия или совет наставников", "union, commission or council of mentors"}},
      {"pedagogical_council", {"педагогический совет", "pedagogical council"}},
      {"methodical_council", {"методический совет", "methodical council"}},
      {"subject_association", {"методическое объединение учителей", "association of teachers of a subject"}},
      {"other", {"иной орган", "another body"}},
  });
};

/// Section of the final report.
enum class ReportSection : unsigned char {
  effectiveness,
  involvement,
  professional_development,
  program_results,
  legal_base,
  banks,
  monitoring,
  best_practices,
  problems
};
template <>
struct Codes<ReportSection> {
  static constexpr std::string_view name = "report_section";
  static constexpr Text title{"раздел итогового отчёта", "section of the final report"};
  static constexpr std::string_view clause = "11.11";
  static constexpr auto table = std::to_array<Code>({
      {"effectiveness", {"результативность системы", "results of the system"}},
      {"involvement", {"вовлечённость педагогов", "involvement of teachers"}},
      {"professional_development", {"повышение квалификации", "professional development"}},
      {"program_results", {"результаты программ", "results of programmes"}},
      {"legal_base", {"нормативная база", "legal base"}},
      {"banks", {"банки и числа", "banks and numbers"}},
      {"monitoring", {"мониторинг", "monitoring"}},
      {"best_practices", {"лучшие практики", "best practices"}},
      {"problems", {"трудности и предложения", "difficulties and proposals"}},
  });
};

/// What is published.
enum class PublicationKind : unsigned char {
  running_programs,
  mentor_base,
  mentee_base,
  best_cases,
  legal_base,
  guidelines,
  news,
  results,
  stage_coverage,
  other
};
template <>
struct Codes<PublicationKind> {
  static constexpr std::string_view name = "publication_kind";
  static constexpr Text title{"что размещено", "what is published"};
  static constexpr std::string_view clause = "21,22,row.7";
  static constexpr auto table = std::to_array<Code>({
      {"running_programs", {"реализуемые программы", "programmes in progress"}},
      {"mentor_base", {"база наставников", "base of mentors"}},
      {"mentee_base", {"база наставляемых", "base of mentees"}},
      {"best_cases", {"лучшие кейсы", "best cases"}},
      {"legal_base", {"нормативная база", "legal base"}},
      {"guidelines", {"методические рекомендации", "methodical guidelines"}},
      {"news", {"новости и анонсы", "news and announcements"}},
      {"results", {"результаты", "results"}},
      {"stage_coverage", {"освещение этапов", "coverage of the stages"}},
      {"other", {"иное", "other"}},
  });
};

/// Where it is published.
enum class Channel : unsigned char { site, social_network };
template <>
struct Codes<Channel> {
  static constexpr std::string_view name = "channel";
  static constexpr Text title{"где размещено", "where it is published"};
  static constexpr std::string_view clause = "21,row.7";
  static constexpr auto table = std::to_array<Code>({
      {"site", {"официальный сайт", "official site"}},
      {"social_network", {"социальная сеть", "social network"}},
  });
};

/// Level of the legal base.
enum class LegalLevel : unsigned char { federal, regional, local };
template <>
struct Codes<LegalLevel> {
  static constexpr std::string_view name = "legal_level";
  static constexpr Text title{"уровень нормативной базы", "level of the legal base"};
  static constexpr std::string_view clause = "21";
  static constexpr auto table = std::to_array<Code>({
      {"federal", {"федеральный", "federal"}},
      {"regional", {"региональный", "regional"}},
      {"local", {"локальный", "local"}},
  });
};

}  // namespace nastavnik
