#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "document/catalogue.h"
#include "document/choice.h"
#include "document/draft.h"
#include "model/kinds/amendments.h"
#include "model/kinds/codes_programs.h"
#include "model/kinds/programs.h"
#include "page/package.h"
#include "tests/fixture_run.h"
#include "tests/papers_made.h"

// What papers may say of records that lack something, or hold what the law protects.

namespace nastavnik {
namespace {

const char* partner = R"(~~ organization.yaml ~~
partners:
  - id: university
    name: Сибирский университет
    kind: university
    agreements:
      - {kind: cooperation, number: 27-с, date: 2025-05-12}
~~ people/p-017.yaml ~~
positions:
  - {from: 2010-09-01, title: доцент, category: teaching_staff, employer: university}
)";

}  // namespace

TEST_CASE("no paper tells what was explained of somebody's health") {
  const Changed changed("year", R"(~~ programs/2024-002.yaml ~~
completion:
  date: 2025-04-11
  ground: by_initiative
  initiator: mutual
  circumstance: health
  circumstance_note: Сломанная нога
  explanation: Операция на колене
  statements:
    - {person: p-018, date: 2025-04-10}
    - {person: p-032, date: 2025-04-10}
)",
                        winter);
  REQUIRE(*changed.registry().all<Program>().find("2024-002")->completion->circumstance == Circumstance::health);
  for (const DocumentKind& kind : documents())
    for (const std::vector<Subject>& subjects : papers_of(kind, subjects_of(kind, changed.registry())))
      for (const PaperFormat format : {PaperFormat::markdown, PaperFormat::html, PaperFormat::docx}) {
        const Draft one = drafted(kind, subjects, changed.registry(), format);
        std::string text = format == PaperFormat::docx ? "" : one.bytes;
        if (format == PaperFormat::docx)
          for (const PackagePart& part : unpacked(one.bytes)) text += part.bytes;
        CHECK_MESSAGE(text.find("Операция") == std::string::npos, kind.name);
        CHECK_MESSAGE(text.find("Сломанная") == std::string::npos, kind.name);
      }
  CHECK(says(paper(changed, "completion", "programs/2024-002"), "Обстоятельства: уважительные."));
  CHECK(says(paper(changed, "ending-statement", "programs/2024-002"), "Обстоятельства: уважительные."));
}

TEST_CASE("an act says by whom and why a programme ended, what was not done, and how its term was moved") {
  const Changed changed("year", R"(~~ programs/2024-003.yaml ~~
amendments:
  - {id: m1, date: 2025-02-03, changes: [term], reason: Болезнь класса, new_end: 2025-06-20}
  - {id: m2, date: 2025-03-03, changes: [term], reason: Отменено, new_end: 2025-05-16}
)",
                        winter);
  const Draft by_curator = paper(changed, "completion", "programs/2024-003");
  CHECK(says(by_curator, "в соответствии с подпунктом 3 пункта 19"));
  CHECK(says(by_curator, "инициатива куратора — недолжное исполнение программы со стороны наставляемого."));
  CHECK(!says(by_curator, "Обстоятельства"));  // the ground has said it
  CHECK(says(by_curator, "Пояснение. Наставляемая не приходила на занятия, мероприятие не проведено."));
  CHECK(says(by_curator, "| 20.12.2024 | не выполнено |\n"));
  CHECK(says(by_curator, "Срок реализации: с 2~сентября 2024~г. по 30~мая 2025~г."));
  CHECK(says(by_curator, "Срок продлён до 20~июня 2025~г. (лист изменений № 1 от 3~февраля 2025~г.)"));
  CHECK(says(by_curator, "Срок сокращён до 16~мая 2025~г. (лист изменений № 2 от 3~марта 2025~г.)"));
  CHECK(says(by_curator, "Отказ от подписи"));
  const Draft mutual = paper(changed, "completion", "programs/2024-002");
  CHECK(says(mutual, "подпунктом 2 пункта 19"));
  CHECK(says(mutual, "обоюдное решение наставника и наставляемых."));
  CHECK(says(mutual, "Обстоятельства: нагрузка."));
  CHECK(says(mutual, "не выполнено"));
  CHECK(says(mutual, "Отказ от подписи"));
  const Draft in_full = paper(changed, "completion", "programs/2024-001");
  CHECK(says(in_full, "подпунктом 1 пункта 19"));
  CHECK(!says(in_full, "Отказ от подписи"));
  CHECK(!says(in_full, "Итог"));
}

TEST_CASE("what an act should tell and the records do not is marked") {
  const auto act = [](const std::string& completion) {
    return paper(
        Changed("year", "~~ programs/2024-003.yaml ~~\ncompletion:\n  date: 2025-04-18\n" + completion, winter),
        "completion", "programs/2024-003");
  };
  CHECK(lacks(act(""), "programs/2024-003: completion, ground"));
  CHECK(lacks(act("  ground: by_curator\n"), "programs/2024-003: completion, side"));
  CHECK(lacks(act("  ground: by_initiative\n"), "programs/2024-003: completion, initiator"));
  CHECK(!lacks(act("  ground: by_initiative\n  initiator: mentee\n"), "programs/2024-003: completion, initiator"));
  CHECK(says(act("  ground: by_initiative\n  initiator: mentee\n"), "Основание: инициатива наставляемого."));
  CHECK(says(act("  ground: by_curator\n  side: neither\n"), "инициатива куратора — форс-мажор."));
}

TEST_CASE("an act says a thing once, and what was written in the records begins as it was written") {
  const auto act = [](const std::string& rest) {
    return paper(
        Changed("year", "~~ programs/2024-003.yaml ~~\ncompletion:\n  date: 2025-04-18\n  ground: by_curator\n" + rest,
                winter),
        "completion", "programs/2024-003");
  };
  CHECK(!says(act("  side: neither\n  circumstance: force_majeure\n"), "Обстоятельства"));
  CHECK(!says(act("  side: both\n  circumstance: improper_performance\n"), "Обстоятельства"));
  CHECK(says(act("  side: mentee\n  circumstance: force_majeure\n"), "Обстоятельства: форс-мажор."));
  CHECK(says(act("  side: mentor\n  circumstance: dismissal\n"), "Обстоятельства: увольнение."));
  CHECK(says(act("  side: mentee\n  explanation: встречи сорваны\n"), "Пояснение: встречи сорваны."));
  CHECK(says(act("  side: mentee\n  explanation: ЕГЭ отменён\n"), "Пояснение. ЕГЭ отменён."));
  CHECK(says(act("  side: mentee\nresults: план не выполнен.\n"), "**Результаты:** план не выполнен."));
  CHECK(says(act("  side: mentee\nresults: Методика освоена.\n"), "**Результаты.** Методика освоена."));
}

TEST_CASE("a consent to be a mentor says of a contract what the records show, and nothing of a contract with others") {
  const std::string ours =
      "~~ mentors/p-017.yaml ~~\nappointments:\n  - from: 2025-09-03\n    consent: {given_on: 2025-09-02, "
      "form: paper}\n    order: 2025-97-od\n";
  const Draft with_contract = paper(Changed("pair", ours, autumn), "consent-mentor", "people/p-017");
  CHECK(says(with_contract, "статьёй 351.8"));
  CHECK(says(with_contract,
             "В дополнительном соглашении от~01.09.2025 к трудовому договору указаны: содержание, срок, форма"));
  CHECK(says(with_contract, "вправе досрочно отказаться"));
  const Draft before_contract = paper(Changed("pair", "", autumn), "consent-mentor", "people/p-017");
  CHECK(says(before_contract, "статьёй 351.8"));
  CHECK(!says(before_contract, "трудовому договору"));
  const Draft external = paper(Changed("pair", partner + ours, autumn), "consent-mentor", "people/p-017");
  CHECK(says(external, "Соколова Марина Петровна, доцент"));
  CHECK(!says(external, "351.8"));
  CHECK(!says(external, "договор"));
  const Draft long_ago = paper(Changed("year", "", winter), "consent-mentor", "people/p-018");
  CHECK(!says(long_ago, "351.8"));  // the article is in force since 2025-03-01
}

TEST_CASE("petitions go to the curator and the head; the Labour Code is named to our own employees alone") {
  const Draft resignation = paper(Changed("pair", "", autumn), "resignation", "people/p-017");
  const Draft replacement = paper(Changed("pair", "", autumn), "replacement", "people/p-031");
  for (const Draft& petition : {resignation, replacement}) {
    CHECK(says(petition, "> Директору\n"));
    CHECK(says(petition, "> куратору реализации программ наставничества\n\n> Гущиной~Е.~С.\n"));
  }
  CHECK(says(resignation, "статья 351.8"));
  CHECK(!says(paper(Changed("pair", partner, autumn), "resignation", "people/p-017"), "351.8"));
}

TEST_CASE("an order on pairs rests on the mentor's own consent and the partner's agreement, and sets no term unasked") {
  const std::string one_order = R"(~~ mentors/p-017.yaml ~~
appointments:
  - from: 2025-09-01
    consent: {given_on: 2025-08-29, form: paper}
    order: 2025-98-od
)";
  const Draft ours = paper(Changed("pair", one_order, autumn), "order-pairs", "pairs/2025-003");
  CHECK(says(ours, "- письменное согласие быть наставником: Соколова~М.~П., 29.08.2025;\n"));
  CHECK(says(ours, "- письменное согласие на дополнительные обязанности: Ким~Д.~Р., 01.09.2025.\n"));
  CHECK(!says(ours, "договор"));
  CHECK(!says(ours, "разработать"));
  CHECK(!says(ours, "Программа |"));
  const Draft appointed_before = paper(Changed("pair", "", autumn), "order-pairs", "pairs/2025-003");
  CHECK(!says(appointed_before, "согласие быть наставником"));
  const Draft external = paper(Changed("pair", partner, autumn), "order-pairs", "pairs/2025-003");
  CHECK(says(external, "- договор о сотрудничестве от~12.05.2025 №~27\u2011с (Сибирский университет).\n"));
  const std::string without = std::string(partner).replace(std::string(partner).find("2025-05-12"), 10, "2025-09-12");
  CHECK(lacks(paper(Changed("pair", without, autumn), "order-pairs", "pairs/2025-003"),
              "organization.yaml: partners, agreements"));
  const std::string no_program = "xx programs/2025-003.yaml xx\n";
  const Draft to_draft = paper(Changed("pair", no_program, autumn), "order-pairs", "pairs/2025-003");
  CHECK(says(to_draft, "разработать персонализированные программы наставничества и представить их куратору."));
  CHECK(says(to_draft, "разрабатывается"));
  const std::string with_term = no_program + "~~ nastavnik.yaml ~~\nthresholds: {program_due_days: 21}\n";
  CHECK(says(paper(Changed("pair", with_term, autumn), "order-pairs", "pairs/2025-003"),
             "программы наставничества в течение 21~дня со дня начала работы и представить"));
}

TEST_CASE("a paper leaves a gap for the end that an unreadable amendment may have moved") {
  const Changed changed("pair",
                        "~~ programs/2025-003.yaml ~~\namendments:\n  - {id: m1, date: 2025-13-12, changes: [term], "
                        "reason: Решили, new_end: 2026-04-30}\n",
                        autumn);
  const Draft program = paper(changed, "program", "programs/2025-003");
  CHECK(lacks(program, "programs/2025-003: end"));
  CHECK(!says(program, "29~мая 2026~г."));
}

TEST_CASE("a roadmap leaves a gap for a day that was moved to one that cannot be read") {
  const Changed changed("year",
                        "~~ years/2024-2025.yaml ~~\nroadmap:\n  order: 2024-96-od\n  items:\n    - {id: r1, stage: "
                        "preparation, content: Приказы, due_on: 2024-10-02, moves: [{decided_on: 2024-10-01, to: "
                        "2024-13-02, reason: Карантин}], responsible: [head]}\n",
                        autumn);
  const Draft roadmap = paper(changed, "roadmap", "years/2024-2025");
  CHECK(lacks(roadmap, "years/2024-2025: roadmap, r1"));
  CHECK(!says(roadmap, "02.10.2024"));
}

TEST_CASE("an order on pairs that is not signed yet tells the programme as it was amended by its day") {
  const std::string amended =
      "~~ programs/2025-003.yaml ~~\namendments:\n  - {id: m1, date: 2025-09-12, changes: [term, form], reason: Решили, "
      "new_end: 2026-04-30, new_kinds: [virtual]}\n";
  const auto order = [](const std::string& changes) {
    return paper(Changed("pair", "~~ pairs/2025-003.yaml ~~\nxx order xx\n" + changes, autumn), "order-pairs",
                 "pairs/2025-003");
  };
  CHECK(says(order(""), "29.05.2026"));
  CHECK(says(order(amended), "30.04.2026"));
  CHECK(says(order(amended), "виртуальное"));
  CHECK(!says(order(amended), "традиционное"));
}

TEST_CASE("letters of what people wrote are not changed; where a capital follows, the lead-in ends with a full stop") {
  const auto release = [](const std::string& reason) {
    return paper(Changed("pair", R"(~~ programs/2025-003.yaml ~~
releases:
  - person: p-031
    date: 2025-09-12
    activity: a1
    substitutes: [p-017]
    continuity: IT-урок проводит наставник
    reason: )" + reason + "\n",
                         autumn),
                 "order-release", "programs/2025-003");
  };
  CHECK(says(release("ЕГЭ по физике"), "Обстоятельства. ЕГЭ по физике."));
  CHECK(says(release("МБОУ «СОШ № 2» приняла"), "Обстоятельства. МБОУ «СОШ № 2» приняла."));
  CHECK(says(release("Иванова уехала."), "Обстоятельства. Иванова уехала."));
  CHECK(says(release("отъезд класса"), "Обстоятельства: отъезд класса."));
  CHECK(says(release("2 урока в районе!"), "Обстоятельства: 2 урока в районе!\n"));
  CHECK(says(release("а кто, если не он?"), "Обстоятельства: а кто, если не он?\n"));
  CHECK(says(release("отъезд класса…"), "Обстоятельства: отъезд класса…\n"));
  CHECK(says(release("конкурс «Учись!»"), "Обстоятельства: конкурс «Учись!».\n"));
  CHECK(says(release("отъезд"), "Непрерывность образовательного процесса. IT-урок проводит наставник."));
  const auto post = [](const std::string& title) {
    return paper(Changed("pair",
                         "~~ people/p-017.yaml ~~\npositions:\n  - {from: 1996-08-26, category: teaching_staff, "
                         "title: " +
                             title + "}\n",
                         autumn),
                 "consent-mentor", "people/p-017");
  };
  CHECK(says(post("Учитель физики"), "Соколова Марина Петровна, учитель физики,"));
  CHECK(says(post("ИТ-специалист"), "Соколова Марина Петровна, ИТ-специалист,"));
  CHECK(says(post("ПДО"), "Соколова Марина Петровна, ПДО,"));
  const Changed own_topic("pair", R"(~~ nastavnik.yaml ~~
topics:
  - {code: exam_maths, title: ЕГЭ по математике}
~~ mentors/p-017.yaml ~~
topics: [exam_maths]
)",
                          autumn);
  CHECK(says(paper(own_topic, "consent-mentor", "people/p-017"), "готов(а) помогать: ЕГЭ по математике."));
  CHECK(says(paper(own_topic, "mentor-questionnaire", "people/p-017"), "| 11 | ЕГЭ по математике |"));
}

TEST_CASE("a roadmap without an author offers the curator in office; a programme makes nothing up") {
  const Draft roadmap = paper(Changed("pair", "", autumn), "roadmap", "years/2025-2026");
  CHECK(roadmap.report.gaps.empty());
  CHECK(says(roadmap, "Разработчик — "));
  CHECK(says(roadmap, "Е.~С.~Гущина"));
  CHECK(!says(roadmap, "Результат"));
  CHECK(says(paper(Changed("pair", R"(~~ years/2025-2026.yaml ~~
roadmap:
  order: 2025-96-od
  from: 2025-09-01
  to: 2028-08-31
  items: []
)",
                           autumn),
                   "roadmap", "years/2025-2026"),
             "на 2025–2028 годы"));
  const auto years = [&](const std::string& days) {
    return paper(
        Changed("pair", "~~ years/2025-2026.yaml ~~\nroadmap:\n  order: 2025-96-od\n" + days + "  items: []\n", autumn),
        "roadmap", "years/2025-2026");
  };
  CHECK(says(years("  to: 2028-05-31\n"), "на 2025–2028 годы"));
  CHECK(says(years("  from: 2025-01-01\n  to: 2025-12-31\n"), "на 2025 год\n"));
  CHECK(says(years("  from: 2025-09-01\n  to: 2026-12-31\n"), "на 2025–2026 годы"));
  CHECK(says(years("  from: 2025-08-25\n  to: 2026-06-30\n"), "на 2025/26 учебный год"));
  const Draft program = paper(Changed("pair", "", autumn), "program", "programs/2025-003");
  CHECK(!says(program, "Ожидаемые результаты"));
  const Draft unknown = paper(Changed("pair", "~~ mentees/p-031.yaml ~~\nstrengths: []\ndifficulties: []\n", autumn),
                              "program", "programs/2025-003");
  CHECK(lacks(unknown, "mentees/p-031: difficulties"));
  CHECK(lacks(unknown, "mentees/p-031: strengths"));
}

TEST_CASE("papers about what is not recorded yet are blanks to fill in") {
  const std::string bare = R"(-- pairs/2025-003.yaml --
mentor: p-017
mentees:
  - person: p-031
start: 2025-09-01
)";
  const Changed changed("pair", bare, autumn);
  for (const DocumentKind& kind : documents())
    for (const std::vector<Subject>& subjects : papers_of(kind, subjects_of(kind, changed.registry()))) {
      const Draft one = drafted(kind, subjects, changed.registry());
      CHECK_MESSAGE(one.report.unknown == std::vector<std::string>{}, kind.name);
    }
  for (const char* name : {"formation", "selection"}) {
    const Draft blank = paper(changed, name, "pairs/2025-003");
    CHECK(says(blank, "**Критерии отбора:** \\_\\_"));
    CHECK(says(blank, "**Обоснование выбора:** \\_\\_"));
    CHECK(std::ranges::none_of(blank.report.gaps,
                               [](const Gap& gap) { return gap.where.find("formation") != gap.where.npos; }));
  }
  CHECK(says(paper(changed, "formation", "pairs/2025-003"), "| Соколова~М.~П. |  |  |"));
  const Changed begun("pair", bare + "formation: {date: 2025-08-29}\n", autumn);
  CHECK(lacks(paper(begun, "formation", "pairs/2025-003"), "pairs/2025-003: formation, participants"));
  CHECK(lacks(paper(begun, "selection", "pairs/2025-003"), "pairs/2025-003: formation, considered"));
  for (const char* body : {"other", "совет мудрецов"}) {
    const std::string minutes = fmt::format(
        "formation: {{date: 2025-08-29, council_minutes: {{body: {}, number: 3, date: 2025-08-28}}}}\n", body);
    const Changed nobody("pair", bare + minutes, autumn);
    CHECK(says(paper(nobody, "formation", "pairs/2025-003"), "Предложение коллегиального органа: протокол"));
  }
}

TEST_CASE("a labour addendum is for our own employees who help employees, and leaves the pay to be written in") {
  const Draft addendum = paper(Changed("pair", "", autumn), "labour-addendum", "people/p-017");
  CHECK(says(addendum, "к трудовому договору от «"));
  CHECK(says(addendum, "в лице директора Орловой Татьяны Викторовны"));
  CHECK(says(addendum, "на основании своего письменного согласия от 29~августа 2025~г. выполняет"));
  CHECK(says(addendum, "- Ким Дарье Романовне, учителю математики"));
  CHECK(says(addendum, "Срок выполнения работы: с 1~сентября 2025~г. по 29~мая 2026~г."));
  CHECK(says(addendum, "Форма выполнения работы: «педагог – педагог»; виды наставничества: традиционное"));
  CHECK(says(addendum, "Размер выплаты за работу по наставничеству:\n"));
  const auto count = [](const char* base, const std::string& changes) {
    const Changed changed(base, changes, autumn);
    return subjects_of(*find_document("labour-addendum"), changed.registry()).size();
  };
  CHECK(count("pair", "") == 1);
  CHECK(count("pair", partner) == 0);
  CHECK(count("pair",
              "~~ mentors/p-017.yaml ~~\nlabour_terms:\n  - {document: contract, date: 2025-03-03, "
              "in_job_function: true}\n") == 0);
  CHECK(count("pair",
              "~~ mentors/p-017.yaml ~~\nlabour_terms:\n  - {document: contract, date: 2024-03-03, valid_to: "
              "2025-08-31, in_job_function: true}\n") == 1);
  CHECK(count("pair", "~~ people/p-031.yaml ~~\npositions: []\n") == 0);
}

TEST_CASE("a notice of cancellation names the last day once it is decided; a mentor who resigned gets none") {
  const std::string ending =
      "~~ mentors/p-017.yaml ~~\nappointments:\n  - from: 2025-09-01\n    order: 2025-97-od\n    end: ";
  const auto subjects = [&](const std::string& changes) {
    const Changed changed("pair", changes, autumn);
    return subjects_of(*find_document("cancellation-notice"), changed.registry());
  };
  const std::string cancelled = ending + "{date: 2025-09-30, reason: cancelled_by_employer}\n";
  CHECK(says(paper(Changed("pair", cancelled, autumn), "cancellation-notice", "people/p-017"),
             "Последний день выполнения работы по наставничеству: 30~сентября 2025~г."));
  REQUIRE(subjects(cancelled).size() == 1);
  CHECK(subjects(cancelled).front().is_new);
  REQUIRE(subjects("").size() == 1);
  CHECK(!subjects("").front().is_new);
  CHECK(subjects(ending + "{date: 2025-09-30, reason: resigned}\n").empty());
  const Draft given = paper(
      Changed("pair", ending + "{date: 2025-09-30, reason: cancelled_by_employer, notified_on: 2025-09-12}\n", autumn),
      "cancellation-notice", "people/p-017");
  CHECK(says(given, "12~сентября 2025~г. — №"));
}

TEST_CASE("a clause that has begun is closed before the sentence goes on, whatever stands in it") {
  for (const char* changes : {"", partner}) {
    const Draft consent = paper(Changed("pair", changes, autumn), "consent-mentor", "people/p-017");
    CHECK(says(consent, "351.8") == (std::string(changes).empty()));
    CHECK(says(consent, std::string(changes).empty() ? ", и статьёй 351.8 Трудового кодекса Российской Федерации даю"
                                                     : "од, даю согласие"));
  }
  const Changed untitled("year", "", winter);
  for (const Subject& subject : subjects_of(*find_document("ending-statement"), untitled.registry())) {
    const Draft statement = drafted(*find_document("ending-statement"), {subject}, untitled.registry());
    CHECK(!says(statement, " , в которой"));
    CHECK(says(statement, ", в которой"));
  }
}

TEST_CASE("who stated that the programme should end depends on whose initiative it was") {
  const auto people = [](const std::string& initiator) {
    const Changed changed(
        "year", "~~ programs/2024-002.yaml ~~\ncompletion:\n  date: 2025-04-11\n  ground: by_initiative\n" + initiator,
        winter);
    std::vector<std::string> found;
    for (const Subject& subject : subjects_of(*find_document("ending-statement"), changed.registry()))
      if (subject.program->id == "2024-002") found.emplace_back(subject.person);
    return found;
  };
  using People = std::vector<std::string>;
  CHECK(people("  initiator: mentor\n") == People{"p-018"});
  CHECK(people("  initiator: mentee\n") == People{"p-032", "p-033"});
  CHECK(people("  initiator: mutual\n") == People{"p-018", "p-032", "p-033"});
  CHECK(people("") == People{"p-018", "p-032", "p-033"});
}

TEST_CASE("of two items of a list each is chosen by its mark or its day") {
  const Changed changed("pair", R"(~~ programs/2025-003.yaml ~~
amendments:
  - {id: m1, date: 2025-09-08, changes: [term], reason: Раз, new_end: 2026-05-15}
  - {id: m2, date: 2025-09-12, changes: [term], reason: Два, new_end: 2026-05-22}
releases:
  - {person: p-031, date: 2025-09-09, activity: a1, reason: отъезд, order: 2025-197-od}
  - {person: p-031, date: 2025-09-10, activity: a1, reason: отъезд, order: 2025-198-od}
~~ pairs/2025-003.yaml ~~
replacements:
  - {date: 2025-09-08, mentee: p-031, reason: раз}
  - {date: 2025-09-12, mentee: p-031, reason: два}
~~ mentors/p-017.yaml ~~
resignations:
  - {date: 2025-09-08, leaving_on: 2025-09-09}
  - {date: 2025-09-12, leaving_on: 2025-09-15}
)",
                        autumn);
  const auto chosen = [&](std::string_view kind, std::vector<std::string> words) -> std::string {
    const PaperChoice choice = choose_papers(*find_document(kind), {.words = std::move(words)}, changed.registry());
    if (std::holds_alternative<NoChoice>(choice)) return "none";
    std::string ids;
    for (const ChosenPaper& paper : std::get<std::vector<ChosenPaper>>(choice))
      ids += (ids.empty() ? "" : " ") + paper.subjects.front().id;
    return ids;
  };
  CHECK(chosen("amendment", {"2025-003"}) == "none");
  for (const char* word : {"m2", "2025-003/m2", "programs/2025-003/m2"})
    CHECK(chosen("amendment", {word}) == "2025-003-m2");
  CHECK(chosen("amendment", {"2025-003", "m2"}) == "2025-003-m2");
  CHECK(chosen("amendment", {"2025-003", "m1", "m2"}) == "2025-003-m1 2025-003-m2");
  CHECK(chosen("order-release", {"2025-003"}) == "none");
  CHECK(chosen("order-release", {"2025-09-10"}) == "2025-003-2");
  CHECK(chosen("replacement", {"p-031"}) == "none");
  CHECK(chosen("replacement", {"p-031", "2025-09-12"}) == "2025-003-p-031-2");
  CHECK(chosen("resignation", {"p-017/2025-09-08"}) == "p-017");
}

TEST_CASE("a petition is addressed to who was in office when it was handed in") {
  const Changed changed("pair", R"(~~ organization.yaml ~~
heads:
  - {person: p-001, from: 2018-08-20}
  - {person: p-002, from: 2025-09-05, to: 2025-09-09, acting: true}
~~ pairs/2025-003.yaml ~~
replacements:
  - {date: 2025-09-08, mentee: p-031, reason: раз}
)",
                        autumn);
  CHECK(says(paper(changed, "replacement", "replacements/2025-09-08"), "> Исполняющему обязанности директора\n"));
  CHECK(says(paper(changed, "resignation", "people/p-017"), "> Директору\n"));
}

TEST_CASE("each consent in force can be withdrawn, the dissemination of data by a demand") {
  const Changed changed("year", "", winter);
  std::vector<std::string> keys;
  for (const Subject& subject : subjects_of(*find_document("consent-withdrawal"), changed.registry()))
    if (subject.person == "p-017") keys.push_back(subject.keys.front());
  CHECK(keys == std::vector<std::string>{"consents/p-017-pd_processing", "consents/p-017-pd_dissemination",
                                         "consents/p-017-mentor_appointment", "consents/2025-003-p-017-participation"});
  const Draft demand = paper(changed, "consent-withdrawal", "consents/p-017-pd_dissemination");
  CHECK(says(demand, "# ТРЕБОВАНИЕ"));
  CHECK(says(demand, "подлежит прекращению: фамилия, имя, отчество, должность"));
  CHECK(says(demand, "- https://klyuchevskaya.example.ru/nastavnichestvo"));
  const Draft processing = paper(changed, "consent-withdrawal", "consents/p-017-pd_processing");
  CHECK(says(processing, "согласие от 30~августа 2024~г. на обработку моих персональных данных"));
  const Draft duties = paper(changed, "consent-withdrawal", "consents/2025-003-p-017-participation");
  CHECK(says(duties, "на возложение на меня дополнительных обязанностей"));
  CHECK(says(duties, "Наставляемые:\n"));
  CHECK(says(paper(changed, "consent-withdrawal", "consents/2025-003-p-031-participation"),
             "Наставник: Соколова Марина Петровна"));
}

TEST_CASE("a sheet that lists what it consents to consents to nothing else") {
  const Changed changed("pair",
                        "~~ mentors/p-017.yaml ~~\nappointments:\n  - {from: 2025-09-01, order: 2025-98-od, consent: "
                        "{kinds: [participation], given_on: 2025-08-29, form: paper}}\n",
                        autumn);
  const auto can_be_withdrawn = [&](std::string_view id) {
    const auto all = subjects_of(*find_document("consent-withdrawal"), changed.registry());
    return std::any_of(all.begin(), all.end(), [&](const Subject& subject) { return subject.keys.front() == id; });
  };
  CHECK(can_be_withdrawn("consents/p-017-participation"));
  CHECK(!can_be_withdrawn("consents/p-017-mentor_appointment"));
  CHECK(lacks(paper(changed, "order-pairs", "pairs/2025-003"), "mentors/p-017: appointments, consent"));
}

TEST_CASE("an attendance sheet lists who took part, else has lines to write in") {
  const Changed changed("year", "", winter);
  const Draft known = paper(changed, "event-attendance", "events/2024-09-18");
  CHECK(says(known, "мероприятия «Установочная сессия наставников»"));
  CHECK(says(known, "| 1 | Соколова Марина Петровна | учитель математики |  |\n| 2 |"));
  CHECK(!says(known, "| 3 |"));
  const Draft blank = paper(changed, "event-attendance", "events/2025-05-21");
  CHECK(says(blank, "мероприятия Семинар «Год наставничества»"));
  CHECK(says(blank, "| 15 |  |  |  |"));
}

TEST_CASE(
    "a sheet of checks tells what was due and not done, and has a line for the next check while the programme runs") {
  const Draft running = paper(Changed("year", "", winter), "curator-check", "programs/2025-003");
  CHECK(says(running, "| 31.10.2025 | 29.10.2025 |"));
  CHECK(says(running, "| 30.04.2026 | срок не наступил |"));
  CHECK(says(running, "| 08.12.2025 | Мероприятия идут по плану. |"));
  CHECK(says(running, "Что решено"));
  CHECK(says(running, "| <br>"));
  const Draft ended = paper(Changed("year", "", winter), "curator-check", "programs/2024-003");
  CHECK(says(ended, "| 20.12.2024 | не выполнено |"));
  CHECK(!says(ended, "Что решено"));
  CHECK(!says(ended, "<br>"));
}

}  // namespace nastavnik
