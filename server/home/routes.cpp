#include "home/routes.hpp"

#include "home/service.hpp"

namespace tandem::home {

void add_routes(api::Routes& routes, toolkit::Packs& packs) {
  routes.add({"getHome", http::Method::get, "/districts/{district}/home",
              [&packs](api::Call& call) -> Result<api::Reply> {
                const Viewer viewer{call.district, call.caller.id,
                                    identity::grants_in(call.tx, call.district, call.caller.id),
                                    Timestamp::now().date()};
                TRY(const auto found, home(call.tx, viewer, packs));
                return api::ok(found);
              }});
}

}  // namespace tandem::home
