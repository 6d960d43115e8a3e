#pragma once

#include "api/routes.hpp"

namespace tandem::identity {

struct Settings {
  std::string public_url;  // where people reach the server; cookies are Secure if it is https
};

void add_routes(api::Routes& routes, const Settings& settings);
void add_account_routes(api::Routes& routes, const Settings& settings);  // part of add_routes
void add_people_routes(api::Routes& routes, const Settings& settings);   // part of add_routes

}  // namespace tandem::identity
