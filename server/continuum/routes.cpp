#include "continuum/routes.hpp"

#include "continuum/continuum.hpp"

namespace tandem::continuum {

void add_routes(api::Routes& routes, toolkit::Packs& packs) {
  routes.add({"getContinuum", http::Method::get, "/districts/{district}/continuum",
              [&packs](api::Call& call) -> Result<api::Reply> {
                return api::ok(continuum_of(call.tx, packs, call.district));
              }});
}

}  // namespace tandem::continuum
