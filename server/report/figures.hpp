// What a document adds up, and how it writes numbers, money and days. Pure.
#pragma once

#include <map>

#include "plan/plan.hpp"

namespace tandem::report {

// Money by a row's key and school year. Rows in the order in which their keys sort.
struct MoneyTable {
  std::vector<SchoolYear> years;
  std::map<std::string, std::map<SchoolYear, Cents>> rows;
  std::map<SchoolYear, Cents> year_totals;
  Cents total;
  void add(const std::string& key, const SchoolYear& year, Cents amount);
  [[nodiscard]] Cents row_total(const std::string& key) const;
};

struct ActivityCounts {
  std::int64_t all = 0;
  std::int64_t done = 0;
  std::int64_t in_progress = 0;
  std::int64_t not_started = 0;
  std::int64_t dropped = 0;
};
ActivityCounts count(const std::vector<plan::PlanGoal>& goals);

// The columns of a measure's targets: one for the baseline, one for each interim target up to the
// row that has most, one for the end target. A column has a day of its own if all its values are
// of that day.
struct TargetColumns {
  std::size_t interim = 0;
  std::vector<std::optional<Date>> days;  // baseline, interim..., end
};
TargetColumns columns_of(const std::vector<plan::Target>& targets);
// The points of a row, one for each column.
std::vector<const plan::TargetPoint*> points_of(const plan::Target& target,
                                                const TargetColumns& columns);

std::string money(Cents amount);                               // $1,234 or $1,234.50
std::string number(double value);                              // 1,234.5
std::string with_unit(double value, const std::string& unit);  // 60%, 12 days
std::string day(const Date& date);                             // June 30, 2027
std::string short_day(const Date& date);                       // Jun 30, 2027
// Aug 1, 2026 – Jan 15, 2027; for narrow columns.
std::string short_span(const std::optional<Date>& from, const std::optional<Date>& to);
std::string span(const std::optional<Date>& from, const std::optional<Date>& to);

}  // namespace tandem::report
