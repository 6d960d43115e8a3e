#include "team/service.hpp"

namespace tandem::team {

RecordId open_team(audit::Change& change, const std::optional<SchoolId>& school,
                   const std::string& name) {
  const auto made = record::create<Team>(change, TeamFields{{name}, {}},
                                         [&](Team& team) { team.school_id = school; });
  change.announce("teams", Team::entity, made.id.value, made.version);
  return made.id;
}

}  // namespace tandem::team
