#pragma once

#include "app/config.hpp"

namespace tandem::app {

// Serves until SIGINT or SIGTERM; requests on their way are finished first.
int serve(const Config& config);

}  // namespace tandem::app
