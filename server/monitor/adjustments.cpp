#include "monitor/adjustments.hpp"

#include "agreement/rules.hpp"
#include "agreement/service.hpp"
#include "plan/rules.hpp"
#include "plan/service.hpp"
#include "plan/store.hpp"

namespace tandem::monitor {
namespace {

Adjustment announced(audit::Change& change, Adjustment row) {
  change.announce(std::string(kTopic), Adjustment::entity, row.id.value, row.version);
  return row;
}

Problem gone(const std::string& what) {
  return problem::conflict(
      "The plan has no such " + what +
      " any more, so this cannot be carried out. Decline it, with the reason.");
}

agreement::Deciding deciding_of(const std::vector<agreement::Decision>& list,
                                const Adjustment& row) {
  agreement::PlanChange change{};
  boost::describe::enum_from_string(boost::describe::enum_to_string(row.kind, ""), change);
  return agreement::who_decides(list, change, row.school_id);
}

const char* words_of(agreement::Decider decider) {
  switch (decider) {
    case agreement::Decider::district_team:
      return "The district team";
    case agreement::Decider::building_team:
      return "The building team";
    case agreement::Decider::executive:
      return "Whoever the district's team names as its decision maker";
    case agreement::Decider::board:
      break;
  }
  return "The board, or whoever carries out what it decided,";
}

// What it names has to be there, below the strategy or its goal, and of the right school.
Result<void> check(audit::Change& change, const std::optional<SchoolId>& school,
                   const AdjustmentFields& fields) {
  auto errors = faults(fields, school);
  const auto& district = change.district;
  const auto strategy =
      change.tx.row_of<plan::Strategy>(district, "and id = :id", fields.strategy_id);
  if (!strategy) {
    errors.push_back({"/strategy_id", "is not a strategy of the plan"});
    return problem::invalid(std::move(errors));
  }
  if (school) {
    TRY(const auto goal, record::find<plan::Goal>(change.tx, district, strategy->goal_id));
    if (!plan::applies_to(goal, *school)) {
      errors.push_back({"/strategy_id", "does not apply to this school"});
    }
  }
  if (fields.kind == AdjustmentKind::end_target && fields.measure_id) {
    const auto measure =
        change.tx.row_of<plan::Measure>(district, "and id = :id", *fields.measure_id);
    if (!measure || measure->goal_id != strategy->goal_id) {
      errors.push_back({"/measure_id", "is not a measure of this strategy's goal"});
    }
  }
  const bool of_activity =
      fields.kind == AdjustmentKind::activity_due || fields.kind == AdjustmentKind::activity_drop;
  if (of_activity && fields.activity_id) {
    const auto activity =
        change.tx.row_of<plan::Activity>(district, "and id = :id", *fields.activity_id);
    if (!activity || activity->strategy_id != strategy->id || activity->school_id != school) {
      errors.push_back({"/activity_id", "is not an activity of this strategy here"});
    }
  }
  if (fields.report_id) {
    const auto report = change.tx.row_of<Report>(district, "and id = :id", *fields.report_id);
    if (!report) errors.push_back({"/report_id", "is not a report"});
  }
  if (!errors.empty()) return problem::invalid(std::move(errors));
  return {};
}

Result<void> move_target(audit::Change& change, const Adjustment& row) {
  const auto target = change.tx.row_of<plan::Target>(
      change.district, "and measure_id = :measure and school_id = :school", *row.measure_id,
      row.school_id.value_or(SchoolId{}));
  plan::TargetFields fields =
      target ? static_cast<const plan::TargetFields&>(*target) : plan::TargetFields{};
  const auto day = row.new_date        ? row.new_date
                   : fields.end_target ? std::optional(fields.end_target->on)
                                       : std::nullopt;
  if (!day) return problem::conflict("There is no end target yet, and no day for a new one.");
  fields.end_target = plan::TargetPoint{*day, *row.new_value};
  auto set = plan::set_targets(change, *row.measure_id, row.school_id, target ? target->version : 0,
                               fields);
  if (!set) return set.error().status == 404 ? gone("measure") : set.error();
  return {};
}

Result<void> change_activity(audit::Change& change, const Adjustment& row) {
  const auto found =
      change.tx.row_of<plan::Activity>(change.district, "and id = :id", *row.activity_id);
  if (!found) return gone("activity");
  plan::ActivityFields fields = *found;
  if (row.kind == AdjustmentKind::activity_drop) fields.status = plan::ActivityStatus::dropped;
  else fields.due_on = row.new_date;
  CHECK_OK(plan::replace_activity(change, found->id, found->version, fields));
  return {};
}

Result<void> carry_out(audit::Change& change, const Adjustment& row) {
  switch (row.kind) {
    case AdjustmentKind::note:
      return {};
    case AdjustmentKind::end_target:
      return move_target(change, row);
    case AdjustmentKind::activity_due:
    case AdjustmentKind::activity_drop:
      return change_activity(change, row);
    case AdjustmentKind::new_activity: {
      plan::ActivityFields fields;
      fields.title.value = row.new_title;
      fields.detail.value = row.reason;
      fields.due_on = row.new_date;
      fields.position.value = 100'000;  // after the others
      auto made = plan::create_activity(change, row.strategy_id, row.school_id, fields);
      if (!made) return made.error().status == 404 ? gone("strategy") : made.error();
      return {};
    }
    case AdjustmentKind::stop_strategy: {
      auto stopped = plan::stop_strategy(change, row.strategy_id, row.decision);
      if (!stopped) return stopped.error().status == 404 ? gone("strategy") : stopped.error();
      return {};
    }
  }
  return {};
}

}  // namespace

std::vector<FieldError> faults(const AdjustmentFields& fields,
                               const std::optional<SchoolId>& school) {
  std::vector<FieldError> errors;
  const auto need = [&](bool there, const char* pointer) {
    if (!there) errors.push_back({pointer, "is needed for this kind of change"});
  };
  switch (fields.kind) {
    case AdjustmentKind::note:
      break;
    case AdjustmentKind::end_target:
      need(fields.measure_id.has_value(), "/measure_id");
      need(fields.new_value.has_value(), "/new_value");
      break;
    case AdjustmentKind::activity_due:
      need(fields.activity_id.has_value(), "/activity_id");
      need(fields.new_date.has_value(), "/new_date");
      break;
    case AdjustmentKind::activity_drop:
      need(fields.activity_id.has_value(), "/activity_id");
      break;
    case AdjustmentKind::new_activity:
      need(!fields.new_title.empty(), "/new_title");
      break;
    case AdjustmentKind::stop_strategy:
      if (school) {
        errors.push_back({"/kind", "is for the district: a strategy is stopped for all"});
      }
      break;
  }
  return errors;
}

std::vector<AdjustmentRow> adjustments(db::Tx& tx, const DistrictId& district,
                                       const PersonId& person,
                                       const std::optional<AdjustmentStatus>& status,
                                       const std::string& before, std::int64_t limit) {
  const std::string start = before.empty() ? "g" : before;  // after every id
  auto found =
      status ? tx.rows_of<Adjustment>(
                   district, "and status = :status and id < :before order by id desc limit :most",
                   *status, start, limit + 1)
             : tx.rows_of<Adjustment>(district, "and id < :before order by id desc limit :most",
                                      start, limit + 1);
  const auto list = agreement::decisions_on_the_plan(tx, district);
  const auto voice = agreement::voice_of(tx, district, person);
  std::vector<AdjustmentRow> rows;
  for (auto& row : found) {
    const auto deciding = deciding_of(list, row);
    const bool open = row.status == AdjustmentStatus::proposed;
    const bool may = open && agreement::is_among(deciding.by, row.school_id, voice);
    rows.push_back({std::move(row), deciding.by, deciding.title, may});
  }
  return rows;
}

Result<void> must_decide(db::Tx& tx, const DistrictId& district, const PersonId& person,
                         const RecordId& id) {
  TRY(const auto row, record::find<Adjustment>(tx, district, id));
  const auto deciding = deciding_of(agreement::decisions_on_the_plan(tx, district), row);
  if (agreement::is_among(deciding.by, row.school_id, agreement::voice_of(tx, district, person))) {
    return {};
  }
  const auto* who = words_of(deciding.by);
  if (!deciding.decision_id) return problem::forbidden(fmt::format("{} decides this.", who));
  return problem::forbidden(fmt::format(
      "{} decides this: so says the list of decisions under \"{}\".", who, deciding.title));
}

Result<Adjustment> propose(audit::Change& change, const std::optional<SchoolId>& school,
                           const AdjustmentFields& fields) {
  CHECK_OK(check(change, school, fields));
  return announced(change, record::create<Adjustment>(change, fields, [&](Adjustment& row) {
                     row.school_id = school;
                     row.proposed_by = change.actor.name;
                   }));
}

Result<Adjustment> decide(audit::Change& change, const RecordId& id, std::int64_t expected,
                          const DecisionFields& fields) {
  TRY(const auto before,
      record::find_version<Adjustment>(change.tx, change.district, id, expected));
  if (before.status != AdjustmentStatus::proposed) {
    return problem::conflict("This is decided already.");
  }
  TRY(auto after, record::update(change, before, [&](Adjustment& row) {
        row.status = fields.accept ? AdjustmentStatus::accepted : AdjustmentStatus::declined;
        row.decision = fields.reason;
        row.decided_by = change.actor.name;
        row.decided_at = change.now;
      }));
  if (fields.accept) CHECK_OK(carry_out(change, after));
  return announced(change, std::move(after));
}

Result<void> withdraw(audit::Change& change, const RecordId& id, std::int64_t expected) {
  TRY(const auto row, record::find_version<Adjustment>(change.tx, change.district, id, expected));
  if (row.status != AdjustmentStatus::proposed) {
    return problem::conflict("This is decided already and stays, with the reason.");
  }
  CHECK_OK(record::remove<Adjustment>(change, id, expected));
  change.announce(std::string(kTopic), Adjustment::entity, id.value, 0);
  return {};
}

}  // namespace tandem::monitor
