#include "demo/depth.hpp"

#include <algorithm>

#include "demo/stage.hpp"
#include "plan/service.hpp"
#include "plan/store.hpp"
#include "strategy/service.hpp"

namespace tandem::demo {
namespace {

constexpr std::string_view kInventory = "-148";  // before the plan is written
constexpr std::string_view kThought = "-110";    // after schools have added theirs
constexpr const char* kAuthor = "marcus.oyelaran";
constexpr const char* kLibrarian = "helen.vandermolen";

plan::TargetPoint point_of(const Stage& stage, const PointData& point) {
  return {stage.day(point.on), point.value};
}

// Finds things of the plan by their titles; throws if a file names what is not there.
class Thinker {
 public:
  Thinker(Stage& stage, const DepthData& data) : stage_(stage), data_(data) {}

  Result<void> think() {
    CHECK_OK(add_library());
    for (const auto& challenge : data_.challenges) CHECK_OK(add(challenge));
    for (const auto& reason : data_.reasons) CHECK_OK(add(reason));
    for (const auto& targets : data_.group_targets) CHECK_OK(add(targets));
    for (const auto& readiness : data_.readiness) CHECK_OK(add(readiness));
    for (const auto& wait : data_.waits) CHECK_OK(add(wait));
    return {};
  }

  // What is decided about an initiative waits until the plan is there.
  Result<void> take_stock(bool decided) {
    for (const auto& data : data_.initiatives) CHECK_OK(add(data, decided));
    return {};
  }

 private:
  template <class R>
  R titled(const std::string& title) const {
    for (const auto& row : stage_.tx.rows_of<R>(stage_.district, "")) {
      if constexpr (requires { row.title; }) {
        if (row.title.value == title) return row;
      } else {
        if (row.name.value == title) return row;
      }
    }
    throw std::logic_error("content/demo/depth.json: nothing is called " + title);
  }

  template <class T>
  static Result<void> done(const Result<T>& result) {
    if (!result) return result.error();
    return {};
  }

  Result<void> add_library() {
    for (const auto& entry : data_.library) {
      TRY(const auto made, stage_.as(kLibrarian, "createLibraryStrategy", [&](audit::Change& c) {
        return strategy::create_entry(c, entry);
      }));
      if (!entry.strategy) continue;
      const auto strategy = titled<plan::Strategy>(*entry.strategy);
      plan::StrategyFields fields = strategy;
      fields.library_id = made.id;
      CHECK_OK(stage_.as(kAuthor, "replaceStrategy", [&](audit::Change& change) {
        return plan::replace_strategy(change, strategy.id, strategy.version, fields);
      }));
    }
    return {};
  }

  Result<void> add(const ChallengeData& data) {
    const auto goal = titled<plan::Goal>(data.goal);
    plan::GoalFields fields = goal;
    fields.challenge = {{data.challenge}};
    if (data.for_whom) fields.for_whom = {{*data.for_whom}};
    return done(stage_.as(kAuthor, "replaceGoal", [&](audit::Change& change) {
      return plan::replace_goal(change, goal.id, goal.version, fields);
    }));
  }

  Result<void> add(const ReasonData& data) {
    const auto goal = titled<plan::Goal>(data.goal);
    return done(stage_.as(data.by, "setGoalReason", [&](audit::Change& change) {
      return plan::set_goal_reason(change, goal.id, stage_.school(data.school), 0, {{data.reason}});
    }));
  }

  Result<void> add(const GroupTargetData& data) {
    const auto measure = titled<plan::Measure>(data.measure);
    const auto group = titled<plan::StudentGroup>(data.group);
    plan::GroupTargetFields fields;
    fields.baseline = point_of(stage_, data.targets.baseline);
    for (const auto& interim : data.targets.interim)
      fields.interim.push_back(point_of(stage_, interim));
    fields.end_target = point_of(stage_, data.targets.end);
    fields.students = {{data.students}};
    const auto* operation = data.school ? "setSchoolGroupTargets" : "setDistrictGroupTargets";
    return done(stage_.as(data.by, operation, [&](audit::Change& change) {
      return plan::set_group_targets(change, measure.id, stage_.school(data.school), group.id, 0,
                                     fields);
    }));
  }

  Result<void> add(const ReadinessData& data) {
    const auto strategy = titled<plan::Strategy>(data.strategy);
    return done(stage_.as(data.by, "setStrategyReadiness", [&](audit::Change& change) {
      return plan::set_readiness(change, strategy.id, 0, data);
    }));
  }

  Result<void> add(const WaitData& data) {
    const auto activity = titled<plan::Activity>(data.activity);
    plan::ActivityFields fields = activity;
    fields.waits_for.emplace();
    for (const auto& title : data.on) fields.waits_for->push_back(titled<plan::Activity>(title).id);
    return done(stage_.as(data.by, "replaceActivity", [&](audit::Change& change) {
      return plan::replace_activity(change, activity.id, activity.version, fields);
    }));
  }

  Result<void> add(const InitiativeData& data, bool decided) {
    strategy::InitiativeFields fields;
    fields.title = {data.title};
    fields.description = {data.description};
    for (const auto& school : data.schools) fields.schools.push_back(stage_.school(school));
    fields.since = stage_.day(data.since);
    fields.owner_name = {data.owner};
    fields.cost_note = {data.cost};
    fields.effect = data.effect;
    fields.effect_note = {data.effect_note};
    if (!decided) {
      const auto* operation = data.school ? "createSchoolInitiative" : "createInitiative";
      return done(stage_.as(data.by, operation, [&](audit::Change& change) {
        return strategy::create_initiative(change, stage_.school(data.school), fields);
      }));
    }
    if (data.decision == strategy::Decision::undecided) return {};
    const auto initiative = titled<strategy::Initiative>(data.title);
    fields.decision = data.decision;
    fields.reason = {data.reason};
    if (data.strategy) fields.strategy_id = titled<plan::Strategy>(*data.strategy).id;
    return done(stage_.as(kAuthor, "replaceInitiative", [&](audit::Change& change) {
      return strategy::replace_initiative(change, initiative.id, initiative.version, fields);
    }));
  }

  Stage& stage_;
  const DepthData& data_;
};

}  // namespace

void plan_depth(Stage& stage, const DepthData& data) {
  const auto thinker = std::make_shared<Thinker>(stage, data);
  stage.on(kInventory, [thinker] { return thinker->take_stock(false); });
  stage.on(kThought, [thinker] { return thinker->think(); });
  stage.on(kThought, [thinker] { return thinker->take_stock(true); });
}

}  // namespace tandem::demo
