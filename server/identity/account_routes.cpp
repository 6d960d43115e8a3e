// Setting up, signing in and out, invitations' own page.
#include "identity/account.hpp"
#include "identity/password.hpp"
#include "identity/routes.hpp"
#include "org/service.hpp"

namespace tandem::identity {
namespace {

using api::Call;
using api::FreeCall;
using api::Reply;
using http::Method;

struct SetupState {
  bool needed = false;
};
BOOST_DESCRIBE_STRUCT(SetupState, (), (needed))

std::string_view cookie_of(const FreeCall& call) {
  return http::cookie(call.request().header("cookie"), kSessionCookie);
}

Reply signed_in(const Started& started, bool secure) {
  Reply reply = api::ok(started.session);
  reply.status = 201;
  reply.headers.emplace_back("Set-Cookie", set_cookie(started.cookie, secure));
  return reply;
}

Result<Reply> get_session(FreeCall& call, bool secure) {
  auto who = *call.caller;
  const auto now = Timestamp::now();
  if (!needs_renewal(who, now)) {
    return api::ok(call.database.read([&](db::Tx& tx) { return describe(tx, who); }));
  }
  TRY(const auto session, call.database.write([&](db::Tx& tx) -> Result<Session> {
    who.expires_at = renew_session(tx, cookie_of(call), now);
    return describe(tx, who);
  }));
  Reply reply = api::ok(session);
  reply.headers.emplace_back("Set-Cookie", set_cookie(cookie_of(call), secure));
  return reply;
}

Result<Reply> sign_out(FreeCall& call, bool secure) {
  CHECK_OK(call.database.write([&](db::Tx& tx) -> Result<void> {
    end_session(tx, cookie_of(call));
    return {};
  }));
  Reply reply = api::no_content();
  reply.headers.emplace_back("Set-Cookie", clear_cookie(secure));
  return reply;
}

}  // namespace

void add_account_routes(api::Routes& routes, const Settings& settings) {
  const bool secure = settings.public_url.rfind("https:", 0) == 0;
  const auto attempts = std::make_shared<Attempts>();
  nobodys_hash();  // made now, so that the first wrong sign-in takes no longer than the others

  routes.add({"getSetup", Method::get, "/setup", [](Call& call) -> Result<Reply> {
                return api::ok(SetupState{org::is_empty(call.tx)});
              }});
  routes.add({"setUp", Method::post, "/setup", [secure](FreeCall& call) -> Result<Reply> {
                TRY(const auto fields, call.body<SetupFields>());
                TRY(const auto started, set_up(call.database, fields));
                return signed_in(started, secure);
              }});
  routes.add(
      {"signIn", Method::post, "/session", [secure, attempts](FreeCall& call) -> Result<Reply> {
         TRY(const auto fields, call.body<SignInFields>());
         TRY(const auto started, sign_in(call.database, *attempts, fields, call.request().peer));
         return signed_in(started, secure);
       }});
  routes.add({"getSession", Method::get, "/session",
              [secure](FreeCall& call) { return get_session(call, secure); }});
  routes.add({"signOut", Method::del, "/session",
              [secure](FreeCall& call) { return sign_out(call, secure); }});
  routes.add({"changePassword", Method::put, "/session/password",
              [attempts](FreeCall& call) -> Result<Reply> {
                TRY(const auto fields, call.body<ChangePasswordFields>());
                CHECK_OK(change_own_password(call.database, *attempts, *call.caller,
                                             cookie_of(call), fields, call.request().peer));
                return api::no_content();
              }});
  routes.add(
      {"getInvitation", Method::get, "/invitations/{token}", [](Call& call) -> Result<Reply> {
         TRY(const auto invited, find_invitation(call.tx, call.param("token"), Timestamp::now()));
         return api::ok(invited.shown);
       }});
  routes.add({"acceptInvitation", Method::post, "/invitations/{token}",
              [secure](FreeCall& call) -> Result<Reply> {
                // What is not there is 404 before anything is said about the body.
                CHECK_OK(call.database.read([&](db::Tx& tx) {
                  return find_invitation(tx, call.param("token"), Timestamp::now());
                }));
                TRY(const auto fields, call.body<AcceptFields>());
                TRY(const auto started, accept(call.database, call.param("token"), fields));
                return signed_in(started, secure);
              }});
}

}  // namespace tandem::identity
