// Clause 7: speed, situational and traditional mentoring.

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "base/text.h"
#include "model/kinds/activities.h"
#include "model/kinds/mentors.h"
#include "model/kinds/pair_course.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/programs.h"
#include "model/kinds/settings.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "model/notions/school_years.h"
#include "rules/questions/days.h"
#include "rules/questions/limits.h"
#include "rules/questions/program_mentees.h"
#include "rules/questions/programs_of_kind.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

constexpr Noun activity_noun{{"мероприятие", "activity"}, {"мероприятия", "activities"}, {"мероприятий", "activities"}};
constexpr Noun kind{{"вид", "kind"}, {"вида", "kinds"}, {"видов", "kinds"}};

/// Speed meetings on days on which the programme was active, in the order of their dates.
std::vector<const Meeting*> speed_meetings(Check& check, const OfKind& of) {
  std::vector<const Meeting*> found;
  if (!check.given(of.pair.meetings)) return found;
  for (const Meeting& one : of.pair.meetings)
    if (check.given(one.date, one.kind) && *one.kind == MentoringKind::speed &&
        check.confirmed(runs_on(of.program, *one.date), of.program))
      found.push_back(&one);
  std::stable_sort(found.begin(), found.end(), [](const Meeting* a, const Meeting* b) { return *a->date < *b->date; });
  return found;
}

/// With whom the meeting was: those it names, else all who were in the pair on the day. Whose id is wrong may be anybody.
std::vector<std::string_view> met_at(Check& check, const Pair& pair, const Meeting& meeting) {
  std::vector<std::string_view> people;
  const auto add = [&](const Link<Person>& person) {
    if (person.presence == Presence::broken) return check.undecided(person);
    people.push_back(person.id);
  };
  const auto unclear = meeting.mentees.absent() ? unclear_membership(pair) : std::nullopt;
  if (unclear) check.undecided(*unclear);
  if (check.absent(meeting.mentees))
    for (const Member* member : members_on(pair, *meeting.date)) add(member->person);
  for (const Link<Person>& mentee : check.each(meeting.mentees)) add(mentee);
  return people;
}

/// A second meeting with one mentee; a meeting with each of several is one for each.
void speed_met_twice(Check& check) {
  for (const OfKind& of : programs_of_kind(check, MentoringKind::speed)) {
    std::map<std::string_view, const Meeting*> first;
    for (const Meeting* meeting : speed_meetings(check, of))
      for (const std::string_view mentee : met_at(check, of.pair, *meeting)) {
        const auto [known, is_first] = first.try_emplace(mentee, meeting);
        if (is_first) continue;
        check
            .found(meeting->date,
                   {"{}: это не первая встреча вида speed по программе {}, а она однократная",
                    "{}: this is not the first meeting of kind speed by programme {}, and there is only one"},
                   check.who(mentee), of.program.id)
            .also(known->second->date, {"первая из них", "the first of them"});
      }
  }
}

void speed_only_program(Check& check) {
  for (const OfKind& of : programs_of_kind(check, MentoringKind::speed))
    if (of.kinds.size() == 1)
      check.found(of.code, {"других видов в программе нет", "the programme has no other kinds"});
}

/// The categories of skill in their order; the two highest titles are equal.
int rank(const Person& person) {
  if (!person.qualification.given()) return std::numeric_limits<int>::min();
  return static_cast<int>(std::min(*person.qualification, Qualification::methodist));
}

bool is_above(const Person& mentor, const Person& mentee) {
  if (rank(mentor) > rank(mentee)) return true;
  if (!mentor.teaching_since.given()) return false;
  return !mentee.teaching_since.given() || *mentor.teaching_since < *mentee.teaching_since;
}

bool has_clear_level(Check& check, const Person* person) {
  if (!person || person->erased_on.given()) return false;
  return check.known(person->qualification, person->teaching_since);
}

/// Nothing recorded puts the mentor of the meeting above this mentee.
bool is_not_senior(Check& check, const Pair& pair, const Person& mentor, const Member& member) {
  const Person* mentee = check.follow(member.person);
  if (!has_clear_level(check, mentee) || is_above(mentor, *mentee)) return false;
  const Table<Mentor>& bank = check.all<Mentor>();
  if (const Mentor* entry = bank.find(pair.mentor.id)) return check.absent(entry->experience);
  const bool hidden = bank.standing(pair.mentor.id) == Standing::broken;
  if (hidden) check.undecided(pair.mentor);
  return !hidden;
}

void speed_mentor_not_senior(Check& check) {
  for (const Pair& pair : check.all<Pair>())
    for (const Meeting& one : check.each(pair.meetings)) {
      if (!check.given(one.date, one.kind) || *one.kind != MentoringKind::speed) continue;
      const Person* mentor = check.follow(pair.mentor);
      if (!has_clear_level(check, mentor)) continue;
      if (const auto unclear = unclear_membership(pair)) check.undecided(*unclear);
      const auto members = members_on(pair, *one.date);
      const auto below = std::find_if(members.begin(), members.end(), [&](const Member* member) {
        return is_not_senior(check, pair, *mentor, *member);
      });
      if (below == members.end()) continue;
      check
          .found(one.kind,
                 {"ни квалификация, ни стаж, ни записанный опыт не ставят наставника выше, чем {}",
                  "neither qualification nor years of teaching nor recorded experience puts the mentor above {}"},
                 check.who((*below)->person))
          .also(pair.mentor, {"наставник", "the mentor"});
    }
}

/// In summer nobody asks and nobody meets.
constexpr unsigned june = 6, august = 8;

/// So many months from the day, the summers between not counted.
Period span_from(Date day, int months) {
  const Date from = day.month() >= june && day.month() <= august ? Date{day.year(), august + 1, 1} : day;
  Date to = add_months(from, months) - 1;
  for (int year = from.month() > august ? from.year() + 1 : from.year(); Date{year, june, 1} <= to; ++year)
    to = add_months(to + 1, 3) - 1;
  return {from, to};
}

/// The last full span of so many months without a request; nothing when each has one.
std::optional<Period> last_silence(const List<HelpRequest>& requests, Period term, int months) {
  std::optional<Period> silence;
  for (Date from = term.from;;) {
    const Period span = span_from(from, months);
    from = span.to + 1;
    if (span.to > term.to) return silence;
    if (std::none_of(requests.begin(), requests.end(),
                     [&](const HelpRequest& r) { return r.asked_on.given() && span.holds(*r.asked_on); }))
      silence = span;
  }
}

bool has_clear_requests(Check& check, const List<HelpRequest>& requests) {
  return check.known(requests) &&
         std::all_of(requests.begin(), requests.end(), [&](const HelpRequest& r) { return check.given(r.asked_on); });
}

void situational_without_requests(Check& check) {
  for (const OfKind& of : programs_of_kind(check, MentoringKind::situational)) {
    const List<HelpRequest>& requests = of.pair.help_requests;
    if (!knows_days(check, of.program) || !has_clear_requests(check, requests)) continue;
    const Date since = *holds_kind_since(of.program, MentoringKind::situational, check.day());
    const auto& months = check.limits().help_request_months;
    const auto silence = last_silence(requests, {since, std::min(period_of(of.program)->to, check.day())}, *months);
    if (!silence) continue;
    check
        .found(of.code,
               {"с {} по {} нет ни одного обращения, а ждём хотя бы одно за {} ({})",
                "from {} to {} there is no request, and at least one in {} is expected ({})"},
               silence->from, silence->to, Count{*months, noun::month}, whose_term(months))
        .also(of.pair, {"обращения записывают здесь (help_requests)", "requests are recorded here (help_requests)"});
  }
}

void selection_criteria_missing(Check& check) {
  std::set<const Pair*> shown;
  for (const OfKind& of : programs_of_kind(check, MentoringKind::traditional)) {
    const Block<Formation>& formation = of.pair.formation;
    if (is_draft(of.pair, check.day()) || !check.given(formation) || !check.absent(formation->criteria) ||
        !shown.insert(&of.pair).second)
      continue;
    check.found(formation, {"критерии отбора (criteria) не указаны", "no criteria of selection (criteria) are given"})
        .also(of.code, {"вид, при котором отбирают по критериям", "the kind that goes with selection by criteria"});
  }
}

/// The days after the one and up to the other, those of summers not counted.
int days_outside_summer(Date after, Date upto) {
  int days = upto - after;
  for (int year = after.year(); year <= upto.year(); ++year) {
    const Date from = std::max(after + 1, Date{year, june, 1}), to = std::min(upto, Date{year, august, 31});
    if (from <= to) days -= to - from + 1;
  }
  return days;
}

/// The last meeting; nothing where there is none, or where it is not clear which one it is.
const Meeting* last_meeting(Check& check, const Pair& pair) {
  const Meeting* last = nullptr;
  if (!check.given(pair.meetings)) return nullptr;
  for (const Meeting& meeting : pair.meetings) {
    if (!check.given(meeting.date)) return nullptr;
    if (!last || *meeting.date >= *last->date) last = &meeting;
  }
  return last;
}

void meetings_ceased(Check& check) {
  const auto& limit = check.limits().meeting_silence_days;
  for (const Pair& pair : check.all<Pair>()) {
    if (pair.meetings.absent() || !check.confirmed(works_on(pair, check.day()), pair)) continue;
    const Meeting* last = last_meeting(check, pair);
    const int days = last ? days_outside_summer(*last->date, check.day()) : 0;
    if (days > *limit)
      check.found(
          last->date,
          {"это последняя записанная встреча, без встреч уже {} (лето не в счёт); обращаем внимание, когда дней больше {} ({})",
           "this is the last meeting recorded, it has been {} without one (summers apart); noticed beyond {} days ({})"},
          Count{days, noun::day}, *limit, whose_term(limit));
  }
}

/// The year since when the person has worked in the post held on the day; nothing where that is not told.
std::optional<int> in_post_since(const Person& person, Date day) {
  std::optional<int> since;
  for (const JobPosition* held : positions_on(person, day))
    for (const JobPosition& position : person.positions)
      if (held->title.given() && position.title.given() && position.from.given() &&
          fold(*held->title) == fold(*position.title))
        since = std::min(since.value_or(position.from->year()), position.from->year());
  return since;
}

/// By the years in the post, where both tell them: a teacher of long standing may be new to it.
bool is_longer_in_post(const Person& mentor, const Person& mentee, Date day) {
  const auto one = in_post_since(mentor, day), other = in_post_since(mentee, day);
  return one && other && *one < *other;
}

void mentor_less_experienced(Check& check) {
  for (const ProgramMentee& mentee : mentees_of_programs(check)) {
    const KindCode* code = find_kind(mentee, MentoringKind::traditional, check.day());
    const Person* mentor = code ? check.follow(mentee.pair.mentor) : nullptr;
    const Person* other = mentor ? check.follow(mentee.person) : nullptr;
    if (!other || !check.given(mentor->teaching_since, other->teaching_since)) continue;
    if (*mentor->teaching_since < *other->teaching_since || is_longer_in_post(*mentor, *other, mentee.from)) continue;
    check
        .found(*code, {"наставник начал преподавать не раньше, чем {}", "the mentor did not begin teaching before {}"},
               check.who(mentee.person))
        .also(mentee.person, {"наставляемый", "the mentee"});
  }
}

/// Activities of the plan that name no kind: one finding for the programme.
std::vector<const Activity*> without_kind(Check& check, const Program& program) {
  std::vector<const Activity*> found;
  for (const Activity& activity : check.each(program.activities))
    if (is_in_plan(activity) && check.absent(activity.kind)) found.push_back(&activity);
  return found;
}

void activity_kind_missing(Check& check) {
  for (const Program& program : check.all<Program>()) {
    if (!check.absent(program.cancelled)) continue;
    const EffectiveKinds kinds = effective_kinds(program, check.day());
    if (!check.given(kinds) || (*kinds).size() < 2) continue;
    const auto activities = without_kind(check, program);
    if (activities.empty()) continue;
    check
        .found(*activities.front(),
               {"вид (kind) не указан: {}; а в программе {}", "no kind (kind) is given: {}; and the programme has {}"},
               Count{static_cast<long long>(activities.size()), activity_noun},
               Count{static_cast<long long>((*kinds).size()), kind})
        .also(kinds, {"виды программы", "kinds of the programme"});
  }
}

constexpr Rule kind_rows[] = {
    {{.id = "P7-12",
      .name = "speed-met-twice",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "7",
      .phrase = "однократная встреча наставляемого (наставляемых) с наставником более высокого уровня",
      .precise = {"с каждым наставляемым — не больше одной встречи вида speed за программу",
                  "no more than one meeting of kind speed with each mentee in a programme"},
      .title = {"скоростная встреча с одним человеком проведена больше одного раза",
                "a speed meeting with one person took place more than once"},
      .remedy =
          {"укажите, с кем была встреча (mentees у meetings в файле пары), а повторной встрече — её вид (kind)",
           "say with whom a meeting was (mentees of meetings in the pair's file), and of what kind a repeated one is (kind)"},
      .scope = Scope::links},
     speed_met_twice},
    {{.id = "P7-13",
      .name = "speed-only-program",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "7,2",
      .phrase = "Скоростное наставничество – однократная встреча",
      .precise = {"одна встреча — не программа от 3 месяцев: её записывают событием года",
                  "one meeting is no programme of 3 months or more: it is recorded as an event of the year"},
      .title = {"программа состоит из одной скоростной встречи", "the programme consists of one speed meeting only"},
      .remedy =
          {"запишите встречу как событие года (years/, events, kind: speed_meeting) или добавьте программе другие виды (kinds)",
           "record the meeting as an event of the year (years/, events, kind: speed_meeting), or add other kinds (kinds)"}},
     speed_only_program},
    {{.id = "P7-14",
      .name = "speed-mentor-not-senior",
      .severity = Severity::info,
      .nature = Nature::inference,
      .clauses = "7",
      .phrase = "с наставником более высокого уровня (профессионалом/компетентным лицом)",
      .title = {"не видно, что наставник скоростной встречи выше уровнем, чем наставляемый",
                "nothing shows that the mentor of a speed meeting is of a higher level than the mentee"},
      .remedy = {"запишите квалификацию (qualification) наставника в people/ или его опыт (experience) в mentors/",
                 "record the mentor's qualification (qualification) in people/ or experience (experience) in mentors/"},
      .scope = Scope::links},
     speed_mentor_not_senior},
    {{.id = "P7-15",
      .name = "situational-without-requests",
      .severity = Severity::info,
      .nature = Nature::inference,
      .clauses = "7",
      .phrase = "обеспечить немедленное реагирование на ту или иную ситуацию",
      .title = {"при ситуационном наставничестве давно не записано обращений за помощью",
                "situational mentoring has had no help requests for long"},
      .remedy =
          {"записывайте обращения и ответы (help_requests) в файле пары или смените вид изменением по п. 20",
           "record requests and answers (help_requests) in the pair's file, or change the kind by an amendment under cl. 20"},
      .limits = "help_request_months",
      .scope = Scope::links},
     situational_without_requests},
    {{.id = "P7-16",
      .name = "selection-criteria-missing",
      .severity = Severity::info,
      .nature = Nature::formalised,
      .clauses = "7",
      .phrase = "проводится отбор наставника и наставляемого по определенным критериям",
      .precise = {"критерии записаны, хотя положение говорит «обычно»",
                  "the criteria are on record, though the regulation says “as a rule”"},
      .title = {"не записано, по каким критериям подобрана пара",
                "the criteria by which the pair was selected are not recorded"},
      .remedy = {"укажите критерии отбора (formation.criteria) в файле пары",
                 "name the criteria of selection (formation.criteria) in the pair's file"},
      .scope = Scope::links},
     selection_criteria_missing},
    {{.id = "P7-17",
      .name = "mentor-less-experienced",
      .severity = Severity::info,
      .nature = Nature::formalised,
      .clauses = "7",
      .phrase = "взаимодействие между более опытным и начинающим работником",
      .precise = {"опыт — годы педагогической работы или годы в должности, что больше говорит за наставника",
                  "experience is the years of teaching or those in the post, whichever speaks for the mentor"},
      .title = {"стаж наставника не больше стажа наставляемого",
                "the mentor's teaching experience is not greater than the mentee's"},
      .remedy =
          {"проверьте год начала работы (teaching_since) в people/ или выберите другой вид наставничества (kinds)",
           "check the year teaching began (teaching_since) in people/, or choose another kind of mentoring (kinds)"},
      .scope = Scope::links},
     mentor_less_experienced},
    {{.id = "P7-22",
      .name = "activity-kind-missing",
      .severity = Severity::info,
      .nature = Nature::formalised,
      .clauses = "7",
      .phrase = "Формы наставничества используются как в одном виде, так и в комплексе",
      .precise = {"при двух видах и больше каждое мероприятие называет свой",
                  "with two kinds or more each activity names its own"},
      .title = {"в программе несколько видов наставничества, а у мероприятий вид не указан",
                "the programme has several kinds of mentoring and activities name none"},
      .remedy = {"укажите у мероприятий вид наставничества (kind) в файле программы",
                 "name the kind of mentoring of the activities (kind) in the programme's file"}},
     activity_kind_missing},
    {{.id = "P7-24",
      .name = "meetings-ceased",
      .severity = Severity::info,
      .nature = Nature::inference,
      .clauses = "7",
      .phrase =
          "взаимодействие между более опытным и начинающим работником в течение определенного продолжительного времени",
      .title = {"пара работает, а встречи давно не записаны",
                "the pair works and no meeting has been recorded for long"},
      .remedy =
          {"запишите встречи (meetings) в файле пары; если пара больше не встречается, решите, что с ней дальше",
           "record the meetings (meetings) in the pair's file; where the pair meets no more, decide what becomes of it"},
      .limits = "meeting_silence_days"},
     meetings_ceased},
};

}  // namespace

std::span<const Rule> kind_rules();
std::span<const Rule> kind_rules() { return kind_rows; }

}  // namespace nastavnik
