// What can be done to the strategy library and the initiative inventory. Each change is told to
// those who have the plan open. Faults are 422, what is not there 404, a stale version 412.
#pragma once

#include "strategy/strategy.hpp"

namespace tandem::strategy {

// By title.
std::vector<LibraryStrategy> library(db::Tx& tx, const DistrictId& district);
Result<LibraryStrategy> create_entry(audit::Change& change, const LibraryStrategyFields& fields);
Result<LibraryStrategy> replace_entry(audit::Change& change, const RecordId& id,
                                      std::int64_t expected, const LibraryStrategyFields& fields);
// 409 while a strategy of the plan was made from it: it can be retired instead.
Result<void> remove_entry(audit::Change& change, const RecordId& id, std::int64_t expected);

// The district's first, each by title.
std::vector<Initiative> initiatives(db::Tx& tx, const DistrictId& district);
// With a school: what that school reports as its own.
Result<Initiative> create_initiative(audit::Change& change, const std::optional<SchoolId>& school,
                                     const InitiativeFields& fields);
Result<Initiative> replace_initiative(audit::Change& change, const RecordId& id,
                                      std::int64_t expected, const InitiativeFields& fields);
Result<void> remove_initiative(audit::Change& change, const RecordId& id, std::int64_t expected);

}  // namespace tandem::strategy
