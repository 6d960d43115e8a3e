#include "communication/rules.hpp"

#include <algorithm>

namespace tandem::communication {
namespace {

using std::chrono::months;
using std::chrono::year_month_day;

// A step of so many days, or of so many months.
struct Step {
  std::int64_t days = 0;
  std::int64_t months = 0;
};

Step step_of(Repeats repeats) {
  switch (repeats) {
    case Repeats::once:
      break;
    case Repeats::weekly:
      return {7, 0};
    case Repeats::biweekly:
      return {14, 0};
    case Repeats::monthly:
      return {0, 1};
    case Repeats::quarterly:
      return {0, 3};
    case Repeats::yearly:
      return {0, 12};
  }
  return {};
}

// The day of the nth time, counted from 0.
Date nth(const CommunicationFields& fields, std::int64_t n) {
  const auto step = step_of(fields.repeats);
  if (step.months == 0)
    return Date::from(fields.starts_on.day() + std::chrono::days(step.days * n));
  const year_month_day first(fields.starts_on.day());
  const auto month = first.year() / first.month() + months(step.months * n);
  const auto last = (month / std::chrono::last).day();
  return Date::from(month / std::min(first.day(), last));
}

// A number of times that is certainly over before the day; counting goes on from there.
std::int64_t certainly_before(const CommunicationFields& fields, const Date& day) {
  const auto passed = (day.day() - fields.starts_on.day()).count();
  const auto step = step_of(fields.repeats);
  constexpr std::int64_t kLongestMonth = 31;
  const auto longest = step.months == 0 ? step.days : step.months * kLongestMonth;
  if (passed <= 0 || longest == 0) return 0;
  return std::max<std::int64_t>(0, passed / longest - 1);
}

}  // namespace

std::vector<FieldError> faults(const CommunicationFields& fields) {
  std::vector<FieldError> errors;
  if (!fields.ends_on) return errors;
  if (fields.repeats == Repeats::once) {
    errors.push_back({"/ends_on", "is only for what repeats"});
  } else if (*fields.ends_on < fields.starts_on) {
    errors.push_back({"/ends_on", "must not be before the first day"});
  }
  return errors;
}

std::vector<Date> days(const CommunicationFields& fields, const Date& from, const Date& to,
                       std::size_t most) {
  std::vector<Date> found;
  const auto last = fields.ends_on ? std::min(*fields.ends_on, to) : to;
  for (auto n = certainly_before(fields, from); found.size() < most; ++n) {
    if (n > 0 && fields.repeats == Repeats::once) break;
    auto day = nth(fields, n);
    if (day > last) break;
    if (day >= from) found.push_back(std::move(day));
  }
  return found;
}

bool is_day(const CommunicationFields& fields, const Date& day) {
  return !days(fields, day, day).empty();
}

Standing standing_of(const CommunicationFields& fields, const std::optional<Date>& done_until,
                     const Date& today) {
  constexpr std::chrono::days kFar{800};  // further than the longest step
  Standing standing;
  const auto after_done =
      done_until ? Date::from(done_until->day() + std::chrono::days(1)) : fields.starts_on;
  const auto open = days(fields, after_done, today, 5000);
  if (!open.empty()) {
    standing.due_on = open.back();
    standing.missed = static_cast<std::int64_t>(open.size()) - 1;
  }
  const auto tomorrow = Date::from(today.day() + std::chrono::days(1));
  const auto from = std::max({tomorrow, after_done, fields.starts_on});
  const auto next = days(fields, from, Date::from(from.day() + kFar), 1);
  if (!next.empty()) standing.next_on = next.front();
  return standing;
}

}  // namespace tandem::communication
