#pragma once
#include <array>
#include <string_view>

#include "base/words.h"
#include "model/types.h"

// Pairs and programmes. What codes are: codes.h.

namespace nastavnik {

/// Form of mentoring: who mentors whom.
enum class RoleForm : unsigned char { teacher_teacher, head_teacher, employer_student, uni_young_teacher, other };
template <>
struct Codes<RoleForm> {
  static constexpr std::string_view name = "role_form";
  static constexpr Text title{"форма наставничества: кто кому наставник", "form of mentoring: who mentors whom"};
  static constexpr std::string_view clause = "7";
  static constexpr auto table = std::to_array<Code>({
      {"teacher_teacher", {"«педагог – педагог»", "teacher to teacher"}},
      {"head_teacher", {"«руководитель образовательной организации – педагог»", "head of the organisation to teacher"}},
      {"employer_student", {"«работодатель – студент»", "employer to student"}},
      {"uni_young_teacher",
       {"«педагог вуза/колледжа – молодой педагог организации»", "university or college teacher to young teacher"}},
      {"other", {"иное", "other"}},
  });
};

/// Kind of mentoring.
enum class MentoringKind : unsigned char {
  virtual_,
  group,
  short_term,
  reverse,
  situational,
  speed,
  traditional,
  other
};
template <>
struct Codes<MentoringKind> {
  static constexpr std::string_view name = "kind";
  static constexpr Text title{"вид наставничества", "kind of mentoring"};
  static constexpr std::string_view clause = "7";
  static constexpr auto table = std::to_array<Code>({
      {"virtual", {"виртуальное (дистанционное)", "virtual (remote)"}},
      {"group", {"в группе", "in a group"}},
      {"short_term", {"краткосрочное или целеполагающее", "short-term or goal-setting"}},
      {"reverse", {"реверсивное", "reverse"}},
      {"situational", {"ситуационное", "situational"}},
      {"speed", {"скоростное", "speed"}},
      {"traditional", {"традиционное («один-на-один»)", "traditional (one to one)"}},
      {"other", {"иное", "other"}},
  });
};

/// Criterion of choice.
enum class Criterion : unsigned char { experience, skills, personal_qualities, topic_match, other };
template <>
struct Codes<Criterion> {
  static constexpr std::string_view name = "criterion";
  static constexpr Text title{"критерий отбора", "criterion of choice"};
  static constexpr std::string_view clause = "7";
  static constexpr auto table = std::to_array<Code>({
      {"experience", {"опыт", "experience"}},
      {"skills", {"навыки", "skills"}},
      {"personal_qualities", {"личностные характеристики", "personal qualities"}},
      {"topic_match", {"соответствие запросу", "match with the request"}},
      {"other", {"иное", "other"}},
  });
};

/// In person or remotely.
enum class MeetingFormat : unsigned char { in_person, remote };
template <>
struct Codes<MeetingFormat> {
  static constexpr std::string_view name = "meeting_format";
  static constexpr Text title{"очно или дистанционно", "in person or remotely"};
  static constexpr std::string_view clause = "7";
  static constexpr auto table = std::to_array<Code>({
      {"in_person", {"очно", "in person"}},
      {"remote", {"дистанционно", "remotely"}},
  });
};

/// What a meeting was.
enum class MeetingForm : unsigned char { visit, consultation, analysis, joint_lesson, talk, other };
template <>
struct Codes<MeetingForm> {
  static constexpr std::string_view name = "meeting_form";
  static constexpr Text title{"форма встречи", "form of the meeting"};
  static constexpr std::string_view clause = "7";
  static constexpr auto table = std::to_array<Code>({
      {"visit", {"посещение урока или занятия", "visit to a lesson"}},
      {"consultation", {"консультация", "consultation"}},
      {"analysis", {"разбор урока или занятия", "analysis of a lesson"}},
      {"joint_lesson", {"совместное занятие", "joint lesson"}},
      {"talk", {"беседа", "talk"}},
      {"other", {"иное", "other"}},
  });
};

/// Why the pair ended.
enum class PairEnd : unsigned char {
  program_ended,
  mentor_replaced,
  composition_changed,
  participant_left,
  consent_withdrawn,
  valid_circumstances,
  other
};
template <>
struct Codes<PairEnd> {
  static constexpr std::string_view name = "pair_end";
  static constexpr Text title{"почему пара прекращена", "why the pair ended"};
  static constexpr std::string_view clause = "19";
  static constexpr auto table = std::to_array<Code>({
      {"program_ended", {"программа завершена", "the programme ended"}},
      {"mentor_replaced", {"наставник заменён", "the mentor was replaced"}},
      {"composition_changed", {"изменён состав", "the composition changed"}},
      {"participant_left", {"участник выбыл", "a participant left"}},
      {"consent_withdrawn", {"отозвано согласие", "a consent was withdrawn"}},
      {"valid_circumstances", {"уважительные обстоятельства", "valid circumstances"}},
      {"other", {"иное", "other"}},
  });
};

/// Reward or discipline.
enum class PersonnelProposal : unsigned char { reward, discipline };
template <>
struct Codes<PersonnelProposal> {
  static constexpr std::string_view name = "personnel_proposal";
  static constexpr Text title{"поощрение или взыскание", "reward or discipline"};
  static constexpr std::string_view clause = "14.6";
  static constexpr auto table = std::to_array<Code>({
      {"reward", {"поощрение", "reward"}},
      {"discipline", {"дисциплинарное взыскание", "disciplinary measure"}},
  });
};

/// Task of mentoring.
enum class Task : unsigned char {
  environment,
  digital,
  partnership,
  competencies,
  retention,
  adaptation,
  knowledge,
  growth,
  conduct,
  methods
};
template <>
struct Codes<Task> {
  static constexpr std::string_view name = "task";
  static constexpr Text title{"задача системы наставничества", "task of mentoring"};
  static constexpr std::string_view clause = "6";
  static constexpr auto table = std::to_array<Code>({
      {"environment", {"1) психологически комфортная среда", "1) psychologically comfortable environment"}},
      {"digital", {"2) цифровая среда", "2) digital environment"}},
      {"partnership", {"3) партнёрские связи", "3) partnerships"}},
      {"competencies", {"4) компетенции и технологии", "4) competences and technologies"}},
      {"retention", {"5) закрепление в профессии", "5) retention in the profession"}},
      {"adaptation", {"6) адаптация", "6) adaptation"}},
      {"knowledge", {"7) знания и навыки", "7) knowledge and skills"}},
      {"growth", {"8) профессиональное становление", "8) professional growth"}},
      {"conduct", {"9) профессиональное поведение", "9) professional conduct"}},
      {"methods", {"10) формы и методы работы", "10) forms and methods of work"}},
  });
};

/// Means of communication.
enum class Tool : unsigned char { videoconference, lms, social_network, online_community, portal, other };
template <>
struct Codes<Tool> {
  static constexpr std::string_view name = "tool";
  static constexpr Text title{"средство связи", "means of communication"};
  static constexpr std::string_view clause = "7";
  static constexpr auto table = std::to_array<Code>({
      {"videoconference", {"видеоконференции", "videoconferences"}},
      {"lms", {"платформы для дистанционного обучения", "platforms for distance learning"}},
      {"social_network", {"социальные сети", "social networks"}},
      {"online_community", {"онлайн-сообщества", "online communities"}},
      {"portal", {"тематические интернет-порталы", "topical web portals"}},
      {"other", {"иное", "other"}},
  });
};

/// Direction of reverse mentoring.
enum class Leg : unsigned char { young_to_experienced, experienced_to_young };
template <>
struct Codes<Leg> {
  static constexpr std::string_view name = "leg";
  static constexpr Text title{"направление реверсивного наставничества", "direction of reverse mentoring"};
  static constexpr std::string_view clause = "7";
  static constexpr auto table = std::to_array<Code>({
      {"young_to_experienced", {"младший наставляет опытного", "the younger mentors the experienced"}},
      {"experienced_to_young", {"опытный наставляет молодого", "the experienced mentors the young"}},
  });
};

/// What a mentor concludes on a mentee.
enum class Readiness : unsigned char { ready, on_conditions, not_ready, other };
template <>
struct Codes<Readiness> {
  static constexpr std::string_view name = "readiness";
  static constexpr Text title{"вывод наставника о наставляемом", "conclusion of the mentor on the mentee"};
  static constexpr std::string_view clause = "13.4";
  static constexpr auto table = std::to_array<Code>({
      {"ready", {"готов(а) к самостоятельной работе", "ready to work on their own"}},
      {"on_conditions", {"готов(а) при условиях", "ready on conditions"}},
      {"not_ready", {"пока не готов(а)", "not ready yet"}},
      {"other", {"иное", "other"}},
  });
};

/// When a survey is held.
enum class SurveyStage : unsigned char { start, end };
template <>
struct Codes<SurveyStage> {
  static constexpr std::string_view name = "survey_stage";
  static constexpr Text title{"когда проведена анкета", "when the survey was held"};
  static constexpr std::string_view clause = "row.6";
  static constexpr auto table = std::to_array<Code>({
      {"start", {"на входе: в начале программы", "at the start of the programme"}},
      {"end", {"на выходе: по итогам программы", "at the end of the programme"}},
  });
};

/// What changes in the programme.
enum class Amended : unsigned char { term, plan, form, content };
template <>
struct Codes<Amended> {
  static constexpr std::string_view name = "change";
  static constexpr Text title{"что меняется в программе", "what changes in the programme"};
  static constexpr std::string_view clause = "20";
  static constexpr auto table = std::to_array<Code>({
      {"term", {"изменение срока", "change of the term"}},
      {"plan", {"план мероприятий", "plan of activities"}},
      {"form", {"форма (виды) наставничества", "form (kinds) of mentoring"}},
      {"content", {"иное содержание", "other content"}},
  });
};

/// Ground for ending.
enum class Ground : unsigned char { plan_completed, by_initiative, by_curator };
template <>
struct Codes<Ground> {
  static constexpr std::string_view name = "ground";
  static constexpr Text title{"основание завершения", "ground for ending"};
  static constexpr std::string_view clause = "19";
  static constexpr auto table = std::to_array<Code>({
      {"plan_completed", {"1) план выполнен в полном объёме", "1) the plan is carried out in full"}},
      {"by_initiative",
       {"2) по инициативе наставника, наставляемого или обоюдному решению",
        "2) on the initiative of the mentor, of the mentee or by mutual decision"}},
      {"by_curator", {"3) по инициативе куратора", "3) on the initiative of the curator"}},
  });
};

/// On whose initiative.
enum class Initiator : unsigned char { mentor, mentee, mutual, curator };
template <>
struct Codes<Initiator> {
  static constexpr std::string_view name = "initiator";
  static constexpr Text title{"по чьей инициативе", "on whose initiative"};
  static constexpr std::string_view clause = "19";
  static constexpr auto table = std::to_array<Code>({
      {"mentor", {"наставник", "mentor"}},
      {"mentee", {"наставляемый", "mentee"}},
      {"mutual", {"обоюдно", "mutual"}},
      {"curator", {"куратор", "curator"}},
  });
};

/// On whose side the cause lies.
enum class Side : unsigned char { mentor, mentee, both, neither };
template <>
struct Codes<Side> {
  static constexpr std::string_view name = "side";
  static constexpr Text title{"на чьей стороне причина", "on whose side the cause lies"};
  static constexpr std::string_view clause = "19.3";
  static constexpr auto table = std::to_array<Code>({
      {"mentor", {"наставник", "mentor"}},
      {"mentee", {"наставляемый", "mentee"}},
      {"both", {"обе стороны", "both sides"}},
      {"neither", {"ни одна (форс-мажор)", "neither (force majeure)"}},
  });
};

/// Circumstance of the ending.
enum class Circumstance : unsigned char {
  health,
  leave,
  dismissal,
  transfer,
  workload,
  incompatibility,
  reorganization,
  participant_left,
  mentor_replaced,
  improper_performance,
  force_majeure,
  statutory_refusal,
  other
};
template <>
struct Codes<Circumstance> {
  static constexpr std::string_view name = "circumstance";
  static constexpr Text title{"обстоятельство завершения", "circumstance of the ending"};
  static constexpr std::string_view clause = "19.2,19.3";
  static constexpr auto table = std::to_array<Code>({
      {"health", {"здоровье", "health"}},
      {"leave", {"длительный отпуск", "long leave"}},
      {"dismissal", {"увольнение", "dismissal"}},
      {"transfer", {"перевод", "transfer"}},
      {"workload", {"нагрузка", "workload"}},
      {"incompatibility", {"несовместимость", "incompatibility"}},
      {"reorganization", {"реорганизация", "reorganisation"}},
      {"participant_left", {"участник выбыл", "a participant left"}},
      {"mentor_replaced", {"замена наставника", "the mentor was replaced"}},
      {"improper_performance", {"недолжное исполнение", "improper performance"}},
      {"force_majeure", {"форс-мажор", "force majeure"}},
      {"statutory_refusal", {"отказ по ст. 351.8 ТК РФ", "refusal under Article 351.8 of the Labour Code"}},
      {"other", {"иное", "other"}},
  });
};

}  // namespace nastavnik
