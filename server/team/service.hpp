// What can be done with teams.
#pragma once

#include "team/team.hpp"

namespace tandem::team {

// A new team with nobody on it yet: a school's, or (none) the district's.
RecordId open_team(audit::Change& change, const std::optional<SchoolId>& school,
                   const std::string& name);

}  // namespace tandem::team
