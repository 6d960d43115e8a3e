#include "team/service.hpp"

#include <algorithm>

namespace tandem::team {
namespace {

void announce(audit::Change& change, const Team& team) {
  change.announce("teams", Team::entity, team.id.value, team.version);
}

void announce(audit::Change& change, const Member& member, std::int64_t version) {
  change.announce("teams", Member::entity, member.id.value, version);
}

TeamView view_of(const Team& team, const std::vector<Member>& members, const toolkit::Pack& pack) {
  TeamView view;
  static_cast<Team&>(view) = team;
  const auto kind = team.school_id ? toolkit::Kind::building : toolkit::Kind::district;
  static_cast<Standing&>(view) = standing_of(pack.team_rule(kind), members);
  for (const auto& member : members) view.members.push_back(view_of(member));
  return view;
}

Result<void> check_person(audit::Change& change, const RecordId& team, const MemberFields& fields,
                          const RecordId& member) {
  if (!fields.person_id) return {};
  // At home in the district, or with a role in it.
  const auto known = change.tx.number(
      "select (select count(*) from person where district_id = :home and id = :person) + "
      "(select count(*) from role_grant where district_id = :district and person_id = :grantee)",
      change.district, *fields.person_id, change.district, *fields.person_id);
  if (known == 0) return problem::invalid("/person_id", "is nobody of this district");
  const auto there = change.tx.number(
      "select count(*) from team_member where district_id = :district and team_id = :team "
      "and person_id = :person and id <> :member",
      change.district, team, *fields.person_id, member);
  if (there > 0) return problem::invalid("/person_id", "is on this team already");
  return {};
}

// A member of this very team, in the version that was seen.
Result<Member> find_member(audit::Change& change, const RecordId& team, const RecordId& id,
                           std::int64_t expected) {
  TRY(Member member, record::find<Member>(change.tx, change.district, id));
  if (member.team_id != team) return problem::not_found(std::string(Member::entity));
  if (member.version != expected) return problem::stale(json::write(view_of(member)));
  return member;
}

}  // namespace

MemberView view_of(const Member& member) {
  MemberView view;
  static_cast<record::Head&>(view) = member;
  static_cast<MemberFields&>(view) = member;
  return view;
}

RecordId open_team(audit::Change& change, const std::optional<SchoolId>& school,
                   const std::string& name) {
  const auto made = record::create<Team>(change, TeamFields{{name}, {}},
                                         [&](Team& team) { team.school_id = school; });
  announce(change, made);
  return made.id;
}

std::vector<TeamView> teams(db::Tx& tx, const DistrictId& district, toolkit::Packs& packs) {
  const auto pack = packs.current(tx, district);
  auto found = tx.rows_of<Team>(district, "");
  // Here, because the databases do not agree on the order of letters.
  const auto key = [](const Team& team) {
    return std::make_tuple(team.school_id.has_value(), lower(team.name.value), team.id);
  };
  std::sort(found.begin(), found.end(),
            [&](const Team& a, const Team& b) { return key(a) < key(b); });
  std::map<RecordId, std::vector<Member>> members;
  for (auto& member : tx.rows_of<Member>(district, "order by id")) {
    members[member.team_id].push_back(std::move(member));
  }
  std::vector<TeamView> views;
  views.reserve(found.size());
  for (const auto& team : found) views.push_back(view_of(team, members[team.id], *pack));
  return views;
}

Result<TeamView> find_team(db::Tx& tx, const DistrictId& district, const RecordId& id,
                           toolkit::Packs& packs) {
  TRY(const Team team, record::find<Team>(tx, district, id));
  const auto members = tx.rows_of<Member>(district, "and team_id = :team order by id", id);
  return view_of(team, members, *packs.current(tx, district));
}

Result<Team> replace_team(audit::Change& change, const RecordId& id, std::int64_t expected_version,
                          const TeamFields& fields) {
  TRY(Team team, record::replace<Team>(change, id, expected_version, fields));
  if (team.version != expected_version) announce(change, team);
  return team;
}

Result<Member> add_member(audit::Change& change, const RecordId& team, const MemberFields& fields) {
  CHECK_OK(record::find<Team>(change.tx, change.district, team));
  CHECK_OK(check_person(change, team, fields, {}));
  const auto count = change.tx.number(
      "select count(*) from team_member where district_id = :district and team_id = :team",
      change.district, team);
  if (count >= kMostMembers) {
    return problem::invalid("", fmt::format("A team has at most {} members.", kMostMembers));
  }
  auto member = record::create<Member>(change, fields, [&](Member& row) { row.team_id = team; });
  announce(change, member, member.version);
  return member;
}

Result<Member> replace_member(audit::Change& change, const RecordId& team, const RecordId& id,
                              std::int64_t expected_version, const MemberFields& fields) {
  TRY(const Member before, find_member(change, team, id, expected_version));
  if (fields.person_id != before.person_id) CHECK_OK(check_person(change, team, fields, id));
  TRY(Member after, record::update(change, before,
                                   [&](Member& row) { static_cast<MemberFields&>(row) = fields; }));
  if (after.version != before.version) announce(change, after, after.version);
  return after;
}

Result<void> remove_member(audit::Change& change, const RecordId& team, const RecordId& id,
                           std::int64_t expected_version) {
  CHECK_OK(find_member(change, team, id, expected_version));
  TRY(const Member gone, record::remove<Member>(change, id, expected_version));
  announce(change, gone, 0);
  return {};
}

}  // namespace tandem::team
