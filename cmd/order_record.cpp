#include "cmd/order_record.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/failure.h"
#include "document/papers.h"
#include "model/notions/offices.h"

namespace nastavnik::cmd {
namespace {

/// A text as YAML takes it on one line: plain where nothing in it could be taken for something else.
std::string scalar(const std::string& text) {
  const bool letters = !text.empty() && (static_cast<unsigned char>(text.front()) & 0x80U) != 0;
  const bool plain =
      letters && text.find_first_of(":#\"'{}[],&*!|>%@`\n\t") == std::string::npos && !text.ends_with(' ');
  return plain ? text : nlohmann::json(text).dump();
}

std::string kinds_of(const Writing& writing) {
  std::string list;
  for (const OrderKind kind : writing.decisions()) list += (list.empty() ? "" : ", ") + std::string(code_of(kind));
  return list;
}

}  // namespace

NewFile order_file(const Writing& writing) {
  std::string text = fmt::format("number: {}\ndate: {}\ntitle: {}\nkinds: [{}]\n", scalar(writing.number()),
                                 iso(writing.day()), scalar(writing.values().find("heading")->text), kinds_of(writing));
  if (const HeadTerm* head = head_on(writing.registry().organization(), writing.day()))
    text += fmt::format("signed_by: {}\n", head->person.id);
  return {fmt::format("orders/{}.yaml", papers::order_id_of(writing.number(), writing.day())), text};
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
