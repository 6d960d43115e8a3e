#pragma once

#include "api/routes.hpp"

namespace tandem::barrier {

void add_routes(api::Routes& routes);

}  // namespace tandem::barrier
