#include "document/catalogue.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <unordered_map>

#include <fmt/format.h>

#include "base/embedded.h"
#include "document/papers.h"
#include "document/subjects.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/notions/positions.h"

namespace nastavnik {
namespace embedded {
std::span<const Embedded> papers();
}
namespace {

using enum DocumentGroup;

constexpr std::array<GroupName, 7> groups{{
    {orders, "orders", {"приказы", "orders"}},
    {consents, "consents", {"согласия", "consents"}},
    {labour, "labour", {"трудовые документы", "labour papers"}},
    {programs, "programs", {"программы наставничества", "programmes"}},
    {requests, "requests", {"заявления", "requests"}},
    {forms, "forms", {"анкеты, листы и протоколы", "forms, sheets and minutes"}},
    {school, "school", {"положение и дорожная карта", "regulation and roadmap"}},
}};

template <class... Kinds>
constexpr unsigned deciding(Kinds... kinds) {
  return ((1U << static_cast<unsigned>(kinds)) | ...);
}

// clang-format off
constexpr std::array<DocumentKind, 37> table{{
    {"order", orders, {"приказ целиком, что бы он ни решал", "an order as a whole, whatever it decides"}, "8,9,10", subjects::decisions, papers::order, true, {"приказа с такими решениями нет: впишите решение (pairs, mentors, years, organization.yaml)", "there is no order with such decisions: enter the decision (pairs, mentors, years, organization.yaml)"}, {"это уже решено", "this is decided already"}, 0, true},
    {"order-regulation", orders, {"приказ об утверждении положения", "order approving the regulation"}, "8,10.2", subjects::the_school, papers::order_regulation, false, {}, {"положение уже утверждено", "the regulation is approved already"}, deciding(OrderKind::approve_regulation)},
    {"order-curator", orders, {"приказ о назначении куратора", "order appointing the curator"}, "10.3,11.1", subjects::curators, papers::order_curator, false, {"в organization.yaml нет curators: впишите куратора", "organization.yaml has no curators: enter one"}, {"куратор уже назначен", "the curator is appointed already"}, deciding(OrderKind::appoint_curator)},
    {"order-roadmap", orders, {"приказ об утверждении дорожной карты", "order approving the roadmap"}, "10.4", subjects::years, papers::order_roadmap, false, {"в учебном году нет roadmap: впишите дорожную карту", "the school year has no roadmap: enter it"}, {"дорожная карта уже утверждена", "the roadmap is approved already"}, deciding(OrderKind::approve_roadmap)},
    {"order-council", orders, {"приказ о составе объединения наставников", "order on the council of mentors"}, "11.3,12", subjects::councils, papers::order_council, false, {"в organization.yaml нет councils: впишите объединение", "organization.yaml has no councils: enter one"}, {"объединение уже утверждено", "the council is approved already"}, deciding(OrderKind::approve_council)},
    {"order-pairs", orders, {"приказ о назначении наставников и закреплении пар и групп", "order appointing mentors and assigning pairs and groups"}, "9,10.5,18", subjects::assigned_pairs, papers::order_pairs, true, {"такой пары или группы нет: нужна запись в pairs", "there is no such pair or group: a record in pairs is wanted"}, {"пара уже закреплена", "the pair is assigned already"}, deciding(OrderKind::appoint_mentors, OrderKind::approve_mentees, OrderKind::assign_pairs)},
    {"order-change-pairs", orders, {"приказ об изменении состава групп", "order changing groups"}, "10.5,18", subjects::changed_groups, papers::order_change_pairs, true, {"в группе никто не прибыл и не выбыл: впишите from или to у того, кто в mentees", "nobody joined or left the group: enter from or to of who is in mentees"}, {"состав группы уже изменён", "the group is changed already"}, deciding(OrderKind::approve_mentees, OrderKind::change_pairs)},
    {"order-end-pairs", orders, {"приказ о прекращении пар и групп", "order ending pairs and groups"}, "10.5,19", subjects::ended_pairs, papers::order_end_pairs, true, {"у пары нет end: впишите, когда и почему она прекращена", "the pair has no end: enter when and why it ended"}, {"пара уже прекращена", "the pair is ended already"}, deciding(OrderKind::end_pairs)},
    {"order-relieve", orders, {"приказ об освобождении от обязанностей наставника", "order relieving a mentor"}, "13.3", subjects::relieved_mentors, papers::order_relieve, false, {"у наставника не записано, когда и почему он освобождён (appointments → end)", "the mentor has no appointments, end: enter when and why the mentor was relieved"}, {"наставник уже освобождён", "the mentor is relieved already"}, deciding(OrderKind::relieve_mentor)},
    {"order-release", orders, {"приказ об освобождении от должностных обязанностей с замещением", "order releasing from duties, with substitution"}, "4", subjects::releases, papers::order_release, true, {"в программе нет releases: впишите, кого, когда и зачем освободить", "the programme has no releases: enter whom to release, when and why"}, {"освобождение уже оформлено", "the release is decided already"}, deciding(OrderKind::release_from_duties)},
    {"order-payment", orders, {"приказ о выплатах за наставничество", "order on pay for mentoring"}, "12.10,tk351.8", subjects::payments, papers::order_payment, true, {"у наставника нет payments: впишите, с какого дня и сколько платят", "the mentor has no payments: enter from which day and how much is paid"}, {"выплата уже установлена", "the pay is set already"}, deciding(OrderKind::payment)},
    {"consent-mentor", consents, {"согласие быть наставником", "consent to be a mentor"}, "9", subjects::mentors, papers::consent_mentor, false, {"этого человека нет в банке наставников: нужна запись в mentors", "this person is not in the bank of mentors: a record in mentors is wanted"}},
    {"consent-participation", consents, {"согласие на дополнительные обязанности", "consent to additional duties"}, "10.5", subjects::participants, papers::consent_participation, false, {"этот человек не в паре: нужна запись в pairs", "this person is in no pair: a record in pairs is wanted"}},
    {"consent-helper", consents, {"согласие помогать наставнику", "consent to help a mentor"}, "13.1", subjects::helpers, papers::consent_helper, false, {"у пары нет helpers: впишите, кто помогает наставнику", "the pair has no helpers: enter who helps the mentor"}},
    {"consent-data", consents, {"согласие на обработку персональных данных", "consent to the processing of personal data"}, "row.2,row.3", subjects::people_to_process, papers::consent_data},
    {"consent-publication", consents, {"согласие на распространение персональных данных", "consent to the dissemination of personal data"}, "21", subjects::people_to_publish, papers::consent_publication},
    {"labour-addendum", labour, {"дополнительное соглашение о работе по наставничеству", "agreement on mentoring, added to the employment contract"}, "tk351.8", subjects::employed_mentors, papers::labour_addendum, false, {"такой документ нужен наставнику, который работает здесь по трудовому договору", "such a paper is for a mentor who works here under an employment contract"}},
    {"cancellation-notice", labour, {"предупреждение об отмене поручения наставнику", "notice that the assignment to mentor is cancelled"}, "tk351.8", subjects::cancelled_mentors, papers::cancellation_notice, false, {"такой документ нужен назначенному наставнику, который работает здесь по трудовому договору", "such a paper is for an appointed mentor who works here under an employment contract"}},
    {"mentoring-certificate", labour, {"справка о наставнической деятельности", "certificate of mentoring work"}, "9,11.5,18", subjects::mentors_at_work, papers::mentoring_certificate, false, {"этот человек не наставник пары, которая работает или работала", "this person is the mentor of no pair that works or worked"}},
    {"program", programs, {"персонализированная программа", "personalised programme"}, "2,7,15.2", subjects::programs, papers::program, false, {"у пары нет программы: нужна запись в programs", "the pair has no programme: a record in programs is wanted"}},
    {"amendment", programs, {"лист изменений программы", "amendment sheet"}, "20", subjects::amendments, papers::amendment, false, {"в программе нет amendments: впишите, что и почему меняется", "the programme has no amendments: enter what changes and why"}},
    {"curator-check", programs, {"лист проверки выполнения программы", "sheet of the curator's checks"}, "11.9", subjects::programs_to_check, papers::curator_check, false, {"у пары нет программы: нужна запись в programs", "the pair has no programme: a record in programs is wanted"}},
    {"mentor-report", programs, {"отчёт наставника", "report of the mentor"}, "13.4", subjects::mentor_reports, papers::mentor_report, false, {"программа не идёт, а отчёта в reports нет", "the programme does not run, and no report is on record in reports"}},
    {"completion", programs, {"акт о завершении программы", "completion act"}, "19", subjects::completed_programs, papers::completion, false, {"в программе нет completion: впишите, когда и почему она завершена", "the programme has no completion: enter when and why it ended"}},
    {"resignation", requests, {"заявление о сложении обязанностей наставника", "request of a mentor to be relieved"}, "13.3", subjects::resignations, papers::resignation, false, {"этот человек сейчас не наставник, а заявления в resignations нет", "this person is no mentor now, and no request is on record in resignations"}},
    {"replacement", requests, {"ходатайство о замене наставника", "petition to replace the mentor"}, "15.5", subjects::replacements, papers::replacement, false, {"пара не работает, а ходатайства в replacements нет", "the pair does not work, and no petition is on record in replacements"}},
    {"ending-statement", requests, {"заявление участника о завершении программы", "statement of a participant that the programme end"}, "19.2", subjects::programs_to_end, papers::ending_statement, false, {"программы нет или она завершена не по инициативе участников", "there is no programme, or it did not end on the initiative of its participants"}},
    {"consent-withdrawal", requests, {"отзыв согласия", "withdrawal of a consent"}, "3.5", subjects::consents, papers::consent_withdrawal, false, {"действующих согласий нет", "there is no consent in effect"}},
    {"mentee-request", forms, {"запрос педагога на помощь наставника", "request of a teacher for a mentor"}, "row.2", subjects::mentees, papers::mentee_request, false, {"этого человека нет в банке наставляемых: нужна запись в mentees", "this person is not in the bank of mentees: a record in mentees is wanted"}},
    {"mentor-questionnaire", forms, {"анкета наставника", "questionnaire of a mentor"}, "row.3", subjects::mentors, papers::mentor_questionnaire, false, {"этого человека нет в банке наставников: нужна запись в mentors", "this person is not in the bank of mentors: a record in mentors is wanted"}},
    {"survey", forms, {"анкета участника по итогам программы", "survey of a participant"}, "row.6", subjects::surveyed, papers::survey, false, {"у пары нет программы: нужна запись в programs", "the pair has no programme: a record in programs is wanted"}},
    {"acquaintance", forms, {"лист ознакомления с законами и актами", "acquaintance sheet"}, "16.1", subjects::mentees, papers::acquaintance, false, {"этого человека нет в банке наставляемых: нужна запись в mentees", "this person is not in the bank of mentees: a record in mentees is wanted"}},
    {"formation", forms, {"протокол формирования пары", "minutes of forming a pair"}, "17,18", subjects::pairs, papers::formation},
    {"selection", forms, {"лист отбора наставника", "selection sheet"}, "17.1,row.4", subjects::pairs, papers::selection},
    {"event-attendance", forms, {"лист регистрации участников мероприятия", "attendance sheet of an event"}, "10.6,row.4,row.6", subjects::events, papers::event_attendance, false, {"в учебном году нет events с датой: впишите мероприятие", "the school year has no dated events: enter one"}},
    {"roadmap", school, {"дорожная карта", "roadmap"}, "10.4,11.4", subjects::years, papers::roadmap, false, {"в учебном году нет roadmap: впишите дорожную карту", "the school year has no roadmap: enter it"}},
    {"regulation", school, {"положение о системе наставничества", "regulation on mentoring"}, "1,8,23", subjects::the_school, papers::regulation},
}};
// clang-format on

std::string_view part(const std::string& path) {
  for (const Embedded& file : embedded::papers())
    if (file.path == path) return file.bytes;
  throw std::logic_error("there is no source of a paper: " + path);
}

/// The source with what it includes put in place.
std::string with_parts(std::string_view source) {
  constexpr std::string_view directive = "@ include ";
  std::string text;
  while (!source.empty()) {
    const std::size_t end = std::min(source.find('\n'), source.size() - 1);
    const std::string_view line = source.substr(0, end);
    if (line.starts_with(directive))
      text += part(std::string(line.substr(directive.size())) + ".part");
    else
      text += std::string(line) + '\n';
    source.remove_prefix(end + 1);
  }
  return text;
}

/// Whatever has no key of its own is chosen by the name of its file.
void name_alike(const DocumentKind& kind, std::vector<Subject>& subjects) {
  std::unordered_map<std::string, std::size_t> having;
  for (const Subject& subject : subjects)
    for (const std::string& key : subject.keys) ++having[key];
  for (Subject& subject : subjects)
    if (std::ranges::none_of(subject.keys, [&](const std::string& key) { return having[key] == 1; }))
      subject.keys.push_back(fmt::format("{}/{}", kind.name, subject.id));
}

}  // namespace

std::span<const GroupName> document_groups() { return groups; }

std::span<const DocumentKind> documents() { return table; }

const DocumentKind* find_document(std::string_view name) {
  for (const DocumentKind& kind : table)
    if (kind.name == name) return &kind;
  return nullptr;
}

std::vector<Subject> subjects_by_id(const DocumentKind& kind, const Registry& registry) {
  std::vector<Subject> all = kind.subjects(registry);
  const auto is_gone = [&](std::string_view person) { return !person.empty() && is_erased(registry, person); };
  if (kind.group != orders)  // who left no name signs no paper
    std::erase_if(all, [&](const Subject& subject) {
      return is_gone(subject.person) || (subject.mentor && is_gone(subject.mentor->id)) ||
             (subject.mentee && is_gone(subject.mentee->id));
    });
  std::unordered_map<std::string_view, std::size_t> met(all.size());  // points to the first of each, which keeps its id
  for (Subject& subject : all)
    if (const std::size_t times = ++met[subject.id]; times > 1) subject.id += fmt::format("-{}", times);
  return all;
}

std::vector<Subject> subjects_of(const DocumentKind& kind, const Registry& registry) {
  std::vector<Subject> all = subjects_by_id(kind, registry);
  name_alike(kind, all);
  return all;
}

std::vector<std::vector<Subject>> papers_of(const DocumentKind& kind, std::vector<Subject> subjects) {
  std::vector<std::vector<Subject>> papers;
  if (kind.together) std::ranges::stable_sort(subjects, {}, &Subject::order);
  for (Subject& subject : subjects) {
    const bool joins = kind.together && !papers.empty() && papers.back().front().order == subject.order;
    if (!joins) papers.emplace_back();
    papers.back().push_back(std::move(subject));
  }
  return papers;
}

page::Page built_in_paper(const DocumentKind& kind) {
  return read_paper(with_parts(part(std::string(kind.name) + ".txt")));
}

std::vector<std::string> known_placeholders(const DocumentKind& kind) {
  std::vector<std::string> names = placeholders(built_in_paper(kind));
  const auto add = [&](const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  };
  for (const char* name : {"full_name", "name_within", "short_name", "place", "address", "inn", "ogrn", "section"})
    add(std::string("school.") + name);
  for (const char* name : {"short_name", "full_name"})
    for (const char* form : {".gen", ".prep"}) add(std::string("school.") + name + form);
  for (const char* name : {"date", "number", "draft", "regulation.order"}) add(name);
  for (const char* who : {"head", "curator"})
    for (const char* what : {".full", ".name", ".short", ".position", ".title", ".post"})
      for (const char* form : {"", ".gen", ".dat", ".acc"}) add(std::string(who) + what + form);
  // Wherever a person is, every form of the name and of the position is there.
  const std::vector<std::string> found = names;
  for (const std::string& name : found) {
    const std::size_t dot = name.find(".full");
    if (dot == std::string::npos) continue;
    for (const char* what : {".full", ".name", ".short", ".position"})
      for (const char* form : {"", ".gen", ".dat", ".acc"}) add(name.substr(0, dot) + what + form);
  }
  return names;
}

}  // namespace nastavnik
