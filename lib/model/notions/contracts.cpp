#include "model/notions/contracts.h"

#include <algorithm>

#include "model/kinds/mentors.h"

namespace nastavnik {

Contract::Contract(const Mentor& mentor, Date day) {
  for (const LabourTerms& document : mentor.labour_terms)
    if (document.date.given() && *document.date <= day && (!document.valid_to.given() || day <= *document.valid_to))
      documents_.push_back(&document);
}

const Choices<LabourPart>* Contract::told() const {
  const Choices<LabourPart>* found = nullptr;
  for (const LabourTerms* document : documents_)
    if (document->states.given()) found = &document->states;
  return found;
}

bool Contract::is_job_function() const {
  return std::any_of(documents_.begin(), documents_.end(), [](const LabourTerms* document) {
    return document->in_job_function.given() && *document->in_job_function;
  });
}

std::vector<Words> Contract::missing(std::initializer_list<LabourPart> parts) const {
  std::vector<Words> missing;
  for (const LabourPart part : parts)
    if (std::none_of(documents_.begin(), documents_.end(),
                     [&](const LabourTerms* document) { return holds(document->states, part); }))
      missing.emplace_back(label_of(part));
  return missing;
}

}  // namespace nastavnik
