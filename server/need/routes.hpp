#pragma once

#include "api/routes.hpp"

namespace tandem::need {

void add_routes(api::Routes& routes);

}  // namespace tandem::need
