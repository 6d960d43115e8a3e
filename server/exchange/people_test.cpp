#include "exchange/people.hpp"

#include <gtest/gtest.h>

namespace tandem::exchange {
namespace {

using identity::Role;

class PeopleRow : public ::testing::Test {
 protected:
  void SetUp() override {
    add_school("00123", "Lakeside Elementary");
    add_school("00124", "Twin");
    add_school("00125", "Twin");
    identity::Person ana;
    ana.id = new_id<RecordId>();
    ana.email.value = "ana@d.example";
    ana.name.value = "Ana Ruiz";
    ana.title.value = "Principal";
    ana.grants = {{Role::school_lead, schools[0].school_id()}};
    people.push_back(ana);
  }
  void add_school(const std::string& code, const std::string& name) {
    org::School school;
    school.id = new_id<RecordId>();
    school.code.value = code;
    school.name.value = name;
    schools.push_back(school);
  }
  std::vector<PersonDecision> decide(const std::string& text) {
    const auto table = read_table(text);
    const auto mapping = guess(Kind::people, table->header);
    PeopleRows rules("81990", "Our District", schools, people,
                     [](const identity::Email& email) { return email.value == "far@d.example"; });
    std::vector<PersonDecision> all;
    for (const auto& row : table->rows)
      all.push_back(rules.decide(Cells(mapping, row), table->header.size()));
    return all;
  }
  void expect(const std::string& row, Outcome outcome, const std::string& field,
              const std::string& detail) {
    const auto all = decide("email,name,role,school\n" + row + "\n");
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].row.outcome, outcome) << row;
    ASSERT_FALSE(all[0].row.reasons.empty()) << row;
    EXPECT_EQ(all[0].row.reasons[0].field.value_or(""), field) << row;
    EXPECT_NE(all[0].row.reasons[0].detail.find(detail), std::string::npos)
        << all[0].row.reasons[0].detail;
  }
  std::vector<org::School> schools;
  std::vector<identity::Person> people;
};

TEST_F(PeopleRow, BecomesAPersonWithARole) {
  const auto all = decide(
      "E-Mail,First Name,Last Name,Job Title,Role,School\n"
      "Lee@D.example,Lee,Wong,Teacher,Teacher,123\n"
      "kim@d.example,Kim,Ito,,District lead,\n");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].row.outcome, Outcome::create);
  EXPECT_EQ(all[0].fields.email.value, "lee@d.example");
  EXPECT_EQ(all[0].fields.name.value, "Lee Wong");
  EXPECT_TRUE(all[0].fields.active);
  ASSERT_EQ(all[0].fields.grants.size(), 1U);
  EXPECT_EQ(all[0].fields.grants[0].role, Role::school_member);
  EXPECT_EQ(all[0].fields.grants[0].school_id, schools[0].school_id());
  EXPECT_EQ(all[1].fields.grants[0].role, Role::district_lead);
  EXPECT_EQ(all[1].fields.grants[0].school_id, std::nullopt);
}

TEST_F(PeopleRow, WithoutARoleSaysWhichItGets) {
  expect("x@d.example,X,,", Outcome::create, "role", "becomes viewer");
  expect("x@d.example,X,,Lakeside elementary", Outcome::create, "role", "becomes school member");
}

TEST_F(PeopleRow, SaysWhyItCannotBe) {
  expect(",X,viewer,", Outcome::error, "email", "required");
  expect("nobody,X,viewer,", Outcome::error, "email", "no e-mail");
  expect("x@d.example,,viewer,", Outcome::error, "name", "empty");
  expect("x@d.example,=X,viewer,", Outcome::error, "name", "formula");
  expect("x@d.example,X,pirate,", Outcome::error, "role", "none we know");
  expect("x@d.example,X,student,", Outcome::skip, "role", "no account");
  expect("x@d.example,X,teacher,", Outcome::error, "school", "for one school");
  expect("x@d.example,X,administrator,00123", Outcome::error, "role", "whole district");
  expect("x@d.example,X,teacher,Nowhere", Outcome::error, "school", "no school has");
  expect("x@d.example,X,teacher,Twin", Outcome::error, "school", "several schools");
  expect("far@d.example,X,viewer,", Outcome::error, "email", "another district");
}

TEST_F(PeopleRow, LeavesAKnownPersonAsTheyAre) {
  EXPECT_EQ(decide("email,name\nANA@d.example,Ana Ruiz\n")[0].row.outcome, Outcome::same);
  EXPECT_EQ(decide("email,role,school\nana@d.example,principal,00123\n")[0].row.outcome,
            Outcome::same);
}

TEST_F(PeopleRow, AddsARoleAndTakesNoneAway) {
  const auto all = decide("email,role,school\nana@d.example,teacher,00124\n");
  EXPECT_EQ(all[0].row.outcome, Outcome::update);
  EXPECT_EQ(all[0].fields.grants.size(), 2U);
  EXPECT_EQ(all[0].fields.title.value, "Principal");
  ASSERT_EQ(all[0].row.reasons.size(), 1U);
  EXPECT_EQ(all[0].row.reasons[0].detail, "also becomes school member");
}

TEST_F(PeopleRow, NamesTheLineOfItsDouble) {
  const auto all = decide("email,name\nx@d.example,X\nX@D.example,X\n");
  EXPECT_EQ(all[1].row.outcome, Outcome::error);
  EXPECT_EQ(all[1].row.reasons[0].detail, "is in line 2 already");
}

}  // namespace
}  // namespace tandem::exchange
