#include "team/routes.hpp"

#include "team/service.hpp"

namespace tandem::team {

using http::Method;

namespace {

// The team's school, if the team has this member.
Result<std::optional<SchoolId>> school_of_member(db::Tx& tx, const DistrictId& district,
                                                 const api::Params& params) {
  const auto member = tx.row_of<Member>(district, "and id = :id", params.at("member"));
  if (!member || member->team_id.value != params.at("team")) {
    return problem::not_found("team member");
  }
  return api::school_of_record<Team>("team")(tx, district, params);
}

}  // namespace

void add_routes(api::Routes& routes, toolkit::Packs& packs) {
  const auto school_of = api::school_of_record<Team>("team");
  routes.add({"listTeams", Method::get, "/districts/{district}/teams",
              [&packs](api::Call& call) -> Result<api::Reply> {
                return api::list(teams(call.tx, call.district, packs));
              }});
  routes.add({"getTeam", Method::get, "/districts/{district}/teams/{team}",
              [&packs](api::Call& call) -> Result<api::Reply> {
                TRY(const auto view, find_team(call.tx, call.district, call.id("team"), packs));
                return api::record(view);
              },
              school_of});
  routes.add({"replaceTeam", Method::put, "/districts/{district}/teams/{team}",
              [&packs](api::Call& call) -> Result<api::Reply> {
                const auto id = call.id("team");
                TRY(const auto expected, call.expected_version());
                TRY(const auto fields, call.body<TeamFields>());
                CHECK_OK(replace_team(call.change(), id, expected, fields));
                TRY(const auto view, find_team(call.tx, call.district, id, packs));
                return api::record(view);
              },
              school_of});
  routes.add({"addMember", Method::post, "/districts/{district}/teams/{team}/members",
              [](api::Call& call) -> Result<api::Reply> {
                const auto team = call.id("team");
                TRY(const auto fields, call.body<MemberFields>());
                TRY(const auto member, add_member(call.change(), team, fields));
                return api::created(view_of(member),
                                    fmt::format("/api/v1/districts/{}/teams/{}/members/{}",
                                                call.district.value, team.value, member.id.value));
              },
              school_of});
  routes.add({"replaceMember", Method::put, "/districts/{district}/teams/{team}/members/{member}",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto expected, call.expected_version());
                TRY(const auto fields, call.body<MemberFields>());
                TRY(const auto member, replace_member(call.change(), call.id("team"),
                                                      call.id("member"), expected, fields));
                return api::record(view_of(member));
              },
              school_of_member});
  routes.add({"removeMember", Method::del, "/districts/{district}/teams/{team}/members/{member}",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto expected, call.expected_version());
                CHECK_OK(
                    remove_member(call.change(), call.id("team"), call.id("member"), expected));
                return api::no_content();
              },
              school_of_member});
}

}  // namespace tandem::team
