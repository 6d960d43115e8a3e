#include "strategy/routes.hpp"

#include "strategy/service.hpp"

namespace tandem::strategy {
namespace {

using http::Method;

const std::string kLibrary = "/districts/{district}/strategy-library";
const std::string kInitiatives = "/districts/{district}/initiatives";

template <class R>
api::Reply created_in(const api::Call& call, const std::string& folder, const R& row) {
  return api::created(
      row, "/api/v1/districts/" + call.district.value + "/" + folder + "/" + row.id.value);
}

template <class R>
api::Handler replacing(std::string param,
                       Result<R> (*change)(audit::Change&, const RecordId&, std::int64_t,
                                           const typename R::Fields&)) {
  return [param = std::move(param), change](api::Call& call) -> Result<api::Reply> {
    TRY(const auto expected, call.expected_version());
    TRY(const auto fields, call.body<typename R::Fields>());
    TRY(const auto row, change(call.change(), call.id(param), expected, fields));
    return api::record(row);
  };
}

api::Handler removing(std::string param,
                      Result<void> (*change)(audit::Change&, const RecordId&, std::int64_t)) {
  return [param = std::move(param), change](api::Call& call) -> Result<api::Reply> {
    TRY(const auto expected, call.expected_version());
    CHECK_OK(change(call.change(), call.id(param), expected));
    return api::no_content();
  };
}

api::Handler adding_initiative(bool of_school) {
  return [of_school](api::Call& call) -> Result<api::Reply> {
    TRY(const auto fields, call.body<InitiativeFields>());
    const auto school = of_school ? std::optional(call.id<SchoolId>("school")) : std::nullopt;
    TRY(const auto row, create_initiative(call.change(), school, fields));
    return created_in(call, "initiatives", row);
  };
}

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
         return created_in(call, "strategy-library", row);
       }});
  routes.add({"replaceLibraryStrategy", Method::put, kLibrary + "/{entry}",
              replacing<LibraryStrategy>("entry", replace_entry),
              api::school_of_record<LibraryStrategy>("entry")});
  routes.add({"removeLibraryStrategy", Method::del, kLibrary + "/{entry}",
              removing("entry", remove_entry), api::school_of_record<LibraryStrategy>("entry")});

  routes.add(
      {"listInitiatives", Method::get, kInitiatives, [](api::Call& call) -> Result<api::Reply> {
         return api::list(initiatives(call.tx, call.district));
       }});
  routes.add({"createInitiative", Method::post, kInitiatives, adding_initiative(false)});
  routes.add({"createSchoolInitiative", Method::post,
              "/districts/{district}/schools/{school}/initiatives", adding_initiative(true)});
  routes.add({"replaceInitiative", Method::put, kInitiatives + "/{initiative}",
              replacing<Initiative>("initiative", replace_initiative),
              api::school_of_record<Initiative>("initiative")});
  routes.add({"removeInitiative", Method::del, kInitiatives + "/{initiative}",
              removing("initiative", remove_initiative),
              api::school_of_record<Initiative>("initiative")});
}

}  // namespace tandem::strategy
