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

}  // namespace

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
  return plan;
}

Result<RolloverPlan> preview_rollover(db::Tx& tx, const DistrictId& district,
                                      const SchoolYear& year) {
  auto plan =
      plan_rollover(year,
                    {tx.rows_of<plan::Goal>(district, ""), tx.rows_of<plan::Strategy>(district, ""),
                     tx.rows_of<plan::Activity>(district, "")},
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
  if (!errors.empty()) return problem::invalid(std::move(errors));

  RolloverCounts counts{fields.from_year, 0, 0, 0, 0};
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
