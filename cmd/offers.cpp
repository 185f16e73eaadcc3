#include "cmd/offers.h"

#include <algorithm>
#include <array>

#include "acts/act.h"
#include "base/first_letter.h"
#include "base/keyboard.h"
#include "base/text.h"
#include "cmd/command_line.h"
#include "cmd/commands.h"
#include "cmd/offered_fields.h"
#include "cmd/offered_files.h"
#include "cmd/offered_records.h"
#include "cmd/russian_names.h"
#include "cmd/typed_line.h"
#include "document/catalogue.h"
#include "model/kinds/codes_programs.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/pairs.h"
#include "model/kinds/people.h"
#include "model/kinds/years.h"
#include "model/shape.h"
#include "reports/reports.h"
#include "rules/catalogue.h"
#include "rules/clause.h"
#include "views/list.h"

namespace nastavnik::cmd {
namespace {

bool begins(std::string_view text, std::string_view begun) { return fold(text).starts_with(fold(begun)); }

void append(Offers& all, Offers more) { std::ranges::move(more, std::back_inserter(all)); }

/// What comes behind the words that are complete.
class Offering {
public:
  Offering(const TypedLine& line, const Arguments& arguments, const Environment& environment, bool names)
      : line_(line), environment_(environment), records_(arguments, environment, names) {}

  Offers of_word(const std::string& word) {
    if (const Parameter* option = line_.awaiting()) return of_values(*option, word);
    if (line_.only_arguments() || !word.starts_with('-'))
      return line_.command() ? of_argument(word) : of_commands(word);
    if (const std::size_t sign = word.find('='); word.starts_with("--") && sign != word.npos)
      return of_given_option(word.substr(0, sign), word.substr(sign + 1));
    return of_options(word);
  }

private:
  std::string_view in(const Text& text) const { return text.in(environment_.language); }
  void add(Offers& offers, std::string_view word, std::string_view meaning, std::string_view begun) const {
    if (begins(word, begun)) offers.push_back({std::string(word), std::string(meaning)});
  }

  /// What was begun tells the language; where nothing was, the names before it.
  bool is_russian(std::string_view begun) const { return in_russian(begun) || (begun.empty() && line_.in_russian()); }

  Offers of_commands(std::string_view begun) const {
    const bool russian = is_russian(begun);
    Offers offers;
    for (const Command& command : commands())
      add(offers, russian ? russian_command(command.name) : command.name, in(command.summary), begun);
    return offers;
  }

  Offers of_options(const std::string& word) const {
    const std::string_view begun = std::string_view(word).substr(std::min<std::size_t>(word.find_first_not_of('-'), 2));
    const bool russian = is_russian(begun);
    Offers offers;
    for (const Parameter* option : line_.options()) {
      if (line_.has(*option) && !option->list) continue;
      const std::string_view name = russian ? russian_option(option->name) : option->name;
      if (begins(name, begun)) offers.push_back({fmt::format("--{}", name), std::string(in(option->help))});
    }
    return offers;
  }

  /// `--format=js`: the whole word is offered, since shells take it for one.
  Offers of_given_option(const std::string& option, const std::string& value) {
    const Parameter* named = option_typed(std::string_view(option).substr(2), line_.options());
    Offers offers = named && named->type != Type::flag ? of_values(*named, value) : Offers();
    for (Offer& offer : offers) offer.word = fmt::format("{}={}", option, offer.word);
    return offers;
  }

  Offers of_argument(const std::string& word) {
    const std::vector<Parameter>& all = line_.command()->positionals;
    if (all.empty()) return {};
    const std::size_t place = std::min(line_.arguments().size(), all.size() - 1);
    const bool is_next = line_.arguments().size() < all.size() || all.back().list;
    return is_next ? of_values(all[place], word) : Offers();
  }

  /// Of several values at commas the last one is typed.
  Offers of_values(const Parameter& parameter, const std::string& word) {
    const bool at_commas = parameter.list && parameter.type != Type::path;
    const std::size_t begin = at_commas ? word.rfind(',') + 1 : 0;
    Offers offers = of_value(parameter, word.substr(begin));
    for (Offer& offer : offers) offer.word.insert(0, word, 0, begin);
    return offers;
  }

  Offers of_value(const Parameter& parameter, const std::string& begun) {
    Offers offers;
    const bool russian = is_russian(begun);
    for (const Word& word : parameter.words) {
      const std::string_view named = russian ? russian_value(parameter.name, word.word) : word.word;
      add(offers, named.empty() ? word.word : named, in(word.meaning), begun);
    }
    if (parameter.type == Type::path) {
      const bool folders = std::ranges::find(parameter.completes, Completes::folder) != parameter.completes.end();
      append(offers, offered_files(begun, folders, environment_));
    }
    for (const Completes what : parameter.completes) append(offers, of(what, begun));
    append(offers, of_question(parameter, begun));
    return offers;
  }

  /// What answers a question of an act.
  Offers of_question(const Parameter& parameter, const std::string& begun) {
    const ActKind* act = line_.command() ? find_act(line_.command()->name) : nullptr;
    if (!act) return {};
    const auto question = std::ranges::find(act->questions, parameter.name, &ActQuestion::name);
    if (question == act->questions.end()) return {};
    return question->offered ? records_.of_question(*question, first_argument(), begun)
                             : offered_answers(field_of(*question), begun, records_, environment_.language);
  }

  Offers of(Completes what, const std::string& begun) {
    switch (what) {
      case Completes::command: return of_commands(begun);
      case Completes::folder: return {};  // with the files
      case Completes::rule: return of_rules(begun);
      case Completes::clause: return of_clauses(begun);
      case Completes::report: return of_reports(begun);
      case Completes::paper: return of_papers(begun);
      case Completes::list: return of_lists(begun);
      case Completes::form: return of_forms(begun);
      case Completes::subject_of_paper: return records_.of_paper(first_argument(), begun);
      case Completes::subject_of_report: return of_report_subjects(begun);
      case Completes::school_year: return records_.of_kind(SchoolYear::kind, begun);
      case Completes::person: return records_.of_kind(Person::kind, begun);
      case Completes::mentor: return records_.of_kind(Mentor::kind, begun);
      case Completes::mentee: return records_.of_kind(Mentee::kind, begun);
      case Completes::pair: return records_.of_kind(Pair::kind, begun);
      case Completes::record: return records_.of_any(begun, false);
      case Completes::record_or_person: return records_.of_any(begun, true);
      case Completes::kind: return of_kinds(begun);
      case Completes::field: return of_fields(begun);
      case Completes::value_of_field: return of_field(argument(1), begun);
      case Completes::item_of_record: return records_.items_of(second_argument(), begun);
      case Completes::field_of_record:
        return offered_fields(shapes_of(records_.kinds_of_record(second_argument())), begun, false,
                              environment_.language);
    }
    return {};
  }

  std::string second_argument() const { return line_.arguments().size() < 2 ? "" : line_.arguments()[1]; }
  std::string argument(std::size_t place) const {
    return place < line_.arguments().size() ? line_.arguments()[place] : std::string();
  }
  std::string first_argument() const { return argument(0); }

  Offers of_kinds(std::string_view begun) const {
    const bool russian = is_russian(begun);
    Offers offers;
    for (const views::ListKind& kind : views::list_kinds())
      if (kind.kind)
        add(offers, russian ? with_small_letter(kind.singular.ru) : std::string(kind.key), in(kind.kind->description),
            begun);
    return offers;
  }

  /// Of the kind, or of the record, that the first argument names.
  std::vector<const Shape*> shapes() const {
    const std::string word = first_argument();
    const views::ListKind* list = line_.command()->name == "new" ? views::find_list(word) : nullptr;
    const std::vector<const Kind*> kinds =
        list && list->kind ? std::vector{list->kind} : records_.kinds_of_record(word);
    return shapes_of(kinds);
  }

  static std::vector<const Shape*> shapes_of(const std::vector<const Kind*>& kinds) {
    std::vector<const Shape*> found;
    for (const KindShape& one : kind_shapes())
      if (std::ranges::find(kinds, one.kind->folder, [](const Kind* kind) { return kind->folder; }) != kinds.end())
        found.push_back(one.shape);
    return found;
  }

  Offers of_fields(const std::string& begun) {
    const bool assigned = line_.command()->name == "new";
    const std::size_t sign = begun.find('=');
    if (sign == begun.npos) return offered_fields(shapes(), begun, assigned, environment_.language);
    Offers offers = of_field(begun.substr(0, sign), begun.substr(sign + 1));
    for (Offer& offer : offers) offer.word.insert(0, begun, 0, sign + 1);
    return offers;
  }

  /// Values of the field; of one that holds fields the fields, with the sign of equality, and behind it their values.
  Offers of_field(const std::string& path, const std::string& begun) {
    const FieldShape* field = field_at(shapes(), path);
    return field ? of_field(*field, begun) : Offers();
  }

  Offers of_field(const FieldShape& outer, const std::string& begun) {
    const FieldShape* field = &outer;
    if (field->is_mapping()) {
      const std::array inside{field->shape};
      const std::size_t sign = begun.find('=');
      if (sign == begun.npos) return offered_fields(inside, begun, true, environment_.language);
      field = field_at(inside, std::string_view(begun).substr(0, sign));
      if (!field || field->is_mapping()) return {};
      Offers offers = of_field(*field, begun.substr(sign + 1));
      for (Offer& offer : offers) offer.word.insert(0, begun, 0, sign + 1);
      return offers;
    }
    return offered_answers(*field, begun, records_, environment_.language);
  }

  /// By the id, or by the name where that was begun.
  Offers of_rules(std::string_view begun) const {
    Offers offers;
    for (const Requirement* row : catalogue())
      add(offers, begins(row->id, begun) ? row->id : row->name, in(row->title), begun);
    return offers;
  }

  Offers of_clauses(std::string_view begun) const {
    Offers offers;
    for (const Clause& clause : clauses()) add(offers, clause.id, clause.title(environment_.language), begun);
    return offers;
  }

  Offers of_reports(std::string_view begun) const {
    Offers offers;
    for (const reports::ReportKind& kind : reports::reports()) add(offers, kind.name, in(kind.title), begun);
    return offers;
  }

  Offers of_papers(std::string_view begun) const {
    Offers offers;
    if (line_.spelled().contains("all") || line_.spelled().contains("waiting"))
      for (const GroupName& group : document_groups()) add(offers, group.word, in(group.title), begun);
    for (const DocumentKind& kind : documents()) add(offers, kind.name, in(kind.title), begun);
    return offers;
  }

  Offers of_lists(std::string_view begun) const {
    const bool russian = is_russian(begun);
    Offers offers;
    for (const views::ListKind& kind : views::list_kinds())
      add(offers, russian ? with_small_letter(kind.title.ru) : std::string(kind.key), in(kind.title), begun);
    return offers;
  }

  Offers of_forms(std::string_view begun) const {
    const bool russian = is_russian(begun);
    Offers offers;
    for (const std::span<const Code> codes :
         {std::span<const Code>(Codes<RoleForm>::table), std::span<const Code>(Codes<MentoringKind>::table)})
      for (const Code& code : codes)
        if (code.code != "other") add(offers, russian ? code.label.ru : code.code, in(code.label), begun);
    return offers;
  }

  Offers of_report_subjects(std::string_view begun) {
    static constexpr std::array kinds{&Pair::kind, &Person::kind};
    const reports::ReportKind* report = reports::find_report(first_argument());
    return report && !report->subject.empty() ? records_.of_kinds(kinds, begun) : Offers();
  }

  const TypedLine& line_;
  const Environment& environment_;
  OfferedRecords records_;
};

/// The global options of the line, as far as they say where the records are and of which day.
Arguments arguments_of(const TypedLine& line) {
  static const std::array<Parameter, 2> options{Parameter{.name = "people", .type = Type::path},
                                                Parameter{.name = "as-of", .type = Type::date}};
  Arguments arguments;
  for (const Parameter& option : options) {
    arguments.declare(option);
    if (std::optional<std::string> value = line.value(option.name); value && !value->empty())
      arguments.add(option, std::move(*value));
  }
  return arguments;
}

/// The word as typed, and as it would be in the other layout of the keyboard.
std::array<std::string, 2> readings(const std::string& word) {
  return {word, in_russian(word) ? typed_in_latin(word) : typed_in_russian(word)};
}

}  // namespace

Offers offers(const std::vector<std::string>& typed, bool names, const Environment& environment) {
  if (typed.empty()) return {};
  TypedLine line(commands());
  for (std::size_t i = 0; i + 1 < typed.size(); ++i) line.take(typed[i]);
  const Arguments arguments = arguments_of(line);
  Environment there{.in = environment.in,
                    .out = environment.out,
                    .err = environment.err,
                    .directory = environment.directory / line.value("directory").value_or(""),
                    .today = environment.today,
                    .variables = environment.variables,
                    .language = asked_language(typed).value_or(environment.language)};
  Offering offering(line, arguments, there, names);
  for (const std::string& word : readings(typed.back()))
    if (Offers found = offering.of_word(word); !found.empty()) return found;
  return {};
}

}  // namespace nastavnik::cmd
