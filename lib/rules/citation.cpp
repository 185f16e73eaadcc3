#include "rules/citation.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/ascii.h"
#include "rules/clause.h"

namespace nastavnik {
namespace {

/// How the clauses whose ids begin alike are cited; `{}` is the rest of the id.
struct Citation {
  std::string_view prefix;
  Phrase<std::string_view> words;
};

const Citation numbered[] = {
    {"row.", {"строка {} дорожной карты", "row {} of the roadmap"}},
    {"order.", {"п. {} приказа № 564", "cl. {} of Order No. 564"}},
    {"chapter.", {"раздел {}", "chapter {}"}},
    {"tk", {"ст. {} ТК РФ", "Labour Code, art. {}"}},
    {"152fz.", {"ст. {} закона № 152-ФЗ", "Federal Law No. 152-FZ, art. {}"}},
};

struct Named {
  std::string_view id;
  Text words;
};

constexpr Named named[] = {
    {"appendix", {"приложение (дорожная карта)", "the appendix (roadmap)"}},
    {"order", {"приказ № 564", "Order No. 564"}},
    {"title", {"заглавие положения", "the title of the regulation"}},
    {"rkn18", {"приказ Роскомнадзора № 18", "Roskomnadzor Order No. 18"}},
    {"order779", {"приказ Минпросвещения № 779", "Order No. 779 of the Ministry of Education"}},
};

void append(Words& words, const Words& more) {
  words.ru += more.ru;
  words.en += more.en;
}

Words cited(const Requirement& requirement) {
  Words all;
  for (const auto id : clause_ids(requirement.clauses)) {
    if (!all.empty()) append(all, {", ", ", "});
    const bool first = all.empty();
    append(all, clause_words(id));
    if (first && !requirement.phrase.empty()) append(all, say({" «{}»", " «{}»"}, requirement.phrase));
  }
  return all;
}

/// The rows that the finding implies, each with its clauses: «п. 10.5 (P10.5-1), строка 1 дорожной карты (RM1-1)».
Words implied(const Finding& finding) {
  Words all;
  for (const Requirement* row : finding.joined) {
    Words clauses;
    for (const auto id : clause_ids(row->clauses)) {
      if (!clauses.empty()) append(clauses, {", ", ", "});
      append(clauses, clause_words(id));
    }
    if (!all.empty()) append(all, {"; ", "; "});
    append(all, clauses.empty() ? say({"{}", "{}"}, row->id) : say({"{} ({})", "{} ({})"}, clauses, row->id));
  }
  return all;
}

}  // namespace

std::string_view record_address(std::string_view path) {
  constexpr std::string_view extension = ".yaml";
  return path.ends_with(extension) ? path.substr(0, path.size() - extension.size()) : std::string_view{};
}

std::string id_and_name(const Requirement& requirement) {
  if (requirement.id == requirement.name) return std::string(requirement.id);
  return fmt::format("{} {}", requirement.id, requirement.name);
}

std::string_view severity_id(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::info: return "info";
    case Severity::silent: return "silent";
  }
  return "error";
}

std::string_view nature_id(Nature nature) {
  switch (nature) {
    case Nature::format: return "format";
    case Nature::text: return "text";
    case Nature::formalised: return "formalised";
    case Nature::inference: return "inference";
    case Nature::law: return "law";
  }
  return "format";
}

Text severity_words(Severity severity) {
  switch (severity) {
    case Severity::error: return {"нарушение", "error"};
    case Severity::warning: return {"предупреждение", "warning"};
    case Severity::info: return {"совет", "info"};
    case Severity::silent: break;
  }
  return {"не сообщать", "silent"};
}

Text nature_words(Nature nature) {
  switch (nature) {
    case Nature::format: return {"форма записей", "form of the records"};
    case Nature::text: return {"прямо из текста положения", "stated in the text of the regulation"};
    case Nature::formalised:
      return {"из текста положения; уточнено, чтобы можно было проверить",
              "from the text of the regulation, made precise"};
    case Nature::inference:
      return {"не из текста положения: вывод или здравый смысл", "not from the text of the regulation: an inference"};
    case Nature::law: break;
  }
  return {"не из текста положения: другой закон", "not from the text of the regulation: other law"};
}

bool is_from_the_text(const Requirement& requirement) {
  return requirement.nature == Nature::text || requirement.nature == Nature::formalised;
}

std::vector<std::string_view> clause_ids(std::string_view clauses) {
  std::vector<std::string_view> ids = at_commas(clauses);
  std::erase(ids, "-");
  return ids;
}

Words clause_words(std::string_view id) {
  const auto* name = std::ranges::find(named, id, &Named::id);
  if (name != std::end(named)) return name->words;
  for (const auto& citation : numbered) {
    if (id.starts_with(citation.prefix)) return citation.words(id.substr(citation.prefix.size()));
  }
  return say({"п. {}", "cl. {}"}, id);
}

Words titled_clause(std::string_view id) {
  const Clause* clause = find_clause(id);
  if (!clause || clause->title_ru.empty()) return clause_words(id);
  const Words title(std::string(clause->title_ru), std::string(clause->title_en));
  return id.starts_with("row.") ? title : say({"{}. {}", "{}. {}"}, clause_words(id), title);
}

Words beyond_the_text(const Requirement& requirement) {
  if (requirement.nature == Nature::law) {
    return {"не из текста положения: другой закон", "not from the text of the regulation: another law"};
  }
  if (requirement.nature != Nature::inference) return {};
  if (clause_ids(requirement.clauses).empty()) {
    return {"не из текста положения: порядок ведения записей",
            "not from the text of the regulation: how records are kept"};
  }
  return {"не из текста положения: вывод из него", "not from the text of the regulation: inferred from it"};
}

std::vector<std::string_view> clauses_of(const Finding& finding) {
  auto ids = clause_ids(finding.of->clauses);
  for (const Requirement* row : finding.joined) {
    for (const auto id : clause_ids(row->clauses)) {
      if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    }
  }
  return ids;
}

std::vector<Words> notes(const Finding& finding) {
  const auto& requirement = *finding.of;
  std::vector<Words> lines;
  if (const auto clauses = cited(requirement); !clauses.empty()) {
    lines.push_back(say({"норма: {}", "clause: {}"}, clauses));
  }
  if (const auto more = implied(finding); !more.empty()) {
    lines.push_back(say({"заодно не соблюдено: {}", "broken by the same: {}"}, more));
  }
  if (auto beyond = beyond_the_text(requirement); !beyond.empty()) lines.push_back(std::move(beyond));
  if (!requirement.remedy.empty()) lines.push_back(say({"исправить: {}", "to mend: {}"}, requirement.remedy));
  lines.push_back(say({"подробнее: nastavnik explain {}", "more: nastavnik explain {}"}, requirement.id));
  return lines;
}

}  // namespace nastavnik
