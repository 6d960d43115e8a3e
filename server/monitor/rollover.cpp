#include "monitor/rollover.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "plan/service.hpp"
#include "plan/store.hpp"

namespace tandem::monitor {
namespace {

std::vector<Evaluation> evaluations(db::Tx& tx, const DistrictId& district,
                                    const SchoolYear& year) {
  return tx.rows_of<Evaluation>(district, "and year = :year", year);
}

bool is_open(const plan::Activity& activity) {
  return activity.status == plan::ActivityStatus::not_started ||
         activity.status == plan::ActivityStatus::in_progress;
}

template <class R>
void in_order(std::vector<R>& rows) {
  std::sort(rows.begin(), rows.end(), [](const R& a, const R& b) {
    return std::tuple(a.position, a.id) < std::tuple(b.position, b.id);
  });
}

OpenActivity open_row(const plan::Activity& activity) {
  OpenActivity row{activity.id,    activity.strategy_id, activity.school_id,
                   activity.title, activity.due_on,      std::nullopt};
  if (activity.due_on) row.moved_to = a_year_later(*activity.due_on);
  return row;
}

// A target by what it is of; the district's have an empty school.
using TargetKey = std::tuple<RecordId, std::string, std::string>;
TargetKey key_of(const RecordId& measure, const std::optional<SchoolId>& school,
                 const std::optional<RecordId>& group) {
  return {measure, school ? school->value : "", group ? group->value : ""};
}

template <class T>
std::optional<T> if_any(const T& id) {
  return id.empty() ? std::nullopt : std::optional(id);
}

void add_targets(RolloverPlan& plan, const PlanRows& rows, const std::set<RecordId>& over) {
  std::map<RecordId, const plan::Goal*> goals;
  for (const auto& goal : rows.goals) {
    if (over.count(goal.id) == 0) goals[goal.id] = &goal;
  }
  std::map<RecordId, const plan::Measure*> measures;
  for (const auto& measure : rows.measures) measures[measure.id] = &measure;
  const Date last{fmt::format("{}-06-30", plan.to_year.value.substr(0, 4))};
  const auto look = [&](const RecordId& id, const SchoolId& school, std::optional<RecordId> group,
                        const std::optional<plan::TargetPoint>& end) {
    const auto measure = measures.find(id);
    if (!end || end->on > last || measure == measures.end()) return;
    const auto goal = goals.find(measure->second->goal_id);
    if (goal == goals.end()) return;
    plan.targets.push_back({id, measure->second->name, goal->second->title, if_any(school),
                            std::move(group), *end, a_year_later(end->on)});
  };
  for (const auto& row : rows.targets) {
    look(row.measure_id, row.school_id, std::nullopt, row.end_target);
  }
  for (const auto& row : rows.group_targets) {
    look(row.measure_id, row.school_id, row.group_id, row.end_target);
  }
  const auto place = [&](const EndingTarget& row) {
    const auto& measure = *measures.at(row.measure_id);
    const auto& goal = *goals.at(measure.goal_id);
    return std::tuple(goal.position, goal.id, measure.position,
                      key_of(row.measure_id, row.school_id, row.group_id));
  };
  std::sort(plan.targets.begin(), plan.targets.end(),
            [&](const auto& a, const auto& b) { return place(a) < place(b); });
}

// Moves one end target on; gives the goal it is of.
template <class Row, class Set>
Result<void> move_on(audit::Change& change, const Row& row, double value, Set&& set) {
  typename Row::Fields fields = row;
  static_cast<plan::TargetFields&>(fields) = a_year_on(fields, value);
  const auto done = set(row.version, fields);
  if (!done) return done.error();
  TRY(const auto measure, record::find<plan::Measure>(change.tx, change.district, row.measure_id));
  TRY(const auto goal, record::find<plan::Goal>(change.tx, change.district, measure.goal_id));
  if (!goal.ends_on || fields.end_target->on <= *goal.ends_on) return {};
  plan::GoalFields after = goal;
  while (*after.ends_on < fields.end_target->on) after.ends_on = a_year_later(*after.ends_on);
  CHECK_OK(plan::replace_goal(change, goal.id, goal.version, after));
  return {};
}

Result<void> move_target(audit::Change& change, const MovedTarget& moved) {
  const auto school = moved.school_id.value_or(SchoolId{});
  if (!moved.group_id) {
    const auto row = change.tx.row_of<plan::Target>(
        change.district, "and measure_id = :measure and school_id = :school", moved.measure_id,
        school);
    if (!row) return problem::not_found("target");
    return move_on(change, *row, moved.value, [&](std::int64_t version, const auto& fields) {
      return plan::set_targets(change, moved.measure_id, moved.school_id, version, fields);
    });
  }
  const auto row = change.tx.row_of<plan::GroupTarget>(
      change.district, "and measure_id = :measure and school_id = :school and group_id = :group",
      moved.measure_id, school, *moved.group_id);
  if (!row) return problem::not_found("target");
  return move_on(change, *row, moved.value, [&](std::int64_t version, const auto& fields) {
    return plan::set_group_targets(change, moved.measure_id, moved.school_id, *moved.group_id,
                                   version, fields);
  });
}

}  // namespace

plan::TargetFields a_year_on(plan::TargetFields targets, double value) {
  constexpr std::size_t kMostOnTheWay = 20;
  if (!targets.end_target) return targets;
  const auto day = a_year_later(targets.end_target->on);
  targets.interim.push_back(*targets.end_target);
  if (targets.interim.size() > kMostOnTheWay) targets.interim.erase(targets.interim.begin());
  targets.end_target = plan::TargetPoint{day, value};
  return targets;
}

SchoolYear next_year(const SchoolYear& year) {
  const int first = std::stoi(year.value.substr(0, 4)) + 1;
  return SchoolYear::of(Date{fmt::format("{}-07-01", first)});
}

Date a_year_later(const Date& day) {
  const std::chrono::year_month_day date{day.day()};
  auto moved = date + std::chrono::years{1};
  if (!moved.ok()) moved = moved.year() / moved.month() / std::chrono::last;
  return Date::from(std::chrono::sys_days{moved});
}

RolloverPlan plan_rollover(const SchoolYear& year, PlanRows rows,
                           const std::vector<Evaluation>& evaluations) {
  RolloverPlan plan;
  plan.from_year = year;
  plan.to_year = next_year(year);
  in_order(rows.goals);
  in_order(rows.strategies);
  in_order(rows.activities);
  std::map<std::pair<Subject, RecordId>, const Evaluation*> judged;
  for (const auto& row : evaluations) judged[{row.subject, row.subject_id}] = &row;
  const auto conclusion = [&](Subject subject, const RecordId& id) -> const Evaluation* {
    const auto found = judged.find({subject, id});
    return found == judged.end() ? nullptr : found->second;
  };

  std::map<RecordId, std::string> ending;  // goals, and why
  std::set<RecordId> archived;
  for (const auto& goal : rows.goals) {
    if (goal.status == plan::GoalStatus::archived) {
      archived.insert(goal.id);
      continue;
    }
    const auto* found = conclusion(Subject::goal, goal.id);
    if (found == nullptr || found->conclusion != Conclusion::stop) continue;
    plan.goals.push_back({goal.id, goal.title, found->reason});
    ending[goal.id] = found->reason;
  }
  std::set<RecordId> stopping;
  std::set<RecordId> over;
  for (const auto& strategy : rows.strategies) {
    if (strategy.stopped_on || archived.count(strategy.goal_id) > 0) {
      over.insert(strategy.id);
      continue;
    }
    const auto* found = conclusion(Subject::strategy, strategy.id);
    const bool own = found != nullptr && found->conclusion == Conclusion::stop;
    const auto goal = ending.find(strategy.goal_id);
    if (own || goal != ending.end()) {
      plan.strategies.push_back(
          {strategy.id, strategy.title, own ? std::string(found->reason) : goal->second});
      stopping.insert(strategy.id);
    } else if (found == nullptr || found->conclusion == Conclusion::open) {
      plan.undecided.push_back({strategy.id, strategy.title, ""});
    }
  }
  for (const auto& activity : rows.activities) {
    if (activity.status == plan::ActivityStatus::done) ++plan.done_activities;
    if (!is_open(activity) || over.count(activity.strategy_id) > 0) continue;
    (stopping.count(activity.strategy_id) > 0 ? plan.dropped : plan.open)
        .push_back(open_row(activity));
  }
  for (const auto& [goal, _] : ending) archived.insert(goal);
  add_targets(plan, rows, archived);
  return plan;
}

Result<RolloverPlan> preview_rollover(db::Tx& tx, const DistrictId& district,
                                      const SchoolYear& year) {
  auto plan = plan_rollover(
      year,
      {tx.rows_of<plan::Goal>(district, ""), tx.rows_of<plan::Strategy>(district, ""),
       tx.rows_of<plan::Activity>(district, ""), tx.rows_of<plan::Measure>(district, ""),
       tx.rows_of<plan::Target>(district, ""), tx.rows_of<plan::GroupTarget>(district, "")},
      evaluations(tx, district, year));
  plan.revision = plan::revision(tx, district).value_or(0);
  const auto done = tx.row_of<Rollover>(district, "and from_year = :year", year);
  if (done) plan.done_at = done->created_at;
  return plan;
}

Result<Rollover> roll_over(audit::Change& change, const RolloverFields& fields) {
  TRY(const auto plan, preview_rollover(change.tx, change.district, fields.from_year));
  if (plan.done_at) {
    return problem::conflict("The plan was rolled over from " + fields.from_year.value +
                             " already.");
  }
  if (plan.revision != fields.revision.value) {
    return problem::conflict("The plan has changed since you looked. Look at it again first.");
  }
  std::set<RecordId> movable;
  for (const auto& row : plan.open) {
    if (row.moved_to) movable.insert(row.id);
  }
  std::vector<FieldError> errors;
  for (std::size_t i = 0; i < fields.move.size(); ++i) {
    if (movable.erase(fields.move[i]) == 0) {
      errors.push_back(
          {fmt::format("/move/{}", i), "is not an open activity with a day of its own"});
    }
  }
  std::set<TargetKey> ending;
  for (const auto& row : plan.targets) {
    ending.insert(key_of(row.measure_id, row.school_id, row.group_id));
  }
  const auto targets = fields.targets.value_or(std::vector<MovedTarget>{});
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (ending.erase(key_of(targets[i].measure_id, targets[i].school_id, targets[i].group_id)) ==
        0) {
      errors.push_back({fmt::format("/targets/{}", i), "is not a target that ends in this year"});
    }
  }
  if (!errors.empty()) return problem::invalid(std::move(errors));

  RolloverCounts counts{fields.from_year, 0, 0, 0, 0, 0};
  for (const auto& moved : targets) {
    CHECK_OK(move_target(change, moved));
    ++counts.targets_moved;
  }
  for (const auto& strategy : plan.strategies) {
    TRY(const auto dropped, plan::stop_strategy(change, strategy.id, strategy.why));
    counts.activities_dropped += dropped;
    ++counts.strategies_stopped;
  }
  for (const auto& stopping : plan.goals) {
    TRY(const auto goal, record::find<plan::Goal>(change.tx, change.district, stopping.id));
    plan::GoalFields after = goal;
    after.status = plan::GoalStatus::archived;
    CHECK_OK(plan::replace_goal(change, goal.id, goal.version, after));
    ++counts.goals_archived;
  }
  for (const auto& id : fields.move) {
    TRY(const auto activity, record::find<plan::Activity>(change.tx, change.district, id));
    plan::ActivityFields after = activity;
    if (after.starts_on) after.starts_on = a_year_later(*after.starts_on);
    if (after.due_on) after.due_on = a_year_later(*after.due_on);
    CHECK_OK(plan::replace_activity(change, id, activity.version, after));
    ++counts.activities_moved;
  }
  auto row = record::create<Rollover>(change, counts);
  change.announce(std::string(kTopic), Rollover::entity, row.id.value, row.version);
  return row;
}

}  // namespace tandem::monitor
