#include "dashboard/routes.hpp"

#include "dashboard/service.hpp"

namespace tandem::dashboard {
namespace {

Result<Filter> filter_of(const api::Call& call) {
  Filter filter;
  if (const auto year = call.query("year")) {
    filter.year = SchoolYear::parse(*year);
    if (!filter.year) return problem::malformed("The query parameter year is no school year.");
  }
  if (const auto goal = call.query("goal")) {
    if (!is_uuid(*goal)) return problem::malformed("The query parameter goal is not an id.");
    filter.goal = RecordId{*goal};
  }
  filter.group = call.query("group");
  return filter;
}

}  // namespace

void add_routes(api::Routes& routes) {
  routes.add({"getDashboard", http::Method::get, "/districts/{district}/dashboard",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto filter, filter_of(call));
                TRY(const auto found,
                    dashboard(call.tx, call.district, Timestamp::now().date(), filter));
                return api::ok(found);
              }});
  routes.add({"getRollup", http::Method::get, "/rollup", [](api::Call& call) -> Result<api::Reply> {
                return api::ok(rollup(call.tx, call.caller.id, Timestamp::now().date()));
              }});
}

}  // namespace tandem::dashboard
