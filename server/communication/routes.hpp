#pragma once

#include "api/routes.hpp"
#include "communication/calendar.hpp"

namespace tandem::communication {

// The communication plan, and calendar feeds; the sources are asked when a calendar is read.
void add_routes(api::Routes& routes, const CalendarSources& sources, const std::string& public_url);

}  // namespace tandem::communication
