#include "strategy/routes.hpp"

#include "api/records.hpp"
#include "strategy/service.hpp"

namespace tandem::strategy {
namespace {

using http::Method;

const std::string kLibrary = "/districts/{district}/strategy-library";
const std::string kInitiatives = "/districts/{district}/initiatives";

}  // namespace

void add_routes(api::Routes& routes) {
  routes.add(
      {"listLibraryStrategies", Method::get, kLibrary, [](api::Call& call) -> Result<api::Reply> {
         return api::list(library(call.tx, call.district));
       }});
  routes.add(
      {"createLibraryStrategy", Method::post, kLibrary, [](api::Call& call) -> Result<api::Reply> {
         TRY(const auto fields, call.body<LibraryStrategyFields>());
         TRY(const auto row, create_entry(call.change(), fields));
         return api::created_in(call, "strategy-library", row);
       }});
  routes.add({"replaceLibraryStrategy", Method::put, kLibrary + "/{entry}",
              api::replacing<LibraryStrategy>("entry", replace_entry),
              api::school_of_record<LibraryStrategy>("entry")});
  routes.add({"removeLibraryStrategy", Method::del, kLibrary + "/{entry}",
              api::removing("entry", remove_entry),
              api::school_of_record<LibraryStrategy>("entry")});

  routes.add(
      {"listInitiatives", Method::get, kInitiatives, [](api::Call& call) -> Result<api::Reply> {
         return api::list(initiatives(call.tx, call.district));
       }});
  routes.add({"createInitiative", Method::post, kInitiatives,
              api::adding<Initiative>("initiatives", false, create_initiative)});
  routes.add({"createSchoolInitiative", Method::post,
              "/districts/{district}/schools/{school}/initiatives",
              api::adding<Initiative>("initiatives", true, create_initiative)});
  routes.add({"replaceInitiative", Method::put, kInitiatives + "/{initiative}",
              api::replacing<Initiative>("initiative", replace_initiative),
              api::school_of_record<Initiative>("initiative")});
  routes.add({"removeInitiative", Method::del, kInitiatives + "/{initiative}",
              api::removing("initiative", remove_initiative),
              api::school_of_record<Initiative>("initiative")});
}

}  // namespace tandem::strategy
