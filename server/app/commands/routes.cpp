#include <iostream>

#include "app/commands/commands.hpp"
#include "app/features.hpp"

namespace tandem::app {

int print_routes(const Config& config) {
  db::Database database({"sqlite::memory:", 1, {}});
  Features features;
  const api::Routes routes = all_routes(features, database, config);
  json::array list;
  for (const auto& route : routes.all()) {
    list.push_back({{"operation", route.operation},
                    {"method", http::name_of(route.method)},
                    {"path", route.base + route.path}});
  }
  std::cout << boost::json::serialize(list) << "\n";
  return 0;
}

}  // namespace tandem::app
