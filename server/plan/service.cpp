#include "plan/service.hpp"

namespace tandem::plan {
namespace {

constexpr int kPlanYears = 3;  // what state plans usually run for

}  // namespace

void open_plan(audit::Change& change, const std::string& district_name) {
  const int first = std::stoi(SchoolYear::of(change.now.date()).value.substr(0, 4));
  std::string title = district_name + ": continuous improvement plan";
  if (count_characters(title) > 200) title = "Continuous improvement plan";
  const PlanFields fields{{title}, {}, Date{fmt::format("{}-07-01", first)},
                          Date{fmt::format("{}-06-30", first + kPlanYears)}};
  const auto plan = record::create<Plan>(change, fields, [](Plan& row) { row.revision = 1; });
  change.announce("plan", Plan::entity, plan.id.value, plan.version);
}

}  // namespace tandem::plan
