// Adjustments: changes of the plan that somebody proposes because of what monitoring showed, and
// that are decided. What is accepted is carried out in the plan in the same transaction.
#pragma once

#include "agreement/decision.hpp"
#include "monitor/monitor.hpp"

namespace tandem::monitor {

// What an accepted adjustment does to the plan.
enum class AdjustmentKind {
  note,           // nothing by itself: people act on it
  end_target,     // another end target of a measure: measure_id, new_value, new_date
  activity_due,   // another day for an activity: activity_id, new_date
  activity_drop,  // an activity is given up: activity_id
  new_activity,   // one more: new_title, and new_date if it has a day
  stop_strategy
};
BOOST_DESCRIBE_ENUM(AdjustmentKind, note, end_target, activity_due, activity_drop, new_activity,
                    stop_strategy)

struct AdjustmentFields {
  RecordId strategy_id;
  std::optional<RecordId> report_id;  // whose recommendation it came from
  Name title;
  Text<1, 4000> reason;
  AdjustmentKind kind = AdjustmentKind::note;
  std::optional<RecordId> measure_id;
  std::optional<RecordId> activity_id;
  Text<0, 300> new_title;
  std::optional<Date> new_date;
  std::optional<double> new_value;
};
BOOST_DESCRIBE_STRUCT(AdjustmentFields, (),
                      (strategy_id, report_id, title, reason, kind, measure_id, activity_id,
                       new_title, new_date, new_value))

enum class AdjustmentStatus { proposed, accepted, declined };
BOOST_DESCRIBE_ENUM(AdjustmentStatus, proposed, accepted, declined)

struct Adjustment : record::Head, AdjustmentFields {
  static constexpr std::string_view table = "adjustment", entity = "adjustment";
  using Fields = AdjustmentFields;
  std::optional<SchoolId> school_id;  // whose part of the plan it changes; none: the district's
  AdjustmentStatus status = AdjustmentStatus::proposed;
  std::string proposed_by;
  std::string decision;  // why it was accepted or declined
  std::string decided_by;
  std::optional<Timestamp> decided_at;
};
BOOST_DESCRIBE_STRUCT(Adjustment, (record::Head, AdjustmentFields),
                      (school_id, status, proposed_by, decision, decided_by, decided_at))

struct DecisionFields {
  bool accept = false;
  Text<1, 4000> reason;
};
BOOST_DESCRIBE_STRUCT(DecisionFields, (), (accept, reason))

// One of the list, with who decides it and whether the reader is among them.
struct AdjustmentRow : Adjustment {
  agreement::Decider who_decides{};
  std::string decided_in;  // the entry of the list of decisions that says so; empty: none does
  bool may_decide = false;
};
BOOST_DESCRIBE_STRUCT(AdjustmentRow, (Adjustment), (who_decides, decided_in, may_decide))

// What a kind needs and has not, at its pointer. Pure.
std::vector<FieldError> faults(const AdjustmentFields& fields,
                               const std::optional<SchoolId>& school);

// The newest first, one row more than the limit if there are more; as this person sees them.
std::vector<AdjustmentRow> adjustments(db::Tx& tx, const DistrictId& district,
                                       const PersonId& person,
                                       const std::optional<AdjustmentStatus>& status,
                                       const std::string& before, std::int64_t limit);

Result<Adjustment> propose(audit::Change& change, const std::optional<SchoolId>& school,
                           const AdjustmentFields& fields);
// 403 unless the person is among those who decide it, as the list of decisions has it.
Result<void> must_decide(db::Tx& tx, const DistrictId& district, const PersonId& person,
                         const RecordId& id);
// 409 if it is decided already, or cannot be carried out any more: then nothing is changed.
Result<Adjustment> decide(audit::Change& change, const RecordId& id, std::int64_t expected,
                          const DecisionFields& fields);
// 409 once it is decided.
Result<void> withdraw(audit::Change& change, const RecordId& id, std::int64_t expected);

}  // namespace tandem::monitor
