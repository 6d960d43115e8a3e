// The one place that knows every feature: what lives as long as the program, and all routes.
#pragma once

#include "api/metrics.hpp"
#include "api/routes.hpp"
#include "app/config.hpp"
#include "toolkit/packs.hpp"

namespace tandem::app {

struct Features {
  toolkit::Packs packs;
  api::Metrics metrics;
  std::atomic<bool> stopping = false;
};

api::Routes all_routes(Features& features, db::Database& database, const Config& config);

}  // namespace tandem::app
