#pragma once

#include "api/routes.hpp"

namespace tandem::exchange {

void add_routes(api::Routes& routes);  // importCsv

}  // namespace tandem::exchange
