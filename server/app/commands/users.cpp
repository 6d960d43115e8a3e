#include <iostream>

#include "app/commands/commands.hpp"
#include "app/commands/district.hpp"
#include "db/database.hpp"
#include "identity/invitation.hpp"
#include "identity/password.hpp"
#include "identity/people.hpp"

namespace tandem::app {
namespace {

// A line of standard input, so that the password is in no list of processes and no shell history.
Result<identity::Password> read_password() {
  std::cerr << "New password: " << std::flush;
  std::string line;
  std::getline(std::cin, line);
  return json::from<identity::Password>(json::value(line));
}

std::string text_of(const std::vector<identity::Grant>& grants) {
  std::string text;
  for (const auto& grant : grants) {
    text +=
        (text.empty() ? "" : ", ") + std::string(boost::describe::enum_to_string(grant.role, ""));
  }
  return text.empty() ? "no role" : text;
}

// A new person with a role in the change's district; the link of their invitation.
Result<std::string> invite_new(audit::Change& change, const NewUser& user,
                               const std::string& public_url) {
  std::optional<SchoolId> school;
  if (!user.school_code.empty()) {
    for (const auto& known : org::schools(change.tx, change.district)) {
      if (known.code.value == user.school_code) school = known.school_id();
    }
    if (!school) return problem::not_found("school");
  }
  json::object grant{{"role", user.role}, {"school_id", json::write(school)}};
  TRY(const auto fields,
      json::from<identity::PersonFields>(json::object{{"email", user.email},
                                                      {"name", user.name},
                                                      {"title", ""},
                                                      {"active", true},
                                                      {"grants", json::array{std::move(grant)}}}));
  TRY(const auto person, identity::create_person(change, fields));
  TRY(const auto links, identity::invite(change, {person.person_id()}, public_url));
  return links.front().link;
}

}  // namespace

int list_users(const Config& config, const std::string& district_code) {
  db::Database database({config.database, 1, {}});
  database.migrate();
  return database.read([&](db::Tx& tx) {
    for (const auto& person : identity::people(tx, district_named(tx, district_code).id)) {
      std::cout << person.email.value << "\t" << person.name.value << "\t" << text_of(person.grants)
                << (person.active ? "" : "\t(not active)")
                << (person.has_password ? "" : "\t(no password yet)") << "\n";
    }
    return 0;
  });
}

int add_user(const Config& config, const std::string& district_code, const NewUser& user) {
  db::Database database({config.database, 1, {}});
  database.migrate();
  const auto link = database.write([&](db::Tx& tx) -> Result<std::string> {
    audit::Change change(tx, district_named(tx, district_code).id, command_line(), "user add");
    return invite_new(change, user, config.url());
  });
  if (!link) return complain(link.error());
  std::cout << "Added " << user.name << ". With this link they choose a password:\n"
            << *link << "\n";
  return 0;
}

int add_district(const Config& config, const std::string& code, const std::string& name,
                 const NewUser& administrator) {
  db::Database database({config.database, 1, {}});
  database.migrate();
  const auto link = database.write([&](db::Tx& tx) -> Result<std::string> {
    TRY(const auto fields,
        json::from<org::DistrictFields>(json::object{{"code", code}, {"name", name}}));
    const auto district =
        org::open_district(tx, command_line(), fields, org::DistrictKind::district, "district add");
    audit::Change change(tx, district, command_line(), "district add");
    return invite_new(change, administrator, config.url());
  });
  if (!link) return complain(link.error());
  std::cout << "Added " << name << ". With this link " << administrator.name
            << " chooses a password:\n"
            << *link << "\n";
  return 0;
}

int set_user_password(const Config& config, const std::string& email) {
  db::Database database({config.database, 1, {}});
  database.migrate();
  const auto address = identity::Email::parse(email);
  if (!address) return complain(problem::invalid("", email + " is not an e-mail address."));
  const auto password = read_password();
  if (!password) return complain(password.error());
  const auto hash = identity::hash_password(password->value);
  const auto done = database.write([&](db::Tx& tx) -> Result<void> {
    const auto login = identity::find_login(tx, *address);
    if (!login) return problem::not_found("person");
    audit::Change change(tx, login->home, command_line(), "user password");
    return identity::change_password(change, login->person, hash, "");
  });
  if (!done) return complain(done.error());
  std::cout << "The password is set, and all sessions of " << email << " have ended.\n";
  return 0;
}

}  // namespace tandem::app
