#include "rules/clause.h"

#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "base/embedded.h"
#include "base/text.h"

namespace nastavnik {

namespace embedded {
std::span<const Embedded> law();
}

namespace {

constexpr std::string_view sums_file = "SHA256SUMS";
constexpr std::string_view regulation = "nso564/";

std::string_view until(std::string_view& text, std::string_view end) {
  const std::size_t at = text.find(end);
  const std::string_view part = text.substr(0, at);
  text = at == text.npos ? std::string_view() : text.substr(at + end.size());
  return part;
}

void read_head(std::string_view block, Edition& edition) {
  edition.act_ru = until(block, " | ").substr(2);
  edition.act_en = until(block, "\n");
  while (!block.empty()) {
    std::string_view line = until(block, "\n").substr(2);
    const std::string_view word = until(line, " ");
    if (word == "excerpts")
      edition.excerpts = true;
    else if (const auto day = parse_date(line))
      (word == "to" ? edition.in_force.to : edition.dated) = *day;
  }
}

Clause read_clause(std::string_view block) {
  Clause clause;
  std::string_view head = until(block, "\n").substr(2);
  clause.id = until(head, " ");
  clause.title_ru = until(head, " | ");
  clause.title_en = head;
  while (block.ends_with('\n')) block.remove_suffix(1);
  clause.text = block;
  return clause;
}

/// What sha256sum wrote: the sum of each clause, named `EDITION/CLAUSE`.
std::map<std::string, std::string_view, std::less<>> read_sums(std::string_view text) {
  std::map<std::string, std::string_view, std::less<>> sums;
  while (!text.empty()) {
    std::string_view line = until(text, "\n");
    const std::string_view sum = until(line, "  ");
    sums.emplace(line, sum);
  }
  return sums;
}

std::vector<Edition> read_all() {
  std::vector<Edition> all;
  std::map<std::string, std::string_view, std::less<>> sums;
  for (const Embedded& file : embedded::law()) {
    if (file.path == sums_file)
      sums = read_sums(file.bytes);
    else
      all.push_back(read_edition(file.path, file.bytes));
  }
  for (Edition& edition : all)
    for (Clause& clause : edition.clauses) {
      clause.edition = &edition;
      const auto sum = sums.find(std::string(edition.id) + "/" + std::string(clause.id));
      if (sum != sums.end()) clause.sha256 = sum->second;
    }
  return all;
}

std::string without_breaks(std::string_view text) {
  std::string folded;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n';
    if (!blank)
      folded += c;
    else if (!folded.empty() && folded.back() != ' ')
      folded += ' ';
  }
  return folded;
}

}  // namespace

Edition read_edition(std::string_view path, std::string_view bytes) {
  Edition edition;
  edition.id = path.substr(0, path.rfind('.'));
  if (const auto from = parse_date(edition.id.substr(edition.id.rfind('/') + 1))) edition.in_force.from = *from;
  read_head(until(bytes, "\n\n"), edition);
  while (!bytes.empty()) edition.clauses.push_back(read_clause(until(bytes, "\n\n")));
  return edition;
}

std::span<const Edition> editions() {
  static const std::vector<Edition> all = read_all();
  return all;
}

std::span<const Clause> clauses() {
  const auto all = editions();
  const auto last =
      std::find_if(all.rbegin(), all.rend(), [](const Edition& edition) { return edition.id.starts_with(regulation); });
  return last->clauses;
}

const Clause* find_clause(std::string_view id) {
  const Clause* found = nullptr;
  for (const Edition& edition : editions())
    for (const Clause& clause : edition.clauses)
      if (clause.id == id) found = &clause;
  return found;
}

/// The id of a clause as people write it: «19» of «п. 19», «пункт 19», «clause 19».
static std::string_view bare_clause(std::string_view named) {
  const std::size_t digit = named.find_first_of("0123456789");
  const std::string_view word = trimmed(named.substr(0, digit), " .");
  constexpr std::string_view said[] = {"п", "пп", "пункт", "подпункт", "cl", "clause"};
  const bool is_said = digit != named.npos && std::find(std::begin(said), std::end(said), fold(word)) != std::end(said);
  return is_said ? named.substr(digit) : named;
}

bool lies_in(std::string_view clause, std::string_view named) {
  named = bare_clause(named);
  return clause == named || (clause.starts_with(named) && clause.substr(named.size()).starts_with('.'));
}

bool quotes(const Clause& clause, std::string_view phrase) {
  return without_breaks(clause.text).find(without_breaks(phrase)) != std::string::npos;
}

}  // namespace nastavnik
