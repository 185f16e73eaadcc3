#include <algorithm>
#include <array>
#include <memory>
#include <ostream>
#include <set>

#include "acts/signing.h"
#include "base/ascii.h"
#include "base/failure.h"
#include "base/layout.h"
#include "cmd/act_options.h"
#include "cmd/carry_out.h"
#include "cmd/commit_act.h"
#include "cmd/own_template.h"
#include "cmd/paper_choice.h"
#include "cmd/paper_files.h"
#include "cmd/paper_remarks.h"
#include "cmd/unknown.h"
#include "document/papers.h"
#include "document/waiting.h"
#include "document/wording.h"
#include "model/addresses.h"
#include "model/kinds/orders.h"
#include "model/notions/naming.h"
#include "model/order_id.h"
#include "rules/conceal.h"

namespace fs = std::filesystem;

namespace nastavnik::cmd {
namespace {

ExitStatus list_documents(Environment& environment) {
  const Language language = environment.language;
  for (const GroupName& group : document_groups()) {
    environment.out << fmt::format("{} ({})\n", group.title.in(language), group.word);
    std::vector<Described> rows;
    for (const DocumentKind& kind : documents())
      if (kind.group == group.group) rows.push_back({std::string(kind.name), std::string(kind.title.in(language))});
    environment.out << columns(rows, 2, environment.width());
  }
  return ExitStatus::clean;
}

/// The format asked for, or that of the file's name; `pdf` is made from .docx.
std::string format_of(const Arguments& arguments) {
  if (const auto format = arguments.text("format")) return *format;
  const std::string extension = to_lower(fs::path(arguments.text("output").value_or("")).extension().string());
  if (extension == ".html" || extension == ".pdf") return extension.substr(1);
  return extension == ".md" ? "markdown" : "docx";
}

PaperFormat format_named(const std::string& format) {
  return format == "html" ? PaperFormat::html : format == "markdown" ? PaperFormat::markdown : PaperFormat::docx;
}

std::string extension_of(const std::string& format) {
  return format == "markdown" ? "md" : format == "pdf" ? "docx" : format;
}

Provenance provenance_of(const Open& open, const Arguments& arguments, const Environment& environment) {
  const RecordsRevision revision = revision_of(open, environment);
  return {.commit = revision.commit.substr(0, 12),
          .dirty = revision.dirty,
          .day = open.registry().day(),
          .edition = edition_of(open.registry()).ru,
          .draft = arguments.given("draft")};
}

/// One run of the command, over one registry.
class Desk {
public:
  Desk(const Open& open, const Arguments& arguments, Environment& environment)
      : open_(open),
        arguments_(arguments),
        environment_(environment),
        beside_(open.registry(), environment.names_in_messages()),
        format_(format_of(arguments)),
        provenance_(provenance_of(open, arguments, environment)) {}

  ExitStatus run(const std::vector<const DocumentKind*>& kinds) {
    const PaperWish wish{.words = arguments_.list("subject"),
                         .pairs = arguments_.list("pairs"),
                         .all = arguments_.given("all"),
                         .numbered = arguments_.given("number"),
                         .of_group = kinds.size() > 1};
    const std::vector<std::string> unread = unread_files();
    std::vector<ChosenPaper> papers = chosen(kinds, wish, unread);
    tell_of_unread(unread, beside_, environment_);
    if (papers.empty()) {
      tell_of_nothing(wish);
      return graver(arguments_.given("waiting") ? ExitStatus::clean : ExitStatus::nothing, reading());
    }
    refuse_shared_number(papers);
    const bool recorded = arguments_.given("record");
    if (recorded) refuse_unrecordable(papers);
    const bool printed = !recorded || arguments_.given("output") || arguments_.given("format");
    if (printed) make_all(papers);
    // The paper and the record of it are made together or not at all.
    const auto made = printed && !goes_out() ? lay_out() : nullptr;
    if (recorded && record(papers.front()) != ExitStatus::clean) return ExitStatus::findings;
    if (printed) hand_over(made.get()), tell();
    return graver(report_.gaps.empty() && unread.empty() ? ExitStatus::clean : ExitStatus::findings, reading());
  }

private:
  std::vector<ChosenPaper> chosen(const std::vector<const DocumentKind*>& kinds, const PaperWish& wish,
                                  const std::vector<std::string>& unread) const {
    std::vector<ChosenPaper> papers;
    if (arguments_.given("waiting")) {
      papers = waiting_papers(registry());
      std::erase_if(papers,
                    [&](const ChosenPaper& paper) { return std::ranges::find(kinds, paper.kind) == kinds.end(); });
      return papers;
    }
    for (const DocumentKind* kind : kinds)
      for (ChosenPaper& paper : papers_for(wish, *kind, registry(), unread, beside_))
        papers.push_back(std::move(paper));
    return papers;
  }

  ExitStatus reading() const { return open_.loaded->unreadable ? ExitStatus::unreadable : ExitStatus::clean; }

  std::vector<std::string> unread_files() const {
    std::vector<std::string> paths;
    for (const Span place : registry().broken_files()) paths.push_back(path_without_name(open_.loaded->sources, place));
    return paths;
  }

  void tell_of_nothing(const PaperWish& wish) {
    if (arguments_.given("waiting")) {
      environment_.err << Text{"печатать нечего: подписи ничего не ждёт\n",
                               "there is nothing to print: no paper waits to be signed\n"}
                              .in(environment_.language);
      return;
    }
    const bool of_new = std::ranges::count(wish.pairs, "new") != 0;
    const Words why = of_new && are_pairs_assigned(registry()) ? no_new_pairs() : no_records();
    environment_.err << say({"{}\n", "{}\n"}, why).in(environment_.language);
  }

  const Registry& registry() const { return open_.registry(); }

  /// A number is of one order.
  void refuse_shared_number(const std::vector<ChosenPaper>& papers) const {
    if (papers.size() < 2 || !arguments_.given("number")) return;
    throw UsageError{
        say({"{} — номер одного документа, а их получается {}", "{} is the number of one paper, and there would be {}"},
            arguments_.spelled("number"), papers.size()),
        {}};
  }

  Writing written(const ChosenPaper& paper) const {
    Writing writing(registry(), paper.subjects, {.number = arguments_.text("number"), .date = arguments_.date("date")});
    paper.kind->write(writing);
    if (paper.kind->group == DocumentGroup::orders && writing.taken()) refuse_taken(*paper.kind, *writing.taken());
    return writing;
  }

  /// One decision has one order.
  void refuse_taken(const DocumentKind& kind, const Writing::Taken& taken) const {
    const Order& order = *taken.order;
    const std::string date = order.date.given() ? date_in_figures(*order.date) : "?";
    throw UsageError{say({"{}: {} приказом {}", "{}: {} by the order {}"},
                         beside_.with(taken.where.substr(0, taken.where.find(':'))), kind.decided, order.id),
                     say({"это приказ № {} от {}; напечатать его ещё раз — без --number и --date",
                          "it is the order No. {} of {}; to print it again leave out --number and --date"},
                         order.number.given() ? *order.number : "?", date)};
  }

  /// The paper stays what was signed; who prints it again should know that it is not in force.
  static Words cancellation_of(const Writing& writing) {
    const auto named = [](const Order& order) {
      const std::string_view number = order.number.given() ? *order.number : std::string_view("?");
      const std::string date = order.date.given() ? date_in_figures(*order.date) : "?";
      return say({"№ {} от {}", "No. {} of {}"}, number, date);
    };
    return say({"приказ {} отменён приказом {}\n", "the order {} was cancelled by the order {}\n"},
               named(*writing.repeated()), named(*writing.cancelled_by()));
  }

  void progress(std::size_t done, std::size_t all) {
    if (!environment_.err_terminal.is_terminal || all < 2 || arguments_.given("quiet")) return;
    environment_.progress() << fmt::format("\r{}/{}", done, all) << (done == all ? "\r          \r" : "") << std::flush;
  }

  void make_all(const std::vector<ChosenPaper>& papers) {
    for (std::size_t i = 0; i < papers.size(); ++i) {
      progress(i + 1, papers.size());
      make(papers[i]);
    }
    tell_apart(files_);
    if (format_ == "pdf") files_ = as_pdf(files_, environment_);
    if (!goes_out()) refuse_files_in_the_way();
  }

  /// A template that cannot be read is named: the school wrote it.
  Draft drafted(const DocumentKind& kind, const Writing& writing, const std::optional<std::string>& own) const {
    try {
      return draft(kind, writing, format_named(format_), provenance_, own);
    } catch (const Failure& failure) {
      if (!own) throw;
      throw Failure(
          say({"шаблон templates/{}.docx: {}", "the template templates/{}.docx: {}"}, kind.name, failure.words()));
    }
  }

  /// The school's template is a Word document: said once where a page or a text is asked for.
  void tell_of_unused(const DocumentKind& kind) {
    if (format_ == "docx" || format_ == "pdf" || arguments_.given("quiet")) return;
    environment_.err << say({"templates/{0}.docx — для docx и pdf; {1} составлен по встроенному тексту\n",
                             "templates/{0}.docx is for docx and pdf; the {1} follows the built-in text\n"},
                            kind.name, format_)
                            .in(environment_.language);
  }

  /// What the school may take for a template of its own, and the program does not.
  void tell_of_overlooked(const DocumentKind& kind) {
    if (arguments_.given("quiet")) return;
    for (const Words& fault : overlooked_templates(open_.root.path, kind.name))
      if (told_.insert(fault.ru).second) environment_.err << say({"{}\n", "{}\n"}, fault).in(environment_.language);
  }

  void make(const ChosenPaper& paper) {
    const Writing writing = written(paper);
    const std::optional<std::string> own = own_template(open_.root.path, std::string(paper.kind->name) + ".docx");
    if (told_of_.insert(paper.kind).second) {
      if (own) tell_of_unused(*paper.kind);
      tell_of_overlooked(*paper.kind);
    }
    if (const std::string_view order = writing.unrecorded_order(); !order.empty() && writing.number().empty())
      unrecorded_.emplace(order);
    if (paper.kind->group == DocumentGroup::orders && writing.cancelled_by())
      cancelled_.push_back(cancellation_of(writing));
    Draft made = drafted(*paper.kind, writing, own);
    refuse_unknown(*paper.kind, made.report);
    for (const Gap& gap : made.report.gaps)
      if (std::find(report_.gaps.begin(), report_.gaps.end(), gap) == report_.gaps.end()) report_.gaps.push_back(gap);
    for (const Doubt& doubt : made.report.doubts)
      if (std::find(report_.doubts.begin(), report_.doubts.end(), doubt) == report_.doubts.end())
        report_.doubts.push_back(doubt);
    files_.push_back({file_name(*paper.kind, writing, extension_of(format_)), std::move(made.bytes)});
  }

  void refuse_unknown(const DocumentKind& kind, const FillReport& report) const {
    const Words more = say({"подробнее: nastavnik template check {}", "more: nastavnik template check {}"}, kind.name);
    if (!report.faults.empty())
      throw UsageError{
          say({"шаблон templates/{}.docx: {}", "the template templates/{}.docx: {}"}, kind.name, report.faults.front()),
          more};
    if (report.unknown.empty() && report.unbalanced.empty()) return;
    const std::string& name = report.unknown.empty() ? report.unbalanced.front() : report.unknown.front();
    throw UsageError{say({"шаблон templates/{}.docx: подстановка «{}» не подходит",
                          "the template templates/{}.docx: the placeholder '{}' will not do"},
                         kind.name, name),
                     more};
  }

  /// Whether the one paper goes to the standard output and not into a file.
  bool goes_out() const {
    const std::optional<std::string> output = arguments_.text("output");
    const bool text = format_ == "html" || format_ == "markdown";
    if (output == "-" && files_.size() > 1) throw several(files_.size());
    return output == "-" || (!output && text && files_.size() == 1);
  }

  /// Several papers would land in a folder that is named like one.
  void refuse_name_of_file(const std::string& output) const {
    constexpr std::array<std::string_view, 9> texts{".docx", ".doc",  ".odt", ".rtf", ".txt",
                                                    ".pdf",  ".html", ".htm", ".md"};
    std::error_code error;
    const bool is_folder = output.ends_with('/') || fs::is_directory(environment_.directory / output, error);
    if (is_folder || std::ranges::count(texts, to_lower(fs::path(output).extension().string())) == 0) return;
    throw several(files_.size());
  }

  static UsageError several(std::size_t papers) {
    return {say({"документов получилось {}: назовите папку", "there are {} papers: name a folder"}, papers),
            {"например: -o документы", "for example: -o papers"}};
  }

  void refuse_unclear_name(const std::string& output) const {
    constexpr std::array<std::string_view, 4> known{".docx", ".html", ".md", ".pdf"};
    if (arguments_.given("format") || std::ranges::count(known, to_lower(fs::path(output).extension().string())) != 0)
      return;
    throw UsageError{
        say({"по имени «{}» не понять, в каком виде писать", "the name '{}' does not tell the format"}, output),
        {"назовите файл .docx, .html, .md или .pdf, а папку — с «/» на конце",
         "name a file .docx, .html, .md or .pdf, or a folder with a '/' at its end"}};
  }

  /// Where the files go: what is asked for is the name of the one file, else a folder.
  fs::path folder() {
    const std::string output = arguments_.text("output").value_or(".");
    std::error_code error;
    const bool is_file = files_.size() == 1 && !output.ends_with('/') &&
                         !fs::is_directory(environment_.directory / output, error) && fs::path(output).has_extension();
    if (is_file) refuse_unclear_name(output);
    if (files_.size() > 1) refuse_name_of_file(output);
    if (is_file) files_.front().path = fs::path(output).filename().string();
    return is_file ? fs::path(output).parent_path() : fs::path(output);
  }

  void refuse_files_in_the_way() {
    const fs::path place = folder();
    const std::vector<std::string> existing =
        in_the_way(environment_.directory / place, files_, open_.turn ? TurnHeld::yes : TurnHeld::no);
    if (existing.empty() || arguments_.given("force")) return;
    if (arguments_.given("review")) review(report_, beside_, environment_);
    throw UsageError{say({"ничего не записано: уже есть {}{}", "nothing was written: there is already {}{}"},
                         (place / existing.front()).lexically_normal().string(),
                         existing.size() > 1 ? say({" и ещё {}", " and {} more"}, existing.size() - 1) : Words{}),
                     {"заменить прежние файлы: --force", "to replace the old files: --force"}};
  }

  /// The files, which are taken back unless they are kept.
  std::unique_ptr<Creation> lay_out() {
    const bool force = arguments_.given("force");
    auto creation = std::make_unique<Creation>(environment_.directory / folder());
    for (const NewFile& file : files_) {
      if (force)
        creation->replace(file);
      else
        creation->write(file);
    }
    return creation;
  }

  void hand_over(Creation* made) {
    if (!made) {
      environment_.bytes() << files_.front().bytes;
      return;
    }
    made->keep();
    if (arguments_.given("quiet")) return;
    const fs::path place = folder();
    for (const NewFile& file : files_) environment_.out << (place / file.path).lexically_normal().string() << '\n';
  }

  /// What is missing, and what a person should look at.
  void tell() {
    const Language language = environment_.language;
    for (const Words& cancelled : cancelled_) environment_.err << cancelled.in(language);
    for (const std::string& order : unrecorded_)
      environment_.err << say({"приказ {} ещё не записан: его номер и дату укажите в --number и --date\n",
                               "the order {} is not recorded yet: give its number and date by --number and --date\n"},
                              order)
                              .in(language);
    tell_of_gaps(report_, beside_, environment_);
    if (arguments_.given("review")) return review(report_, beside_, environment_);
    if (!arguments_.given("quiet")) tell_of_doubts(report_, beside_, environment_);
  }

  void refuse_unrecordable(const std::vector<ChosenPaper>& papers) const {
    if (papers.size() != 1 || papers.front().kind->group != DocumentGroup::orders)
      throw UsageError{say({"{} записывает один приказ", "{} records one order"}, arguments_.spelled("record")), {}};
    if (!arguments_.given("number") || !arguments_.given("date"))
      throw UsageError{
          say({"{}: нужны номер и дата подписанного приказа", "{}: the number and date of the signed order are wanted"},
              arguments_.spelled("record")),
          {"например: --number 112-од --date 2025-09-03", "for example: --number 112-od --date 2025-09-03"}};
  }

  ExitStatus record(const ChosenPaper& paper) {
    const Writing writing = written(paper);
    const SignedOrder order{.id = order_id_of(writing.number(), writing.day()),
                            .number = writing.number(),
                            .date = writing.day(),
                            .title = writing.values().find("heading")->text,
                            .kinds = writing.decisions()};
    refuse_recorded(order.id);
    const Act act = signed_order(paper.subjects, order, std::nullopt, {.loaded = *open_.loaded});
    const Judged change = judged(open_, act, environment_);
    const ExitStatus status =
        carry_out(change, open_,
                  {.takes_as_is = true,
                   .accepts = arguments_.given("as-is") ? Accepts::what_happened : Accepts::nothing,
                   .grounds = act.grounds},
                  environment_);
    if (status != ExitStatus::clean || arguments_.given("quiet")) return status;
    tell_changes(change, open_, environment_);
    tell_next(act, change, open_, environment_);
    return status;
  }

  void refuse_recorded(const std::string& id) const {
    constexpr std::size_t longest_name = 100;
    const std::string file = file_of(Order::kind, id);
    if (file.size() > longest_name)
      throw UsageError{{"номер приказа слишком длинный", "the number of the order is too long"}, {}};
    if (open_.tree->has_file(file))
      throw UsageError{say({"приказ уже записан: {}", "the order is recorded already: {}"}, file), {}};
  }

  const Open& open_;
  const Arguments& arguments_;
  Environment& environment_;
  Beside beside_;  ///< in messages
  std::string format_;
  Provenance provenance_;
  std::vector<NewFile> files_;
  FillReport report_;
  std::set<const DocumentKind*> told_of_;
  std::set<std::string> told_;
  std::set<std::string> unrecorded_;  ///< orders that the records name and have not
  std::vector<Words> cancelled_{};    ///< papers of orders that are no longer in force
};

/// What waits is known from the records: nothing is chosen, numbered or recorded.
void refuse_beside_waiting(const Arguments& arguments) {
  for (const std::string_view other : {"subject", "all", "pairs", "number", "record"})
    if (arguments.given(other))
      throw UsageError{say({"{} печатает всё, что ждёт подписи: ни записей, ни номера с ним не указывают",
                            "{} makes all that waits to be signed: neither records nor a number go with it"},
                           arguments.spelled("waiting")),
                       Text{"сузить можно документом или группой: nastavnik document consents --waiting",
                            "a document or a group will narrow it: nastavnik document consents --waiting"}};
}

Beforehand before_document(const Arguments& arguments, Environment& environment) {
  if (arguments.given("list")) return {.status = list_documents(environment)};
  if (arguments.given("waiting")) {
    refuse_beside_waiting(arguments);
    return {};
  }
  if (!arguments.given("name"))
    throw UsageError{{"не указано, какой документ нужен", "it is not said which document is wanted"},
                     {"все документы: nastavnik document --list", "all documents: nastavnik document --list"}};
  return {};
}

ExitStatus run_document(const Open& open, const Arguments& arguments, Environment& environment) {
  return Desk(open, arguments, environment)
      .run(kinds_named(arguments.text("name"), arguments.given("all") || arguments.given("waiting")));
}

}  // namespace

Command document_command();
Command document_command() {
  return {
      .name = "document",
      .group = Group::papers,
      .summary = {"составить документ по записям", "write a paper from the records"},
      .description =
          {"Приказы, согласия, программы, заявления, анкеты и протоколы, которые остаётся распечатать и подписать. Назовите "
           "документ и запись, остальное берётся из реестра. Чего в записях нет, команда перечислит и пометит в документе.\n\n"
           "Для docx и pdf свой шаблон templates/ДОКУМЕНТ.docx важнее встроенного: nastavnik template.",
           "Orders, consents, programmes, requests, questionnaires and minutes that remain to be printed and signed. The records tell "
           "what a paper is about: name the document and the record. What the records lack is listed and marked in the paper.\n\n"
           "For docx and pdf your own template templates/DOCUMENT.docx outranks the built-in one: nastavnik template."},
      .positionals =
          {{.name = "name",
            .type = Type::text,
            .value = {"ДОКУМЕНТ", "DOCUMENT"},
            .help = {"какой документ; с --all можно назвать группу", "which document; with --all a group will do"},
            .completes = {Completes::paper}},
           {.name = "subject",
            .type = Type::text,
            .value = {"ЗАПИСЬ", "RECORD"},
            .help =
                {"о чём документ: пара, программа, человек, приказ, учебный год; одно из нескольких — пометкой или днём",
                 "what it is about: a pair, a programme, a person, an order, a school year; one of several by its mark or day"},
            .completes = {Completes::subject_of_paper},
            .list = true}},
      .options =
          {{.name = "list", .help = {"перечислить документы", "list the documents"}},
           {.name = "all", .help = {"все такие документы, по файлу на каждый", "all such papers, a file for each"}},
           {.name = "waiting",
            .help =
                {"всё, что ждёт печати и подписи: решения без приказа, недостающие согласия и заявления, неутверждённые программы",
                 "all that waits to be printed and signed: decisions without an order, consents and statements that are missing, programmes not approved yet"}},
           {.name = "pairs",
            .type = Type::text,
            .value = {"ПАРЫ", "PAIRS"},
            .help = {"только для этих пар; new — те, что приказом ещё не закреплены",
                     "for these pairs only; new: those that no order assigns yet"},
            .completes = {Completes::pair},
            .list = true},
           {.name = "format",
            .type = Type::choice,
            .value = {"ВИД", "FORMAT"},
            .help = {"в каком виде; иначе по имени файла, а без него docx",
                     "in which format; else by the file's name, and without one docx"},
            .words = {{"docx", {"для Word", "for Word"}},
                      {"html", {"страница для печати", "a page to print"}},
                      {"markdown", {"простой текст", "plain text"}},
                      {"pdf", {"через LibreOffice", "by LibreOffice"}}}},
           {.name = "output",
            .letter = 'o',
            .type = Type::path,
            .value = {"КУДА", "PLACE"},
            .help = {"файл или папка (если её нет, она будет создана); «-» — на экран",
                     "a file or a folder, made where it is missing; '-' is the standard output"}},
           {.name = "number",
            .type = Type::text,
            .value = {"НОМЕР", "NUMBER"},
            .help = {"номер приказа", "number of the order"}},
           {.name = "date",
            .type = Type::date,
            .value = {"ДАТА", "DATE"},
            .help = {"дата документа", "date of the paper"}},
           {.name = "record",
            .help = {"приказ подписан: записать его в orders (нужны --number и --date)",
                     "the order is signed: record it in orders (needs --number and --date)"}},
           {.name = "as-is",
            .help = {"с --record: записать, даже если этим нарушено правило, потому что так и было",
                     "with --record: record it even where it breaks a rule, because that is how it was"}},
           commit_option(),
           no_commit_option(),
           {.name = "draft",
            .help = {"пометить как черновик, внизу — по каким записям составлен",
                     "mark as a draft, with the records it was made from at the foot"}},
           {.name = "review",
            .help = {"показать падежные формы, в которых есть сомнения", "show the forms of words that are in doubt"}},
           {.name = "force", .help = {"заменить файлы, которые уже есть", "replace files that exist"}}},
      .examples =
          {{"nastavnik document --list", {"какие есть документы", "which documents there are"}},
           {"nastavnik document order 2025-5-od",
            {"приказ целиком: всё, что в записях на него ссылается",
             "an order as a whole: all that refers to it in the records"}},
           {"nastavnik document order-pairs 2025-83-od",
            {"приказ о закреплении пар, которые на него ссылаются", "the order assigning the pairs that refer to it"}},
           {"nastavnik document --all consents --pairs 2026-517369 -o na-podpis",
            {"все согласия участников пары в папку na-podpis",
             "all consents of a pair's members into the folder na-podpis"}},
           {"nastavnik document --waiting -o na-podpis",
            {"всё, что ждёт подписи, в папку na-podpis", "all that waits to be signed, into the folder na-podpis"}},
           {"nastavnik document program 2025-150794 --format markdown",
            {"программа на экран", "a programme on the screen"}}},
      .statuses = {ExitStatus::clean, ExitStatus::findings, ExitStatus::usage, ExitStatus::nothing,
                   ExitStatus::unreadable},
      .before = before_document,
      .writes = [](const Arguments& arguments) { return arguments.given("record"); },
      .run = run_document,
  };
}

}  // namespace nastavnik::cmd
