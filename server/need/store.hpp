// SQL of needs where the general functions of records do not suffice.
#pragma once

#include "need/data_rules.hpp"
#include "need/service.hpp"

namespace tandem::need {

// The district's student groups, in its order.
std::vector<KnownGroup> known_groups(db::Tx& tx, const DistrictId& district);

// As they were typed, small groups too: for the rules, never for an answer.
std::vector<DataValue> stored_values(db::Tx& tx, const DistrictId& district, const RecordId& set);
void store_values(audit::Change& change, const RecordId& set, const std::vector<DataValue>& values);

std::vector<Cause> causes_of(db::Tx& tx, const DistrictId& district, const RecordId& need);

// Every need and every data set of a school, or (none) of the district.
std::vector<Need> needs_of(db::Tx& tx, const DistrictId& district,
                           const std::optional<SchoolId>& school);
std::vector<DataSet> sets_of(db::Tx& tx, const DistrictId& district,
                             const std::optional<SchoolId>& school);

// Each school's newest report.
std::vector<NeedReport> newest_reports(db::Tx& tx, const DistrictId& district);

}  // namespace tandem::need
