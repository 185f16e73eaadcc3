#pragma once
#include <algorithm>
#include <initializer_list>
#include <vector>

#include "model/notions/verdict.h"
#include "model/registry.h"

namespace nastavnik {

/// The contract and the agreements to it that are in force on a day are one: what one of them states, all state.
class Contract {
public:
  Contract(const Mentor& mentor, Date day) {
    for (const LabourTerms& document : mentor.labour_terms)
      if (document.date.given() && *document.date <= day && (!document.valid_to.given() || day <= *document.valid_to))
        documents_.push_back(&document);
  }
  bool exists() const { return !documents_.empty(); }
  const LabourTerms& last() const { return *documents_.back(); }
  /// Where it is told what the contract states: of the last document that tells it.
  const Choices<LabourPart>* told() const {
    const Choices<LabourPart>* found = nullptr;
    for (const LabourTerms* document : documents_)
      if (document->states.given()) found = &document->states;
    return found;
  }
  bool is_job_function() const {
    return std::any_of(documents_.begin(), documents_.end(), [](const LabourTerms* document) {
      return document->in_job_function.given() && *document->in_job_function;
    });
  }
  std::vector<Words> missing(std::initializer_list<LabourPart> parts) const {
    std::vector<Words> missing;
    for (const LabourPart part : parts)
      if (std::none_of(documents_.begin(), documents_.end(),
                       [&](const LabourTerms* document) { return holds(document->states, part); }))
        missing.emplace_back(label_of(part));
    return missing;
  }

private:
  std::vector<const LabourTerms*> documents_;
};

}  // namespace nastavnik
