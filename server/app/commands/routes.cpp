#include <iostream>

#include "app/commands/commands.hpp"
#include "app/features.hpp"

namespace tandem::app {

int print_routes(const Config& config) {
  db::Database database({"sqlite::memory:", 1, {}});
  Features features;
  json::array routes;
  for (const auto& route : all_routes(features, database, config).all()) {
    routes.push_back({{"operation", route.operation},
                      {"method", http::name_of(route.method)},
                      {"path", route.base + route.path}});
  }
  std::cout << boost::json::serialize(routes) << "\n";
  return 0;
}

}  // namespace tandem::app
