#pragma once

#include "api/routes.hpp"

namespace tandem::report {

void add_routes(api::Routes& routes);

}  // namespace tandem::report
