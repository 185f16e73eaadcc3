#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/declension.h"
#include "document/values.h"
#include "model/addresses.h"
#include "model/kinds/codes_organization.h"
#include "model/kinds/codes_people.h"
#include "model/registry.h"

namespace nastavnik {

/// Where a day is written by hand.
inline constexpr std::string_view blank_date = "«____» ______________ 20___ г.";

struct Consent;
struct DecisionKind;
struct HeadTerm;
struct Member;

/// A text that stands behind a lead-in, without its full stop; `NAME.sign` is the sign that the lead-in ends with.
void set_led(Values& values, const std::string& name, std::string_view text);

/// Where the records name the order of a decision.
struct OrderPlace {
  Span mapping{};
  std::string_view key = "order";
};

/// What a paper is about. Papers of one kind use the same members; the others are empty.
struct Subject {
  std::string id{};                 ///< for the name of the file: no name of a person stands in it
  std::vector<std::string> keys{};  ///< addresses of records that choose it: `pairs/2025-003`
  const Pair* pair = nullptr;
  const Program* program = nullptr;
  const SchoolYear* year = nullptr;
  const Mentor* mentor = nullptr;
  const Mentee* mentee = nullptr;
  std::string_view person{};  ///< id
  std::size_t item = 0;       ///< the place in a list of the record: an amendment, a release
  std::string item_key{};     ///< the one of the keys that chooses it in the list: `amendments/m2`
  std::optional<Date> day{};  ///< of the item
  const Consent* consent = nullptr;
  ConsentKind consent_kind{};
  std::string_view order{};                ///< id of the order that decides it
  std::vector<OrderPlace> named_at{};      ///< where the records name it, or will
  const DecisionKind* decision = nullptr;  ///< of an order that tells whatever it decides
  bool is_new = false;                     ///< what the paper is for has not been done yet
};

/// What was asked for besides the subjects.
struct PaperRequest {
  std::optional<std::string> number{};
  std::optional<Date> date{};
};

/// One paper being written: turns records into the values of its template.
class Writing {
public:
  Writing(const Registry& registry, std::span<const Subject> subjects, const PaperRequest& request);

  const Registry& registry() const { return registry_; }
  std::span<const Subject> subjects() const { return subjects_; }
  const Subject& subject() const { return subjects_.front(); }
  /// The day of the paper: as asked, else that of the order it repeats, else that of the records.
  Date day() const { return day_; }
  Values& values() { return values_; }
  const Values& values() const { return values_; }

  void set(std::string name, std::string text) { values_.set(std::move(name), std::move(text)); }
  /// The place in the records that names the order of what the paper decides. Where that order is signed already, the
  /// paper repeats it: its number and day.
  void repeat(const Link<Order>& order, std::string where);
  void repeat(const Order& order);
  /// The title of the order: as recorded, where the paper repeats one.
  void heading(std::string text, const std::string& doubt = {});
  /// A decision that a recorded order has taken, where the paper was asked for with another number or day.
  struct Taken {
    std::string where{};
    const Order* order = nullptr;
  };
  const std::optional<Taken>& taken() const { return taken_; }
  /// The order that the paper repeats, and the first by which it was cancelled; empty where there is none.
  const Order* repeated() const { return repeated_; }
  const Order* cancelled_by() const;
  /// The order that a decision names, though it is not recorded; empty where there is none.
  std::string_view unrecorded_order() const;
  void decide(OrderKind kind);
  bool decides(OrderKind kind) const;
  const std::vector<OrderKind>& decisions() const { return decisions_; }
  const std::string& number() const { return number_; }
  bool is_dated() const { return dated_; }

  /// A text of a record, or the gap in its place.
  template <class Type>
  void text(Values& values, const std::string& name, const At<Type>& at, const Words& what,
            const std::string& where) const {
    if (at.given())
      values.set(name, std::string(*at));
    else
      values.lack(name, {what, where});
  }
  /// The same behind a lead-in.
  template <class Type>
  void led(Values& values, const std::string& name, const At<Type>& at, const Words& what,
           const std::string& where) const {
    if (at.given()) return set_led(values, name, *at);
    set_led(values, name, "");
    values.lack(name, {what, where});
  }
  void date(Values& values, const std::string& name, const At<Day>& at, const Words& what,
            const std::string& where) const;

  /// A day that an order sets. Before it is signed that is the day of the paper, or a blank as that is.
  void day_ordered(Values& values, const std::string& name, const At<Day>& at, const Link<Order>& order,
                   const Words& what, const std::string& where) const;

  /// `PREFIX.full`, `PREFIX.name` (surname first), `PREFIX.short` (initials first), `PREFIX.position`, each also with
  /// `.gen`, `.dat`, `.acc`.
  void person(Values& values, const std::string& prefix, std::string_view id) const;
  /// With the position held on that day.
  void person(Values& values, const std::string& prefix, std::string_view id, Date on) const;
  /// The gap in place of a person that the records do not name.
  static void lack_person(Values& values, const std::string& prefix, const Gap& gap);
  /// «Иванова А. С.»; the mark of a gap where the name cannot be seen.
  std::string name_of(std::string_view id) const;
  /// The position on the day of the paper, or the mark of a gap.
  std::string position_of(std::string_view id) const;
  /// Gaps whose marks stand within a text.
  const std::vector<Gap>& marked() const { return marked_; }

  /// «от 02.09.2024 № 87-од», or the gap.
  void order(Values& values, const std::string& name, const Link<Order>& order, const Words& what,
             const std::string& where) const;
  /// Who signs: `head.title` for a line of its own, `head.post` within a sentence, and the person with prefix `head`.
  void head();
  /// The paper speaks of a day gone by: who was in office then, and as what, unless it is to bear another day.
  void speak_of(const At<Day>& day);
  /// The curator in office, prefix `curator`.
  void curator();

private:
  /// What a value says, its gap as a mark.
  std::string said(const Value& value) const;
  void school();
  void regulation();
  void set_day(Date day);
  bool is_asked_otherwise(const Order& order) const;
  void take_over(const Order& order, std::string where);
  /// Who signed the order that is repeated, else the head of the day.
  const HeadTerm* signer() const;

  const Registry& registry_;
  std::span<const Subject> subjects_;
  PaperRequest request_;
  Values values_;
  /// Where the records name the order of a decision.
  struct Decided {
    std::string where;
    std::string_view order;
    bool recorded;
  };
  std::vector<OrderKind> decisions_;
  std::vector<Decided> decided_;
  std::optional<Taken> taken_{};
  const Order* repeated_ = nullptr;
  mutable std::vector<Gap> marked_;
  std::string number_;
  Date day_{};
  bool dated_ = false;
};

/// `pairs/2025-003: start`.
template <class Record>
std::string where(const Record& record, std::string_view key) {
  return address_of(record) + ": " + std::string(key);
}

/// The member had left when the day came.
bool left_before(const Member& member, const At<Day>& day);

/// What an open enumeration says: the note where there is one, else the label.
template <class Enum>
std::string label(const NotedChoice<Enum>& choice) {
  if (!choice.given()) return {};
  if (choice.note.given()) return std::string(*choice.note);
  return std::string(label_of(*choice).ru);
}
template <class Enum>
std::vector<std::string> labels(const NotedChoices<Enum>& choices) {
  std::vector<std::string> words;
  for (const auto& choice : choices) {
    if (!choice.given()) continue;
    const bool other = code_of(*choice) == "other" && choices.note.given();
    words.emplace_back(other ? *choices.note : label_of(*choice).ru);
  }
  return words;
}
/// The kinds of mentoring that the programme has on the day; none while they cannot be known.
std::vector<std::string> kinds_of(const Program& program, Date day);

}  // namespace nastavnik
