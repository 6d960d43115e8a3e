// One's own account: setting a server up, signing in and out, the password. What hashes a
// password is done in steps, so that no transaction is open meanwhile.
#pragma once

#include "db/database.hpp"
#include "identity/attempts.hpp"
#include "identity/invitation.hpp"
#include "identity/session.hpp"
#include "org/org.hpp"

namespace tandem::identity {

struct SetupPerson {
  Name name;
  Email email;
  Password password;
};
BOOST_DESCRIBE_STRUCT(SetupPerson, (), (name, email, password))
struct SetupFields {
  org::DistrictFields district;
  SetupPerson person;
};
BOOST_DESCRIBE_STRUCT(SetupFields, (), (district, person))

struct SignInFields {
  Text<1, 254> email;
  Text<1, 200> password;
};
BOOST_DESCRIBE_STRUCT(SignInFields, (), (email, password))

struct ChangePasswordFields {
  Text<1, 200> current_password;
  Password new_password;
};
BOOST_DESCRIBE_STRUCT(ChangePasswordFields, (), (current_password, new_password))

struct AcceptFields {
  Password password;
};
BOOST_DESCRIBE_STRUCT(AcceptFields, (), (password))

// Who is signed in, as the page is told.
struct SessionPerson {
  PersonId id;
  std::string name;
  std::string email;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(SessionPerson, (), (id, name, email, title))
struct SessionDistrict {
  DistrictId id;
  std::string name;
  org::DistrictKind kind = org::DistrictKind::district;
  std::vector<Grant> grants;
};
BOOST_DESCRIBE_STRUCT(SessionDistrict, (), (id, name, kind, grants))
struct Session {
  SessionPerson person;
  std::string csrf_token;
  Timestamp expires_at;
  std::vector<SessionDistrict> districts;  // in which the person has a role: the home one first
};
BOOST_DESCRIBE_STRUCT(Session, (), (person, csrf_token, expires_at, districts))

Session describe(db::Tx& tx, const SignedIn& who);

struct Started {
  std::string cookie;
  Session session;
};

// The first district and its administrator; 409 if there is a district.
Result<Started> set_up(db::Database& database, const SetupFields& fields);
// 401 for a wrong e-mail or password, 429 after too many attempts.
Result<Started> sign_in(db::Database& database, Attempts& attempts, const SignInFields& fields,
                        const std::string& peer);
Result<Started> accept(db::Database& database, std::string_view token, const AcceptFields& fields);
// 422 if the current password is wrong, 429 after too many attempts. Other sessions end.
Result<void> change_own_password(db::Database& database, Attempts& attempts, const SignedIn& who,
                                 std::string_view cookie, const ChangePasswordFields& fields,
                                 const std::string& peer);

}  // namespace tandem::identity
