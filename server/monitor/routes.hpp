#pragma once

#include "api/routes.hpp"

namespace tandem::monitor {

// Cycles, reports, values and what they show.
void add_routes(api::Routes& routes);
// What follows from them: adjustments, learning cycles, evaluation, roll-over.
void add_review_routes(api::Routes& routes);

}  // namespace tandem::monitor
