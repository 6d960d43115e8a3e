// Reading how the places work together: a query for each kind of record.
#pragma once

#include "dashboard/rules.hpp"
#include "db/tx.hpp"

namespace tandem::dashboard {

// For the schools and the year of the dashboard.
std::vector<Together> together(db::Tx& tx, const DistrictId& district, const Dashboard& seen,
                               const Date& today);

}  // namespace tandem::dashboard
