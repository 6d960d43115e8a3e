#pragma once

#include "api/routes.hpp"

namespace tandem::audit {

void add_routes(api::Routes& routes);

}  // namespace tandem::audit
