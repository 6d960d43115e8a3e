#include "monitor/adjustments.hpp"
#include "monitor/learning.hpp"
#include "monitor/rollover.hpp"
#include "monitor/routes.hpp"

namespace tandem::monitor {
namespace {

using http::Method;

std::string place(const api::Call& call, std::string_view path, const RecordId& id) {
  return "/api/v1/districts/" + call.district.value + std::string(path) + id.value;
}

// Lists go by id, the newest first: an id is their cursor.
Result<api::Page> page_by_id(const api::Call& call) {
  TRY(const auto page, call.page());
  if (!page.after.empty() && !is_uuid(page.after)) return problem::malformed("after is no cursor.");
  return page;
}

Result<SchoolYear> year_in_path(const api::Call& call) {
  const auto year = SchoolYear::parse(call.param("year"));
  if (!year) return problem::not_found("school year");
  return *year;
}

Result<SchoolYear> year_asked(const api::Call& call) {
  const auto asked = call.query("year");
  if (!asked) return SchoolYear::of(Timestamp::now().date());
  const auto year = SchoolYear::parse(*asked);
  if (!year) return problem::malformed("year is not a school year such as 2026-27.");
  return *year;
}

Result<api::Reply> propose_for(api::Call& call, const std::optional<SchoolId>& school) {
  TRY(const auto fields, call.body<AdjustmentFields>());
  TRY(const auto row, propose(call.change(), school, fields));
  return api::created(row, place(call, "/adjustments/", row.id));
}

void add_adjustments(api::Routes& routes) {
  routes.add({"listAdjustments", Method::get, "/districts/{district}/adjustments",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto page, page_by_id(call));
                std::optional<AdjustmentStatus> status;
                if (const auto asked = call.query("status")) {
                  if (!boost::describe::enum_from_string(asked->c_str(), status.emplace())) {
                    return problem::malformed("status is none of proposed, accepted, declined.");
                  }
                }
                return api::page_of(adjustments(call.tx, call.district, call.caller.id, status,
                                                page.after, page.limit),
                                    page, [](const Adjustment& row) { return row.id.value; });
              }});
  routes.add({"proposeAdjustment", Method::post, "/districts/{district}/adjustments",
              [](api::Call& call) { return propose_for(call, std::nullopt); }});
  routes.add({"proposeSchoolAdjustment", Method::post,
              "/districts/{district}/schools/{school}/adjustments",
              [](api::Call& call) { return propose_for(call, call.id<SchoolId>("school")); }});
  const auto school_of = api::school_of_record<Adjustment>("adjustment");
  routes.add(
      {"decideAdjustment", Method::post, "/districts/{district}/adjustments/{adjustment}/decision",
       [](api::Call& call) -> Result<api::Reply> {
         TRY(const auto expected, call.expected_version());
         TRY(const auto fields, call.body<DecisionFields>());
         CHECK_OK(must_decide(call.tx, call.district, call.caller.id, call.id("adjustment")));
         TRY(const auto row, decide(call.change(), call.id("adjustment"), expected, fields));
         return api::record(row);
       },
       school_of});
  routes.add({"withdrawAdjustment", Method::del, "/districts/{district}/adjustments/{adjustment}",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto expected, call.expected_version());
                CHECK_OK(withdraw(call.change(), call.id("adjustment"), expected));
                return api::no_content();
              },
              school_of});
}

void add_learning(api::Routes& routes) {
  routes.add({"listLearningCycles", Method::get, "/districts/{district}/learning-cycles",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto page, page_by_id(call));
                std::optional<SchoolId> school;
                if (const auto asked = call.query("school_id")) {
                  if (!is_uuid(*asked)) return problem::malformed("school_id is not an id.");
                  school = SchoolId{*asked};
                }
                return api::page_of(
                    learning_cycles(call.tx, call.district, school, page.after, page.limit), page,
                    [](const LearningCycle& row) { return row.id.value; });
              }});
  routes.add({"createLearningCycle", Method::post,
              "/districts/{district}/schools/{school}/learning-cycles",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto fields, call.body<LearningFields>());
                TRY(const auto row,
                    create_learning_cycle(call.change(), call.id<SchoolId>("school"), fields));
                return api::created(row, place(call, "/learning-cycles/", row.id));
              }});
  const auto school_of = api::school_of_record<LearningCycle>("learning_cycle");
  routes.add({"replaceLearningCycle", Method::put,
              "/districts/{district}/learning-cycles/{learning_cycle}",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto expected, call.expected_version());
                TRY(const auto fields, call.body<LearningFields>());
                TRY(const auto row, replace_learning_cycle(call.change(), call.id("learning_cycle"),
                                                           expected, fields));
                return api::record(row);
              },
              school_of});
  routes.add({"removeLearningCycle", Method::del,
              "/districts/{district}/learning-cycles/{learning_cycle}",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto expected, call.expected_version());
                CHECK_OK(remove_learning_cycle(call.change(), call.id("learning_cycle"), expected));
                return api::no_content();
              },
              school_of});
}

api::Handler save_for(Subject subject, std::string param) {
  return [subject, param = std::move(param)](api::Call& call) -> Result<api::Reply> {
    TRY(const auto year, year_in_path(call));
    TRY(const auto expected, call.expected_version());
    TRY(const auto fields, call.body<EvaluationFields>());
    TRY(const auto row,
        save_evaluation(call.change(), year, subject, call.id(param), expected, fields));
    return api::record(row);
  };
}

void add_evaluation(api::Routes& routes) {
  routes.add({"listEvaluations", Method::get, "/districts/{district}/evaluations",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto year, year_asked(call));
                return api::ok(evaluations_of(call.tx, call.district, year));
              }});
  routes.add({"saveStrategyEvaluation", Method::put,
              "/districts/{district}/plan/strategies/{strategy}/evaluations/{year}",
              save_for(Subject::strategy, "strategy"),
              api::school_of_record<plan::Strategy>("strategy")});
  routes.add({"saveGoalEvaluation", Method::put,
              "/districts/{district}/plan/goals/{goal}/evaluations/{year}",
              save_for(Subject::goal, "goal"), api::school_of_record<plan::Goal>("goal")});
  routes.add({"previewRollover", Method::get, "/districts/{district}/rollover",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto year, year_asked(call));
                TRY(const auto plan, preview_rollover(call.tx, call.district, year));
                return api::ok(plan);
              }});
  routes.add({"rollOver", Method::post, "/districts/{district}/rollover",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto fields, call.body<RolloverFields>());
                TRY(const auto row, roll_over(call.change(), fields));
                return api::created(row, "/api/v1/districts/" + call.district.value + "/rollover");
              }});
}

}  // namespace

void add_review_routes(api::Routes& routes) {
  add_adjustments(routes);
  add_learning(routes);
  add_evaluation(routes);
}

}  // namespace tandem::monitor
