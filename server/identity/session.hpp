// Signed-in sessions, kept on the server. The cookie holds "<home district>.<token>"; the store
// holds only the token's hash, so that a copy of the database signs nobody in.
#pragma once

#include "db/tx.hpp"
#include "identity/permissions.hpp"

namespace tandem::identity {

inline constexpr std::string_view kSessionCookie = "tandem_session";
inline constexpr std::chrono::hours kSessionLife{24 * 14};  // renewed by use
inline constexpr std::chrono::hours kRenewalStep{1};        // at most this often

struct SignedIn {
  PersonId id;
  DistrictId home;  // the district that keeps the person's record
  std::string name;
  std::string email;
  std::string title;
  std::string csrf_token;
  Timestamp expires_at;
};

struct NewSession {
  std::string cookie;  // the cookie's value; not to be had again
  SignedIn signed_in;
};

NewSession create_session(db::Tx& tx, const DistrictId& home, const PersonId& person,
                          const Timestamp& now);
// Nothing if the cookie is malformed, unknown or expired, or the person no longer active.
std::optional<SignedIn> find_session(db::Tx& tx, std::string_view cookie, const Timestamp& now);
// Being used puts off a session's end. Reading a session never writes, so whoever answers "who
// is signed in" asks whether it is time, and renews: from then on it lives kSessionLife again.
bool needs_renewal(const SignedIn& who, const Timestamp& now);
Timestamp renew_session(db::Tx& tx, std::string_view cookie, const Timestamp& now);
void end_session(db::Tx& tx, std::string_view cookie);
// All sessions of a person; except the one with this cookie, if one is given.
void end_sessions_of(db::Tx& tx, const DistrictId& home, const PersonId& person,
                     std::string_view except_cookie);

// What the person may do in a district; empty: nothing at all, it does not exist for them.
std::vector<Grant> grants_in(db::Tx& tx, const DistrictId& district, const PersonId& person);

// Set-Cookie for a new session, and for one that has ended.
std::string set_cookie(std::string_view cookie, bool secure);
std::string clear_cookie(bool secure);

}  // namespace tandem::identity
