// Where the plan stands, in numbers, and what of it one person has to do: for who only wants to
// know and not to read the whole of it.
#pragma once

#include "plan/plan.hpp"

namespace tandem::plan {

struct ActivityCounts {  // without those that were dropped
  std::int64_t not_started = 0;
  std::int64_t in_progress = 0;
  std::int64_t done = 0;
  std::int64_t overdue = 0;  // of those not started or in progress
};
BOOST_DESCRIBE_STRUCT(ActivityCounts, (), (not_started, in_progress, done, overdue))

struct Glance {
  std::string title;
  std::int64_t goals = 0;
  std::int64_t strategies = 0;
  ActivityCounts activities;
  std::int64_t schools = 0;  // that are open and so take part
  Cents funding_cents;       // of all years
};
BOOST_DESCRIBE_STRUCT(Glance, (), (title, goals, strategies, activities, schools, funding_cents))

Glance glance(db::Tx& tx, const DistrictId& district, const Date& today);

// What a person still has to do and is due on or before a day, soonest first.
std::vector<Activity> activities_of_owner_due(db::Tx& tx, const DistrictId& district,
                                              const PersonId& owner, const Date& until,
                                              std::int64_t limit);

}  // namespace tandem::plan
