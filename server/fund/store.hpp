// Reading a year's money: one query for each kind of row, whatever the size.
#pragma once

#include "fund/rules.hpp"

namespace tandem::fund {

// 404 without a plan.
Result<YearRows> year_rows(db::Tx& tx, const DistrictId& district, const SchoolYear& year);

// Sources that are planned beyond what they have, in any year, by year and name.
struct OverStream {
  std::string name;
  SchoolYear year;
  Cents available;
  Cents planned;
};
BOOST_DESCRIBE_STRUCT(OverStream, (), (name, year, available, planned))
std::vector<OverStream> over_streams(db::Tx& tx, const DistrictId& district);

std::vector<Spending> spending_of(db::Tx& tx, const DistrictId& district, const RecordId& line);
std::vector<NeedWeight> need_weights(db::Tx& tx, const DistrictId& district);
std::optional<StreamBudget> budget_of(db::Tx& tx, const DistrictId& district,
                                      const RecordId& source, const SchoolYear& year);
// Newest first, older than `before` unless that is empty; one more than the limit if there are
// more.
std::vector<Reallocation> reallocations(db::Tx& tx, const DistrictId& district,
                                        const RecordId& before, std::int64_t limit);

}  // namespace tandem::fund
