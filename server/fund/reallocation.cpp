// Moving money between funding lines: looked at before it is done, and then done whole.
#include <algorithm>

#include "fund/service.hpp"
#include "org/service.hpp"
#include "plan/service.hpp"
#include "plan/store.hpp"

namespace tandem::fund {
namespace {

template <class Rows, class Id>
const auto* find_in(const Rows& rows, const Id& id) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const auto& r) { return r.id == id; });
  return found == rows.end() ? nullptr : &*found;
}

// A new line has to be where its goal applies, at an open school.
Result<void> check_places(db::Tx& tx, const DistrictId& district, const YearRows& rows,
                          const std::vector<FundingMove>& moves) {
  std::vector<FieldError> errors;
  for (std::size_t i = 0; i < moves.size(); ++i) {
    if (!moves[i].to_strategy_id || !moves[i].to_school_id) continue;
    const auto* strategy = find_in(rows.strategies, *moves[i].to_strategy_id);
    const auto* goal = strategy == nullptr ? nullptr : find_in(rows.goals, strategy->goal_id);
    const auto& school = *moves[i].to_school_id;
    const bool applies = goal != nullptr &&
                         (goal->all_schools || std::find(goal->schools.begin(), goal->schools.end(),
                                                         school) != goal->schools.end());
    if (!applies || !plan::is_open_school(tx, district, school)) {
      errors.push_back({fmt::format("/moves/{}/to_school_id", i),
                        "is not an open school that the goal applies to"});
    }
  }
  if (!errors.empty()) return problem::invalid(std::move(errors));
  return {};
}

Result<Outcome> checked_outcome(db::Tx& tx, const DistrictId& district, const YearRows& rows,
                                const std::vector<FundingMove>& moves) {
  if (moves.empty()) return problem::invalid("/moves", "has to name at least one move");
  constexpr std::size_t kMaxMoves = 100;
  if (moves.size() > kMaxMoves) return problem::invalid("/moves", "has too many items");
  TRY(auto outcome, outcome_of(rows, moves));
  CHECK_OK(check_places(tx, district, rows, moves));
  return outcome;
}

// Lines that give first: so no source is ever beyond what it has because of a move.
Result<std::vector<RecordId>> write(audit::Change& change, const YearRows& rows, const Why& reason,
                                    const Outcome& outcome) {
  const auto set = [&](bool giving) -> Result<void> {
    for (const auto& [line, amount] : outcome.changed) {
      if ((amount < line.amount_cents.value) != giving) continue;
      TRY(const auto after, record::update(change, line, [&, to = amount](plan::FundingLine& row) {
            row.amount_cents.value = to;
          }));
      change.announce("plan", plan::FundingLine::entity, after.id.value, after.version);
    }
    return {};
  };
  CHECK_OK(set(true));
  CHECK_OK(set(false));
  std::vector<RecordId> made;
  for (const auto& line : outcome.created) {
    plan::FundingLineFields fields{line.school_id,      line.source_id, rows.year,
                                   {line.amount_cents}, {reason.value}, reason};
    TRY(const auto created, plan::create_funding_line(change, line.strategy_id, fields));
    made.push_back(created.id);
  }
  return made;
}

std::string title_of(const YearRows& rows, const RecordId& strategy) {
  const auto* found = find_in(rows.strategies, strategy);
  return found == nullptr ? "" : found->title.value;
}

}  // namespace

Result<WhatIf> try_reallocation(db::Tx& tx, const DistrictId& district, const SchoolYear& year,
                                const std::vector<FundingMove>& moves) {
  TRY(const auto rows, year_rows(tx, district, year));
  TRY(const auto outcome, checked_outcome(tx, district, rows, moves));
  const auto schools = org::schools(tx, district);
  const auto needs = need_weights(tx, district);
  return WhatIf{equity_of(rows, schools, needs, {}),
                equity_of(with(rows, outcome), schools, needs, {}), changed_lines(outcome)};
}

Result<Reallocation> reallocate(audit::Change& change, const SchoolYear& year,
                                std::int64_t revision, const Why& reason,
                                const std::vector<FundingMove>& moves) {
  plan::count_change(change);
  TRY(const auto rows, year_rows(change.tx, change.district, year));
  const auto seen = rows.revision - 1;  // before this change was counted
  if (seen != revision) {
    return problem::stale(json::object{{"revision", seen}});
  }
  TRY(const auto outcome, checked_outcome(change.tx, change.district, rows, moves));
  TRY(const auto made, write(change, rows, reason, outcome));
  ReallocationFields fields{year, reason, {}};
  for (std::size_t i = 0; i < moves.size(); ++i) {
    const auto& from = *find_in(rows.lines, moves[i].from_line_id);
    MovedMoney moved;
    moved.from_line_id = from.id;
    moved.source = find_in(rows.sources, from.source_id)->name.value;
    moved.from_strategy = title_of(rows, from.strategy_id);
    moved.from_school_id = from.school_id;
    moved.amount_cents.value = moves[i].amount_cents;
    if (moves[i].to_line_id) {
      const auto& to = *find_in(rows.lines, *moves[i].to_line_id);
      moved.to_line_id = to.id;
      moved.to_strategy = title_of(rows, to.strategy_id);
      moved.to_school_id = to.school_id;
    } else {
      moved.to_line_id = made.at(outcome.created_by[i]);
      moved.to_strategy = title_of(rows, *moves[i].to_strategy_id);
      moved.to_school_id = moves[i].to_school_id;
    }
    fields.moved.push_back(std::move(moved));
  }
  auto row = record::create<Reallocation>(change, fields);
  change.announce("plan", Reallocation::entity, row.id.value, row.version);
  return row;
}

}  // namespace tandem::fund
