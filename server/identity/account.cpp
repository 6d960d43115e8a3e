#include "identity/account.hpp"

#include <algorithm>

#include "identity/password.hpp"
#include "org/service.hpp"

namespace tandem::identity {
namespace {

struct GrantIn {
  DistrictId district_id;
  std::string name;
  org::DistrictKind kind = org::DistrictKind::district;
  Role role = Role::viewer;
  std::string school_id;
};
BOOST_DESCRIBE_STRUCT(GrantIn, (), (district_id, name, kind, role, school_id))

Problem wrong_login() {
  auto refused = problem::not_signed_in();
  refused.detail = "The e-mail or the password is wrong.";
  return refused;
}

Problem set_up_already() { return problem::conflict("This server has been set up already."); }

Result<void> count(Attempts& attempts, const std::string& email, const std::string& peer) {
  const auto wait = attempts.begin(email, peer);
  if (!wait) return {};
  auto refused = problem::too_many("Please wait a while before you try again.");
  refused.retry_after = static_cast<int>(wait->count());
  return refused;
}

Started start(db::Tx& tx, const DistrictId& home, const PersonId& person) {
  auto session = create_session(tx, home, person, Timestamp::now());
  return {std::move(session.cookie), describe(tx, session.signed_in)};
}

// On SQLite there is one writer. On PostgreSQL whoever comes second waits here, and then sees
// the first one's district.
void be_alone_with_districts(db::Tx& tx) {
  if (tx.backend() == db::Backend::postgresql) {
    tx.run("lock table district in share row exclusive mode");
  }
}

}  // namespace

Session describe(db::Tx& tx, const SignedIn& who) {
  Session session{{who.id, who.name, who.email, who.title}, who.csrf_token, who.expires_at, {}};
  auto rows = tx.all<GrantIn>(
      "select g.district_id, d.name, d.kind, g.role, g.school_id from role_grant g "
      "join district d on d.district_id = g.district_id where g.person_id = :person",
      who.id);
  std::sort(rows.begin(), rows.end(), [&](const GrantIn& a, const GrantIn& b) {
    const auto key = [&](const GrantIn& row) {
      return std::tuple(row.district_id != who.home, lower(row.name), row.district_id.value);
    };
    return key(a) < key(b);
  });
  for (auto& row : rows) {
    auto& districts = session.districts;
    if (districts.empty() || districts.back().id != row.district_id) {
      districts.push_back({row.district_id, row.name, row.kind, {}});
    }
    auto& grant = districts.back().grants.emplace_back(Grant{row.role, std::nullopt});
    if (!row.school_id.empty()) grant.school_id = SchoolId{std::move(row.school_id)};
  }
  for (auto& district : session.districts) district.grants = sorted(std::move(district.grants));
  return session;
}

Result<Started> set_up(db::Database& database, const SetupFields& fields) {
  if (!database.read([](db::Tx& tx) { return org::is_empty(tx); })) return set_up_already();
  const auto hash = hash_password(fields.person.password.value);
  return database.write([&](db::Tx& tx) -> Result<Started> {
    be_alone_with_districts(tx);
    if (!org::is_empty(tx)) return set_up_already();
    const audit::Actor self{new_id<PersonId>(), fields.person.name.value};
    const auto district = org::open_district(tx, self, fields.district);
    audit::Change change(tx, district, self, "setUp");
    PersonFields administrator;
    administrator.email = fields.person.email;
    administrator.name = fields.person.name;
    administrator.grants = {{Role::administrator, std::nullopt}};
    CHECK_OK(create_person(change, self.id, administrator, hash));
    return start(tx, district, self.id);
  });
}

Result<Started> sign_in(db::Database& database, Attempts& attempts, const SignInFields& fields,
                        const std::string& peer) {
  const auto email = lower(fields.email.value);
  CHECK_OK(count(attempts, email, peer));
  const auto login = database.read([&](db::Tx& tx) { return find_login(tx, Email{email}); });
  const bool known = login && login->active && login->password_hash;
  // As much work for somebody who does not exist.
  const bool right =
      verify_password(known ? *login->password_hash : nobodys_hash(), fields.password.value);
  if (!known || !right) return wrong_login();
  attempts.succeeded(email, peer);
  std::optional<std::string> fresh_hash;
  if (is_outdated(*login->password_hash)) fresh_hash = hash_password(fields.password.value);
  return database.write([&](db::Tx& tx) -> Result<Started> {
    const auto now = find_login(tx, login->home, login->person);
    if (!now || !now->active || now->password_hash != login->password_hash) return wrong_login();
    if (fresh_hash) set_password(tx, login->home, login->person, *fresh_hash);
    return start(tx, login->home, login->person);
  });
}

Result<Started> accept(db::Database& database, std::string_view token, const AcceptFields& fields) {
  const auto find = [&](db::Tx& tx) { return find_invitation(tx, token, Timestamp::now()); };
  CHECK_OK(database.read(find));  // nobody makes us hash without an invitation
  const auto hash = hash_password(fields.password.value);
  return database.write([&](db::Tx& tx) -> Result<Started> {
    TRY(const auto invited, accept_invitation(tx, token, hash, Timestamp::now()));
    return start(tx, invited.home, invited.person);
  });
}

Result<void> change_own_password(db::Database& database, Attempts& attempts, const SignedIn& who,
                                 std::string_view cookie, const ChangePasswordFields& fields,
                                 const std::string& peer) {
  CHECK_OK(count(attempts, who.email, peer));
  const auto login = database.read([&](db::Tx& tx) { return find_login(tx, who.home, who.id); });
  if (!login || !login->password_hash ||
      !verify_password(*login->password_hash, fields.current_password.value)) {
    return problem::invalid("/current_password", "is wrong");
  }
  attempts.succeeded(who.email, peer);
  const auto hash = hash_password(fields.new_password.value);
  return database.write([&](db::Tx& tx) -> Result<void> {
    audit::Change change(tx, who.home, {who.id, who.name}, "changePassword");
    return change_password(change, who.id, hash, cookie);
  });
}

}  // namespace tandem::identity
