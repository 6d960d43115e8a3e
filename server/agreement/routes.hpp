#pragma once

#include "api/routes.hpp"

namespace tandem::agreement {

// Commitments, decisions and procedures.
void add_routes(api::Routes& routes);

}  // namespace tandem::agreement
