#include "agreement/routes.hpp"

#include "agreement/service.hpp"
#include "api/filters.hpp"
#include "api/records.hpp"
#include "identity/session.hpp"

namespace tandem::agreement {
namespace {

using http::Method;

std::string place(const DistrictId& district, std::string_view list, const RecordId& id) {
  return fmt::format("/api/v1/districts/{}/{}/{}", district.value, list, id.value);
}

Result<Query> query_of(const api::Call& call) {
  Query query;
  TRY(const auto page, call.page());
  query.limit = page.limit;
  if (!page.after.empty() && !is_uuid(page.after)) {
    return problem::malformed("after is not a cursor of this list.");
  }
  query.after = page.after;
  TRY(const auto where, api::school_filter(call));
  query.school_id = where.school_id;
  query.district_only = where.district_only;
  return query;
}

template <class List>
api::Handler lister(List list) {
  return [list](api::Call& call) -> Result<api::Reply> {
    TRY(const auto query, query_of(call));
    return api::page_of(list(call.tx, call.district, query), {query.limit, ""},
                        [](const auto& last) { return last.id.value; });
  };
}

Grants grants_of(const api::Call& call) {
  return identity::grants_in(call.tx, call.district, call.caller.id);
}

// What the caller's side does to a commitment: work(change, grants, id, expected, fields).
template <class Fields, class Work>
api::Handler on_commitment(Work work) {
  return [work](api::Call& call) -> Result<api::Reply> {
    TRY(const auto expected, call.expected_version());
    TRY(const auto fields, call.body<Fields>());
    TRY(const auto row,
        work(call.change(), grants_of(call), call.id("commitment"), expected, fields));
    return api::record(row);
  };
}

void add_commitments(api::Routes& routes) {
  const auto school_of = api::school_of_record<Commitment>("commitment");
  const std::string one = "/districts/{district}/commitments/{commitment}";
  routes.add(
      {"listCommitments", Method::get, "/districts/{district}/commitments", lister(commitments)});
  routes.add({"createCommitment", Method::post,
              "/districts/{district}/schools/{school}/commitments",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto fields, call.body<CommitmentFields>());
                TRY(const auto row,
                    make(call.change(), grants_of(call), call.id<SchoolId>("school"), fields));
                return api::created(row, place(call.district, "commitments", row.id));
              }});
  routes.add({"getCommitment", Method::get, one,
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto row,
                    record::find<Commitment>(call.tx, call.district, call.id("commitment")));
                return api::record(row);
              },
              school_of});
  routes.add({"replaceCommitment", Method::put, one,
              on_commitment<CommitmentFields>([](auto&&... args) { return reword(args...); }),
              school_of});
  routes.add({"removeCommitment", Method::del, one,
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto expected, call.expected_version());
                CHECK_OK(withdraw(call.change(), grants_of(call), call.id("commitment"), expected));
                return api::no_content();
              },
              school_of});
  routes.add({"acknowledgeCommitment", Method::put, one + "/acknowledgement",
              on_commitment<AcknowledgeFields>([](auto&&... args) { return acknowledge(args...); }),
              school_of});
  routes.add({"reviewCommitment", Method::put, one + "/review",
              on_commitment<ReviewFields>([](auto&&... args) { return review(args...); }),
              school_of});
}

// The five operations that decisions and procedures have in common.
template <class R, class Create, class Replace, class Remove>
void add_list(api::Routes& routes, const std::string& list, const std::string& param,
              const std::string& name, Create create, Replace replace, Remove remove) {
  const auto school_of = api::school_of_record<R>(param);
  const std::string one = "/districts/{district}/" + list + "/{" + param + "}";
  routes.add({"create" + name, Method::post, "/districts/{district}/" + list,
              api::adding<R>(list, false, create)});
  routes.add({"createSchool" + name, Method::post, "/districts/{district}/schools/{school}/" + list,
              api::adding<R>(list, true, create)});
  routes.add({"replace" + name, Method::put, one, api::replacing<R>(param, replace), school_of});
  routes.add({"remove" + name, Method::del, one, api::removing(param, remove), school_of});
}

}  // namespace

void add_routes(api::Routes& routes) {
  add_commitments(routes);
  routes.add({"listDecisions", Method::get, "/districts/{district}/decisions", lister(decisions)});
  add_list<Decision>(routes, "decisions", "decision", "Decision", create_decision, replace_decision,
                     remove_decision);
  routes.add(
      {"listProcedures", Method::get, "/districts/{district}/procedures", lister(procedures)});
  add_list<Procedure>(routes, "procedures", "procedure", "Procedure", create_procedure,
                      replace_procedure, remove_procedure);
}

}  // namespace tandem::agreement
