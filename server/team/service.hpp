// What can be done with teams.
#pragma once

#include "team/rules.hpp"
#include "toolkit/packs.hpp"

namespace tandem::team {

inline constexpr std::int64_t kMostMembers = 500;  // of one team

// A member as shown; the team is known from where it stands.
struct MemberView : record::Head, MemberFields {};
BOOST_DESCRIBE_STRUCT(MemberView, (record::Head, MemberFields), ())
MemberView view_of(const Member& member);

struct TeamView : Team, Standing {
  std::vector<MemberView> members;  // in the order in which they came
};
BOOST_DESCRIBE_STRUCT(TeamView, (Team, Standing), (members))

// A new team with nobody on it yet: a school's, or (none) the district's.
RecordId open_team(audit::Change& change, const std::optional<SchoolId>& school,
                   const std::string& name);

// The district's team first, then the schools' by name; who is missing by the current pack.
std::vector<TeamView> teams(db::Tx& tx, const DistrictId& district, toolkit::Packs& packs);
Result<TeamView> find_team(db::Tx& tx, const DistrictId& district, const RecordId& team,
                           toolkit::Packs& packs);
Result<Team> replace_team(audit::Change& change, const RecordId& team,
                          std::int64_t expected_version, const TeamFields& fields);

// 422 if person_id is nobody of the district, or on the team already.
Result<Member> add_member(audit::Change& change, const RecordId& team, const MemberFields& fields);
Result<Member> replace_member(audit::Change& change, const RecordId& team, const RecordId& member,
                              std::int64_t expected_version, const MemberFields& fields);
Result<void> remove_member(audit::Change& change, const RecordId& team, const RecordId& member,
                           std::int64_t expected_version);

}  // namespace tandem::team
