// Money beyond the plan's funding lines: what a source has in a year, what was committed and
// spent from a line, the needs that funding should answer, and reallocations.
#pragma once

#include "record/record.hpp"

namespace tandem::fund {

using Why = Text<1, 500>;

struct StreamBudgetFields {
  std::optional<Cents> amount_cents;  // none: not known
  Text<0, 500> note;
  std::optional<Why> over_reason;  // kept only where more is planned than there is
};
BOOST_DESCRIBE_STRUCT(StreamBudgetFields, (), (amount_cents, note, over_reason))
// One for each source and year.
struct StreamBudget : record::Head, StreamBudgetFields {
  static constexpr std::string_view table = "stream_budget", entity = "stream_budget";
  using Fields = StreamBudgetFields;
  RecordId source_id;
  SchoolYear year;
};
BOOST_DESCRIBE_STRUCT(StreamBudget, (record::Head, StreamBudgetFields), (source_id, year))

// Ordered or contracted and still to be paid (an encumbrance); or paid. Who pays what was
// committed changes the entry: money is never in both.
enum class SpendingStatus { committed, spent };
BOOST_DESCRIBE_ENUM(SpendingStatus, committed, spent)

struct SpendingFields {
  SpendingStatus status = SpendingStatus::committed;
  Date dated;
  Cents amount_cents;
  Text<0, 200> paid_to;
  Text<0, 500> note;
  std::optional<Why> over_reason;  // kept only where it is more than the line has
};
BOOST_DESCRIBE_STRUCT(SpendingFields, (), (status, dated, amount_cents, paid_to, note, over_reason))
struct Spending : record::Head, SpendingFields {
  static constexpr std::string_view table = "spending", entity = "spending";
  using Fields = SpendingFields;
  RecordId line_id;
};
BOOST_DESCRIBE_STRUCT(Spending, (record::Head, SpendingFields), (line_id))

enum class Counted { disadvantaged, own };  // from the schools' records, or from `counts`
BOOST_DESCRIBE_ENUM(Counted, disadvantaged, own)

struct NeedCount {
  SchoolId school_id;
  Whole<0, 1'000'000> pupils;
};
BOOST_DESCRIBE_STRUCT(NeedCount, (), (school_id, pupils))

struct NeedWeightFields {
  Text<1, 120> name;
  Whole<1, 1000> weight_percent;  // 40: a pupil with this need counts as 1.4 pupils
  Counted counted = Counted::disadvantaged;
  std::vector<NeedCount> counts;
};
BOOST_DESCRIBE_STRUCT(NeedWeightFields, (), (name, weight_percent, counted, counts))
struct NeedWeight : record::Head, NeedWeightFields {
  static constexpr std::string_view table = "need_weight", entity = "need_weight";
  using Fields = NeedWeightFields;
};
BOOST_DESCRIBE_STRUCT(NeedWeight, (record::Head, NeedWeightFields), ())

// Either to a line that is there, or to a new one for a strategy and perhaps a school.
struct FundingMove {
  RecordId from_line_id;
  std::optional<RecordId> to_line_id;
  std::optional<RecordId> to_strategy_id;
  std::optional<SchoolId> to_school_id;
  Whole<1, 1'000'000'000'000> amount_cents;
};
BOOST_DESCRIBE_STRUCT(FundingMove, (),
                      (from_line_id, to_line_id, to_strategy_id, to_school_id, amount_cents))

// With names as they were then: lines and strategies may be gone later.
struct MovedMoney {
  RecordId from_line_id;
  RecordId to_line_id;
  std::string source;
  std::string from_strategy;
  std::optional<SchoolId> from_school_id;
  std::string to_strategy;
  std::optional<SchoolId> to_school_id;
  Cents amount_cents;
};
BOOST_DESCRIBE_STRUCT(MovedMoney, (),
                      (from_line_id, to_line_id, source, from_strategy, from_school_id, to_strategy,
                       to_school_id, amount_cents))
struct ReallocationFields {
  SchoolYear year;
  Why reason;
  std::vector<MovedMoney> moved;
};
BOOST_DESCRIBE_STRUCT(ReallocationFields, (), (year, reason, moved))
struct Reallocation : record::Head, ReallocationFields {
  static constexpr std::string_view table = "reallocation", entity = "reallocation";
  using Fields = ReallocationFields;
};
BOOST_DESCRIBE_STRUCT(Reallocation, (record::Head, ReallocationFields), ())

}  // namespace tandem::fund
