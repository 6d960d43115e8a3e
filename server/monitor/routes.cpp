#include "monitor/routes.hpp"

#include "monitor/cycles.hpp"
#include "monitor/progress.hpp"
#include "monitor/reports.hpp"

namespace tandem::monitor {
namespace {

using http::Method;

std::string place(const api::Call& call, std::string_view path, const RecordId& id) {
  return "/api/v1/districts/" + call.district.value + std::string(path) + id.value;
}

Date today() { return Timestamp::now().date(); }

Result<SchoolYear> year_asked(const api::Call& call) {
  const auto asked = call.query("year");
  if (!asked) return SchoolYear::of(today());
  const auto year = SchoolYear::parse(*asked);
  if (!year) return problem::malformed("year is not a school year such as 2026-27.");
  return *year;
}

Result<Part> part_named(const api::Call& call) {
  Part part{};
  if (!boost::describe::enum_from_string(call.param("part").c_str(), part)) {
    return problem::not_found("part of a report");
  }
  return part;
}

void add_cycles(api::Routes& routes) {
  routes.add({"listCycles", Method::get, "/districts/{district}/monitoring/cycles",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto year, year_asked(call));
                return api::ok(cycles_of(call.tx, call.district, year, today()));
              }});
  routes.add({"createCycle", Method::post, "/districts/{district}/monitoring/cycles",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto fields, call.body<CycleFields>());
                TRY(const auto cycle, create_cycle(call.change(), fields));
                return api::created(cycle, place(call, "/monitoring/cycles/", cycle.id));
              }});
  const auto of_cycle = api::school_of_record<Cycle>("cycle");
  routes.add({"replaceCycle", Method::put, "/districts/{district}/monitoring/cycles/{cycle}",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto expected, call.expected_version());
                TRY(const auto fields, call.body<CycleFields>());
                TRY(const auto cycle,
                    replace_cycle(call.change(), call.id("cycle"), expected, fields));
                return api::record(cycle);
              },
              of_cycle});
  routes.add({"removeCycle", Method::del, "/districts/{district}/monitoring/cycles/{cycle}",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto expected, call.expected_version());
                CHECK_OK(remove_cycle(call.change(), call.id("cycle"), expected));
                return api::no_content();
              },
              of_cycle});
}

// The school of a report's entry; the strategy and the part are looked for too.
Result<std::optional<SchoolId>> school_of_entry(db::Tx& tx, const DistrictId& district,
                                                const api::Params& params) {
  TRY(const auto report, record::find<Report>(tx, district, RecordId{params.at("report")}));
  CHECK_OK(record::find<plan::Strategy>(tx, district, RecordId{params.at("strategy")}));
  return report.school_id;
}

void add_reports(api::Routes& routes) {
  const auto of_report = api::school_of_record<Report>("report");
  routes.add({"getReport", Method::get, "/districts/{district}/monitoring/reports/{report}",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto report,
                    read_report(call.tx, call.district, call.id("report"), today()));
                return api::record(report);
              },
              of_report});
  routes.add({"saveReportEntry", Method::put,
              "/districts/{district}/monitoring/reports/{report}/strategies/{strategy}/{part}",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto part, part_named(call));
                TRY(const auto expected, call.expected_version());
                TRY(const auto fields, call.body<EntryFields>());
                TRY(const auto entry, save_entry(call.change(), call.id("report"),
                                                 call.id("strategy"), part, expected, fields));
                return api::record(entry);
              },
              school_of_entry});
  routes.add({"submitReport", Method::post,
              "/districts/{district}/monitoring/reports/{report}/submit",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto expected, call.expected_version());
                CHECK_OK(call.body<NoFields>());
                TRY(const auto report, submit_report(call.change(), call.id("report"), expected));
                return api::record(report);
              },
              of_report});
  routes.add({"reopenReport", Method::post,
              "/districts/{district}/monitoring/reports/{report}/reopen",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto expected, call.expected_version());
                CHECK_OK(call.body<NoFields>());
                TRY(const auto report, reopen_report(call.change(), call.id("report"), expected));
                return api::record(report);
              },
              of_report});
  routes.add({"addMeasureValue", Method::post,
              "/districts/{district}/monitoring/reports/{report}/values",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto fields, call.body<ValueFields>());
                TRY(const auto value, add_value(call.change(), call.id("report"), fields));
                return api::created(value, place(call, "/monitoring/values/", value.id));
              },
              of_report});
  routes.add({"removeMeasureValue", Method::del, "/districts/{district}/monitoring/values/{value}",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto expected, call.expected_version());
                CHECK_OK(remove_value(call.change(), call.id("value"), expected));
                return api::no_content();
              },
              api::school_of_record<Value>("value")});
}

}  // namespace

void add_routes(api::Routes& routes) {
  add_cycles(routes);
  add_reports(routes);
  routes.add({"getProgress", Method::get, "/districts/{district}/monitoring/progress",
              [](api::Call& call) -> Result<api::Reply> {
                return api::ok(progress_glance(call.tx, call.district));
              }});
  routes.add(
      {"getMeasureProgress", Method::get, "/districts/{district}/monitoring/measures/{measure}",
       [](api::Call& call) -> Result<api::Reply> {
         TRY(const auto progress, measure_progress(call.tx, call.district, call.id("measure")));
         return api::ok(progress);
       }});
  add_review_routes(routes);
}

}  // namespace tandem::monitor
