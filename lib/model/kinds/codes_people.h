#pragma once
#include <array>
#include <string_view>

#include "base/words.h"
#include "model/types.h"

// People, their consents, and the two banks. What codes are: codes.h.

namespace nastavnik {

/// Category of a position.
enum class PositionCategory : unsigned char { head, deputy_head, teaching_staff, other_staff, student };
template <>
struct Codes<PositionCategory> {
  static constexpr std::string_view name = "position_category";
  static constexpr Text title{"категория должности", "category of a position"};
  static constexpr std::string_view clause = "2";
  static constexpr auto table = std::to_array<Code>({
      {"head", {"руководитель", "head"}},
      {"deputy_head", {"заместитель руководителя", "deputy head"}},
      {"teaching_staff", {"педагогический работник", "teaching staff"}},
      {"other_staff", {"иной работник", "other staff"}},
      {"student", {"студент", "student"}},
  });
};

/// Qualification category.
enum class Qualification : unsigned char { conformity, first, highest, methodist, mentor };
template <>
struct Codes<Qualification> {
  static constexpr std::string_view name = "qualification";
  static constexpr Text title{"квалификационная категория", "qualification category"};
  static constexpr std::string_view clause = "7";
  static constexpr auto table = std::to_array<Code>({
      {"conformity", {"соответствие занимаемой должности", "conforms to the position"}},
      {"first", {"первая", "first"}},
      {"highest", {"высшая", "highest"}},
      {"methodist", {"педагог-методист", "teacher-methodologist"}},
      {"mentor", {"педагог-наставник", "teacher-mentor"}},
  });
};

/// What is consented to.
enum class ConsentKind : unsigned char {
  mentor_appointment,
  participation,
  helper,
  pd_processing,
  pd_dissemination,
  parent
};
template <>
struct Codes<ConsentKind> {
  static constexpr std::string_view name = "consent_kind";
  static constexpr Text title{"на что дано согласие", "what is consented to"};
  static constexpr std::string_view clause = "9,10.5,13.1,row.2,row.3";
  static constexpr auto table = std::to_array<Code>({
      {"mentor_appointment", {"быть наставником", "to be a mentor"}},
      {"participation", {"дополнительные обязанности в паре или группе", "additional duties in a pair or group"}},
      {"helper", {"помогать наставнику", "to help a mentor"}},
      {"pd_processing", {"обработка персональных данных", "processing of personal data"}},
      {"pd_dissemination", {"распространение персональных данных", "dissemination of personal data"}},
      {"parent", {"участие несовершеннолетнего (даёт родитель)", "taking part of a minor (given by a parent)"}},
  });
};

/// How a consent was given.
enum class ConsentForm : unsigned char { paper, electronic, oral };
template <>
struct Codes<ConsentForm> {
  static constexpr std::string_view name = "consent_form";
  static constexpr Text title{"как дано согласие", "how a consent was given"};
  static constexpr std::string_view clause = "9";
  static constexpr auto table = std::to_array<Code>({
      {"paper", {"на бумаге, с подписью", "on paper, signed"}},
      {"electronic", {"электронный документ", "electronic document"}},
      {"oral", {"устно (только для помощника, 13.1)", "orally (only for a helper, 13.1)"}},
  });
};

/// Kind of electronic signature.
enum class SignatureKind : unsigned char { simple, enhanced, qualified };
template <>
struct Codes<SignatureKind> {
  static constexpr std::string_view name = "signature_kind";
  static constexpr Text title{"вид электронной подписи", "kind of electronic signature"};
  static constexpr std::string_view clause = "9";
  static constexpr auto table = std::to_array<Code>({
      {"simple", {"простая", "simple"}},
      {"enhanced", {"усиленная неквалифицированная", "enhanced, unqualified"}},
      {"qualified", {"усиленная квалифицированная", "enhanced, qualified"}},
  });
};

/// Which data about a person.
enum class DataField : unsigned char {
  full_name,
  photo,
  position,
  subjects,
  qualification,
  experience,
  achievements,
  birth_date,
  phone,
  email,
  address,
  difficulties,
  survey_answers,
  personnel_proposals
};
template <>
struct Codes<DataField> {
  static constexpr std::string_view name = "data_field";
  static constexpr Text title{"какие данные о человеке", "which data about a person"};
  static constexpr std::string_view clause = "21";
  static constexpr auto table = std::to_array<Code>({
      {"full_name", {"фамилия, имя, отчество", "full name"}},
      {"photo", {"фотография", "photograph"}},
      {"position", {"должность", "position"}},
      {"subjects", {"предметы", "subjects"}},
      {"qualification", {"категория", "qualification"}},
      {"experience", {"опыт", "experience"}},
      {"achievements", {"достижения", "achievements"}},
      {"birth_date", {"дата рождения", "date of birth"}},
      {"phone", {"телефон", "telephone"}},
      {"email", {"электронная почта", "e-mail"}},
      {"address", {"адрес", "address"}},
      {"difficulties", {"затруднения", "difficulties"}},
      {"survey_answers", {"ответы анкет", "answers to surveys"}},
      {"personnel_proposals", {"предложения по п. 14.6", "proposals under clause 14.6"}},
  });
};

/// Why someone left the bank.
enum class LeftReason : unsigned char { left_organization, own_wish, need_met, valid_circumstances, erased, other };
template <>
struct Codes<LeftReason> {
  static constexpr std::string_view name = "left_reason";
  static constexpr Text title{"почему выбыл из банка", "why someone left the bank"};
  static constexpr std::string_view clause = "11.5";
  static constexpr auto table = std::to_array<Code>({
      {"left_organization", {"уволился", "left the organisation"}},
      {"own_wish", {"по своему желанию", "by own wish"}},
      {"need_met", {"помощь больше не нужна", "help is no longer needed"}},
      {"valid_circumstances", {"уважительные обстоятельства", "valid circumstances"}},
      {"erased", {"данные удалены", "data erased"}},
      {"other", {"иное", "other"}},
  });
};

/// Topic.
enum class Topic : unsigned char {
  subject_content,
  teaching_methods,
  upbringing,
  lessons_extracurricular,
  psych_support,
  digital,
  adaptation,
  ethics,
  legal_requirements,
  new_trends
};
template <>
struct Codes<Topic> {
  static constexpr std::string_view name = "topic";
  static constexpr Text title{"тема", "topic"};
  static constexpr std::string_view clause = "6,7,12.3";
  static constexpr auto table = std::to_array<Code>({
      {"subject_content", {"предметное содержание", "subject content"}},
      {"teaching_methods", {"методика обучения и преподавания", "teaching and learning methods"}},
      {"upbringing", {"воспитательная деятельность", "upbringing"}},
      {"lessons_extracurricular", {"урочная и внеурочная деятельность", "lessons and extracurricular work"}},
      {"psych_support", {"психолого-педагогическое сопровождение", "psychological and pedagogical support"}},
      {"digital", {"цифровая среда", "digital environment"}},
      {"adaptation", {"адаптация, традиции и уклад", "adaptation, traditions and way of life"}},
      {"ethics", {"профессиональная этика", "professional ethics"}},
      {"legal_requirements", {"требования законодательства", "requirements of the law"}},
      {"new_trends", {"новые тенденции и технологии", "new trends and technologies"}},
  });
};

/// Why the mentor's duties ended.
enum class AppointmentEnd : unsigned char {
  resigned,
  cancelled_by_employer,
  left_organization,
  term_ended,
  valid_circumstances,
  other
};
template <>
struct Codes<AppointmentEnd> {
  static constexpr std::string_view name = "appointment_end";
  static constexpr Text title{"почему обязанности наставника прекращены", "why the mentor's duties ended"};
  static constexpr std::string_view clause = "13.3";
  static constexpr auto table = std::to_array<Code>({
      {"resigned", {"по заявлению наставника", "at the mentor's request"}},
      {"cancelled_by_employer", {"отменено работодателем", "cancelled by the employer"}},
      {"left_organization", {"уволился", "left the organisation"}},
      {"term_ended", {"срок истёк", "the term ran out"}},
      {"valid_circumstances", {"уважительные обстоятельства", "valid circumstances"}},
      {"other", {"иное", "other"}},
  });
};

/// Kind of labour document.
enum class LabourDocument : unsigned char { contract, addendum };
template <>
struct Codes<LabourDocument> {
  static constexpr std::string_view name = "labour_document";
  static constexpr Text title{"вид трудового документа", "kind of labour document"};
  static constexpr std::string_view clause = "tk351.8";
  static constexpr auto table = std::to_array<Code>({
      {"contract", {"трудовой договор", "employment contract"}},
      {"addendum", {"дополнительное соглашение", "supplementary agreement"}},
  });
};

/// What the labour document states.
enum class LabourPart : unsigned char { content, term, form, payment_size, payment_conditions };
template <>
struct Codes<LabourPart> {
  static constexpr std::string_view name = "labour_part";
  static constexpr Text title{"что записано в трудовом документе", "what the labour document states"};
  static constexpr std::string_view clause = "tk351.8";
  static constexpr auto table = std::to_array<Code>({
      {"content", {"содержание", "content of the work"}},
      {"term", {"срок", "term"}},
      {"form", {"форма", "form"}},
      {"payment_size", {"размер оплаты", "amount of pay"}},
      {"payment_conditions", {"условия оплаты", "conditions of pay"}},
  });
};

/// Kind of training.
enum class TrainingKind : unsigned char { course, internship, setting_session, consultation, experience_exchange };
template <>
struct Codes<TrainingKind> {
  static constexpr std::string_view name = "training_kind";
  static constexpr Text title{"вид обучения", "kind of training"};
  static constexpr std::string_view clause = "11.8,row.4";
  static constexpr auto table = std::to_array<Code>({
      {"course", {"курсы", "courses"}},
      {"internship", {"стажировка", "internship"}},
      {"setting_session", {"установочная сессия", "introductory session"}},
      {"consultation", {"консультация", "consultation"}},
      {"experience_exchange", {"обмен опытом", "exchange of experience"}},
  });
};

/// Decision on a request.
enum class Decision : unsigned char { granted, rejected, withdrawn };
template <>
struct Codes<Decision> {
  static constexpr std::string_view name = "decision";
  static constexpr Text title{"решение по заявлению", "decision on a request"};
  static constexpr std::string_view clause = "13.3,15.5";
  static constexpr auto table = std::to_array<Code>({
      {"granted", {"удовлетворено", "granted"}},
      {"rejected", {"отказано", "rejected"}},
      {"withdrawn", {"отозвано", "withdrawn"}},
  });
};

/// Category of a mentee.
enum class MenteeCategory : unsigned char {
  young,
  beginner,
  newly_hired,
  after_break,
  new_position,
  with_difficulties,
  student,
  other
};
template <>
struct Codes<MenteeCategory> {
  static constexpr std::string_view name = "mentee_category";
  static constexpr Text title{"категория наставляемого", "category of a mentee"};
  static constexpr std::string_view clause = "12.2";
  static constexpr auto table = std::to_array<Code>({
      {"young", {"молодой специалист", "young specialist"}},
      {"beginner", {"начинающий", "beginner"}},
      {"newly_hired", {"вновь принятый", "newly hired"}},
      {"after_break", {"после перерыва", "after a break"}},
      {"new_position", {"в новой должности", "in a new position"}},
      {"with_difficulties", {"испытывающий затруднения", "has difficulties"}},
      {"student", {"студент", "student"}},
      {"other", {"иное", "other"}},
  });
};

/// Kind of support.
enum class SupportKind : unsigned char { support, mentor_search };
template <>
struct Codes<SupportKind> {
  static constexpr std::string_view name = "support_kind";
  static constexpr Text title{"вид поддержки", "kind of support"};
  static constexpr std::string_view clause = "row.5";
  static constexpr auto table = std::to_array<Code>({
      {"support", {"психолого-педагогическая поддержка", "psychological and pedagogical support"}},
      {"mentor_search", {"поиск наставника", "search for a mentor"}},
  });
};

/// Level.
enum class Level : unsigned char { school, municipal, regional, federal };
template <>
struct Codes<Level> {
  static constexpr std::string_view name = "level";
  static constexpr Text title{"уровень", "level"};
  static constexpr std::string_view clause = "10.6,14.7";
  static constexpr auto table = std::to_array<Code>({
      {"school", {"в организации", "within the organisation"}},
      {"municipal", {"муниципальный", "municipal"}},
      {"regional", {"региональный", "regional"}},
      {"federal", {"федеральный", "federal"}},
  });
};

}  // namespace nastavnik
