#include "signals/watched.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "signals/rules.hpp"

namespace tandem::signals {
namespace {

std::int64_t met(const Check& check) {
  return std::count_if(check.slots.begin(), check.slots.end(), [](const auto& s) { return s.met; });
}

DueReport some_report(int i) {
  DueReport report;
  report.id = RecordId{"r" + std::to_string(i)};
  report.cycle = "Cycle";
  if (i > 0) report.school_id = SchoolId{"s" + std::to_string(i)};
  report.due_on = Date{"2026-10-15"};
  if (*rc::gen::arbitrary<bool>()) {
    report.state = monitor::ReportState::submitted;
    report.submitted_at =
        Timestamp{"2026-10-" + std::to_string(*rc::gen::inRange(10, 30)) + "T10:00:00.000Z"};
  }
  return report;
}

RC_GTEST_PROP(WatchedReports, HandingInLateIsBetterThanNotAtAllAndWorseThanOnTime, ()) {
  std::vector<DueReport> reports;
  for (int i = 0; i < *rc::gen::inRange(1, 9); ++i) reports.push_back(some_report(i));
  const auto at = *rc::gen::inRange<std::size_t>(0, reports.size());
  const auto scored = [&](std::optional<std::string> day) {
    reports[at].state = day ? monitor::ReportState::submitted : monitor::ReportState::draft;
    reports[at].submitted_at = day ? std::optional(Timestamp{*day}) : std::nullopt;
    return *score(report_checks(reports));
  };
  const auto missing = scored(std::nullopt);
  const auto late = scored("2026-10-16T00:00:00.000Z");
  const auto in_time = scored("2026-10-15T23:59:59.000Z");
  RC_ASSERT(missing < late);
  RC_ASSERT(late < in_time);
}

RC_GTEST_PROP(WatchedReports, LeadToTheReportItself, ()) {
  std::vector<DueReport> reports;
  for (int i = 0; i < *rc::gen::inRange(1, 9); ++i) reports.push_back(some_report(i));
  for (const auto& check : report_checks(reports)) {
    RC_ASSERT(check.slots.size() == reports.size());
    for (std::size_t i = 0; i < reports.size(); ++i) {
      RC_ASSERT(check.slots[i].link == "/monitoring/reports/" + reports[i].id.value);
      RC_ASSERT(check.slots[i].school_id == reports[i].school_id);
    }
  }
}

FidelityRow rated(const char* school, const char* due, const char* value) {
  return {RecordId{"st"},   "Structured literacy",
          SchoolId{school}, RecordId{std::string("r") + due},
          Date{due},        value};
}

TEST(WatchedFidelity, TheNewestRatingOfEachPlaceCounts) {
  const auto check = fidelity_check({rated("a", "2026-10-01", "4"), rated("a", "2027-01-15", "2"),
                                     rated("b", "2026-10-01", "1"), rated("b", "2027-01-15", "3"),
                                     rated("c", "2026-10-01", "4"), rated("c", "2027-01-15", "")});
  ASSERT_EQ(check.slots.size(), 3U);
  EXPECT_FALSE(check.slots[0].met);
  EXPECT_EQ(check.slots[0].link, "/monitoring/reports/r2027-01-15");
  EXPECT_TRUE(check.slots[1].met);
  EXPECT_TRUE(check.slots[2].met) << "an empty rating says nothing";
}

RC_GTEST_PROP(WatchedFidelity, DoesNotDependOnTheOrderOfRows, ()) {
  std::vector<FidelityRow> rows;
  const char* const schools[] = {"a", "b", "c"};
  const char* const days[] = {"2026-10-01", "2027-01-15", "2027-04-15"};
  const char* const values[] = {"0", "1", "2", "3", "4"};
  for (const auto* school : schools) {
    for (const auto* day : days) {
      if (*rc::gen::arbitrary<bool>())
        rows.push_back(rated(school, day, values[*rc::gen::inRange(0, 5)]));
    }
  }
  const auto before = json::text(fidelity_check(rows).slots);
  std::reverse(rows.begin(), rows.end());
  RC_ASSERT(json::text(fidelity_check(rows).slots) == before);
}

monitor::TrackCell cell(const char* school, monitor::Track track, const char* on) {
  monitor::TrackCell made;
  if (*school != '\0') made.school_id = SchoolId{school};
  made.track = track;
  if (*on != '\0') {
    made.latest.emplace();
    made.latest->taken_on = Date{on};
  }
  return made;
}

TEST(WatchedMeasures, WhatIsHiddenIsNotHeldAgainstASchool) {
  monitor::MeasureGlance measure;
  measure.measure_id = RecordId{"m"};
  measure.goal_id = RecordId{"g"};
  measure.name = "Reading";
  using monitor::Track;
  measure.places = {
      cell("", Track::on_track, "2026-10-01"), cell("a", Track::behind, "2026-10-01"),
      cell("b", Track::hidden, "2026-10-01"),  cell("c", Track::reached, "2024-10-01"),
      cell("d", Track::no_value, ""),          cell("e", Track::no_targets, "2026-10-01")};
  monitor::MeasureGlance other = measure;
  other.goal_id = RecordId{"archived"};
  const auto checks = measure_checks({{measure, other}}, {RecordId{"g"}}, Date{"2025-11-25"});
  ASSERT_EQ(checks.size(), 2U);
  EXPECT_EQ(checks[0].key, "measure_values");
  EXPECT_EQ(checks[0].slots.size(), 5U) << "each school, and not the district";
  EXPECT_EQ(met(checks[0]), 3) << "a, b and e; c measured long ago, d never";
  EXPECT_EQ(checks[1].key, "measures_on_track");
  EXPECT_EQ(checks[1].slots.size(), 3U) << "the district, a and c";
  EXPECT_EQ(met(checks[1]), 2);
  EXPECT_EQ(checks[1].slots[1].link, "/monitoring/results/m?school=a");
}

org::School school(const char* id, std::int64_t pupils, std::int64_t needy) {
  org::School made;
  made.id = RecordId{id};
  made.name = {std::string("School ") + id};
  made.pupils = org::PupilCount{pupils};
  made.disadvantaged_pupils = org::PupilCount{needy};
  return made;
}

fund::NeedWeight weight(std::int64_t percent) {
  fund::NeedWeight made;
  made.name = {"Economically disadvantaged"};
  made.weight_percent = {percent};
  return made;
}

Check shares_of(const std::vector<org::School>& schools, const std::vector<std::int64_t>& cents,
                const std::vector<fund::NeedWeight>& needs) {
  fund::YearRows rows;
  rows.year = SchoolYear{"2026-27"};
  for (std::size_t i = 0; i < schools.size(); ++i) {
    plan::FundingLine line;
    line.id = RecordId{"l" + std::to_string(i)};
    line.school_id = schools[i].school_id();
    line.year = rows.year;
    line.amount_cents = {cents[i]};
    rows.lines.push_back(line);
  }
  return fair_share_check(fund::equity_of(rows, schools, needs, {}), schools);
}

TEST(WatchedMoney, AFairShareIsMeasuredAgainstTheMedianOfWhatNeedWeighs) {
  // 10,000 for each of 100 pupils; 79 % of it; 80 % of it.
  const std::vector<org::School> equal = {school("a", 100, 0), school("b", 100, 0),
                                          school("c", 100, 0), school("d", 100, 0),
                                          school("e", 100, 0)};
  const auto check = shares_of(equal, {1'000'000, 790'000, 1'000'000, 800'000, 1'000'000}, {});
  ASSERT_EQ(check.slots.size(), 5U);
  EXPECT_FALSE(check.slots[1].met);
  EXPECT_TRUE(check.slots[3].met);
  // The same for each pupil, but half of b's need more: by the district's own weight.
  const std::vector<org::School> needy = {school("a", 100, 0), school("b", 100, 50),
                                          school("c", 100, 0)};
  EXPECT_TRUE(shares_of(needy, {1'000'000, 1'000'000, 1'000'000}, {weight(40)}).slots[1].met);
  EXPECT_FALSE(shares_of(needy, {1'000'000, 1'000'000, 1'000'000}, {weight(100)}).slots[1].met);
  EXPECT_TRUE(shares_of(needy, {1'000'000, 1'000'000, 1'000'000}, {}).slots[1].met);
}

TEST(WatchedMoney, NothingIsNotAFairShareAndASmallSchoolIsNoSlot) {
  const auto none = shares_of({school("a", 100, 0), school("b", 50, 0)}, {0, 0}, {});
  EXPECT_EQ(none.slots.size(), 2U);
  EXPECT_EQ(met(none), 0);
  EXPECT_EQ(shares_of({school("a", 100, 0), school("b", 9, 0)}, {100, 0}, {}).slots.size(), 1U)
      << "it would tell of fewer than ten pupils";
}

RC_GTEST_PROP(WatchedMoney, EqualMoneyForEqualSchoolsIsFair, ()) {
  const auto pupils = *rc::gen::inRange<std::int64_t>(10, 3000);
  const auto needy = *rc::gen::inRange<std::int64_t>(0, pupils + 1);
  const auto cents = *rc::gen::inRange<std::int64_t>(10'000'000, 1'000'000'000);
  std::vector<org::School> schools;
  for (int i = 0; i < *rc::gen::inRange(1, 40); ++i) {
    schools.push_back(school(("s" + std::to_string(i)).c_str(), pupils, needy));
  }
  const auto check = shares_of(schools, std::vector<std::int64_t>(schools.size(), cents),
                               {weight(*rc::gen::inRange(1, 200))});
  RC_ASSERT(met(check) == static_cast<std::int64_t>(schools.size()));
}

TEST(WatchedMoney, NamesWhatIsOverAndWhatRests) {
  fund::Funds funds;
  funds.year = SchoolYear{"2026-27"};
  funds.streams.resize(3);
  funds.streams[0].name = "Title I";
  funds.streams[0].available_cents = Cents{100};
  funds.streams[1].name = "Title II";
  funds.streams[1].available_cents = Cents{100};
  funds.streams[1].over_cents = 1;  // and the third: nobody knows what it has
  funds.strategies.resize(2);
  funds.strategies[0].strategy_id = RecordId{"st"};
  funds.strategies[0].title = "Coaching";
  funds.strategies[0].planned_cents = 10;
  funds.strategies[0].spent_cents = 12;
  funds.strategies[1].planned_cents = 10;
  funds.lines.resize(2);
  funds.lines[0].line_id = RecordId{"l"};
  funds.lines[0].strategy_id = RecordId{"st"};
  funds.lines[0].spent_cents = 12;
  funds.lines[0].over_cents = 2;  // and the second was not used
  const auto checks = money_checks(funds);
  ASSERT_EQ(checks.size(), 3U);
  EXPECT_EQ(checks[0].slots.size(), 2U);
  EXPECT_EQ(met(checks[0]), 1);
  EXPECT_EQ(met(checks[1]), 1) << "one of two strategies has begun to use its money";
  ASSERT_EQ(checks[2].slots.size(), 1U);
  EXPECT_EQ(checks[2].slots[0].title, "Coaching");
  EXPECT_EQ(checks[2].slots[0].link, "/money/lines/l");
  EXPECT_FALSE(checks[2].slots[0].met);
}

}  // namespace
}  // namespace tandem::signals
