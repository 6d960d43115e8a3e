#include "signals/routes.hpp"

#include "signals/service.hpp"
#include "toolkit/language.hpp"

namespace tandem::signals {

void add_routes(api::Routes& routes, toolkit::Packs& packs) {
  routes.add({"getSignals", http::Method::get, "/districts/{district}/signals",
              [&packs](api::Call& call) -> Result<api::Reply> {
                return api::ok(
                    signals(call.tx, call.district, Timestamp::now().date(), packs,
                            toolkit::first_language(call.request().header("accept-language"))));
              }});
}

}  // namespace tandem::signals
