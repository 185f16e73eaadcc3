#include "views/find.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "base/keyboard.h"
#include "base/text.h"
#include "base/threads.h"
#include "model/addresses.h"
#include "model/kinds/organization.h"
#include "model/kinds/people.h"
#include "model/notions/about.h"
#include "model/notions/offices.h"
#include "model/place.h"
#include "rules/fingerprint.h"
#include "views/every_record.h"
#include "views/fields_in_words.h"

namespace nastavnik::views {
namespace {

/// «Мероприятия: Название», of the keys from the top of a record.
Words titles_along(const Shape& top, std::string_view keys, const Text& leaf) {
  Words titles, last;
  const Shape* shape = &top;
  while (shape && !keys.empty()) {
    const std::size_t dot = std::min(keys.find('.'), keys.size());
    const FieldShape* field = shape->find(keys.substr(0, dot));
    const Words title = title_of_given(field ? field->field.title : leaf);
    if (title != last) titles = titles.empty() ? title : say({"{}: {}", "{}: {}"}, titles, title);
    last = title;
    shape = field ? field->shape : nullptr;
    keys.remove_prefix(std::min(dot + 1, keys.size()));
  }
  return titles.empty() ? Words(leaf) : titles;
}

/// A value that holds the words; without a field it is the id of the record.
struct Seen {
  Span span{};
  const Shape* shape = nullptr;
  const FieldShape* field = nullptr;
};

/// Looks through records for the words; several of it may look at once.
class Look {
public:
  Look(const Asked& asked, const WantedWords& wanted) : asked_(asked), wanted_(wanted) {}

  void at(const Shape& shape, const Record& record) {
    if (kind_ != shape.kind) codes_.clear();
    kind_ = shape.kind;
    const bool hidden = !asked_.names && shape.kind->folder == Person::kind.folder;
    if (wanted_.are_in(record.id) || wanted_.are_in(address_of(*shape.kind, record.id)))
      seen_.push_back({record.span, &shape});
    each_value(shape, reached(record), every, [&](const FieldShape& field, const ValueShape& type, void* value) {
      if (type.presence(value) != Presence::absent && (!hidden || is_name(field)) && is_wanted(type, value))
        seen_.push_back({type.span(value), &shape, &field});
    });
  }

  const std::vector<Seen>& seen() const { return seen_; }

private:
  static constexpr Sorts every = ~Sorts{0};
  using ByCode = std::map<std::string, bool, std::less<>>;

  /// Who may not see names may ask where one stands, and nothing else of people/.
  static bool is_name(const FieldShape& field) {
    return field.field.key == "full_name" || field.field.key == "short_name";
  }

  bool is_wanted(const ValueShape& type, void* value) {
    if (type.presence(value) == Presence::broken) return wanted_.are_in(asked_.loaded.sources.text(type.span(value)));
    if (type.sort == Sort::day) return wanted_.is_day(**static_cast<const At<Day>*>(value));
    const ByCode& codes = codes_of(type);
    if (!codes.empty()) {
      const auto code = codes.find(type.written(value));
      if (code != codes.end()) return code->second;
    }
    if (const At<Prose> text = type.text(value); text.given()) return wanted_.are_in(*text, kind_->title.ru);
    return !are_russian_ && wanted_.are_in(type.written(value));
  }

  /// Of each code of the type, whether it or what it means is wanted.
  const ByCode& codes_of(const ValueShape& type) {
    const auto [known, fresh] = codes_.try_emplace(&type);
    if (fresh)
      for (const Code& code : type.notation().codes)
        known->second[std::string(code.code)] =
            wanted_.are_in(code.code) ||
            wanted_.are_in(fmt::format("{} {}", code.label.ru, code.label.en), kind_->title.ru);
    return known->second;
  }

  const Asked& asked_;
  const WantedWords& wanted_;
  const Kind* kind_ = nullptr;  ///< of the records looked through now
  bool are_russian_ = wanted_.are_all_russian();
  std::vector<Seen> seen_;
  std::unordered_map<const ValueShape*, ByCode> codes_;
};

/// Goes through the records for the words.
class Search {
public:
  Search(const Asked& asked, const WantedWords& wanted) : asked_(asked), wanted_(wanted) {}

  std::vector<Hit> all() {
    for (const Seen& seen : in_records())
      add(seen.span, seen.field
                         ? titles_along(*seen.shape, place_in(asked_.loaded, seen.span).keys, seen.field->field.title)
                         : Words(Text{"номер записи", "id of the record"}));
    for (const Span place : asked_.registry().broken_files()) look_at_lines(place.source);
    std::ranges::stable_sort(
        hits_, [](const Hit& a, const Hit& b) { return std::tie(a.path, a.line) < std::tie(b.path, b.line); });
    std::vector<Hit> all = in_office();
    std::ranges::move(hits_, std::back_inserter(all));
    return all;
  }

private:
  std::vector<Seen> in_records() const {
    std::vector<std::pair<const Shape*, const Record*>> records;
    each_record(asked_.registry(),
                [&](const Shape& shape, const Record& record) { records.emplace_back(&shape, &record); });
    std::vector<Look> looks(asked_.jobs, Look(asked_, wanted_));
    share_out(records.size(), looks.size(),
              [&](std::size_t thread, std::size_t i) { looks[thread].at(*records[i].first, *records[i].second); });
    std::vector<Seen> all;
    for (const Look& look : looks) std::ranges::copy(look.seen(), std::back_inserter(all));
    return all;
  }

  /// Whoever holds on the day the office that is looked for.
  std::vector<Hit> in_office() const {
    const Organization& school = asked_.registry().organization();
    std::vector<Hit> all;
    if (wanted_.are_in("куратор curator"))
      for (const CuratorTerm* term : curators_on(school, asked_.day()))
        all.push_back(holder(term->person, Text{"куратор на этот день", "curator on the day"}));
    if (wanted_.are_in("руководитель директор head director"))
      if (const HeadTerm* head = head_on(school, asked_.day()))
        all.push_back(holder(head->person, Text{"руководитель на этот день", "head on the day"}));
    return all;
  }

  Hit holder(const Link<Person>& person, Words office) const {
    Hit hit = hit_at(person.span, std::move(office));
    if (asked_.names) hit.about = name_of(asked_, person.id);
    return hit;
  }

  void look_at_lines(std::uint32_t source) {
    std::uint32_t begin = 0;
    for (std::string_view text = asked_.loaded.sources[source].text; !text.empty();) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      if (wanted_.are_in(text.substr(0, end)))
        add({source, begin, static_cast<std::uint32_t>(end)}, Text{"файл не читается", "the file cannot be read"});
      begin += static_cast<std::uint32_t>(std::min(end + 1, text.size()));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  std::string told_address(std::string address) const { return asked_.names ? address : address_without_name(address); }

  /// At the line of the value that holds most of the words.
  void add(Span span, Words field) { hits_.push_back(hit_at(span, std::move(field))); }

  Hit hit_at(Span span, Words field) const {
    const Sources& sources = asked_.loaded.sources;
    const Span best = best_line(span);
    Hit hit{.address = told_address(address_of(sources, span)),
            .path = asked_.names ? std::string(sources.path(span)) : path_without_name(sources, span),
            .line = sources.position(best).line,
            .field = std::move(field)};
    if (asked_.names) hit.about = nastavnik::about(asked_.registry(), hit.address);
    if (asked_.names || !sources.is_personal(span)) hit.text = around(told(asked_, sources.line(best)).ru);
    return hit;
  }

  Span best_line(Span span) const {
    const std::string_view text = asked_.loaded.sources.text(span);
    Span best = span;
    std::size_t most = 0;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::size_t marks = wanted_.marks_in(text.substr(begin, end - begin)).size();
      if (marks > most) {
        most = marks;
        best = {span.source, span.begin + static_cast<std::uint32_t>(begin), 0};
      }
      begin = end + 1;
    }
    return best;
  }

  /// Of a line that fills a screen what stands about the first word found.
  std::string around(const std::string& line) const {
    constexpr std::size_t longest = 2000, before = 500;  ///< in bytes
    const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
    if (line.size() - begin <= longest) return line.substr(begin);
    const std::vector<Marked> marks = wanted_.marks_in(line);
    const std::size_t first = marks.empty() ? begin : marks.front().at;
    std::size_t from = first > begin + before ? line.find(' ', first - before) : begin;
    from = std::min(from, first);
    const std::size_t to = std::min(line.find(' ', std::min(from + longest, line.size())), line.size());
    return fmt::format("{}{}{}", from > begin ? "…" : "", line.substr(from, to - from), to < line.size() ? "…" : "");
  }

  const Asked& asked_;
  const WantedWords& wanted_;
  std::vector<Hit> hits_;
};

}  // namespace

Hits find(const Asked& asked, std::string_view words) {
  const auto found = [&](std::string_view typed) {
    WantedWords wanted(typed);
    std::vector<Hit> all = Search(asked, wanted).all();
    return Hits{.all = std::move(all), .wanted = std::move(wanted)};
  };
  Hits hits = found(words);
  for (const std::string& other : {typed_in_russian(words), typed_in_latin(words)}) {
    if (!hits.all.empty() || other == words) continue;
    hits = found(other);
    hits.understood = other;
  }
  if (hits.all.empty()) hits.understood.clear();
  return hits;
}

reports::Report found(const Asked& asked, const Hits& hits) {
  reports::Report report{.name = "find",
                         .title = {"Найденное", "What was found"},
                         .day = asked.day(),
                         .period = {reports::beginning_of_time, asked.day()},
                         .one_table = true};
  reports::Grid grid{.id = "found",
                     .columns = {{"record", {"Запись", "Record"}},
                                 {"line", {"Строка", "Line"}, true},
                                 {"field", {"Поле", "Field"}},
                                 {"text", {"Что стоит", "What it says"}},
                                 {"about", {"О чём запись", "About"}}},
                     .when_empty = {"ничего не найдено", "nothing was found"}};
  for (const Hit& hit : hits.all)
    grid.rows.push_back({{say({"{}", "{}"}, hit.address), static_cast<long long>(hit.line), hit.field,
                          cell_of(say({"{}", "{}"}, hit.text)), cell_of(hit.about)},
                         {hit.address}});
  report.add(std::move(grid));
  return report;
}

}  // namespace nastavnik::views
