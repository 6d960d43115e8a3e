#include "api/pipeline.hpp"

#include <sodium.h>

#include <chrono>
#include <cmath>

#include "api/idempotency.hpp"
#include "base/log.hpp"

namespace tandem::api {
namespace {

bool changes(http::Method method) {
  return method != http::Method::get && method != http::Method::head;
}

Problem no_such_route() {
  return {404, "no-such-route", "Not found", "There is nothing at this address.", {}, {}};
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

// Ids in paths are UUIDs; what these parameters name has a form of its own.
bool is_id(const std::string& param) {
  return param != "token" && param != "function_id" && param != "field" && param != "number" &&
         param != "pack_id" && param != "pack_version" && param != "public_district" &&
         param != "code" && param != "step" && param != "subject" && param != "part" &&
         param != "year";
}

Result<void> check_params(const Params& params) {
  for (const auto& [name, value] : params) {
    if (is_id(name) && !is_uuid(value)) {
      return problem::malformed("The path's {" + name + "} is not an id.");
    }
  }
  return {};
}

Result<void> check_body_kind(const http::Request& request, const Router::Found& found) {
  if (found.route->max_body == 0) return {};  // it takes none
  if (!changes(request.method) || request.method == http::Method::del) return {};
  if (http::media_type(request.header("content-type")) == "application/json") return {};
  return Problem{415, "not-json", "This is not JSON", "Send the body as application/json.", {}, {}};
}

bool is_compressed(const std::string& content_type) {
  return content_type == "application/pdf" || content_type == "application/zip" ||
         content_type.rfind("application/vnd.openxmlformats", 0) == 0;
}

bool compresses(const http::Request& request, const Reply& reply) {
  return reply.body->size() >= http::kWorthCompressing && !is_compressed(reply.content_type) &&
         http::accepts(request.header("accept-encoding"), "gzip");
}

bool is_open(const Router::Found& found) {
  const auto* permission = identity::permission_for(found.route->operation);
  return permission != nullptr && permission->access == identity::Access::open;
}

// What does not depend on who it is.
Result<void> check_sender(const http::Request& request, const Router::Found& found) {
  if (changes(request.method) && !same_origin(request)) {
    return problem::forbidden("The request comes from another site.");
  }
  if (is_open(found)) return check_params(found.params);
  return {};
}

// The school that permissions are about: {school} of the path, or that of the record it names.
// 404 for a school or a record that is not there.
Result<std::optional<SchoolId>> school_asked(db::Tx& tx, const DistrictId& district,
                                             const Router::Found& found) {
  std::optional<SchoolId> asked;
  if (const auto school = found.params.find("school"); school != found.params.end()) {
    const auto known =
        tx.number("select count(*) from school where district_id = :district and id = :id",
                  district, school->second);
    if (known == 0) return problem::not_found("school");
    asked = SchoolId{school->second};
  }
  if (found.route->school_of) {
    TRY(const auto own, found.route->school_of(tx, district, found.params));
    if (!asked) asked = own;
  }
  return asked;
}

}  // namespace

Problem problem_of(int status) {
  switch (status) {
    case 413:
      return {413, "too-large", "This is too large", "The body of the request is too large.",
              {},  {}};
    case 431:
      return {431,
              "headers-too-large",
              "This is too large",
              "The headers of the request are too large.",
              {},
              {}};
    case 503:
      return {503,       "unavailable",
              "Not now", "Too much is going on. Please try again in a moment.",
              {},        {}};
    default:
      return problem::malformed("This is not an HTTP request that the server understands.");
  }
}

bool same_origin(const http::Request& request) {
  const auto origin = request.header("origin");
  if (origin.empty()) return true;
  const auto scheme = origin.find("://");
  return scheme != std::string_view::npos && origin.substr(scheme + 3) == request.header("host");
}

std::size_t Pipeline::max_body(const http::Request& head) const {
  const auto found = router_.find(head.method, head.path);
  const auto* match = std::get_if<Router::Found>(&found);
  return match == nullptr ? 0 : match->route->max_body;
}

bool Pipeline::owns(const http::Request& request) const {
  if (request.path.rfind("/api/", 0) == 0 || request.path == "/api") return true;
  return !std::holds_alternative<Router::Nothing>(router_.find(request.method, request.path));
}

bool Pipeline::only_reads(const http::Request& request) const {
  if (changes(request.method)) return false;
  const auto found = router_.find(request.method, request.path);
  const auto* match = std::get_if<Router::Found>(&found);
  return match != nullptr && std::holds_alternative<Handler>(match->route->handler);
}

http::Response Pipeline::answer(const http::Request& request) {
  const auto start = std::chrono::steady_clock::now();
  const auto found = router_.find(request.method, request.path);
  const auto* match = std::get_if<Router::Found>(&found);
  Result<Reply> result = no_such_route();
  try {
    if (match != nullptr) {
      result = carry_out(request, *match);
    } else if (const auto* others = std::get_if<Router::OtherMethods>(&found)) {
      result = Problem{405,
                       "no-such-method",
                       "This cannot be done here",
                       "This address answers to: " + others->allow + ".",
                       {},
                       {}};
    }
  } catch (const db::Duplicate&) {
    result = problem::conflict("There is one like it already; somebody may just have added it.");
  } catch (const std::exception& error) {
    log::error("request failed", {{"request", request.id}, {"error", error.what()}});
    result = database_.ready()
                 ? Problem{500,
                           "our-fault",
                           "Something went wrong here",
                           "This is not your fault. It has been noted with the request's id.",
                           {},
                           {}}
                 : problem_of(503);
  }
  http::Response response = result ? respond(request, *result) : refusal(request, result.error());
  if (const auto* others = std::get_if<Router::OtherMethods>(&found)) {
    response.set("Allow", others->allow);
  }
  note(request, match, response, std::chrono::steady_clock::now() - start);
  return response;
}

std::optional<http::Response> Pipeline::kept_answer(const http::Request& request) {
  const auto start = std::chrono::steady_clock::now();
  const auto key = KeptAnswers::key_of(request);
  if (key.empty() || !kept_.has(key)) return std::nullopt;
  const auto change = database_.changes();
  if (!change) return std::nullopt;
  const auto reply = kept_.find(key, *change, Timestamp::now());
  if (!reply) return std::nullopt;
  if (compresses(request, *reply) && !compressed_.find(reply->body)) return std::nullopt;
  http::Response response = respond(request, *reply);
  const auto found = router_.find(request.method, request.path);
  note(request, std::get_if<Router::Found>(&found), response,
       std::chrono::steady_clock::now() - start);
  return response;
}

void Pipeline::note(const http::Request& request, const Router::Found* found,
                    const http::Response& response, std::chrono::duration<double> took) {
  // The route and not the path: a path may hold an invitation's token.
  const std::string operation = found == nullptr ? "none" : found->route->operation;
  metrics_.answered(operation, response.status, took.count());
  if (log::informs()) {
    log::info("request", {{"request", request.id},
                          {"method", http::name_of(request.method)},
                          {"operation", operation},
                          {"status", response.status},
                          {"ms", std::round(took.count() * 1e5) / 100},
                          {"bytes", response.body.view.size()}});
  }
}

Result<Reply> Pipeline::carry_out(const http::Request& request, const Router::Found& found) {
  const Message message(request, found.params);
  if (const auto* handler = std::get_if<Handler>(&found.route->handler)) {
    if (!changes(request.method)) return read(request, found, *handler);
    TRY(auto admitted, database_.read([&](db::Tx& tx) { return admit(tx, request, found); }));
    CHECK_OK(check_body_kind(request, found));
    return write(message, found, admitted.value_or(Admitted{}), *handler);
  }
  std::optional<Admitted> admitted;
  if (is_open(found)) {  // without a look at the store: health is told without one
    CHECK_OK(check_sender(request, found));
  } else {
    TRY(admitted, database_.read([&](db::Tx& tx) { return admit(tx, request, found); }));
  }
  CHECK_OK(check_body_kind(request, found));
  FreeCall call(message, database_, admitted ? admitted->district : DistrictId{},
                admitted ? std::optional(admitted->caller) : std::nullopt);
  return std::get<FreeHandler>(found.route->handler)(call);
}

Result<std::optional<Pipeline::Admitted>> Pipeline::admit(db::Tx& tx, const http::Request& request,
                                                          const Router::Found& found) const {
  const auto* permission = identity::permission_for(found.route->operation);
  if (permission == nullptr) {
    return problem::forbidden("No role may do this.");  // and a test sees to it that there is none
  }
  CHECK_OK(check_sender(request, found));
  if (permission->access == identity::Access::open) return std::optional<Admitted>{};
  const bool for_seats = permission->access == identity::Access::seat ||
                         permission->access == identity::Access::seat_or_granted;
  if (for_seats && !request.header(identity::kSeatHeader).empty()) {
    return admit_seat(tx, request, found);
  }
  if (permission->access == identity::Access::seat) return problem::not_signed_in();
  const auto cookie = http::cookie(request.header("cookie"), identity::kSessionCookie);
  auto caller = identity::find_session(tx, cookie, Timestamp::now());
  if (!caller) return problem::not_signed_in();
  CHECK_OK(check_params(found.params));
  DistrictId district;
  if (permission->access != identity::Access::signed_in) {
    district = DistrictId{found.params.at("district")};
    const auto grants = identity::grants_in(tx, district, caller->id);
    if (grants.empty()) return problem::not_found("district");
    TRY(const auto school, school_asked(tx, district, found));
    if (!identity::allowed(*permission, grants, school)) {
      return problem::forbidden(
          "Ask the district's administrator if you should be able to do this.");
    }
  }
  if (changes(request.method) &&
      !equal_in_constant_time(request.header("x-csrf-token"), caller->csrf_token)) {
    return problem::forbidden("X-CSRF-Token is missing or not this session's.");
  }
  return std::optional<Admitted>{Admitted{std::move(*caller), std::move(district), {}}};
}

// A seat in the room that the path names. No CSRF token: another site cannot set the header.
Result<std::optional<Pipeline::Admitted>> Pipeline::admit_seat(db::Tx& tx,
                                                               const http::Request& request,
                                                               const Router::Found& found) const {
  CHECK_OK(check_params(found.params));
  Admitted admitted;
  admitted.district = DistrictId{found.params.at("district")};
  admitted.seat = identity::find_seat(tx, admitted.district, request.header(identity::kSeatHeader));
  if (!admitted.seat) return problem::not_signed_in();
  if (admitted.seat->workshop_id.value != found.params.at("workshop")) {
    return problem::not_found("workshop");
  }
  // Kept answers of repeated creates are told apart by who made them.
  admitted.caller.id = PersonId{admitted.seat->id.value};
  return std::optional<Admitted>{std::move(admitted)};
}

Result<Reply> Pipeline::read(const http::Request& request, const Router::Found& found,
                             const Handler& handler) {
  const auto key = found.route->lasting ? KeptAnswers::key_of(request) : std::string();
  const auto change = key.empty() ? std::nullopt : database_.changes();
  Timestamp until;
  auto reply = database_.read([&](db::Tx& tx) -> Result<Reply> {
    TRY(auto admitted, admit(tx, request, found));
    if (!admitted) admitted.emplace();
    until = admitted->caller.expires_at;
    Call call(Message(request, found.params), tx, admitted->district, admitted->caller,
              admitted->seat, nullptr);
    return handler(call);
  });
  if (reply && change) kept_.put(key, *change, *reply, until);
  return reply;
}

Result<Reply> Pipeline::write(const Message& message, const Router::Found& found,
                              const Admitted& admitted, const Handler& handler) {
  std::vector<audit::Event> events;
  auto result = database_.write([&](db::Tx& tx) -> Result<Reply> {
    // What a seat does is in the room's log and carries no person.
    const auto actor =
        admitted.seat ? audit::Actor{} : audit::Actor{admitted.caller.id, admitted.caller.name};
    audit::Change change(tx, admitted.district, actor, found.route->operation);
    Call call(message, tx, admitted.district, admitted.caller, admitted.seat, &change);
    const bool repeatable = found.route->method == http::Method::post && !is_open(found);
    if (repeatable) {
      TRY(auto earlier, earlier_reply(call, found.route->operation));
      if (earlier) return std::move(*earlier);
    }
    TRY(auto reply, handler(call));
    if (repeatable) keep_reply(call, found.route->operation, reply);
    events = change.events();
    // With the commit, and only with it, every process hears of it, this one included.
    if (tx.backend() == db::Backend::postgresql && !events.empty()) {
      for (const auto& event : events) {  // one by one: a notification holds 8000 bytes
        tx.number("select count(*) from (select pg_notify(:channel, :event)) as told",
                  std::string(audit::kChannel), json::text(event));
      }
    }
    return reply;
  });
  if (result && database_.backend() == db::Backend::sqlite && !events.empty()) publish_(events);
  return result;
}

http::Response Pipeline::respond(const http::Request& request, const Reply& reply) {
  http::Response response;
  response.status = reply.status;
  response.headers = reply.headers;
  if (!reply.location.empty()) response.set("Location", reply.location);
  if (!reply.etag.empty()) response.set("ETag", '"' + reply.etag + '"');
  // Private to who asks, and always asked again. A browser may keep it to compare by ETag only
  // if that is a revision ("r41"), which moves on with everything shown; a record's version does
  // not when something shown with it changes, such as a team's members.
  const bool revision = !reply.etag.empty() && reply.etag.front() == 'r';
  response.set("Cache-Control", revision ? "private, no-cache" : "no-store");
  if (revision && request.method == http::Method::get && reply.status == 200 &&
      http::names_tag(request.header("if-none-match"), reply.etag)) {
    response.status = 304;
    return response;
  }
  if (reply.status == 204) return response;
  response.set("Content-Type", reply.content_type);
  response.set("Vary", "Accept-Encoding");
  if (compresses(request, reply)) {
    response.set("Content-Encoding", "gzip");
    response.body = http::Bytes(compressed_.of(reply.body));
  } else {
    response.body = http::Bytes(reply.body);
  }
  return response;
}

http::Response Pipeline::refusal(const http::Request& request, const Problem& problem) {
  json::object body{{"type", "/problems/" + problem.slug},
                    {"title", problem.title},
                    {"status", problem.status},
                    {"detail", problem.detail},
                    {"instance", request.id},
                    {"errors", json::write(problem.errors)}};
  if (problem.current) body["current"] = *problem.current;
  http::Response response;
  response.status = problem.status;
  response.set("Content-Type", "application/problem+json");
  response.set("Cache-Control", "no-store");
  if (problem.status == 429 || problem.status == 503) {
    response.set("Retry-After", std::to_string(problem.retry_after));
  }
  response.body = http::Bytes(boost::json::serialize(body));
  return response;
}

}  // namespace tandem::api
