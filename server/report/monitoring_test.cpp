#include "report/monitoring.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "monitor/reports.hpp"
#include "monitor/rules.hpp"
#include "plan/large.hpp"
#include "plan/service.hpp"
#include "report/run_chart.hpp"
#include "testing/database.hpp"

namespace tandem::report {
namespace {

bool has(const std::string& html, const std::string& part) {
  return html.find(part) != std::string::npos;
}
std::size_t count_of(const std::string& html, const std::string& part) {
  std::size_t count = 0;
  for (auto at = html.find(part); at != std::string::npos; at = html.find(part, at + 1)) ++count;
  return count;
}

monitor::Place series(const std::vector<double>& numbers) {
  std::vector<monitor::ShownValue> values;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    monitor::ShownValue value;
    value.id = RecordId{"v" + std::to_string(i)};
    value.taken_on = Date::from(Date{"2025-09-01"}.day() + std::chrono::days{30 * i});
    value.value = numbers[i];
    values.push_back(value);
  }
  plan::Measure measure;
  measure.unit = {"%"};
  plan::TargetFields targets;
  targets.end_target = plan::TargetPoint{Date{"2027-06-30"}, 80};
  return monitor::place_of(std::nullopt, values, targets, measure);
}

TEST(RunChart, HasAPointForEachValueAndTheLimitsWithTheirNumbers) {
  const auto place = series({50, 52, 51, 53, 52, 54, 53});
  ASSERT_TRUE(place.chart.mean);
  const auto svg = run_chart(place, "%");
  EXPECT_EQ(count_of(svg, "<circle"), 7U);
  EXPECT_EQ(count_of(svg, "stroke-dasharray=\"5 4\""), 2U);
  // 2.66 mean moving ranges of (2+1+2+1+2+1)/6 = 1.5 around 52.14.
  EXPECT_TRUE(has(svg, "upper limit 56.13")) << svg;
  EXPECT_TRUE(has(svg, "lower limit 48.15"));
  EXPECT_TRUE(has(svg, "mean 52.14"));
  EXPECT_TRUE(has(svg, "end target 80"));
  EXPECT_TRUE(has(svg, "role=\"img\""));
  EXPECT_FALSE(has(svg, "nan"));
}

TEST(RunChart, MarksTheValuesThatSignalAChange) {
  const auto place = series({50, 60, 50, 60, 50, 60, 50, 130});
  ASSERT_EQ(place.chart.verdict, monitor::Verdict::changed);
  const auto svg = run_chart(place, "%");
  EXPECT_EQ(count_of(svg, "<path"), 1U);
  EXPECT_EQ(count_of(svg, "<circle"), 7U);
  EXPECT_TRUE(has(chart_words(place.chart), "above the limits"));
}

TEST(RunChart, NeedsTwoValuesThatMayBeShownAndDrawsNoOther) {
  EXPECT_EQ(run_chart(series({}), "%"), "");
  EXPECT_EQ(run_chart(series({50}), "%"), "");
  auto place = series({50, 60, 70});
  place.values[1].value.reset();
  place.values[1].suppressed = true;
  const auto svg = run_chart(place, "%");
  EXPECT_EQ(count_of(svg, "<circle"), 2U);
  EXPECT_TRUE(has(chart_words(place.chart), "that it takes to tell"));
  const auto flat = run_chart(series({0, 0, 0, 0, 0, 0}), "days");
  EXPECT_FALSE(has(flat, "nan")) << "all the same, and no range at all";
  EXPECT_FALSE(has(flat, "inf"));
}

class MonitoringReport : public testing::StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    if (!database) return;
    must_write([&](audit::Change& change) -> Result<void> {
      change.tx.run("update district set id = :id where district_id = :d", district, district);
      plan::open_plan(change, "Test District");
      CHECK_OK(plan::make_large(change, {3, 2, 2, 1}));
      today = change.now.date();
      TRY(cycle, monitor::create_cycle(change, {{"Autumn <check>"}, day(-40), day(-20)}));
      goal = *change.tx.row_of<plan::Goal>(district, "and all_schools = 1 order by position");
      measure =
          *change.tx.row_of<plan::Measure>(district, "and goal_id = :goal order by id", goal.id);
      measure.unit = {"%"};
      change.tx.run("update measure set unit = '%' where district_id = :d and id = :m", district,
                    measure.id);
      return {};
    });
    for (const auto& school :
         read([&](db::Tx& tx) { return tx.rows_of<org::School>(district, "order by code"); })) {
      schools.push_back(school);
    }
  }
  [[nodiscard]] Date day(int from_today) const {
    return Date::from(today.day() + std::chrono::days{from_today});
  }
  RecordId report_of(const std::string& school) {
    return read([&](db::Tx& tx) {
      return tx.row_of<monitor::Report>(district, "and coalesce(school_id, '') = :school", school)
          ->id;
    });
  }
  void measured(const std::string& school, int on, double value, std::int64_t n) {
    const auto report = report_of(school);
    must_write([&](audit::Change& change) {
      monitor::ValueFields fields;
      fields.measure_id = measure.id;
      fields.taken_on = day(on);
      fields.value = value;
      fields.n = monitor::Students{n};
      return monitor::add_value(change, report, fields);
    });
  }
  void hand_in(const std::string& school, const std::string& meaning) {
    const auto id = report_of(school);
    must_write([&](audit::Change& change) -> Result<void> {
      TRY(const auto view, monitor::read_report(change.tx, district, id, today));
      for (const auto& strategy : view.strategies) {
        const auto say = [&](monitor::Part part, const std::string& text) {
          return monitor::save_entry(change, id, strategy.strategy_id, part, 0, {{text}});
        };
        CHECK_OK(say(monitor::Part::fidelity, "3"));
        CHECK_OK(say(monitor::Part::meaning, meaning));
        CHECK_OK(say(monitor::Part::recommendation, "adjust"));
        CHECK_OK(say(monitor::Part::students_reached, "few"));
      }
      CHECK_OK(monitor::submit_report(change, id, view.version));
      return {};
    });
  }
  std::string html(const std::optional<SchoolId>& school = {},
                   const std::optional<SchoolYear>& year = {}) {
    return read([&](db::Tx& tx) {
      return monitoring_html_of(
          read_monitoring(tx, district, school, year ? *year : cycle.year).value(), std::nullopt);
    });
  }

  Date today;
  monitor::Cycle cycle;
  plan::Goal goal;
  plan::Measure measure;
  std::vector<org::School> schools;
};

TEST_P(MonitoringReport, SaysWhoReportedAndWhatTheyMakeOfIt) {
  const auto first = schools[0].school_id();
  const auto before = html();
  EXPECT_TRUE(has(before, "Autumn &lt;check&gt;"));
  EXPECT_TRUE(has(before, "0 of 4 reports are in; 4 late or missing."));
  hand_in(first.value, "Half of us <begin>.");
  const auto after = html();
  EXPECT_TRUE(has(after, "1 of 4 reports is in; 3 late or missing."));
  EXPECT_TRUE(has(after, "In, late"));
  EXPECT_TRUE(has(after, "<b>Missing</b>"));
  EXPECT_TRUE(has(after, "Half of us &lt;begin&gt;."));
  EXPECT_TRUE(has(after, "Adjust it: 1"));
  EXPECT_TRUE(has(after, "3.0 of 4"));
  EXPECT_TRUE(has(after, "fewer than 10 each"));
  // Another school's own report tells nothing of it.
  const auto other = html(schools[1].school_id());
  EXPECT_FALSE(has(other, "Half of us"));
  EXPECT_TRUE(has(html(first), "Half of us"));
  EXPECT_FALSE(has(html(std::nullopt, SchoolYear{"1999-00"}), "Half of us"));
}

TEST_P(MonitoringReport, SaysNothingOfFewStudents) {
  const auto small = schools[0].school_id().value;
  for (int i = 0; i < 8; ++i) {
    measured("", -200 + 20 * i, 55.5 + i, 300);
    measured(small, -200 + 20 * i, 13.37, 9);
  }
  const auto district_wide = html();
  EXPECT_TRUE(has(district_wide, "<svg"));
  EXPECT_EQ(count_of(district_wide, "<circle") + count_of(district_wide, "<path"), 8U);
  EXPECT_TRUE(has(district_wide, "62.5%"));
  EXPECT_TRUE(has(district_wide, "57")) << "its interval";
  EXPECT_FALSE(has(district_wide, "13.37"));
  const auto own = html(SchoolId{small});
  EXPECT_FALSE(has(own, "13.37"));
  EXPECT_FALSE(has(own, "<svg"));
  EXPECT_TRUE(has(own, "not shown: fewer than 10 students"));
}

TEST_P(MonitoringReport, AsksNoMoreOfTheStoreWhenThereIsMore) {
  const auto count = [&] {
    statements.clear();
    html();
    return statements.size();
  };
  const auto few = count();
  must_write([&](audit::Change& change) -> Result<void> {
    plan::MeasureFields more;
    for (int i = 0; i < 9; ++i) {
      more.name = {"More " + std::to_string(i)};
      CHECK_OK(plan::create_measure(change, goal.id, more));
    }
    return {};
  });
  hand_in(schools[1].school_id().value, "Good.");
  measured("", -30, 50, 100);
  EXPECT_EQ(count(), few);
  expect_indexed();
  EXPECT_EQ(read([&](db::Tx& tx) {
              return read_monitoring(tx, district, new_id<SchoolId>(), cycle.year);
            })
                .error()
                .status,
            404);
}

INSTANTIATE_STORE_TEST(MonitoringReport);

}  // namespace
}  // namespace tandem::report
