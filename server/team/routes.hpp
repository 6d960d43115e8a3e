#pragma once

#include "api/routes.hpp"
#include "toolkit/packs.hpp"

namespace tandem::team {

// listTeams, getTeam, replaceTeam, addMember, replaceMember, removeMember.
void add_routes(api::Routes& routes, toolkit::Packs& packs);

}  // namespace tandem::team
