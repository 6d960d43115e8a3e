// Reads what home shows: a fixed number of queries, whatever the size of the district.
#pragma once

#include "home/rules.hpp"
#include "toolkit/packs.hpp"

namespace tandem::home {

Result<Home> home(db::Tx& tx, const Viewer& viewer, toolkit::Packs& packs);

}  // namespace tandem::home
