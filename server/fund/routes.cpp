#include "fund/routes.hpp"

#include "api/records.hpp"
#include "base/embedded.hpp"
#include "fund/service.hpp"
#include "org/service.hpp"

namespace tandem::fund {
namespace {

using http::Method;

struct TryReallocationFields {
  std::vector<FundingMove> moves;
};
BOOST_DESCRIBE_STRUCT(TryReallocationFields, (), (moves))
struct ReallocateFields {
  Why reason;
  std::vector<FundingMove> moves;
};
BOOST_DESCRIBE_STRUCT(ReallocateFields, (), (reason, moves))

Result<SchoolYear> year_of(const api::Call& call) {
  const auto year = SchoolYear::parse(call.param("year"));
  if (!year) return problem::malformed("The path's {year} is not a school year such as 2026-27.");
  return *year;
}

Result<EquityQuestion> question_of(const api::Call& call) {
  EquityQuestion question;
  if (const auto source = call.query("source_id")) {
    if (!is_uuid(*source)) return problem::malformed("source_id is not an id.");
    question.source_id = RecordId{*source};
  }
  if (const auto amounts = call.query("amounts")) {
    if (!boost::describe::enum_from_string(amounts->c_str(), question.amounts)) {
      return problem::malformed("amounts is neither planned nor used.");
    }
  }
  return question;
}

// An entry is of the school that its line is of.
Result<std::optional<SchoolId>> school_of_spending(db::Tx& tx, const DistrictId& district,
                                                   const api::Params& params) {
  TRY(const auto entry, record::find<Spending>(tx, district, RecordId{params.at("spending")}));
  TRY(const auto line, record::find<plan::FundingLine>(tx, district, entry.line_id));
  return line.school_id;
}

void add_years(api::Routes& routes) {
  const std::string funds = "/districts/{district}/funds/{year}";
  routes.add({"getFunds", Method::get, funds, [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto year, year_of(call));
                TRY(const auto rows, year_rows(call.tx, call.district, year));
                return api::ok(funds_of(rows));
              }});
  routes.add(
      {"getEquity", Method::get, funds + "/equity", [](api::Call& call) -> Result<api::Reply> {
         TRY(const auto year, year_of(call));
         TRY(const auto question, question_of(call));
         TRY(const auto rows, year_rows(call.tx, call.district, year));
         return api::ok(equity_of(rows, org::schools(call.tx, call.district),
                                  need_weights(call.tx, call.district), question));
       }});
  routes.add({"tryReallocation", Method::post, funds + "/what-if",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto year, year_of(call));
                TRY(const auto fields, call.body<TryReallocationFields>());
                TRY(const auto what_if,
                    try_reallocation(call.tx, call.district, year, fields.moves));
                return api::ok(what_if);
              }});
  routes.add({"reallocate", Method::post, funds + "/reallocations",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto year, year_of(call));
                TRY(const auto revision, call.expected_version());
                TRY(const auto fields, call.body<ReallocateFields>());
                TRY(const auto row,
                    reallocate(call.change(), year, revision, fields.reason, fields.moves));
                return api::created_in(call, "reallocations", row);
              }});
  routes.add({"listReallocations", Method::get, "/districts/{district}/reallocations",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto page, call.page());
                if (!page.after.empty() && !is_uuid(page.after)) {
                  return problem::malformed("after is not a cursor of this list.");
                }
                return api::page_of(
                    reallocations(call.tx, call.district, RecordId{page.after}, page.limit), page,
                    [](const Reallocation& row) { return row.id.value; });
              }});
}

void add_spending(api::Routes& routes) {
  const std::string of_line = "/districts/{district}/plan/funding/{line}/spending";
  const auto line = api::school_of_record<plan::FundingLine>("line");
  routes.add({"listSpending", Method::get, of_line,
              [](api::Call& call) -> Result<api::Reply> {
                return api::list(spending_of(call.tx, call.district, call.id("line")));
              },
              line});
  routes.add({"createSpending", Method::post, of_line,
              api::adding_below<Spending>("line", "plan/spending", create_spending), line});
  const std::string entry = "/districts/{district}/plan/spending/{spending}";
  routes.add({"replaceSpending", Method::put, entry,
              api::replacing<Spending>("spending", replace_spending), school_of_spending});
  routes.add({"removeSpending", Method::del, entry, api::removing("spending", remove_spending),
              school_of_spending});
}

void add_needs(api::Routes& routes) {
  const std::string needs = "/districts/{district}/need-weights";
  const auto need = api::school_of_record<NeedWeight>("need_weight");
  routes.add({"listNeedWeights", Method::get, needs, [](api::Call& call) -> Result<api::Reply> {
                return api::list(need_weights(call.tx, call.district));
              }});
  routes.add({"createNeedWeight", Method::post, needs, [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto fields, call.body<NeedWeightFields>());
                TRY(const auto row, create_need_weight(call.change(), fields));
                return api::created_in(call, "need-weights", row);
              }});
  routes.add({"replaceNeedWeight", Method::put, needs + "/{need_weight}",
              api::replacing<NeedWeight>("need_weight", replace_need_weight), need});
  routes.add({"removeNeedWeight", Method::del, needs + "/{need_weight}",
              api::removing("need_weight", remove_need_weight), need});
}

}  // namespace

void add_routes(api::Routes& routes) {
  add_years(routes);
  add_spending(routes);
  add_needs(routes);
  routes.add({"setStreamBudget", Method::put,
              "/districts/{district}/funding-sources/{source}/budgets/{year}",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto year, year_of(call));
                TRY(const auto expected, call.expected_version());
                TRY(const auto fields, call.body<StreamBudgetFields>());
                TRY(const auto row,
                    set_budget(call.change(), call.id("source"), year, expected, fields));
                return api::record(row);
              },
              api::school_of_record<plan::FundingSource>("source")});
  routes.add({"getUsualFunding", Method::get, "/districts/{district}/usual-funding",
              [](api::Call&) -> Result<api::Reply> {
                api::Reply reply;
                reply.body = api::bytes(std::string(embedded::file("content/usual-funding.json")));
                return reply;
              }});
}

}  // namespace tandem::fund
