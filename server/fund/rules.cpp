#include "fund/rules.hpp"

#include <algorithm>
#include <map>

namespace tandem::fund {
namespace {

std::map<RecordId, Amounts> used_by_line(const std::vector<UsedOf>& used) {
  std::map<RecordId, Amounts> by_line;
  for (const auto& row : used) {
    auto& amounts = by_line[row.line_id];
    (row.status == SpendingStatus::spent ? amounts.spent_cents : amounts.committed_cents) +=
        row.amount_cents.value;
  }
  return by_line;
}

template <class Rows>
auto by_id(const Rows& rows) {
  std::map<RecordId, const typename Rows::value_type*> found;
  for (const auto& row : rows) found.emplace(row.id, &row);
  return found;
}

LineFunds line_funds(const plan::FundingLine& line, const RecordId& goal, const Amounts& used) {
  LineFunds shown;
  static_cast<Amounts&>(shown) = used;
  shown.planned_cents = line.amount_cents.value;
  shown.line_id = line.id;
  shown.strategy_id = line.strategy_id;
  shown.goal_id = goal;
  shown.school_id = line.school_id;
  shown.source_id = line.source_id;
  shown.note = line.note.value;
  if (line.over_reason) shown.over_reason = line.over_reason->value;
  shown.over_cents = std::max<std::int64_t>(0, used.used() - shown.planned_cents);
  return shown;
}

std::vector<StreamFunds> streams_of(const YearRows& rows, const std::map<RecordId, Amounts>& sums) {
  std::map<RecordId, const StreamBudget*> budgets;
  for (const auto& budget : rows.budgets) budgets.emplace(budget.source_id, &budget);
  std::vector<StreamFunds> streams;
  for (const auto& source : rows.sources) {
    const auto sum = sums.find(source.id);
    const auto budget = budgets.find(source.id);
    if (!source.active && sum == sums.end() && budget == budgets.end()) continue;
    StreamFunds shown;
    if (sum != sums.end()) static_cast<Amounts&>(shown) = sum->second;
    shown.source_id = source.id;
    shown.name = source.name.value;
    shown.kind = source.kind;
    shown.active = source.active;
    if (budget != budgets.end()) {
      const auto& set = *budget->second;
      shown.budget_version = set.version;
      shown.available_cents = set.amount_cents;
      shown.note = set.note.value;
      if (set.amount_cents) {
        shown.over_cents = std::max<std::int64_t>(0, shown.planned_cents - set.amount_cents->value);
      }
      if (shown.over_cents > 0 && set.over_reason) {
        shown.reasons.push_back({std::nullopt, set.over_reason->value, set.updated_by});
      }
    }
    if (shown.over_cents > 0) {
      for (const auto& line : rows.lines) {
        if (line.source_id != source.id || !line.over_reason) continue;
        shown.reasons.push_back({line.id, line.over_reason->value, line.updated_by});
      }
    }
    streams.push_back(std::move(shown));
  }
  return streams;
}

}  // namespace

void Amounts::add(const Amounts& other) {
  planned_cents += other.planned_cents;
  committed_cents += other.committed_cents;
  spent_cents += other.spent_cents;
}

Funds funds_of(const YearRows& rows) {
  Funds funds;
  funds.revision = rows.revision;
  funds.year = rows.year;
  funds.years = rows.years;
  const auto used = used_by_line(rows.used);
  const auto strategies = by_id(rows.strategies);
  std::map<RecordId, Amounts> by_source;
  std::map<RecordId, Amounts> by_goal;
  std::map<RecordId, Amounts> by_strategy;
  std::map<std::optional<SchoolId>, Amounts> by_school;  // the district first
  for (const auto& line : rows.lines) {
    const auto strategy = strategies.find(line.strategy_id);
    const auto goal = strategy == strategies.end() ? RecordId{} : strategy->second->goal_id;
    const auto of_line = used.find(line.id);
    const auto shown = line_funds(line, goal, of_line == used.end() ? Amounts{} : of_line->second);
    for (auto* sum : {&by_source[line.source_id], &by_goal[goal], &by_strategy[line.strategy_id],
                      &by_school[line.school_id], static_cast<Amounts*>(&funds)}) {
      sum->add(shown);
    }
    funds.lines.push_back(shown);
  }
  std::sort(funds.lines.begin(), funds.lines.end(),
            [](const LineFunds& a, const LineFunds& b) { return a.line_id < b.line_id; });
  funds.streams = streams_of(rows, by_source);
  for (const auto& stream : funds.streams) {
    if (stream.available_cents) funds.available_cents += stream.available_cents->value;
  }
  for (const auto& [school, sum] : by_school) funds.schools.push_back({sum, school});
  for (const auto& goal : rows.goals) {
    const auto sum = by_goal.find(goal.id);
    if (sum != by_goal.end()) funds.goals.push_back({sum->second, goal.id, goal.title.value});
  }
  for (const auto& strategy : rows.strategies) {
    const auto sum = by_strategy.find(strategy.id);
    if (sum == by_strategy.end()) continue;
    funds.strategies.push_back({sum->second, strategy.id, strategy.goal_id, strategy.title.value});
  }
  return funds;
}

// ---- Reallocation ----------------------------------------------------------------------------

namespace {

constexpr std::int64_t kMostCents = 1'000'000'000'000;  // the contract's, of a line

std::string at(std::size_t move, const char* field) {
  return fmt::format("/moves/{}/{}", move, field);
}

// The moves one after another, on amounts that may dip below zero meanwhile.
class Mover {
 public:
  explicit Mover(const YearRows& rows)
      : rows_(rows), lines_(by_id(rows.lines)), strategies_(by_id(rows.strategies)) {
    for (const auto& line : rows.lines) amounts_[line.id] = line.amount_cents.value;
  }

  void move(const FundingMove& move, std::size_t index) {
    outcome_.created_by.push_back(std::string::npos);
    const auto from = lines_.find(move.from_line_id);
    if (from == lines_.end()) {
      return fault(index, "from_line_id", "is not a funding line of " + rows_.year.value);
    }
    if (move.to_line_id.has_value() == move.to_strategy_id.has_value()) {
      return fault(index, "to_line_id", "or to_strategy_id has to say where to, one of them");
    }
    const auto cents = static_cast<std::int64_t>(move.amount_cents);
    if (move.to_line_id) {
      if (move.to_school_id) return fault(index, "to_school_id", "goes with to_strategy_id");
      const auto to = lines_.find(*move.to_line_id);
      if (to == lines_.end()) {
        return fault(index, "to_line_id", "is not a funding line of " + rows_.year.value);
      }
      if (to->first == from->first) return fault(index, "to_line_id", "is where it comes from");
      if (to->second->source_id != from->second->source_id) {
        return fault(index, "to_line_id", "has money from another source");
      }
      amounts_[to->first] += cents;
      last_to_[to->first] = index;
    } else if (!add_new(move, *from->second, index)) {
      return;
    }
    amounts_[from->first] -= cents;
    last_from_[from->first] = index;
  }

  Result<Outcome> finish() {
    const auto used = used_by_line(rows_.used);
    for (const auto& line : rows_.lines) {
      const auto now = amounts_.at(line.id);
      if (now == line.amount_cents.value) continue;
      const auto found = used.find(line.id);
      const auto bound = found == used.end() ? 0 : found->second.used();
      if (now < line.amount_cents.value && now < bound) {
        fault(last_from_.at(line.id), "amount_cents",
              "is more than is left of the line apart from what was committed and spent");
      }
      if (now > kMostCents) fault(last_to_.at(line.id), "amount_cents", "is too much for one line");
      outcome_.changed.emplace_back(line, now);
    }
    for (std::size_t i = 0; i < outcome_.created.size(); ++i) {
      if (outcome_.created[i].amount_cents <= kMostCents) continue;
      const auto first = std::find(outcome_.created_by.begin(), outcome_.created_by.end(), i);
      fault(static_cast<std::size_t>(first - outcome_.created_by.begin()), "amount_cents",
            "is too much for one line");
    }
    if (!errors_.empty()) return problem::invalid(std::move(errors_));
    return std::move(outcome_);
  }

 private:
  void fault(std::size_t index, const char* field, std::string detail) {
    errors_.push_back({at(index, field), std::move(detail)});
  }

  // Two moves to the same place make one line.
  bool add_new(const FundingMove& move, const plan::FundingLine& from, std::size_t index) {
    if (strategies_.count(*move.to_strategy_id) == 0) {
      fault(index, "to_strategy_id", "is not a strategy of the plan");
      return false;
    }
    auto& created = outcome_.created;
    auto place = std::find_if(created.begin(), created.end(), [&](const Outcome::NewLine& line) {
      return line.strategy_id == *move.to_strategy_id && line.school_id == move.to_school_id &&
             line.source_id == from.source_id;
    });
    if (place == created.end()) {
      created.push_back({*move.to_strategy_id, move.to_school_id, from.source_id, 0});
      place = created.end() - 1;
    }
    place->amount_cents += move.amount_cents;
    outcome_.created_by.back() = static_cast<std::size_t>(place - created.begin());
    return true;
  }

  const YearRows& rows_;
  std::map<RecordId, const plan::FundingLine*> lines_;
  std::map<RecordId, const StrategyPart*> strategies_;
  std::map<RecordId, std::int64_t> amounts_;
  std::map<RecordId, std::size_t> last_from_;
  std::map<RecordId, std::size_t> last_to_;
  Outcome outcome_;
  std::vector<FieldError> errors_;
};

}  // namespace

Result<Outcome> outcome_of(const YearRows& rows, const std::vector<FundingMove>& moves) {
  Mover mover(rows);
  for (std::size_t i = 0; i < moves.size(); ++i) mover.move(moves[i], i);
  return mover.finish();
}

YearRows with(YearRows rows, const Outcome& outcome) {
  std::map<RecordId, std::int64_t> amounts;
  for (const auto& [line, amount] : outcome.changed) amounts[line.id] = amount;
  for (auto& line : rows.lines) {
    const auto found = amounts.find(line.id);
    if (found != amounts.end()) line.amount_cents.value = found->second;
  }
  for (const auto& made : outcome.created) {
    plan::FundingLine line;
    line.strategy_id = made.strategy_id;
    line.school_id = made.school_id;
    line.source_id = made.source_id;
    line.year = rows.year;
    line.amount_cents.value = made.amount_cents;
    rows.lines.push_back(std::move(line));
  }
  return rows;
}

std::vector<ChangedLine> changed_lines(const Outcome& outcome) {
  std::vector<ChangedLine> lines;
  for (const auto& [line, amount] : outcome.changed) {
    lines.push_back({line.id, line.strategy_id, line.school_id, line.source_id,
                     line.amount_cents.value, amount});
  }
  for (const auto& made : outcome.created) {
    lines.push_back(
        {std::nullopt, made.strategy_id, made.school_id, made.source_id, 0, made.amount_cents});
  }
  return lines;
}

}  // namespace tandem::fund
