#pragma once
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "acts/judge.h"
#include "acts/making.h"
#include "acts/typed_value.h"
#include "base/date.h"
#include "source/change.h"

// What happens by the regulation, as acts: a value with names, clause and questions, and a function from answers to changes.

namespace nastavnik {

/// What an act changes, the commands that may come next, and what it means.
struct Act {
  Changes changes{};
  std::vector<std::string> next{};
  std::vector<Words> means{};
  std::vector<Words> grounds{};  ///< clause, order: what a commit says of it, a line each
  TakesEffect effect{};
};

/// What may answer a question, with what it is.
struct AnswerOffered {
  std::string word{};
  Words about{};
};

/// One thing that an act is told: an argument or an option.
struct ActQuestion {
  std::string_view name{};
  std::string_view field{};            ///< that the answer fills: `mentors.questionnaire.date`
  const ValueShape* choice = nullptr;  ///< in place of a field: a choice of its own
  Text value{};                        ///< how help calls it, where its type does not tell
  Text title{};                        ///< where that of the field will not do
  Text expects{};                      ///< what may stand there, where its type does not tell
  Text help{};                         ///< where help says more than the title
  std::string_view preset{};           ///< what holds where nothing is told, as it would be typed
  bool is_argument = false;
  bool is_list = false;  ///< several may be told, also where the field holds one
  bool is_required = false;
  bool is_flag = false;     ///< said or not: it takes no value and is not asked
  bool may_be_new = false;  ///< a person who is not on record may be named in full
  /// What may answer it where no field tells: by the word that stands before it.
  std::vector<AnswerOffered> (*offered)(std::string_view before, const Typing&) = nullptr;
};

/// What was told, by the names of the questions.
class Answers {
public:
  void put(std::string_view question, YamlValue value) { all_.emplace_back(question, std::move(value)); }
  bool has(std::string_view question) const { return value(question) != nullptr; }
  const YamlValue* value(std::string_view question) const;
  std::string text(std::string_view question) const;  ///< empty where it was not told
  std::vector<std::string> texts(std::string_view question) const;
  std::optional<Date> day(std::string_view question) const;

private:
  std::vector<std::pair<std::string_view, YamlValue>> all_;
};

/// The value at the keys, where it was told.
void give(std::vector<Given>& given, std::vector<std::string> keys, const Answers& answers, std::string_view question);

/// What is wanted of a question, by what was told before it and what is on record.
struct Wanted {
  bool fits = true;  ///< it may be told
  Words why{};       ///< where it may not: why
  bool is_asked = true;
  bool is_required = false;
  std::string suggested{};
};

/// A kind of act.
struct ActKind {
  std::string_view name{};
  std::string_view clauses{};  ///< comma-separated
  std::string_view covers{};   ///< what it writes with all that goes with it: kinds and fields by path, comma-separated
  bool decides = false;        ///< somebody has decided something; else it is entered
  Text summary{};
  Text description{};
  std::vector<ActQuestion> questions{};
  std::vector<std::pair<std::string_view, Text>> examples{};
  Wanted (*wanted)(std::string_view question, const Answers&, const Typing&) = nullptr;
  /// Neither writes nor asks. Throws Refusal.
  std::function<Act(const Answers&, const Typing&, const Lot&)> act{};
};

/// All of them, in the order of the school year.
std::span<const ActKind> act_kinds();
/// Nothing where there is none.
const ActKind* find_act(std::string_view name);

/// The act that covers the kind, or the field by its path or one above it: `pairs`, `programs.completion.date`. Nothing where
/// none does.
const ActKind* act_covering(std::string_view path);

/// The field by which an answer is read, with the title of the question.
FieldShape field_of(const ActQuestion& question);
Wanted wanted(const ActKind& kind, const ActQuestion& question, const Answers& answers, const Typing& typing);

/// What the words mean as an answer. Throws Refusal.
YamlValue answer_typed(const ActQuestion& question, const std::vector<std::string>& words, const Typing& typing);

/// The act that the answers tell, where nothing is missing. Throws Refusal.
Act act_told(const ActKind& kind, Answers answers, const Typing& typing, const Lot& lot);

// One function a kind.
ActKind appointing();
ActKind enrolling();
ActKind pairing();
ActKind signing();
ActKind drawing_up();
ActKind carrying_out();
ActKind moving();
ActKind dropping();
ActKind extending();
ActKind shortening();
ActKind correcting();
ActKind completing();
ActKind replacing();
ActKind resigning();
ActKind joining();
ActKind leaving();
ActKind releasing();
ActKind meeting();
ActKind visiting();
ActKind checking_by_curator();
ActKind surveying();
ActKind training();
ActKind holding_event();
ActKind reviewing();
ActKind monitoring();
ActKind consenting();
ActKind publishing();
ActKind updating();
ActKind unpublishing();
ActKind opening_year();
ActKind closing_year();

}  // namespace nastavnik
