#pragma once

#include "dashboard/rules.hpp"
#include "db/tx.hpp"

namespace tandem::dashboard {

struct Filter {
  std::optional<SchoolYear> year;  // none: the one that today is in
  std::optional<RecordId> goal;
  std::optional<std::string> group;  // of students
};

// A fixed number of queries, whatever the size of the district. 404 without a plan, or for a goal
// that is not in it.
Result<Dashboard> dashboard(db::Tx& tx, const DistrictId& district, const Date& today,
                            const Filter& filter);

// Every district in which the person has a role for the district as a whole. A fixed number of
// queries.
Rollup rollup(db::Tx& tx, const PersonId& person, const Date& today);
inline constexpr std::size_t kMostDistricts = 2000;

}  // namespace tandem::dashboard
