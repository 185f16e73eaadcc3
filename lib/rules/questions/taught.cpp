#include "rules/questions/taught.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "model/field.h"
#include "model/kinds/people.h"
#include "model/types.h"

namespace nastavnik {
namespace {

/// Endings of nouns and adjectives, folded; the longest that leaves a stem is taken off.
constexpr std::string_view endings[] = {
    "иями", "ого", "его", "ому", "ему", "ыми", "ими", "ией", "иям", "иях", "ием", "ами", "ями", "ая", "яя", "ия", "ие",
    "ии",   "ию",  "ой",  "ей",  "ое",  "ее",  "ый",  "ий",  "ую",  "юю",  "ые",  "ых",  "их",  "ым", "им", "ам", "ям",
    "ах",   "ях",  "ов",  "ев",  "ом",  "ем",  "а",   "я",   "о",   "е",   "ы",   "и",   "у",   "ю",  "ь",
};
constexpr std::size_t least_stem = 3;

/// Words of which a title may have any, whatever is taught.
constexpr std::string_view general[] = {
    "учител", "преподавател", "педагог",    "старш", "ведущ", "главн", "молод",   "высш", "перв",
    "втор",   "категор",      "соответств", "язык",  "класс", "курс",  "культур", "школ", "образован",
};

std::string stem_of(std::string_view word) {
  std::string_view stem = word;
  for (const std::string_view ending : endings) {
    if (!word.ends_with(ending)) continue;
    const std::string_view rest = word.substr(0, word.size() - ending.size());
    if (rest.size() < stem.size() && characters(rest) >= least_stem) stem = rest;
  }
  return std::string(stem);
}

bool is_general(std::string_view stem) { return std::ranges::find(general, stem) != std::end(general); }

void add_stems(const At<Line>& text, std::vector<std::string>& stems) {
  if (!text.given()) return;
  const std::string folded = fold(*text);
  for (const TextWord& word : words_of(folded))
    if (std::string stem = stem_of(word.text); characters(stem) >= least_stem && !is_general(stem))
      stems.push_back(std::move(stem));
}

std::vector<std::string> stems_of(const JobPosition& position) {
  std::vector<std::string> stems;
  add_stems(position.title, stems);
  for (const At<Line>& subject : position.subjects) add_stems(subject, stems);
  return stems;
}

}  // namespace

bool do_alike(const JobPosition& a, const JobPosition& b) {
  if (a.title.given() && b.title.given() && fold(*a.title) == fold(*b.title)) return true;
  const std::vector<std::string> ours = stems_of(a), theirs = stems_of(b);
  return std::ranges::find_first_of(ours, theirs) != ours.end();
}

}  // namespace nastavnik
