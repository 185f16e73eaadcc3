#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "edit/parsed_text.h"
#include "model/load.h"
#include "scratch.h"
#include "tests/every_field.h"
#include "tests/files.h"
#include "tests/memory_tree.h"
#include "tests/run_command.h"
#include "tests/tools.h"

// Every field of every kind can be set, changed and removed from the command line, and the file holds exactly that.

namespace nastavnik {
namespace {

using Strings = std::vector<std::string>;

constexpr Date day_of_entry{2025, 9, 15};

/// What is refused, and why that is right.
struct Refused {
  std::string_view field{};  ///< folder and path
  std::string_view why{};
};

constexpr std::array<Refused, 13> refused{{
    {"nastavnik.yaml people_dir", "the folder has another name: it is moved by hand"},
    {"nastavnik.yaml as_of", "a registry that is closed by a day takes nothing more"},
    {"nastavnik.yaml commit", "the registry of the test is in no repository"},
    {"people consents[#1].kinds", "a parent's consent names who gave it"},
    {"mentors appointments[#1].order", "an order has its day beside it"},
    {"programs activities[#1].added_by", "there is no such amendment"},
    {"programs activities[#1].cancelled_by", "there is no such amendment"},
    {"programs amendments[#1].after", "there is no such report"},
    {"programs amendments[#1].new_end", "what is changed is the term"},
    {"programs releases[#1].from_time", "there is no time to which"},
    {"programs releases[#1].activity", "there is no such activity"},
    {"programs completion.ground", "the curator's ground has a side beside it"},
    {"years needs_reviews[#1].people[#1].decision", "a refusal has its reason beside it"},
}};

/// The registry on disk, and one field of one of its records.
class SchoolOnDisk {
public:
  SchoolOnDisk() {
    for (const auto& [path, text] : files_) spill(scratch_.path() / path, text);
  }

  const Registry& registry() const { return loaded_->registry; }
  std::string text(const std::string& file) const { return slurp(scratch_.path() / file); }
  void put(const std::string& file, const std::string& text) { spill(scratch_.path() / file, text); }
  void put_back(const std::string& file) {
    if (const auto found = files_.find(file); found != files_.end()) return put(file, found->second);
    std::filesystem::remove(scratch_.path() / file);
  }
  Said run(const Strings& words) const {
    return run_command(scratch_.path(), words, {.today = day_of_entry, .variables = with_tools});
  }

private:
  std::map<std::string, std::string> files_ = school_to_enter();
  MemoryTree tree_{files_};
  std::unique_ptr<Loaded> loaded_ = load({.tree = tree_, .today = day_of_entry});
  Scratch scratch_;
};

using Leaves = std::map<std::string, std::string>;

void leaves_below(const Node& node, const std::string& path, Leaves& leaves) {
  if (node.kind == Node::Kind::scalar) leaves[path] = node.text;
  for (std::size_t i = 0; i < node.items.size(); ++i)
    leaves_below(*node.items[i], fmt::format("{}/{}", path, i), leaves);
  for (const NodeEntry& entry : node.entries)
    if (entry.value) leaves_below(*entry.value, fmt::format("{}/{}", path, entry.key), leaves);
}

/// All that the file says but for what stands at the path.
Leaves all_but(const std::string& text, const NodePath& path) {
  const ParsedText parsed(text);
  REQUIRE(parsed.read);
  Leaves leaves;
  leaves_below(*parsed.root, "", leaves);
  std::string at;
  for (const NodeStep& step : path) {
    const auto* index = std::get_if<std::size_t>(&step);
    at += '/' + (index ? std::to_string(*index) : std::get<std::string>(step));
  }
  std::erase_if(leaves, [&](const auto& leaf) { return leaf.first == at || leaf.first.starts_with(at + '/'); });
  return leaves;
}

Strings lines_of(const std::string& text) {
  Strings lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// How many lines of the first text are not in the second at its beginning or end.
std::size_t lines_touched(const std::string& before, const std::string& after) {
  const Strings was = lines_of(before), is = lines_of(after);
  const auto head = std::ranges::mismatch(was, is).in1 - was.begin();
  const auto tail = std::mismatch(was.rbegin(), was.rend() - head, is.rbegin(), is.rend()).first - was.rbegin();
  return was.size() - static_cast<std::size_t>(head + tail);
}

/// One field while it is entered.
class Entering {
public:
  Entering(SchoolOnDisk& school, const Way& way)
      : school_(school),
        way_(way),
        file_(way.file()),
        before_("# как велось раньше\n" + way.whole_record(school.registry())) {
    school_.put(file_, before_);
  }
  ~Entering() { school_.put_back(file_); }
  Entering(const Entering&) = delete;
  Entering& operator=(const Entering&) = delete;

  // Whether it was done; nothing is changed where it was not.
  bool set(const Typed& value) {
    return act({"set", record(), way_.path(), value.word, "--plainly"}) && holds({value.written});
  }
  bool add_and_take_out(const Typed& first, const Typed& other) {
    return act({"add", record(), way_.path(), other.word}) && holds({first.written, other.written}) &&
           act({"remove", record(), way_.path(), first.word}) && holds({other.written});
  }
  bool remove() {
    const bool is_kept = is_demanded();
    const bool is_gone = act({"remove", record(), way_.path()});
    if (is_gone) CHECK(school_.text(file_) == before_);
    return is_gone != is_kept;
  }

  const std::string& said() const { return said_; }

private:
  std::string record() const { return file_.substr(0, file_.size() - std::string_view(".yaml").size()); }
  bool act(Strings words) {
    const std::string held = school_.text(file_);
    words.emplace_back("--as-is");
    const Said said = school_.run(words);
    if (said.status == cmd::ExitStatus::clean) return true;
    said_ = said.err;
    CHECK(school_.text(file_) == held);
    return false;
  }
  /// The mapping must have it, or has it in place of another.
  bool is_demanded() const {
    if (way_.field->field.need == Need::required) return true;
    const Shape& shape = way_.through.empty() ? *way_.kind->shape : *way_.through.back()->shape;
    const std::string_view key = way_.field->field.key;
    return std::ranges::any_of(shape.fields, [&](const FieldShape& one) {
      return one.field.with_other && one.field.with_code.empty() && (one.field.key == key || one.field.with == key);
    });
  }
  bool holds(const Strings& values) const {
    const std::string text = school_.text(file_);
    INFO(text);
    CHECK(values_at(text, way_.nodes()) == values);
    CHECK(all_but(text, way_.nodes()) == all_but(before_, way_.nodes()));
    // A mapping that stood in one line still does.
    CHECK(lines_touched(before_, text) <= 1);
    return true;
  }

  SchoolOnDisk& school_;
  const Way& way_;
  std::string file_;
  std::string before_;
  std::string said_{};
};

bool is_refused(const Way& way) {
  const std::string name = fmt::format("{} {}", way.kind->kind->folder, way.path());
  return std::ranges::find(refused, name, &Refused::field) != refused.end();
}

bool enter(Entering& entering, const Way& way, const Registry& registry) {
  const Typed first = typed_for(*way.field->value, false, registry);
  const Typed other = typed_for(*way.field->value, true, registry);
  if (!entering.set(first)) return false;
  if (first.written != other.written &&
      !(way.field->is_list() ? entering.add_and_take_out(first, other) : entering.set(other)))
    return false;
  return entering.remove();
}

}  // namespace

TEST_CASE("every value of every kind can be set, changed and removed from the command line") {
  SchoolOnDisk school;
  std::size_t of_table = 0, entered = 0;
  each_field([&](const Way& way) {
    if (way.field->is_mapping()) return;
    INFO(way.file(), ": ", way.path());
    ++of_table;
    Entering entering(school, way);
    const bool is_taken = enter(entering, way, school.registry());
    INFO(entering.said());
    CHECK(is_taken != is_refused(way));
    if (is_taken) ++entered;
  });
  MESSAGE("fields of the table: ", of_table, ", entered: ", entered);
  CHECK(of_table > 300);
  CHECK(entered + refused.size() == of_table);
}

}  // namespace nastavnik
