// The tables of a plan's document and of a whole district, for spreadsheets.
#pragma once

#include "exchange/sheet.hpp"
#include "report/facts.hpp"

namespace tandem::report {

// Goals, measures with their targets, strategies, activities and money, as the facts have them:
// of the district, a school or one goal.
std::vector<exchange::Sheet> plan_sheets(const Facts& facts);

// Every table of the district that all its people may read. A fixed number of queries.
Result<std::vector<exchange::Sheet>> all_sheets(db::Tx& tx, const DistrictId& district);

}  // namespace tandem::report
