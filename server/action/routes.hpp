#pragma once

#include "api/routes.hpp"

namespace tandem::action {

void add_routes(api::Routes& routes);

}  // namespace tandem::action
