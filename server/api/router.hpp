// Finds the route of a request.
#pragma once

#include <variant>

#include "api/routes.hpp"

namespace tandem::api {

class Router {
 public:
  explicit Router(Routes routes);  // throws if two routes are the same

  struct Found {
    const Route* route;
    Params params;
  };
  struct OtherMethods {
    std::string allow;  // "GET, PUT": what the path has instead
  };
  struct Nothing {};
  [[nodiscard]] std::variant<Found, OtherMethods, Nothing> find(http::Method method,
                                                                std::string_view path) const;
  [[nodiscard]] const std::vector<Route>& all() const { return routes_.all(); }

 private:
  struct Pattern {
    const Route* route;
    std::vector<std::string> segments;
  };
  Routes routes_;
  std::map<std::size_t, std::vector<Pattern>> by_length_;  // number of segments -> patterns
};

}  // namespace tandem::api
