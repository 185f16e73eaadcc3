#include "cmd/page_format.h"

#include <algorithm>

#include "page/writers.h"

namespace nastavnik::cmd {

Parameter page_format(const Word& own, std::string_view preset) {
  std::vector<Word> words;
  for (const page::Format& format : page::formats()) words.push_back({format.name, format.title});
  words.push_back(own);
  return {.name = "format",
          .type = Type::choice,
          .value = {"ВИД", "FORMAT"},
          .help = {"в каком виде показать", "how to show it"},
          .words = std::move(words),
          .preset = preset};
}

bool wants_json(const Arguments& arguments) { return arguments.text("format") == "json"; }

void print(const page::Page& page, const Arguments& arguments, Environment& environment) {
  const auto formats = page::formats();
  const auto format = std::ranges::find(formats, *arguments.text("format"), &page::Format::name);
  environment.out << format->write(page, environment.width());
}

}  // namespace nastavnik::cmd
