#include "signals/rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace tandem::signals {
namespace {

std::vector<Check> some_checks() {
  std::vector<Check> checks;
  const auto count = *rc::gen::inRange(0, 12);
  for (int i = 0; i < count; ++i) {
    Check check{"check-" + std::to_string(i),
                static_cast<Kind>(*rc::gen::inRange(0, 6)),
                *rc::gen::inRange<std::int64_t>(1, 4),
                {}};
    const auto slots = *rc::gen::inRange(0, 9);
    for (int s = 0; s < slots; ++s) {
      check.slots.push_back({"slot " + std::to_string(s), std::nullopt,
                             "/plan#" + std::to_string(s), *rc::gen::arbitrary<bool>()});
    }
    checks.push_back(std::move(check));
  }
  return checks;
}

std::string text(const std::vector<Signal>& signals) { return json::text(signals); }

RC_GTEST_PROP(Signals, AddingWhatIsMissingNeverLowersAScore, ()) {
  auto checks = some_checks();
  const auto before = evaluate(checks);
  for (auto& check : checks) {
    for (auto& slot : check.slots) {
      if (slot.met) continue;
      slot.met = true;
      const auto after = evaluate(checks);
      for (std::size_t i = 0; i < after.size(); ++i)
        RC_ASSERT(after[i].score.value_or(-1) >= before[i].score.value_or(-1));
      slot.met = false;
    }
  }
}

RC_GTEST_PROP(Signals, AreBetween0And100AndOnlyWholeIs100, ()) {
  for (const auto& signal : evaluate(some_checks())) {
    std::int64_t of = 0;
    std::int64_t met = 0;
    for (const auto& check : signal.checks) {
      of += check.of;
      met += check.met;
      RC_ASSERT(check.of - check.met == static_cast<std::int64_t>(check.missing.size()));
    }
    RC_ASSERT(signal.score.has_value() == (of > 0));
    if (!signal.score) continue;
    RC_ASSERT(*signal.score >= 0 && *signal.score <= 100);
    RC_ASSERT((*signal.score == 100) == (met == of));
    RC_ASSERT(signal.next.has_value() == (met < of));
    if (met == 0) RC_ASSERT(*signal.score == 0);
  }
}

RC_GTEST_PROP(Signals, DoNotDependOnTheOrderOfRecords, ()) {
  auto checks = some_checks();
  const auto before = text(evaluate(checks));
  std::reverse(checks.begin(), checks.end());
  for (auto& check : checks) std::reverse(check.slots.begin(), check.slots.end());
  RC_ASSERT(text(evaluate(checks)) == before);
}

TEST(Signals, WeighTheirChecks) {
  const auto slots = [](int met, int of) {
    std::vector<Slot> made;
    for (int i = 0; i < of; ++i) made.push_back({"s", std::nullopt, "", i < met});
    return made;
  };
  EXPECT_EQ(
      score({{"a", Kind::monitoring, 3, slots(1, 2)}, {"b", Kind::monitoring, 1, slots(1, 1)}}),
      62);  // (3 * 1/2 + 1 * 1) / 4 = 62.5 %
  EXPECT_EQ(score({{"a", Kind::monitoring, 1, slots(199, 200)}}), 99) << "not 100 before all is";
  EXPECT_EQ(score({{"a", Kind::monitoring, 1, {}}}), std::nullopt);
  const auto next = evaluate({{"a", Kind::monitoring, 3, slots(1, 2)},
                              {"b", Kind::monitoring, 1, slots(0, 1)}})[3]
                        .next;
  EXPECT_EQ(next, "a") << "where most is to be gained: 3 * 1/2 against 1 * 1";
}

SchoolMoney money(const char* id, std::optional<std::int64_t> pupils,
                  std::optional<std::int64_t> needy, std::int64_t cents) {
  return {SchoolId{id}, pupils, needy, cents};
}

TEST(FairShare, IsMeasuredAgainstTheMedianForEachWeightedPupil) {
  // 10,000 for each of 100; 79 % of it; 80 % of it; nothing known of its pupils.
  const auto fair =
      fair_shares({money("a", 100, 0, 1'000'000), money("b", 100, 0, 790'000),
                   money("c", 100, 0, 1'000'000), money("d", 100, 0, 800'000),
                   money("e", std::nullopt, 0, 5'000'000), money("f", 100, 0, 1'000'000)});
  EXPECT_TRUE(fair.at(SchoolId{"a"}));
  EXPECT_FALSE(fair.at(SchoolId{"b"}));
  EXPECT_TRUE(fair.at(SchoolId{"d"}));
  EXPECT_FALSE(fair.at(SchoolId{"e"}));
}

TEST(FairShare, CountsNeed) {
  // The same for each pupil, but all of b's are disadvantaged: 100 of them are like 125.
  const auto fair = fair_shares({money("a", 100, 0, 1'000'000), money("a2", 100, 0, 1'000'000),
                                 money("b", 100, 100, 990'000)});
  EXPECT_FALSE(fair.at(SchoolId{"b"}));
  EXPECT_TRUE(fair_shares({money("a", 100, 0, 1'000'000), money("a2", 100, 0, 1'000'000),
                           money("b", 100, 100, 1'000'000)})
                  .at(SchoolId{"b"}));
}

TEST(FairShare, OfNothingIsNotFair) {
  EXPECT_TRUE(fair_shares({}).empty());
  EXPECT_FALSE(fair_shares({money("a", 100, 0, 0), money("b", 50, 0, 0)}).at(SchoolId{"a"}));
}

RC_GTEST_PROP(FairShare, EqualMoneyForEqualSchoolsIsFair, ()) {
  const auto count = *rc::gen::inRange(1, 40);
  const auto pupils = *rc::gen::inRange<std::int64_t>(1, 3000);
  const auto needy = *rc::gen::inRange<std::int64_t>(0, pupils + 1);
  const auto cents = *rc::gen::inRange<std::int64_t>(1, 1'000'000'000);
  std::vector<SchoolMoney> schools;
  for (int i = 0; i < count; ++i) {
    schools.push_back({SchoolId{std::to_string(i)}, pupils, needy, cents});
  }
  for (const auto& [school, fair] : fair_shares(schools)) RC_ASSERT(fair);
}

}  // namespace
}  // namespace tandem::signals
