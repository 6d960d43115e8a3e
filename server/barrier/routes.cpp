#include "barrier/routes.hpp"

#include "api/filters.hpp"
#include "api/records.hpp"
#include "barrier/service.hpp"

namespace tandem::barrier {
namespace {

using http::Method;

Result<Query> query_of(const api::Call& call) {
  Query query;
  TRY(const auto page, call.page());
  query.limit = page.limit;
  TRY(query.after, record::place_of(page.after));
  TRY(const auto where, api::school_filter(call));
  query.school_id = where.school_id;
  query.district_only = where.district_only;
  TRY(query.level, api::enum_filter<Level>(call, "level"));
  TRY(query.status, api::enum_filter<Status>(call, "status"));
  TRY(query.goal_id, api::id_filter<RecordId>(call, "goal_id"));
  if (const auto awaiting = call.query("awaiting_reply")) {
    if (*awaiting != "true") return problem::malformed("awaiting_reply can only be true.");
    query.awaiting_reply = true;
  }
  query.text = call.query("q");
  return query;
}

Result<api::Reply> shown(api::Call& call, const RecordId& id) {
  TRY(const auto view, find(call.tx, call.district, id));
  return api::record(view);
}

Result<api::Reply> create_for(api::Call& call, const std::optional<SchoolId>& school) {
  TRY(const auto fields, call.body<BarrierFields>());
  TRY(const auto made, create(call.change(), school, fields));
  TRY(const auto view, find(call.tx, call.district, made.id));
  return api::created(view,
                      "/api/v1/districts/" + call.district.value + "/barriers/" + made.id.value);
}

}  // namespace

void add_routes(api::Routes& routes) {
  const auto school_of = api::school_of_record<Barrier>("barrier");
  routes.add({"listBarriers", Method::get, "/districts/{district}/barriers",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto query, query_of(call));
                return api::page_of(
                    list(call.tx, call.district, query), {query.limit, ""},
                    [](const Barrier& last) { return record::cursor_of(last.due_on, last.id); });
              }});
  routes.add({"createBarrier", Method::post, "/districts/{district}/barriers",
              [](api::Call& call) { return create_for(call, std::nullopt); }});
  routes.add({"createSchoolBarrier", Method::post,
              "/districts/{district}/schools/{school}/barriers",
              [](api::Call& call) { return create_for(call, call.id<SchoolId>("school")); }});
  routes.add({"getBarrier", Method::get, "/districts/{district}/barriers/{barrier}",
              [](api::Call& call) { return shown(call, call.id("barrier")); }, school_of});
  routes.add({"replaceBarrier", Method::put, "/districts/{district}/barriers/{barrier}",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto expected, call.expected_version());
                TRY(const auto fields, call.body<BarrierFields>());
                CHECK_OK(replace(call.change(), call.id("barrier"), expected, fields));
                return shown(call, call.id("barrier"));
              },
              school_of});
  routes.add({"removeBarrier", Method::del, "/districts/{district}/barriers/{barrier}",
              api::removing("barrier", remove), school_of});
  routes.add({"raiseBarrier", Method::put, "/districts/{district}/barriers/{barrier}/raised",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto expected, call.expected_version());
                TRY(const auto fields, call.body<RaiseFields>());
                CHECK_OK(raise(call.change(), call.id("barrier"), expected, fields));
                return shown(call, call.id("barrier"));
              },
              school_of});
  routes.add({"replyToBarrier", Method::put, "/districts/{district}/barriers/{barrier}/reply",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto expected, call.expected_version());
                TRY(const auto fields, call.body<ReplyFields>());
                CHECK_OK(reply(call.change(), call.id("barrier"), expected, fields));
                return shown(call, call.id("barrier"));
              },
              school_of});
}

}  // namespace tandem::barrier
