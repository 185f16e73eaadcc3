#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "acts/entering.h"
#include "acts/judge.h"
#include "acts/making.h"
#include "acts/question.h"
#include "cmd/dialogue.h"
#include "cmd/offered_records.h"
#include "cmd/open.h"

namespace nastavnik::cmd {

/// Thrown where the person has ended the questions: nothing is written.
struct GivenUp {};

/// Throws Refusal where what was answered will not do beside what was answered before.
using Fits = std::function<void()>;

using Mappings = std::vector<InMapping>;

inline constexpr Text another_field{"Ещё поле? (имя поля, Enter — достаточно):",
                                    "Another field? (its name, Enter: enough):"};

/// A word that is no answer to a field.
struct WordQuestion {
  Text prompt{};
  Words expected{};
  std::function<Offers(std::string_view)> offers{};
  std::function<void(const std::string&)> require{};  ///< throws UsageError or Refusal where the word will not do
};

/// Puts questions to the person at the terminal, each until its answer will do. Answers are read as arguments are.
class Asking {
public:
  Asking(const Open& open, const Arguments& arguments, const Environment& environment, Dialogue& dialogue);
  ~Asking();
  Asking(const Asking&) = delete;
  Asking& operator=(const Asking&) = delete;

  /// Before an answer was mended.
  bool was_answered(std::string_view key) const { return dialogue_.has_answer(key); }
  /// What answers are read by: those who were entered on the way are there.
  Typing typing() const;
  /// Records that were entered on the way.
  const Changes& entered() const { return entered_; }

  /// Asked until it will do.
  std::string word(const WordQuestion& question);
  OfferedRecords& records() { return records_; }
  /// What a new record is called by.
  std::string name(const NameQuestion& calling, const Kind& kind);
  /// Adds the answers to what is given.
  void put(const std::vector<Question>& questions, const Shape& shape, std::vector<Given>& given,
           const Fits& fits = {});
  /// Fields that the person names until there is enough.
  void more(const InMapping& in, std::vector<Given>& given, const Text& prompt = another_field);
  /// The value of the field; nothing where the person has none.
  std::optional<YamlValue> value(const Question& question);
  /// Adds the answer to what is given, and behind it its note where the answer needs one; false where there is none.
  bool take(const Question& question, std::vector<Given>& given);
  /// Items of a list of mappings, one at least where one is required.
  std::vector<std::vector<Given>> items(const Question& list);
  /// Said before the next question.
  void tell(const std::string& text) const;
  /// That the answer takes the place of a list that stands there.
  void tell_of_list(const FieldTyped& list);
  /// The parts of a mapping that is there, what they are suggested.
  void parts(const FieldTyped& mapping, std::vector<Given>& given);
  /// The name of a field of one of the mappings as it was typed; empty where none is wanted.
  std::string field(const Mappings& of, const Text& prompt, bool required);
  /// д or н.
  bool agrees(const Words& question);
  /// Throws GivenUp where the person does not agree, ToMend where an answer is to be another.
  void confirm(const Words& question);

  /// What is made of the answers; where that looks like a slip, the person says whether it is meant.
  template <class Make>
  auto meant(const Make& make) {
    try {
      return make(typing());
    } catch (const Refusal& refusal) {
      if (!refusal.may_insist) throw;
      insist_on(refusal);
    }
    return make(typing());
  }

  /// A record of the kind by questions that are not answered yet, with what else the person names.
  NewRecord record(const Kind& kind, RecordTold told, std::vector<Question> questions);
  /// A record of the kind by what it must have beside what was told.
  NewRecord completed(const Kind& kind, RecordTold told);

private:
  void insist_on(const Refusal& refusal);
  void begin();
  void head(const Words& title);
  std::string line(const std::string& title, std::function<Offers(std::string_view)> offers = {});
  std::string title_of(const Question& question, const Words& more = {}) const;
  std::function<Offers(std::string_view)> offers_for(const FieldShape& field, bool is_list);
  std::string prompt_of(std::string_view title) const;
  Words in_words(const FieldShape& field, const std::string& written) const;
  Offers offers_of_fields(const Mappings& of, std::string_view begun) const;
  bool is_field(const Mappings& of, const std::string& word) const;
  void tell_fields(const Mappings& of) const;
  void demand(const Question& question) const;
  bool is_left_out(const Question& question, bool& is_reminded) const;
  void explain(const Question& question) const;
  void refuse(const Refusal& refusal) const;
  void introduce(const Question& question);
  void echo(const FieldShape& field, const std::string& word, const YamlValue& value) const;

  std::optional<YamlValue> one(const Question& question);
  std::optional<YamlValue> several(const Question& question);
  std::optional<YamlValue> mapping(const Question& question);
  std::optional<YamlValue> mappings(const Question& question);
  std::optional<YamlValue> understood(const Question& question, const std::string& word);
  bool is_told_already(const FieldShape& list, const std::vector<std::vector<Given>>& all,
                       const std::vector<Given>& given) const;
  void more_of_item(const Shape& shape, std::vector<Given>& given);
  bool put_inside(const Shape& shape, bool required, std::vector<Given>& given);
  void take_fit(const Question& question, std::vector<Given>& given, const Fits& fits);
  void take_note(const Question& question, std::vector<Given>& given);

  bool is_guessed(const FieldShape& field, const std::string& word) const;
  bool is_nobody(const FieldShape& field, const Refusal& refusal) const;
  std::optional<Refusal> nobody_can_tell() const;
  std::optional<NewRecord> on_the_way(const Kind& kind, RecordTold told, std::vector<Question> questions);
  std::optional<YamlValue> enter_person(const FieldShape& field, const std::string& name);
  void enter_in_bank(const FieldShape& field, const std::string& person);
  void keep(NewRecord made);
  NewRecord made(const Kind& kind, RecordTold told);

  const Open& open_;
  const Environment& environment_;
  Dialogue& dialogue_;
  OfferedRecords records_;
  std::mt19937 drawn_;
  bool insists_ = false;  ///< what looks like a slip is meant
  Changes entered_{};
  Judged with_entered_{};
  std::set<const ValueShape*> told_{};  ///< what may stand there was told
  std::size_t depth_ = 0;
  bool has_begun_ = false;
  bool has_warned_of_health_ = false;
};

}  // namespace nastavnik::cmd
