#include "cmd/report_save.h"

#include <algorithm>
#include <ostream>

#include "disk/write.h"
#include "edit/record_text.h"
#include "edit/yaml.h"
#include "reports/statistics_item.h"
#include "source/overlaid.h"

namespace nastavnik::cmd {
namespace {

constexpr std::string_view list_key = "statistics";

/// What the file holds whatever the day judged.
std::unique_ptr<Loaded> every_record(const Tree& tree) {
  return load({.tree = tree, .today = end_of_time, .as_of = end_of_time});
}

const SchoolYear* year_in(const Loaded& loaded, std::string_view id) {
  return loaded.registry.all<SchoolYear>().find(id);
}

void refuse_twice(const SchoolYear& year, const reports::ReportRequest& request, bool days_asked,
                  const std::string& path) {
  const auto is_same = [&](const Statistics& one) {
    const bool same_from = days_asked ? one.from.given() && *one.from == request.period.from : one.from.absent();
    return one.date.given() && *one.date == request.day() && same_from;
  };
  if (std::none_of(year.statistics.begin(), year.statistics.end(), is_same)) return;
  throw UsageError{
      say({"статистика за этот день уже записана: {}", "the statistics of this day are recorded: {}"}, path),
      Text{"исправьте её там", "correct them there"}};
}

/// The text with the item, if it then reads as before and one item more.
std::optional<std::string> with_statistics(const Tree& tree, const std::string& path, const std::string& text,
                                           const SchoolYear& year, const YamlValue& item) {
  RecordText record(text);
  const NodePath list{std::string(list_key)};
  if (!record.insert(list, record.size_of(list), item)) return std::nullopt;
  const OverlaidTree changed(tree, {{path, record.text()}});
  const auto read = every_record(changed);
  const SchoolYear* now = year_in(*read, year.id);
  const bool grown = now && now->statistics.given() && now->statistics.size() == year.statistics.size() + 1;
  return grown ? std::optional(record.text()) : std::nullopt;
}

void say_line(const Words& words, Environment& environment) {
  environment.out << words.in(environment.language) << '\n';
}

ExitStatus make_year(const Open& open, const NewFile& file, Environment& environment) {
  Creation creation(open.root.path);
  creation.write(file);
  creation.keep();
  say_line(say({"создан файл {}", "made {}"}, file.path), environment);
  return ExitStatus::clean;
}

ExitStatus print(const std::string& block, const std::string& path, Environment& environment) {
  environment.out << block;
  environment.err
      << say({"файл {} записан так, что дописать в него нельзя: добавьте этот элемент списка statistics сами",
              "{} has a form that cannot be added to: add this item to its list of statistics yourself"},
             path)
             .in(environment.language)
      << '\n';
  return ExitStatus::clean;
}

}  // namespace

ExitStatus save_statistics(const Open& open, const reports::ReportRequest& request, bool days_asked,
                           Environment& environment) {
  const Period days = school_year(request.day());
  const std::string id = fmt::format("{}-{}", days.from.year(), days.to.year());
  const YamlValue item = reports::statistics_item(request, days_asked);
  const NewFile fresh{fmt::format("years/{}.yaml", id), fmt::format("{}:\n{}", list_key, shown_item(item))};
  if (in_the_way(open.root.path, {&fresh, 1}).empty()) return make_year(open, fresh, environment);
  const auto before = every_record(*open.tree);
  const SchoolYear* year = year_in(*before, id);
  if (!year) return print(fresh.bytes, fresh.path, environment);
  refuse_twice(*year, request, days_asked, fresh.path);
  const std::string text(before->sources[year->span.source].text);
  const auto after = with_statistics(*open.tree, fresh.path, text, *year, item);
  if (!after) return print(fresh.bytes, fresh.path, environment);
  rewrite(open.root.path, {fresh.path, *after}, text);
  say_line(say({"дописано в {}:", "added to {}:"}, fresh.path), environment);
  environment.out << shown_item(item);
  return ExitStatus::clean;
}

}  // namespace nastavnik::cmd
