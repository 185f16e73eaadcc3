#include "reports/journal_entries.h"

#include <algorithm>

#include "model/kinds/activities.h"
#include "model/kinds/amendments.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/orders.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/parts.h"
#include "model/kinds/people.h"
#include "model/kinds/program_course.h"
#include "model/kinds/programs.h"
#include "model/kinds/waivers.h"
#include "model/kinds/years.h"
#include "model/notions/papers.h"
#include "model/notions/programs.h"
#include "model/notions/topics.h"
#include "model/notions/verdict.h"

namespace nastavnik::reports {
namespace {

/// Where the paper is: the scan, else the place of the original.
Words paper_of(const Copy& copy) {
  if (copy.file.given()) return say({"{}", "{}"}, *copy.file);
  return copy.stored_at.given() ? say({"{}", "{}"}, *copy.stored_at) : Words();
}

template <class Text>
std::string_view text_of(const At<Text>& line) {
  return line.given() ? *line : std::string_view("—");
}

template <class Codes>
Words listed(const Codes& codes) {
  std::vector<Words> all;
  for (const auto& code : codes)
    if (code.given()) all.emplace_back(label_of(*code));
  return all.empty() ? Words("—", "—") : joined(all);
}

/// What the meeting was, in the school's words where it has its own.
Words form_of(const Meeting& meeting) {
  const bool own = *meeting.form == MeetingForm::other && meeting.form.note.given();
  return own ? say({"{}", "{}"}, *meeting.form.note) : Words(label_of(*meeting.form));
}

/// Minutes that name no body are those of the council of mentors.
Words proposed_by(const NotedChoice<MinutesBody>& body) {
  if (!body.given() || *body == MinutesBody::mentors_council)
    return {"объединение предложило пару", "the council proposed the pair"};
  return say({"пару предложил орган: {}", "the pair was proposed by: {}"},
             body.note.given() ? say({"{}", "{}"}, *body.note) : Words(label_of(*body)));
}

}  // namespace

Words Journal::person(const Link<Person>& link) const {
  return link.id.empty() ? no_data().words : who(request_, link.id);
}

std::string Journal::look_at(std::string record) {
  seen_.insert(record);
  return record;
}

void Journal::add(const At<Day>& date, Words what, std::string record, Words paper) {
  if (date.given() && request_.period.holds(*date))
    entries_.push_back({*date, std::move(what), std::move(paper), std::move(record)});
}

void Journal::add_order(const Link<Order>& order, const Words& what, const std::string& record) {
  if (!order.to) return;
  add(order->date, say({"{} (основание: {})", "{} (ground: {})"}, what, record), address_told(*order.to),
      say({"приказ № {}", "order No. {}"}, text_of(order->number)));
}

void Journal::add_consent(const Consent& consent, const Words& what, const std::string& record) {
  add(consent.given_on, say({"согласие: {}", "consent: {}"}, what), record, paper_of(consent.copy));
  add(consent.withdrawn_on, say({"согласие отозвано: {}", "consent withdrawn: {}"}, what), record);
}

void Journal::add_person(std::string_view id) {
  if (const Person* person = registry().all<Person>().find(id)) add_people_consents(*person);
  if (const Mentor* mentor = registry().all<Mentor>().find(id)) add_mentor(*mentor);
  if (const Mentee* mentee = registry().all<Mentee>().find(id)) add_mentee(*mentee);
  for (const auto pairs : {registry().pairs_of_mentor(id), registry().pairs_of_mentee(id)})
    for (const Pair* pair : pairs) add_pair(*pair);
  add_events_of(id);
}

void Journal::add_pair(const Pair& pair) {
  const std::string record = look_at(address_told(pair));
  add_formation(pair, record);
  add(pair.start, say({"пара начала работу: наставник {}", "the pair began to work: mentor {}"}, person(pair.mentor)),
      record);
  add_order(pair.order, {"закреплена пара", "the pair was assigned"}, record);
  for (const Renewal& renewal : pair.renewals)
    add_order(renewal.order, {"пара закреплена снова", "the pair was assigned again"}, record);
  for (const Member& member : pair.mentees) {
    add(member.from, say({"в состав вошёл наставляемый {}", "mentee {} joined"}, person(member.person)), record);
    add_order(member.order, {"изменён состав", "the composition was changed"}, record);
    add(member.to, say({"последний день наставляемого {} в составе", "last day of mentee {}"}, person(member.person)),
        record);
    add_order(member.out_order, {"изменён состав", "the composition was changed"}, record);
  }
  add_work(pair, record);
  add_requests(pair, record);
  for (const Program* program : registry().programs_of(pair)) add_program(*program);
  if (!pair.end.given()) return;
  add(pair.end->date,
      say({"последний день работы пары: {}", "last day of the pair: {}"},
          pair.end->reason.given() ? Words(label_of(*pair.end->reason)) : no_data().words),
      record);
  add_order(pair.end->order, {"пара прекращена", "the pair was ended"}, record);
}

void Journal::add_formation(const Pair& pair, const std::string& record) {
  if (pair.formation.given()) {
    add(pair.formation->date,
        say({"пара сформирована, по признакам: {}", "the pair was formed, by: {}"}, listed(pair.formation->criteria)),
        record);
    if (const auto& minutes = pair.formation->council_minutes; minutes.given())
      add(minutes->date, proposed_by(minutes->body), record,
          say({"протокол № {}", "minutes No. {}"}, text_of(minutes->number)));
  }
  for (const Interest& interest : pair.interest)
    for (const Link<Person>* one : people_of(interest))
      add(interest.date,
          interest.confirmed.given() && *interest.confirmed
              ? say({"взаимный интерес подтверждён: {}", "mutual interest confirmed: {}"}, person(*one))
              : say({"взаимный интерес не подтверждён: {}", "mutual interest not confirmed: {}"}, person(*one)),
          record);
  for (const PairConsent& consent : pair.consents)
    for (const Link<Person>* one : people_of(consent))
      add_consent(consent,
                  say({"{}, {}", "{}, {}"}, person(*one),
                      consent.kinds.given() ? listed(consent.kinds) : Words(label_of(ConsentKind::participation))),
                  record);
}

void Journal::add_work(const Pair& pair, const std::string& record) {
  for (const Meeting& meeting : pair.meetings)
    add(meeting.date,
        meeting.form.given() ? say({"встреча, {}: {}", "meeting, {}: {}"}, form_of(meeting), text_of(meeting.topic))
                             : say({"встреча: {}", "meeting: {}"}, text_of(meeting.topic)),
        record);
  for (const HelpRequest& request : pair.help_requests) {
    add(request.asked_on,
        say({"{} просит о помощи: {}", "{} asks for help: {}"}, person(request.mentee), text_of(request.topic)),
        record);
    add(request.answered_on, say({"ответ на просьбу {}", "answer to the request of {}"}, person(request.mentee)),
        record);
  }
  for (const Helper& helper : pair.helpers) {
    add(helper.from, say({"помощник {}: {}", "helper {}: {}"}, person(helper.person), text_of(helper.topic)), record);
    if (helper.consent.given())
      add_consent(*helper.consent, say({"{}, помогать наставнику", "{}, to help the mentor"}, person(helper.person)),
                  record);
  }
  for (const FileAccess& access : pair.file_access)
    add(access.date,
        say({"наставник ознакомился с личным делом {}: {}", "the mentor read the personal file of {}: {}"},
            person(access.mentee), text_of(access.materials)),
        record, say({"{}", "{}"}, text_of(access.basis)));
}

void Journal::add_requests(const Pair& pair, const std::string& record) {
  for (const Replacement& request : pair.replacements) {
    add(request.date, say({"{} просит заменить наставника", "{} asks to replace the mentor"}, person(request.mentee)),
        record, paper_of(request.copy));
    if (request.outcome.given())
      add(request.outcome->date,
          say({"решение о замене наставника: {}", "decision on the replacement: {}"},
              request.outcome->decision.given() ? Words(label_of(*request.outcome->decision)) : no_data().words),
          record);
  }
  for (const ProposalOnPerson& proposal : pair.proposals)
    add(proposal.date,
        say({"предложение наставника: {}, о ком: {}", "proposal of the mentor: {}, about {}"},
            proposal.kind.given() ? Words(label_of(*proposal.kind)) : no_data().words, person(proposal.about)),
        record);
}

void Journal::add_program(const Program& program) {
  const std::string record = look_at(address_told(program));
  for (const Drafter& drafter : program.drafted_with)
    for (const Link<Person>* one : people_of(drafter))
      add(drafter.date,
          say({"участие в разработке программы: {}", "took part in drafting the programme: {}"}, person(*one)), record);
  if (program.approved.given())
    add(program.approved->date, {"программа утверждена", "the programme was approved"}, record);
  add(program.start, say({"начало программы «{}»", "start of the programme “{}”"}, text_of(program.title)), record);
  add_plan(program, record);
  for (const Release& release : program.releases) {
    add(release.date, say({"освобождение от обязанностей: {}", "released from duties: {}"}, person(release.person)),
        record);
    add_order(release.order, {"освобождение от обязанностей", "release from duties"}, record);
  }
  for (const CuratorCheck& check : program.curator_checks)
    add(check.date, say({"проверка куратора: {}", "check of the curator: {}"}, text_of(check.finding)), record);
  for (const ProgramProposal& proposal : program.proposals) {
    add(proposal.date,
        say({"предложение по программе, автор {}", "proposal on the programme by {}"}, person(proposal.made_by)),
        record);
    if (proposal.answer.given())
      add(proposal.answer->date, {"ответ на предложение по программе", "answer to the proposal"}, record);
  }
  add_ending(program, record);
}

void Journal::add_plan(const Program& program, const std::string& record) {
  for (const Activity& activity : program.activities) {
    for (const Move& move : activity.moves)
      add(move.decided_on, say({"перенесено мероприятие «{}»", "activity “{}” was moved"}, text_of(activity.title)),
          record);
    if (activity.done.given())
      add(activity.done->date, say({"выполнено мероприятие «{}»", "activity “{}” was done"}, text_of(activity.title)),
          record);
  }
  for (const Amendment& amendment : program.amendments) {
    add(amendment.date, say({"изменение программы: {}", "amendment of the programme: {}"}, listed(amendment.changes)),
        record, paper_of(amendment.copy));
    for (const AmendmentAgreement& agreement : amendment.agreed)
      for (const Link<Person>* one : people_of(agreement))
        add(agreement.date, say({"согласие с изменением: {}", "agreed to the amendment: {}"}, person(*one)), record);
  }
}

void Journal::add_ending(const Program& program, const std::string& record) {
  for (const Survey& survey : program.surveys)
    add(survey.date,
        is_at_start(survey) ? say({"анкета на входе: {}", "survey at the start: {}"}, person(survey.person))
                            : say({"анкета: {}", "survey: {}"}, person(survey.person)),
        record);
  for (const MentorReport& report : program.reports)
    add(report.date, say({"отчёт наставника {}", "report of mentor {}"}, person(report.author)), record,
        paper_of(report.copy));
  if (program.cancelled.given())
    add(program.cancelled->date, {"программа отменена", "the programme was cancelled"}, record);
  if (!program.completion.given()) return;
  for (const Statement& statement : program.completion->statements)
    for (const Link<Person>* author : people_of(statement))
      add(statement.date, say({"заявление о завершении: {}", "statement on the ending: {}"}, person(*author)), record,
          paper_of(statement.copy));
  add(program.completion->date,
      say({"программа завершена: {}", "the programme was completed: {}"},
          program.completion->ground.given() ? Words(label_of(*program.completion->ground)) : no_data().words),
      record);
}

void Journal::add_mentor(const Mentor& mentor) {
  const std::string record = look_at(address_told(mentor));
  add(mentor.entered_on, {"внесён в банк наставников", "entered in the bank of mentors"}, record);
  if (mentor.questionnaire.given())
    add(mentor.questionnaire->date, {"анкета наставника", "questionnaire of the mentor"}, record,
        paper_of(mentor.questionnaire->copy));
  for (const Appointment& appointment : mentor.appointments) {
    add(appointment.from, {"первый день исполнения обязанностей наставника", "first day as a mentor"}, record);
    if (appointment.consent.given()) add_consent(*appointment.consent, {"быть наставником", "to be a mentor"}, record);
    add_order(appointment.order, {"назначение наставником", "appointment as a mentor"}, record);
    if (!appointment.end.given()) continue;
    add(appointment.end->date, {"последний день исполнения обязанностей наставника", "last day as a mentor"}, record);
    add_order(appointment.end->order, {"сложение обязанностей наставника", "end of the duties of a mentor"}, record);
  }
  for (const LabourTerms& terms : mentor.labour_terms)
    add(terms.date, {"трудовой документ о наставничестве", "labour document on mentoring"}, record,
        say({"№ {}", "No. {}"}, text_of(terms.number)));
  for (const Training& training : mentor.training)
    add(training.date, say({"обучение: {}", "training: {}"}, text_of(training.title)), record,
        say({"{}", "{}"}, text_of(training.document)));
  for (const Resignation& resignation : mentor.resignations) {
    add(resignation.date, {"заявление о сложении обязанностей", "request to be relieved"}, record,
        paper_of(resignation.copy));
    if (resignation.outcome.given())
      add(resignation.outcome->date,
          say({"решение по заявлению: {}", "decision on the request: {}"},
              resignation.outcome->decision.given() ? Words(label_of(*resignation.outcome->decision))
                                                    : no_data().words),
          record);
  }
  if (mentor.left.given()) add(mentor.left->date, {"выбыл из банка наставников", "left the bank of mentors"}, record);
}

void Journal::add_mentee(const Mentee& mentee) {
  const std::string record = look_at(address_told(mentee));
  add(mentee.entered_on, {"внесён в банк наставляемых", "entered in the bank of mentees"}, record);
  for (const MenteeRequest& request : mentee.requests)
    add(request.date,
        say({"запрос: {}", "request: {}"},
            request.topic.given() ? title_of_topic(registry(), *request.topic) : no_data().words),
        record);
  for (const Difficulty& difficulty : mentee.difficulties) {
    const Words topic = difficulty.topic.given() ? title_of_topic(registry(), *difficulty.topic) : no_data().words;
    add(difficulty.found_on, say({"выявлено затруднение: {}", "a difficulty was found: {}"}, topic), record);
    add(difficulty.resolved_on, say({"затруднение преодолено: {}", "the difficulty was overcome: {}"}, topic), record);
  }
  for (const Support& support : mentee.support)
    add(support.date, support.kind.given() ? Words(label_of(*support.kind)) : no_data().words, record);
  for (const Acquaintance& acquaintance : mentee.acquaintance)
    add(acquaintance.date, {"ознакомлен с актами", "was acquainted with acts"}, record);
  for (const Contest& contest : mentee.contests)
    add(contest.date, say({"рекомендация на конкурс: {}", "recommended for a contest: {}"}, text_of(contest.title)),
        record);
  if (mentee.left.given()) add(mentee.left->date, {"выбыл из банка наставляемых", "left the bank of mentees"}, record);
}

void Journal::add_people_consents(const Person& person) {
  const std::string record = look_at(address_told(person));
  for (const DataConsent& consent : person.consents) add_consent(consent, listed(consent.kinds), record);
}

void Journal::add_events_of(std::string_view person) {
  for (const SchoolYear& year : registry().all<SchoolYear>())
    for (const Event& event : year.events)
      if (names(event.participants, person))
        add(event.date, say({"участие в событии: {}", "took part in an event: {}"}, text_of(event.title)),
            address_told(year));
}

void Journal::add_waivers() {
  if (!registry().has<Waivers>()) return;
  for (const Waiver& waiver : registry().the<Waivers>().waivers) {
    if (!waiver.record.given() || !seen_.contains(*waiver.record) || !waiver.rule.given()) continue;
    add(waiver.decided_on,
        say({"решено отложить замечание {} до {}, решение: {}; причина: {}",
             "finding {} was set aside until {}, decided by {}; reason: {}"},
            *waiver.rule, waiver.until.given() ? on_day(*waiver.until) : no_data().words, person(waiver.decided_by),
            text_of(waiver.reason)),
        std::string(*waiver.record), paper_of(waiver.copy));
  }
}

Grid Journal::table() const {
  std::vector<Entry> entries = entries_;
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.date < b.date; });
  Grid grid{.id = "journal",
            .title = {"Документы и события", "Papers and events"},
            .definition = {"все записи с датами; оценки анкет и тексты затруднений не показываются",
                           "all dated records; scores of surveys and texts of difficulties are not shown"},
            .columns = {{"date", {"Дата", "Date"}},
                        {"what", {"Что", "What"}},
                        {"paper", {"Документ", "Paper"}},
                        {"record", {"Запись", "Record"}}},
            .when_empty = {"за эти дни записей нет", "there are no records of these days"}};
  for (Entry& entry : entries)
    grid.rows.push_back({{entry.date, std::move(entry.what),
                          entry.paper.empty() ? dash() : Cell(std::move(entry.paper)), say({"{}", "{}"}, entry.record)},
                         {entry.record}});
  return grid;
}

}  // namespace nastavnik::reports
