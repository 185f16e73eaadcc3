#include "views/fields_in_words.h"

#include <algorithm>
#include <array>

#include "model/addresses.h"
#include "model/kinds/mentees.h"
#include "model/kinds/organization.h"
#include "model/kinds/people.h"
#include "model/notions/about.h"
#include "model/notions/naming.h"
#include "model/notions/topics.h"
#include "views/every_record.h"

namespace nastavnik::views {
namespace {

using reports::Block, reports::Cell, reports::Figures, reports::Grid;

Words as_it_is(std::string_view text) { return say({"{}", "{}"}, text); }

constexpr std::array advice{" (нет —",         " (absent:", " (или",    " (or", " (без сведений",
                            " (nothing about", ", если ",   ", where ", ", if "};

std::string without_advice(std::string_view title) {
  for (const std::string_view begin : advice) title = title.substr(0, title.find(begin));
  return std::string(title);
}

/// Values of fields in words.
class Saying {
public:
  explicit Saying(const Asked& asked) : asked_(asked) {}

  Cell cell(const ValueShape& type, void* value) const {
    const bool given = type.presence(value) == Presence::given;
    if (given && type.sort == Sort::day) return **static_cast<const At<Day>*>(value);
    return words(type, value);
  }

  Words words(const ValueShape& type, void* value) const {
    const Presence presence = type.presence(value);
    if (type.sort == Sort::link) return link(type, value, presence);
    if (presence == Presence::broken || presence == Presence::unknown) return unread(type.span(value));
    switch (type.sort) {
      case Sort::day: return reports::on_day(**static_cast<const At<Day>*>(value));
      case Sort::partner: return partner(*static_cast<const PartnerLink*>(value));
      case Sort::target: return target(*static_cast<const Target*>(value));
      case Sort::topic: return title_of_topic(asked_.registry(), type.written(value));
      case Sort::text: return in_one_line(told(asked_, *type.text(value)));
      default: return other(type, value);
    }
  }

private:
  /// What stands there is not told: it may be anything.
  Words unread(Span span) const {
    const Position at = asked_.loaded.sources.position(span);
    return say({"не читается (строка {})", "cannot be read (line {})"}, at.line);
  }

  /// Lines are broken where there is room, not where they were in the file.
  static Words in_one_line(Words words) {
    for (std::string* text : {&words.ru, &words.en}) {
      if (text->ends_with('\n')) text->pop_back();
      std::ranges::replace(*text, '\n', ' ');
    }
    return words;
  }

  Words link(const ValueShape& type, void* value, Presence presence) const {
    const Kind& kind = *folder_kinds()[type.kind];
    const std::string id = type.written(value);
    if (presence == Presence::broken) return id.empty() ? unread(type.span(value)) : dangling(id);
    if (kind.folder == Person::kind.folder) return called(asked_.registry(), id, asked_.names, asked_.day());
    const Words what = asked_.names ? about(asked_.registry(), address_of(kind, id)) : Words();
    return what.empty() ? as_it_is(id) : say({"{}: {}", "{}: {}"}, id, what);
  }

  Words dangling(std::string_view id) const {
    return say({"{} (такой записи нет)", "{} (no such record)"}, id_told(id));
  }

  Words partner(const PartnerLink& link) const {
    if (!link.to || !link->name.given()) return as_it_is(link.id);
    return say({"{} ({})", "{} ({})"}, told(asked_, *link->name), link.id);
  }

  Words target(const Target& target) const {
    const Mentee* mentee = asked_.registry().all<Mentee>().find(target.person);
    const std::string mark = fmt::format("{}/{}", target.person, target.mark);
    const auto text_in = [&](const auto& items) {
      Words text;
      for (const auto& item : items)
        if (item.id.given() && *item.id == target.mark && item.text.given()) text = told(asked_, *item.text);
      return text;
    };
    const Words text = !mentee                  ? Words()
                       : target.is_difficulty() ? text_in(mentee->difficulties)
                                                : text_in(mentee->strengths);
    return text.empty() ? as_it_is(mark) : say({"{} ({})", "{} ({})"}, text, mark);
  }

  Words other(const ValueShape& type, void* value) const {
    const Notation notation = type.notation();
    const std::string written = type.written(value);
    const auto code = std::ranges::find(notation.codes, written, &Code::code);
    if (code != notation.codes.end()) return code->label;
    if (notation.json == Notation::Json::truth)
      return written == "true" ? Words(Text{"да", "yes"}) : Words(Text{"нет", "no"});
    return told(asked_, written);
  }

  const Asked& asked_;
};

/// Puts the fields of a mapping into blocks: what is one value into figures, lists of mappings into grids.
class Telling {
public:
  explicit Telling(const Asked& asked) : asked_(asked), saying_(asked) {}

  void tell(std::string_view id, const Words& title, const Shape& shape, void* mapping) {
    Figures values{.id = id, .title = title, .of_fields = true};
    for (const FieldShape& field : shape.fields)
      if (!field.is_mapping() && is_there(field, mapping))
        values.figures.push_back({field.field.key, title_of_given(field.field.title), cell(field, mapping), {}, {}});
    if (!values.figures.empty()) blocks_.emplace_back(std::move(values));
    for (const FieldShape& field : shape.fields) {
      if (!field.is_mapping() || !is_there(field, mapping)) continue;
      const Words own = title_of_given(field.field.title);
      const Words inner = title.empty() ? own : say({"{}: {}", "{}: {}"}, title, own);
      if (is_unread(field, mapping))
        blocks_.emplace_back(Figures{.id = field.field.key,
                                     .title = {},
                                     .figures = {{field.field.key, own, unread(field, mapping), {}, {}}},
                                     .of_fields = true});
      else if (field.is_list())
        blocks_.emplace_back(grid(inner, field, mapping));
      else
        tell(field.field.key, inner, *field.shape, field.inner(mapping));
    }
  }

  std::vector<Block> take() { return std::move(blocks_); }

private:
  static bool is_there(const FieldShape& field, void* mapping) {
    if (field.presence(mapping) == Presence::absent) return false;
    return !field.is_list() || is_unread(field, mapping) || field.list->size(field.member(mapping)) != 0;
  }
  static bool is_unread(const FieldShape& field, void* mapping) {
    return field.holds != FieldShape::Holds::value && field.presence(mapping) == Presence::broken;
  }
  Cell unread(const FieldShape& field, void* mapping) const {
    const Position at = asked_.loaded.sources.position(field.span(mapping));
    return reports::Failed{say({"не читается (строка {})", "cannot be read (line {})"}, at.line)};
  }

  /// Of a field without mappings.
  Cell cell(const FieldShape& field, void* mapping) const {
    if (is_unread(field, mapping)) return unread(field, mapping);
    if (field.holds == FieldShape::Holds::value) {
      void* const value = field.member(mapping);
      const Words note = note_of(field, mapping);
      if (!note.empty()) return say({"{}: {}", "{}: {}"}, saying_.words(*field.value, value), note);
      if (field.presence(mapping) == Presence::broken && field.value->sort != Sort::link)
        return reports::Failed{saying_.words(*field.value, value)};
      return saying_.cell(*field.value, value);
    }
    std::vector<Words> all;
    void* const list = field.member(mapping);
    for (std::size_t i = 0; i < field.list->size(list); ++i)
      all.push_back(saying_.words(*field.value, field.list->item(list, i)));
    if (const Words note = note_of(field, mapping); !note.empty()) all.push_back(note);
    return one_after_another(all);
  }

  /// Commas where the words have none of their own.
  static Words one_after_another(const std::vector<Words>& all) {
    const auto has_comma = [](const Words& words) { return words.ru.find_first_of(",;") != std::string::npos; };
    if (std::ranges::none_of(all, has_comma)) return joined(all);
    Words words;
    for (const Words& one : all) words = words.empty() ? one : say({"{}; {}", "{}; {}"}, words, one);
    return words;
  }

  Words note_of(const FieldShape& field, void* mapping) const {
    if (!field.note || field.note->presence(field.note_in(mapping)) != Presence::given) return {};
    return saying_.words(*field.note, field.note_in(mapping));
  }

  Grid grid(const Words& title, const FieldShape& field, void* mapping) const {
    Grid grid{.id = field.field.key, .title = title};
    void* const list = field.member(mapping);
    std::vector<const FieldShape*> columns;
    for (const FieldShape& inner : field.shape->fields) {
      std::size_t used = 0;
      const std::size_t size = field.list->size(list);
      for (std::size_t i = 0; i < size; ++i)
        if (is_there(inner, field.list->item(list, i))) ++used;
      if (used == 0) continue;
      columns.push_back(&inner);
      grid.columns.push_back(
          {inner.field.key, used == size ? title_of_given(inner.field.title) : Words(inner.field.title)});
    }
    for (std::size_t i = 0; i < field.list->size(list); ++i) {
      reports::GridRow& row = grid.rows.emplace_back();
      void* const item = field.list->item(list, i);
      for (const FieldShape* column : columns) row.cells.push_back(any_cell(*column, item));
    }
    return grid;
  }

  Cell any_cell(const FieldShape& field, void* mapping) const {
    if (!is_there(field, mapping)) return reports::dash();
    if (!field.is_mapping() || is_unread(field, mapping)) return cell(field, mapping);
    if (!field.is_list()) return in_line(*field.shape, field.inner(mapping));
    std::vector<Words> all;
    void* const list = field.member(mapping);
    const std::size_t size = field.list->size(list);
    for (std::size_t i = 0; i < size; ++i) {
      const Words item = in_line(*field.shape, field.list->item(list, i));
      all.push_back(size == 1 ? item : say({"{}) {}", "{}) {}"}, i + 1, item));
    }
    return one_after_another(all);
  }

  /// A mapping in one line: «Дата: 01.10.2025; Результат: …».
  Words in_line(const Shape& shape, void* mapping) const {
    Words words;
    for (const FieldShape& field : shape.fields) {
      if (!is_there(field, mapping)) continue;
      const Cell value = any_cell(field, mapping);
      const Words said(shown(value, Language::ru), shown(value, Language::en));
      const Words one = say({"{}: {}", "{}: {}"}, title_of_given(field.field.title), said);
      words = words.empty() ? one : say({"{}; {}", "{}; {}"}, words, one);
    }
    return words;
  }

  const Asked& asked_;
  Saying saying_;
  std::vector<Block> blocks_;
};

}  // namespace

Words title_of_given(const Text& title) { return {without_advice(title.ru), without_advice(title.en)}; }

std::vector<Block> fields_in_words(const Asked& asked, const Shape& shape, const Record& record) {
  Telling telling(asked);
  telling.tell("fields", {}, shape, reached(record));
  return telling.take();
}

}  // namespace nastavnik::views
