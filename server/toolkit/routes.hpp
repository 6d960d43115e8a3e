#pragma once

#include "api/routes.hpp"
#include "toolkit/packs.hpp"

namespace tandem::toolkit {

// listPacks, loadPack, getPack.
void add_routes(api::Routes& routes, Packs& packs);

}  // namespace tandem::toolkit
