#include "communication/routes.hpp"

#include "api/filters.hpp"
#include "api/records.hpp"
#include "communication/service.hpp"
#include "identity/attempts.hpp"

namespace tandem::communication {
namespace {

using http::Method;

Date today() { return Timestamp::now().date(); }

constexpr std::size_t kLongestToken = 200;

std::string place(const DistrictId& district, const RecordId& id) {
  return "/api/v1/districts/" + district.value + "/communications/" + id.value;
}

Result<Query> query_of(const api::Call& call) {
  Query query;
  TRY(const auto page, call.page());
  query.limit = page.limit;
  if (!page.after.empty() && !is_uuid(page.after)) {
    return problem::malformed("after is not a cursor of this list.");
  }
  query.after = page.after;
  TRY(const auto where, api::school_filter(call));
  query.school_id = where.school_id;
  query.district_only = where.district_only;
  TRY(query.reach, api::enum_filter<Reach>(call, "reach"));
  TRY(query.owner_id, api::id_filter<PersonId>(call, "owner_id"));
  query.today = today();
  return query;
}

Result<api::Reply> create_for(api::Call& call, const std::optional<SchoolId>& school) {
  TRY(const auto fields, call.body<CommunicationFields>());
  TRY(const auto made, create(call.change(), school, fields));
  TRY(const auto detail, find(call.tx, call.district, made.id, today()));
  return api::created(detail, place(call.district, made.id));
}

void add_plan(api::Routes& routes) {
  const auto school_of = api::school_of_record<Communication>("communication");
  routes.add({"listCommunications", Method::get, "/districts/{district}/communications",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto query, query_of(call));
                return api::page_of(list(call.tx, call.district, query), {query.limit, ""},
                                    [](const Communication& last) { return last.id.value; });
              }});
  routes.add({"createCommunication", Method::post, "/districts/{district}/communications",
              [](api::Call& call) { return create_for(call, std::nullopt); }});
  routes.add({"createSchoolCommunication", Method::post,
              "/districts/{district}/schools/{school}/communications",
              [](api::Call& call) { return create_for(call, call.id<SchoolId>("school")); }});
  const std::string one = "/districts/{district}/communications/{communication}";
  const auto shown = [](api::Call& call) -> Result<api::Reply> {
    TRY(const auto detail, find(call.tx, call.district, call.id("communication"), today()));
    return api::record(detail);
  };
  routes.add({"getCommunication", Method::get, one, shown, school_of});
  routes.add({"replaceCommunication", Method::put, one,
              [shown](api::Call& call) -> Result<api::Reply> {
                TRY(const auto expected, call.expected_version());
                TRY(const auto fields, call.body<CommunicationFields>());
                CHECK_OK(replace(call.change(), call.id("communication"), expected, fields));
                return shown(call);
              },
              school_of});
  routes.add(
      {"removeCommunication", Method::del, one, api::removing("communication", remove), school_of});
}

void add_deliveries(api::Routes& routes) {
  const std::string path = "/districts/{district}/communications/{communication}/deliveries";
  routes.add({"addDelivery", Method::post, path,
              [](api::Call& call) -> Result<api::Reply> {
                const auto id = call.id("communication");
                TRY(const auto fields, call.body<DeliveryFields>());
                TRY(const auto made, deliver(call.change(), id, fields));
                return api::created(made,
                                    place(call.district, id) + "/deliveries/" + made.id.value);
              },
              api::school_of_record<Communication>("communication")});
  routes.add({"removeDelivery", Method::del, path + "/{delivery}",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto expected, call.expected_version());
                CHECK_OK(take_back(call.change(), call.id("communication"), call.id("delivery"),
                                   expected));
                return api::no_content();
              },
              [](db::Tx& tx, const DistrictId& district,
                 const api::Params& params) -> Result<std::optional<SchoolId>> {
                const auto row =
                    tx.row_of<Delivery>(district, "and id = :id", params.at("delivery"));
                if (!row || row->communication_id.value != params.at("communication")) {
                  return problem::not_found(std::string(Delivery::entity));
                }
                return row->school_id;
              }});
}

// A feed is its person's own, whatever it shows: the role for a school plays no part.
Result<std::optional<SchoolId>> calendar_of_district(db::Tx& tx, const DistrictId& district,
                                                     const api::Params& params) {
  const auto known =
      tx.number("select count(*) from calendar_feed where district_id = :district and id = :id",
                district, params.at("calendar"));
  if (known == 0) return problem::not_found("calendar");
  return std::optional<SchoolId>{};
}

void add_calendars(api::Routes& routes, const CalendarSources& sources, const std::string& url) {
  routes.add({"listCalendars", Method::get, "/districts/{district}/calendars",
              [](api::Call& call) -> Result<api::Reply> {
                return api::list(feeds(call.tx, call.district, call.caller.id));
              }});
  // Not a plain handler: its answer would be kept for a repeated request, and the secret with it.
  routes.add({"createCalendar", Method::post, "/districts/{district}/calendars",
              [url](api::FreeCall& call) -> Result<api::Reply> {
                TRY(const auto fields, call.body<CalendarFields>());
                TRY(const auto made, call.database.write([&](db::Tx& tx) {
                  audit::Change change(tx, call.district, {call.caller->id, call.caller->name},
                                       "createCalendar");
                  return open_feed(change, call.caller->home, fields, url);
                }));
                return api::created(made, "/api/v1/districts/" + call.district.value +
                                              "/calendars/" + made.id.value);
              }});
  routes.add({"removeCalendar", Method::del, "/districts/{district}/calendars/{calendar}",
              api::removing("calendar", withdraw_feed), calendar_of_district});

  // A calendar program asks once an hour or so; whoever guesses addresses does not get far.
  identity::AttemptLimits limits;
  limits.per_email = 60;
  limits.per_peer = 600;
  const auto readings = std::make_shared<identity::Attempts>(limits);
  routes.add({"getCalendar", Method::get, "/calendars/{token}",
              [readings, &sources, url](api::FreeCall& call) -> Result<api::Reply> {
                const auto& token = call.param("token");
                if (const auto wait =
                        readings->begin(token.substr(0, kLongestToken), call.request().peer)) {
                  auto problem = problem::too_many("This calendar is read too often.");
                  problem.retry_after = static_cast<int>(wait->count());
                  return problem;
                }
                TRY(auto text, call.database.read([&](db::Tx& tx) {
                  return calendar_at(tx, token, sources, url, today());
                }));
                api::Reply reply;
                reply.content_type = "text/calendar; charset=utf-8";
                reply.headers.emplace_back("Content-Disposition", "inline; filename=tandem.ics");
                reply.body = api::bytes(std::move(text));
                return reply;
              }});
}

}  // namespace

void add_routes(api::Routes& routes, const CalendarSources& sources,
                const std::string& public_url) {
  add_plan(routes);
  add_deliveries(routes);
  add_calendars(routes, sources, public_url);
}

}  // namespace tandem::communication
