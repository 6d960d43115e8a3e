#include "plan/rules.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "plan/measurable.hpp"
#include "plan/waiting.hpp"
#include "statistics/suppression.hpp"

namespace tandem::plan {
namespace {

constexpr std::size_t kMaxSchools = 2000;
constexpr std::size_t kMaxInterim = 20;
constexpr std::size_t kMaxSystems = 10;
constexpr std::size_t kMaxWaits = 20;
constexpr double kMaxValue = 1e12;

void check_order(std::vector<FieldError>& errors, const std::optional<Date>& first,
                 const std::optional<Date>& last, const std::string& name_of_last,
                 const std::string& detail) {
  if (first && last && *last < *first) errors.push_back({"/" + name_of_last, detail});
}

template <class T>
void check_list(std::vector<FieldError>& errors, const std::vector<T>& list,
                const std::string& name, std::size_t most) {
  if (list.size() > most)
    errors.push_back({"/" + name, fmt::format("has more than {} items", most)});
  std::set<T> seen;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (!seen.insert(list[i]).second) {
      errors.push_back({fmt::format("/{}/{}", name, i), "stands in the list already"});
    }
  }
}

template <class Row>
void by_position(std::vector<Row>& rows) {
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return std::tie(a.position, a.id) < std::tie(b.position, b.id);
  });
}

// Moves each child below the parent it names; a child without one (there is none unless the
// store was edited by hand) is left out.
template <class Parent, class Child>
void attach(std::vector<Parent*>& parents, std::vector<Child> children, RecordId Child::*parent_of,
            auto&& put) {
  std::unordered_map<std::string_view, Parent*> by_id;
  for (Parent* parent : parents) by_id.emplace(parent->id.value, parent);
  for (Child& child : children) {
    const auto parent = by_id.find((child.*parent_of).value);
    if (parent != by_id.end()) put(*parent->second, std::move(child));
  }
}

template <class Full, class Row>
Full with_nothing_below(Row row) {
  Full full;
  static_cast<Row&>(full) = std::move(row);
  return full;
}

}  // namespace

std::vector<FieldError> faults(const PlanFields& fields) {
  std::vector<FieldError> errors;
  check_order(errors, fields.starts_on, fields.ends_on, "ends_on", "is before the plan starts");
  return errors;
}

std::vector<FieldError> faults(const GoalFields& fields) {
  std::vector<FieldError> errors;
  check_order(errors, fields.starts_on, fields.ends_on, "ends_on", "is before the goal starts");
  check_list(errors, fields.schools, "schools", kMaxSchools);
  return errors;
}

std::vector<FieldError> faults(const TargetFields& fields) {
  std::vector<FieldError> errors;
  if (fields.interim.size() > kMaxInterim) {
    errors.push_back({"/interim", fmt::format("has more than {} items", kMaxInterim)});
  }
  const TargetPoint* last = nullptr;
  const auto check = [&](const TargetPoint& point, const std::string& pointer) {
    if (std::abs(point.value) > kMaxValue) {
      errors.push_back({pointer + "/value", "must be from -1000000000000 to 1000000000000"});
    }
    if (last != nullptr && point.on <= last->on) {
      errors.push_back({pointer + "/on", "must be later than " + last->on.value +
                                             ", the date of the value before it"});
    }
    last = &point;
  };
  if (fields.baseline) check(*fields.baseline, "/baseline");
  for (std::size_t i = 0; i < fields.interim.size(); ++i) {
    check(fields.interim[i], fmt::format("/interim/{}", i));
  }
  if (fields.end_target) check(*fields.end_target, "/end_target");
  return errors;
}

std::vector<FieldError> faults(const GroupTargetFields& fields) {
  auto errors = faults(static_cast<const TargetFields&>(fields));
  if (!fields.baseline) return errors;
  if (!fields.students) {
    errors.push_back(
        {"/students", "is needed with a baseline, so that no figure about a small group is shown"});
  } else if (fields.students->value < statistics::kFewestShown) {
    errors.push_back(
        {"/baseline", fmt::format("is about fewer than {} students and must not be kept: leave it "
                                  "out, or count more years or schools together",
                                  statistics::kFewestShown)});
  }
  return errors;
}

std::vector<FieldError> faults(const StrategyFields& fields) {
  std::vector<FieldError> errors;
  check_list(errors, fields.systems, "systems", kMaxSystems);
  return errors;
}

std::vector<FieldError> faults(const ActivityFields& fields) {
  std::vector<FieldError> errors;
  check_order(errors, fields.starts_on, fields.due_on, "due_on", "is before the activity starts");
  if (fields.waits_for) check_list(errors, *fields.waits_for, "waits_for", kMaxWaits);
  return errors;
}

const std::vector<UsualGroup>& usual_groups() {
  static const std::vector<UsualGroup> kGroups = {
      {"Economically disadvantaged", "Economic status"},
      {"Not economically disadvantaged", "Economic status"},
      {"English learners", "Language"},
      {"Not English learners", "Language"},
      {"Students with disabilities", "Disability"},
      {"Students without disabilities", "Disability"},
      {"American Indian or Alaska Native", "Race and ethnicity"},
      {"Asian", "Race and ethnicity"},
      {"Black or African American", "Race and ethnicity"},
      {"Hispanic or Latino", "Race and ethnicity"},
      {"Native Hawaiian or Other Pacific Islander", "Race and ethnicity"},
      {"Two or more races", "Race and ethnicity"},
      {"White", "Race and ethnicity"},
      {"Female", "Gender"},
      {"Male", "Gender"},
      {"Homeless", ""},
      {"In foster care", ""},
      {"Military-connected", ""},
      {"Migrant", ""},
  };
  return kGroups;
}

bool applies_to(const GoalFields& goal, const SchoolId& school) {
  return goal.all_schools ||
         std::find(goal.schools.begin(), goal.schools.end(), school) != goal.schools.end();
}

WholePlan assemble(Rows rows) {
  WholePlan whole = with_nothing_below<WholePlan>(std::move(rows.plan));

  by_position(rows.goals);
  for (Goal& goal : rows.goals)
    whole.goals.push_back(with_nothing_below<PlanGoal>(std::move(goal)));
  std::vector<PlanGoal*> goals;
  for (PlanGoal& goal : whole.goals) goals.push_back(&goal);

  std::sort(rows.reasons.begin(), rows.reasons.end(),
            [](const GoalReason& a, const GoalReason& b) { return a.school_id < b.school_id; });
  attach(goals, std::move(rows.reasons), &GoalReason::goal_id,
         [](PlanGoal& goal, GoalReason&& row) { goal.reasons.push_back(std::move(row)); });
  by_position(rows.measures);
  attach(goals, std::move(rows.measures), &Measure::goal_id, [](PlanGoal& goal, Measure&& row) {
    goal.measures.push_back(with_nothing_below<PlanMeasure>(std::move(row)));
  });
  by_position(rows.strategies);
  attach(goals, std::move(rows.strategies), &Strategy::goal_id, [](PlanGoal& goal, Strategy&& row) {
    goal.strategies.push_back(with_nothing_below<PlanStrategy>(std::move(row)));
  });
  std::vector<PlanMeasure*> measures;
  std::vector<PlanStrategy*> strategies;
  for (PlanGoal* goal : goals) {
    for (PlanMeasure& measure : goal->measures) measures.push_back(&measure);
    for (PlanStrategy& strategy : goal->strategies) strategies.push_back(&strategy);
  }

  std::sort(rows.targets.begin(), rows.targets.end(),
            [](const Target& a, const Target& b) { return a.school_id < b.school_id; });
  attach(measures, std::move(rows.targets), &Target::measure_id,
         [](PlanMeasure& measure, Target&& row) { measure.targets.push_back(std::move(row)); });

  std::sort(rows.group_targets.begin(), rows.group_targets.end(),
            [](const GroupTarget& a, const GroupTarget& b) {
              return std::tie(a.school_id, a.group_id) < std::tie(b.school_id, b.group_id);
            });
  attach(measures, std::move(rows.group_targets), &GroupTarget::measure_id,
         [](PlanMeasure& measure, GroupTarget&& row) {
           measure.group_targets.push_back(std::move(row));
         });
  attach(strategies, std::move(rows.readiness), &Readiness::strategy_id,
         [](PlanStrategy& strategy, Readiness&& row) {
           auto& judged = strategy.readiness.emplace();
           judged.verdict = judge(row, strategy.systems);
           static_cast<Readiness&>(judged) = std::move(row);
         });

  std::sort(
      rows.activities.begin(), rows.activities.end(), [](const Activity& a, const Activity& b) {
        return std::tie(a.school_id, a.position, a.id) < std::tie(b.school_id, b.position, b.id);
      });
  attach(strategies, std::move(rows.activities), &Activity::strategy_id,
         [](PlanStrategy& strategy, Activity&& row) {
           strategy.activities.push_back(std::move(row));
         });

  std::sort(rows.lines.begin(), rows.lines.end(), [](const FundingLine& a, const FundingLine& b) {
    return std::tie(a.school_id, a.year, a.id) < std::tie(b.school_id, b.year, b.id);
  });
  attach(strategies, std::move(rows.lines), &FundingLine::strategy_id,
         [](PlanStrategy& strategy, FundingLine&& row) {
           strategy.funding.push_back(std::move(row));
         });

  std::sort(rows.sources.begin(), rows.sources.end(),
            [](const FundingSource& a, const FundingSource& b) {
              return std::tie(a.name, a.id) < std::tie(b.name, b.id);
            });
  whole.funding_sources = std::move(rows.sources);
  by_position(rows.groups);
  whole.student_groups = std::move(rows.groups);
  for (PlanGoal* goal : goals) goal->findings = findings(*goal);
  whole.wait_warnings = wait_warnings(whole);
  return whole;
}

SchoolPlan seen_by(WholePlan plan, const SchoolId& school, bool open) {
  SchoolPlan seen;
  static_cast<WholePlan&>(seen) = std::move(plan);
  seen.school_id = school;
  std::erase_if(seen.goals,
                [&](const PlanGoal& goal) { return !open || !applies_to(goal, school); });
  const auto of_another = [&](const auto& row) { return row.school_id && row.school_id != school; };
  const auto not_for_it = [&](const auto& row) {
    return !row.school_id.empty() && row.school_id != school;
  };
  std::set<RecordId> shown;
  for (PlanGoal& goal : seen.goals) {
    std::erase_if(goal.reasons, not_for_it);
    for (PlanMeasure& measure : goal.measures) {
      std::erase_if(measure.targets, not_for_it);
      std::erase_if(measure.group_targets, not_for_it);
    }
    for (PlanStrategy& strategy : goal.strategies) {
      std::erase_if(strategy.activities, of_another);
      std::erase_if(strategy.funding, of_another);
      for (const Activity& activity : strategy.activities) shown.insert(activity.id);
    }
  }
  std::erase_if(seen.wait_warnings,
                [&](const WaitWarning& warning) { return shown.count(warning.activity_id) == 0; });
  return seen;
}

}  // namespace tandem::plan
