#include "need/store.hpp"

#include <map>

namespace tandem::need {
namespace {

struct ValueRow {
  static constexpr std::string_view table = "data_value";
  RecordId data_set_id;
  std::int64_t place = 0;
  Date day;
  std::string category;
  std::string student_group;
  std::optional<std::int64_t> students;
  std::optional<double> value;
  std::optional<RecordId> group_id;  // one of the district's student groups, as it is named today
};
BOOST_DESCRIBE_STRUCT(ValueRow, (),
                      (data_set_id, place, day, category, student_group, students, value, group_id))

struct GroupRow {
  RecordId id;
  std::string name;
  std::string category;
};
BOOST_DESCRIBE_STRUCT(GroupRow, (), (id, name, category))

template <class R>
std::vector<R> rows_of_place(db::Tx& tx, const DistrictId& district,
                             const std::optional<SchoolId>& school) {
  if (school) return tx.rows_of<R>(district, "and school_id = :school order by id", *school);
  return tx.rows_of<R>(district, "and school_id is null order by id");
}

template <class R>
std::vector<R> page_of(db::Tx& tx, const DistrictId& district, const Query& query) {
  const std::string rest = " and id > :after order by id limit :most";
  if (query.school_id) {
    return tx.rows_of<R>(district, "and school_id = :school" + rest, *query.school_id, query.after,
                         query.limit + 1);
  }
  return tx.rows_of<R>(district, (query.district_only ? "and school_id is null" : "") + rest,
                       query.after, query.limit + 1);
}

}  // namespace

std::vector<KnownGroup> known_groups(db::Tx& tx, const DistrictId& district) {
  std::vector<KnownGroup> groups;
  for (auto& row : tx.all<GroupRow>(
           "select id, name, category from student_group where district_id = :district "
           "order by position, id",
           district)) {
    groups.push_back({std::move(row.id), std::move(row.name), std::move(row.category)});
  }
  return groups;
}

std::vector<DataValue> stored_values(db::Tx& tx, const DistrictId& district, const RecordId& set) {
  std::map<RecordId, KnownGroup> groups;
  for (auto& group : known_groups(tx, district)) groups.emplace(group.id, group);
  std::vector<DataValue> values;
  for (auto& row :
       tx.rows_of<ValueRow>(district, "and data_set_id = :data_set order by place", set)) {
    DataValue value{row.day, {row.category}, {row.student_group}, {}, row.value, false};
    if (row.students) value.students = Students{*row.students};
    const auto group = row.group_id ? groups.find(*row.group_id) : groups.end();
    if (group != groups.end()) {
      value.student_group.value = group->second.name;
      value.category.value = category_of(group->second);
    }
    values.push_back(std::move(value));
  }
  return values;
}

void store_values(audit::Change& change, const RecordId& set,
                  const std::vector<DataValue>& values) {
  change.tx.run("delete from data_value where district_id = :district and data_set_id = :data_set",
                change.district, set);
  const auto groups =
      values.empty() ? std::vector<KnownGroup>{} : known_groups(change.tx, change.district);
  std::int64_t place = 0;
  for (const auto& value : values) {
    ValueRow row{set, ++place,     value.day, value.category.value, value.student_group.value,
                 {},  value.value, {}};
    if (const auto* group = known_group(value, groups)) row.group_id = group->id;
    if (value.students) row.students = value.students->value;
    change.tx.insert(change.district, row);
  }
}

std::vector<DataSet> data_sets(db::Tx& tx, const DistrictId& district, const Query& query) {
  return page_of<DataSet>(tx, district, query);
}

std::vector<Need> needs(db::Tx& tx, const DistrictId& district, const Query& query) {
  return page_of<Need>(tx, district, query);
}

std::vector<Cause> causes_of(db::Tx& tx, const DistrictId& district, const RecordId& need) {
  return tx.rows_of<Cause>(district, "and need_id = :need order by position, id", need);
}

std::vector<Need> needs_of(db::Tx& tx, const DistrictId& district,
                           const std::optional<SchoolId>& school) {
  return rows_of_place<Need>(tx, district, school);
}

std::vector<DataSet> sets_of(db::Tx& tx, const DistrictId& district,
                             const std::optional<SchoolId>& school) {
  return rows_of_place<DataSet>(tx, district, school);
}

std::vector<NeedReportHead> reports(db::Tx& tx, const DistrictId& district, const Query& query) {
  const std::string select = "select " + db::columns<NeedReportHead>() +
                             " from need_report where district_id = :district ";
  const std::string rest = " and (:from_start = '' or id < :after) order by id desc limit :most";
  if (query.school_id) {
    return tx.all<NeedReportHead>(select + "and school_id = :school" + rest, district,
                                  *query.school_id, query.after, query.after, query.limit + 1);
  }
  return tx.all<NeedReportHead>(select + rest, district, query.after, query.after, query.limit + 1);
}

std::vector<NeedReport> newest_reports(db::Tx& tx, const DistrictId& district) {
  return tx.rows_of<NeedReport>(
      district,
      "and (school_id, number) in (select school_id, max(number) from need_report "
      "where district_id = :same_district group by school_id) order by school_id",
      district);
}

}  // namespace tandem::need
