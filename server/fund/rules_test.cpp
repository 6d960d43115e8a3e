#include "fund/rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <numeric>

namespace tandem::fund {
namespace {

constexpr std::int64_t kMost = 1'000'000'000'000;

// A year with a goal for all schools, a goal for the first two, and lines as one draws them.
struct Year {
  YearRows rows;
  std::vector<org::School> schools;

  Year() {
    rows.year = {"2026-27"};
    for (int i = 0; i < 4; ++i) add_school(100 * (i + 1), 0);
    rows.goals.push_back({new_id<RecordId>(), {"For all"}, true, {}});
    rows.goals.push_back({new_id<RecordId>(), {"For two"}, false, {school(0), school(1)}});
    for (const auto& goal : rows.goals) {
      rows.strategies.push_back({new_id<RecordId>(), goal.id, {"How: " + goal.title.value}});
    }
    for (const auto* name : {"General fund", "Title I"}) {
      plan::FundingSource source;
      source.id = new_id<RecordId>();
      source.name = {name};
      rows.sources.push_back(source);
    }
  }

  org::School& add_school(std::int64_t pupils, std::int64_t disadvantaged) {
    org::School school;
    school.id = new_id<RecordId>();
    school.name = {"School " + std::to_string(schools.size())};
    school.pupils = org::PupilCount{pupils};
    school.disadvantaged_pupils = org::PupilCount{disadvantaged};
    schools.push_back(school);
    return schools.back();
  }
  [[nodiscard]] SchoolId school(std::size_t i) const { return schools[i].school_id(); }

  RecordId add_line(std::size_t strategy, std::optional<SchoolId> school, std::size_t source,
                    std::int64_t cents) {
    plan::FundingLine line;
    line.id = new_id<RecordId>();
    line.strategy_id = rows.strategies[strategy].id;
    line.school_id = std::move(school);
    line.source_id = rows.sources[source].id;
    line.year = rows.year;
    line.amount_cents = {cents};
    rows.lines.push_back(line);
    return line.id;
  }
  void use(const RecordId& line, SpendingStatus status, std::int64_t cents) {
    rows.used.push_back({line, status, {cents}});
  }
};

FundingMove move(const RecordId& from, const RecordId& to, std::int64_t cents) {
  return {from, to, {}, {}, {cents}};
}

std::vector<std::string> pointers(const Problem& problem) {
  std::vector<std::string> found;
  for (const auto& error : problem.errors) found.push_back(error.pointer);
  return found;
}

// ---- Sums ------------------------------------------------------------------------------------

TEST(Funds, AddUpByStreamSchoolGoalAndStrategy) {
  Year year;
  const auto a = year.add_line(0, {}, 0, 100'00);
  year.add_line(0, year.school(0), 1, 50'00);
  const auto b = year.add_line(1, year.school(0), 1, 70'00);
  year.use(a, SpendingStatus::committed, 10'00);
  year.use(a, SpendingStatus::spent, 20'00);
  year.use(b, SpendingStatus::spent, 80'00);
  const auto funds = funds_of(year.rows);
  EXPECT_EQ(static_cast<const Amounts&>(funds), (Amounts{220'00, 10'00, 100'00}));
  ASSERT_EQ(funds.streams.size(), 2U);
  EXPECT_EQ(static_cast<const Amounts&>(funds.streams[1]), (Amounts{120'00, 0, 80'00}));
  ASSERT_EQ(funds.schools.size(), 2U);
  EXPECT_FALSE(funds.schools[0].school_id.has_value());
  EXPECT_EQ(funds.schools[1].planned_cents, 120'00);
  ASSERT_EQ(funds.goals.size(), 2U);
  EXPECT_EQ(funds.goals[0].planned_cents, 150'00);
  EXPECT_EQ(funds.strategies[1].spent_cents, 80'00);
  for (const auto& line : funds.lines) EXPECT_EQ(line.over_cents, line.line_id == b ? 10'00 : 0);
}

TEST(Funds, AStreamBeyondWhatItHasSaysSoAndWhy) {
  Year year;
  year.add_line(0, {}, 0, 100'00);
  year.add_line(0, {}, 0, 30'00);
  year.rows.lines.back().over_reason = {"The grant is announced"};
  year.rows.lines.back().updated_by = "Ana";
  StreamBudget budget;
  budget.source_id = year.rows.sources[0].id;
  budget.version = 3;
  budget.amount_cents = Cents{110'00};
  year.rows.budgets.push_back(budget);
  auto stream = funds_of(year.rows).streams[0];
  EXPECT_EQ(stream.over_cents, 20'00);
  ASSERT_EQ(stream.reasons.size(), 1U);
  EXPECT_EQ(stream.reasons[0].reason, "The grant is announced");
  EXPECT_EQ(stream.reasons[0].by, "Ana");
  EXPECT_EQ(stream.budget_version, 3);
  year.rows.budgets[0].amount_cents = Cents{130'00};
  stream = funds_of(year.rows).streams[0];
  EXPECT_EQ(stream.over_cents, 0);
  EXPECT_TRUE(stream.reasons.empty());
}

TEST(Funds, LeaveOutARetiredSourceThatHasNothing) {
  Year year;
  year.rows.sources[1].active = false;
  EXPECT_EQ(funds_of(year.rows).streams.size(), 1U);
  year.add_line(0, {}, 1, 0);
  EXPECT_EQ(funds_of(year.rows).streams.size(), 2U);
}

// Any lines, each perhaps of a school, with something used.
Year any_year() {
  Year year;
  for (int i = *rc::gen::inRange(1, 12); i > 0; --i) {
    const auto school = *rc::gen::inRange(0, 5);
    const auto at =
        school == 4 ? std::nullopt : std::optional(year.school(static_cast<std::size_t>(school)));
    const auto planned = *rc::gen::inRange<std::int64_t>(0, 100'000'00);
    const auto line = year.add_line(*rc::gen::inRange<std::size_t>(0, 2), at,
                                    *rc::gen::inRange<std::size_t>(0, 2), planned);
    year.use(line, SpendingStatus::spent, *rc::gen::inRange<std::int64_t>(0, planned / 2 + 1));
    year.use(line, SpendingStatus::committed, *rc::gen::inRange<std::int64_t>(0, planned / 2 + 1));
  }
  return year;
}

template <class Parts>
Amounts sum_of(const Parts& parts) {
  Amounts sum;
  for (const auto& part : parts) sum.add(part);
  return sum;
}

RC_GTEST_PROP(Funds, EveryViewAddsUpToTheSame, ()) {
  const auto funds = funds_of(any_year().rows);
  const auto& all = static_cast<const Amounts&>(funds);
  RC_ASSERT(sum_of(funds.streams) == all && sum_of(funds.schools) == all);
  RC_ASSERT(sum_of(funds.goals) == all && sum_of(funds.strategies) == all);
  RC_ASSERT(sum_of(funds.lines) == all);
}

RC_GTEST_PROP(Funds, DoNotDependOnTheOrderOfRows, ()) {
  auto year = any_year();
  const auto before = json::text(funds_of(year.rows));
  const auto equity = json::text(equity_of(year.rows, year.schools, {}, {}));
  std::reverse(year.rows.lines.begin(), year.rows.lines.end());
  std::reverse(year.rows.used.begin(), year.rows.used.end());
  RC_ASSERT(json::text(funds_of(year.rows)) == before);
  RC_ASSERT(json::text(equity_of(year.rows, year.schools, {}, {})) == equity);
}

// ---- Equity ----------------------------------------------------------------------------------

NeedWeight disadvantaged(std::int64_t percent) {
  NeedWeight need;
  need.name = {"Economically disadvantaged"};
  need.weight_percent = {percent};
  return need;
}

TEST(Equity, SharesTheDistrictsMoneyByPupilsWhereItsGoalApplies) {
  Year year;  // of 100, 200, 300 and 400 pupils
  year.add_line(0, {}, 0, 1000'00);
  year.add_line(1, {}, 0, 300'00);
  year.add_line(0, year.school(3), 0, 80'00);
  const auto equity = equity_of(year.rows, year.schools, {}, {});
  ASSERT_EQ(equity.schools.size(), 4U);
  EXPECT_EQ(equity.schools[0].shared_cents, 200'00);
  EXPECT_EQ(equity.schools[1].shared_cents, 400'00);
  EXPECT_EQ(equity.schools[2].shared_cents, 300'00);
  EXPECT_EQ(equity.schools[3].shared_cents, 400'00);
  EXPECT_EQ(equity.schools[3].own_cents, 80'00);
  EXPECT_EQ(equity.schools[3].per_pupil_cents, 1'20);
  EXPECT_EQ(equity.district_cents, 1300'00);
  EXPECT_EQ(equity.shared_cents, 1300'00);
  ASSERT_TRUE(equity.per_pupil.has_value());
  EXPECT_EQ(equity.per_pupil->median_cents, 1'20);
  EXPECT_EQ(equity.per_pupil->highest_cents, 2'00);
}

TEST(Equity, WeighsPupilsByNeed) {
  Year year;
  year.schools[0].disadvantaged_pupils = org::PupilCount{50};
  year.add_line(0, year.school(0), 0, 120'00);
  const auto equity = equity_of(year.rows, year.schools, {disadvantaged(40)}, {});
  EXPECT_DOUBLE_EQ(*equity.schools[0].need, 1.2);
  EXPECT_EQ(equity.schools[0].per_pupil_cents, 1'20);
  EXPECT_EQ(equity.schools[0].per_weighted_pupil_cents, 1'00);
  auto own = disadvantaged(100);
  own.counted = Counted::own;
  own.counts = {{year.school(1), {20}}};
  EXPECT_DOUBLE_EQ(*equity_of(year.rows, year.schools, {own}, {}).schools[1].need, 1.1);
}

TEST(Equity, CountsOneSourceOrWhatWasUsed) {
  Year year;
  const auto line = year.add_line(0, year.school(0), 0, 100'00);
  year.add_line(0, year.school(0), 1, 40'00);
  year.use(line, SpendingStatus::spent, 30'00);
  const RecordId source = year.rows.sources[1].id;
  EXPECT_EQ(
      equity_of(year.rows, year.schools, {}, {Counting::planned, source}).schools[0].own_cents,
      40'00);
  EXPECT_EQ(equity_of(year.rows, year.schools, {}, {Counting::used, {}}).schools[0].own_cents,
            30'00);
}

TEST(Equity, SaysWhoIsNotCountedAndWhy) {
  Year year;
  year.add_school(9, 0);
  year.add_school(50, 0).pupils.reset();
  year.add_school(50, 0).status = org::SchoolStatus::closed;
  year.add_school(60, 0).status = org::SchoolStatus::closed;
  year.add_line(0, year.school(6), 0, 10'00);
  const auto equity = equity_of(year.rows, year.schools, {}, {});
  ASSERT_EQ(equity.schools.size(), 7U);
  EXPECT_EQ(equity.schools[4].standing, Standing::few_pupils);
  EXPECT_EQ(equity.schools[5].standing, Standing::unknown_pupils);
  EXPECT_EQ(equity.schools[6].standing, Standing::closed);
  for (std::size_t i = 4; i < 7; ++i) {
    EXPECT_FALSE(equity.schools[i].pupils || equity.schools[i].need ||
                 equity.schools[i].shared_cents || equity.schools[i].per_pupil_cents ||
                 equity.schools[i].per_weighted_pupil_cents);
  }
  EXPECT_EQ(equity.per_pupil->schools, 4);
}

TEST(Equity, OfSmallGroupsTellsNothing) {
  EXPECT_EQ(pupils_in_need(9, 100), 0);
  EXPECT_EQ(pupils_in_need(10, 100), 10);
  EXPECT_EQ(pupils_in_need(90, 100), 90);
  EXPECT_EQ(pupils_in_need(91, 100), 100);
  EXPECT_EQ(pupils_in_need(9, 12), 0);
  EXPECT_EQ(pupils_in_need(11, 12), 12);
}

// Whatever a school of fewer than ten pupils has, nothing else that is shown changes with their
// number: it can be found from no total and no statistic.
RC_GTEST_PROP(Equity, DoesNotDependOnThePupilsOfASmallSchool, ()) {
  auto year = any_year();
  year.add_school(3, 1);
  year.add_line(0, year.school(4), 0, 500'00);
  const auto before = json::text(equity_of(year.rows, year.schools, {disadvantaged(40)}, {}));
  const auto pupils = *rc::gen::inRange(0, 10);
  year.schools.back().pupils = org::PupilCount{pupils};
  year.schools.back().disadvantaged_pupils = org::PupilCount{*rc::gen::inRange(0, pupils + 1)};
  RC_ASSERT(json::text(equity_of(year.rows, year.schools, {disadvantaged(40)}, {})) == before);
}

// Nor on how many of a school are in need, where they or the others are fewer than ten.
RC_GTEST_PROP(Equity, DoesNotDependOnASmallGroupInNeed, ()) {
  auto year = any_year();
  const auto few = *rc::gen::inRange(0, 10);
  const auto shown = [&](std::int64_t in_need) {
    year.schools[0].disadvantaged_pupils = org::PupilCount{in_need};
    return json::text(equity_of(year.rows, year.schools, {disadvantaged(40)}, {}));
  };
  RC_ASSERT(shown(few) == shown(0));
  RC_ASSERT(shown(100 - few) == shown(100));
}

RC_GTEST_PROP(Shares, AddUpToTheAmountAndFollowTheWeights, ()) {
  const auto cents = *rc::gen::inRange<std::int64_t>(0, kMost);
  auto weights =
      *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 1'000'000));
  weights.push_back(*rc::gen::inRange<std::int64_t>(1, 1'000'000));
  const auto parts = shares(cents, weights);
  RC_ASSERT(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}) == cents);
  const auto total = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto exact = static_cast<std::int64_t>(static_cast<long double>(cents) *
                                                 static_cast<long double>(weights[i]) /
                                                 static_cast<long double>(total));
    RC_ASSERT(parts[i] == exact || parts[i] == exact + 1);
  }
}

// ---- Reallocation ----------------------------------------------------------------------------

TEST(Reallocation, MovesBetweenLinesAndToNewOnes) {
  Year year;
  const auto a = year.add_line(0, {}, 0, 100'00);
  const auto b = year.add_line(1, year.school(0), 0, 10'00);
  const auto& strategy = year.rows.strategies[0].id;
  const auto outcome = outcome_of(year.rows, {move(a, b, 30'00),
                                              {a, {}, strategy, year.school(2), {5'00}},
                                              {b, {}, strategy, year.school(2), {15'00}}});
  ASSERT_TRUE(outcome.has_value());
  ASSERT_EQ(outcome->changed.size(), 2U);
  EXPECT_EQ(outcome->changed[0].second, 65'00);
  EXPECT_EQ(outcome->changed[1].second, 25'00);
  ASSERT_EQ(outcome->created.size(), 1U);  // both go to one new line
  EXPECT_EQ(outcome->created[0].amount_cents, 20'00);
  EXPECT_EQ(outcome->created_by, (std::vector<std::size_t>{std::string::npos, 0, 0}));
  const auto lines = changed_lines(*outcome);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_FALSE(lines[2].line_id.has_value());
  EXPECT_EQ(lines[2].after_cents, 20'00);
}

TEST(Reallocation, SaysWhichMoveIsNotPossible) {
  Year year;
  const auto a = year.add_line(0, {}, 0, 100'00);
  const auto b = year.add_line(0, year.school(0), 0, 10'00);
  const auto other = year.add_line(0, year.school(1), 1, 10'00);
  year.use(a, SpendingStatus::committed, 40'00);
  year.use(a, SpendingStatus::spent, 20'00);
  const auto nowhere = new_id<RecordId>();
  const auto refused = [&](const std::vector<FundingMove>& moves) {
    return pointers(outcome_of(year.rows, moves).error());
  };
  using Pointers = std::vector<std::string>;
  EXPECT_EQ(refused({move(nowhere, b, 1)}), Pointers{"/moves/0/from_line_id"});
  EXPECT_EQ(refused({move(a, b, 1), move(a, nowhere, 1)}), Pointers{"/moves/1/to_line_id"});
  EXPECT_EQ(refused({move(a, a, 1)}), Pointers{"/moves/0/to_line_id"});
  EXPECT_EQ(refused({move(a, other, 1)}), Pointers{"/moves/0/to_line_id"});
  EXPECT_EQ(refused({{a, {}, {}, {}, {1}}}), Pointers{"/moves/0/to_line_id"});
  EXPECT_EQ(refused({{a, b, year.rows.strategies[0].id, {}, {1}}}),
            Pointers{"/moves/0/to_line_id"});
  EXPECT_EQ(refused({{a, b, {}, year.school(0), {1}}}), Pointers{"/moves/0/to_school_id"});
  EXPECT_EQ(refused({{a, {}, nowhere, {}, {1}}}), Pointers{"/moves/0/to_strategy_id"});
  EXPECT_EQ(refused({move(a, b, 40'01)}), Pointers{"/moves/0/amount_cents"});
  EXPECT_TRUE(outcome_of(year.rows, {move(a, b, 40'00)}).has_value());
  EXPECT_TRUE(outcome_of(year.rows, {move(b, a, 10'00), move(a, b, 50'00)}).has_value());
}

FundingMove any_move(const Year& year) {
  const auto& lines = year.rows.lines;
  const auto any = [&] { return lines[*rc::gen::inRange<std::size_t>(0, lines.size())].id; };
  const auto cents = *rc::gen::inRange<std::int64_t>(1, 60'000'00);
  if (*rc::gen::inRange(0, 3) > 0) return move(any(), any(), cents);
  const auto school = *rc::gen::inRange(0, 5);
  FundingMove to_new{any(), {}, {}, {}, {cents}};
  to_new.to_strategy_id = year.rows.strategies[*rc::gen::inRange<std::size_t>(0, 2)].id;
  if (school < 4) to_new.to_school_id = year.school(static_cast<std::size_t>(school));
  return to_new;
}

std::map<RecordId, std::int64_t> planned_by_source(const YearRows& rows) {
  std::map<RecordId, std::int64_t> sums;
  for (const auto& line : rows.lines) sums[line.source_id] += line.amount_cents.value;
  return sums;
}

// No sequence of reallocations makes or loses money: each source has what it had, no line is in
// debt, and what was committed and spent is still covered.
RC_GTEST_PROP(Reallocation, NeitherMakesNorLosesMoney, ()) {
  auto year = any_year();
  const auto before = planned_by_source(year.rows);
  std::map<RecordId, std::int64_t> used;
  for (const auto& row : year.rows.used) used[row.line_id] += row.amount_cents.value;
  for (int round = *rc::gen::inRange(1, 8); round > 0; --round) {
    std::vector<FundingMove> moves;
    for (int i = *rc::gen::inRange(1, 5); i > 0; --i) moves.push_back(any_move(year));
    const auto outcome = outcome_of(year.rows, moves);
    if (!outcome) {
      RC_ASSERT(!outcome.error().errors.empty());
      continue;
    }
    year.rows = with(year.rows, *outcome);
    for (auto& line : year.rows.lines) {
      if (line.id.empty()) line.id = new_id<RecordId>();
    }
    RC_ASSERT(planned_by_source(year.rows) == before);
    for (const auto& line : year.rows.lines) {
      RC_ASSERT(line.amount_cents.value >= 0 && line.amount_cents.value >= used[line.id]);
    }
  }
}

}  // namespace
}  // namespace tandem::fund
