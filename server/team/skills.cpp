#include "team/skills.hpp"

namespace tandem::team {
namespace {

void announce(audit::Change& change, const Skill& skill, std::int64_t version) {
  change.announce("teams", Skill::entity, skill.id.value, version);
}

Result<void> check(const SkillFields& fields) {
  if (fields.held_by.size() <= kMostHolders) return {};
  return problem::invalid("/held_by", fmt::format("must be {} names at most", kMostHolders));
}

// A skill of this very team, in the version that was seen.
Result<Skill> find_skill(audit::Change& change, const RecordId& team, const RecordId& id,
                         std::int64_t expected) {
  TRY(Skill skill, record::find<Skill>(change.tx, change.district, id));
  if (skill.team_id != team) return problem::not_found(std::string(Skill::entity));
  if (skill.version != expected) return problem::stale(json::write(skill));
  return skill;
}

}  // namespace

std::vector<Skill> skills(db::Tx& tx, const DistrictId& district, const RecordId& team) {
  return tx.rows_of<Skill>(district, "and team_id = :team order by id limit :most", team,
                           kMostSkills);
}

Result<Skill> add_skill(audit::Change& change, const RecordId& team, const SkillFields& fields) {
  CHECK_OK(record::find<Team>(change.tx, change.district, team));
  CHECK_OK(check(fields));
  if (static_cast<std::int64_t>(skills(change.tx, change.district, team).size()) >= kMostSkills) {
    return problem::invalid("", fmt::format("A team lists at most {} skills.", kMostSkills));
  }
  auto skill = record::create<Skill>(change, fields, [&](Skill& row) { row.team_id = team; });
  announce(change, skill, skill.version);
  return skill;
}

Result<Skill> replace_skill(audit::Change& change, const RecordId& team, const RecordId& id,
                            std::int64_t expected, const SkillFields& fields) {
  TRY(const Skill before, find_skill(change, team, id, expected));
  CHECK_OK(check(fields));
  TRY(Skill after,
      record::update(change, before, [&](Skill& row) { static_cast<SkillFields&>(row) = fields; }));
  announce(change, after, after.version);
  return after;
}

Result<void> remove_skill(audit::Change& change, const RecordId& team, const RecordId& id,
                          std::int64_t expected) {
  CHECK_OK(find_skill(change, team, id, expected));
  TRY(const Skill gone, record::remove<Skill>(change, id, expected));
  announce(change, gone, 0);
  return {};
}

}  // namespace tandem::team
