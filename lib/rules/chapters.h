#pragma once
#include <span>

#include "rules/rule.h"

namespace nastavnik {

// The chapters of the catalogue, one function a file.

std::span<const Rule> record_rules();          ///< what no single clause says: states, order of events, doubles
std::span<const Rule> waiver_rules();          ///< what the exceptions themselves are held to
std::span<const Rule> term_rules();            ///< clauses 1-2: who is who, what a programme is
std::span<const Rule> plan_rules();            ///< clause 2: activities and the curator of a programme
std::span<const Rule> principle_rules();       ///< clause 3: principles
std::span<const Rule> release_rules();         ///< clause 4: releases from duties
std::span<const Rule> task_rules();            ///< clause 6: the tasks that programmes serve
std::span<const Rule> form_rules();            ///< clause 7: the choice of a form, how many there are, how they meet
std::span<const Rule> reverse_rules();         ///< clause 7: reverse mentoring
std::span<const Rule> kind_rules();            ///< clause 7: speed, situational, traditional mentoring
std::span<const Rule> role_form_rules();       ///< clause 7: who mentors whom
std::span<const Rule> order_rules();           ///< clause 8: the order on the regulation
std::span<const Rule> appointment_rules();     ///< clause 9: appointing mentors with their consent
std::span<const Rule> head_rules();            ///< clauses 10.2-10.4: what the head issues and approves
std::span<const Rule> pair_order_rules();      ///< clause 10.5: orders that assign pairs, and the consents to them
std::span<const Rule> partner_rules();         ///< clause 10.6: agreements with partners
std::span<const Rule> curator_office_rules();  ///< clause 11.1: who the curator is, and since when
std::span<const Rule> curator_rules();         ///< clauses 11.2-11.6: what the curator keeps
std::span<const Rule> monitoring_rules();      ///< clauses 11.8-11.12: what the curator watches and reports
std::span<const Rule> union_rules();           ///< clause 12: the council of mentors
std::span<const Rule> mentor_rights_rules();   ///< clauses 13-14: what mentors ask, check and propose
std::span<const Rule> mentee_rights_rules();   ///< clauses 15-16: what mentees ask and have to do
std::span<const Rule> pair_rules();            ///< clauses 17-18: forming pairs and groups
std::span<const Rule> departure_rules();       ///< clauses 2, 9, 18, 19: people who have left while their pair works on
std::span<const Rule> ending_rules();          ///< clause 19: ending a programme
std::span<const Rule> amendment_rules();       ///< clause 20: changing term or content
std::span<const Rule> site_rules();            ///< clause 21: the section of the site and what is published there
std::span<const Rule> named_people_rules();  ///< clause 21 and other law: who is named on pages, and with what consent
std::span<const Rule> site_page_rules();     ///< clause 21: the legal base on the pages, and whose site they are on
std::span<const Rule> publication_rules();   ///< clause 22: results of programmes
std::span<const Rule> own_regulation_rules();  ///< clauses 23-24: the school's own regulation and its changes
std::span<const Rule> year_opening_rules();    ///< the appendix, row 1: a school year without a file
std::span<const Rule> roadmap_rules();  ///< the appendix, rows 1-4: papers, banks, choice and training of mentors
std::span<const Rule>
roadmap_work_rules();  ///< the appendix, rows 5-7: the work of pairs, the end of programmes, publications
std::span<const Rule> labour_rules();         ///< the Labour Code, article 351.8
std::span<const Rule> personal_data_rules();  ///< Federal Law No. 152-FZ: consents and pages
std::span<const Rule> mention_rules();        ///< Federal Law No. 152-FZ: names and contacts outside people/
std::span<const Rule> teacher_paper_rules();  ///< other law: what teachers need not write

}  // namespace nastavnik
