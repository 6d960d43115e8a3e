// Routes for those who run the server or program against it: health, figures, the contract.
#pragma once

#include "app/features.hpp"

namespace tandem::app {

void add_operations(api::Routes& routes, Features& features, db::Database& database);

}  // namespace tandem::app
