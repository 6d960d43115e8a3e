#include "toolkit/routes.hpp"

#include "toolkit/language.hpp"
#include "toolkit/service.hpp"

namespace tandem::toolkit {
namespace {

constexpr std::size_t kLargestPack = 4UL * 1024 * 1024;

}  // namespace

void add_routes(api::Routes& routes, Packs& packs) {
  routes.add({"listPacks", http::Method::get, "/districts/{district}/toolkit/packs",
              [&packs](api::Call& call) -> Result<api::Reply> {
                return api::list(packs_of(call.tx, call.district, packs));
              }});
  api::Route load{"loadPack", http::Method::post, "/districts/{district}/toolkit/packs",
                  [&packs](api::Call& call) -> Result<api::Reply> {
                    TRY(auto document, json::parse(call.request().body));
                    TRY(const auto summary, load_pack(call.change(), packs, std::move(document)));
                    api::Reply reply = api::ok(summary);
                    reply.status = 201;
                    reply.location =
                        fmt::format("/api/v1/districts/{}/toolkit/packs/{}/{}", call.district.value,
                                    summary.pack_id, summary.pack_version);
                    return reply;
                  }};
  load.max_body = kLargestPack;
  routes.add(std::move(load));
  routes.add(
      {"getPack", http::Method::get, "/districts/{district}/toolkit/packs/{pack_id}/{pack_version}",
       [&packs](api::Call& call) -> Result<api::Reply> {
         const auto found =
             packs.get(call.tx, call.district, call.param("pack_id"), call.param("pack_version"));
         if (!found) return problem::not_found("toolkit pack");
         const auto pack =
             packs.in_language(found, first_language(call.request().header("accept-language")));
         api::Reply reply;
         reply.body = {pack, &pack->text};  // no copy
         return reply;
       }});
}

}  // namespace tandem::toolkit
