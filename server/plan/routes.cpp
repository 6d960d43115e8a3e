#include "plan/routes.hpp"

#include "api/records.hpp"
#include "plan/cache.hpp"
#include "plan/service.hpp"
#include "plan/store.hpp"

namespace tandem::plan {
namespace {

using http::Method;

constexpr std::size_t kCacheBytes = 24UL * 1024 * 1024;  // a large district's schools all fit

api::Reply reply_with(const Document& document) {
  api::Reply reply;
  reply.etag = fmt::format("r{}", document.revision);
  reply.body = document.bytes;
  return reply;
}

api::Handler setting_targets(bool of_school) {
  return [of_school](api::Call& call) -> Result<api::Reply> {
    TRY(const auto expected, call.expected_version());
    TRY(const auto fields, call.body<TargetFields>());
    const auto school = of_school ? std::optional(call.id<SchoolId>("school")) : std::nullopt;
    TRY(const auto target,
        set_targets(call.change(), call.id("measure"), school, expected, fields));
    return api::record(target);
  };
}

// Of targets for a student group both the measure and the group have to be there.
api::SchoolOf measure_and_group() {
  return [](db::Tx& tx, const DistrictId& district,
            const api::Params& params) -> Result<std::optional<SchoolId>> {
    CHECK_OK(api::school_of_record<StudentGroup>("group")(tx, district, params));
    return api::school_of_record<Measure>("measure")(tx, district, params);
  };
}

api::Handler setting_group_targets(bool of_school) {
  return [of_school](api::Call& call) -> Result<api::Reply> {
    TRY(const auto expected, call.expected_version());
    TRY(const auto fields, call.body<GroupTargetFields>());
    const auto school = of_school ? std::optional(call.id<SchoolId>("school")) : std::nullopt;
    TRY(const auto target, set_group_targets(call.change(), call.id("measure"), school,
                                             call.id("group"), expected, fields));
    return api::record(target);
  };
}

api::Handler adding_activity(bool of_school) {
  return [of_school](api::Call& call) -> Result<api::Reply> {
    TRY(const auto fields, call.body<ActivityFields>());
    const auto school = of_school ? std::optional(call.id<SchoolId>("school")) : std::nullopt;
    TRY(const auto row, create_activity(call.change(), call.id("strategy"), school, fields));
    return api::created_in(call, "plan/activities", row);
  };
}

void add_reading(api::Routes& routes) {
  const auto cache = std::make_shared<DocumentCache>(kCacheBytes);
  const auto lasting = [&routes](api::Route route) {
    route.lasting = true;
    routes.add(std::move(route));
  };
  lasting({"getPlan", Method::get, "/districts/{district}/plan",
           [cache](api::Call& call) -> Result<api::Reply> {
             const auto now = revision(call.tx, call.district);
             if (!now) return problem::not_found("plan");
             TRY(const auto document,
                 cache->get(call.district.value, *now, [&]() -> Result<std::string> {
                   TRY(const auto plan, read_plan(call.tx, call.district));
                   return json::text(plan);
                 }));
             return reply_with(document);
           }});
  lasting({"getSchoolPlan", Method::get, "/districts/{district}/schools/{school}/plan",
           [cache](api::Call& call) -> Result<api::Reply> {
             const auto school = call.id<SchoolId>("school");
             TRY(const auto now, school_state(call.tx, call.district, school));
             const auto key = call.district.value + "/" + school.value;
             TRY(const auto document, cache->get(key, now.revision, [&]() -> Result<std::string> {
               TRY(auto plan, read_plan(call.tx, call.district));
               return json::text(seen_by(std::move(plan), school, now.open));
             }));
             return reply_with(document);
           }});
}

void add_funding(api::Routes& routes) {
  routes.add({"createFundingLine", Method::post,
              "/districts/{district}/plan/strategies/{strategy}/funding",
              api::adding_below<FundingLine>("strategy", "plan/funding", create_funding_line),
              api::school_of_record<Strategy>("strategy")});
  const std::string line = "/districts/{district}/plan/funding/{line}";
  routes.add({"replaceFundingLine", Method::put, line,
              api::replacing<FundingLine>("line", replace_funding_line),
              api::school_of_record<FundingLine>("line")});
  routes.add({"removeFundingLine", Method::del, line, api::removing("line", remove_funding_line),
              api::school_of_record<FundingLine>("line")});

  const std::string sources = "/districts/{district}/funding-sources";
  routes.add(
      {"listFundingSources", Method::get, sources, [](api::Call& call) -> Result<api::Reply> {
         return api::list(funding_sources(call.tx, call.district));
       }});
  routes.add(
      {"createFundingSource", Method::post, sources, [](api::Call& call) -> Result<api::Reply> {
         TRY(const auto fields, call.body<FundingSourceFields>());
         TRY(const auto row, create_funding_source(call.change(), fields));
         return api::created_in(call, "funding-sources", row);
       }});
  routes.add({"replaceFundingSource", Method::put, sources + "/{source}",
              api::replacing<FundingSource>("source", replace_funding_source),
              api::school_of_record<FundingSource>("source")});
}

void add_student_groups(api::Routes& routes) {
  const std::string groups = "/districts/{district}/student-groups";
  routes.add({"listStudentGroups", Method::get, groups, [](api::Call& call) -> Result<api::Reply> {
                return api::list(student_groups(call.tx, call.district));
              }});
  routes.add(
      {"createStudentGroup", Method::post, groups, [](api::Call& call) -> Result<api::Reply> {
         TRY(const auto fields, call.body<StudentGroupFields>());
         TRY(const auto row, create_student_group(call.change(), fields));
         return api::created_in(call, "student-groups", row);
       }});
  routes.add({"replaceStudentGroup", Method::put, groups + "/{group}",
              api::replacing<StudentGroup>("group", replace_student_group),
              api::school_of_record<StudentGroup>("group")});
}

}  // namespace

void add_routes(api::Routes& routes) {
  const std::string plan = "/districts/{district}/plan";
  const std::string school_plan = "/districts/{district}/schools/{school}/plan";
  add_reading(routes);
  routes.add({"replacePlan", Method::put, plan, [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto expected, call.expected_version());
                TRY(const auto fields, call.body<PlanFields>());
                TRY(const auto row, replace_plan(call.change(), expected, fields));
                return api::record(row);
              }});

  routes.add(
      {"createGoal", Method::post, plan + "/goals", [](api::Call& call) -> Result<api::Reply> {
         TRY(const auto fields, call.body<GoalFields>());
         TRY(const auto row, create_goal(call.change(), fields));
         return api::created_in(call, "plan/goals", row);
       }});
  routes.add({"replaceGoal", Method::put, plan + "/goals/{goal}",
              api::replacing<Goal>("goal", replace_goal), api::school_of_record<Goal>("goal")});
  routes.add({"removeGoal", Method::del, plan + "/goals/{goal}", api::removing("goal", remove_goal),
              api::school_of_record<Goal>("goal")});

  routes.add({"createMeasure", Method::post, plan + "/goals/{goal}/measures",
              api::adding_below<Measure>("goal", "plan/measures", create_measure),
              api::school_of_record<Goal>("goal")});
  const std::string measure = plan + "/measures/{measure}";
  routes.add({"replaceMeasure", Method::put, measure,
              api::replacing<Measure>("measure", replace_measure),
              api::school_of_record<Measure>("measure")});
  routes.add({"removeMeasure", Method::del, measure, api::removing("measure", remove_measure),
              api::school_of_record<Measure>("measure")});
  routes.add({"setDistrictTargets", Method::put, measure + "/targets", setting_targets(false),
              api::school_of_record<Measure>("measure")});
  routes.add({"setSchoolTargets", Method::put, school_plan + "/measures/{measure}/targets",
              setting_targets(true), api::school_of_record<Measure>("measure")});

  const std::string of_group = "/groups/{group}/targets";
  routes.add({"setDistrictGroupTargets", Method::put, measure + of_group,
              setting_group_targets(false), measure_and_group()});
  routes.add({"setSchoolGroupTargets", Method::put, school_plan + "/measures/{measure}" + of_group,
              setting_group_targets(true), measure_and_group()});
  routes.add({"setGoalReason", Method::put, school_plan + "/goals/{goal}/reason",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto expected, call.expected_version());
                TRY(const auto fields, call.body<GoalReasonFields>());
                TRY(const auto row, set_goal_reason(call.change(), call.id("goal"),
                                                    call.id<SchoolId>("school"), expected, fields));
                return api::record(row);
              },
              api::school_of_record<Goal>("goal")});

  routes.add({"createStrategy", Method::post, plan + "/goals/{goal}/strategies",
              api::adding_below<Strategy>("goal", "plan/strategies", create_strategy),
              api::school_of_record<Goal>("goal")});
  const std::string strategy = plan + "/strategies/{strategy}";
  routes.add({"replaceStrategy", Method::put, strategy,
              api::replacing<Strategy>("strategy", replace_strategy),
              api::school_of_record<Strategy>("strategy")});
  routes.add({"removeStrategy", Method::del, strategy, api::removing("strategy", remove_strategy),
              api::school_of_record<Strategy>("strategy")});

  routes.add({"setStrategyReadiness", Method::put, strategy + "/readiness",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto expected, call.expected_version());
                TRY(const auto fields, call.body<ReadinessFields>());
                TRY(const auto row,
                    set_readiness(call.change(), call.id("strategy"), expected, fields));
                return api::record(row);
              },
              api::school_of_record<Strategy>("strategy")});

  routes.add({"createActivity", Method::post, strategy + "/activities", adding_activity(false),
              api::school_of_record<Strategy>("strategy")});
  routes.add({"createSchoolActivity", Method::post,
              school_plan + "/strategies/{strategy}/activities", adding_activity(true),
              api::school_of_record<Strategy>("strategy")});
  const std::string activity = plan + "/activities/{activity}";
  routes.add({"replaceActivity", Method::put, activity,
              api::replacing<Activity>("activity", replace_activity),
              api::school_of_record<Activity>("activity")});
  routes.add({"removeActivity", Method::del, activity, api::removing("activity", remove_activity),
              api::school_of_record<Activity>("activity")});
  add_funding(routes);
  add_student_groups(routes);
}

}  // namespace tandem::plan
