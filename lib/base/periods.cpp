#include "base/periods.h"

#include <algorithm>

namespace nastavnik {

Periods unite(Periods periods) {
  std::erase_if(periods, [](const Period& period) { return period.to < period.from; });
  std::sort(periods.begin(), periods.end(), [](const Period& a, const Period& b) { return a.from < b.from; });
  Periods united;
  for (const Period& period : periods) {
    if (united.empty() || period.from > united.back().to + 1)
      united.push_back(period);
    else
      united.back().to = std::max(united.back().to, period.to);
  }
  return united;
}

Periods without(const Periods& days, const Periods& others) {
  Periods left;
  const Periods taken = unite(others);
  for (Period rest : unite(days)) {
    for (const Period& gone : taken) {
      if (!gone.meets(rest)) continue;
      if (gone.from > rest.from) left.push_back({rest.from, gone.from - 1});
      rest.from = gone.to + 1;
    }
    if (rest.from <= rest.to) left.push_back(rest);
  }
  return left;
}

Periods shared(const Periods& days, const Periods& others) { return without(days, without(days, others)); }

}  // namespace nastavnik
