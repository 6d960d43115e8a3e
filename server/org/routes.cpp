#include "org/routes.hpp"

#include "org/service.hpp"

namespace tandem::org {

void add_routes(api::Routes& routes) {
  using api::Call;
  using api::Reply;
  using http::Method;

  routes.add({"getDistrict", Method::get, "/districts/{district}", [](Call& call) -> Result<Reply> {
                TRY(const auto row, find_district(call.tx, call.district));
                return api::record(row);
              }});
  routes.add(
      {"replaceDistrict", Method::put, "/districts/{district}", [](Call& call) -> Result<Reply> {
         TRY(const auto version, call.expected_version());
         TRY(const auto fields, call.body<DistrictFields>());
         TRY(const auto row, replace_district(call.change(), version, fields));
         return api::record(row);
       }});
  routes.add(
      {"listSchools", Method::get, "/districts/{district}/schools",
       [](Call& call) -> Result<Reply> { return api::list(schools(call.tx, call.district)); }});
  routes.add({"createSchool", Method::post, "/districts/{district}/schools",
              [](Call& call) -> Result<Reply> {
                TRY(const auto fields, call.body<SchoolFields>());
                TRY(const auto row, create_school(call.change(), fields));
                return api::created(row, fmt::format("/api/v1/districts/{}/schools/{}",
                                                     call.district.value, row.id.value));
              }});
  routes.add({"getSchool", Method::get, "/districts/{district}/schools/{school}",
              [](Call& call) -> Result<Reply> {
                TRY(const auto row,
                    find_school(call.tx, call.district, call.id<SchoolId>("school")));
                return api::record(row);
              }});
  routes.add({"replaceSchool", Method::put, "/districts/{district}/schools/{school}",
              [](Call& call) -> Result<Reply> {
                TRY(const auto version, call.expected_version());
                TRY(const auto fields, call.body<SchoolFields>());
                TRY(const auto row,
                    replace_school(call.change(), call.id<SchoolId>("school"), version, fields));
                return api::record(row);
              }});
}

}  // namespace tandem::org
