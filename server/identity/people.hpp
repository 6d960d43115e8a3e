// What can be done with the people of a district.
#pragma once

#include "identity/person.hpp"

namespace tandem::identity {

// All of a district's people, by name.
std::vector<Person> people(db::Tx& tx, const DistrictId& district);

struct PeopleQuery {
  std::optional<std::string> text;    // part of a name or e-mail
  std::optional<SchoolId> school_id;  // only those with a role there
  std::int64_t limit = 100;
  std::string after;  // id of the last person of the page before
};
// By name; up to limit + 1, to see whether there are more.
std::vector<Person> people_page(db::Tx& tx, const DistrictId& district, const PeopleQuery& query);

Result<Person> find_person(db::Tx& tx, const DistrictId& district, const PersonId& person);

// Where an e-mail's person is, in whichever district.
struct Login {
  DistrictId home;
  PersonId person;
  bool active = false;
  std::optional<std::string> password_hash;
};
BOOST_DESCRIBE_STRUCT(Login, (), (home, person, active, password_hash))
std::optional<Login> find_login(db::Tx& tx, const Email& email);
std::optional<Login> find_login(db::Tx& tx, const DistrictId& home, const PersonId& person);

// 409 if the e-mail belongs to somebody already, in any district; 422 for roles that cannot be.
Result<Person> create_person(audit::Change& change, const PersonFields& fields);
// The same for somebody whose id is known before: the first administrator makes themselves.
Result<Person> create_person(audit::Change& change, const PersonId& id, const PersonFields& fields,
                             const std::optional<std::string>& password_hash);
// As for create_person; 409 if it would leave the district without an administrator. Somebody
// who is no longer active is signed out everywhere.
Result<Person> replace_person(audit::Change& change, const PersonId& person,
                              std::int64_t expected_version, const PersonFields& fields);

// Only the hash: for what needs no entry in the history (the same password at a new cost).
void set_password(db::Tx& tx, const DistrictId& home, const PersonId& person,
                  const std::string& hash);
// A new password: in the history, and all sessions but the one with this cookie end.
Result<void> change_password(audit::Change& change, const PersonId& person, const std::string& hash,
                             std::string_view except_cookie);

}  // namespace tandem::identity
