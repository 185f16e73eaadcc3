#pragma once
#include <array>
#include <string_view>

#include "base/words.h"
#include "model/types.h"
#include "source/finding.h"

// What an organisation is asked about itself, its orders and the way its registry is checked. What codes are: codes.h.

namespace nastavnik {

template <>
struct Codes<Language> {
  static constexpr std::string_view name = "language";
  static constexpr Text title{"язык сообщений", "language of the messages"};
  static constexpr std::string_view clause = "";
  static constexpr auto table = std::to_array<Code>({
      {"ru", {"русский", "Russian"}},
      {"en", {"английский", "English"}},
  });
};

/// Pack of rules.
enum class Pack : unsigned char { nso564, tk351_8, pd152, order779 };
template <>
struct Codes<Pack> {
  static constexpr std::string_view name = "pack";
  static constexpr Text title{"набор правил", "pack of rules"};
  static constexpr std::string_view clause = "";
  static constexpr auto table = std::to_array<Code>({
      {"nso564", {"положение (все P…, RM…)", "the regulation (all P…, RM…)"}},
      {"tk351_8", {"статья 351.8 ТК РФ (TK…)", "Article 351.8 of the Labour Code (TK…)"}},
      {"pd152", {"персональные данные (PD…, P21-5)", "personal data (PD…, P21-5)"}},
      {"order779", {"нагрузка педагогов (DOC-1)", "teachers' paperwork (DOC-1)"}},
  });
};

template <>
struct Codes<Severity> {
  static constexpr std::string_view name = "severity";
  static constexpr Text title{"строгость", "severity"};
  static constexpr std::string_view clause = "";
  static constexpr auto table = std::to_array<Code>({
      {"error", {"нарушение", "error"}},
      {"warning", {"предупреждение", "warning"}},
      {"info", {"совет", "advice"}},
      {"silent", {"не сообщать", "not reported"}},
  });
};

/// What counts as a year.
enum class YearBasis : unsigned char { school, calendar, rolling };
template <>
struct Codes<YearBasis> {
  static constexpr std::string_view name = "year_basis";
  static constexpr Text title{"что считать годом", "what counts as a year"};
  static constexpr std::string_view clause = "11.2";
  static constexpr auto table = std::to_array<Code>({
      {"school", {"учебный год", "school year"}},
      {"calendar", {"календарный год", "calendar year"}},
      {"rolling", {"365 дней от последней записи", "365 days since the last record"}},
  });
};

/// Whose organisation it is.
enum class Subordination : unsigned char { state_regional, municipal, private_, other };
template <>
struct Codes<Subordination> {
  static constexpr std::string_view name = "subordination";
  static constexpr Text title{"чья организация", "whose organisation it is"};
  static constexpr std::string_view clause = "order.2,order.5";
  static constexpr auto table = std::to_array<Code>({
      {"state_regional", {"подведомственная министерству", "under the ministry"}},
      {"municipal", {"муниципальная", "municipal"}},
      {"private", {"частная", "private"}},
      {"other", {"иное", "other"}},
  });
};

/// On what footing the curator serves.
enum class CuratorBasis : unsigned char { deputy_head, social_partner, head, other_staff };
template <>
struct Codes<CuratorBasis> {
  static constexpr std::string_view name = "curator_basis";
  static constexpr Text title{"кем работает куратор", "on what footing the curator serves"};
  static constexpr std::string_view clause = "2,11.1";
  static constexpr auto table = std::to_array<Code>({
      {"deputy_head", {"заместитель руководителя", "deputy head"}},
      {"social_partner", {"сотрудник социального партнёра", "employee of a social partner"}},
      {"head", {"сам руководитель (заместителей нет)", "the head (there are no deputies)"}},
      {"other_staff", {"другой работник (заместителей нет)", "another employee (there are no deputies)"}},
  });
};

/// Kind of partner.
enum class PartnerKind : unsigned char {
  school,
  vocational,
  university,
  further_education,
  culture,
  sport,
  enterprise,
  other
};
template <>
struct Codes<PartnerKind> {
  static constexpr std::string_view name = "partner_kind";
  static constexpr Text title{"вид партнёра", "kind of partner"};
  static constexpr std::string_view clause = "2";
  static constexpr auto table = std::to_array<Code>({
      {"school", {"общеобразовательная организация", "general education school"}},
      {"vocational", {"профессиональная образовательная организация", "vocational college"}},
      {"university", {"учреждение высшего образования", "institution of higher education"}},
      {"further_education", {"дополнительное профессиональное образование", "further professional education"}},
      {"culture", {"учреждение культуры", "cultural institution"}},
      {"sport", {"учреждение спорта", "sports institution"}},
      {"enterprise", {"предприятие", "enterprise"}},
      {"other", {"иное", "other"}},
  });
};

/// Kind of agreement with a partner.
enum class AgreementKind : unsigned char { cooperation, social_partnership };
template <>
struct Codes<AgreementKind> {
  static constexpr std::string_view name = "agreement_kind";
  static constexpr Text title{"вид договора с партнёром", "kind of agreement with a partner"};
  static constexpr std::string_view clause = "10.6";
  static constexpr auto table = std::to_array<Code>({
      {"cooperation", {"договор о сотрудничестве", "cooperation agreement"}},
      {"social_partnership", {"договор о социальном партнёрстве", "social partnership agreement"}},
  });
};

/// Kind of council of mentors.
enum class CouncilKind : unsigned char { union_, commission, council };
template <>
struct Codes<CouncilKind> {
  static constexpr std::string_view name = "council_kind";
  static constexpr Text title{"вид объединения наставников", "kind of council of mentors"};
  static constexpr std::string_view clause = "12";
  static constexpr auto table = std::to_array<Code>({
      {"union", {"методическое объединение", "methodical union"}},
      {"commission", {"комиссия", "commission"}},
      {"council", {"совет", "council"}},
  });
};

/// Role in the council.
enum class CouncilRole : unsigned char { chair, secretary, member };
template <>
struct Codes<CouncilRole> {
  static constexpr std::string_view name = "council_role";
  static constexpr Text title{"роль в объединении", "role in the council"};
  static constexpr std::string_view clause = "12";
  static constexpr auto table = std::to_array<Code>({
      {"chair", {"председатель", "chair"}},
      {"secretary", {"секретарь", "secretary"}},
      {"member", {"член", "member"}},
  });
};

/// Who is responsible by office.
enum class DutyRole : unsigned char { head, curator, system_administrator, council, mentors, mentees };
template <>
struct Codes<DutyRole> {
  static constexpr std::string_view name = "duty_role";
  static constexpr Text title{"ответственный по должности", "who is responsible by office"};
  static constexpr std::string_view clause = "appendix";
  static constexpr auto table = std::to_array<Code>({
      {"head", {"руководитель", "head"}},
      {"curator", {"куратор", "curator"}},
      {"system_administrator", {"системный администратор", "system administrator"}},
      {"council", {"методическое объединение", "council of mentors"}},
      {"mentors", {"наставники", "mentors"}},
      {"mentees", {"наставляемые", "mentees"}},
  });
};

/// To whom it was handed.
enum class Addressee : unsigned char { head, curator };
template <>
struct Codes<Addressee> {
  static constexpr std::string_view name = "addressee";
  static constexpr Text title{"кому подано", "to whom it was handed"};
  static constexpr std::string_view clause = "13.3,15.5";
  static constexpr auto table = std::to_array<Code>({
      {"head", {"руководителю", "to the head"}},
      {"curator", {"куратору", "to the curator"}},
  });
};

/// What an order decides.
enum class OrderKind : unsigned char {
  approve_regulation,
  amend_regulation,
  local_act,
  appoint_curator,
  approve_roadmap,
  approve_council,
  appoint_mentors,
  approve_mentees,
  assign_pairs,
  change_pairs,
  end_pairs,
  relieve_mentor,
  release_from_duties,
  payment,
  incentive
};
template <>
struct Codes<OrderKind> {
  static constexpr std::string_view name = "order_kind";
  static constexpr Text title{"что решает приказ", "what an order decides"};
  static constexpr std::string_view clause = "4,8,9,10,11,13,18,24";
  static constexpr auto table = std::to_array<Code>({
      {"approve_regulation", {"утвердить положение", "approve the regulation"}},
      {"amend_regulation", {"изменить положение", "amend the regulation"}},
      {"local_act", {"иной локальный акт", "another local act"}},
      {"appoint_curator", {"назначить куратора", "appoint a curator"}},
      {"approve_roadmap", {"утвердить дорожную карту", "approve the roadmap"}},
      {"approve_council", {"утвердить состав объединения", "approve the council"}},
      {"appoint_mentors", {"назначить наставников", "appoint mentors"}},
      {"approve_mentees", {"утвердить наставляемых", "approve mentees"}},
      {"assign_pairs", {"закрепить пары и группы", "assign pairs and groups"}},
      {"change_pairs", {"изменить пары и группы", "change pairs and groups"}},
      {"end_pairs", {"прекратить пары и группы", "end pairs and groups"}},
      {"relieve_mentor", {"сложить обязанности наставника", "relieve a mentor"}},
      {"release_from_duties", {"освободить от обязанностей (п. 4)", "release from duties (clause 4)"}},
      {"payment", {"оплата наставничества", "pay for mentoring"}},
      {"incentive", {"поощрить наставников", "reward mentors"}},
  });
};

/// Model regulation.
enum class RegulationModel : unsigned char { nso_564_2022 };
template <>
struct Codes<RegulationModel> {
  static constexpr std::string_view name = "model";
  static constexpr Text title{"примерное положение", "model regulation"};
  static constexpr std::string_view clause = "order.1";
  static constexpr auto table = std::to_array<Code>({
      {"nso_564_2022",
       {"примерное положение, приказ Минобразования Новосибирской области от 25.03.2022 № 564",
        "model regulation, order No. 564 of the Ministry of Education of Novosibirsk oblast of 2022-03-25"}},
  });
};

}  // namespace nastavnik
