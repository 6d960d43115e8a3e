// What can be done with packs.
#pragma once

#include "toolkit/packs.hpp"

namespace tandem::toolkit {

inline constexpr std::int64_t kMostPacks = 500;  // that one district can have loaded

// The built-in pack, then the district's, the last loaded first.
std::vector<PackSummary> packs_of(db::Tx& tx, const DistrictId& district, const Packs& packs);

// Takes in a pack. The same content again is fine; other content under a version that is loaded
// already is refused (409), because answers were given under its words.
Result<PackSummary> load_pack(audit::Change& change, Packs& packs, json::value document);

}  // namespace tandem::toolkit
