// All that a plan's document shows, read at one moment.
#pragma once

#include <map>

#include "fund/store.hpp"
#include "org/org.hpp"
#include "plan/plan.hpp"

namespace tandem::report {

struct Facts {
  std::string district_name;
  std::optional<org::School> school;          // none: the district's whole plan
  std::optional<RecordId> goal;               // only this goal of the plan, if one is asked for
  plan::WholePlan plan;                       // as the school sees it, if there is one
  std::vector<org::School> schools;           // all of the district's, by name
  std::map<std::string, std::string> people;  // names by id
  std::vector<fund::OverStream> over;         // sources planned beyond what they have
  Date today;
};

// 404 if there is no such school.
Result<Facts> read_facts(db::Tx& tx, const DistrictId& district,
                         const std::optional<SchoolId>& school);
// For one goal of the district's plan, archived ones too. 404 if there is no such goal.
Result<Facts> read_goal_facts(db::Tx& tx, const DistrictId& district, const RecordId& goal);

}  // namespace tandem::report
