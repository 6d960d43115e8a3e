#include "fund/service.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "plan/service.hpp"
#include "plan/store.hpp"
#include "testing/database.hpp"

namespace tandem::fund {
namespace {

const SchoolYear kYear{"2026-27"};

class Money : public testing::StoreTest {
 protected:
  void SetUp() override {
    testing::StoreTest::SetUp();
    if (!database) return;
    north = add_school("North");
    south = add_school("South");
    must_write([&](audit::Change& change) -> Result<void> {
      plan::open_plan(change, "Birch Lake");
      plan::GoalFields goal_fields;
      goal_fields.title = {"Every child reads"};
      TRY(const auto made, plan::create_goal(change, goal_fields));
      goal = made.id;
      plan::StrategyFields strategy_fields;
      strategy_fields.title = {"Structured literacy"};
      TRY(const auto how, plan::create_strategy(change, goal, strategy_fields));
      strategy = how.id;
      TRY(const auto title1,
          plan::create_funding_source(change, {{"Title I A"}, plan::SourceKind::federal, true}));
      source = title1.id;
      return {};
    });
    statements.clear();
  }

  Result<plan::FundingLine> add_line(std::int64_t cents, std::optional<SchoolId> school = {},
                                     std::optional<Why> reason = {}) {
    return write([&](audit::Change& change) {
      return plan::create_funding_line(change, strategy,
                                       {school, source, kYear, {cents}, {}, reason});
    });
  }
  Result<StreamBudget> budget(std::optional<Cents> amount, std::int64_t expected = 0,
                              std::optional<Why> reason = {}) {
    return write([&](audit::Change& change) {
      return set_budget(change, source, kYear, expected, {amount, {}, reason});
    });
  }
  Result<Spending> spend(const RecordId& line, std::int64_t cents, std::optional<Why> reason = {}) {
    return write([&](audit::Change& change) {
      return create_spending(
          change, line, {SpendingStatus::spent, {"2026-11-02"}, {cents}, {"Bookshop"}, {}, reason});
    });
  }
  YearRows rows() {
    return read([&](db::Tx& tx) { return year_rows(tx, district, kYear).value(); });
  }
  Funds funds() { return funds_of(rows()); }
  static std::string first_pointer(const Problem& problem) {
    return problem.errors.empty() ? problem.detail : problem.errors.at(0).pointer;
  }

  SchoolId north;
  SchoolId south;
  RecordId goal;
  RecordId strategy;
  RecordId source;
};

TEST_P(Money, ASourceIsNeverPlannedBeyondWhatItHasInSilence) {
  ASSERT_TRUE(budget(Cents{100'00}).has_value());
  const auto line = add_line(80'00).value();
  const auto refused = add_line(30'00).error();
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(first_pointer(refused), "/over_reason");
  EXPECT_NE(refused.errors[0].detail.find("$100.00"), std::string::npos);
  EXPECT_NE(refused.errors[0].detail.find("$110.00"), std::string::npos);
  EXPECT_NE(refused.errors[0].detail.find("$10.00 more"), std::string::npos);
  EXPECT_EQ(funds().streams[0].over_cents, 0);

  const auto over = add_line(30'00, {}, Why{"The second grant is announced"}).value();
  EXPECT_EQ(over.over_reason->value, "The second grant is announced");
  auto stream = funds().streams[0];
  EXPECT_EQ(stream.over_cents, 10'00);
  ASSERT_EQ(stream.reasons.size(), 1U);
  EXPECT_EQ(stream.reasons[0].by, actor.name);
  read([&](db::Tx& tx) {
    const auto streams = over_streams(tx, district);
    ASSERT_EQ(streams.size(), 1U);
    EXPECT_EQ(streams[0].name, "Title I A");
    EXPECT_EQ(streams[0].planned.value - streams[0].available.value, 10'00);
  });

  // Less is always allowed; more is not, and a needless reason is not kept.
  const auto change_to = [&](std::int64_t version, std::int64_t cents,
                             std::optional<Why> why = {}) {
    return write([&](audit::Change& change) {
      return plan::replace_funding_line(change, line.id, version,
                                        {{}, source, kYear, {cents}, {}, why});
    });
  };
  EXPECT_TRUE(change_to(1, 75'00).has_value());
  EXPECT_EQ(first_pointer(change_to(2, 76'00).error()), "/over_reason");
  EXPECT_FALSE(change_to(2, 60'00, Why{"Not needed"})->over_reason.has_value());
  EXPECT_TRUE(funds().streams[0].reasons.empty());
  expect_indexed();
}

TEST_P(Money, ABudgetBelowWhatIsPlannedNeedsAReason) {
  ASSERT_TRUE(add_line(80'00).has_value());
  EXPECT_EQ(first_pointer(budget(Cents{50'00}).error()), "/over_reason");
  const auto set = budget(Cents{50'00}, 0, Why{"The state cut it"}).value();
  EXPECT_EQ(set.version, 1);
  EXPECT_EQ(budget(Cents{60'00}).error().status, 412);
  EXPECT_EQ(funds().streams[0].reasons.at(0).reason, "The state cut it");
  EXPECT_FALSE(budget(Cents{90'00}, 1, Why{"Not needed"})->over_reason.has_value());
  EXPECT_FALSE(budget(std::nullopt, 2)->amount_cents.has_value());
  EXPECT_FALSE(funds().streams[0].available_cents.has_value());
  EXPECT_EQ(write([&](audit::Change& change) {
              return set_budget(change, new_id<RecordId>(), kYear, 0, {Cents{1}, {}, {}});
            })
                .error()
                .status,
            404);
  expect_indexed();
}

TEST_P(Money, IsCommittedAndSpentFromALine) {
  const auto line = add_line(100'00).value();
  const auto entry = spend(line.id, 70'00).value();
  EXPECT_EQ(events.at(0).topic, "plan");
  EXPECT_EQ(first_pointer(spend(line.id, 40'00).error()), "/over_reason");
  ASSERT_TRUE(spend(line.id, 40'00, Why{"The price rose"}).has_value());
  const auto shown = funds().lines.at(0);
  EXPECT_EQ(shown.spent_cents, 110'00);
  EXPECT_EQ(shown.over_cents, 10'00);
  const auto fields = [&](std::int64_t cents) {
    return SpendingFields{SpendingStatus::committed, {"2026-11-03"}, {cents}, {}, {}, {}};
  };
  // Less is fine though the line stays over; more is not.
  ASSERT_TRUE(write([&](audit::Change& change) {
                return replace_spending(change, entry.id, 1, fields(65'00));
              }).has_value());
  EXPECT_EQ(first_pointer(write([&](audit::Change& change) {
                            return replace_spending(change, entry.id, 2, fields(66'00));
                          }).error()),
            "/over_reason");
  EXPECT_EQ(funds().lines.at(0).committed_cents, 65'00);
  must_write([&](audit::Change& change) { return remove_spending(change, entry.id, 2); });
  EXPECT_EQ(funds().lines.at(0).used(), 40'00);
  EXPECT_EQ(spend(new_id<RecordId>(), 1).error().status, 404);
  expect_indexed();
}

TEST_P(Money, WhatWasSpentIsNotLostWithThePlan) {
  const auto line = add_line(100'00).value();
  const auto entry = spend(line.id, 70'00).value();
  const auto status = [&](auto&& remove) {
    const auto result = write(remove);
    return result ? 200 : result.error().status;
  };
  const auto remove_all = [&](int expected) {
    EXPECT_EQ(status([&](audit::Change& c) { return plan::remove_funding_line(c, line.id, 1); }),
              expected);
  };
  remove_all(409);
  EXPECT_EQ(status([&](audit::Change& c) { return plan::remove_strategy(c, strategy, 1); }), 409);
  EXPECT_EQ(status([&](audit::Change& c) { return plan::remove_goal(c, goal, 1); }), 409);
  EXPECT_EQ(first_pointer(write([&](audit::Change& change) {
                            return plan::replace_funding_line(change, line.id, 1,
                                                              {{}, source, kYear, {69'99}, {}, {}});
                          }).error()),
            "/amount_cents");
  EXPECT_EQ(first_pointer(write([&](audit::Change& change) {
                            return plan::replace_funding_line(
                                change, line.id, 1, {{}, source, {"2027-28"}, {100'00}, {}, {}});
                          }).error()),
            "/year");
  must_write([&](audit::Change& change) { return remove_spending(change, entry.id, 1); });
  remove_all(200);
  expect_indexed();
}

TEST_P(Money, IsReallocatedWholeOrNotAtAll) {
  ASSERT_TRUE(budget(Cents{200'00}).has_value());
  const auto a = add_line(150'00, north).value();
  const auto b = add_line(50'00, south).value();
  ASSERT_TRUE(spend(a.id, 100'00).has_value());
  const auto carry_out = [&](std::int64_t revision, const std::vector<FundingMove>& moves) {
    return write([&](audit::Change& change) {
      return reallocate(change, kYear, revision, {"South has more need"}, moves);
    });
  };
  const std::vector<FundingMove> good{{a.id, b.id, {}, {}, {20'00}},
                                      {a.id, {}, strategy, {}, {10'00}}};
  const auto revision = rows().revision;
  const auto seen =
      read([&](db::Tx& tx) { return try_reallocation(tx, district, kYear, good).value(); });
  EXPECT_EQ(seen.before.revision, revision);
  EXPECT_EQ(seen.lines.size(), 3U);
  EXPECT_EQ(rows().revision, revision);  // nothing was kept

  EXPECT_EQ(carry_out(revision - 1, good).error().status, 412);
  auto bad = good;
  bad.push_back({a.id, b.id, {}, {}, {50'00}});
  EXPECT_EQ(first_pointer(carry_out(revision, bad).error()), "/moves/2/amount_cents");
  EXPECT_EQ(
      first_pointer(carry_out(revision, {{a.id, {}, strategy, new_id<SchoolId>(), {1}}}).error()),
      "/moves/0/to_school_id");
  EXPECT_EQ(first_pointer(carry_out(revision, {}).error()), "/moves");
  EXPECT_EQ(funds().lines.size(), 2U);

  const auto done = carry_out(revision, good).value();
  ASSERT_EQ(done.moved.size(), 2U);
  EXPECT_EQ(done.moved[0].source, "Title I A");
  EXPECT_EQ(done.moved[0].from_school_id, north);
  EXPECT_EQ(done.moved[1].to_strategy, "Structured literacy");
  const auto after = funds();
  ASSERT_EQ(after.lines.size(), 3U);
  EXPECT_EQ(after.planned_cents, 200'00);
  std::map<RecordId, std::int64_t> planned;
  for (const auto& line : after.lines) planned[line.line_id] = line.planned_cents;
  EXPECT_EQ(planned[a.id], 120'00);
  EXPECT_EQ(planned[b.id], 70'00);
  EXPECT_EQ(planned[done.moved[1].to_line_id], 10'00);
  read([&](db::Tx& tx) {
    const auto list = reallocations(tx, district, {}, 10);
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].moved.size(), 2U);
    EXPECT_TRUE(reallocations(tx, district, list[0].id, 10).empty());
    EXPECT_EQ(tx.number("select count(*) from audit_entry where district_id = :d and "
                        "entity = 'reallocation'",
                        district),
              1);
  });
  expect_indexed();
}

// Whatever is moved, refused or not, through the store: each source has what it had.
TEST_P(Money, NoSequenceOfReallocationsMakesOrLosesIt) {
  std::vector<RecordId> lines;
  for (const auto& school :
       {std::optional(north), std::optional(south), std::optional<SchoolId>()}) {
    lines.push_back(add_line(100'00, school).value().id);
  }
  ASSERT_TRUE(spend(lines[0], 40'00).has_value());
  ASSERT_TRUE(budget(Cents{300'00}).has_value());
  const bool held = rc::check("no sequence of reallocations makes or loses money", [&] {
    const auto known = funds().lines;
    std::vector<FundingMove> moves;
    for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
      const auto any = [&] {
        return known[*rc::gen::inRange<std::size_t>(0, known.size())].line_id;
      };
      const auto cents = *rc::gen::inRange<std::int64_t>(1, 80'00);
      if (known.size() < 12 && *rc::gen::inRange(0, 4) == 0) {
        moves.push_back({any(),
                         {},
                         strategy,
                         *rc::gen::element(std::optional(north), std::optional<SchoolId>()),
                         {cents}});
      } else {
        moves.push_back({any(), any(), {}, {}, {cents}});
      }
    }
    const auto revision = rows().revision;
    const auto result = write(
        [&](audit::Change& change) { return reallocate(change, kYear, revision, {"Try"}, moves); });
    const auto after = funds();
    RC_ASSERT(after.planned_cents == 300'00);
    RC_ASSERT(after.spent_cents == 40'00);
    RC_ASSERT(after.streams.at(0).over_cents == 0);
    for (const auto& line : after.lines) RC_ASSERT(line.planned_cents >= line.used());
    if (!result) RC_ASSERT(rows().revision == revision);
  });
  EXPECT_TRUE(held);
}

TEST_P(Money, NeedsAreTheDistrictsOwn) {
  const auto make = [&](NeedWeightFields fields) {
    return write([&](audit::Change& change) { return create_need_weight(change, fields); });
  };
  NeedWeightFields fields{{"English learners"}, {50}, Counted::own, {{north, {40}}}};
  const auto need = make(fields).value();
  fields.counts = {{north, {40}}, {north, {11}}, {new_id<SchoolId>(), {11}}};
  const auto refused = make(fields).error();
  ASSERT_EQ(refused.errors.size(), 2U);
  EXPECT_EQ(refused.errors[0].pointer, "/counts/1/school_id");
  EXPECT_EQ(refused.errors[1].pointer, "/counts/2/school_id");
  fields.counts = {{north, {7}}};
  EXPECT_EQ(first_pointer(make(fields).error()), "/counts/0/pupils");
  fields.counted = Counted::disadvantaged;
  fields.counts = {{north, {40}}};
  EXPECT_EQ(first_pointer(make(fields).error()), "/counts");
  fields.counts.clear();
  EXPECT_EQ(must_write([&](audit::Change& change) {
              return replace_need_weight(change, need.id, 1, fields);
            }).version,
            2);
  EXPECT_EQ(write([&](audit::Change& change) { return remove_need_weight(change, need.id, 1); })
                .error()
                .status,
            412);
  must_write([&](audit::Change& change) { return remove_need_weight(change, need.id, 2); });
  EXPECT_TRUE(read([&](db::Tx& tx) { return need_weights(tx, district); }).empty());
  expect_indexed();
}

TEST_P(Money, AYearKnowsTheYearsThatHaveSomething) {
  ASSERT_TRUE(add_line(10'00).has_value());
  const auto known = rows();
  EXPECT_GE(known.years.size(), 3U);
  EXPECT_TRUE(std::find(known.years.begin(), known.years.end(), kYear) != known.years.end());
  read([&](db::Tx& tx) {
    EXPECT_EQ(year_rows(tx, new_id<DistrictId>(), kYear).error().status, 404);
    EXPECT_TRUE(funds_of(year_rows(tx, district, {"2031-32"}).value()).lines.empty());
  });
  expect_indexed();
}

INSTANTIATE_STORE_TEST(Money);

}  // namespace
}  // namespace tandem::fund
