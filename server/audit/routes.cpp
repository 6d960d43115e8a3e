#include "audit/routes.hpp"

#include <charconv>

#include "audit/history.hpp"

namespace tandem::audit {
namespace {

Result<HistoryQuery> query_of(const api::Call& call) {
  HistoryQuery query;
  TRY(const auto page, call.page());
  query.limit = page.limit;
  if (!page.after.empty()) {
    std::int64_t before = 0;
    const auto* const end = page.after.data() + page.after.size();
    const auto read = std::from_chars(page.after.data(), end, before);
    if (read.ec != std::errc{} || read.ptr != end) {
      return problem::malformed(
          "The query parameter after has to be a cursor from an earlier page.");
    }
    query.before = before;
  }
  if (const auto area = call.query("area")) {
    Area known{};
    if (!boost::describe::enum_from_string(area->c_str(), known)) {
      return problem::malformed("The query parameter area does not name a part of Tandem.");
    }
    query.area = known;
  }
  query.entity = call.query("entity").value_or("");
  query.entity_id = call.query("entity_id").value_or("");
  if (const auto school = call.query("school_id")) {
    if (!is_uuid(*school)) return problem::malformed("The query parameter school_id is not an id.");
    query.school_id = SchoolId{*school};
  }
  return query;
}

}  // namespace

void add_routes(api::Routes& routes) {
  routes.add({"listHistory", http::Method::get, "/districts/{district}/history",
              [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto query, query_of(call));
                TRY(const auto page, history(call.tx, call.district, query));
                return api::list(page.items, page.next);
              }});
}

}  // namespace tandem::audit
