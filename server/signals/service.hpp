// The signals of a district as they are now, with the way they have come.
#pragma once

#include "db/database.hpp"
#include "signals/store.hpp"

namespace tandem::signals {

// A fixed number of queries, whatever the size of the district. The continuum's rows are in the
// reader's language, where the pack has it.
Signals signals(db::Tx& tx, const DistrictId& district, const Date& today, toolkit::Packs& packs,
                const std::string& language = {});

// The scores as they are, for the month that now is in.
std::vector<SignalMonth> scores_at(db::Tx& tx, const DistrictId& district, const Timestamp& now,
                                   toolkit::Packs& packs);
// Notes them for every district of the server, one after the other: nobody waits for more than one
// short write.
void keep_months(db::Database& database, const Timestamp& now, toolkit::Packs& packs);

}  // namespace tandem::signals
