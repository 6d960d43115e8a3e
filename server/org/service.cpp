#include "org/service.hpp"

#include <algorithm>

#include "balance/service.hpp"
#include "monitor/cycles.hpp"
#include "plan/service.hpp"
#include "team/service.hpp"

namespace tandem::org {
namespace {

constexpr std::string_view kTopic = "schools";

void announce(audit::Change& change, std::string_view entity, const record::Head& head) {
  change.announce(std::string(kTopic), entity, head.id.value, head.version);
}

RecordId record_id(const auto& id) { return RecordId{id.value}; }

Problem code_taken(const char* whose, const Code& code) {
  return problem::conflict(fmt::format("Another {} has the code {}.", whose, code.value));
}

bool school_code_taken(audit::Change& change, const Code& code, const std::string& except_id) {
  return change.tx.number(
             "select count(*) from school where district_id = :district and "
             "code = :code and id <> :except",
             change.district, code, except_id) > 0;
}

// The unique index has the last word where two do the same at once.
template <class R>
Result<R> unless_duplicate(const char* whose, const Code& code, auto&& write) {
  try {
    return write();
  } catch (const db::Duplicate&) {
    return code_taken(whose, code);
  }
}

}  // namespace

bool is_empty(db::Tx& tx) {
  return tx.number("select count(*) from (select 1 from district limit 1) as found") == 0;
}

DistrictId open_district(db::Tx& tx, const audit::Actor& actor, const DistrictFields& fields,
                         DistrictKind kind, const std::string& operation, const Timestamp& when) {
  audit::Change change(tx, new_id<DistrictId>(), actor, operation, when);
  record::create<District>(change, fields, [&](District& row) {
    row.id = record_id(change.district);
    row.kind = kind;
  });
  team::open_team(change, std::nullopt, fields.name);
  plan::open_plan(change, fields.name);
  return change.district;
}

Result<District> find_district(db::Tx& tx, const DistrictId& district) {
  return record::find<District>(tx, district, record_id(district));
}

std::vector<DistrictEntry> all_districts(db::Tx& tx) {
  return tx.all<DistrictEntry>("select district_id, code, name from district order by name, code");
}

Result<District> replace_district(audit::Change& change, std::int64_t expected_version,
                                  const DistrictFields& fields) {
  return unless_duplicate<District>("district", fields.code, [&]() -> Result<District> {
    TRY(auto row,
        record::replace<District>(change, record_id(change.district), expected_version, fields));
    announce(change, District::entity, row);
    return row;
  });
}

std::vector<School> schools(db::Tx& tx, const DistrictId& district) {
  auto found = tx.rows_of<School>(district, "");
  // Here, because the databases do not agree on the order of letters.
  const auto key = [](const School& school) { return lower(school.name.value) + school.id.value; };
  std::sort(found.begin(), found.end(),
            [&](const School& a, const School& b) { return key(a) < key(b); });
  return found;
}

Result<School> find_school(db::Tx& tx, const DistrictId& district, const SchoolId& school) {
  return record::find<School>(tx, district, record_id(school));
}

Result<School> create_school(audit::Change& change, const SchoolFields& fields) {
  CHECK_OK(check(fields));
  if (school_code_taken(change, fields.code, "")) return code_taken("school", fields.code);
  return unless_duplicate<School>("school", fields.code, [&]() -> Result<School> {
    auto row = record::create<School>(change, fields);
    team::open_team(change, row.school_id(), fields.name);
    if (row.status == SchoolStatus::open) {
      balance::include_school(change, row.school_id());
      monitor::include_school(change, row.school_id());
    }
    announce(change, School::entity, row);
    return row;
  });
}

Result<School> replace_school(audit::Change& change, const SchoolId& school,
                              std::int64_t expected_version, const SchoolFields& fields) {
  TRY(const School before, record::find_version<School>(change.tx, change.district,
                                                        record_id(school), expected_version));
  CHECK_OK(check(fields));
  if (school_code_taken(change, fields.code, school.value)) {
    return code_taken("school", fields.code);
  }
  if (before.status != fields.status) plan::touch(change);  // its view of the plan is another one
  return unless_duplicate<School>("school", fields.code, [&]() -> Result<School> {
    TRY(auto row, record::update(change, before, [&](School& edited) {
          static_cast<SchoolFields&>(edited) = fields;
        }));
    if (row.version != before.version) announce(change, School::entity, row);
    if (row.status == SchoolStatus::open && before.status != row.status) {
      balance::include_school(change, school);
      monitor::include_school(change, school);
    }
    return row;
  });
}

}  // namespace tandem::org
