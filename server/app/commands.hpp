// What the program does besides serving. Each gives the exit code; what went wrong is said on
// standard error.
#pragma once

#include "app/config.hpp"

namespace tandem::app {

int migrate(const Config& config);
// The table of routes as JSON: [{"operation", "method", "path"}].
int print_routes(const Config& config);
// Copies the database to a file while it is in use (SQLite).
int backup(const Config& config, const std::string& file);
// Puts a backup in the database's place; the server must not be running.
int restore(const Config& config, const std::string& file, bool force);

}  // namespace tandem::app
