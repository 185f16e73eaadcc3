#include "model/link.h"

#include <algorithm>

#include "base/text.h"
#include "model/ids.h"
#include "model/kinds/mentees.h"
#include "model/kinds/organization.h"
#include "model/kinds/settings.h"
#include "model/requirements.h"

namespace nastavnik {

template <class T>
void Linker::follow(Link<T>& link) {
  if (!link.given()) return;
  const Table<T>& table = registry_.all<T>();
  link.to = table.find(link.id);
  if (link.to) {
    link.id = table.id_of(link.id);  // one text for all that name the record: it stays in the cache
    return;
  }
  const Kind& kind = *shape_of<T>().kind;
  settle(link.presence, table.standing(link.id), link.span, link.id, kind);
  if (!kind.is_id(link.id) && may_be_a_name(link.id)) link.id = concealed_sign;  // wherever ids are told
}

void Linker::follow(const ValueShape& type, void* value) {
  if (type.sort == Sort::partner) return follow(*static_cast<PartnerLink*>(value));
  if (type.sort == Sort::target) return follow(*static_cast<Target*>(value));
  if (type.sort == Sort::topic) return follow(*static_cast<At<TopicCode>*>(value));
  std::size_t kind = 0;
  for_each(Kinds(), [&]<class T>() {
    if (kind++ == type.kind) follow(*static_cast<Link<T>*>(value));
  });
}

void Linker::follow(const Shape& shape, void* mapping) {
  constexpr Sorts links = sorts(Sort::link, Sort::partner, Sort::target, Sort::topic);
  for (const FieldShape& field : shape.fields) {
    if ((field.sorts & links) == 0) continue;
    void* const member = field.member(mapping);
    switch (field.holds) {
      case FieldShape::Holds::value: follow(*field.value, member); break;
      case FieldShape::Holds::values:
        keep_items(field, mapping, [&](void* item) {
          follow(*field.value, item);
          return field.value->presence(item) != Presence::absent;
        });
        break;
      case FieldShape::Holds::mapping:
        if (field.presence(mapping) == Presence::given) follow(*field.shape, field.inner(mapping));
        break;
      case FieldShape::Holds::mappings:
        for (std::size_t i = 0; i < field.list->size(member); ++i) follow(*field.shape, field.list->item(member, i));
    }
  }
}

std::vector<const At<Path>*> paths_in(const Shape& shape, void* mapping) {
  std::vector<const At<Path>*> paths;
  each_value(shape, mapping, sorts(Sort::path), [&](const FieldShape&, const ValueShape&, void* value) {
    if (const auto* path = static_cast<const At<Path>*>(value); path->given()) paths.push_back(path);
  });
  return paths;
}

bool Linker::report_misread(const Problem& problem, std::string_view text, Presence& presence, Span span) {
  if (!problem) return false;
  presence = Presence::broken;
  const Requirement& row = row_of(problem->fault);
  findings_.push_back({.of = &row,
                       .severity = row.severity,
                       .span = span,
                       .label = mask_ || (problem->fault == ValueFault::bad_id && may_be_a_name(text))
                                    ? problem->label
                                    : after_what_stands_there(text, problem->words(false))});
  return true;
}

void Linker::settle(Presence& presence, Standing standing, Span span, std::string_view id, const Kind& kind) {
  if (report_misread(check_id(id, kind), id, presence, span)) return;
  switch (standing) {
    case Standing::visible: return;
    case Standing::hidden: presence = Presence::absent; return;
    case Standing::broken:
    case Standing::unseen: presence = Presence::unknown; return;
    case Standing::missing: break;
  }
  presence = Presence::broken;
  report_dangling(span, id, kind.folder);
}

void Linker::report_dangling(Span span, std::string_view id, std::string_view folder) {
  const Requirement& row = row_of(Structure::dangling_link);
  findings_.push_back({.of = &row,
                       .severity = row.severity,
                       .span = span,
                       .label = mask_ ? say({"в папке {}/ нет такой записи", "there is no such record in {}/"}, folder)
                                      : say({"нет записи {}/{}", "there is no record {}/{}"}, folder, id)});
}

void Linker::person_of_stem(const Record& entry, const Kind& kind) {
  const Table<Person>& people = registry_.all<Person>();
  Presence presence = Presence::given;
  if (kind.is_id(entry.id) && !people.find(entry.id))
    settle(presence, people.standing(entry.id), entry.span, entry.id, *shape_of<Person>().kind);
}

void Linker::part_heads(const Organization& organization) {
  const auto period = [](const HeadTerm& term) { return Period{*term.from, term.to.given() ? *term.to : end_of_time}; };
  const auto counts = [](const HeadTerm& term) {
    return term.from.given() && term.to.presence != Presence::broken && term.acting.presence != Presence::broken &&
           !*term.acting;
  };
  const Requirement& row = row_of(Structure::bad_date);
  for (std::size_t i = 1; i < organization.heads.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const HeadTerm &earlier = organization.heads[j], &later = organization.heads[i];
      if (!counts(earlier) || !counts(later) || !period(earlier).meets(period(later))) continue;
      findings_.push_back(
          {.of = &row,
           .severity = row.severity,
           .span = later.from.span,
           .label = Text{
               "в эти дни уже есть другой руководитель; закройте его срок (to) или отметьте исполняющего обязанности (acting: true)",
               "another head is in office on these days; close that term (to), or mark the acting one (acting: true)"}});
      findings_.back().also.push_back(
          {earlier.from.span, Text{"срок другого руководителя", "the term of the other head"}});
      break;
    }
}

void Linker::follow(PartnerLink& link) {
  if (!link.given()) return;
  const Organization& organization = registry_.organization();
  for (const Partner& partner : organization.partners)
    if (partner.id.given() && *partner.id == link.id) link.to = &partner;
  if (link.to) return;
  std::string_view slug;
  if (report_misread(Slug::read(link.id, slug), link.id, link.presence, link.span)) return;
  const bool seen = registry_.has<Organization>() && organization.partners.presence != Presence::broken;
  link.presence = seen ? Presence::broken : Presence::unknown;
  if (!seen) return;
  const Requirement& row = row_of(Structure::dangling_link);
  findings_.push_back({.of = &row,
                       .severity = row.severity,
                       .span = link.span,
                       .label = Text{"среди партнёров (organization.yaml, partners) такого нет",
                                     "there is no such partner (organization.yaml, partners)"}});
}

void Linker::follow(Target& target) {
  if (!target.given()) return;
  const Table<Mentee>& mentees = registry_.all<Mentee>();
  const Mentee* mentee = mentees.find(target.person);
  if (!mentee)
    return settle(target.presence, mentees.standing(target.person), target.span, target.person, Mentee::kind);
  const bool list_is_broken =
      (target.is_difficulty() ? mentee->difficulties.presence : mentee->strengths.presence) == Presence::broken;
  const auto marks_it = [&](const auto& item) { return item.id.given() && *item.id == target.mark; };
  if (std::any_of(mentee->difficulties.begin(), mentee->difficulties.end(), marks_it) ||
      std::any_of(mentee->strengths.begin(), mentee->strengths.end(), marks_it))
    return;
  if (list_is_broken) {
    target.presence = Presence::unknown;
    return;
  }
  const bool later =
      std::find(mentee->all_marks.begin(), mentee->all_marks.end(), target.mark) != mentee->all_marks.end();
  target.presence = later ? Presence::absent : Presence::broken;
  if (later) return;
  const Requirement& row = row_of(Structure::dangling_link);
  findings_.push_back(
      {.of = &row,
       .severity = row.severity,
       .span = target.span,
       .label = say({"в mentees/{} нет метки {}", "mentees/{} has no mark {}"}, target.person, target.mark)});
}

void Linker::follow(At<TopicCode>& topic) {
  if (!topic.given()) return;
  std::vector<std::string_view> own;
  for (const OwnTopic& item : registry_.settings().topics)
    if (item.code.given()) own.push_back(*item.code);
  report_misread(check_topic(*topic, own), *topic, topic.presence, topic.span);
}

}  // namespace nastavnik
