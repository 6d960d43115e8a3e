// What can be done with districts and schools.
#pragma once

#include "org/org.hpp"

namespace tandem::org {

// Whether the server has no district yet.
bool is_empty(db::Tx& tx);
// A new district with its team and an empty plan. Throws db::Duplicate if the code is taken.
DistrictId open_district(db::Tx& tx, const audit::Actor& actor, const DistrictFields& fields,
                         DistrictKind kind = DistrictKind::district,
                         const std::string& operation = "setUp",
                         const Timestamp& when = Timestamp::now());
Result<District> find_district(db::Tx& tx, const DistrictId& district);
// Every district of the server, by name; for commands that are given a code.
struct DistrictEntry {
  DistrictId id;
  std::string code;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(DistrictEntry, (), (id, code, name))
std::vector<DistrictEntry> all_districts(db::Tx& tx);
// 409 if another district has the code.
Result<District> replace_district(audit::Change& change, std::int64_t expected_version,
                                  const DistrictFields& fields);

std::vector<School> schools(db::Tx& tx, const DistrictId& district);  // by name
Result<School> find_school(db::Tx& tx, const DistrictId& district, const SchoolId& school);
// 409 if another school of the district has the code. The school's team comes with it, and its
// template of the newest round.
Result<School> create_school(audit::Change& change, const SchoolFields& fields);
Result<School> replace_school(audit::Change& change, const SchoolId& school,
                              std::int64_t expected_version, const SchoolFields& fields);

}  // namespace tandem::org
