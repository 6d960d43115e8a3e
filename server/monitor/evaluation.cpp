#include "monitor/evaluation.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <tuple>

#include "monitor/adjustments.hpp"
#include "monitor/learning.hpp"

namespace tandem::monitor {
namespace {

struct Rated {
  RecordId strategy_id;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(Rated, (), (strategy_id, value))
struct Counted {
  RecordId strategy_id;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(Counted, (), (strategy_id, count))

// "created_at" of a school year: from 1 July to 30 June.
std::pair<std::string, std::string> span_of(const SchoolYear& year) {
  const int first = std::stoi(year.value.substr(0, 4));
  return {fmt::format("{}-07-01", first), fmt::format("{}-07-01", first + 1)};
}

std::map<RecordId, StrategyFacts> facts_of(db::Tx& tx, const DistrictId& district,
                                           const SchoolYear& year) {
  std::map<RecordId, StrategyFacts> facts;
  std::map<RecordId, std::int64_t> sums;
  for (const auto& row : tx.all<Rated>(
           "select strategy_id, value from report_entry where district_id = :district and part = "
           "'fidelity' and value <> '' and report_id in (select id from monitoring_report where "
           "district_id = :of and cycle_id in (select id from monitoring_cycle where district_id = "
           ":owner and year = :year))",
           district, district, district, year)) {
    ++facts[row.strategy_id].reports;
    sums[row.strategy_id] += std::stoi(row.value);
  }
  for (auto& [id, sum] : sums) {
    facts[id].mean_fidelity = static_cast<double>(sum) / static_cast<double>(facts[id].reports);
  }
  const auto [from, to] = span_of(year);
  for (const auto& row : tx.all<Counted>(
           "select strategy_id, count(*) from learning_cycle where district_id = :district and "
           "created_at >= :begun and created_at < :ended group by strategy_id",
           district, from, to)) {
    facts[row.strategy_id].learning_cycles = row.count;
  }
  for (const auto& row : tx.all<Counted>(
           "select strategy_id, count(*) from adjustment where district_id = :district and status "
           "= 'accepted' and decided_at >= :begun and decided_at < :ended group by strategy_id",
           district, from, to)) {
    facts[row.strategy_id].adjustments = row.count;
  }
  return facts;
}

template <class R>
void in_order(std::vector<R>& rows) {
  std::sort(rows.begin(), rows.end(), [](const R& a, const R& b) {
    return std::tuple(a.position, a.id) < std::tuple(b.position, b.id);
  });
}

}  // namespace

EvaluationsOfYear evaluations_of(db::Tx& tx, const DistrictId& district, const SchoolYear& year) {
  std::map<std::pair<Subject, RecordId>, Evaluation> known;
  for (auto& row : tx.rows_of<Evaluation>(district, "and year = :year", year)) {
    known.emplace(std::pair(row.subject, row.subject_id), std::move(row));
  }
  const auto evaluation = [&](Subject subject, const RecordId& id) -> std::optional<Evaluation> {
    const auto found = known.find({subject, id});
    return found == known.end() ? std::nullopt : std::optional(found->second);
  };
  auto goals = tx.rows_of<plan::Goal>(district, "");
  auto strategies = tx.rows_of<plan::Strategy>(district, "");
  in_order(goals);
  in_order(strategies);
  const auto facts = facts_of(tx, district, year);
  const auto [from, _] = span_of(year);

  EvaluationsOfYear result{year, {}};
  for (const auto& goal : goals) {
    GoalToEvaluate row{goal.id, goal.title, goal.status, evaluation(Subject::goal, goal.id), {}};
    bool any = goal.status != plan::GoalStatus::archived || row.evaluation;
    for (const auto& strategy : strategies) {
      if (strategy.goal_id != goal.id) continue;
      const auto own = evaluation(Subject::strategy, strategy.id);
      // What was stopped before the year began is not looked back at any more.
      if (!own && strategy.stopped_on && strategy.stopped_on->value < from) continue;
      if (own) any = true;
      const auto fact = facts.find(strategy.id);
      row.strategies.push_back({strategy.id, strategy.title, strategy.stopped_on,
                                fact == facts.end() ? StrategyFacts{} : fact->second, own});
    }
    if (any) result.goals.push_back(std::move(row));
  }
  return result;
}

Result<Evaluation> save_evaluation(audit::Change& change, const SchoolYear& year, Subject subject,
                                   const RecordId& id, std::int64_t expected,
                                   const EvaluationFields& fields) {
  if (subject == Subject::goal) {
    CHECK_OK(record::find<plan::Goal>(change.tx, change.district, id));
  } else {
    CHECK_OK(record::find<plan::Strategy>(change.tx, change.district, id));
  }
  const auto before = change.tx.row_of<Evaluation>(
      change.district, "and year = :year and subject = :subject and subject_id = :id", year,
      subject, id);
  if ((before ? before->version : 0) != expected) return problem::stale(json::write(before));
  if (fields.conclusion != Conclusion::open && fields.reason.empty()) {
    return problem::invalid("/reason", "is needed for a conclusion");
  }
  Evaluation after{fields, year, subject, id, expected + 1, change.now, change.actor.name};
  if (before && json::write(static_cast<const EvaluationFields&>(*before)) == json::write(fields)) {
    return *before;
  }
  if (before) {
    change.tx.update(change.district, after,
                     "and year = :key_year and subject = :key_subject and subject_id = :key_id",
                     year, subject, id);
  } else {
    change.tx.insert(change.district, after);
  }
  const std::string key = year.value + "/" + id.value;
  change.record(Evaluation::entity, key, std::nullopt, json::write(before), json::write(after));
  change.announce(std::string(kTopic), Evaluation::entity, key, after.version);
  return after;
}

}  // namespace tandem::monitor
