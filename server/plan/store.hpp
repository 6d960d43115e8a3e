// Reading the plan: one range scan for each kind of row, put together in memory.
#pragma once

#include <set>

#include "plan/rules.hpp"

namespace tandem::plan {

// Counts every change of the plan; nothing if the district has no plan.
std::optional<std::int64_t> revision(db::Tx& tx, const DistrictId& district);
// Counts a change. Every change of the plan begins with it: on PostgreSQL it also puts the
// district's changes one after another, so that checks see what was written before them.
void count_change(audit::Change& change);

// The whole plan, in twelve queries whatever its size. 404 without a plan.
Result<WholePlan> read_plan(db::Tx& tx, const DistrictId& district);

// What the plan says at this revision, and of a school whether it is open.
struct SchoolState {
  std::int64_t revision = 0;
  bool open = false;
};
Result<SchoolState> school_state(db::Tx& tx, const DistrictId& district, const SchoolId& school);

std::vector<FundingSource> funding_sources(db::Tx& tx, const DistrictId& district);
std::vector<StudentGroup> student_groups(db::Tx& tx, const DistrictId& district);

// Who and what fields may refer to.
bool is_person(db::Tx& tx, const DistrictId& district, const PersonId& person);
std::set<SchoolId> known_schools(db::Tx& tx, const DistrictId& district);
bool is_in_library(db::Tx& tx, const DistrictId& district, const RecordId& entry);
bool is_open_school(db::Tx& tx, const DistrictId& district, const SchoolId& school);

}  // namespace tandem::plan
