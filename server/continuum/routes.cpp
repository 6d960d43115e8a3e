#include "continuum/routes.hpp"

#include "continuum/continuum.hpp"
#include "toolkit/language.hpp"

namespace tandem::continuum {

void add_routes(api::Routes& routes, toolkit::Packs& packs) {
  routes.add({"getContinuum", http::Method::get, "/districts/{district}/continuum",
              [&packs](api::Call& call) -> Result<api::Reply> {
                return api::ok(continuum_of(
                    call.tx, packs, call.district,
                    toolkit::first_language(call.request().header("accept-language"))));
              }});
}

}  // namespace tandem::continuum
