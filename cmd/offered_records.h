#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "acts/act.h"
#include "cmd/offers.h"
#include "cmd/open.h"
#include "model/registry.h"

namespace nastavnik::cmd {

/// The records that a shell may offer, of the registry that the line is about. Of these no more is read than tells what they
/// are; where that cannot be read, their ids are offered alone.
class OfferedRecords {
public:
  /// What is offered where nothing was begun: the ids that a shell tells apart, or names.
  enum class People : unsigned char { by_id, by_name };

  /// `arguments` are the global options of the line.
  OfferedRecords(const Arguments& arguments, const Environment& environment, bool names, People people = People::by_id);
  ~OfferedRecords();
  OfferedRecords(const OfferedRecords&) = delete;
  OfferedRecords& operator=(const OfferedRecords&) = delete;

  /// Of one kind: by the beginning of the id, and by that of a name or of an order's number.
  Offers of_kind(const Kind& kind, std::string_view begun);
  /// Of any kind: by the folder first; by an id, with its folder where records of several kinds have it.
  /// A person is one record, whatever else there is of the same id, where `person_once`.
  Offers of_any(std::string_view begun, bool person_once);
  /// Pairs and people, as a report may be about them.
  Offers of_kinds(std::span<const Kind* const> kinds, std::string_view begun);
  /// The marks of items that stand in the record, with what they mark.
  Offers items_of(std::string_view address, std::string_view begun);
  /// What the act offers for its question, behind what was typed before.
  Offers of_question(const ActQuestion& question, std::string_view before, std::string_view begun);
  /// What there can be papers of this name about.
  Offers of_paper(std::string_view paper, std::string_view begun);

  /// The kinds that have the record of this address or id; those of people where it is neither.
  std::vector<const Kind*> kinds_of_record(std::string_view word) const;

private:
  struct Seen;
  Offers by_words(const Kind& kind, std::span<const std::string> ids, std::string_view begun,
                  const Registry& registry) const;
  Offers by_names(const Kind& kind, std::span<const std::string> ids, std::string_view begun,
                  const Registry& registry) const;
  Offers by_id(std::string_view begun, bool person_once);
  Offers folders(std::string_view begun) const;

  std::unique_ptr<Seen> seen_;
  People people_;
};

}  // namespace nastavnik::cmd
