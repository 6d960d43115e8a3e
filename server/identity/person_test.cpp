#include "identity/person.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace tandem::identity {
namespace {

TEST(EmailAddress, IsKeptInLowerCase) {
  EXPECT_EQ(Email::parse(" Ana.Ruiz+Plan@School.Example ")->value, "ana.ruiz+plan@school.example");
}

TEST(EmailAddress, IsRefusedUnlessItCanBeOne) {
  for (const auto* wrong :
       {"", "@", "ana", "ana@", "@school.example", "ana@school", "ana@.example", "ana@school.",
        "ana@sch ool.example", "an a@school.example", "ana@@school.example", ".ana@school.example",
        "ana.@school.example", "a..b@school.example", "ana@-school.example", "ana@school-.example",
        "ana@sch_ool.example", "<ana@school.example>", "ana@school.example, ben@school.example"}) {
    EXPECT_FALSE(Email::parse(wrong).has_value()) << wrong;
  }
  EXPECT_TRUE(Email::parse(std::string(64, 'a') + "@school.example").has_value());
  EXPECT_FALSE(Email::parse(std::string(65, 'a') + "@school.example").has_value());
  EXPECT_FALSE(Email::parse("ana@" + std::string(64, 'a') + ".example").has_value());
}

RC_GTEST_PROP(EmailAddress, ParsedTwiceIsTheSame, (std::string text)) {
  const auto once = Email::parse(text + "@school.example");
  if (once) RC_ASSERT(Email::parse(once->value) == once);
}

TEST(PersonFieldsInJson, NameEachBadField) {
  const auto read = json::from<PersonFields>(boost::json::parse(
      R"({"email": "ana", "name": " ", "title": "", "active": true, "grants": [{"role": "king"}]})"));
  ASSERT_FALSE(read);
  std::vector<std::string> pointers;
  for (const auto& error : read.error().errors) pointers.push_back(error.pointer);
  EXPECT_EQ(pointers, (std::vector<std::string>{"/email", "/name", "/grants/0/role"}));
}

const SchoolId kOurs{"ours"};
const SchoolId kTheirs{"theirs"};

std::vector<std::string> faults(const std::vector<Grant>& grants) {
  const auto checked = check_grants(grants, {kOurs});
  std::vector<std::string> pointers;
  if (checked.has_error()) {
    for (const auto& error : checked.error().errors) pointers.push_back(error.pointer);
  }
  return pointers;
}

TEST(Grants, AreHeldWhereTheyCanBe) {
  using Pointers = std::vector<std::string>;
  EXPECT_EQ(faults({}), Pointers{});
  EXPECT_EQ(faults({{Role::administrator, {}}, {Role::school_lead, kOurs}}), Pointers{});
  EXPECT_EQ(faults({{Role::administrator, kOurs}}), Pointers{"/grants/0/school_id"});
  EXPECT_EQ(faults({{Role::viewer, {}}, {Role::school_member, {}}}),
            Pointers{"/grants/1/school_id"});
  EXPECT_EQ(faults({{Role::school_lead, kTheirs}}), Pointers{"/grants/0/school_id"});
  EXPECT_EQ(faults({{Role::viewer, {}}, {Role::viewer, {}}}), Pointers{"/grants/1"});
  EXPECT_EQ(faults(std::vector<Grant>(51, {Role::viewer, {}})), Pointers{"/grants"});
}

RC_GTEST_PROP(Grants, AreKeptInOneOrder,
              (std::vector<std::pair<std::uint8_t, std::uint8_t>> given)) {
  std::vector<Grant> grants;
  for (const auto& [role, school] : given) {
    grants.push_back({static_cast<Role>(role % 8), std::nullopt});
    if (school % 3 != 0) grants.back().school_id = SchoolId{std::to_string(school)};
  }
  auto reversed = grants;
  std::reverse(reversed.begin(), reversed.end());
  RC_ASSERT(json::text(sorted(grants)) == json::text(sorted(reversed)));
  RC_ASSERT(sorted(grants).size() == grants.size());
}

}  // namespace
}  // namespace tandem::identity
