// content/demo/money.json: what sources have, what was committed and spent in three years, and a
// reallocation. Strategies and sources go by their names in plan.json.
#pragma once

#include "demo/stage.hpp"
#include "fund/fund.hpp"

namespace tandem::demo {

struct NeedWeightData {
  std::string name;
  std::int64_t weight_percent = 0;
};
BOOST_DESCRIBE_STRUCT(NeedWeightData, (), (name, weight_percent))
struct StreamBudgetData {
  std::string source;
  std::int64_t year = 0;  // 0 is this school year
  std::int64_t amount_cents = 0;
  std::string note;
  std::optional<std::string> over_reason;
};
BOOST_DESCRIBE_STRUCT(StreamBudgetData, (), (source, year, amount_cents, note, over_reason))
struct SpendingData {
  fund::SpendingStatus status{};
  std::string on;
  std::int64_t amount_cents = 0;
  std::string paid_to;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(SpendingData, (), (status, on, amount_cents, paid_to, note))
struct MoneyLineData {
  std::string strategy;
  std::string source;
  OptionalKey school;
  std::int64_t year = 0;
  std::optional<std::int64_t> amount_cents;  // none: the line is in plan.json
  std::optional<std::string> note;
  std::vector<SpendingData> entries;
};
BOOST_DESCRIBE_STRUCT(MoneyLineData, (),
                      (strategy, source, school, year, amount_cents, note, entries))
struct FundingMoveData {
  std::string strategy;  // both lines are of it, and of this year
  std::string source;
  OptionalKey from;
  OptionalKey to;
  std::int64_t amount_cents = 0;
};
BOOST_DESCRIBE_STRUCT(FundingMoveData, (), (strategy, source, from, to, amount_cents))
struct ReallocationData {
  std::string on;
  std::string reason;
  std::vector<FundingMoveData> moves;
};
BOOST_DESCRIBE_STRUCT(ReallocationData, (), (on, reason, moves))
struct MoneyData {
  std::vector<NeedWeightData> needs;
  std::vector<StreamBudgetData> budgets;
  std::vector<MoneyLineData> lines;
  ReallocationData reallocation;
};
BOOST_DESCRIBE_STRUCT(MoneyData, (), (needs, budgets, lines, reallocation))

// After the plan and what schools add to it.
void plan_money(Stage& stage, const MoneyData& data);

}  // namespace tandem::demo
