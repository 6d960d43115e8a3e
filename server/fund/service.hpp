// What can be done with money. Every change counts as one of the plan (its revision moves on) and
// is announced with it; what is not there is 404, what does not hold up 422, a version that is not
// the current one 412.
#pragma once

#include "fund/store.hpp"

namespace tandem::fund {

// expected is 0 if nothing has been set yet. Less than what is planned needs an over_reason.
Result<StreamBudget> set_budget(audit::Change& change, const RecordId& source,
                                const SchoolYear& year, std::int64_t expected,
                                const StreamBudgetFields& asked);

// An entry that takes the line beyond what it has, or further beyond, needs an over_reason.
Result<Spending> create_spending(audit::Change& change, const RecordId& line,
                                 const SpendingFields& asked);
Result<Spending> replace_spending(audit::Change& change, const RecordId& id, std::int64_t expected,
                                  const SpendingFields& asked);
Result<void> remove_spending(audit::Change& change, const RecordId& id, std::int64_t expected);

Result<NeedWeight> create_need_weight(audit::Change& change, const NeedWeightFields& fields);
Result<NeedWeight> replace_need_weight(audit::Change& change, const RecordId& id,
                                       std::int64_t expected, const NeedWeightFields& fields);
Result<void> remove_need_weight(audit::Change& change, const RecordId& id, std::int64_t expected);

// ---- reallocation.cpp ------------------------------------------------------------------------

Result<WhatIf> try_reallocation(db::Tx& tx, const DistrictId& district, const SchoolYear& year,
                                const std::vector<FundingMove>& moves);
// All moves or none. 412 unless the plan is still at the revision that was looked at.
Result<Reallocation> reallocate(audit::Change& change, const SchoolYear& year,
                                std::int64_t revision, const Why& reason,
                                const std::vector<FundingMove>& moves);

}  // namespace tandem::fund
