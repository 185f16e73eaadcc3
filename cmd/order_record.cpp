#include "cmd/order_record.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/failure.h"
#include "document/papers.h"
#include "edit/yaml.h"
#include "model/notions/offices.h"

namespace nastavnik::cmd {
namespace {

std::vector<std::string> kinds_of(const Writing& writing) {
  std::vector<std::string> codes;
  for (const OrderKind kind : writing.decisions()) codes.emplace_back(code_of(kind));
  return codes;
}

}  // namespace

NewFile order_file(const Writing& writing) {
  std::vector<KeyAndValue> record{{"number", yaml_text(writing.number())},
                                  {"date", yaml_word(iso(writing.day()))},
                                  {"title", yaml_text(writing.values().find("heading")->text)},
                                  {"kinds", yaml_words(kinds_of(writing))}};
  if (const HeadTerm* head = head_on(writing.registry().organization(), writing.day()))
    record.push_back({"signed_by", yaml_word(head->person.id)});
  return {fmt::format("orders/{}.yaml", papers::order_id_of(writing.number(), writing.day())),
          yaml_block(yaml_mapping(std::move(record)), 0, "\n") + '\n'};
}

void record_order(const NewFile& file, const Root& registry, const Arguments& arguments,
                  const Environment& environment) {
  constexpr std::size_t longest_name = 100;
  if (file.path.size() > longest_name)
    throw UsageError{{"номер приказа слишком длинный", "the number of the order is too long"}, {}};
  if (!in_the_way(registry.path, std::span(&file, 1)).empty())
    throw UsageError{say({"приказ уже записан: {}", "the order is recorded already: {}"}, file.path), {}};
  Creation creation(registry.path);
  creation.write(file);
  const Open after = open_registry(registry, arguments, environment);
  const Sources& sources = after.loaded->sources;
  const auto& findings = after.loaded->findings;
  const auto fault = std::find_if(findings.begin(), findings.end(),
                                  [&](const Finding& finding) { return sources.path(finding.span) == file.path; });
  if (fault != findings.end())
    throw Failure(
        say({"запись приказа не годится и не создана: {}", "the record of the order will not do and was not made: {}"},
            fault->label));
  creation.keep();
}

}  // namespace nastavnik::cmd
