#include "base/json.hpp"

#include <gtest/gtest.h>

namespace tandem {
namespace {

enum class Colour { red, blue };
BOOST_DESCRIBE_ENUM(Colour, red, blue)
struct Inner {
  Text<1, 5> word;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (word))
struct Outer {
  Name name;
  std::optional<Date> due_on;
  Colour colour = Colour::red;
  std::vector<Inner> inner;
};
BOOST_DESCRIBE_STRUCT(Outer, (), (name, due_on, colour, inner))

Result<Outer> read(std::string_view text) {
  TRY(const auto document, json::parse(text));
  return json::from<Outer>(document);
}

TEST(Json, GoesThereAndBack) {
  const auto outer =
      read(R"({"name":" Ana ","due_on":"2026-02-28","colour":"blue","inner":[{"word":"añoño"}]})");
  ASSERT_TRUE(outer.has_value());
  EXPECT_EQ(outer->name.value, "Ana");
  EXPECT_EQ(json::text(*outer),
            R"({"name":"Ana","due_on":"2026-02-28","colour":"blue","inner":[{"word":"añoño"}]})");
}

TEST(Json, NamesEveryFaultWithItsPlace) {
  const auto outer = read(
      R"({"name":"  ","due_on":"2026-02-30","colour":"green","inner":[{"word":"toolong","x~/":1}],"more":1})");
  ASSERT_TRUE(outer.has_error());
  std::vector<std::string> pointers;
  for (const auto& error : outer.error().errors) pointers.push_back(error.pointer);
  EXPECT_EQ(pointers, (std::vector<std::string>{"/name", "/due_on", "/colour", "/inner/0/word",
                                                "/inner/0/x~0~1", "/more"}));
}

TEST(Json, MissingIsAFaultUnlessOptional) {
  const auto outer = read(R"({"name":"a","colour":"red"})");
  ASSERT_TRUE(outer.has_error());
  ASSERT_EQ(outer.error().errors.size(), 1U);
  EXPECT_EQ(outer.error().errors[0].pointer, "/inner");
}

TEST(Json, RefusesWhatIsNotUtf8AndWhatIsTooDeep) {
  EXPECT_EQ(json::parse("\"\xC3\x28\"").error().status, 400);
  EXPECT_EQ(json::parse(std::string(100, '[')).error().status, 400);
}

TEST(Uuid, RisesStrictly) {
  std::string last;
  for (int i = 0; i < 20'000; ++i) {
    auto id = new_uuid();
    ASSERT_TRUE(is_uuid(id));
    ASSERT_LT(last, id);
    last = std::move(id);
  }
}

TEST(SchoolYear, RunsFromJulyToJune) {
  EXPECT_EQ(SchoolYear::of(Date{"2026-06-30"}).value, "2025-26");
  EXPECT_EQ(SchoolYear::of(Date{"2026-07-01"}).value, "2026-27");
  EXPECT_FALSE(SchoolYear::parse("2026-28"));
}

}  // namespace
}  // namespace tandem
