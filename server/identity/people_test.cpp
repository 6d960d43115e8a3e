#include "identity/people.hpp"

#include <atomic>
#include <thread>

#include "identity/session.hpp"
#include "testing/database.hpp"

namespace tandem::identity {
namespace {

class People : public testing::StoreTest {
 protected:
  static PersonFields fields(const std::string& name, std::vector<Grant> grants = {}) {
    PersonFields made;
    made.email = {lower(name) + "@school.example"};
    made.name = {name};
    made.grants = std::move(grants);
    return made;
  }
  static Grant administrator() { return {Role::administrator, std::nullopt}; }

  Result<Person> create(const PersonFields& given) {
    return write([&](audit::Change& change) { return create_person(change, given); });
  }
  Result<Person> replace(const Person& person, const PersonFields& given) {
    return write([&](audit::Change& change) {
      return replace_person(change, person.person_id(), person.version, given);
    });
  }
  Person find(const Person& person) {
    return *read([&](db::Tx& tx) { return find_person(tx, district, person.person_id()); });
  }
  std::vector<std::string> names(const PeopleQuery& query) {
    std::vector<std::string> found;
    read([&](db::Tx& tx) {
      for (const auto& person : people_page(tx, district, query)) found.push_back(person.name);
    });
    return found;
  }
};

TEST_P(People, AreKeptWithTheirRoles) {
  const auto school = add_school("Lakeview");
  const auto made = create(fields("Ana", {{Role::school_lead, school}, administrator()}));
  ASSERT_TRUE(made);
  EXPECT_FALSE(made->has_password);
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].topic, "people");
  EXPECT_EQ(json::text(find(*made)), json::text(*made));
  read([&](db::Tx& tx) {
    const auto all = people(tx, district);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(json::text(all[0]), json::text(*made));
    EXPECT_EQ(find_person(tx, new_id<DistrictId>(), made->person_id()).error().status, 404);
    EXPECT_EQ(grants_in(tx, district, made->person_id()).size(), 2U);
  });
  expect_indexed();
}

TEST_P(People, ShareNoEmailWhateverItsCaseAndDistrict) {
  ASSERT_TRUE(create(fields("Ana", {administrator()})));
  const auto ben = create(fields("Ben"));
  EXPECT_EQ(create(fields("ANA")).error().status, 409);
  EXPECT_EQ(replace(*ben, fields("Ana")).error().status, 409);
  const auto elsewhere = database->write([&](db::Tx& tx) {
    audit::Change change(tx, new_id<DistrictId>(), actor, "test");
    return create_person(change, fields("Ana"));
  });
  EXPECT_EQ(elsewhere.error().status, 409);
}

TEST_P(People, HaveNoRoleInAnotherDistrictsSchool) {
  const auto refused = create(fields("Ana", {{Role::school_lead, new_id<SchoolId>()}}));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().status, 422);
  EXPECT_EQ(refused.error().errors.at(0).pointer, "/grants/0/school_id");
}

TEST_P(People, AreChangedUnlessSomebodyWasFaster) {
  const auto school = add_school("Lakeview");
  const auto ana = *create(fields("Ana", {administrator()}));
  auto edited = fields("Ana", {administrator(), {Role::school_member, school}});
  edited.title = {"Principal"};
  const auto changed = replace(ana, edited);
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->version, 2);
  EXPECT_EQ(json::text(find(ana)), json::text(*changed));
  const auto stale = replace(ana, fields("Ana", {administrator()}));
  ASSERT_FALSE(stale);
  EXPECT_EQ(stale.error().status, 412);
  EXPECT_EQ(stale.error().current->at("title").as_string(), "Principal");
  const auto same = replace(*changed, edited);
  ASSERT_TRUE(same);
  EXPECT_EQ(same->version, 2);
  EXPECT_TRUE(events.empty());
}

TEST_P(People, ShowNoSecretInTheHistory) {
  const auto made = must_write([&](audit::Change& change) {
    return create_person(change, new_id<PersonId>(), fields("Ana"), "the-hash");
  });
  must_write([&](audit::Change& change) {
    return change_password(change, made.person_id(), "another-hash", "");
  });
  read([&](db::Tx& tx) {
    EXPECT_EQ(tx.number("select count(*) from audit_entry where district_id = :d", district), 2);
    EXPECT_EQ(tx.number("select count(*) from audit_entry where district_id = :d and "
                        "(before_json like '%-hash%' or after_json like '%-hash%')",
                        district),
              0);
  });
  EXPECT_EQ(find(made).version, 2);
}

TEST_P(People, AlwaysIncludeAnAdministrator) {
  const auto ana = *create(fields("Ana", {administrator()}));
  EXPECT_EQ(replace(ana, fields("Ana")).error().status, 409);
  auto inactive = fields("Ana", {administrator()});
  inactive.active = false;
  EXPECT_EQ(replace(ana, inactive).error().status, 409);
  EXPECT_EQ(find(ana).version, 1);
  const auto ben = *create(fields("Ben", {administrator()}));
  const auto resigned = replace(ana, inactive);
  ASSERT_TRUE(resigned);
  EXPECT_EQ(replace(ben, fields("Ben")).error().status, 409);  // Ana is not active
}

TEST_P(People, IncludeAnAdministratorEvenIfAllResignAtOnce) {
  std::vector<Person> all;
  for (const auto* name : {"Ana", "Ben", "Cem", "Dora"}) {
    all.push_back(*create(fields(name, {administrator()})));
  }
  std::atomic<int> resigned = 0;
  std::vector<std::thread> threads;
  for (const auto& person : all) {
    threads.emplace_back([&, person] {
      const auto result = database->write([&](db::Tx& tx) {
        audit::Change change(tx, district, actor, "test");
        return replace_person(change, person.person_id(), 1, fields(person.name));
      });
      if (result) ++resigned;
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(resigned, 3);
}

TEST_P(People, AreSignedOutWhenNoLongerActive) {
  ASSERT_TRUE(create(fields("Ana", {administrator()})));
  const auto ben = *create(fields("Ben"));
  const auto cookie = must_write([&](audit::Change& change) -> Result<std::string> {
    return create_session(change.tx, district, ben.person_id(), change.now).cookie;
  });
  const auto signed_in = [&] {
    return read([&](db::Tx& tx) { return find_session(tx, cookie, Timestamp::now()); });
  };
  ASSERT_TRUE(replace(ben, fields("Ben", {{Role::viewer, {}}})));
  EXPECT_TRUE(signed_in().has_value());
  auto inactive = fields("Ben");
  inactive.active = false;
  const auto left = *replace(find(ben), inactive);
  EXPECT_FALSE(signed_in().has_value());
  ASSERT_TRUE(replace(left, fields("Ben")));
  EXPECT_FALSE(signed_in().has_value());  // ended, not hidden
}

TEST_P(People, AreListedByNamePageByPage) {
  const auto school = add_school("Lakeview");
  create(fields("Dora"));
  create(fields("ana"));
  create(fields("Cem", {{Role::school_lead, school}}));
  create(fields("Ben"));
  using Names = std::vector<std::string>;
  EXPECT_EQ(names({}), (Names{"ana", "Ben", "Cem", "Dora"}));
  PeopleQuery page;
  page.limit = 1;
  EXPECT_EQ(names(page), (Names{"ana", "Ben"}));
  read([&](db::Tx& tx) { page.after = people_page(tx, district, page).at(1).id.value; });
  EXPECT_EQ(names(page), (Names{"Cem", "Dora"}));
  PeopleQuery search;
  search.text = "E";
  EXPECT_EQ(names(search).size(), 4U);  // the e-mails
  search.text = "BEN";
  EXPECT_EQ(names(search), Names{"Ben"});
  search.text = "%";
  EXPECT_EQ(names(search), Names{});
  search.text = "a_a";
  EXPECT_EQ(names(search), Names{});
  PeopleQuery of_school;
  of_school.school_id = school;
  EXPECT_EQ(names(of_school), Names{"Cem"});
  of_school.school_id = new_id<SchoolId>();
  EXPECT_EQ(names(of_school), Names{});
  expect_indexed();
}

INSTANTIATE_STORE_TEST(People);

}  // namespace
}  // namespace tandem::identity
