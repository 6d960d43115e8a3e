#include "demo/demo.hpp"

#include <iostream>

#include "app/commands/commands.hpp"
#include "app/commands/district.hpp"
#include "identity/account.hpp"
#include "plan/large.hpp"

namespace tandem::app {
namespace {

// bench/run signs in with these.
constexpr auto kLargeEmail = "admin@large.example";
constexpr auto kLargePassword = "large-district-2026";

Result<void> load_large(db::Database& database) {
  identity::SetupFields fields;
  fields.district.code.value = "LARGE";
  fields.district.name.value = "Large District";
  fields.person.name.value = "Ada Administrator";
  fields.person.email.value = kLargeEmail;
  fields.person.password.value = kLargePassword;
  TRY(const auto started, identity::set_up(database, fields));
  const auto& person = started.session.person;
  return database.write([&](db::Tx& tx) {
    audit::Change change(tx, started.session.districts.front().id, {person.id, person.name},
                         "demo");
    return plan::make_large(change);
  });
}

int demo_large(db::Database& database) {
  if (const auto done = load_large(database); !done) return complain(done.error());
  std::cout << "A large district. Sign in as " << kLargeEmail << ", password " << kLargePassword
            << "\n";
  return 0;
}

}  // namespace

int demo(const Config& config, const Demo& which) {
  db::Database database({config.database, 1, {}});
  database.migrate();
  const bool empty = database.read([](db::Tx& tx) { return org::is_empty(tx); });
  if (which.if_empty && !empty) return 0;
  if (which.large) return demo_large(database);
  toolkit::Packs packs;
  const auto logins = demo::load(database, packs);
  if (!logins) return complain(logins.error());
  std::cout << logins->district_name << ", a district to look around in. Sign in as\n";
  for (const auto& person : logins->people) {
    std::cout << "  " << person.email << "  " << person.name << ", " << person.what << "\n";
  }
  std::cout << "The password is " << logins->password << " for everybody.\n";
  return 0;
}

}  // namespace tandem::app
