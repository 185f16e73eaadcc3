#include <algorithm>
#include <map>
#include <rapidcheck.h>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "model/ids.h"
#include "model/kinds.h"
#include "model/kinds/codes.h"
#include "model/kinds/settings.h"
#include "model/shape.h"

using namespace nastavnik;
using namespace std::string_literals;

namespace {

/// A field with its mapping.
struct Seen {
  Field field{};
  std::string address{};
  const ValueShape* value = nullptr;
  bool is(Sort sort) const { return value && value->sort == sort; }
};

void collect(const Shape& shape, const std::string& address, std::vector<std::vector<Seen>>& all) {
  std::vector<Seen> seen;
  for (const FieldShape& field : shape.fields) {
    seen.push_back({field.field, address + "." + std::string(field.field.key), field.value});
    if (!field.shape) continue;
    collect(*field.shape, seen.back().address, all);
    if (field.is_list()) CHECK_MESSAGE(!field.shape->called.empty(), seen.back().address);
  }
  all.push_back(std::move(seen));
}

/// Every mapping of every kind as the list of its fields.
const std::vector<std::vector<Seen>>& mappings() {
  static const auto all = [] {
    std::vector<std::vector<Seen>> found;
    for (const KindShape& kind : kind_shapes()) collect(*kind.shape, std::string(kind.kind->folder), found);
    return found;
  }();
  return all;
}

bool is_snake_case(std::string_view text) {
  static const std::regex form("[a-z][a-z0-9]*(_[a-z0-9]+)*");
  return std::regex_match(text.begin(), text.end(), form);
}

const Field* find(const std::vector<Seen>& mapping, std::string_view key) {
  for (const Seen& seen : mapping)
    if (seen.field.key == key) return &seen.field;
  return nullptr;
}

}  // namespace

TEST_CASE("codes are snake_case, unique, and no words that YAML 1.1 reads as a truth value or nothing") {
  const std::set<std::string_view> truth{"y", "n", "yes", "no", "on", "off", "true", "false", "null"};
  for_each(Enumerations{}, [&]<class Enum>() {
    std::set<std::string_view> known;
    for (const Code& row : Codes<Enum>::table) {
      CHECK_MESSAGE(is_snake_case(row.code), row.code);
      CHECK_MESSAGE(!truth.contains(row.code), row.code);
      CHECK_MESSAGE(known.insert(row.code).second, Codes<Enum>::name << " repeats " << row.code);
      CHECK_MESSAGE(!row.label.ru.empty(), row.code);
      CHECK_MESSAGE(!row.label.en.empty(), row.code);
    }
  });
}

TEST_CASE("names of enumerations are unique") {
  std::set<std::string_view> names;
  for_each(Enumerations{},
           [&]<class Enum>() { CHECK_MESSAGE(names.insert(Codes<Enum>::name).second, Codes<Enum>::name); });
}

TEST_CASE("keys are snake_case, unique in their mapping, and never begin like own fields") {
  CHECK(mappings().size() > 70);
  for (const auto& mapping : mappings()) {
    std::set<std::string_view> keys;
    for (const Seen& seen : mapping) {
      CHECK_MESSAGE(is_snake_case(seen.field.key), seen.address);
      CHECK_MESSAGE(keys.insert(seen.field.key).second, seen.address << " is named twice");
      CHECK_MESSAGE(!seen.field.title.empty(), seen.address);
    }
  }
}

TEST_CASE("a field that goes with a sibling, or may not precede one, names one that is there") {
  for (const auto& mapping : mappings()) {
    for (const Seen& seen : mapping) {
      if (!seen.field.with.empty()) CHECK_MESSAGE(find(mapping, seen.field.with), seen.address);
      if (seen.field.not_before.empty()) continue;
      const auto sibling = std::find_if(mapping.begin(), mapping.end(),
                                        [&](const Seen& other) { return other.field.key == seen.field.not_before; });
      REQUIRE_MESSAGE(sibling != mapping.end(), seen.address);
      CHECK_MESSAGE(sibling->value == seen.value, seen.address);  // of one type
      CHECK_MESSAGE(sibling->address != seen.address, seen.address);
    }
  }
}

TEST_CASE("only days happen, and at most one of them opens its mapping") {
  for (const auto& mapping : mappings()) {
    std::size_t opening = 0;
    for (const Seen& seen : mapping) {
      if (seen.field.when_ == When::opens) ++opening;
      if (seen.field.when_ != When::planned) CHECK_MESSAGE(seen.is(Sort::day), seen.address);
      if (seen.field.opens_with_link) CHECK_MESSAGE(seen.is(Sort::mark_link), seen.address);
    }
    CHECK_MESSAGE(opening <= 1, mapping.front().address);
  }
}

TEST_CASE("what lies ahead is planned, what is past has happened") {
  std::map<std::string, When> days;
  for (const auto& mapping : mappings())
    for (const Seen& seen : mapping)
      if (seen.is(Sort::day)) days[seen.address] = seen.field.when_;
  for (const char* planned :
       {"programs.start", "programs.end", "programs.activities.due_on", "programs.releases.date", "pairs.end.date",
        "pairs.mentees.to", "mentors.left.date", "mentors.resignations.leaving_on", "waivers.yaml.waivers.until",
        "organization.yaml.partners.agreements.valid_to", "programs.amendments.new_end"}) {
    REQUIRE_MESSAGE(days.contains(planned), planned);
    CHECK_MESSAGE(days[planned] == When::planned, planned);
  }
  for (const char* opens :
       {"orders.date", "programs.completion.date", "programs.amendments.date", "programs.activities.done.date",
        "pairs.meetings.date", "pairs.consents.given_on", "mentors.appointments.consent.given_on",
        "people.consents.given_on", "mentors.entered_on", "years.monitoring.date", "publications.published_on"}) {
    REQUIRE_MESSAGE(days.contains(opens), opens);
    CHECK_MESSAGE(days[opens] == When::opens, opens);
  }
  for (const char* happened : {"people.consents.withdrawn_on", "mentees.difficulties.resolved_on",
                               "years.roadmap.items.done_on", "publications.updates", "regulation.yaml.approved_on"}) {
    REQUIRE_MESSAGE(days.contains(happened), happened);
    CHECK_MESSAGE(days[happened] == When::happened, happened);
  }
}

TEST_CASE("a field is required, or a rule speaks of it, never both") {
  for (const auto& mapping : mappings())
    for (const Seen& seen : mapping)
      if (seen.field.need == Need::required) CHECK_MESSAGE(seen.field.reported_by.empty(), seen.address);
}

TEST_CASE("a kind has a folder or a file of its own") {
  std::set<std::string_view> places;
  for (const Kind* kind : folder_kinds()) {
    CHECK_MESSAGE(!kind->single(), kind->folder);
    CHECK_MESSAGE(is_snake_case(kind->folder), kind->folder);
    CHECK_MESSAGE(places.insert(kind->folder).second, kind->folder);
    CHECK_MESSAGE(kind->is_id(kind->id_example), kind->folder);
    CHECK_MESSAGE(kind->id_shape.ru.ends_with(kind->id_example), kind->folder);
    CHECK_MESSAGE(kind->id_shape.en.ends_with(kind->id_example), kind->folder);
  }
  for (const Kind* kind : single_kinds()) {
    CHECK_MESSAGE(kind->single(), kind->folder);
    CHECK_MESSAGE(kind->folder.ends_with(".yaml"), kind->folder);
    CHECK_MESSAGE(places.insert(kind->folder).second, kind->folder);
  }
  CHECK(folder_kinds().size() == 9);
  CHECK(single_kinds().size() == 5);
}

TEST_CASE("the pattern of an id and the function that knows it agree") {
  for (const Kind* kind : folder_kinds()) {
    const std::regex pattern{std::string(kind->id_pattern)};
    CHECK(rc::check(std::string(kind->folder), [&] {
      auto text =
          *rc::gen::oneOf(rc::gen::just(std::string(kind->id_example)), rc::gen::just("2025-2026"s),
                          rc::gen::just("p-0170000"s), rc::gen::container<std::string>(rc::gen::elementOf("012p-az"s)));
      if (!text.empty() && *rc::gen::arbitrary<bool>())
        text[*rc::gen::inRange<std::size_t>(0, text.size())] = *rc::gen::elementOf("019pz-_A"s);
      const bool matches = std::regex_match(text, pattern);
      if (kind->is_id(text)) RC_ASSERT(matches);
      // What the pattern cannot say: two years in a row, and the greatest length of a slug.
      const bool is_year = kind->id_pattern == school_year_id.pattern;
      if (matches && !is_year && text.size() <= longest_slug) RC_ASSERT(kind->is_id(text));
    }));
  }
}

TEST_CASE("thresholds have the defaults of the format") {
  const Thresholds limits;
  CHECK(*limits.releases_per_year == 3);
  CHECK(*limits.mentor_capacity == 3);
  CHECK(*limits.expiry_grace_days == 14);
  CHECK(*limits.results_publication_days == 60);
  CHECK(*limits.training_max_age_months == 36);
  CHECK(*limits.review_due == std::chrono::month(6) / std::chrono::day(1));
  CHECK(*limits.report_due == std::chrono::month(6) / std::chrono::day(30));
  REQUIRE(limits.statistics_due.size() == 2);
  CHECK(*limits.statistics_due[0] == std::chrono::month(9) / std::chrono::day(20));
  REQUIRE(limits.remind_program_end_days.size() == 2);
  CHECK(*limits.remind_program_end_days[0] == 30);
  CHECK(limits.mentor_capacity.absent());
}
