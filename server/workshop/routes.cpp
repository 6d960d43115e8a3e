#include "workshop/routes.hpp"

#include "workshop/service.hpp"
#include "workshop/survey.hpp"

namespace tandem::workshop {
namespace {

using http::Method;

std::string place(const DistrictId& district, const Workshop& workshop) {
  return "/api/v1/districts/" + district.value + "/workshops/" + workshop.id.value;
}

Result<api::Reply> create_for(api::Call& call, toolkit::Packs& packs,
                              const std::optional<SchoolId>& school) {
  TRY(const auto fields, call.body<WorkshopFields>());
  TRY(const auto workshop, create(call.change(), packs, school, fields));
  return api::created(workshop, place(call.district, workshop));
}

Result<api::Reply> show_list(api::Call& call) {
  TRY(const auto page, call.page());
  Query query;
  query.limit = page.limit;
  query.before = page.after;
  if (!query.before.empty() && !is_uuid(query.before)) {
    return problem::malformed("The query parameter after is not a cursor of this list.");
  }
  if (const auto school = call.query("school_id")) {
    query.district_only = *school == "district";
    if (!query.district_only) {
      if (!is_uuid(*school)) return problem::malformed("school_id is neither an id nor district.");
      query.school_id = SchoolId{*school};
    }
  }
  return api::page_of(list(call.tx, call.district, query), page,
                      [](const Workshop& last) { return last.id.value; });
}

}  // namespace

api::SchoolOf school_of_workshop() { return api::school_of_record<Workshop>("workshop"); }

api::SchoolOf school_of_note() {
  return [](db::Tx& tx, const DistrictId& district,
            const api::Params& params) -> Result<std::optional<SchoolId>> {
    const auto workshop = tx.row_of<Workshop>(district, "and id = :id", params.at("workshop"));
    if (!workshop) return problem::not_found("workshop");
    const auto notes = tx.number(
        "select count(*) from workshop_note where district_id = :district and id = :id "
        "and workshop_id = :workshop",
        district, params.at("note"), params.at("workshop"));
    if (notes == 0) return problem::not_found("note");
    return workshop->school_id;
  };
}

api::SchoolOf school_of_file() {
  return [](db::Tx& tx, const DistrictId& district,
            const api::Params& params) -> Result<std::optional<SchoolId>> {
    const auto workshop = tx.row_of<Workshop>(district, "and id = :id", params.at("workshop"));
    if (!workshop) return problem::not_found("workshop");
    const auto files = tx.number(
        "select count(*) from workshop_file where district_id = :district and id = :id "
        "and workshop_id = :workshop",
        district, params.at("file"), params.at("workshop"));
    if (files == 0) return problem::not_found("file");
    return workshop->school_id;
  };
}

void add_leading_routes(api::Routes& routes, toolkit::Packs& packs) {
  const auto at = [&](std::string operation, Method method, const std::string& path,
                      api::Handler handler) {
    routes.add(
        {std::move(operation), method, kWorkshopPath + path, std::move(handler),
         path.find("{note}") == std::string::npos ? school_of_workshop() : school_of_note()});
  };
  routes.add({"listWorkshops", Method::get, "/districts/{district}/workshops", show_list});
  routes.add({"createWorkshop", Method::post, "/districts/{district}/workshops",
              [&packs](api::Call& call) { return create_for(call, packs, std::nullopt); }});
  routes.add(
      {"createSchoolWorkshop", Method::post, "/districts/{district}/schools/{school}/workshops",
       [&packs](api::Call& call) { return create_for(call, packs, call.id<SchoolId>("school")); }});
  at("getWorkshop", Method::get, "", [](api::Call& call) -> Result<api::Reply> {
    TRY(const auto workshop, find(call.tx, call.district, call.id("workshop")));
    return api::record(workshop);
  });
  at("replaceWorkshop", Method::put, "", [&packs](api::Call& call) -> Result<api::Reply> {
    TRY(const auto expected, call.expected_version());
    TRY(const auto fields, call.body<WorkshopFields>());
    TRY(const auto workshop, replace(call.change(), packs, call.id("workshop"), expected, fields));
    return api::record(workshop);
  });
  at("removeWorkshop", Method::del, "", [](api::Call& call) -> Result<api::Reply> {
    TRY(const auto expected, call.expected_version());
    CHECK_OK(remove(call.change(), call.id("workshop"), expected));
    return api::no_content();
  });
  at("controlRoom", Method::post, "/stage", [&packs](api::Call& call) -> Result<api::Reply> {
    TRY(const auto expected, call.expected_version());
    TRY(const auto fields, call.body<ControlFields>());
    TRY(const auto stage, control(call.change(), packs, call.id("workshop"), expected, fields));
    return api::record(stage);
  });
  at("arrangeGroups", Method::post, "/arrangement", [](api::Call& call) -> Result<api::Reply> {
    TRY(const auto fields, call.body<ArrangeFields>());
    TRY(const auto seats, arrange(call.change(), call.id("workshop"), fields));
    return api::list(seats);
  });
  at("moveNote", Method::put, "/notes/{note}/place",
     [&packs](api::Call& call) -> Result<api::Reply> {
       TRY(const auto expected, call.expected_version());
       TRY(const auto fields, call.body<NotePlaceFields>());
       TRY(const auto note,
           move_note(call.change(), packs, call.id("workshop"), call.id("note"), expected, fields));
       return api::record(note);
     });
  at("mergeNotes", Method::put, "/notes/{note}/merge", [](api::Call& call) -> Result<api::Reply> {
    TRY(const auto expected, call.expected_version());
    TRY(const auto fields, call.body<NoteMergeFields>());
    TRY(const auto note,
        merge_note(call.change(), call.id("workshop"), call.id("note"), expected, fields));
    return api::record(note);
  });
  at("setConsensus", Method::put, "/consensus/{subject}",
     [&packs](api::Call& call) -> Result<api::Reply> {
       TRY(const auto expected, call.expected_version());
       TRY(const auto fields, call.body<ConsensusFields>());
       TRY(const auto row, set_consensus(call.change(), packs, call.id("workshop"),
                                         call.param("subject"), expected, fields));
       return api::record(row);
     });
  at("createWorkshopAction", Method::post, "/actions",
     [&packs](api::Call& call) -> Result<api::Reply> {
       TRY(const auto fields, call.body<WorkshopActionFields>());
       TRY(const auto item, create_action(call.change(), packs, call.id("workshop"), fields));
       return api::created(
           item, "/api/v1/districts/" + call.district.value + "/actions/" + item.id.value);
     });
  at("getReminder", Method::get, "/reminder", [](api::Call& call) -> Result<api::Reply> {
    TRY(const auto told, reminder(call.tx, call.district, call.id("workshop")));
    return api::ok(told);
  });
}

void add_routes(api::Routes& routes, toolkit::Packs& packs, const std::string& url) {
  add_leading_routes(routes, packs);
  add_room_routes(routes, packs);
  add_file_routes(routes, packs);
  add_minutes_routes(routes, packs, url);
}

}  // namespace tandem::workshop
