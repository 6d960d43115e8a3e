// The one place that knows every feature: what lives as long as the program, and all routes.
#pragma once

#include "api/metrics.hpp"
#include "api/routes.hpp"
#include "app/config.hpp"
#include "communication/calendar.hpp"
#include "toolkit/packs.hpp"

namespace tandem::app {

struct Features {
  toolkit::Packs packs;
  api::Metrics metrics;
  communication::CalendarSources calendar;  // what shows in calendar feeds
  std::atomic<bool> stopping = false;
};

api::Routes all_routes(Features& features, db::Database& database, const Config& config);

}  // namespace tandem::app
