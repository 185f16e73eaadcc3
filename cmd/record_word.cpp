#include "cmd/record_word.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "acts/typed_field.h"
#include "cmd/unknown.h"
#include "model/kinds/mentees.h"
#include "model/kinds/mentors.h"
#include "model/kinds/people.h"
#include "rules/fingerprint.h"
#include "views/record_meant.h"

namespace nastavnik::cmd {
namespace {

using Strings = std::vector<std::string>;

/// A file that is there is meant by its path, wherever below the registry one stands.
std::string as_in_registry(const std::string& word, const Open& open, const Environment& environment) {
  if (!word.ends_with(".yaml")) return word;
  const std::filesystem::path path = (environment.directory / word).lexically_normal();
  for (const auto& [folder, name] : {std::pair(open.people_folder, "people/"), std::pair(open.root.path, "")}) {
    const std::string below =
        path.lexically_relative(std::filesystem::path(folder).lexically_normal()).generic_string();
    if (!below.empty() && !below.starts_with("..")) return name + below;
  }
  return word;
}

std::string id_in(const std::string& address) { return address.substr(address.find('/') + 1); }

/// A pair and its programme mostly share an id: both are meant by it.
bool share_one_id(const Strings& records) { return records.size() == 2 && id_in(records[0]) == id_in(records[1]); }

/// A kind with one file, by its name or its title.
const Kind* single_kind(std::string_view word) {
  std::vector<Named> all;
  for (const Kind* kind : single_kinds()) all.push_back({std::string(stem(*kind)), kind->title});
  if (word.ends_with(".yaml")) word.remove_suffix(5);
  const std::vector<std::size_t> found = named_by(word, all);
  return found.size() == 1 ? single_kinds()[found.front()] : nullptr;
}

/// A person is one record to a reader; who writes means one of up to three files.
Strings files_of_person(const Strings& records, const std::string& word, const Open& open) {
  const std::string people(Person::kind.folder);
  if (records.size() != 1 || !records.front().starts_with(people + '/') || word.find('/') != word.npos) return records;
  const Strings all = addresses_of(*open.loaded);
  Strings found;
  for (const Kind* kind : {&Person::kind, &Mentor::kind, &Mentee::kind})
    if (const std::string one = fmt::format("{}/{}", kind->folder, id_in(records.front()));
        std::ranges::count(all, one))
      found.push_back(one);
  return found;
}

bool is_personal(std::string_view address) { return address.starts_with(fmt::format("{}/", Person::kind.folder)); }

std::string file_of(const std::string& address, const Open& open) {
  return is_personal(address) ? fmt::format("{}{}.yaml", open.loaded->sources.personal_folder(), id_in(address))
                              : address + ".yaml";
}

Meant meant_by(const std::string& word, const Open& open, const Environment& environment) {
  return views::find_record(*open.loaded, as_in_registry(word, open, environment));
}

std::string one_of(const Meant& meant, const std::string& word, const Open& open, const Environment& environment) {
  return the_one(meant, word, Beside(open.registry(), environment.names_in_messages()),
                 say({"записи «{}» нет", "there is no record '{}'"}, word),
                 Text{"что есть: nastavnik list", "what there is: nastavnik list"});
}

}  // namespace

Strings records_meant(const std::string& word, const Open& open, const Environment& environment) {
  const Meant meant = meant_by(word, open, environment);
  if (share_one_id(meant.records)) return meant.records;
  return {one_of(meant, word, open, environment)};
}

std::string file_meant(const std::string& word, const Open& open, const Environment& environment) {
  if (const Kind* kind = single_kind(word)) return std::string(kind->folder);
  return file_of(one_of(meant_by(word, open, environment), word, open, environment), open);
}

Strings files_meant(const std::string& word, const Open& open, const Environment& environment) {
  if (const Kind* kind = single_kind(word)) return {std::string(kind->folder)};
  Strings files;
  for (const std::string& record : files_of_person(records_meant(word, open, environment), word, open))
    files.push_back(file_of(record, open));
  return files;
}

std::string file_meant(const std::string& word, std::string_view field, const Open& open,
                       const Environment& environment) {
  if (const Kind* kind = single_kind(word)) return std::string(kind->folder);
  const Strings records = files_of_person(records_meant(word, open, environment), word, open);
  Strings fit;
  std::ranges::copy_if(records, std::back_inserter(fit), [&](const std::string& one) {
    const Shape* shape = shape_at(file_of(one, open), is_personal(one));
    return shape && has_field(*shape, field);
  });
  if (fit.size() > 1)
    throw UsageError{
        say({"поле «{}» есть в нескольких записях: {}", "several records have a field '{}': {}"}, field, some_of(fit)),
        {"назовите запись с папкой", "name the record with its folder"}};
  return file_of(fit.empty() ? records.front() : fit.front(), open);
}

Parameter record_parameter(bool asked) {
  return {.name = "record",
          .type = Type::text,
          .value = {"ЗАПИСЬ", "RECORD"},
          .help = {"запись: programs/2025-003, p-017, Иванова, 83-од, organization",
                   "a record: programs/2025-003, p-017, Иванова, 83-од, organization"},
          .completes = {Completes::record},
          .required = true,
          .asked = asked};
}

Parameter field_parameter(Text value, Text help, bool asked) {
  return {.name = "field",
          .type = Type::text,
          .value = value,
          .help = help,
          .completes = {Completes::field},
          .required = true,
          .asked = asked,
          .verbatim = true};
}

UsageError usage_error(const Refusal& refusal, const Open& open, const Environment& environment) {
  return not_one(refusal.meant, refusal.word, Beside(open.registry(), environment.names_in_messages()), refusal.what,
                 refusal.hint);
}

}  // namespace nastavnik::cmd
