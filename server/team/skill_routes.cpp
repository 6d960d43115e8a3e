// Knowledge and skills of a team.
#include "team/routes.hpp"
#include "team/skills.hpp"

namespace tandem::team {
namespace {

using http::Method;

// The team's school, if the team has this skill.
Result<std::optional<SchoolId>> school_of_skill(db::Tx& tx, const DistrictId& district,
                                                const api::Params& params) {
  const auto skill = tx.row_of<Skill>(district, "and id = :id", params.at("skill"));
  if (!skill || skill->team_id.value != params.at("team")) {
    return problem::not_found("team skill");
  }
  return api::school_of_record<Team>("team")(tx, district, params);
}

}  // namespace

void add_skill_routes(api::Routes& routes) {
  const std::string list = "/districts/{district}/teams/{team}/skills";
  const auto school_of = api::school_of_record<Team>("team");
  routes.add({"listSkills", Method::get, list,
              [](api::Call& call) -> Result<api::Reply> {
                return api::list(skills(call.tx, call.district, call.id("team")));
              },
              school_of});
  routes.add({"addSkill", Method::post, list,
              [](api::Call& call) -> Result<api::Reply> {
                const auto team = call.id("team");
                TRY(const auto fields, call.body<SkillFields>());
                TRY(const auto skill, add_skill(call.change(), team, fields));
                return api::created(skill,
                                    fmt::format("/api/v1/districts/{}/teams/{}/skills/{}",
                                                call.district.value, team.value, skill.id.value));
              },
              school_of});
  routes.add({"replaceSkill", Method::put, list + "/{skill}",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto expected, call.expected_version());
                TRY(const auto fields, call.body<SkillFields>());
                TRY(const auto skill, replace_skill(call.change(), call.id("team"),
                                                    call.id("skill"), expected, fields));
                return api::record(skill);
              },
              school_of_skill});
  routes.add({"removeSkill", Method::del, list + "/{skill}",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto expected, call.expected_version());
                CHECK_OK(remove_skill(call.change(), call.id("team"), call.id("skill"), expected));
                return api::no_content();
              },
              school_of_skill});
}

}  // namespace tandem::team
