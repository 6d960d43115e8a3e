// Decisions and who makes each one, and procedures: how things are done here. The district's hold
// for all; a school has its own besides.
#pragma once

#include "record/record.hpp"

namespace tandem::agreement {

enum class Decider { district_team, building_team, executive, board };
BOOST_DESCRIBE_ENUM(Decider, district_team, building_team, executive, board)

// Changes of the plan that somebody has to decide; monitoring proposes them under these names.
enum class PlanChange {
  note,
  end_target,
  activity_due,
  activity_drop,
  new_activity,
  stop_strategy
};
BOOST_DESCRIBE_ENUM(PlanChange, note, end_target, activity_due, activity_drop, new_activity,
                    stop_strategy)

struct DecisionFields {
  Text<1, 300> title;  // what is decided
  Decider decided_by = Decider::district_team;
  Text<0, 2000> how;                     // such as by consensus, after one reading
  Text<0, 1000> consulted;               // who is heard before
  Text<0, 1000> informed;                // who is told after
  std::optional<RecordId> procedure_id;  // that it follows
  std::vector<PlanChange> covers;        // changes of the plan that it is about
};
BOOST_DESCRIBE_STRUCT(DecisionFields, (),
                      (title, decided_by, how, consulted, informed, procedure_id, covers))

struct Decision : record::Head, DecisionFields {
  static constexpr std::string_view table = "decision", entity = "decision";
  using Fields = DecisionFields;
  std::optional<SchoolId> school_id;  // none: the district's
};
BOOST_DESCRIBE_STRUCT(Decision, (record::Head, DecisionFields), (school_id))

struct ProcedureFields {
  Text<1, 300> title;
  Text<0, 20000> body;
  Text<0, 300> applies_to;          // such as all building teams
  std::optional<Date> reviewed_on;  // when it was last looked at
};
BOOST_DESCRIBE_STRUCT(ProcedureFields, (), (title, body, applies_to, reviewed_on))

struct Procedure : record::Head, ProcedureFields {
  static constexpr std::string_view table = "team_procedure", entity = "procedure";
  using Fields = ProcedureFields;
  std::optional<SchoolId> school_id;
};
BOOST_DESCRIBE_STRUCT(Procedure, (record::Head, ProcedureFields), (school_id))

}  // namespace tandem::agreement
