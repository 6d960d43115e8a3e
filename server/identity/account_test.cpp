#include "identity/account.hpp"

#include <atomic>
#include <thread>

#include "identity/password.hpp"
#include "org/service.hpp"
#include "testing/database.hpp"

namespace tandem::identity {
namespace {

constexpr const char* kPassword = "correct horse battery";

class Account : public testing::StoreTest {
 protected:
  // A server on which nothing is set up yet.
  void SetUp() override {
    StoreTest::SetUp();
    if (!database) return;
    database
        ->write([&](db::Tx& tx) -> Result<void> {
          tx.run("delete from district where district_id = :d", district);
          return {};
        })
        .value();
  }

  static SetupFields setup(const std::string& code = "01010") {
    return {{{code}, {"Birch Lake"}}, {{"Ada Admin"}, {"ada@school.example"}, {kPassword}}};
  }
  static SignInFields login(const std::string& email, const std::string& password = kPassword) {
    return {{email}, {password}};
  }
  Started ready() {
    auto started = set_up(*database, setup());
    district = started->session.districts.at(0).id;
    actor = {started->session.person.id, started->session.person.name};
    statements.clear();  // setting up looks at the table of districts as a whole, once
    return std::move(*started);
  }
  Result<Started> sign_in_as(const std::string& email, const std::string& password = kPassword) {
    return sign_in(*database, attempts, login(email, password), "peer");
  }
  std::optional<SignedIn> who(const std::string& cookie) {
    return read([&](db::Tx& tx) { return find_session(tx, cookie, Timestamp::now()); });
  }
  Person add(const std::string& name) {
    PersonFields fields;
    fields.email = {lower(name) + "@school.example"};
    fields.name = {name};
    fields.grants = {{Role::viewer, std::nullopt}};
    return must_write([&](audit::Change& change) { return create_person(change, fields); });
  }
  std::string invite_one(const Person& person) {
    const auto links = must_write([&](audit::Change& change) {
      return invite(change, {person.person_id()}, "https://plan.example/");
    });
    const auto& link = links.at(0).link;
    EXPECT_EQ(link.rfind("https://plan.example/welcome/", 0), 0U);
    return link.substr(link.rfind('/') + 1);
  }
  int status_of(const std::string& token, std::chrono::hours later = {}) {
    const auto found =
        read([&](db::Tx& tx) { return find_invitation(tx, token, Timestamp::now().plus(later)); });
    return found ? 200 : found.error().status;
  }

  Attempts attempts;
};

TEST_P(Account, SetsAServerUpOnce) {
  const auto started = ready();
  ASSERT_EQ(started.session.districts.size(), 1U);
  EXPECT_EQ(started.session.districts[0].name, "Birch Lake");
  ASSERT_EQ(started.session.districts[0].grants.size(), 1U);
  EXPECT_EQ(started.session.districts[0].grants[0].role, Role::administrator);
  EXPECT_EQ(who(started.cookie)->id, started.session.person.id);
  read([&](db::Tx& tx) {
    EXPECT_TRUE(find_person(tx, district, started.session.person.id)->has_password);
    EXPECT_EQ(tx.number("select count(*) from audit_entry where district_id = :d and person_id = "
                        ":p and entity = 'person'",
                        district, started.session.person.id),
              1);
  });
  EXPECT_EQ(set_up(*database, setup("02020")).error().status, 409);
}

TEST_P(Account, SetsAServerUpOnceEvenIfManyTryAtOnce) {
  std::atomic<int> done = 0;
  std::atomic<int> refused = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&, i] {
      const auto result = set_up(*database, setup("0101" + std::to_string(i)));
      if (result) ++done;
      else if (result.error().status == 409) ++refused;
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(done, 1);
  EXPECT_EQ(refused, 3);
  read([&](db::Tx& tx) { EXPECT_EQ(org::all_districts(tx).size(), 1U); });
}

TEST_P(Account, SignsInByEmailAndPassword) {
  ready();
  const auto started = sign_in_as("ADA@school.example");
  ASSERT_TRUE(started);
  EXPECT_EQ(who(started->cookie)->email, "ada@school.example");
  expect_indexed();
}

TEST_P(Account, DoesNotSayWhetherTheEmailOrThePasswordIsWrong) {
  ready();
  add("Ben");  // has no password yet
  const auto reference = sign_in_as("nobody@school.example");
  ASSERT_FALSE(reference);
  EXPECT_EQ(reference.error().status, 401);
  for (const auto& wrong : {sign_in_as("ada@school.example", "wrong"),
                            sign_in_as("ben@school.example"), sign_in_as("not an e-mail")}) {
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().status, 401);
    EXPECT_EQ(wrong.error().detail, reference.error().detail);
  }
}

TEST_P(Account, SlowsDownWhoGuesses) {
  ready();
  for (int i = 0; i < 10; ++i) {
    EXPECT_EQ(sign_in_as("ada@school.example", "guess").error().status, 401);
  }
  const auto refused = sign_in_as("ADA@school.example");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().status, 429);
  EXPECT_GT(refused.error().retry_after, 60);
  EXPECT_LE(refused.error().retry_after, 900);
}

TEST_P(Account, KeepsAHashOfTodaysCost) {
  const auto started = ready();
  const auto hash = [&] {
    return read([&](db::Tx& tx) { return find_login(tx, district, started.session.person.id); })
        ->password_hash;
  };
  const auto before = hash();
  ASSERT_TRUE(sign_in_as("ada@school.example"));
  EXPECT_EQ(hash(), before);
}

TEST_P(Account, IsOpenedByAnInvitationOnce) {
  ready();
  const auto ben = add("Ben");
  const auto token = invite_one(ben);
  read([&](db::Tx& tx) {
    const auto shown = find_invitation(tx, token, Timestamp::now());
    ASSERT_TRUE(shown.has_value());
    EXPECT_EQ(shown->shown.name, "Ben");
    EXPECT_EQ(shown->shown.email, "ben@school.example");
    EXPECT_EQ(shown->shown.district_name, "Birch Lake");
    EXPECT_EQ(tx.number("select count(*) from invitation where token_hash = :t", token), 0);
  });
  const auto started = accept(*database, token, {{"a new password"}});
  ASSERT_TRUE(started);
  EXPECT_EQ(who(started->cookie)->name, "Ben");
  EXPECT_TRUE(sign_in_as("ben@school.example", "a new password"));
  EXPECT_EQ(status_of(token), 404);
  EXPECT_EQ(accept(*database, token, {{"another password"}}).error().status, 404);
  read([&](db::Tx& tx) {
    const auto after = find_person(tx, district, ben.person_id());
    EXPECT_TRUE(after->has_password);
    EXPECT_EQ(after->version, 2);
  });
}

TEST_P(Account, IsOpenedByTheLatestInvitationForSevenDays) {
  ready();
  const auto ben = add("Ben");
  const auto cem = add("Cem");
  const auto older = invite_one(ben);
  const auto of_cem = invite_one(cem);
  const auto newer = invite_one(ben);
  EXPECT_EQ(status_of(older), 404);
  EXPECT_EQ(status_of(newer), 200);
  EXPECT_EQ(status_of(of_cem), 200);
  EXPECT_EQ(status_of(newer, kInvitationLife - std::chrono::hours{1}), 200);
  EXPECT_EQ(status_of(newer, kInvitationLife), 404);
  EXPECT_EQ(status_of("short"), 404);
  EXPECT_EQ(status_of(newer + "x"), 404);
  EXPECT_EQ(status_of("no such/token"), 400);
  EXPECT_EQ(status_of(std::string(201, 'a')), 400);
  expect_indexed();
}

TEST_P(Account, LetsOneOfManyAcceptAnInvitation) {
  ready();
  const auto token = invite_one(add("Ben"));
  std::atomic<int> accepted = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back(
        [&] { accepted += accept(*database, token, {{"a new password"}}) ? 1 : 0; });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(accepted, 1);
}

TEST_P(Account, InvitesOnlyWhoCanSignInHere) {
  ready();
  const auto ben = add("Ben");
  const auto refused = [&](const std::vector<PersonId>& ids) {
    std::vector<std::string> pointers;
    const auto result =
        write([&](audit::Change& change) { return invite(change, ids, "http://plan.example"); });
    if (result) return pointers;
    EXPECT_EQ(result.error().status, 422);
    for (const auto& error : result.error().errors) pointers.push_back(error.pointer);
    return pointers;
  };
  using Pointers = std::vector<std::string>;
  EXPECT_EQ(refused({}), Pointers{"/person_ids"});
  EXPECT_EQ(refused({ben.person_id(), new_id<PersonId>(), ben.person_id()}),
            (Pointers{"/person_ids/1", "/person_ids/2"}));
  PersonFields inactive = ben;
  inactive.active = false;
  must_write(
      [&](audit::Change& change) { return replace_person(change, ben.person_id(), 1, inactive); });
  EXPECT_EQ(refused({ben.person_id()}), Pointers{"/person_ids/0"});
}

TEST_P(Account, ChangesItsPasswordAndEndsOtherSessions) {
  const auto here = ready();
  const auto there = sign_in_as("ada@school.example");
  const auto change = [&](const std::string& current, const std::string& next) {
    return change_own_password(*database, attempts, *who(here.cookie), here.cookie,
                               {{current}, {next}}, "peer");
  };
  const auto refused = change("wrong", "the new password");
  ASSERT_TRUE(refused.has_error());
  EXPECT_EQ(refused.error().status, 422);
  EXPECT_EQ(refused.error().errors.at(0).pointer, "/current_password");
  EXPECT_TRUE(who(there->cookie).has_value());
  EXPECT_TRUE(change(kPassword, "the new password").has_value());
  EXPECT_TRUE(who(here.cookie).has_value());
  EXPECT_FALSE(who(there->cookie).has_value());
  EXPECT_FALSE(sign_in_as("ada@school.example"));
  EXPECT_TRUE(sign_in_as("ada@school.example", "the new password"));
}

TEST_P(Account, SeesEveryDistrictItHasARoleInTheHomeOneFirst) {
  const auto ada = ready();
  const auto other = must_write([&](audit::Change& change) -> Result<DistrictId> {
    return org::open_district(change.tx, actor, {{"00002"}, {"Alder"}});
  });
  must_write([&](audit::Change& change) -> Result<void> {
    change.tx.run(
        "insert into role_grant (district_id, person_id, role, school_id) values "
        "(:d, :p, 'consultant', '')",
        other, ada.session.person.id);
    return {};
  });
  const auto session = read([&](db::Tx& tx) { return describe(tx, *who(ada.cookie)); });
  ASSERT_EQ(session.districts.size(), 2U);
  EXPECT_EQ(session.districts[0].name, "Birch Lake");
  EXPECT_EQ(session.districts[1].name, "Alder");
  EXPECT_EQ(session.districts[1].grants.at(0).role, Role::consultant);
}

INSTANTIATE_STORE_TEST(Account);

}  // namespace
}  // namespace tandem::identity
