#include "report/facts.hpp"

#include <algorithm>

#include "identity/people.hpp"
#include "org/service.hpp"
#include "plan/store.hpp"

namespace tandem::report {

Result<Facts> read_facts(db::Tx& tx, const DistrictId& district,
                         const std::optional<SchoolId>& school) {
  Facts facts;
  TRY(const auto home, org::find_district(tx, district));
  facts.district_name = home.name;
  if (school) {
    TRY(facts.school, org::find_school(tx, district, *school));
  }
  TRY(facts.plan, plan::read_plan(tx, district));
  if (facts.school) {
    const bool open = facts.school->status == org::SchoolStatus::open;
    facts.plan = plan::seen_by(std::move(facts.plan), *school, open);
  }
  facts.schools = org::schools(tx, district);
  for (const auto& person : identity::people(tx, district)) {
    facts.people.emplace(person.id.value, person.name);
  }
  facts.over = fund::over_streams(tx, district);
  facts.today = Timestamp::now().date();
  return facts;
}

Result<Facts> read_goal_facts(db::Tx& tx, const DistrictId& district, const RecordId& goal) {
  TRY(Facts facts, read_facts(tx, district, std::nullopt));
  const bool known = std::any_of(facts.plan.goals.begin(), facts.plan.goals.end(),
                                 [&](const plan::PlanGoal& one) { return one.id == goal; });
  if (!known) return problem::not_found("goal");
  facts.goal = goal;
  return facts;
}

}  // namespace tandem::report
