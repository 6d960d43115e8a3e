#include "identity/routes.hpp"

namespace tandem::identity {

void add_routes(api::Routes& routes, const Settings& settings) {
  add_account_routes(routes, settings);
  add_people_routes(routes, settings);
}

}  // namespace tandem::identity
