#pragma once

#include "api/routes.hpp"

namespace tandem::strategy {

void add_routes(api::Routes& routes);

}  // namespace tandem::strategy
