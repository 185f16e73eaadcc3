// Clause 21: the banks on the site, where everybody sees them. Law No. 152-FZ, article 10.1: of each person what a
// consent to dissemination lists, and nothing else.

#include <algorithm>

#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/organization.h"
#include "model/kinds/people.h"
#include "model/kinds/publications.h"
#include "model/notions/banks.h"
#include "model/notions/papers.h"
#include "model/notions/showing.h"
#include "model/notions/topics.h"
#include "reports/banks.h"
#include "reports/evidence.h"

namespace nastavnik::reports {
namespace {

using Urls = std::vector<std::string_view>;

/// Where the bank stands on the site; while there is no such page, the section it belongs into.
Urls pages_of_bank(const ReportRequest& request, PublicationKind bank) {
  Urls urls;
  for (const Publication& page : request.registry().all<Publication>())
    if (is_live_on(page, request.day()) == Verdict::yes && holds(page.kinds, bank) && page.url.given() &&
        page.channel.given() && *page.channel == Channel::site)
      urls.push_back(*page.url);
  const At<Url>& section = request.registry().organization().site->section_url;
  if (urls.empty() && section.given()) urls.push_back(*section);
  return urls;
}

/// A consent that is in force and yet lets nothing be shown. What the conditions are stays in people/.
void note_what_consent_lacks(const ReportRequest& request, std::string_view person, Report& report) {
  const std::string where = address_told<Person>(person) + ".yaml: consents";
  for (const Consent* consent : consents_of(request.registry(), person, ConsentKind::pd_dissemination)) {
    if (!is_in_force(*consent, request.day())) continue;
    if (consent->resources.absent())
      report.missing({"в согласии не названо, на каких страницах показывать (resources)",
                      "the consent does not say on which pages (resources)"},
                     where);
    if (consent->data.absent())
      report.missing({"в согласии не названо, что показывать (data)", "the consent does not say which data (data)"},
                     where);
    if (consent->conditions.absent())
      report.missing({"в согласии не сказано, установлены ли условия и запреты (conditions)",
                      "the consent does not say whether there are conditions and prohibitions (conditions)"},
                     where);
    if (sets_conditions(*consent))
      report.missing(
          {"в согласии есть условия или запреты, человек не показан: сверьтесь с ними и, если они позволяют, добавьте строку на страницу сами, вместе с условиями (152-ФЗ, ст. 10.1)",
           "the consent sets conditions or prohibitions, and the person is not shown: read them and, where they let you, add the row to the page yourself, with the conditions (152-FZ, article 10.1)"},
          where);
  }
}

/// A row of a bank; none where nothing may be shown.
std::optional<GridRow> row_of(const ReportRequest& request, std::string_view id, const Mentor* mentor,
                              const Urls& pages) {
  const auto allowed = shown_by_consent(request.registry(), id, pages, request.day());
  const PersonInBank person(request, id);
  const auto may = [&](DataField field) { return std::find(allowed.begin(), allowed.end(), field) != allowed.end(); };
  const auto cell = [&](DataField field, const Cell& value) { return may(field) ? value : dash(); };
  GridRow row{{may(DataField::full_name) ? Cell(who(request, id)) : Words("без имени", "without a name"),
               cell(DataField::position, person.posts()), cell(DataField::qualification, person.qualification()),
               cell(DataField::subjects, person.subjects()), cell(DataField::experience, person.teaching_since()),
               cell(DataField::experience, mentor ? experience_of(*mentor) : dash()),
               cell(DataField::achievements, mentor ? achievements_of(*mentor) : dash())}};
  const bool is_named = may(DataField::full_name);
  const bool says_more =
      std::any_of(row.cells.begin() + 1, row.cells.end(), [](const Cell& one) { return !is_dash(one); });
  return is_named || says_more ? std::optional(std::move(row)) : std::nullopt;
}

template <class Entry>
const Mentor* as_mentor(const Entry& entry) {
  if constexpr (std::is_same_v<Entry, Mentor>) return &entry;
  return nullptr;
}

struct BankOnSite {
  std::string_view id{};
  Text title{};
  PublicationKind kind{};
};

template <class Entry>
void add_bank(const ReportRequest& request, const BankOnSite& what, Report& report) {
  const auto bank = bank_on<Entry>(request.registry(), request.day());
  const Urls pages = pages_of_bank(request, what.kind);
  if (pages.empty())
    report.missing({"адрес страницы банка или раздела на сайте: без него не видно, что разрешают согласия",
                    "the address of the bank's page or of the section: without it nobody knows what consents allow"},
                   "organization.yaml: site: section_url");
  Grid grid{.id = what.id,
            .title = what.title,
            .columns = {{"person", {"Кто", "Who"}},
                        {"position", {"Должность", "Position"}},
                        {"qualification", {"Категория", "Qualification"}},
                        {"subjects", {"Предметы", "Subjects"}},
                        {"teaching_since", {"Педагогический стаж", "Teaching"}},
                        {"experience", {"Опыт", "Experience"}},
                        {"achievements", {"Достижения", "Achievements"}}},
            .when_empty = {"согласий на публикацию нет", "there are no consents to publication"}};
  for (const Entry* entry : bank) {
    note_what_consent_lacks(request, entry->id, report);
    if (auto row = row_of(request, entry->id, as_mentor(*entry), pages)) grid.rows.push_back(std::move(*row));
  }
  const std::size_t shown = grid.rows.size();
  report.add(std::move(grid));
  report.paragraph(say({"Всего в базе — {}; показано по согласиям — {}.", "In the base: {}; shown by consent: {}."},
                       Count{std::ssize(bank), noun::person}, shown));
}

/// What mentors help with: said of all together, as no consent is about it.
void add_topics(const ReportRequest& request, Report& report) {
  std::vector<Words> topics;
  for (const Mentor* mentor : bank_on<Mentor>(request.registry(), request.day()))
    for (const At<TopicCode>& topic : mentor->topics)
      if (topic.given()) topics.push_back(title_of_topic(request.registry(), *topic));
  std::sort(topics.begin(), topics.end(), [](const Words& a, const Words& b) { return a.ru < b.ru; });
  topics.erase(std::unique(topics.begin(), topics.end()), topics.end());
  if (topics.empty()) return;
  report.heading({"С чем помогают наставники", "What the mentors help with"});
  report.add(Points{std::move(topics)});
}

}  // namespace

void add_banks_for_site(const ReportRequest& asked, Report& report) {
  ReportRequest request = asked;
  request.to_sign = true;
  if (!request.names)
    report.subtitle.push_back({"рабочий экземпляр: люди обозначены номерами", "working copy: people are ids"});
  add_bank<Mentor>(request, {"mentors", {"База наставников", "The base of mentors"}, PublicationKind::mentor_base},
                   report);
  add_bank<Mentee>(request, {"mentees", {"База наставляемых", "The base of mentees"}, PublicationKind::mentee_base},
                   report);
  leave_out_empty_columns(report);
  add_topics(request, report);
}

}  // namespace nastavnik::reports
