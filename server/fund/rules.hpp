// A year's money: how it adds up, whether it reaches pupils evenly and against need, and what
// moving it would change. Pure.
#pragma once

#include "fund/views.hpp"

namespace tandem::fund {

struct GoalPart {  // what is asked of a goal
  RecordId id;
  Name title;
  bool all_schools = true;
  std::vector<SchoolId> schools;
};
BOOST_DESCRIBE_STRUCT(GoalPart, (), (id, title, all_schools, schools))
struct StrategyPart {
  RecordId id;
  RecordId goal_id;
  Name title;
};
BOOST_DESCRIBE_STRUCT(StrategyPart, (), (id, goal_id, title))
struct UsedOf {  // of a line, by status
  RecordId line_id;
  SpendingStatus status{};
  Cents amount_cents;
};
BOOST_DESCRIBE_STRUCT(UsedOf, (), (line_id, status, amount_cents))

// The rows of a year, in any order.
struct YearRows {
  std::int64_t revision = 0;  // of the plan
  SchoolYear year;
  std::vector<SchoolYear> years;
  std::vector<plan::FundingLine> lines;
  std::vector<UsedOf> used;
  std::vector<GoalPart> goals;
  std::vector<StrategyPart> strategies;
  std::vector<plan::FundingSource> sources;  // by name
  std::vector<StreamBudget> budgets;
};

// Every sum is over all lines of the year. Schools, goals and strategies without money are left
// out; a source without money or budget is too, if it is no longer offered.
Funds funds_of(const YearRows& rows);

// ---- Equity ----------------------------------------------------------------------------------

struct EquityQuestion {
  Counting amounts = Counting::planned;
  std::optional<RecordId> source_id;
};

// Money of the district as a whole is shared out by pupils among the counted schools that its
// goal applies to, whole cents, nothing lost (largest remainders); where there is none, it is not
// shared. Counted are open schools with ten pupils or more. What is shown of them cannot be taken
// from a total to find the pupils of one that is not counted: totals hold counted schools only.
Equity equity_of(const YearRows& rows, const std::vector<org::School>& schools,
                 const std::vector<NeedWeight>& needs, const EquityQuestion& question);

// Pupils with a need as they are weighted: fewer than ten count as none, and all but fewer than
// ten as all, so that the weighted number tells of no small group.
std::int64_t pupils_in_need(std::int64_t in_need, std::int64_t pupils);

// Whole cents by weight; their sum is the amount. Weights are at least 0, not all of them 0.
std::vector<std::int64_t> shares(std::int64_t cents, const std::vector<std::int64_t>& weights);

// ---- Reallocation ----------------------------------------------------------------------------

struct Outcome {
  struct NewLine {
    RecordId strategy_id;
    std::optional<SchoolId> school_id;
    RecordId source_id;
    std::int64_t amount_cents = 0;
  };
  std::vector<std::pair<plan::FundingLine, std::int64_t>> changed;  // a line, and its new amount
  std::vector<NewLine> created;
  std::vector<std::size_t> created_by;  // for each move: which of created it goes to, or npos
};

// What the moves come to, taken together. 422 with a pointer to each move that is not possible:
// lines have to be of the year and of one source, and no line may end with less than was committed
// and spent from it.
Result<Outcome> outcome_of(const YearRows& rows, const std::vector<FundingMove>& moves);

// The rows as they would be.
YearRows with(YearRows rows, const Outcome& outcome);

std::vector<ChangedLine> changed_lines(const Outcome& outcome);

}  // namespace tandem::fund
