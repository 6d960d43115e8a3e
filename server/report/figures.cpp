#include "report/figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tandem::report {
namespace {

std::string grouped(std::uint64_t whole) {
  std::string digits = std::to_string(whole);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), ",");
  }
  return digits;
}

std::string_view month_of(const std::chrono::year_month_day& date) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  return kMonths[static_cast<unsigned>(date.month()) - 1];
}

}  // namespace

void MoneyTable::add(const std::string& key, const SchoolYear& year, Cents amount) {
  if (std::find(years.begin(), years.end(), year) == years.end()) {
    years.insert(std::upper_bound(years.begin(), years.end(), year), year);
  }
  rows[key][year].value += amount.value;
  year_totals[year].value += amount.value;
  total.value += amount.value;
}

Cents MoneyTable::row_total(const std::string& key) const {
  Cents sum;
  const auto row = rows.find(key);
  if (row == rows.end()) return sum;
  for (const auto& [year, amount] : row->second) sum.value += amount.value;
  return sum;
}

ActivityCounts count(const std::vector<plan::PlanGoal>& goals) {
  ActivityCounts counts;
  for (const auto& goal : goals) {
    for (const auto& strategy : goal.strategies) {
      for (const auto& activity : strategy.activities) {
        ++counts.all;
        switch (activity.status) {
          case plan::ActivityStatus::done:
            ++counts.done;
            break;
          case plan::ActivityStatus::in_progress:
            ++counts.in_progress;
            break;
          case plan::ActivityStatus::not_started:
            ++counts.not_started;
            break;
          case plan::ActivityStatus::dropped:
            ++counts.dropped;
            break;
        }
      }
    }
  }
  return counts;
}

std::vector<const plan::TargetPoint*> points_of(const plan::Target& target,
                                                const TargetColumns& columns) {
  std::vector<const plan::TargetPoint*> points;
  points.push_back(target.baseline ? &*target.baseline : nullptr);
  for (std::size_t i = 0; i < columns.interim; ++i) {
    points.push_back(i < target.interim.size() ? &target.interim[i] : nullptr);
  }
  points.push_back(target.end_target ? &*target.end_target : nullptr);
  return points;
}

TargetColumns columns_of(const std::vector<plan::Target>& targets) {
  TargetColumns columns;
  for (const auto& target : targets)
    columns.interim = std::max(columns.interim, target.interim.size());
  for (std::size_t i = 0; i < columns.interim + 2; ++i) {
    std::optional<Date> day;
    bool same = true;
    for (const auto& target : targets) {
      const auto* point = points_of(target, columns)[i];
      if (point == nullptr) continue;
      if (day && *day != point->on) same = false;
      day = point->on;
    }
    columns.days.push_back(same ? day : std::nullopt);
  }
  return columns;
}

std::string money(Cents amount) {
  const auto whole = static_cast<std::uint64_t>(amount.value / 100);
  const auto cents = amount.value % 100;
  return "$" + grouped(whole) + (cents == 0 ? "" : fmt::format(".{:02}", cents));
}

std::string number(double value) {
  const double size = std::round(std::abs(value) * 100) / 100;  // two decimals are plenty to read
  std::string text = fmt::format("{:.2f}", size);
  std::string decimals = text.substr(text.find('.'));
  while (decimals.back() == '0') decimals.pop_back();
  if (decimals == ".") decimals.clear();
  return (value < 0 && size > 0 ? "\u2212" : "") + grouped(static_cast<std::uint64_t>(size)) +
         decimals;
}

std::string with_unit(double value, const std::string& unit) {
  if (unit.empty()) return number(value);
  return number(value) + (unit == "%" ? "" : "\u00a0") + unit;
}

std::string day(const Date& date) {
  const std::chrono::year_month_day ymd{date.day()};
  return fmt::format("{}\u00a0{}, {}", month_of(ymd), static_cast<unsigned>(ymd.day()),
                     static_cast<int>(ymd.year()));
}

std::string short_day(const Date& date) {
  const std::chrono::year_month_day ymd{date.day()};
  return fmt::format("{}\u00a0{},\u00a0{}", month_of(ymd).substr(0, 3),
                     static_cast<unsigned>(ymd.day()), static_cast<int>(ymd.year()));
}

std::string short_span(const std::optional<Date>& from, const std::optional<Date>& to) {
  if (from && to) return short_day(*from) + " \u2013 " + short_day(*to);
  if (from) return "From " + short_day(*from);
  if (to) return "By " + short_day(*to);
  return "";
}

std::string span(const std::optional<Date>& from, const std::optional<Date>& to) {
  if (from && to) return day(*from) + " to " + day(*to);
  if (from) return "From " + day(*from);
  if (to) return "By " + day(*to);
  return "";
}

}  // namespace tandem::report
