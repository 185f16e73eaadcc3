#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.h"
#include "document/paper.h"
#include "document/writing.h"

namespace nastavnik {

enum class DocumentGroup : unsigned char { orders, consents, labour, programs, requests, forms, school };

struct GroupName {
  DocumentGroup group;
  std::string_view word;  ///< as typed: `document --all consents`
  Text title;
};
std::span<const GroupName> document_groups();

/// A kind of paper: its row says everything but its text, which stands in papers/NAME.txt.
struct DocumentKind {
  std::string_view name{};  ///< as typed, and the stem of its template
  DocumentGroup group = DocumentGroup::orders;
  Text title{};
  std::string_view clauses{};                                   ///< of the regulation or of other law, comma-separated
  std::vector<Subject> (*subjects)(const Registry&) = nullptr;  ///< what there can be such papers about
  void (*write)(Writing&) = nullptr;
  bool together = false;     ///< one paper for all that the same order decides
  Text lacking{};            ///< of a record that has no such paper: what it lacks and where that is written
  Text decided{};            ///< of an order: what was done already, «пара уже закреплена»
  unsigned kinds = 0;        ///< what an order of this kind decides
  bool of_any_kind = false;  ///< an order that tells whatever it decides

  bool has(OrderKind kind) const { return (kinds >> static_cast<unsigned>(kind) & 1U) != 0; }
};

/// All of them, by groups.
std::span<const DocumentKind> documents();
const DocumentKind* find_document(std::string_view name);

/// What there can be such papers about, each with an id of its own: where a person was curator twice, the second is `…-2`.
/// Whose data were erased has papers no more.
std::vector<Subject> subjects_by_id(const DocumentKind& kind, const Registry& registry);

/// The same, each with a word that chooses it and no other.
std::vector<Subject> subjects_of(const DocumentKind& kind, const Registry& registry);

/// What each paper is about: every subject has its own, or all of one order have one. Those of no order yet come first.
std::vector<std::vector<Subject>> papers_of(const DocumentKind& kind, std::vector<Subject> subjects);

/// The paper as its source says, unfilled.
page::Page built_in_paper(const DocumentKind& kind);

/// Names that every template may use, whatever the paper.
std::vector<std::string> known_placeholders(const DocumentKind& kind);

}  // namespace nastavnik
