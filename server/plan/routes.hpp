#pragma once

#include "api/routes.hpp"

namespace tandem::plan {

void add_routes(api::Routes& routes);

}  // namespace tandem::plan
