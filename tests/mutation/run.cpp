// Wakes the mutants of the rules one at a time and runs the cases that come by them. A mutant that no case notices has
// survived; survivors.txt says of each why it may.  mutation_test MUTANTS.tsv SURVIVORS.txt [EVERY | NAME]
//
// EVERY: of about so many mutants one is woken, always the same. NAME: those of the files (or rows) that begin with it.
// Cases are loaded once. A mutant is awake in a child process alone, which it may crash or hold up.

#include <algorithm>
#include <charconv>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <fmt/format.h>

#include "model/kinds/codes_organization.h"
#include "tests/gallery.h"
#include "tests/mutation/mutant.h"

using namespace nastavnik;

namespace mutant {

int wanted = 0;
std::vector<bool> reached;

bool is(int number) {
  const std::size_t at = static_cast<std::size_t>(number);
  if (reached.size() <= at) reached.resize(at + 1);
  reached[at] = true;
  return number == wanted;
}

}  // namespace mutant

namespace {

/// One change of a rule.
struct Mutant {
  int number = 0;
  std::string file{};
  std::string line{};
  std::string shown{};               ///< the line, with what was flipped in brackets
  std::vector<std::size_t> cases{};  ///< that come by it
  const Requirement* row = nullptr;  ///< a mutant of the row's grade
  std::string key() const { return file + ": " + shown; }
};

struct Case {
  const Fixture* fixture;
  const FixtureCase* what;
  CaseRegistry registry;
  std::string alone{};  ///< what is wrong with it when its rules run alone, unless a mutant is awake
};

std::vector<Mutant> read_mutants(const char* path) {
  std::vector<Mutant> mutants;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    Mutant& mutant = mutants.emplace_back();
    std::string number;
    std::getline(fields, number, '\t');
    std::getline(fields, mutant.file, '\t');
    std::getline(fields, mutant.line, '\t');
    std::getline(fields, mutant.shown);
    mutant.number = std::stoi(number);
  }
  return mutants;
}

/// One step milder; advice becomes a warning.
Severity flipped(Severity severity) {
  return severity == Severity::error     ? Severity::warning
         : severity == Severity::warning ? Severity::info
                                         : Severity::warning;
}

/// The grade of each row. That a finding is milder than its row is a mutant of the source.
void add_grades(std::vector<Mutant>& mutants, const std::vector<Case>& cases) {
  for (const Requirement* row : catalogue()) {
    if (row->nature == Nature::format || row->by_format) continue;
    std::string shown = fmt::format("[{} → {}]", code_of(row->severity), code_of(flipped(row->severity)));
    Mutant& mutant = mutants.emplace_back(Mutant{.file = std::string(row->id), .shown = std::move(shown), .row = row});
    for (std::size_t i = 0; i < cases.size(); ++i)
      if (cases[i].fixture->id == row->id) mutant.cases.push_back(i);
  }
}

std::vector<Case> load_cases(const std::vector<Fixture>& fixtures) {
  std::vector<Case> cases;
  for (const Fixture& fixture : fixtures) {
    const Requirement* row = find_requirement(fixture.id);
    if (!row || row->nature == Nature::format) continue;
    for (const FixtureCase& what : fixture.cases) cases.push_back({&fixture, &what, load_case(fixture, what)});
  }
  return cases;
}

/// The rules that the case speaks of, and those that could take their findings away.
Selection own_rules(const Case& one) {
  Selection selection{.select = {one.fixture->id}};
  for (const Expectation& expectation : expectations(*one.what, one.registry.files))
    selection.select.push_back(expectation.id);
  for (std::size_t i = 0, count = selection.select.size(); i < count; ++i) {
    const Requirement* row = find_requirement(selection.select[i]);
    std::istringstream ids(std::string(row ? row->implied_by : ""));
    for (std::string id; std::getline(ids, id, ',');) selection.select.push_back(id);
  }
  return selection;
}

/// Finds by which mutants the rule of each case comes; a mutant that is no part of the rule cannot be noticed by its case.
void note_reached(const std::vector<Mutant*>& mutants, std::vector<Case>& cases) {
  for (std::size_t i = 0; i < cases.size(); ++i) {
    Case& one = cases[i];
    mutant::reached.assign(mutant::reached.size(), false);
    check(*one.registry.loaded, {.selection = {.select = {one.fixture->id}}});
    bool any = false;
    for (Mutant* mutant : mutants) {
      const std::size_t at = static_cast<std::size_t>(mutant->number);
      if (mutant->row || at >= mutant::reached.size() || !mutant::reached[at]) continue;
      mutant->cases.push_back(i);
      any = true;
    }
    if (!any) continue;
    one.alone =
        differences(*one.fixture, *one.what, one.registry, check(*one.registry.loaded, {.selection = own_rules(one)}));
  }
}

/// Looks at the rules of the case alone, which is quick and kills most.
bool is_noticed_at_once_by(const Case& one) {
  const Outcome outcome = check(*one.registry.loaded, {.selection = own_rules(one)});
  return differences(*one.fixture, *one.what, one.registry, outcome) != one.alone;
}

/// Looks at all rules, with the mutant asleep and awake.
bool is_noticed_by(const Case& one, int number) {
  mutant::wanted = 0;
  const std::string besides =
      what_fires_besides(*one.fixture, *one.what, one.registry, check(*one.registry.loaded, {}));
  mutant::wanted = number;
  const Outcome outcome = check(*one.registry.loaded, {});
  return !differences(*one.fixture, *one.what, one.registry, outcome).empty() ||
         what_fires_besides(*one.fixture, *one.what, one.registry, outcome) != besides;
}

/// The grade of a row stands in man/messages.md, in the message of the first case that breaks it, unless that one is milder.
bool is_noticed_by_gallery(const Requirement& row, const std::vector<Case>& cases) {
  const auto own = std::find_if(cases.begin(), cases.end(), [&](const Case& one) { return one.fixture->id == row.id; });
  return own != cases.end() &&
         test_text("../man/messages.md").find(message_of(*own->fixture, Language::ru)) == std::string::npos;
}

constexpr unsigned longest_life = 20;  // seconds

/// In a process of its own: 0 when no case notices the mutant.
[[noreturn]] void live(const Mutant& mutant, const std::vector<Case>& cases) {
  alarm(longest_life);
  if (!std::freopen("/dev/null", "w", stderr)) _exit(2);
  mutant::wanted = mutant.number;
  // The mutated rows are no constants: mutate.mjs sees to that.
  if (mutant.row) const_cast<Requirement*>(mutant.row)->severity = flipped(mutant.row->severity);
  if (mutant.row && is_noticed_by_gallery(*mutant.row, cases)) _exit(1);
  const bool at_once = std::any_of(mutant.cases.begin(), mutant.cases.end(),
                                   [&](std::size_t i) { return is_noticed_at_once_by(cases[i]); });
  const bool noticed = at_once || std::any_of(mutant.cases.begin(), mutant.cases.end(),
                                              [&](std::size_t i) { return is_noticed_by(cases[i], mutant.number); });
  _exit(noticed ? 1 : 0);
}

/// Wakes each in turn, several at a time; those that lived.
class Survivors {
public:
  explicit Survivors(const std::vector<Case>& cases) : cases_(cases) {}

  std::vector<const Mutant*> among(const std::vector<Mutant*>& mutants) {
    const std::size_t together = std::max(1U, std::thread::hardware_concurrency());
    for (const Mutant* mutant : mutants) {
      if (running_.size() == together) wait_for_one();
      start(*mutant);
    }
    while (!running_.empty()) wait_for_one();
    std::sort(survivors_.begin(), survivors_.end(),
              [](const Mutant* a, const Mutant* b) { return a->number < b->number; });
    return survivors_;
  }

private:
  void start(const Mutant& mutant) {
    const pid_t child = fork();
    if (child == 0) live(mutant, cases_);
    if (child > 0) running_[child] = &mutant;
  }

  void wait_for_one() {
    int status = 0;
    const pid_t child = wait(&status);
    const auto found = running_.find(child);
    if (found == running_.end()) return;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) survivors_.push_back(found->second);
    running_.erase(found);
  }

  const std::vector<Case>& cases_;
  std::map<pid_t, const Mutant*> running_;
  std::vector<const Mutant*> survivors_;
};

/// The survivors that are known, each with the reason why it may live: `KEY` and, indented, the reason below.
using Reasons = std::map<std::string, std::string>;

Reasons read_reasons(const char* path) {
  Reasons reasons;
  std::ifstream in(path);
  std::string key;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with("    "))
      reasons[key] = line.substr(4);
    else
      reasons[key = line];
  }
  return reasons;
}

/// The same mutants every time, whatever stands before them in the catalogue.
bool is_in_sample(const Mutant& mutant, std::string_view sample) {
  std::size_t every = 1;
  const auto read = std::from_chars(sample.data(), sample.data() + sample.size(), every);
  if (read.ec != std::errc() && !sample.empty()) return mutant.file.starts_with(sample);
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : mutant.key()) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return (hash >> 16) % every == 0;
}

/// Says which mutants lived and may not, and which may and did not; whether there were any.
bool compare(const std::vector<Mutant*>& woken, const std::vector<const Mutant*>& survivors, const Reasons& reasons) {
  bool differ = false;
  std::set<std::string> lived;
  for (const Mutant* mutant : survivors) {
    lived.insert(mutant->key());
    const auto known = reasons.find(mutant->key());
    if (known != reasons.end() && !known->second.empty()) continue;
    differ = true;
    fmt::print("{} lives, line {}:\n{}\n", mutant->cases.empty() ? "not come by and so" : "noticed by no case and so",
               mutant->line, mutant->key());
  }
  for (const Mutant* mutant : woken) {
    if (!reasons.contains(mutant->key()) || !lived.insert(mutant->key()).second) continue;
    differ = true;
    fmt::print("died and stands among the survivors:\n{}\n", mutant->key());
  }
  return differ;
}

/// Survivors that name no mutant any more.
bool name_what_is_gone(const std::vector<Mutant>& mutants, const Reasons& reasons) {
  std::set<std::string> keys;
  for (const Mutant& mutant : mutants) keys.insert(mutant.key());
  bool gone = false;
  for (const auto& [key, reason] : reasons)
    if (!keys.contains(key)) gone = true, fmt::print("stands among the survivors and is no mutant:\n{}\n", key);
  return gone;
}

constexpr double least_score = 95;  // percent

}  // namespace

int main(int count, char** words) {
  if (count < 3) return 2;
  const std::string_view sample = count > 3 ? words[3] : "";
  const std::vector<Fixture> fixtures = all_fixtures();
  std::vector<Case> cases = load_cases(fixtures);
  std::vector<Mutant> mutants = read_mutants(words[1]);
  const Reasons reasons = read_reasons(words[2]);
  add_grades(mutants, cases);
  std::vector<Mutant*> woken;
  for (Mutant& mutant : mutants)
    if (is_in_sample(mutant, sample)) woken.push_back(&mutant);
  note_reached(woken, cases);
  const std::vector<const Mutant*> survivors = Survivors(cases).among(woken);
  const double score = 100.0 * static_cast<double>(woken.size() - survivors.size()) / static_cast<double>(woken.size());
  const bool differ = compare(woken, survivors, reasons);
  const bool gone = name_what_is_gone(mutants, reasons);
  fmt::print("{} mutants in {} cases, {} survivors: {:.1f} % died\n", woken.size(), cases.size(), survivors.size(),
             score);
  return differ || gone || (sample.empty() && score < least_score) ? 1 : 0;
}
