// Cycles, reports, values and what follows from them, on both databases.
#include "plan/service.hpp"

#include <algorithm>

#include "agreement/service.hpp"
#include "audit/history.hpp"
#include "monitor/adjustments.hpp"
#include "monitor/cycles.hpp"
#include "monitor/learning.hpp"
#include "monitor/progress.hpp"
#include "monitor/reports.hpp"
#include "monitor/rollover.hpp"
#include "plan/store.hpp"
#include "testing/database.hpp"

namespace tandem::monitor {
namespace {

class Monitor : public testing::StoreTest {
 protected:
  void SetUp() override {
    testing::StoreTest::SetUp();
    if (!database) return;
    north = add_school("North");
    south = add_school("South");
    today = Timestamp::now().date();
    must_write([&](audit::Change& change) -> Result<void> {
      plan::open_plan(change, "Birch Lake");
      plan::GoalFields of_goal;
      of_goal.title = {"Everybody reads"};
      TRY(goal, plan::create_goal(change, of_goal));
      plan::MeasureFields of_measure;
      of_measure.name = {"Third grade reading"};
      of_measure.unit = {"%"};
      TRY(measure, plan::create_measure(change, goal.id, of_measure));
      plan::StrategyFields of_strategy;
      of_strategy.title = {"Structured literacy"};
      TRY(strategy, plan::create_strategy(change, goal.id, of_strategy));
      plan::ActivityFields of_activity;
      of_activity.title = {"Train the teachers"};
      of_activity.due_on = today;
      TRY(activity, plan::create_activity(change, strategy.id, std::nullopt, of_activity));
      TRY(cycle, create_cycle(change, {{"Autumn"}, day(-30), day(5)}));
      return {};
    });
    year = cycle.year;
  }

  [[nodiscard]] Date day(int from_today) const {
    return Date::from(today.day() + std::chrono::days{from_today});
  }
  CycleView view() {
    return read([&](db::Tx& tx) { return cycles_of(tx, district, year, today); }).items.at(0);
  }
  RecordId report_of(const std::optional<SchoolId>& school) {
    for (const auto& row : view().reports) {
      if (row.school_id == school) return row.id;
    }
    return {};
  }
  ReportView report(const RecordId& id) {
    return *read([&](db::Tx& tx) { return read_report(tx, district, id, today); });
  }
  Result<Entry> say(const RecordId& report, Part part, const std::string& text,
                    std::int64_t expected = 0) {
    return write([&](audit::Change& change) {
      return save_entry(change, report, strategy.id, part, expected, {{text}});
    });
  }
  Result<ShownValue> add(const RecordId& report, int on, std::int64_t count, std::int64_t n,
                         const std::string& group = "") {
    std::optional<RecordId> of;
    if (!group.empty()) {
      of = read([&](db::Tx& tx) {
             return tx.row_of<plan::StudentGroup>(district, "and name = :name", group);
           })->id;
    }
    return write([&](audit::Change& change) {
      return add_value(change, report, {measure.id, day(on), of, {}, Students{count}, Students{n}});
    });
  }
  Result<Adjustment> propose_kind(AdjustmentKind kind, auto&& more,
                                  std::optional<SchoolId> school = {}) {
    AdjustmentFields fields;
    fields.strategy_id = strategy.id;
    fields.title = {"Change it"};
    fields.reason = {"It does not work yet."};
    fields.kind = kind;
    more(fields);
    return write([&](audit::Change& change) { return propose(change, school, fields); });
  }
  Result<Adjustment> decide_on(const Adjustment& row, bool accept) {
    return write([&](audit::Change& change) {
      return decide(change, row.id, row.version, {accept, {"We looked at it."}});
    });
  }
  template <class R>
  R stored(const RecordId& id) {
    return *read([&](db::Tx& tx) { return record::find<R>(tx, district, id); });
  }

  SchoolId north, south;
  Date today;
  SchoolYear year;
  plan::Goal goal;
  plan::Measure measure;
  plan::Strategy strategy;
  plan::Activity activity;
  Cycle cycle;
};

TEST_P(Monitor, ACycleAsksEverybody) {
  const auto grid = view();
  ASSERT_EQ(grid.reports.size(), 3U);
  EXPECT_FALSE(grid.reports[0].school_id);
  for (const auto& row : grid.reports) {
    EXPECT_EQ(row.standing, Standing::waiting);
    EXPECT_EQ(row.of, 1);
    EXPECT_EQ(row.rated, 0);
  }
  must_write([&](audit::Change& change) {
    include_school(change, SchoolId{"018f0000-0000-7000-8000-000000000001"});
    include_school(change, north);  // is asked already
    return Result<void>{};
  });
  EXPECT_EQ(read([&](db::Tx& tx) {
              return tx.number("select count(*) from monitoring_report where district_id = :d",
                               district);
            }),
            4);
  const auto open = read([&](db::Tx& tx) { return open_reports(tx, district, today); });
  EXPECT_EQ(open.size(), 4U);
  EXPECT_EQ(open[0].cycle_name, "Autumn");
  expect_indexed();
}

TEST_P(Monitor, AReportIsSavedPartByPartAndSubmittedWhole) {
  const auto id = report_of(north);
  const auto first = say(id, Part::evidence, "Walkthroughs in five classes");
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(first->version, 1);
  EXPECT_EQ(say(id, Part::evidence, "Somebody else", 0).error().status, 412);
  EXPECT_EQ(say(id, Part::evidence, "In six classes", 1)->version, 2);
  EXPECT_EQ(say(id, Part::fidelity, "9").error().status, 422);

  const auto submit = [&] {
    return write(
        [&](audit::Change& change) { return submit_report(change, id, report(id).version); });
  };
  const auto refused = submit();
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().errors.at(0).pointer, "/strategies/" + strategy.id.value + "/fidelity");
  ASSERT_TRUE(say(id, Part::fidelity, "3").has_value());
  const auto done = submit();
  ASSERT_TRUE(done.has_value());
  EXPECT_EQ(done->standing, Standing::submitted);
  EXPECT_EQ(done->strategies.at(0).entries.size(), 2U);
  EXPECT_EQ(view().reports.at(1).rated + view().reports.at(2).rated, 1);
  EXPECT_EQ(say(id, Part::meaning, "Too late").error().status, 409);
  EXPECT_EQ(add(id, -1, 31, 62).error().status, 409);
  EXPECT_EQ(submit().error().status, 409);

  const auto again =
      write([&](audit::Change& change) { return reopen_report(change, id, report(id).version); });
  EXPECT_EQ(again->standing, Standing::waiting);
  EXPECT_TRUE(say(id, Part::meaning, "We see more of it").has_value());
  EXPECT_EQ(
      write([&](audit::Change& change) { return remove_cycle(change, cycle.id, cycle.version); })
          .error()
          .status,
      409);
  expect_indexed();
}

TEST_P(Monitor, AGoalElsewhereIsNotReportedHere) {
  must_write([&](audit::Change& change) {
    plan::GoalFields fields = goal;
    fields.all_schools = false;
    fields.schools = {south};
    return plan::replace_goal(change, goal.id, goal.version, fields);
  });
  EXPECT_EQ(say(report_of(north), Part::fidelity, "3").error().status, 404);
  EXPECT_EQ(add(report_of(north), -1, 31, 62).error().status, 422);
  EXPECT_TRUE(say(report_of(south), Part::fidelity, "3").has_value());
  EXPECT_TRUE(report(report_of(north)).strategies.empty());
}

TEST_P(Monitor, FewStudentsAreNowhereNumbers) {
  const auto id = report_of(north);
  ASSERT_TRUE(add(id, -1, 31, 62).has_value());
  const auto few = add(id, -1, 2, 7, "English learners");
  ASSERT_TRUE(few.has_value());
  EXPECT_TRUE(few->suppressed);
  EXPECT_FALSE(few->value || few->n || few->low);
  EXPECT_EQ(add(id, -1, 3, 8, "English learners").error().status, 409);
  const auto rest = add(id, -1, 29, 55, "Not English learners");
  EXPECT_TRUE(rest->suppressed);  // 62 - 55 = 7

  const auto progress =
      *read([&](db::Tx& tx) { return measure_progress(tx, district, measure.id); });
  ASSERT_EQ(progress.places.size(), 3U);
  EXPECT_EQ(json::text(progress).find("28.5"), std::string::npos);  // 2 of 7
  const auto& place = progress.places.at(1);
  EXPECT_EQ(place.school_id, north);
  EXPECT_DOUBLE_EQ(*place.latest->value, 50.0);
  ASSERT_EQ(place.groups.size(), 2U);
  EXPECT_TRUE(place.groups[0].suppressed && place.groups[1].suppressed);
  EXPECT_EQ(place.chart.verdict, Verdict::too_few);

  // Neither does the history tell.
  audit::HistoryQuery all;
  const auto history = *read([&](db::Tx& tx) { return audit::history(tx, district, all); });
  for (const auto& entry : history.items) {
    if (entry.entity != Value::entity) continue;
    for (const auto& change : entry.changes) {
      EXPECT_NE(change.field, "n");
      EXPECT_NE(change.field, "count");
      EXPECT_NE(change.field, "value");
    }
  }
  const auto glance = read([&](db::Tx& tx) { return progress_glance(tx, district); });
  EXPECT_EQ(glance.items.at(0).places.size(), 3U);
  const auto removed =
      write([&](audit::Change& change) { return remove_value(change, few->id, few->version); });
  EXPECT_TRUE(removed.has_value());
  expect_indexed();
}

TEST_P(Monitor, AnAcceptedAdjustmentChangesThePlanAndADeclinedOneDoesNot) {
  const auto target = propose_kind(
      AdjustmentKind::end_target,
      [&](AdjustmentFields& f) {
        f.measure_id = measure.id;
        f.new_value = 60;
        f.new_date = day(300);
      },
      north);
  ASSERT_TRUE(target.has_value());
  ASSERT_TRUE(decide_on(*target, true).has_value());
  EXPECT_EQ(decide_on(stored<Adjustment>(target->id), false).error().status, 409);
  const auto set = read([&](db::Tx& tx) {
    return tx.row_of<plan::Target>(district, "and measure_id = :m and school_id = :s", measure.id,
                                   north);
  });
  ASSERT_TRUE(set.has_value());
  EXPECT_DOUBLE_EQ(set->end_target->value, 60);

  const auto later = propose_kind(AdjustmentKind::activity_due, [&](AdjustmentFields& f) {
    f.activity_id = activity.id;
    f.new_date = day(40);
  });
  ASSERT_TRUE(decide_on(*later, false).has_value());
  EXPECT_EQ(stored<plan::Activity>(activity.id).due_on, today);

  const auto more = propose_kind(AdjustmentKind::new_activity,
                                 [](AdjustmentFields& f) { f.new_title = {"Coach weekly"}; });
  ASSERT_TRUE(decide_on(*more, true).has_value());
  const auto stop = propose_kind(AdjustmentKind::stop_strategy, [](AdjustmentFields&) {});
  ASSERT_TRUE(decide_on(*stop, true).has_value());
  EXPECT_EQ(stored<plan::Strategy>(strategy.id).stopped_why, "We looked at it.");
  EXPECT_EQ(stored<plan::Activity>(activity.id).status, plan::ActivityStatus::dropped);

  const auto late = propose_kind(AdjustmentKind::stop_strategy, [](AdjustmentFields&) {});
  EXPECT_EQ(decide_on(*late, true).error().status, 409);  // stopped already
  EXPECT_EQ(stored<Adjustment>(late->id).status, AdjustmentStatus::proposed);
  EXPECT_EQ(propose_kind(
                AdjustmentKind::stop_strategy, [](AdjustmentFields&) {}, north)
                .error()
                .errors.at(0)
                .pointer,
            "/kind");
  EXPECT_EQ(
      propose_kind(AdjustmentKind::end_target, [](AdjustmentFields&) {}).error().errors.size(), 2U);
  const auto list = read([&](db::Tx& tx) {
    return adjustments(tx, district, actor.id, AdjustmentStatus::accepted, "", 10);
  });
  EXPECT_EQ(list.size(), 3U);
  expect_indexed();
}

TEST_P(Monitor, LearningGoesInRounds) {
  LearningFields fields;
  fields.strategy_id = strategy.id;
  fields.title = {"Partner reading"};
  fields.prediction = {"Ten words a minute more"};
  const auto begin = [&](const SchoolId& school) {
    return write(
        [&](audit::Change& change) { return create_learning_cycle(change, school, fields); });
  };
  const auto first = begin(north);
  ASSERT_TRUE(first.has_value());
  fields.decision = LearningDecision::adapt;
  const auto change_it = [&] {
    return write([&](audit::Change& change) {
      return replace_learning_cycle(change, first->id, 1, fields);
    });
  };
  EXPECT_EQ(change_it().error().errors.size(), 2U);  // what happened, what was learned
  fields.happened = {"Six words"};
  fields.learned = {"Pairs of one level gain less"};
  ASSERT_TRUE(change_it().has_value());
  fields.follows_id = first->id;
  EXPECT_EQ(begin(south).error().status, 422);
  EXPECT_EQ(begin(north)->round, 2);
  EXPECT_EQ(
      write([&](audit::Change& change) { return remove_learning_cycle(change, first->id, 2); })
          .error()
          .status,
      409);
  EXPECT_EQ(read([&](db::Tx& tx) { return learning_cycles(tx, district, north, "", 10); }).size(),
            2U);
  expect_indexed();
}

TEST_P(Monitor, TheYearEndsInOneTransaction) {
  plan::Strategy other = must_write([&](audit::Change& change) {
    plan::StrategyFields fields;
    fields.title = {"Tutoring"};
    return plan::create_strategy(change, goal.id, fields);
  });
  const auto kept = must_write([&](audit::Change& change) {
    plan::ActivityFields fields;
    fields.title = {"Hire tutors"};
    fields.due_on = Date{"2027-03-01"};
    return plan::create_activity(change, other.id, std::nullopt, fields);
  });
  ASSERT_TRUE(say(report_of(north), Part::fidelity, "1").has_value());
  EvaluationFields fields;
  fields.fidelity.rating = Rating{1};
  fields.conclusion = Conclusion::stop;
  const auto judge = [&] {
    return write([&](audit::Change& change) {
      return save_evaluation(change, year, Subject::strategy, strategy.id, 0, fields);
    });
  };
  EXPECT_EQ(judge().error().errors.at(0).pointer, "/reason");
  fields.reason = {"Nobody does it."};
  ASSERT_TRUE(judge().has_value());
  EXPECT_EQ(judge().error().status, 412);
  const auto looked = read([&](db::Tx& tx) { return evaluations_of(tx, district, year); });
  EXPECT_DOUBLE_EQ(*looked.goals.at(0).strategies.at(0).facts.mean_fidelity, 1.0);

  const auto plan = *read([&](db::Tx& tx) { return preview_rollover(tx, district, year); });
  ASSERT_EQ(plan.strategies.size(), 1U);
  EXPECT_EQ(plan.dropped.at(0).id, activity.id);
  EXPECT_EQ(plan.open.at(0).id, kept.id);
  EXPECT_EQ(plan.undecided.at(0).id, other.id);
  const auto go = [&](std::int64_t revision, std::vector<RecordId> move) {
    return write([&](audit::Change& change) {
      return roll_over(change, {year, {revision}, std::move(move)});
    });
  };
  EXPECT_EQ(go(plan.revision - 1, {}).error().status, 409);
  EXPECT_EQ(go(plan.revision, {activity.id}).error().errors.at(0).pointer, "/move/0");
  EXPECT_FALSE(stored<plan::Strategy>(strategy.id).stopped_on);  // nothing has happened yet
  const auto done = go(plan.revision, {kept.id});
  ASSERT_TRUE(done.has_value());
  EXPECT_EQ(done->strategies_stopped, 1);
  EXPECT_EQ(done->activities_dropped, 1);
  EXPECT_EQ(done->activities_moved, 1);
  EXPECT_EQ(stored<plan::Strategy>(strategy.id).stopped_why, "Nobody does it.");
  EXPECT_EQ(stored<plan::Activity>(kept.id).due_on->value, "2028-03-01");
  EXPECT_EQ(done->targets_moved, 0);
  const auto now = *read([&](db::Tx& tx) { return preview_rollover(tx, district, year); });
  EXPECT_EQ(go(now.revision, {}).error().status, 409);
  EXPECT_TRUE(now.done_at.has_value());
  expect_indexed();
}

TEST_P(Monitor, RollingOverMovesTheTargetsThatWereChosen) {
  const auto last = "20" + year.value.substr(5) + "-06-30";
  must_write([&](audit::Change& change) -> Result<void> {
    plan::TargetFields fields;
    fields.end_target = plan::TargetPoint{Date{last}, 60};
    CHECK_OK(plan::set_targets(change, measure.id, std::nullopt, 0, fields));
    CHECK_OK(plan::set_targets(change, measure.id, north, 0, fields));
    plan::GoalFields of_goal = goal;
    of_goal.ends_on = Date{last};
    CHECK_OK(plan::replace_goal(change, goal.id, goal.version, of_goal));
    return {};
  });
  const auto plan = *read([&](db::Tx& tx) { return preview_rollover(tx, district, year); });
  ASSERT_EQ(plan.targets.size(), 2U);
  EXPECT_FALSE(plan.targets[0].school_id.has_value()) << "the district's first";
  const auto go = [&](std::vector<MovedTarget> targets) {
    return write([&](audit::Change& change) {
      return roll_over(change, {year, {plan.revision}, {}, std::move(targets)});
    });
  };
  EXPECT_EQ(go({{measure.id, south, {}, 66}}).error().errors.at(0).pointer, "/targets/0");
  const auto done = go({{measure.id, north, {}, 66}});
  ASSERT_TRUE(done.has_value());
  EXPECT_EQ(done->targets_moved, 1);
  const auto targets =
      read([&](db::Tx& tx) { return tx.rows_of<plan::Target>(district, "order by school_id"); });
  EXPECT_EQ(targets.at(0).end_target->on.value, last) << "the district's was not asked for";
  EXPECT_EQ(targets.at(1).interim.at(0).value, 60);
  EXPECT_EQ(targets.at(1).end_target->value, 66);
  EXPECT_EQ(targets.at(1).end_target->on, a_year_later(Date{last}));
  EXPECT_EQ(*stored<plan::Goal>(goal.id).ends_on, a_year_later(Date{last}));
  expect_indexed();
}

TEST_P(Monitor, AdjustmentsAreDecidedByWhomTheListNames) {
  const auto lead = add_person("Lead");
  const auto principal = add_person("Principal");
  const auto grant = [&](const PersonId& person, const char* role, const std::string& school) {
    must_write([&](audit::Change& change) -> Result<void> {
      change.tx.run(
          "insert into role_grant (district_id, person_id, role, school_id) values (:d, :p, :r, "
          ":s)",
          district, person, std::string(role), school);
      return {};
    });
  };
  grant(lead, "district_lead", "");
  grant(principal, "school_lead", north.value);
  const auto row = *propose_kind(
      AdjustmentKind::new_activity, [](auto& fields) { fields.new_title = {"One more"}; }, north);
  const auto may = [&](const PersonId& person) {
    return read([&](db::Tx& tx) { return must_decide(tx, district, person, row.id); });
  };
  EXPECT_TRUE(may(lead).has_value()) << "the list is silent";
  EXPECT_EQ(may(principal).error().status, 403);
  must_write([&](audit::Change& change) {
    agreement::DecisionFields fields;
    fields.title = {"How a strategy is carried out in a building"};
    fields.decided_by = agreement::Decider::building_team;
    fields.covers = {agreement::PlanChange::new_activity};
    return agreement::create_decision(change, std::nullopt, fields);
  });
  EXPECT_TRUE(may(principal).has_value());
  const auto refused = may(lead).error();
  EXPECT_EQ(refused.status, 403);
  EXPECT_NE(refused.detail.find("building team"), std::string::npos);
  EXPECT_NE(refused.detail.find("How a strategy is carried out"), std::string::npos);
  const auto listed =
      read([&](db::Tx& tx) { return adjustments(tx, district, principal, std::nullopt, "", 10); });
  EXPECT_TRUE(listed.at(0).may_decide);
  EXPECT_EQ(listed.at(0).who_decides, agreement::Decider::building_team);
  expect_indexed();
}

INSTANTIATE_STORE_TEST(Monitor);

}  // namespace
}  // namespace tandem::monitor
