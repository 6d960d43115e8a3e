#include "report/figures.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace tandem::report {
namespace {

plan::TargetPoint on(const std::string& day, double value) { return {Date{day}, value}; }

TEST(Figures, WritesNumbersAsPeopleReadThem) {
  EXPECT_EQ(money({0}), "$0");
  EXPECT_EQ(money({123'456'700}), "$1,234,567");
  EXPECT_EQ(money({99'950}), "$999.50");
  EXPECT_EQ(money({100'005}), "$1,000.05");
  EXPECT_EQ(number(52), "52");
  EXPECT_EQ(number(60.5), "60.5");
  EXPECT_EQ(number(0.125), "0.13");
  EXPECT_EQ(number(999.999), "1,000");
  EXPECT_EQ(number(-3), "\u22123");
  EXPECT_EQ(number(-0.001), "0");
  EXPECT_EQ(number(1e12), "1,000,000,000,000");
  EXPECT_EQ(with_unit(60, "%"), "60%");
  EXPECT_EQ(with_unit(12, "days"), "12\u00a0days");
  EXPECT_EQ(with_unit(3.2, ""), "3.2");
  EXPECT_EQ(day(Date{"2027-06-03"}), "June\u00a03, 2027");
  EXPECT_EQ(span({}, Date{"2027-06-03"}), "By June\u00a03, 2027");
  EXPECT_EQ(span({}, {}), "");
  EXPECT_EQ(short_span(Date{"2026-08-01"}, Date{"2027-01-15"}),
            "Aug\u00a01,\u00a02026 \u2013 Jan\u00a015,\u00a02027");
}

RC_GTEST_PROP(Figures, MoneyAddsUpEitherWay, ()) {
  MoneyTable table;
  std::int64_t expected = 0;
  for (int i = *rc::gen::inRange(0, 20); i > 0; --i) {
    const auto amount = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000);
    const int year = *rc::gen::inRange(20, 24);
    table.add(std::string(1, static_cast<char>(*rc::gen::inRange<int>('a', 'f'))),
              SchoolYear{fmt::format("20{}-{}", year, year + 1)}, {amount});
    expected += amount;
  }
  std::int64_t by_row = 0;
  for (const auto& [key, amounts] : table.rows) by_row += table.row_total(key).value;
  std::int64_t by_year = 0;
  for (const auto& [year, amount] : table.year_totals) by_year += amount.value;
  RC_ASSERT(table.total.value == expected);
  RC_ASSERT(by_row == expected);
  RC_ASSERT(by_year == expected);
  RC_ASSERT(std::is_sorted(table.years.begin(), table.years.end()));
  RC_ASSERT(table.years.size() == table.year_totals.size());
}

TEST(Figures, AColumnHasADayIfAllItsValuesAreOfThatDay) {
  plan::Target district;
  district.baseline = on("2026-06-30", 52);
  district.interim = {on("2027-06-30", 60), on("2028-06-30", 75)};
  district.end_target = on("2029-06-30", 90);
  plan::Target school;
  school.interim = {on("2027-06-30", 50)};
  school.end_target = on("2028-06-30", 80);
  const auto columns = columns_of({district, school});
  ASSERT_EQ(columns.days.size(), 4U);
  EXPECT_EQ(columns.days[0], Date{"2026-06-30"});
  EXPECT_EQ(columns.days[1], Date{"2027-06-30"});
  EXPECT_EQ(columns.days[3], std::nullopt) << "two schools, two ends";
  const auto points = points_of(school, columns);
  ASSERT_EQ(points.size(), 4U);
  EXPECT_EQ(points[0], nullptr);
  EXPECT_EQ(points[1]->value, 50);
  EXPECT_EQ(points[2], nullptr);
  EXPECT_EQ(points[3]->value, 80);
  EXPECT_EQ(columns_of({}).days.size(), 2U);
}

}  // namespace
}  // namespace tandem::report
