#include "cmd/paper_remarks.h"

#include <algorithm>
#include <ostream>

#include "cmd/unknown.h"

namespace nastavnik::cmd {
namespace {

Words told(const Doubt& doubt, const Beside& beside) {
  std::string place = doubt.where;
  if (const std::size_t colon = place.find(": "); colon != place.npos) place.replace(colon, 2, ", ");
  if (doubt.where.starts_with("people/")) return beside.with(place);
  return say({"{} ({})", "{} ({})"}, doubt.text, place);
}

}  // namespace

void tell_of_unread(const std::vector<std::string>& paths, const Beside& beside, Environment& environment) {
  for (const std::string& path : paths)
    environment.err << say({"{}: файл не читается, в документы он не вошёл; что в нём не так: nastavnik check\n",
                            "{}: the file cannot be read and is in no paper; what is wrong with it: nastavnik check\n"},
                           beside.with(path))
                           .in(environment.language);
}

void tell_of_gaps(const FillReport& report, const Beside& beside, Environment& environment) {
  if (report.gaps.empty()) return;
  environment.err << Text{"не хватает сведений, в документах стоят пометки:\n",
                          "something is missing, and marked in the papers:\n"}
                         .in(environment.language);
  for (const Gap& gap : report.gaps)
    environment.err << say({"  {}: {}\n", "  {}: {}\n"}, beside.with(gap.where), gap.what).in(environment.language);
}

void tell_of_doubts(const FillReport& report, const Beside& beside, Environment& environment) {
  std::vector<Words> places;
  for (const Doubt& doubt : report.doubts)
    if (Words said = told(doubt, beside); std::find(places.begin(), places.end(), said) == places.end())
      places.push_back(std::move(said));
  if (places.empty()) return;
  environment.err << say({"проверьте падежи: {}; все слова покажет --review\n",
                          "look at the forms of words: {}; --review shows all\n"},
                         some_of(places))
                         .in(environment.language);
}

void review(const FillReport& report, const Beside& beside, Environment& environment) {
  const Language language = environment.language;
  if (report.doubts.empty())
    environment.err << Text{"в падежных формах сомнений нет\n", "no form of a word is in doubt\n"}.in(language);
  else
    environment.err << Text{"проверьте падежные формы:\n", "look at these forms of words:\n"}.in(language);
  for (const Doubt& doubt : report.doubts)
    environment.err << say({"  {} ({})\n", "  {} ({})\n"}, doubt.text, beside.with(doubt.where)).in(language);
}

}  // namespace nastavnik::cmd
