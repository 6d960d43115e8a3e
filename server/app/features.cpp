#include "app/features.hpp"

#include "action/routes.hpp"
#include "agreement/routes.hpp"
#include "app/operations.hpp"
#include "audit/routes.hpp"
#include "balance/routes.hpp"
#include "barrier/routes.hpp"
#include "communication/routes.hpp"
#include "continuum/routes.hpp"
#include "dashboard/routes.hpp"
#include "exchange/routes.hpp"
#include "fund/routes.hpp"
#include "home/routes.hpp"
#include "identity/routes.hpp"
#include "monitor/due.hpp"
#include "monitor/routes.hpp"
#include "need/routes.hpp"
#include "org/routes.hpp"
#include "plan/routes.hpp"
#include "report/routes.hpp"
#include "signals/routes.hpp"
#include "strategy/routes.hpp"
#include "team/routes.hpp"
#include "toolkit/routes.hpp"
#include "workshop/routes.hpp"

namespace tandem::app {

api::Routes all_routes(Features& features, db::Database& database, const Config& config) {
  api::Routes routes;
  identity::add_routes(routes, {config.url()});
  org::add_routes(routes);
  home::add_routes(routes, features.packs);
  team::add_routes(routes, features.packs);
  toolkit::add_routes(routes, features.packs);
  balance::add_routes(routes, features.packs);
  action::add_routes(routes);
  need::add_routes(routes);
  team::add_skill_routes(routes);
  barrier::add_routes(routes);
  communication::add_known_sources(features.calendar);
  features.calendar.add(monitor::due_reports);
  communication::add_routes(routes, features.calendar, config.url());
  agreement::add_routes(routes);
  plan::add_routes(routes);
  strategy::add_routes(routes);
  workshop::add_routes(routes, features.packs, config.url());
  continuum::add_routes(routes, features.packs);
  fund::add_routes(routes);
  monitor::add_routes(routes);
  exchange::add_routes(routes);
  audit::add_routes(routes);
  report::add_routes(routes);
  signals::add_routes(routes, features.packs);
  dashboard::add_routes(routes);
  add_operations(routes, features, database);
  return routes;
}

}  // namespace tandem::app
