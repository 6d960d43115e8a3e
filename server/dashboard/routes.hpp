#pragma once

#include "api/routes.hpp"

namespace tandem::dashboard {

void add_routes(api::Routes& routes);

}  // namespace tandem::dashboard
