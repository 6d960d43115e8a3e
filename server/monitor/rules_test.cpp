#include "monitor/rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "monitor/on_track.hpp"
#include "monitor/shown.hpp"

namespace tandem::monitor {
namespace {

using plan::Direction;
using plan::TargetFields;
using plan::TargetPoint;

// ---- reports in time -------------------------------------------------------------------------

const CycleFields kAutumn{{"Autumn"}, Date{"2026-09-01"}, Date{"2026-10-15"}};

TEST(MonitorRules, AReportIsLateForTwoWeeksAndThenMissing) {
  Report report;
  const auto on = [&](const char* day) { return standing_of(kAutumn, report, Date{day}); };
  EXPECT_EQ(on("2026-08-31"), Standing::upcoming);
  EXPECT_EQ(on("2026-09-01"), Standing::waiting);
  EXPECT_EQ(on("2026-10-15"), Standing::waiting);
  EXPECT_EQ(on("2026-10-16"), Standing::late);
  EXPECT_EQ(on("2026-10-29"), Standing::late);
  EXPECT_EQ(on("2026-10-30"), Standing::missing);
  report.state = ReportState::submitted;
  report.submitted_at = Timestamp{"2026-10-15T23:00:00.000Z"};
  EXPECT_EQ(on("2026-12-01"), Standing::submitted);
  report.submitted_at = Timestamp{"2026-10-16T08:00:00.000Z"};
  EXPECT_EQ(on("2026-12-01"), Standing::submitted_late);
}

TEST(MonitorRules, PartsAreWhatTheySay) {
  EXPECT_FALSE(part_fault(Part::fidelity, "4"));
  EXPECT_TRUE(part_fault(Part::fidelity, "5"));
  EXPECT_TRUE(part_fault(Part::fidelity, "-1"));
  EXPECT_TRUE(part_fault(Part::fidelity, "3.5"));
  EXPECT_FALSE(part_fault(Part::adults_reached, "7"));
  EXPECT_FALSE(part_fault(Part::students_reached, "few"));
  EXPECT_FALSE(part_fault(Part::students_reached, "0"));
  EXPECT_FALSE(part_fault(Part::students_reached, "10"));
  for (int n = 1; n < 10; ++n) {
    EXPECT_TRUE(part_fault(Part::students_reached, std::to_string(n))) << n;
  }
  EXPECT_TRUE(part_fault(Part::recommendation, "continue"));
  EXPECT_FALSE(part_fault(Part::meaning, "Anything at all."));
  EXPECT_FALSE(part_fault(Part::fidelity, ""));
}

std::vector<std::string> pointers(const std::vector<FieldError>& errors) {
  std::vector<std::string> found;
  for (const auto& error : errors) found.push_back(error.pointer);
  return found;
}

TEST(MonitorRules, AValueIsGivenOrCounted) {
  const Date today{"2026-11-24"};
  ValueFields fields;
  fields.taken_on = today;
  EXPECT_EQ(pointers(faults(fields, "%", today)), (std::vector<std::string>{"/value", "/n"}));
  fields.count = Students{31};
  fields.n = Students{62};
  EXPECT_TRUE(faults(fields, "%", today).empty());
  EXPECT_DOUBLE_EQ(value_of(fields), 50.0);
  fields.count = Students{63};
  EXPECT_EQ(pointers(faults(fields, "%", today)), std::vector<std::string>{"/count"});
  fields.count.reset();
  fields.value = 101;
  EXPECT_EQ(pointers(faults(fields, "%", today)), std::vector<std::string>{"/value"});
  EXPECT_TRUE(faults(fields, "points", today).empty());
  fields.n.reset();
  EXPECT_TRUE(faults(fields, "points", today).empty());
  fields.group_id = RecordId{"learners"};
  EXPECT_EQ(pointers(faults(fields, "points", today)), std::vector<std::string>{"/n"});
  fields.taken_on = Date{"2026-11-25"};
  fields.n = Students{20};
  EXPECT_EQ(pointers(faults(fields, "points", today)), std::vector<std::string>{"/taken_on"});
}

TEST(MonitorRules, AReportIsAboutWhatIsActiveAndAppliesAndGoesOn) {
  const SchoolId north{"north"};
  plan::Goal goal;
  plan::Strategy strategy;
  EXPECT_TRUE(is_reported(goal, strategy, north, kAutumn));
  goal.all_schools = false;
  EXPECT_FALSE(is_reported(goal, strategy, north, kAutumn));
  EXPECT_TRUE(is_reported(goal, strategy, std::nullopt, kAutumn));
  goal.status = plan::GoalStatus::maintenance;
  EXPECT_FALSE(is_reported(goal, strategy, std::nullopt, kAutumn));
  goal.status = plan::GoalStatus::active;
  strategy.stopped_on = Date{"2026-10-15"};
  EXPECT_FALSE(is_reported(goal, strategy, std::nullopt, kAutumn));
  strategy.stopped_on = Date{"2026-10-16"};
  EXPECT_TRUE(is_reported(goal, strategy, std::nullopt, kAutumn));
}

// ---- on track --------------------------------------------------------------------------------

TargetFields from_40_to_70() {
  return {TargetPoint{Date{"2026-01-01"}, 40},
          {{Date{"2027-01-01"}, 50}},
          TargetPoint{Date{"2028-01-01"}, 70}};
}

TEST(OnTrack, ExpectsTheStraightLineBetweenTargets) {
  const auto targets = from_40_to_70();
  EXPECT_FALSE(expected_on(targets, Date{"2025-12-31"}));
  EXPECT_DOUBLE_EQ(*expected_on(targets, Date{"2026-01-01"}), 40);
  EXPECT_NEAR(*expected_on(targets, Date{"2026-07-02"}), 40 + 10 * 182.0 / 365, 1e-9);
  EXPECT_DOUBLE_EQ(*expected_on(targets, Date{"2027-01-01"}), 50);
  EXPECT_DOUBLE_EQ(*expected_on(targets, Date{"2030-01-01"}), 70);
}

TEST(OnTrack, SaysWhereAValueStands) {
  const auto targets = from_40_to_70();
  const auto at = [&](const char* day, double value) {
    return track_of(Direction::increase, targets, TargetPoint{Date{day}, value});
  };
  EXPECT_EQ(at("2027-01-01", 50), Track::on_track);
  EXPECT_EQ(at("2027-01-01", 45), Track::behind);
  EXPECT_EQ(at("2027-01-01", 40), Track::off_track);
  EXPECT_EQ(at("2026-06-01", 70), Track::reached);
  EXPECT_EQ(at("2025-06-01", 45), Track::too_early);
  EXPECT_EQ(track_of(Direction::increase, targets, std::nullopt), Track::no_value);
  EXPECT_EQ(track_of(Direction::increase, {}, TargetPoint{Date{"2027-01-01"}, 1}),
            Track::no_targets);
  const TargetFields keep{std::nullopt, {}, TargetPoint{Date{"2027-01-01"}, 90}};
  EXPECT_EQ(track_of(Direction::maintain, keep, TargetPoint{Date{"2027-02-01"}, 87}),
            Track::reached);
  EXPECT_EQ(track_of(Direction::maintain, keep, TargetPoint{Date{"2027-02-01"}, 80}),
            Track::off_track);
}

Date any_day() {
  return Date::from(std::chrono::sys_days{std::chrono::days{*rc::gen::inRange(20000, 21000)}});
}

TargetFields any_targets() {
  auto days = *rc::gen::suchThat(rc::gen::unique<std::vector<int>>(rc::gen::inRange(20000, 21000)),
                                 [](const std::vector<int>& d) { return d.size() >= 2; });
  std::sort(days.begin(), days.end());
  TargetFields targets;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const TargetPoint point{Date::from(std::chrono::sys_days{std::chrono::days{days[i]}}),
                            static_cast<double>(*rc::gen::inRange(0, 100))};
    if (i == 0) targets.baseline = point;
    else if (i + 1 == days.size()) targets.end_target = point;
    else targets.interim.push_back(point);
  }
  return targets;
}

RC_GTEST_PROP(OnTrack, ABetterValueNeverStandsWorse, ()) {
  const auto targets = any_targets();
  const auto day = any_day();
  const double value = *rc::gen::inRange(0, 100);
  const double better = value + *rc::gen::inRange(0, 50);
  const auto rank = [](Track track) {
    return track == Track::too_early ? Track::on_track : track;  // the day decides, not the value
  };
  RC_ASSERT(rank(track_of(Direction::increase, targets, TargetPoint{day, value})) <=
            rank(track_of(Direction::increase, targets, TargetPoint{day, better})));
}

RC_GTEST_PROP(OnTrack, UpsideDownIsTheSame, ()) {
  auto targets = any_targets();
  const auto day = any_day();
  const double value = *rc::gen::inRange(0, 100);
  const auto track = track_of(Direction::increase, targets, TargetPoint{day, value});
  const auto turn = [](TargetPoint& point) { point.value = -point.value; };
  turn(*targets.baseline);
  turn(*targets.end_target);
  for (auto& point : targets.interim) turn(point);
  RC_ASSERT(track_of(Direction::decrease, targets, TargetPoint{day, -value}) == track);
}

RC_GTEST_PROP(OnTrack, TheOrderOfTargetsDoesNotMatter, ()) {
  const auto targets = any_targets();
  auto other = targets;
  std::shuffle(other.interim.begin(), other.interim.end(), std::mt19937(7));
  const auto day = any_day();
  RC_ASSERT(expected_on(targets, day) == expected_on(other, day));
}

// ---- what is shown ---------------------------------------------------------------------------

using Group = std::optional<RecordId>;
const Group kAll;
const Group kLearners = RecordId{"learners"};
const Group kOthers = RecordId{"others"};
const Group kFemale = RecordId{"female"};
const Group kAsian = RecordId{"asian"};
const Group kBlack = RecordId{"black"};
const Group kWhite = RecordId{"white"};

Value value(const std::string& school, const Group& group, std::int64_t n, double percent = 50) {
  Value row;
  row.id = new_id<RecordId>();
  row.measure_id = RecordId{"m"};
  row.taken_on = Date{"2026-05-15"};
  row.group_id = group;
  row.value = percent;
  row.n = Students{n};
  if (!school.empty()) row.school_id = SchoolId{school};
  return row;
}

plan::StudentGroup group_of(const Group& id, const char* category) {
  plan::StudentGroup group;
  group.id = *id;
  group.category = {category};
  return group;
}

const Beside kShares = {
    {RecordId{"m"}},
    {group_of(kLearners, "Language"), group_of(kOthers, "Language"), group_of(kFemale, "Gender"),
     group_of(kAsian, "Race"), group_of(kBlack, "Race"), group_of(kWhite, "Race")},
    {}};

TEST(ShownValues, HideFewStudentsAndWhatTellsOfThem) {
  // Seven English learners; and with 52 of all, those who are none would tell of them.
  const auto rows =
      shown({value("a", kAll, 52), value("a", kLearners, 7), value("a", kOthers, 45)}, kShares);
  EXPECT_TRUE(rows[1].suppressed);
  EXPECT_TRUE(rows[2].suppressed);
  EXPECT_FALSE(rows[0].suppressed);
  for (const auto& row : rows) {
    EXPECT_EQ(row.value.has_value(), !row.suppressed);
    EXPECT_EQ(row.n.has_value(), !row.suppressed);
    EXPECT_EQ(row.low.has_value(), !row.suppressed);
  }
}

TEST(ShownValues, HideASchoolThatTheDistrictWouldTell) {
  const auto rows =
      shown({value("", kAll, 94), value("a", kAll, 50), value("b", kAll, 38), value("c", kAll, 6)},
            kShares);
  EXPECT_TRUE(rows[3].suppressed);
  // 94 - 50 - 38 = 6: something else has to go.
  EXPECT_TRUE(rows[0].suppressed || rows[1].suppressed || rows[2].suppressed);
}

TEST(ShownValues, TellOfAGroupThatNobodyListed) {
  // 50 of all and 44 who are learners: that leaves six who are not.
  const auto rows = shown({value("a", kAll, 50), value("a", kLearners, 44)}, kShares);
  EXPECT_TRUE(rows[0].suppressed || rows[1].suppressed);
}

TEST(ShownValues, CountTheBaselinesOfThePlanAsTold) {
  // The plan tells that 44 are learners; with 50 of all shown, six who are not would be known.
  auto beside = kShares;
  plan::GroupTarget target;
  target.measure_id = RecordId{"m"};
  target.school_id = SchoolId{"a"};
  target.group_id = *kLearners;
  target.baseline = {Date{"2026-05-15"}, 40};
  target.students = Whole<0, 1'000'000>{44};
  beside.baselines = {target};
  const auto rows = shown({value("a", kAll, 50), value("b", kAll, 60)}, beside);
  EXPECT_TRUE(rows[0].suppressed);
  EXPECT_FALSE(shown({value("a", kAll, 54)}, beside)[0].suppressed);
  beside.baselines[0].baseline->on = Date{"2025-05-15"};
  EXPECT_FALSE(shown({value("a", kAll, 50)}, beside)[0].suppressed) << "of another day";
}

TEST(ShownValues, SurviveTotalsThatDoNotAddUp) {
  const auto rows =
      shown({value("", kAll, 10), value("a", kAll, 50), value("a", kFemale, 60)}, kShares);
  EXPECT_EQ(rows.size(), 3U);
}

// Whoever subtracts what is shown of a school's groups from its total never finds one to nine.
RC_GTEST_PROP(ShownValues, NobodyCanSubtractTheirWayToAFewStudents, ()) {
  std::vector<Value> values;
  std::map<std::string, std::int64_t> totals;
  std::int64_t district = 0;
  const std::vector<Group> races = {kAsian, kBlack, kWhite};
  for (const auto* school : {"a", "b", "c"}) {
    std::int64_t all = 0;
    for (const auto group : races) {
      const auto n = *rc::gen::inRange(0, 40);
      if (n == 0) continue;
      values.push_back(value(school, group, n));
      all += n;
    }
    if (all == 0) continue;
    values.push_back(value(school, kAll, all));
    district += all;
  }
  if (district > 0) values.push_back(value("", kAll, district));
  const auto rows = shown(values, kShares);
  const auto rest = [&](const std::string& school, bool by_group) {
    std::int64_t left = 0;
    bool known = false;
    for (const auto& row : rows) {
      const auto place = row.school_id ? row.school_id->value : "";
      const bool total = by_group ? place == school && row.group_id == kAll : place.empty();
      const bool part = by_group ? place == school && row.group_id != kAll
                                 : !place.empty() && row.group_id == kAll;
      if (row.suppressed) continue;
      if (total) {
        known = true;
        left += *row.n;
      }
      if (part) left -= *row.n;
    }
    return known ? left : 0;
  };
  for (const auto& row : rows) {
    if (row.n) RC_ASSERT(*row.n >= 10);
  }
  for (const auto* school : {"a", "b", "c"}) {
    const auto left = rest(school, true);
    RC_ASSERT(left <= 0 || left >= 10);
  }
  const auto left = rest("", false);
  RC_ASSERT(left <= 0 || left >= 10);
}

}  // namespace
}  // namespace tandem::monitor
