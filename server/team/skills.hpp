// What a team has to know or be able to do: who does already, and what is to be learned.
#pragma once

#include "team/team.hpp"

namespace tandem::team {

enum class SkillState { present, growing, missing };
BOOST_DESCRIBE_ENUM(SkillState, present, growing, missing)

struct SkillFields {
  Text<1, 300> title;          // what is needed
  std::vector<Name> held_by;   // who has it, by name; at most kMostHolders
  Text<0, 2000> learn;         // what is to be learned, and how
  std::optional<Date> due_on;  // by when
  SkillState state = SkillState::missing;
};
BOOST_DESCRIBE_STRUCT(SkillFields, (), (title, held_by, learn, due_on, state))

struct Skill : record::Head, SkillFields {
  static constexpr std::string_view table = "team_skill", entity = "team_skill";
  using Fields = SkillFields;
  RecordId team_id;
};
BOOST_DESCRIBE_STRUCT(Skill, (record::Head, SkillFields), (team_id))

inline constexpr std::size_t kMostHolders = 50;
inline constexpr std::int64_t kMostSkills = 200;  // of one team

// In the order in which they were added.
std::vector<Skill> skills(db::Tx& tx, const DistrictId& district, const RecordId& team);
// 422 with too many names, or too many skills.
Result<Skill> add_skill(audit::Change& change, const RecordId& team, const SkillFields& fields);
Result<Skill> replace_skill(audit::Change& change, const RecordId& team, const RecordId& id,
                            std::int64_t expected, const SkillFields& fields);
Result<void> remove_skill(audit::Change& change, const RecordId& team, const RecordId& id,
                          std::int64_t expected);

}  // namespace tandem::team
