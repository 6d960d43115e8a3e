// What can be done with data sets, needs, causes and reports.
#pragma once

#include "need/data_rules.hpp"
#include "need/rules.hpp"

namespace tandem::need {

// The contract's bounds, for each school and for the district.
inline constexpr std::int64_t kMostNeeds = 300;
inline constexpr std::int64_t kMostSets = 300;
inline constexpr std::int64_t kMostCauses = 200;  // of one need

// Whose: of one school, of the district alone, or (neither) of all.
struct Query {
  std::optional<SchoolId> school_id;
  bool district_only = false;
  std::string after;  // an id
  std::int64_t limit = 100;
};

// Oldest first; one row more than the limit if there are more.
std::vector<DataSet> data_sets(db::Tx& tx, const DistrictId& district, const Query& query);
// With its values as they may be shown.
Result<DataSetDetail> data_set(db::Tx& tx, const DistrictId& district, const RecordId& id);
Result<DataSet> create_data_set(audit::Change& change, const std::optional<SchoolId>& school,
                                const DataSetFields& fields);
// 422 at /counted if there are values that the change would make wrong.
Result<DataSet> replace_data_set(audit::Change& change, const RecordId& id, std::int64_t expected,
                                 const DataSetFields& fields);
// All values at once. One that is sent as withheld keeps what is there.
Result<DataSetDetail> replace_values(audit::Change& change, const RecordId& id,
                                     std::int64_t expected, const DataValues& sent);
// 409 while a need rests on it.
Result<void> remove_data_set(audit::Change& change, const RecordId& id, std::int64_t expected);

std::vector<Need> needs(db::Tx& tx, const DistrictId& district, const Query& query);
Result<NeedDetail> need(db::Tx& tx, const DistrictId& district, const RecordId& id);
Result<Need> create_need(audit::Change& change, const std::optional<SchoolId>& school,
                         const NeedFields& fields);
Result<Need> replace_need(audit::Change& change, const RecordId& id, std::int64_t expected,
                          const NeedFields& fields);
// With its causes.
Result<void> remove_need(audit::Change& change, const RecordId& id, std::int64_t expected);

Result<Cause> create_cause(audit::Change& change, const RecordId& need, const CauseFields& fields);
Result<Cause> replace_cause(audit::Change& change, const RecordId& id, std::int64_t expected,
                            const CauseFields& fields);
// 409 while whys are below it.
Result<void> remove_cause(audit::Change& change, const RecordId& id, std::int64_t expected);

// Of one school, or (none) of the district's own needs and data.
std::vector<Covered> whole_child(db::Tx& tx, const DistrictId& district,
                                 const std::optional<SchoolId>& school);

// Keeps what the school's needs and causes are now, without those set aside, as its next report.
// 409 if there are none.
Result<NeedReport> report(audit::Change& change, const SchoolId& school,
                          const NeedReportFields& fields);
// Newest first, without what is in them.
std::vector<NeedReportHead> reports(db::Tx& tx, const DistrictId& district, const Query& query);

// ---- Gathered at the district ----------------------------------------------------------------

struct SchoolReported {
  SchoolId school_id;
  std::string name;
  std::optional<RecordId> report_id;  // its newest
  std::int64_t number = 0;
  std::optional<Timestamp> reported_at;
};
BOOST_DESCRIBE_STRUCT(SchoolReported, (), (school_id, name, report_id, number, reported_at))
struct GatheredCause {
  RecordId id;
  std::string statement;
  CanAct can_act{};
  std::string evidence;
};
BOOST_DESCRIBE_STRUCT(GatheredCause, (), (id, statement, can_act, evidence))
struct GatheredNeed {
  RecordId report_id;
  RecordId need_id;
  SchoolId school_id;
  Kind kind{};
  std::string title;
  Subject subject{};
  std::vector<Component> components;
  std::string who;
  std::string present;
  std::string desired;
  std::optional<double> present_value;
  std::optional<double> desired_value;
  std::string unit;
  std::vector<GatheredCause> root_causes;
  std::vector<RecordId> district_needs;  // that are drawn from it
};
BOOST_DESCRIBE_STRUCT(GatheredNeed, (),
                      (report_id, need_id, school_id, kind, title, subject, components, who,
                       present, desired, present_value, desired_value, unit, root_causes,
                       district_needs))
struct Gathered {
  std::vector<SchoolReported> schools;  // open ones, by name
  std::vector<GatheredNeed> items;      // of each school's newest report
  std::vector<Proposal> proposals;      // of needs that no district need is drawn from yet
};
BOOST_DESCRIBE_STRUCT(Gathered, (), (schools, items, proposals))
Gathered gather(db::Tx& tx, const DistrictId& district);

}  // namespace tandem::need
