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

}  // namespace
}  // namespace tandem::signals
