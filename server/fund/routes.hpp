#pragma once

#include "api/routes.hpp"

namespace tandem::fund {

void add_routes(api::Routes& routes);

}  // namespace tandem::fund
