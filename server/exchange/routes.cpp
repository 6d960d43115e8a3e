#include "exchange/routes.hpp"

#include "exchange/import.hpp"

namespace tandem::exchange {
namespace {

// Of a request: the largest file, with every quote and line end written as two characters.
constexpr std::size_t kLargestBody = 12UL * 1024 * 1024;

}  // namespace

void add_routes(api::Routes& routes) {
  api::Route route{"importCsv", http::Method::post, "/districts/{district}/imports",
                   [](api::Call& call) -> Result<api::Reply> {
                     TRY(const auto fields, call.body<ImportFields>());
                     TRY(const auto result, import_file(call.change(), fields));
                     return api::ok(result);
                   }};
  route.max_body = kLargestBody;
  routes.add(std::move(route));
}

}  // namespace tandem::exchange
