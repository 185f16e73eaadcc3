#pragma once
#include <initializer_list>
#include <vector>

#include "model/kinds/codes_people.h"
#include "model/notions/verdict.h"
#include "model/registry.h"

namespace nastavnik {

struct LabourTerms;

/// The contract and the agreements to it that are in force on a day are one: what one of them states, all state.
class Contract {
public:
  Contract(const Mentor& mentor, Date day);

  bool exists() const { return !documents_.empty(); }
  const LabourTerms& last() const { return *documents_.back(); }
  /// Where it is told what the contract states: of the last document that tells it.
  const Choices<LabourPart>* told() const;
  bool is_job_function() const;
  std::vector<Words> missing(std::initializer_list<LabourPart> parts) const;

private:
  std::vector<const LabourTerms*> documents_;
};

}  // namespace nastavnik
