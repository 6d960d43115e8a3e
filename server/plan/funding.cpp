// Where the money comes from, and what it is for.
#include "fund/guard.hpp"
#include "plan/changing.hpp"
#include "plan/service.hpp"

namespace tandem::plan {
namespace {

// The contract's bounds.
constexpr std::int64_t kMaxLines = 10'000;
constexpr std::int64_t kMaxSources = 1000;

// before is the line as it was, if it is there already: what it names stays allowed, though a
// source may have been retired and a school closed since.
std::vector<FieldError> check(audit::Change& change, const Strategy& strategy,
                              const FundingLineFields& fields, const FundingLine* before) {
  std::vector<FieldError> errors;
  const auto source = record::find<FundingSource>(change.tx, change.district, fields.source_id);
  if (!source) {
    errors.push_back({"/source_id", "is not a funding source of the district"});
  } else if (!source->active && (before == nullptr || before->source_id != fields.source_id)) {
    errors.push_back({"/source_id", "is no longer offered"});
  }
  if (fields.school_id && (before == nullptr || before->school_id != fields.school_id) &&
      !must_apply(change, strategy.goal_id, *fields.school_id, "strategy")) {
    errors.push_back({"/school_id", "is not an open school that the goal applies to"});
  }
  return errors;
}

}  // namespace

Result<FundingLine> create_funding_line(audit::Change& change, const RecordId& strategy,
                                        const FundingLineFields& asked) {
  count_change(change);
  TRY(const auto parent, record::find<Strategy>(change.tx, change.district, strategy));
  CHECK_OK(no_faults(check(change, parent, asked, nullptr)));
  TRY(const auto fields, fund::within_budget(change, asked, nullptr));
  CHECK_OK(room_for<FundingLine>(change, kMaxLines, "and strategy_id = :strategy", strategy));
  return announced(change, record::create<FundingLine>(change, fields, [&](FundingLine& row) {
                     row.strategy_id = strategy;
                   }));
}

Result<FundingLine> replace_funding_line(audit::Change& change, const RecordId& id,
                                         std::int64_t expected, const FundingLineFields& asked) {
  count_change(change);
  TRY(const FundingLine before,
      record::find_version<FundingLine>(change.tx, change.district, id, expected));
  TRY(const auto parent, record::find<Strategy>(change.tx, change.district, before.strategy_id));
  CHECK_OK(no_faults(check(change, parent, asked, &before)));
  TRY(const auto fields, fund::within_budget(change, asked, &before));
  TRY(auto after, record::update(change, before, [&](FundingLine& row) {
        static_cast<FundingLineFields&>(row) = fields;
      }));
  return announced(change, std::move(after));
}

Result<void> remove_funding_line(audit::Change& change, const RecordId& id, std::int64_t expected) {
  CHECK_OK(fund::nothing_spent(change.tx, change.district, fund::Below::line, id));
  return remove_with<FundingLine>(change, id, expected, [] {});
}

Result<FundingSource> create_funding_source(audit::Change& change,
                                            const FundingSourceFields& fields) {
  count_change(change);
  CHECK_OK(room_for<FundingSource>(change, kMaxSources, ""));
  return announced(change, record::create<FundingSource>(change, fields));
}

Result<FundingSource> replace_funding_source(audit::Change& change, const RecordId& id,
                                             std::int64_t expected,
                                             const FundingSourceFields& fields) {
  return replace_checked<FundingSource>(
      change, id, expected, fields, [](const FundingSource&) { return std::vector<FieldError>{}; });
}

}  // namespace tandem::plan
