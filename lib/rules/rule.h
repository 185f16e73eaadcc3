#pragma once
#include <span>
#include <type_traits>
#include <unordered_set>
#include <utility>

#include "model/notions/verdict.h"
#include "model/registry.h"
#include "rules/narrowing.h"
#include "rules/outcome.h"
#include "source/finding.h"

namespace nastavnik {

class Check;
class WorkingDays;
struct Thresholds;

/// A requirement together with the function that finds where it does not hold. A row of format has none.
struct Rule {
  Requirement what{};
  void (*check)(Check&) = nullptr;
};

/// A finding just made, to which more can be added.
class Found {
public:
  explicit Found(Finding& finding) : finding_(finding) {}

  /// Names a further place that the finding speaks of.
  template <class Place, class... Args>
  Found& also(const Place& place, const Phrase<std::type_identity_t<Args>...>& label, const Args&... args) {
    return add(span_of(place), label(args...));
  }
  /// The second grade of the row applies here.
  Found& milder();

private:
  friend class Check;
  Found& add(Span span, Words label);
  static Span span_of(Span span) { return span; }
  template <class Place>
  static Span span_of(const Place& place) {
    return place.span;
  }
  Finding& finding_;
};

/// One rule looking at one registry: what it may know, and where it says what it found.
class Check {
public:
  Check(const Requirement& of, const Registry& registry, const AskedFiles& files, const WorkingDays& calendar,
        bool names, Outcome& outcome);

  const Registry& registry() const { return registry_; }
  /// The day judged.
  Date day() const { return registry_.day(); }
  /// Whether the row's law was in force on the day: for what has a date of its own.
  bool in_force(Date day) const { return in_force_.holds(day); }
  /// The days on which it is.
  const Period& in_force() const { return in_force_; }
  const Thresholds& limits() const;
  const WorkingDays& working_days() const { return calendar_; }
  /// All records of the kind. A rule that needs no more than a record goes only through those that are asked about.
  template <class T>
  AskedRecords<T> all() const {
    return {registry_.all<T>(), of_.scope == Scope::record && !files_.all() ? &files_ : nullptr};
  }
  /// What would be found at the place is asked about.
  template <class Place>
  bool concerns(const Place& place) const {
    return files_.hold(Found::span_of(place));
  }

  /// All of the fields are there. One that is broken or out of sight leaves the rule undecided here.
  template <class... Fields>
  bool given(const Fields&... fields) {
    return (is_given(fields) && ...);
  }
  /// The field is truly absent. One that is broken or out of sight leaves the rule undecided here.
  template <class Field>
  bool absent(const Field& field) {
    note_if_unclear(field.presence, field.span);
    return field.absent();
  }
  /// A person who is named is not absent, seen or not.
  bool absent(const Link<Person>& person) {
    if (person.presence != Presence::unknown) note_if_unclear(person.presence, person.span);
    return person.absent();
  }
  /// Each field is given or truly absent; one that is broken or out of sight leaves the rule undecided here.
  template <class... Fields>
  bool known(const Fields&... fields) {
    return (is_known(fields) && ...);
  }
  /// The items of a list. One that could not be read, which leaves the list broken, leaves the rule undecided here.
  template <class Item>
  const List<Item>& each(const List<Item>& list) {
    note_if_unclear(list.presence, list.span);
    return list;
  }
  /// The link names something, whether or not it can be seen. One that cannot be read leaves the rule undecided here.
  template <class T>
  bool named(const Link<T>& link) {
    return !link.id.empty() || given(link);
  }
  /// The record that the link names; nothing when there is none or it cannot be seen (then the rule is undecided here).
  template <class T>
  const T* follow(const Link<T>& link) {
    note_if_unclear(link.presence, link.span);
    return link.to;
  }
  /// Every record of the kind can be seen, so that what is not found does not exist; else the rule is undecided at `place`.
  template <class T, class Place>
  bool sees_all(const Place& place) {
    const Table<T>& table = all<T>();
    if (table.seen() && table.broken().empty()) return true;
    undecided(place);
    return false;
  }
  /// The single file of the kind could be read; else the rule is undecided at `place`.
  template <class T, class Place>
  bool sees_the(const Place& place) {
    if (registry_.has<T>()) return true;
    undecided(place);
    return false;
  }
  /// The answer is a plain no; an unknown one leaves the rule undecided at `place`.
  template <class Place>
  bool denied(Verdict answer, const Place& place) {
    if (answer == Verdict::unknown) undecided(place);
    return answer == Verdict::no;
  }
  template <class Place>
  bool confirmed(Verdict answer, const Place& place) {
    if (answer == Verdict::unknown) undecided(place);
    return answer == Verdict::yes;
  }
  template <class Place>
  void undecided(const Place& place) {
    note_undecided(Found::span_of(place));
  }
  /// Not decided for a reason of its own, which is said.
  template <class Place, class... Args>
  void undecided(const Place& place, const Phrase<std::type_identity_t<Args>...>& why, const Args&... args) {
    note_undecided(Found::span_of(place), why(args...));
  }

  /// Says what was found at the place: the value, the bound, what is wrong about it.
  template <class Place, class... Args>
  Found found(const Place& place, const Phrase<std::type_identity_t<Args>...>& label, const Args&... args) {
    return add(Found::span_of(place), label(args...));
  }

  /// How a person is called in a message: by the name where names may be shown, and by the id.
  Words who(std::string_view person) const;
  Words who(const Link<Person>& person) const { return who(person.id); }
  Words who(const Person& person) const;
  /// The address of a record, with what it is about where people may be named.
  Words record(std::string_view address) const;

private:
  template <class Field>
  bool is_given(const Field& field) {
    note_if_unclear(field.presence, field.span);
    return field.given();
  }
  template <class Field>
  bool is_known(const Field& field) {
    note_if_unclear(field.presence, field.span);
    return field.given() || field.absent();
  }
  void note_if_unclear(Presence presence, Span span);
  void note_undecided(Span span, Words why = {});
  Found add(Span span, Words label);

  const Requirement& of_;
  const Registry& registry_;
  const AskedFiles& files_;
  const WorkingDays& calendar_;
  Period in_force_;
  bool names_;
  Outcome& outcome_;
  std::unordered_set<std::uint32_t> undecided_sources_;  ///< one undecided a file is enough
};

}  // namespace nastavnik
