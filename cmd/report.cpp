#include <algorithm>
#include <ostream>

#include "base/failure.h"
#include "base/layout.h"
#include "cmd/answer.h"
#include "cmd/commit_act.h"
#include "cmd/open.h"
#include "cmd/paper_files.h"
#include "cmd/report_period.h"
#include "cmd/report_save.h"
#include "cmd/unknown.h"
#include "reports/reports.h"
#include "reports/subject.h"

namespace nastavnik::cmd {
namespace {

using reports::ReportFormat;
using reports::ReportKind;

constexpr std::string_view pdf = "pdf";

/// Whether a PDF is wanted, by `--format` or by the name of the file.
bool is_pdf(const Arguments& arguments) {
  if (const auto name = arguments.text("format")) return name == pdf;
  return arguments.text("output").value_or("").ends_with(".pdf");
}

std::vector<Word> format_words() {
  std::vector<Word> words;
  for (const ReportFormat& format : reports::report_formats()) words.push_back({format.name, format.title});
  words.push_back({pdf, {"то же, что docx, через LibreOffice", "the same as docx, by LibreOffice"}});
  return words;
}

const ReportKind& kind_named(const std::string& name) {
  if (const ReportKind* kind = reports::find_report(name)) return *kind;
  throw unknown(name, names_of(reports::reports()), say({"нет отчёта «{}»", "there is no report '{}'"}, name),
                Text{"все отчёты: nastavnik report --list", "all reports: nastavnik report --list"});
}

void list_reports(Environment& environment) {
  std::vector<Described> lines;
  for (const ReportKind& kind : reports::reports())
    lines.push_back({std::string(kind.name), std::string(kind.summary.in(environment.language))});
  environment.out << columns(lines, 0, environment.width());
}

/// A PDF is made from .docx.
const ReportFormat& format_of(const Arguments& arguments) {
  if (!is_pdf(arguments)) return *format_asked(arguments);
  return *std::ranges::find(reports::report_formats(), "docx", &ReportFormat::name);
}

/// The pair or person that a journal is about: an address, a bare id, or a part of a name that only one person has.
std::string subject_of(const ReportKind& kind, const Arguments& arguments, const Registry& registry,
                       const Beside& beside) {
  if (kind.subject.empty()) {
    if (arguments.given("subject"))
      throw UsageError{
          say({"отчёту «{}» ничего больше называть не нужно", "the report '{}' needs nothing else named"}, kind.name)};
    return {};
  }
  const std::string asked = arguments.text("subject").value_or("");
  if (asked.empty())
    throw UsageError{
        say({"назовите {}", "name {}"}, kind.subject),
        say({"например: nastavnik report {} pairs/2025-003", "for example: nastavnik report {} pairs/2025-003"},
            kind.name)};
  const std::string found =
      the_one(reports::find_subject(registry, asked), asked, beside,
              say({"нет ни пары, ни человека «{}»", "there is neither a pair nor a person '{}'"}, asked));
  return found.substr(found.find('/') + 1);
}

void tell_gaps(const std::vector<page::Gap>& gaps, const Beside& beside, Environment& environment) {
  if (gaps.empty()) return;
  environment.err << said(Text{"в записях не хватает:\n", "the records lack:\n"}, environment.language);
  for (const page::Gap& gap : gaps)
    environment.err << say({"  {}: {}\n", "  {}: {}\n"}, beside.with(gap.where), gap.what).in(environment.language);
}

/// Refuses what cannot be printed like that.
void require_format(const ReportKind& kind, const ReportFormat& format, const Arguments& arguments,
                    const Environment& environment) {
  if (format.on_paper_only && !kind.on_paper)
    throw UsageError{
        say({"отчёт «{}» не подписывают: вида «{}» у него нет", "the report '{}' is not signed: it has no format '{}'"},
            kind.name, is_pdf(arguments) ? pdf : format.name),
        Text{"для печати есть html", "html is there for print"}};
  if (format.binary) refuse_on_terminal(is_pdf(arguments) ? pdf : format.name, arguments, environment);
}

/// A period that is over is reported on from its last day.
Beforehand before_report(const Arguments& arguments, Environment& environment) {
  if (arguments.given("list") || !arguments.given("name")) {
    list_reports(environment);
    return {.status = ExitStatus::clean};
  }
  const ReportKind& kind = kind_named(*arguments.text("name"));
  const ReportFormat& format = format_of(arguments);
  if (arguments.given("save") && (kind.name != "statistics" || arguments.given("output")))
    throw UsageError{
        say({"{} — только для report statistics и без --output", "{} is for report statistics alone, without --output"},
            arguments.spelled("save"))};
  if (arguments.given("dry-run") && !arguments.given("save"))
    throw UsageError{say({"{} — только вместе с {}: без него отчёт записей не меняет",
                          "{} goes with {}: without it a report changes no record"},
                         arguments.spelled("dry-run"), arguments.spelled("save"))};
  if (arguments.given("for") && !kind.also_for_site)
    throw UsageError{
        say({"отчёт «{}» только для работы: {} у него нет", "the report '{}' is for work only: it has no {}"},
            kind.name, arguments.spelled("for"))};
  require_format(kind, format, arguments, environment);
  const std::optional<Period> asked = asked_days(arguments);
  return {.last_day = asked ? std::optional(asked->to) : std::nullopt};
}

void tell(const ReportKind& kind, const reports::Report& made, bool to_sign_unnamed, const Beside& beside,
          Environment& environment) {
  if (to_sign_unnamed)
    environment.err << said(
        Text{"люди названы номерами; на подпись — с --names\n", "people are ids; to be signed, with --names\n"},
        environment.language);
  if (!kind.annex.empty())
    environment.err << said(
        say({"замечания проверки в отчёт не входят, они для куратора: nastavnik report {}\n",
             "findings of the check are no part of the report but for the curator: nastavnik report {}\n"},
            kind.annex),
        environment.language);
  tell_gaps(made.gaps, beside, environment);
  tell_gaps(made.asides, beside, environment);
}

/// Where records are not read as a whole the numbers may be too low.
void tell_of_errors(const Loaded& loaded, Environment& environment) {
  if (std::none_of(loaded.findings.begin(), loaded.findings.end(),
                   [](const Finding& finding) { return finding.severity == Severity::error; }))
    return;
  environment.err << said(Text{"в записях есть ошибки, и отчёт может быть неполон: nastavnik check\n",
                               "records have errors, and the report may be incomplete: nastavnik check\n"},
                          environment.language);
}

ExitStatus run_report(const Open& open, const Arguments& arguments, Environment& environment) {
  const ReportKind& kind = kind_named(*arguments.text("name"));
  const ReportFormat& format = format_of(arguments);
  const std::optional<Period> asked = asked_days(arguments);
  const Registry& registry = open.registry();
  const Beside beside(registry, environment.names_in_messages());
  const Period days = days_reported(asked, registry.day());
  const std::string subject = subject_of(kind, arguments, registry, beside);
  const Period whole{reports::beginning_of_time, registry.day()};
  const reports::ReportRequest request{
      .loaded = *open.loaded,
      .period = kind.whole_history && !asked ? whole : days,
      .names = shows_names(format.name, arguments, environment) && !format.for_machines,
      .for_machines = format.for_machines,
      .for_site = arguments.text("for") == "site",
      .subject = subject,
      .revision = revision_of(open, environment)};
  if (arguments.given("save"))
    return save_statistics(open, request, asked.has_value(), arguments.given("dry-run"), environment);
  const reports::Report made = make_report(kind, request);
  const reports::Style style{.language = environment.language,
                             .explain_figures = arguments.given("explain-figures"),
                             .width = environment.out_terminal.is_terminal ? environment.width() : 100};
  std::string bytes = format.render(made, style);
  if (is_pdf(arguments)) bytes = as_pdf({{fmt::format("{}.docx", kind.name), bytes}}, environment).front().bytes;
  deliver(std::move(bytes), arguments, environment);
  if (!arguments.given("quiet")) tell_of_errors(*open.loaded, environment);
  if (!arguments.given("quiet")) tell(kind, made, format.on_paper_only && !request.names, beside, environment);
  return open.loaded->unreadable ? ExitStatus::unreadable : ExitStatus::clean;
}

}  // namespace

Command report_command();
Command report_command() {
  return {
      .name = "report",
      .group = Group::papers,
      .summary = {"составить отчёт по записям", "make a report from the records"},
      .description =
          {"Считает по записям и показывает, из каких записей получилось каждое число. Люди обозначены номерами, с --names — фамилиями и именами. Записей не меняет. С --output отчёт сохраняется в новый файл; с --save статистика дописывается в years/.",
           "Counts from the records and shows which of them each number comes from. People are ids; with --names they are named. Changes no record. With --output the report goes to a new file; with --save statistics are added to years/."},
      .positionals = {{.name = "name",
                       .type = Type::text,
                       .value = {"ОТЧЁТ", "REPORT"},
                       .help = {"название отчёта; без него — список", "name of the report; without it, the list"},
                       .completes = {Completes::report}},
                      {.name = "subject",
                       .type = Type::text,
                       .value = {"О_КОМ", "SUBJECT"},
                       .help = {"для journal: пара (2025-003) или человек (p-017)",
                                "for journal: a pair (2025-003) or a person (p-017)"},
                       .completes = {Completes::subject_of_report}}},
      .options =
          {
              {.name = "list", .help = {"какие есть отчёты", "which reports there are"}},
              {.name = "format",
               .type = Type::choice,
               .value = {"ВИД", "FORMAT"},
               .help = {"в каком виде; иначе по имени файла в --output, а без него text",
                        "in which format; otherwise by the name of the file in --output, without one text"},
               .words = format_words()},
              {.name = "for",
               .type = Type::choice,
               .value = {"КОГО", "WHOM"},
               .help = {"для кого отчёт о банках (по умолчанию office)", "for whom the banks are (by default office)"},
               .words = {{"office",
                          {"для работы в организации: всё, что записано",
                           "for work within the organisation: all that is recorded"}},
                         {"site",
                          {"для сайта: только то, на что дано согласие", "for the site: only what a consent allows"}}}},
              {.name = "output",
               .letter = 'o',
               .type = Type::path,
               .value = {"ФАЙЛ", "FILE"},
               .help = {"записать в новый файл", "write to a new file"}},
              {.name = "year",
               .type = Type::text,
               .value = {"ГОД", "YEAR"},
               .help = {"учебный год (2025-2026): его дни, записи на его конец",
                        "a school year (2025-2026): its days, the records as of its end"},
               .completes = {Completes::school_year}},
              {.name = "period",
               .type = Type::text,
               .value = {"С..ПО", "FROM..TO"},
               .help = {"дни отчёта: 2025-09-01..2025-12-31; иначе учебный год до дня отчёта",
                        "days of the report: 2025-09-01..2025-12-31; otherwise the school year up to the day"}},
              {.name = "save",
               .help =
                   {"для statistics: дописать данные в файл учебного года в years/; если его ещё нет, он создаётся",
                    "of statistics: add them to the file of the school year in years/, which is made where it is missing"}},
              {.name = "dry-run",
               .help = {"с --save: ничего не записывать, показать, что было бы дописано",
                        "with --save: write nothing, show what would be added"}},
              commit_option(),
              no_commit_option(),
              {.name = "explain-figures",
               .help = {"показать, как посчитано каждое число и по каким записям",
                        "show how each number is counted and from which records"}},
          },
      .examples = {{"nastavnik report statistics",
                    {"статистика участников за учебный год", "statistics of participants of the school year"}},
                   {"nastavnik report statistics --year 2025-2026 --explain-figures",
                    {"за названный год, с записями за каждым числом",
                     "of a year that is named, with the records behind each number"}},
                   {"nastavnik report statistics --format csv", {"для электронных таблиц", "for a spreadsheet"}},
                   {"nastavnik report final --year 2025-2026 --names -o final.docx",
                    {"итоговый отчёт на подпись", "the final report, to be signed"}},
                   {"nastavnik report banks --for site --names -o banks.html",
                    {"базы наставников и наставляемых для сайта", "the bases of mentors and mentees for the site"}}},
      .statuses = {ExitStatus::clean, ExitStatus::findings, ExitStatus::usage, ExitStatus::unreadable},
      .before = before_report,
      .writes = [](const Arguments& arguments) { return arguments.given("save") && !arguments.given("dry-run"); },
      .run = run_report,
  };
}

}  // namespace nastavnik::cmd
