#include "reports/evidence.h"

#include "model/kinds/orders.h"
#include "model/kinds/pairs.h"
#include "model/kinds/programs.h"
#include "model/notions/positions.h"
#include "reports/reports.h"

namespace nastavnik::reports {
namespace {

/// What stands on a signed paper where a name should be and is not known.
Words nameless(const Registry& registry, std::string_view person) {
  return is_erased(registry, person) ? Words("персональные данные удалены", "personal data erased") : no_data().words;
}

Words number_and_day(const Link<Order>& order) {
  if (!order->number.given())
    return order->date.given() ? say({"от {}", "of {}"}, on_day(*order->date)) : no_data().words;
  if (!order->date.given()) return say({"№ {}", "No. {}"}, *order->number);
  return say({"№ {} от {}", "No. {} of {}"}, *order->number, on_day(*order->date));
}

Words marked_if_cancelled(const ReportRequest& request, const Order& order, const Words& said) {
  const Date cancelled = request.registry().cancelled_on(order);
  if (cancelled > request.day()) return said;
  return say({"{} (отменён {})", "{} (cancelled on {})"}, said, on_day(cancelled));
}

}  // namespace

Words who(const ReportRequest& request, std::string_view person) {
  if (!request.names || !request.to_sign) return called(request.registry(), person, request.names, request.day());
  const std::string_view name = full_name_of(request.registry(), person, request.day());
  return name.empty() ? nameless(request.registry(), person) : say({"{}", "{}"}, name);
}

Words who(const ReportRequest& request, const std::vector<std::string_view>& people) {
  if (people.empty()) return {"—", "—"};
  std::vector<Words> all;
  for (const std::string_view person : people) all.push_back(who(request, person));
  return joined(all);
}

Words pair_words(const ReportRequest& request, const Pair& pair) {
  std::vector<std::string_view> mentees;
  for (const Member& member : pair.mentees) mentees.push_back(member.person.id);
  return say({"{} – {}", "{} – {}"}, who(request, pair.mentor.id), who(request, mentees));
}

Words pair_of(const ReportRequest& request, const Program& program) {
  return program.pair.to ? pair_words(request, *program.pair.to) : no_data().words;
}

Cell hours_of(long long hours, long long without_hours) {
  if (hours == 0 && without_hours > 0) return Unsaid{{"не записаны", "not recorded"}};
  if (without_hours == 0) return hours;
  return say({"{}; часть часов не записана", "{}; a part of the hours is not recorded"}, hours);
}

Cell listed(const std::vector<Words>& words) {
  if (words.empty()) return dash();
  Words all = words.front();
  for (std::size_t i = 1; i < words.size(); ++i) all = say({"{}; {}", "{}; {}"}, all, words[i]);
  return all;
}

Cell number_of(const ReportRequest& request, const Link<Order>& order) {
  if (!order.to || !order->number.given()) return dash();
  return marked_if_cancelled(request, *order.to, say({"{}", "{}"}, *order->number));
}

Words order_words(const ReportRequest& request, const Link<Order>& order) {
  if (!order.to) return {"приказ не записан", "the order is not recorded"};
  return marked_if_cancelled(request, *order.to, number_and_day(order));
}

}  // namespace nastavnik::reports
