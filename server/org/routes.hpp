#pragma once

#include "api/routes.hpp"

namespace tandem::org {

void add_routes(api::Routes& routes);

}  // namespace tandem::org
