// Evaluation: the look back at each goal and strategy at the end of a school year.
#pragma once

#include "monitor/monitor.hpp"

namespace tandem::monitor {

using Rating = Whole<0, 4>;  // 0 not at all, 1 a little, 2 partly, 3 mostly, 4 fully
struct Judgement {
  std::optional<Rating> rating;  // none: not judged
  Text<0, 4000> evidence;
};
BOOST_DESCRIBE_STRUCT(Judgement, (), (rating, evidence))

enum class Conclusion { open, keep, adjust, stop };
BOOST_DESCRIBE_ENUM(Conclusion, open, keep, adjust, stop)

struct EvaluationFields {
  Judgement readiness;    // was everything there to begin?
  Judgement knowledge;    // did the adults know how, and have the skills?
  Judgement opportunity;  // did they have the time and the place to do it?
  Judgement fidelity;     // was it done as meant?
  Judgement impact;       // are students better off?
  Conclusion conclusion = Conclusion::open;
  Text<0, 4000> reason;
};
BOOST_DESCRIBE_STRUCT(EvaluationFields, (),
                      (readiness, knowledge, opportunity, fidelity, impact, conclusion, reason))

enum class Subject { goal, strategy };
BOOST_DESCRIBE_ENUM(Subject, goal, strategy)

struct Evaluation : EvaluationFields {
  static constexpr std::string_view table = "evaluation", entity = "evaluation";
  SchoolYear year;
  Subject subject{};
  RecordId subject_id;
  std::int64_t version = 1;
  Timestamp updated_at;
  std::string updated_by;
};
BOOST_DESCRIBE_STRUCT(Evaluation, (EvaluationFields),
                      (year, subject, subject_id, version, updated_at, updated_by))

// What the year's monitoring has on a strategy, beside which it is judged.
struct StrategyFacts {
  std::int64_t reports = 0;             // that rated its fidelity
  std::optional<double> mean_fidelity;  // of those
  std::int64_t learning_cycles = 0;
  std::int64_t adjustments = 0;  // accepted
};
BOOST_DESCRIBE_STRUCT(StrategyFacts, (), (reports, mean_fidelity, learning_cycles, adjustments))

struct StrategyToEvaluate {
  RecordId strategy_id;
  std::string title;
  std::optional<Date> stopped_on;
  StrategyFacts facts;
  std::optional<Evaluation> evaluation;
};
BOOST_DESCRIBE_STRUCT(StrategyToEvaluate, (), (strategy_id, title, stopped_on, facts, evaluation))
struct GoalToEvaluate {
  RecordId goal_id;
  std::string title;
  plan::GoalStatus status{};
  std::optional<Evaluation> evaluation;
  std::vector<StrategyToEvaluate> strategies;
};
BOOST_DESCRIBE_STRUCT(GoalToEvaluate, (), (goal_id, title, status, evaluation, strategies))
struct EvaluationsOfYear {
  SchoolYear year;
  std::vector<GoalToEvaluate> goals;  // in the plan's order; archived ones only if evaluated
};
BOOST_DESCRIBE_STRUCT(EvaluationsOfYear, (), (year, goals))

EvaluationsOfYear evaluations_of(db::Tx& tx, const DistrictId& district, const SchoolYear& year);

// expected is 0 if there is none yet. 422 for a conclusion without a reason.
Result<Evaluation> save_evaluation(audit::Change& change, const SchoolYear& year, Subject subject,
                                   const RecordId& id, std::int64_t expected,
                                   const EvaluationFields& fields);

}  // namespace tandem::monitor
