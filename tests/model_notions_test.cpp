// What follows from the records, and what it says where one of them cannot be read: a rule must be able to tell that from
// what is absent, a report must not make it up.

#include <memory>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "model/kinds/activities.h"
#include "model/kinds/organization.h"
#include "model/kinds/programs.h"
#include "model/notions/banks.h"
#include "model/notions/due.h"
#include "model/notions/naming.h"
#include "model/notions/offices.h"
#include "model/notions/pairs.h"
#include "model/notions/positions.h"
#include "model/notions/programs.h"
#include "model/notions/states.h"
#include "model/notions/topics.h"
#include "tests/fixture_run.h"

using namespace nastavnik;

namespace {

constexpr Date today{2025, 11, 3};

/// The clean registry `pair`, with some words of its files replaced.
class School {
public:
  School() : files_(base_files("pair")) {}

  School& put(const std::string& path, std::string_view from, std::string_view to) {
    std::string& text = files_[path];
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    return *this;
  }
  School& add(const std::string& path, std::string_view more) {
    files_[path] += more;
    return *this;
  }

  const Registry& registry() {
    if (loaded_) return loaded_->registry;
    tree_ = std::make_unique<MemoryTree>(std::map<std::string, std::string>(files_.begin(), files_.end()));
    loaded_ = load({.tree = *tree_, .today = today, .as_of = today});
    return loaded_->registry;
  }
  const Program& program() { return *registry().all<Program>().find("2025-003"); }
  const Pair& pair() { return *registry().all<Pair>().find("2025-003"); }
  const Mentor& mentor() { return *registry().all<Mentor>().find("p-017"); }
  const Mentee& mentee() { return *registry().all<Mentee>().find("p-031"); }
  const Person& person(std::string_view id) { return *registry().all<Person>().find(id); }
  /// The words at the place of the field.
  std::string_view at(Span span) { return loaded_->sources.text(span); }

private:
  FileTexts files_;
  std::unique_ptr<MemoryTree> tree_;
  std::unique_ptr<Loaded> loaded_;
};

const std::string program_file = "programs/2025-003.yaml", pair_file = "pairs/2025-003.yaml",
                  mentor_file = "mentors/p-017.yaml", mentee_file = "mentees/p-031.yaml",
                  settings_file = "nastavnik.yaml", school_file = "organization.yaml";

std::string amendment(std::string_view date) {
  return fmt::format("amendments:\n  - {{id: m1, date: {}, changes: [term], reason: Решили, new_end: 2026-04-30}}\n",
                     date);
}

}  // namespace

TEST_CASE("the end of a term is that of the last amendment by the day, at its place") {
  School school;
  school.add(program_file, amendment("2025-10-06"));
  const At<Day> end = end_of_term(school.program(), today);
  REQUIRE(end.given());
  CHECK(*end == Date(2026, 4, 30));
  CHECK(school.at(end.span) == "2026-04-30");
  CHECK(*end_of_term(school.program(), Date(2025, 10, 5)) == Date(2026, 5, 29));
}

TEST_CASE("the end of a term is not known while an amendment cannot be read") {
  School school;
  school.add(program_file, amendment("2025-13-06"));
  CHECK(end_of_term(school.program(), today).presence == Presence::broken);
}

TEST_CASE("an activity is due on the day that is set, else on the last of its term in words") {
  const auto due_with = [](School& school, std::string_view due) {
    school.put(program_file, "due_on: 2025-10-31", due);
    return due_of(school.program().activities[0], school.program(), today);
  };
  School set, words, throughout, broken, none;
  CHECK(*due_with(set, "due_on: 2025-10-30") == Date(2025, 10, 30));
  const At<Day> in_words = due_with(words, "term: до 15 октября");
  CHECK(*in_words == Date(2025, 10, 15));
  CHECK(words.at(in_words.span) == "до 15 октября");
  CHECK(*due_with(throughout, "term: в течение года") == Date(2026, 5, 29));
  CHECK(due_with(broken, "due_on: 2025-13-30\n    term: октябрь").presence == Presence::broken);
  CHECK(due_with(none, "format: onsite").absent());
}

TEST_CASE("a term in words ends with the programme, and is not known where its end is not") {
  School school;
  school.add(program_file, amendment("2025-13-06")).put(program_file, "due_on: 2025-10-31", "term: в течение года");
  CHECK(due_of(school.program().activities[0], school.program(), today).presence == Presence::broken);
}

TEST_CASE("a move that cannot be read leaves the day unknown, not as it was planned") {
  School school;
  school.put(program_file, "due_on: 2025-10-31",
             "due_on: 2025-10-31\n    moves: [{decided_on: 2025-10-20, to: 2025-13-12, reason: Карантин}]");
  CHECK(due_of(school.program().activities[0], school.program(), today).presence == Presence::broken);
  CHECK(state_on(school.program().activities[0], school.program(), today) == ItemState::planned);
}

TEST_CASE("an activity that an amendment not to be found took out is out of the plan") {
  School school;
  school.put(program_file, "due_on: 2025-10-31", "due_on: 2025-10-31\n    cancelled_by: m9");
  CHECK(state_on(school.program().activities[0], school.program(), today) == ItemState::cancelled);
  CHECK(progress_of(school.program(), today).planned == 1);
}

TEST_CASE("a pair works from its start to its end") {
  School clear, ended, broken, unstarted;
  CHECK(works_on(clear.pair(), today) == Verdict::yes);
  CHECK(works_on(clear.pair(), Date(2025, 8, 31)) == Verdict::no);
  ended.add(pair_file, "end: {date: 2025-11-02, reason: program_ended}\n");
  CHECK(works_on(ended.pair(), today) == Verdict::no);
  CHECK(works_on(ended.pair(), today - 1) == Verdict::yes);
  broken.add(pair_file, "end: {date: 2025-13-02, reason: program_ended}\n");
  CHECK(works_on(broken.pair(), today) == Verdict::unknown);
  CHECK(is_member_on(broken.pair(), "p-031", today) == Verdict::unknown);
  CHECK(members_on(broken.pair(), today).empty());
  CHECK(mentors_in_office(broken.registry(), today).size() == 1);
  unstarted.put(pair_file, "start: 2025-09-01", "");
  CHECK(works_on(unstarted.pair(), today) == Verdict::no);
}

TEST_CASE("a programme runs from its start until it is completed") {
  School clear, completed, broken, cancelled;
  CHECK(runs_on(clear.program(), today) == Verdict::yes);
  CHECK(runs_on(clear.program(), Date(2025, 8, 31)) == Verdict::no);
  completed.add(program_file, "completion: {date: 2025-11-02, ground: plan_completed}\n");
  CHECK(runs_on(completed.program(), today) == Verdict::no);
  CHECK(runs_on(completed.program(), today - 1) == Verdict::yes);
  broken.add(program_file, "completion: {date: 2025-13-02, ground: plan_completed}\n");
  CHECK(runs_on(broken.program(), today) == Verdict::unknown);
  CHECK(runs_on(broken.program(), Date(2025, 8, 31)) == Verdict::no);
  cancelled.add(program_file, "cancelled: {date: 2025-11-02, reason: Не нужна}\n");
  CHECK(runs_on(cancelled.program(), today) == Verdict::no);
}

TEST_CASE("mentors and mentees stand in their banks from the entry to the day they left") {
  School clear, left, broken;
  CHECK(is_in_bank(clear.mentor(), today) == Verdict::yes);
  CHECK(is_in_bank(clear.mentor(), Date(2025, 8, 31)) == Verdict::no);
  for (const std::string& file : {mentor_file, mentee_file}) {
    left.add(file, "left: {date: 2025-11-02, reason: own_wish}\n");
    broken.add(file, "left: {date: 2025-13-02, reason: own_wish}\n");
  }
  CHECK(is_in_bank(left.mentor(), today) == Verdict::no);
  CHECK(is_in_bank(left.mentor(), today - 1) == Verdict::yes);
  CHECK(is_in_bank(left.mentee(), today) == Verdict::no);
  CHECK(is_in_bank(broken.mentor(), today) == Verdict::unknown);
  CHECK(is_in_bank(broken.mentee(), today) == Verdict::unknown);
}

TEST_CASE("a mentee is alone from the day after the last pair") {
  School paired, ended, broken;
  CHECK(alone_since(paired.registry(), paired.mentee(), today).absent());
  ended.add(pair_file, "end: {date: 2025-10-17, reason: program_ended}\n");
  CHECK(*alone_since(ended.registry(), ended.mentee(), today) == Date(2025, 10, 18));
  CHECK(waiting_on(ended.registry(), today).size() == 1);
  broken.add(pair_file, "end: {date: 2025-13-17, reason: program_ended}\n");
  CHECK(alone_since(broken.registry(), broken.mentee(), today).presence == Presence::broken);
  CHECK(waiting_on(broken.registry(), today).empty());
}

TEST_CASE("a position is held here unless its end or its employer leaves that open") {
  const auto teaches = [](School& school) {
    return has_category(school.person("p-017"), PositionCategory::teaching_staff, today);
  };
  School clear, broken;
  CHECK(teaches(clear) == Verdict::yes);
  CHECK(works_here(clear.registry(), "p-017", today) == Verdict::yes);
  CHECK(has_category(clear.person("p-017"), PositionCategory::teaching_staff, Period{today, today + 30}) ==
        Verdict::yes);
  CHECK(has_category(clear.person("p-017"), PositionCategory::head, today) == Verdict::no);
  CHECK(has_employee(clear.registry(), clear.pair(), today) == Verdict::yes);
  broken.put("people/p-017.yaml", "category: teaching_staff", "category: teaching_staff\n    to: 2025-13-01");
  CHECK(teaches(broken) == Verdict::unknown);
  CHECK(works_here(broken.registry(), "p-017", today) == Verdict::unknown);
  CHECK(is_external(broken.registry(), "p-017", today) == Verdict::unknown);
}

TEST_CASE("the year of birth is that of the date, else the year that is told") {
  School school;
  school.add("people/p-017.yaml", "birth_date: 1973-05-06\n");
  const At<YearNumber> year = year_of_birth(school.person("p-017"));
  CHECK(*year == 1973);
  CHECK(school.at(year.span) == "1973-05-06");
}

TEST_CASE("a code of the common list means the same in every school") {
  School school;
  school.add(settings_file, "topics:\n  - {code: digital, title: Компьютеры}\n  - {code: chess, title: Шахматы}\n");
  CHECK(title_of_topic(school.registry(), "digital") == Words(label_of(Topic::digital)));
  CHECK(title_of_topic(school.registry(), "chess").ru == "Шахматы");
  CHECK(title_of_topic(school.registry(), "unknown").ru == "unknown");
}

TEST_CASE("while somebody acts as the head, that is who signs") {
  School school;
  school.put(school_file, "from: 2018-08-20\n",
             "from: 2018-08-20\n  - person: p-002\n    from: 2025-10-01\n    to: 2025-11-30\n    acting: true\n");
  CHECK(head_on(school.registry().organization(), today)->person.id == "p-002");
  CHECK(head_on(school.registry().organization(), Date(2025, 9, 30))->person.id == "p-001");
  CHECK(head_on(school.registry().organization(), Date(2018, 1, 1)) == nullptr);
}

TEST_CASE("a person is called by the full name and the id, or by the id alone") {
  School school;
  school.add("people/p-017.yaml", "short_name: О. П.\n");
  const std::string name(full_name_of(school.registry(), "p-017", today));
  REQUIRE(!name.empty());
  CHECK(called(school.registry(), "p-017", true, today).ru == name + " (p-017)");
  CHECK(called(school.registry(), "p-017", false, today).ru == "p-017");
  CHECK(called(school.registry(), "p-999", true, today).ru == "p-999");
}

TEST_CASE("the edition of the regulation is its model, its day and the day of the last change") {
  School school, unreadable;
  school.add("regulation.yaml", "changes:\n  - {date: 2025-10-01}\n  - {date: 2025-09-20}\n");
  CHECK(edition_of(school.registry()).en == std::string(label_of(RegulationModel::nso_564_2022).en) +
                                                "; the school's regulation of 2025-09-01 as changed on 2025-10-01");
  unreadable.put("regulation.yaml", "approved_on", "[");
  CHECK(edition_of(unreadable.registry()).en.ends_with("the school's own regulation cannot be read"));
}

TEST_CASE("a person is called as on the day") {
  School school;
  school.add("people/p-031.yaml",
             "former_names:\n  - {full_name: Зимина Дарья Романовна, to: 2020-06-18}\n"
             "  - {full_name: Белова Дарья Романовна, to: 2025-08-31}\n");
  const auto on = [&](Date day) { return std::string(full_name_of(school.registry(), "p-031", day)); };
  CHECK(on(Date(2000, 1, 1)) == "Зимина Дарья Романовна");
  CHECK(on(Date(2020, 6, 18)) == "Зимина Дарья Романовна");
  CHECK(on(Date(2020, 6, 19)) == "Белова Дарья Романовна");
  CHECK(on(Date(2025, 8, 31)) == "Белова Дарья Романовна");
  CHECK(on(Date(2025, 9, 1)) == "Ким Дарья Романовна");
}
