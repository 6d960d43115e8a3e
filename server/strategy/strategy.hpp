// What a district knows before it plans: the strategies it has looked into (its library), and what
// is going on already (its initiative inventory), so that nothing new is piled on top unseen.
#pragma once

#include "plan/plan.hpp"

namespace tandem::strategy {

struct LibraryStrategyFields {
  Name title;
  Text<0, 4000> description;
  plan::EvidenceTier evidence_tier = plan::EvidenceTier::unknown;
  Text<0, 1000> citation;  // what the tier rests on; needed for tiers 1 to 3
  std::vector<plan::System> systems;
  Text<0, 300> for_whom;
  Text<0, 500> cost_note;
  std::vector<Text<1, 300>> questions;  // to answer before it is begun
  bool active = true;                   // false: no longer offered for new plans
};
BOOST_DESCRIBE_STRUCT(LibraryStrategyFields, (),
                      (title, description, evidence_tier, citation, systems, for_whom, cost_note,
                       questions, active))
struct LibraryStrategy : record::Head, LibraryStrategyFields {
  static constexpr std::string_view table = "library_strategy", entity = "library_strategy";
  using Fields = LibraryStrategyFields;
};
BOOST_DESCRIBE_STRUCT(LibraryStrategy, (record::Head, LibraryStrategyFields), ())

enum class Effect { unknown, none_seen, mixed, good };
BOOST_DESCRIBE_ENUM(Effect, unknown, none_seen, mixed, good)
enum class Decision { undecided, keep, fold_in, stop };
BOOST_DESCRIBE_ENUM(Decision, undecided, keep, fold_in, stop)

struct InitiativeFields {
  Name title;
  Text<0, 2000> description;
  std::vector<SchoolId> schools;  // where, of the district's; none: everywhere
  std::optional<Date> since;
  std::optional<PersonId> owner_id;
  Text<0, 200> owner_name;
  Text<0, 500> cost_note;
  Effect effect = Effect::unknown;
  Text<0, 1000> effect_note;  // how one knows
  Decision decision = Decision::undecided;
  Text<0, 1000> reason;                 // of the decision
  std::optional<RecordId> strategy_id;  // of the plan, that it is folded into
};
BOOST_DESCRIBE_STRUCT(InitiativeFields, (),
                      (title, description, schools, since, owner_id, owner_name, cost_note, effect,
                       effect_note, decision, reason, strategy_id))
struct Initiative : record::Head, InitiativeFields {
  static constexpr std::string_view table = "initiative", entity = "initiative";
  using Fields = InitiativeFields;
  std::optional<SchoolId> school_id;  // the school that reported it as its own; none: the district
};
BOOST_DESCRIBE_STRUCT(Initiative, (record::Head, InitiativeFields), (school_id))

}  // namespace tandem::strategy
