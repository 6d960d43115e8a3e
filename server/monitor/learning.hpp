// Learning cycles: plan, do, study, act, by a school on a strategy, in weeks and several rounds.
#pragma once

#include "monitor/monitor.hpp"

namespace tandem::monitor {

enum class LearningDecision { open, adopt, adapt, abandon };
BOOST_DESCRIBE_ENUM(LearningDecision, open, adopt, adapt, abandon)

struct LearningFields {
  RecordId strategy_id;
  Name title;
  Text<0, 4000> plan;        // what is tried, by whom, with whom
  Text<0, 4000> prediction;  // what they think will happen
  std::optional<Date> starts_on;
  std::optional<Date> ends_on;
  Text<0, 4000> happened;
  Text<0, 4000> learned;
  LearningDecision decision = LearningDecision::open;
  Text<0, 4000> next_step;
  std::optional<RecordId> follows_id;  // the round before this one
};
BOOST_DESCRIBE_STRUCT(LearningFields, (),
                      (strategy_id, title, plan, prediction, starts_on, ends_on, happened, learned,
                       decision, next_step, follows_id))
struct LearningCycle : record::Head, LearningFields {
  static constexpr std::string_view table = "learning_cycle", entity = "learning_cycle";
  using Fields = LearningFields;
  SchoolId school_id;
  std::int64_t round = 1;
};
BOOST_DESCRIBE_STRUCT(LearningCycle, (record::Head, LearningFields), (school_id, round))

// Pure. A decision needs what happened and what was learned: without them nothing was studied.
std::vector<FieldError> faults(const LearningFields& fields);

// The newest first; of one school, if given.
std::vector<LearningCycle> learning_cycles(db::Tx& tx, const DistrictId& district,
                                           const std::optional<SchoolId>& school,
                                           const std::string& before, std::int64_t limit);
Result<LearningCycle> create_learning_cycle(audit::Change& change, const SchoolId& school,
                                            const LearningFields& fields);
// The strategy and the round before stay what they were.
Result<LearningCycle> replace_learning_cycle(audit::Change& change, const RecordId& id,
                                             std::int64_t expected, const LearningFields& fields);
// 409 if another round follows it.
Result<void> remove_learning_cycle(audit::Change& change, const RecordId& id,
                                   std::int64_t expected);

}  // namespace tandem::monitor
