// What makes a goal measurable, what waits for what, how ready a strategy is: rules and properties.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "plan/measurable.hpp"
#include "plan/rules.hpp"
#include "plan/waiting.hpp"

namespace tandem::plan {
namespace {

TargetPoint on(const std::string& day, double value) { return {Date{day}, value}; }

// A goal with nothing to find.
PlanGoal sound() {
  PlanGoal goal;
  goal.statement = {"Nine of ten third graders read at grade level."};
  goal.for_whom = {"All students in grade 3"};
  goal.ends_on = Date{"2029-06-30"};
  PlanMeasure measure;
  measure.id = {"reading"};
  measure.unit = {"%"};
  Target own;
  own.baseline = on("2026-06-30", 52);
  own.interim = {on("2027-06-30", 62), on("2028-06-30", 75)};
  own.end_target = on("2029-06-30", 90);
  measure.targets = {own};
  goal.measures = {measure};
  return goal;
}

std::vector<FindingKind> kinds(const PlanGoal& goal) {
  std::vector<FindingKind> found;
  for (const auto& finding : findings(goal)) found.push_back(finding.kind);
  return found;
}
using Kinds = std::vector<FindingKind>;

TEST(Measurable, FindsNothingInASoundGoal) { EXPECT_EQ(kinds(sound()), Kinds{}); }

TEST(Measurable, NamesWhatAGoalLacks) {
  auto goal = sound();
  goal.statement = {"Better reading"};
  EXPECT_EQ(kinds(goal), Kinds{FindingKind::no_statement});
  goal = sound();
  goal.for_whom.reset();
  EXPECT_EQ(kinds(goal), Kinds{FindingKind::no_audience});
  goal = sound();
  goal.ends_on.reset();
  EXPECT_EQ(kinds(goal), Kinds{FindingKind::no_end_date});
  EXPECT_EQ(kinds(PlanGoal{}), (Kinds{FindingKind::no_statement, FindingKind::no_audience,
                                      FindingKind::no_end_date, FindingKind::no_measure}));
}

TEST(Measurable, NamesWhatAMeasureLacks) {
  auto goal = sound();
  goal.measures[0].unit = {};
  goal.measures[0].targets.clear();
  EXPECT_EQ(kinds(goal),
            (Kinds{FindingKind::no_unit, FindingKind::no_baseline, FindingKind::no_end_target}));
  for (const auto& finding : findings(goal)) EXPECT_EQ(finding.measure_id, RecordId{"reading"});
}

TEST(Measurable, ASchoolsTargetsAreNotTheDistricts) {
  auto goal = sound();
  goal.measures[0].targets[0].school_id = {"north"};
  EXPECT_EQ(kinds(goal), (Kinds{FindingKind::no_baseline, FindingKind::no_end_target}));
}

TEST(Measurable, LooksAtTheWayThere) {
  const auto with = [](Direction direction, double from, std::vector<TargetPoint> interim,
                       double to) {
    auto goal = sound();
    auto& measure = goal.measures[0];
    measure.direction = direction;
    measure.targets[0].baseline->value = from;
    measure.targets[0].interim = std::move(interim);
    measure.targets[0].end_target->value = to;
    return kinds(goal);
  };
  EXPECT_EQ(with(Direction::increase, 90, {}, 52), Kinds{FindingKind::wrong_way});
  EXPECT_EQ(with(Direction::decrease, 18, {}, 18), Kinds{FindingKind::wrong_way});
  EXPECT_EQ(with(Direction::maintain, 90, {}, 90), Kinds{});
  EXPECT_EQ(with(Direction::increase, 52, {}, 90), Kinds{FindingKind::no_interim});
  EXPECT_EQ(with(Direction::decrease, 18, {on("2027-06-30", 20)}, 10),
            Kinds{FindingKind::path_turns});
  EXPECT_EQ(with(Direction::increase, 50, {on("2028-06-30", 52)}, 90),
            Kinds{FindingKind::path_leaps})
      << "all but two of forty points in the last year";
  EXPECT_EQ(with(Direction::increase, 50, {on("2027-06-30", 60)}, 101),
            Kinds{FindingKind::out_of_range});
  auto goal = sound();
  goal.ends_on = Date{"2029-06-01"};
  EXPECT_EQ(kinds(goal), Kinds{FindingKind::ends_after_goal});
}

RC_GTEST_PROP(Measurable, AStraightPathIsSoundEitherWay, ()) {
  const double from = *rc::gen::inRange(0, 50);
  const double step = *rc::gen::inRange(1, 15);
  const bool down = *rc::gen::arbitrary<bool>();
  auto goal = sound();
  auto& measure = goal.measures[0];
  measure.direction = down ? Direction::decrease : Direction::increase;
  const auto at = [&](int n) { return down ? 100 - from - n * step : from + n * step; };
  measure.targets[0].baseline->value = at(0);
  measure.targets[0].interim[0].value = at(1);
  measure.targets[0].interim[1].value = at(2);
  measure.targets[0].end_target->value = at(3);
  RC_ASSERT(kinds(goal) == Kinds{});
}

// Each edge that would_circle lets through is put in; then there is no circle, whatever the order.
RC_GTEST_PROP(Waiting, WhatIsLetThroughNeverCircles, ()) {
  const auto id = [](int n) { return RecordId{std::to_string(n)}; };
  Waits waits;
  for (int i = 0; i < 40; ++i) {
    const auto from = id(*rc::gen::inRange(0, 8));
    const auto to = id(*rc::gen::inRange(0, 8));
    if (!would_circle(waits, from, {to})) waits[from].push_back(to);
  }
  // Kahn's algorithm takes away whatever waits for nothing until nothing is left.
  bool moved = true;
  while (moved) {
    moved = false;
    for (auto it = waits.begin(); it != waits.end();) {
      std::erase_if(it->second, [&](const RecordId& on) { return waits.count(on) == 0; });
      if (it->second.empty()) {
        it = waits.erase(it);
        moved = true;
      } else {
        ++it;
      }
    }
  }
  RC_ASSERT(waits.empty());
}

RC_GTEST_PROP(Waiting, AnEdgeIsRefusedOnlyForACircle, ()) {
  // Waits only for what has a lower number: no circle, so everything of that kind is let through.
  const auto id = [](int n) { return RecordId{std::to_string(n)}; };
  Waits waits;
  for (int i = 0; i < 40; ++i) {
    const int from = *rc::gen::inRange(1, 9);
    const int to = *rc::gen::inRange(0, from);
    RC_ASSERT(!would_circle(waits, id(from), {id(to)}));
    waits[id(from)].push_back(id(to));
    RC_ASSERT(would_circle(waits, id(to), {id(from)}));
  }
}

WholePlan two_activities(ActivityStatus first, ActivityStatus second, const char* first_due,
                         const char* second_due) {
  Activity before;
  before.id = {"first"};
  before.status = first;
  before.due_on = Date{first_due};
  Activity after;
  after.id = {"second"};
  after.status = second;
  after.due_on = Date{second_due};
  after.waits_for = {{RecordId{"first"}, RecordId{"gone"}}};
  WholePlan plan;
  plan.goals.emplace_back().strategies.emplace_back().activities = {after, before};
  return plan;
}

TEST(Waiting, WarnsOfWhatDoesNotFit) {
  using enum ActivityStatus;
  const auto found = [](auto... args) -> std::optional<WaitKind> {
    const auto warnings = wait_warnings(two_activities(args...));
    if (warnings.empty()) return std::nullopt;
    EXPECT_EQ(warnings.size(), 1U);
    EXPECT_EQ(warnings[0].activity_id, RecordId{"second"});
    EXPECT_EQ(warnings[0].waits_for, RecordId{"first"});
    return warnings[0].kind;
  };
  const auto* early = "2026-10-01";
  const auto* late = "2027-02-01";
  EXPECT_EQ(found(not_started, not_started, early, late), std::nullopt);
  EXPECT_EQ(found(not_started, not_started, early, early), std::nullopt);
  EXPECT_EQ(found(not_started, not_started, late, early), WaitKind::due_too_early);
  EXPECT_EQ(found(in_progress, in_progress, early, late), WaitKind::begun_too_early);
  EXPECT_EQ(found(not_started, done, early, late), WaitKind::begun_too_early);
  EXPECT_EQ(found(dropped, not_started, early, late), WaitKind::waits_in_vain);
  EXPECT_EQ(found(done, not_started, late, early), std::nullopt);
  EXPECT_EQ(found(not_started, dropped, late, early), std::nullopt);
}

ReadinessFields all_rated(std::int64_t score) {
  ReadinessFields fields;
  for (const auto facet : {Facet::need, Facet::fit, Facet::resources, Facet::evidence,
                           Facet::readiness, Facet::capacity}) {
    fields.ratings.push_back({facet, {score}, {}});
  }
  return fields;
}

TEST(Readiness, JudgesWhatIsThere) {
  EXPECT_EQ(judge({}, {}), Verdict::unfinished);
  EXPECT_EQ(judge(all_rated(5), {}), Verdict::ready);
  EXPECT_EQ(judge(all_rated(5), {System::data}), Verdict::unfinished);
  EXPECT_EQ(judge(all_rated(3), {}), Verdict::nearly);
  EXPECT_EQ(judge(all_rated(2), {}), Verdict::not_ready);
  auto fields = all_rated(4);
  fields.supports = {{System::data, {"A screener"}, SupportState::ready, {}}};
  EXPECT_EQ(judge(fields, {System::data}), Verdict::ready);
  fields.supports[0].state = SupportState::under_way;
  EXPECT_EQ(judge(fields, {System::data}), Verdict::nearly);
  fields.answers = {{{"Is there time?"}, Answer::no, {}}};
  EXPECT_EQ(judge(fields, {System::data}), Verdict::not_ready);
}

TEST(Readiness, NamesEachThingOnce) {
  ReadinessFields fields;
  fields.ratings = {{Facet::fit, {3}, {}}, {Facet::fit, {4}, {}}};
  fields.supports = {{System::data, {}, {}, {}}, {System::data, {}, {}, {}}};
  fields.answers = {{{"Why?"}, {}, {}}, {{"Why?"}, {}, {}}};
  std::set<std::string> pointers;
  for (const auto& error : faults(fields)) pointers.insert(error.pointer);
  EXPECT_EQ(pointers, (std::set<std::string>{"/ratings/1", "/supports/1", "/answers/1"}));
}

// Of a finished look, a better score, a readier system or a better answer never makes it worse.
RC_GTEST_PROP(Readiness, ImprovingNeverMakesItWorse, ()) {
  auto fields = all_rated(3);
  for (auto& rating : fields.ratings) rating.score.value = *rc::gen::inRange(1, 6);
  fields.supports = {{System::data, {}, static_cast<SupportState>(*rc::gen::inRange(0, 3)), {}}};
  fields.answers = {{{"Why?"}, static_cast<Answer>(*rc::gen::inRange(0, 3)), {}}};
  const auto before = judge(fields, {System::data});
  auto better = fields;
  auto& rating = better.ratings[static_cast<std::size_t>(*rc::gen::inRange(0, 6))];
  rating.score.value = std::min<std::int64_t>(5, rating.score.value + 1);
  RC_ASSERT(judge(better, {System::data}) >= before);
  better = fields;
  better.supports[0].state = SupportState::ready;
  RC_ASSERT(judge(better, {System::data}) >= before);
  better = fields;
  better.answers[0].answer = Answer::yes;
  RC_ASSERT(judge(better, {System::data}) >= before);
}

TEST(GroupTargets, KeepNothingAboutASmallGroup) {
  GroupTargetFields fields;
  fields.end_target = on("2029-06-30", 80);
  EXPECT_TRUE(faults(fields).empty()) << "a wish is about nobody";
  fields.baseline = on("2026-06-30", 40);
  ASSERT_EQ(faults(fields).size(), 1U);
  EXPECT_EQ(faults(fields)[0].pointer, "/students");
  fields.students = {9};
  ASSERT_EQ(faults(fields).size(), 1U);
  EXPECT_EQ(faults(fields)[0].pointer, "/baseline");
  fields.students = {10};
  EXPECT_TRUE(faults(fields).empty());
}

}  // namespace
}  // namespace tandem::plan
