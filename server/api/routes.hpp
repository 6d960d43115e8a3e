// The table of routes: each operation of the contract, its path, and who carries it out.
#pragma once

#include <functional>
#include <variant>

#include "api/call.hpp"
#include "record/record.hpp"

namespace tandem::api {

using Handler = std::function<Result<Reply>(Call&)>;
using FreeHandler = std::function<Result<Reply>(FreeCall&)>;
// The school a thing belongs to (none: the district's own), for permissions that depend on it.
using SchoolOf =
    std::function<Result<std::optional<SchoolId>>(db::Tx&, const DistrictId&, const Params&)>;

struct Route {
  std::string operation;  // operationId in api/openapi.yaml; the key of the permission table
  http::Method method = http::Method::get;
  std::string path;  // "/districts/{district}/plan/goals/{goal}"
  std::variant<Handler, FreeHandler> handler;
  // For a route that names a record: what is not there has to be 404 before anything else is
  // asked. The school of the path, {school}, goes before the record's.
  SchoolOf school_of = {};
  std::size_t max_body = 256UL * 1024;
  std::string base = "/api/v1";
  // What a GET answers follows from the store and the path alone, not from who asks or when: it
  // is kept until the store changes (api/kept.hpp).
  bool lasting = false;
};

class Routes {
 public:
  void add(Route route) { routes_.push_back(std::move(route)); }
  [[nodiscard]] const std::vector<Route>& all() const { return routes_; }

 private:
  std::vector<Route> routes_;
};

// For Route::school_of: the record R named by {param} in the path has to be there, and belongs to
// its school, if it has one.
template <class R>
SchoolOf school_of_record(std::string param) {
  return [param = std::move(param)](db::Tx& tx, const DistrictId& district,
                                    const Params& params) -> Result<std::optional<SchoolId>> {
    auto row = tx.row_of<R>(district, "and id = :id", params.at(param));
    if (!row) return problem::not_found(std::string(R::entity));
    return record::school_of(*row);
  };
}

}  // namespace tandem::api
