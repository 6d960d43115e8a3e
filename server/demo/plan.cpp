#include "demo/stage.hpp"
#include "plan/service.hpp"

namespace tandem::demo {
namespace {

constexpr std::string_view kBegun = "-145";   // the plan and its goals
constexpr std::string_view kAgreed = "-118";  // what schools add
constexpr const char* kAuthor = "marcus.oyelaran";

plan::TargetFields targets_of(const Stage& stage, const TargetsData& data) {
  const auto point = [&](const PointData& p) {
    return plan::TargetPoint{stage.day(p.on), p.value};
  };
  plan::TargetFields fields{point(data.baseline), {}, point(data.end)};
  for (const auto& interim : data.interim) fields.interim.push_back(point(interim));
  return fields;
}

// 2026-27 and so many years on.
SchoolYear year_of(const Stage& stage, std::int64_t offset) {
  return SchoolYear::of(stage.day(fmt::format("Y{}-10-01", offset)));
}

Position position_of(std::size_t index) { return {static_cast<std::int64_t>(index + 1) * 10}; }

class Author {
 public:
  Author(Stage& stage, const PlanData& data) : stage_(stage), data_(data) {}

  Result<void> write() {
    CHECK_OK(stage_.as(kAuthor, "replacePlan", [&](audit::Change& change) -> Result<plan::Plan> {
      const auto plan = *change.tx.row_of<plan::Plan>(change.district, "");
      return plan::replace_plan(
          change, plan.version,
          {{data_.title}, {data_.summary}, stage_.day("Y0-07-01"), stage_.day("Y2-06-30")});
    }));
    for (const auto& source : data_.sources) {
      TRY(const auto made, stage_.as(kAuthor, "createFundingSource", [&](audit::Change& change) {
        return plan::create_funding_source(change, {{source.name}, source.kind, true});
      }));
      sources_[source.key] = made.id;
    }
    for (std::size_t i = 0; i < data_.goals.size(); ++i) CHECK_OK(write_goal(data_.goals[i], i));
    return {};
  }

 private:
  Result<void> write_goal(const GoalData& data, std::size_t index) {
    const auto& owner = stage_.person(data.owner);
    plan::GoalFields fields{position_of(index),
                            {data.title},
                            {data.statement},
                            data.status,
                            stage_.day("Y0-07-01"),
                            stage_.day("Y2-06-30"),
                            owner.id,
                            {owner.name},
                            !data.schools,
                            {}};
    if (data.schools) {
      for (const auto& school : *data.schools) fields.schools.push_back(stage_.school(school));
    }
    TRY(const auto goal, stage_.as(kAuthor, "createGoal", [&](audit::Change& change) {
      return plan::create_goal(change, fields);
    }));
    for (std::size_t i = 0; i < data.measures.size(); ++i) {
      CHECK_OK(write_measure(goal.id, data.measures[i], i));
    }
    for (std::size_t i = 0; i < data.strategies.size(); ++i) {
      CHECK_OK(write_strategy(goal.id, data.strategies[i], i));
    }
    return {};
  }

  Result<void> write_measure(const RecordId& goal, const MeasureData& data, std::size_t index) {
    TRY(const auto measure, stage_.as(kAuthor, "createMeasure", [&](audit::Change& change) {
      return plan::create_measure(
          change, goal,
          {position_of(index), {data.name}, {data.unit}, data.direction, {data.source}});
    }));
    CHECK_OK(stage_.as("priya.raman", "setDistrictTargets", [&](audit::Change& change) {
      return plan::set_targets(change, measure.id, std::nullopt, 0,
                               targets_of(stage_, data.targets));
    }));
    for (const auto& own : data.school_targets) {
      stage_later([this, &own, id = measure.id] {
        return done(stage_.as(own.by, "setSchoolTargets", [&](audit::Change& change) {
          return plan::set_targets(change, id, stage_.school(own.school), 0,
                                   targets_of(stage_, own.targets));
        }));
      });
    }
    return {};
  }

  Result<void> write_strategy(const RecordId& goal, const StrategyData& data, std::size_t index) {
    const auto& owner = stage_.person(data.owner);
    TRY(const auto strategy, stage_.as(kAuthor, "createStrategy", [&](audit::Change& change) {
      return plan::create_strategy(change, goal,
                                   {position_of(index),
                                    {data.title},
                                    {data.description},
                                    data.evidence_tier,
                                    data.systems,
                                    owner.id,
                                    {owner.name}});
    }));
    for (std::size_t i = 0; i < data.activities.size(); ++i) {
      const auto& activity = data.activities[i];
      const auto add = [this, &activity, i, id = strategy.id] {
        return add_activity(id, activity, i);
      };
      if (activity.school) stage_later(add);
      else CHECK_OK(add());
    }
    for (const auto& line : data.funding) {
      CHECK_OK(stage_.as("angela.beaudry", "createFundingLine", [&](audit::Change& change) {
        return plan::create_funding_line(change, strategy.id,
                                         {stage_.school(line.school),
                                          sources_.at(line.source),
                                          year_of(stage_, line.year),
                                          {line.amount_cents},
                                          {line.note}});
      }));
    }
    return {};
  }

  Result<void> add_activity(const RecordId& strategy, const ActivityData& data, std::size_t index) {
    const auto& owner = stage_.person(data.owner);
    const auto operation = data.school ? "createSchoolActivity" : "createActivity";
    return done(stage_.as(data.by, operation, [&](audit::Change& change) {
      return plan::create_activity(change, strategy, stage_.school(data.school),
                                   {position_of(index),
                                    {data.title},
                                    {data.detail},
                                    owner.id,
                                    {owner.name},
                                    stage_.day(data.starts),
                                    stage_.day(data.due),
                                    data.status});
    }));
  }

  template <class T>
  static Result<void> done(const Result<T>& result) {
    if (!result) return result.error();
    return {};
  }
  void stage_later(Stage::Happening happening) { stage_.on(kAgreed, std::move(happening)); }

  Stage& stage_;
  const PlanData& data_;
  std::map<Key, RecordId> sources_;
};

}  // namespace

void plan_plan(Stage& stage, const PlanData& data) {
  const auto author = std::make_shared<Author>(stage, data);
  stage.on(kBegun, [author] { return author->write(); });
}

}  // namespace tandem::demo
