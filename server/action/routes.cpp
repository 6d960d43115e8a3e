#include "action/routes.hpp"

#include "action/service.hpp"
#include "api/records.hpp"

namespace tandem::action {
namespace {

using http::Method;

std::string place(const DistrictId& district, const ActionItem& item) {
  return "/api/v1/districts/" + district.value + "/actions/" + item.id.value;
}

Result<Query> query_of(const api::Call& call) {
  Query query;
  TRY(const auto page, call.page());
  query.limit = page.limit;
  TRY(query.after, place_of(page.after));
  if (const auto school = call.query("school_id")) {
    query.district_only = *school == "district";
    if (!query.district_only) {
      if (!is_uuid(*school)) return problem::malformed("school_id is neither an id nor district.");
      query.school_id = SchoolId{*school};
    }
  }
  if (const auto owner = call.query("owner_id")) {
    if (!is_uuid(*owner)) return problem::malformed("owner_id is not an id.");
    query.owner_id = PersonId{*owner};
  }
  if (const auto status = call.query("status")) {
    Status value{};
    if (!boost::describe::enum_from_string(status->c_str(), value)) {
      return problem::malformed("status is none of open, doing, done, dropped.");
    }
    query.status = value;
  }
  if (const auto due = call.query("due_before")) {
    query.due_before = Date::parse(*due);
    if (!query.due_before) return problem::malformed("due_before is not a date.");
  }
  query.text = call.query("q");
  return query;
}

Result<api::Reply> create_for(api::Call& call, const std::optional<SchoolId>& school) {
  TRY(const auto fields, call.body<ActionItemFields>());
  TRY(const auto item, create(call.change(), school, fields));
  return api::created(item, place(call.district, item));
}

}  // namespace

void add_routes(api::Routes& routes) {
  const auto school_of = api::school_of_record<ActionItem>("action");
  routes.add(
      {"listActions", Method::get, "/districts/{district}/actions",
       [](api::Call& call) -> Result<api::Reply> {
         TRY(const auto query, query_of(call));
         return api::page_of(list(call.tx, call.district, query), {query.limit, ""}, cursor_of);
       }});
  routes.add({"createAction", Method::post, "/districts/{district}/actions",
              [](api::Call& call) { return create_for(call, std::nullopt); }});
  routes.add({"createSchoolAction", Method::post, "/districts/{district}/schools/{school}/actions",
              [](api::Call& call) { return create_for(call, call.id<SchoolId>("school")); }});
  routes.add({"getAction", Method::get, "/districts/{district}/actions/{action}",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto item,
                    record::find<ActionItem>(call.tx, call.district, call.id("action")));
                return api::record(item);
              },
              school_of});
  routes.add({"replaceAction", Method::put, "/districts/{district}/actions/{action}",
              api::replacing<ActionItem>("action", replace), school_of});
  routes.add({"removeAction", Method::del, "/districts/{district}/actions/{action}",
              api::removing("action", remove), school_of});
}

}  // namespace tandem::action
