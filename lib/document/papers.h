#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "document/writing.h"

// One function a paper: what its placeholders say. Their texts stand in papers/NAME.txt, their rows in catalogue.cpp.

namespace nastavnik {

struct Activity;
struct Appointment;
struct BodyDecision;
struct Completion;
struct Consent;
struct Organization;
struct PairMinutes;

}  // namespace nastavnik

namespace nastavnik::papers {

/// The signer's own data: the name, and the contacts that a consent to the use of data must have.
void write_signer(Writing& writing, std::string_view id);

/// The consent to be a mentor that the appointment rests on: its own, else the last that the person's papers list by its day.
const Consent* consent_to_mentor(const Registry& registry, const Mentor& mentor, const Appointment* appointment);

/// The participants of the programme, without those who had left before the day, its title and term.
void write_program(Writing& writing, const Program& program, const At<Day>& on = {});

/// An activity as a row: its number and title, the day it is due or the term in words, who is responsible.
void write_activity(Writing& writing, const Program& program, const Activity& activity, Values& values,
                    std::size_t number);

/// Why the programme ended early. Of health a paper says no more than the regulation does.
std::string circumstance_of(const Completion& completion);

/// «досрочно, по обоюдному решению участников (п. 19.2)»; empty where the plan was carried out or the records do not say.
std::string early_ending_of(const Completion& completion, bool group);

/// «методического объединения», «комиссии», «совета».
std::string_view genitive_of(CouncilKind kind);

/// Whose minutes they are: «методического объединения наставников», «педагогического совета».
std::string genitive_of(const Organization& organization, const PairMinutes& minutes);

/// Which bodies accepted the paper and agreed to it: `bodies` for the blocks above its title; each list by itself, too.
void write_bodies(Values& values, const List<BodyDecision>& accepted, const List<BodyDecision>& agreed);

/// «Педагогический совет, протокол от 30.08.2024 № 1»: what an order rests on; nothing of whoever had not decided yet.
std::vector<std::string> decisions_in_words(const List<BodyDecision>& bodies);

/// «2025/26 учебный год»; «2026 год» or «2025–2028 годы» where the roadmap goes beyond it.
std::string roadmap_years(const SchoolYear& year);

// Orders
void order(Writing& writing);
void order_regulation(Writing& writing);
void order_curator(Writing& writing);
void order_roadmap(Writing& writing);
void order_council(Writing& writing);
void order_pairs(Writing& writing);
void order_change_pairs(Writing& writing);
void order_end_pairs(Writing& writing);
void order_relieve(Writing& writing);
void order_release(Writing& writing);
void order_payment(Writing& writing);

// Consents
void consent_mentor(Writing& writing);
void consent_participation(Writing& writing);
void consent_helper(Writing& writing);
void consent_data(Writing& writing);
void consent_publication(Writing& writing);

// Labour papers
void labour_addendum(Writing& writing);
void cancellation_notice(Writing& writing);
void mentoring_certificate(Writing& writing);

// Programmes
void program(Writing& writing);
void amendment(Writing& writing);
void curator_check(Writing& writing);
void mentor_report(Writing& writing);
void completion(Writing& writing);

// Requests
void resignation(Writing& writing);
void replacement(Writing& writing);
void ending_statement(Writing& writing);
void consent_withdrawal(Writing& writing);

// Forms
void mentee_request(Writing& writing);
void mentor_questionnaire(Writing& writing);
void survey(Writing& writing);
void acquaintance(Writing& writing);
void formation(Writing& writing);
void selection(Writing& writing);
void event_attendance(Writing& writing);

// The school
void regulation(Writing& writing);
void roadmap(Writing& writing);

}  // namespace nastavnik::papers
