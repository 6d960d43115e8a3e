#pragma once

#include "api/routes.hpp"
#include "toolkit/packs.hpp"

namespace tandem::balance {

// Rounds, templates, their submissions and comments.
void add_routes(api::Routes& routes, toolkit::Packs& packs);

}  // namespace tandem::balance
