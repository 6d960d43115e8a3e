#include "report/sheets.hpp"

#include "report/parts.hpp"
#include "report/tables.hpp"
#include "report/words.hpp"

namespace tandem::report {
namespace {

using exchange::Sheet;
using exchange::SheetCell;

SheetCell cell(const std::optional<Date>& day) {
  return day ? SheetCell(*day) : SheetCell(std::monostate{});
}

std::string standing(plan::GoalStatus status) {
  switch (status) {
    case plan::GoalStatus::active:
      return "Active";
    case plan::GoalStatus::maintenance:
      return "Maintained";
    case plan::GoalStatus::archived:
      return "Archived";
  }
  return "";
}

struct PlanSheets {
  Sheet goals{"Goals",
              {"Goal", "Title", "Statement", "Status", "Starts", "Ends", "Who answers for it",
               "Applies to"},
              {}};
  Sheet targets{"Targets",
                {"Goal", "Measure", "Unit", "Aim", "Source", "Whose", "Point", "Day", "Value"},
                {}};
  Sheet strategies{
      "Strategies",
      {"Goal", "Strategy", "Title", "Description", "Evidence", "Systems", "Who answers for it"},
      {}};
  Sheet activities{
      "Activities", {"Strategy", "Title", "Detail", "Where", "Who", "Starts", "Due", "Status"}, {}};
  Sheet funding{"Funding", {"Strategy", "Title", "Source", "Where", "Year", "Amount", "Note"}, {}};
};

using Groups = std::map<std::string, std::string>;  // names by id

void add_targets(Sheet& sheet, const Names& names, const Groups& groups, const std::string& number,
                 const plan::PlanMeasure& measure) {
  for (const auto& target : measure.targets) {
    const auto add = [&](const std::string& point, const plan::TargetPoint& value) {
      sheet.rows.push_back(
          {number, measure.name.value, measure.unit.value, aim(measure.direction),
           measure.source.value,
           target.school_id.empty() ? kTheDistrict : names.school(target.school_id), point,
           value.on, value.value});
    };
    if (target.baseline) add("Baseline", *target.baseline);
    for (const auto& point : target.interim) add("Interim target", point);
    if (target.end_target) add("End target", *target.end_target);
  }
  for (const auto& target : measure.group_targets) {
    const auto group = groups.find(target.group_id.value);
    const std::string whose =
        (group == groups.end() ? std::string("A student group") : group->second) + ", " +
        (target.school_id.empty() ? kTheDistrict : names.school(target.school_id));
    const auto add = [&](const std::string& point, const plan::TargetPoint& value) {
      sheet.rows.push_back({number, measure.name.value, measure.unit.value, aim(measure.direction),
                            measure.source.value, whose, point, value.on, value.value});
    };
    if (target.baseline) add("Baseline", *target.baseline);
    for (const auto& point : target.interim) add("Interim target", point);
    if (target.end_target) add("End target", *target.end_target);
  }
  if (measure.targets.empty() &&
      measure.group_targets.empty()) {  // a measure is not left out for having no target yet
    sheet.rows.push_back({number, measure.name.value, measure.unit.value, aim(measure.direction),
                          measure.source.value, std::string(), std::string(), std::monostate{},
                          std::monostate{}});
  }
}

void add_strategy(PlanSheets& into, const Names& names, const std::string& goal,
                  const std::string& number, const plan::PlanStrategy& strategy) {
  std::string systems;
  for (const auto system : strategy.systems)
    systems += (systems.empty() ? "" : ", ") + words_of(system);
  into.strategies.rows.push_back({goal, number, strategy.title.value, strategy.description.value,
                                  evidence(strategy.evidence_tier), systems,
                                  names.owner(strategy)});
  for (const auto& activity : strategy.activities) {
    into.activities.rows.push_back({number, activity.title.value, activity.detail.value,
                                    names.place(activity.school_id), names.owner(activity),
                                    cell(activity.starts_on), cell(activity.due_on),
                                    words_of(activity.status)});
  }
  for (const auto& line : strategy.funding) {
    into.funding.rows.push_back({number, strategy.title.value, names.source(line.source_id),
                                 names.place(line.school_id), line.year.value, line.amount_cents,
                                 line.note.value});
  }
}

}  // namespace

std::vector<Sheet> plan_sheets(const Facts& facts) {
  const Names names(facts);
  Groups groups;
  for (const auto& group : facts.plan.student_groups) groups.emplace(group.id.value, group.name);
  PlanSheets sheets;
  int count = 0;
  for (const auto& goal : facts.plan.goals) {
    ++count;
    if (facts.goal && goal.id != *facts.goal) continue;
    const auto number = std::to_string(count);
    sheets.goals.rows.push_back({number, goal.title.value, goal.statement.value,
                                 standing(goal.status), cell(goal.starts_on), cell(goal.ends_on),
                                 names.owner(goal), names.where(goal)});
    for (const auto& measure : goal.measures) {
      add_targets(sheets.targets, names, groups, number, measure);
    }
    for (std::size_t i = 0; i < goal.strategies.size(); ++i) {
      add_strategy(sheets, names, number, fmt::format("{}.{}", number, i + 1), goal.strategies[i]);
    }
  }
  return {sheets.goals, sheets.targets, sheets.strategies, sheets.activities, sheets.funding};
}

Result<std::vector<Sheet>> all_sheets(db::Tx& tx, const DistrictId& district) {
  TRY(const auto facts, read_facts(tx, district, std::nullopt));
  auto sheets = plan_sheets(facts);
  for (auto& sheet : other_sheets(tx, district)) sheets.push_back(std::move(sheet));
  return sheets;
}

}  // namespace tandem::report
