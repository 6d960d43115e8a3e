#include "identity/session.hpp"

#include "testing/database.hpp"

namespace tandem::identity {
namespace {

class Sessions : public testing::StoreTest {
 protected:
  NewSession sign_in(const PersonId& person) {
    return must_write([&](audit::Change& change) -> Result<NewSession> {
      return create_session(change.tx, district, person, now);
    });
  }
  std::optional<SignedIn> find(const std::string& cookie, const Timestamp& when) {
    return read([&](db::Tx& tx) { return find_session(tx, cookie, when); });
  }
  void run(const std::function<void(db::Tx&)>& work) {
    must_write([&](audit::Change& change) -> Result<void> {
      work(change.tx);
      return {};
    });
  }

  const Timestamp now = Timestamp::now();
};

TEST_P(Sessions, SignsInWhoeverHasTheCookie) {
  const auto ana = add_person("Ana Ruiz");
  const auto made = sign_in(ana);
  const auto found = find(made.cookie, now);
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->id, ana);
  EXPECT_EQ(found->home, district);
  EXPECT_EQ(found->name, "Ana Ruiz");
  EXPECT_EQ(found->email, made.signed_in.email);
  EXPECT_EQ(found->csrf_token, made.signed_in.csrf_token);
  EXPECT_EQ(found->expires_at, now.plus(kSessionLife));
  EXPECT_NE(sign_in(ana).cookie, made.cookie);
  statements.clear();
  find(made.cookie, now);
  EXPECT_EQ(statements.size(), 1U);  // on every request
  expect_indexed();
}

TEST_P(Sessions, KeepsNoSecretThatWouldSignIn) {
  const auto made = sign_in(add_person("Ana"));
  const auto token = made.cookie.substr(37);
  read([&](db::Tx& tx) {
    EXPECT_EQ(tx.number("select count(*) from session where token_hash = :t", token), 0);
    EXPECT_EQ(tx.number("select count(*) from session where district_id = :d", district), 1);
  });
}

TEST_P(Sessions, RefusesCookiesThatAreMalformedOrUnknown) {
  const auto cookie = sign_in(add_person("Ana")).cookie;
  auto flipped = cookie;
  flipped.back() = flipped.back() == 'A' ? 'B' : 'A';
  for (const std::string& wrong :
       {std::string(), std::string("."), flipped, cookie + "A", cookie.substr(1),
        new_uuid() + cookie.substr(36), cookie.substr(0, 36) + "." + std::string(43, '\'')}) {
    EXPECT_FALSE(find(wrong, now).has_value()) << wrong;
  }
}

TEST_P(Sessions, EndsByTimeUnlessUsed) {
  using std::chrono::minutes;
  const auto made = sign_in(add_person("Ana"));
  EXPECT_FALSE(needs_renewal(made.signed_in, now.plus(minutes{59})));
  const auto later = now.plus(minutes{61});
  EXPECT_TRUE(needs_renewal(made.signed_in, later));
  EXPECT_TRUE(find(made.cookie, now.plus(kSessionLife - minutes{1})).has_value());
  EXPECT_FALSE(find(made.cookie, now.plus(kSessionLife)).has_value());
  run([&](db::Tx& tx) {
    EXPECT_EQ(renew_session(tx, made.cookie, later), later.plus(kSessionLife));
  });
  const auto found = find(made.cookie, now.plus(kSessionLife));
  ASSERT_TRUE(found.has_value());
  EXPECT_FALSE(needs_renewal(*found, later));
}

TEST_P(Sessions, DoesNotReviveWhatHasExpired) {
  const auto made = sign_in(add_person("Ana"));
  const auto late = now.plus(kSessionLife + std::chrono::hours{1});
  run([&](db::Tx& tx) { renew_session(tx, made.cookie, late); });
  EXPECT_FALSE(find(made.cookie, late).has_value());
}

TEST_P(Sessions, EndsOneOrAllButOne) {
  const auto ana = add_person("Ana");
  const auto here = sign_in(ana);
  const auto there = sign_in(ana);
  const auto other = sign_in(add_person("Ben"));
  run([&](db::Tx& tx) { end_sessions_of(tx, district, ana, here.cookie); });
  EXPECT_TRUE(find(here.cookie, now).has_value());
  EXPECT_FALSE(find(there.cookie, now).has_value());
  EXPECT_TRUE(find(other.cookie, now).has_value());
  run([&](db::Tx& tx) { end_session(tx, here.cookie); });
  EXPECT_FALSE(find(here.cookie, now).has_value());
  run([&](db::Tx& tx) { end_sessions_of(tx, district, other.signed_in.id, ""); });
  EXPECT_FALSE(find(other.cookie, now).has_value());
  expect_indexed();
}

TEST_P(Sessions, SignsNobodyInWhoIsNoLongerActive) {
  const auto ana = add_person("Ana");
  const auto made = sign_in(ana);
  run([&](db::Tx& tx) {
    tx.run("update person set active = 0 where district_id = :d and id = :i", district, ana);
  });
  EXPECT_FALSE(find(made.cookie, now).has_value());
}

TEST_P(Sessions, GivesTheGrantsOfOneDistrict) {
  const auto ana = add_person("Ana");
  const auto school = add_school("Lakeview");
  const auto grant = [&](const DistrictId& where, const char* role, const std::string& which) {
    run([&](db::Tx& tx) {
      tx.run(
          "insert into role_grant (district_id, person_id, role, school_id) values "
          "(:d, :p, :r, :s)",
          where, ana, role, which);
    });
  };
  grant(district, "school_lead", school.value);
  grant(district, "facilitator", "");
  const auto elsewhere = new_id<DistrictId>();
  grant(elsewhere, "consultant", "");
  read([&](db::Tx& tx) {
    const auto here = grants_in(tx, district, ana);
    ASSERT_EQ(here.size(), 2U);
    EXPECT_EQ(here[0].role, Role::facilitator);
    EXPECT_FALSE(here[0].school_id.has_value());
    EXPECT_EQ(here[1].role, Role::school_lead);
    EXPECT_EQ(here[1].school_id, school);
    EXPECT_EQ(grants_in(tx, elsewhere, ana).size(), 1U);
    EXPECT_TRUE(grants_in(tx, new_id<DistrictId>(), ana).empty());
  });
  expect_indexed();
}

INSTANTIATE_STORE_TEST(Sessions);

TEST(SessionCookie, IsKeptFromScriptsAndOtherSites) {
  EXPECT_EQ(set_cookie("v", false),
            "tandem_session=v; Path=/; Max-Age=1209600; HttpOnly; SameSite=Lax");
  EXPECT_EQ(set_cookie("v", true),
            "tandem_session=v; Path=/; Max-Age=1209600; HttpOnly; SameSite=Lax; Secure");
  EXPECT_EQ(clear_cookie(false), "tandem_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
}

}  // namespace
}  // namespace tandem::identity
