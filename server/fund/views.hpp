// What is shown of a year's money: put together by rules.cpp from the rows of the store.
#pragma once

#include "fund/fund.hpp"
#include "org/org.hpp"
#include "plan/plan.hpp"

namespace tandem::fund {

struct Amounts {
  std::int64_t planned_cents = 0;
  std::int64_t committed_cents = 0;
  std::int64_t spent_cents = 0;
  void add(const Amounts& other);
  [[nodiscard]] std::int64_t used() const { return committed_cents + spent_cents; }
  friend bool operator==(const Amounts&, const Amounts&) = default;
};
BOOST_DESCRIBE_STRUCT(Amounts, (), (planned_cents, committed_cents, spent_cents))

struct OverReason {
  std::optional<RecordId> line_id;  // none: said with the budget
  std::string reason;
  std::string by;
};
BOOST_DESCRIBE_STRUCT(OverReason, (), (line_id, reason, by))

struct StreamFunds : Amounts {
  RecordId source_id;
  std::string name;
  plan::SourceKind kind{};
  bool active = true;
  std::int64_t budget_version = 0;  // 0: nothing set
  std::optional<Cents> available_cents;
  std::string note;
  std::int64_t over_cents = 0;
  std::vector<OverReason> reasons;  // if it is over
};
BOOST_DESCRIBE_STRUCT(StreamFunds, (Amounts),
                      (source_id, name, kind, active, budget_version, available_cents, note,
                       over_cents, reasons))
struct SchoolFunds : Amounts {
  std::optional<SchoolId> school_id;  // none: the district as a whole
};
BOOST_DESCRIBE_STRUCT(SchoolFunds, (Amounts), (school_id))
struct GoalFunds : Amounts {
  RecordId goal_id;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(GoalFunds, (Amounts), (goal_id, title))
struct StrategyFunds : Amounts {
  RecordId strategy_id;
  RecordId goal_id;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(StrategyFunds, (Amounts), (strategy_id, goal_id, title))
struct LineFunds : Amounts {
  RecordId line_id;
  RecordId strategy_id;
  RecordId goal_id;
  std::optional<SchoolId> school_id;
  RecordId source_id;
  std::string note;
  std::optional<std::string> over_reason;
  std::int64_t over_cents = 0;  // committed and spent beyond what the line has
};
BOOST_DESCRIBE_STRUCT(LineFunds, (Amounts),
                      (line_id, strategy_id, goal_id, school_id, source_id, note, over_reason,
                       over_cents))
struct Funds : Amounts {
  std::int64_t revision = 0;
  SchoolYear year;
  std::vector<SchoolYear> years;
  std::int64_t available_cents = 0;
  std::vector<StreamFunds> streams;
  std::vector<SchoolFunds> schools;
  std::vector<GoalFunds> goals;
  std::vector<StrategyFunds> strategies;
  std::vector<LineFunds> lines;
};
BOOST_DESCRIBE_STRUCT(Funds, (Amounts),
                      (revision, year, years, available_cents, streams, schools, goals, strategies,
                       lines))

enum class Standing { counted, few_pupils, unknown_pupils, closed };
BOOST_DESCRIBE_ENUM(Standing, counted, few_pupils, unknown_pupils, closed)

struct SchoolEquity {
  SchoolId school_id;
  Standing standing = Standing::counted;
  std::optional<std::int64_t> pupils;  // this and what follows from it: only if counted
  std::optional<double> need;          // weighted pupils for each pupil, at least 1
  std::int64_t own_cents = 0;
  std::optional<std::int64_t> shared_cents;
  std::optional<std::int64_t> per_pupil_cents;
  std::optional<std::int64_t> per_weighted_pupil_cents;
};
BOOST_DESCRIBE_STRUCT(SchoolEquity, (),
                      (school_id, standing, pupils, need, own_cents, shared_cents, per_pupil_cents,
                       per_weighted_pupil_cents))

struct Statistics {
  std::int64_t schools = 0;
  std::int64_t mean_cents = 0;
  std::int64_t median_cents = 0;
  std::int64_t lowest_cents = 0;
  std::int64_t highest_cents = 0;
  std::int64_t range_cents = 0;
  std::optional<double> federal_range_ratio;
  std::optional<double> coefficient_of_variation;
  std::optional<double> mcloone;
  std::optional<double> verstegen;
  std::optional<double> gini;
};
BOOST_DESCRIBE_STRUCT(Statistics, (),
                      (schools, mean_cents, median_cents, lowest_cents, highest_cents, range_cents,
                       federal_range_ratio, coefficient_of_variation, mcloone, verstegen, gini))

enum class Counting { planned, used };  // used: committed and spent
BOOST_DESCRIBE_ENUM(Counting, planned, used)

struct Equity {
  std::int64_t revision = 0;
  SchoolYear year;
  Counting amounts = Counting::planned;
  std::int64_t district_cents = 0;
  std::int64_t shared_cents = 0;
  std::vector<SchoolEquity> schools;
  std::optional<Statistics> per_pupil;
  std::optional<Statistics> per_weighted_pupil;
};
BOOST_DESCRIBE_STRUCT(Equity, (),
                      (revision, year, amounts, district_cents, shared_cents, schools, per_pupil,
                       per_weighted_pupil))

struct ChangedLine {
  std::optional<RecordId> line_id;  // none: a new one
  RecordId strategy_id;
  std::optional<SchoolId> school_id;
  RecordId source_id;
  std::int64_t before_cents = 0;
  std::int64_t after_cents = 0;
};
BOOST_DESCRIBE_STRUCT(ChangedLine, (),
                      (line_id, strategy_id, school_id, source_id, before_cents, after_cents))
struct WhatIf {
  Equity before;
  Equity after;
  std::vector<ChangedLine> lines;
};
BOOST_DESCRIBE_STRUCT(WhatIf, (), (before, after, lines))

}  // namespace tandem::fund
