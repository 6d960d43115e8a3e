#include "need/routes.hpp"

#include "api/records.hpp"
#include "exchange/import.hpp"
#include "need/service.hpp"
#include "need/store.hpp"

namespace tandem::need {
namespace {

using api::Call;
using api::Reply;
using http::Method;

constexpr std::size_t kLargestText = 12UL * 1024 * 1024;  // as of a file that is brought in
constexpr std::size_t kLargestValues = 1024UL * 1024;

struct ReadValuesFields {
  exchange::FileText text;
};
BOOST_DESCRIBE_STRUCT(ReadValuesFields, (), (text))

Result<Query> query_of(const Call& call) {
  Query query;
  TRY(const auto page, call.page());
  query.limit = page.limit;
  if (!page.after.empty() && !is_uuid(page.after)) {
    return problem::malformed("after is not the next of a page before.");
  }
  query.after = page.after;
  if (const auto school = call.query("school_id")) {
    query.district_only = *school == "district";
    if (!query.district_only) {
      if (!is_uuid(*school)) return problem::malformed("school_id is neither an id nor district.");
      query.school_id = SchoolId{*school};
    }
  }
  return query;
}

template <class Row>
api::Handler listing(std::vector<Row> (*rows)(db::Tx&, const DistrictId&, const Query&)) {
  return [rows](Call& call) -> Result<Reply> {
    TRY(const auto query, query_of(call));
    return api::page_of(rows(call.tx, call.district, query), {query.limit, ""},
                        [](const Row& row) { return row.id.value; });
  };
}

void add_data(api::Routes& routes) {
  const std::string sets = "/districts/{district}/data-sets";
  const std::string set = sets + "/{data_set}";
  const auto school_of = api::school_of_record<DataSet>("data_set");
  routes.add({"listDataSets", Method::get, sets, listing(data_sets)});
  routes.add(
      {"createDataSet", Method::post, sets, api::adding("data-sets", false, create_data_set)});
  routes.add({"createSchoolDataSet", Method::post,
              "/districts/{district}/schools/{school}/data-sets",
              api::adding("data-sets", true, create_data_set)});
  routes.add({"getDataSet", Method::get, set,
              [](Call& call) -> Result<Reply> {
                TRY(const auto row, data_set(call.tx, call.district, call.id("data_set")));
                return api::record(row);
              },
              school_of});
  routes.add({"replaceDataSet", Method::put, set,
              api::replacing<DataSet>("data_set", replace_data_set), school_of});
  routes.add(
      {"removeDataSet", Method::del, set, api::removing("data_set", remove_data_set), school_of});
  routes.add({"dataSetCsv", Method::get, set + "/values.csv",
              [](Call& call) -> Result<Reply> {
                TRY(const auto row, data_set(call.tx, call.district, call.id("data_set")));
                Reply reply;
                reply.content_type = "text/csv; charset=utf-8";
                reply.headers.emplace_back("Content-Disposition",
                                           "attachment; filename=\"data-set.csv\"");
                reply.body = api::bytes(csv_of(row.values));
                return reply;
              },
              school_of});
  api::Route values{"replaceDataValues", Method::put, set + "/values",
                    [](Call& call) -> Result<Reply> {
                      TRY(const auto expected, call.expected_version());
                      TRY(const auto sent, call.body<DataValues>());
                      TRY(const auto row,
                          replace_values(call.change(), call.id("data_set"), expected, sent));
                      return api::record(row);
                    },
                    school_of};
  values.max_body = kLargestValues;
  routes.add(std::move(values));
  api::Route reading{
      "readDataValues", Method::post, set + "/values/read",
      [](Call& call) -> Result<Reply> {
        TRY(const auto fields, call.body<ReadValuesFields>());
        TRY(const auto row, record::find<DataSet>(call.tx, call.district, call.id("data_set")));
        TRY(auto read, read_values(fields.text.value, row.counted));
        read.values = named(std::move(read.values), known_groups(call.tx, call.district));
        return api::ok(read);
      },
      school_of};
  reading.max_body = kLargestText;
  routes.add(std::move(reading));
}

void add_needs(api::Routes& routes) {
  const std::string needs_path = "/districts/{district}/needs";
  const std::string one = needs_path + "/{need}";
  const auto school_of = api::school_of_record<Need>("need");
  routes.add({"listNeeds", Method::get, needs_path, listing(needs)});
  routes.add({"createNeed", Method::post, needs_path, api::adding("needs", false, create_need)});
  routes.add({"createSchoolNeed", Method::post, "/districts/{district}/schools/{school}/needs",
              api::adding("needs", true, create_need)});
  routes.add({"getNeed", Method::get, one,
              [](Call& call) -> Result<Reply> {
                TRY(const auto row, need(call.tx, call.district, call.id("need")));
                return api::record(row);
              },
              school_of});
  routes.add(
      {"replaceNeed", Method::put, one, api::replacing<Need>("need", replace_need), school_of});
  routes.add({"removeNeed", Method::del, one, api::removing("need", remove_need), school_of});

  routes.add({"createCause", Method::post, one + "/causes",
              [](Call& call) -> Result<Reply> {
                TRY(const auto fields, call.body<CauseFields>());
                TRY(const auto row, create_cause(call.change(), call.id("need"), fields));
                return api::created_in(call, "causes", row);
              },
              school_of});
  const std::string cause = "/districts/{district}/causes/{cause}";
  const auto school_of_cause = api::school_of_record<Cause>("cause");
  routes.add({"replaceCause", Method::put, cause, api::replacing<Cause>("cause", replace_cause),
              school_of_cause});
  routes.add(
      {"removeCause", Method::del, cause, api::removing("cause", remove_cause), school_of_cause});
}

void add_gathering(api::Routes& routes) {
  routes.add({"getWholeChild", Method::get, "/districts/{district}/whole-child",
              [](Call& call) -> Result<Reply> {
                TRY(const auto query, query_of(call));
                return api::list(whole_child(call.tx, call.district, query.school_id));
              }});
  routes.add({"reportNeeds", Method::post, "/districts/{district}/schools/{school}/need-reports",
              [](Call& call) -> Result<Reply> {
                TRY(const auto fields, call.body<NeedReportFields>());
                TRY(const auto made, report(call.change(), call.id<SchoolId>("school"), fields));
                Reply reply = api::ok(made);
                reply.status = 201;
                reply.location =
                    "/api/v1/districts/" + call.district.value + "/need-reports/" + made.id.value;
                return reply;
              }});
  routes.add(
      {"listNeedReports", Method::get, "/districts/{district}/need-reports", listing(reports)});
  routes.add({"getNeedReport", Method::get, "/districts/{district}/need-reports/{need_report}",
              [](Call& call) -> Result<Reply> {
                TRY(const auto row,
                    record::find<NeedReport>(call.tx, call.district, call.id("need_report")));
                return api::ok(row);
              },
              api::school_of_record<NeedReport>("need_report")});
  routes.add({"gatherNeeds", Method::get, "/districts/{district}/gathered-needs",
              [](Call& call) -> Result<Reply> { return api::ok(gather(call.tx, call.district)); }});
}

}  // namespace

void add_routes(api::Routes& routes) {
  add_data(routes);
  add_needs(routes);
  add_gathering(routes);
}

}  // namespace tandem::need
