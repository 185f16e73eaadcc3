#pragma once
#include <string>
#include <variant>
#include <vector>

#include "document/catalogue.h"
#include "model/find.h"

namespace nastavnik {

/// What is asked of the papers to make.
struct PaperWish {
  std::vector<std::string> words{};  ///< addresses, ids, names
  std::vector<std::string> pairs{};  ///< `new`, or pairs
  bool all = false;
  bool numbered = false;  ///< the number of a new order is given
  bool of_group = false;  ///< all papers of a group: each order has one
};

/// A paper to make: its kind and what it is about.
struct ChosenPaper {
  const DocumentKind* kind = nullptr;
  std::vector<Subject> subjects{};
};

/// Why no papers could be chosen.
struct NoChoice {
  enum class Why : unsigned char {
    not_one,         ///< the word does not mean one thing that such a paper is about
    not_of_kind,     ///< it means a record that has no such paper
    not_one_pair,    ///< nor one pair
    nothing,         ///< the records have nothing that such a paper is about
    no_new_pairs,    ///< of the new pairs, and orders assign all there are
    not_told,        ///< it is not said which of the subjects is meant
    decides_more,    ///< the order has decided more than such a paper tells
    several_orders,  ///< one paper would be about what several orders have decided: the first subject of each
  };
  Why why{};
  std::string word{};
  Meant meant{};
  std::vector<Subject> subjects{};
  std::string_view order{};
};

/// There are pairs, all can be read, and orders assign each.
bool are_pairs_assigned(const Registry& registry);

/// The papers of the kind that are asked for; none where all would be made and there are none.
using PaperChoice = std::variant<std::vector<ChosenPaper>, NoChoice>;
PaperChoice choose_papers(const DocumentKind& kind, const PaperWish& wish, const Registry& registry);

/// «карта», «дорожная карта»: that of a school year.
bool is_roadmap_named(std::string_view word);

}  // namespace nastavnik
