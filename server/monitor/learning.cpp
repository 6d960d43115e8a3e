#include "monitor/learning.hpp"

#include "plan/store.hpp"

namespace tandem::monitor {
namespace {

constexpr std::int64_t kMostRounds = 50;

bool is_in_plan_of(audit::Change& change, const RecordId& strategy, const SchoolId& school) {
  const auto found = change.tx.row_of<plan::Strategy>(change.district, "and id = :id", strategy);
  if (!found || !plan::is_open_school(change.tx, change.district, school)) return false;
  const auto goal = record::find<plan::Goal>(change.tx, change.district, found->goal_id);
  return goal && plan::applies_to(*goal, school);
}

LearningCycle announced(audit::Change& change, LearningCycle row) {
  change.announce(std::string(kTopic), LearningCycle::entity, row.id.value, row.version);
  return row;
}

}  // namespace

std::vector<FieldError> faults(const LearningFields& fields) {
  std::vector<FieldError> errors;
  if (fields.starts_on && fields.ends_on && *fields.ends_on < *fields.starts_on) {
    errors.push_back({"/ends_on", "must not be before it starts"});
  }
  if (fields.decision != LearningDecision::open) {
    if (fields.happened.empty()) errors.push_back({"/happened", "is needed before one decides"});
    if (fields.learned.empty()) errors.push_back({"/learned", "is needed before one decides"});
  }
  return errors;
}

std::vector<LearningCycle> learning_cycles(db::Tx& tx, const DistrictId& district,
                                           const std::optional<SchoolId>& school,
                                           const std::string& before, std::int64_t limit) {
  const std::string start = before.empty() ? "g" : before;  // after every id
  if (school) {
    return tx.rows_of<LearningCycle>(
        district, "and school_id = :school and id < :before order by id desc limit :most", *school,
        start, limit + 1);
  }
  return tx.rows_of<LearningCycle>(district, "and id < :before order by id desc limit :most", start,
                                   limit + 1);
}

Result<LearningCycle> create_learning_cycle(audit::Change& change, const SchoolId& school,
                                            const LearningFields& fields) {
  auto errors = faults(fields);
  if (!is_in_plan_of(change, fields.strategy_id, school)) {
    errors.push_back({"/strategy_id", "is not a strategy of this school's plan"});
  }
  std::int64_t round = 1;
  if (fields.follows_id) {
    const auto before =
        change.tx.row_of<LearningCycle>(change.district, "and id = :id", *fields.follows_id);
    if (!before || before->school_id != school || before->strategy_id != fields.strategy_id) {
      errors.push_back({"/follows_id", "is not a round of this school on the same strategy"});
    } else {
      round = before->round + 1;
    }
  }
  if (round > kMostRounds) errors.push_back({"/follows_id", "has had rounds enough"});
  if (!errors.empty()) return problem::invalid(std::move(errors));
  return announced(change, record::create<LearningCycle>(change, fields, [&](LearningCycle& row) {
                     row.school_id = school;
                     row.round = round;
                   }));
}

Result<LearningCycle> replace_learning_cycle(audit::Change& change, const RecordId& id,
                                             std::int64_t expected, const LearningFields& fields) {
  TRY(const auto before,
      record::find_version<LearningCycle>(change.tx, change.district, id, expected));
  auto errors = faults(fields);
  if (fields.strategy_id != before.strategy_id) {
    errors.push_back({"/strategy_id", "cannot be another one now"});
  }
  if (fields.follows_id != before.follows_id) {
    errors.push_back({"/follows_id", "cannot be another one now"});
  }
  if (!errors.empty()) return problem::invalid(std::move(errors));
  TRY(auto after, record::update(change, before, [&](LearningCycle& row) {
        static_cast<LearningFields&>(row) = fields;
      }));
  return announced(change, std::move(after));
}

Result<void> remove_learning_cycle(audit::Change& change, const RecordId& id,
                                   std::int64_t expected) {
  TRY(const auto row,
      record::find_version<LearningCycle>(change.tx, change.district, id, expected));
  const auto following = change.tx.number(
      "select count(*) from learning_cycle where district_id = :district and school_id = :school "
      "and follows_id = :id",
      change.district, row.school_id, id);
  if (following > 0) return problem::conflict("Another round follows this one.");
  CHECK_OK(record::remove<LearningCycle>(change, id, expected));
  change.announce(std::string(kTopic), LearningCycle::entity, id.value, 0);
  return {};
}

}  // namespace tandem::monitor
