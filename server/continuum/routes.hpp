#pragma once

#include "api/routes.hpp"
#include "toolkit/packs.hpp"

namespace tandem::continuum {

void add_routes(api::Routes& routes, toolkit::Packs& packs);

}  // namespace tandem::continuum
