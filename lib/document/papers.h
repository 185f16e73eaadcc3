#pragma once
#include <string>
#include <string_view>

#include "document/writing.h"

// One function a paper: what its placeholders say. Their texts stand in papers/NAME.txt, their rows in catalogue.cpp.

namespace nastavnik::papers {

/// `2025-112-od` of «112-од».
std::string order_id_of(std::string_view number, Date day);

// Orders
void order_regulation(Writing& writing);
void order_curator(Writing& writing);
void order_roadmap(Writing& writing);
void order_council(Writing& writing);
void order_pairs(Writing& writing);
void order_change_pairs(Writing& writing);
void order_end_pairs(Writing& writing);
void order_relieve(Writing& writing);
void order_release(Writing& writing);

// Consents
void consent_mentor(Writing& writing);
void consent_participation(Writing& writing);
void consent_helper(Writing& writing);
void consent_data(Writing& writing);
void consent_publication(Writing& writing);

// Programmes
void program(Writing& writing);
void amendment(Writing& writing);
void completion(Writing& writing);

// Requests
void resignation(Writing& writing);
void replacement(Writing& writing);

// Forms
void mentee_request(Writing& writing);
void mentor_questionnaire(Writing& writing);
void survey(Writing& writing);
void acquaintance(Writing& writing);
void formation(Writing& writing);
void selection(Writing& writing);

// The school
void regulation(Writing& writing);
void roadmap(Writing& writing);

}  // namespace nastavnik::papers
