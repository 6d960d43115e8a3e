#include "need/service.hpp"

#include <set>

#include "need/store.hpp"
#include "org/service.hpp"

namespace tandem::need {
namespace {

Result<void> no_faults(std::vector<FieldError> errors) {
  if (errors.empty()) return {};
  return problem::invalid(std::move(errors));
}

template <class R>
R announced(audit::Change& change, R row) {
  change.announce("needs", R::entity, row.id.value, row.version);
  return row;
}

template <class R, class... Binds>
Result<void> room_for(audit::Change& change, std::int64_t most, const std::string& and_clause,
                      const Binds&... binds) {
  const auto count = change.tx.number("select count(*) from " + std::string(R::table) +
                                          " where district_id = :district " + and_clause,
                                      change.district, binds...);
  if (count < most) return {};
  return problem::invalid("", fmt::format("there is room for {} here and no more", most));
}
template <class R>
Result<void> room_of_place(audit::Change& change, const std::optional<SchoolId>& school,
                           std::int64_t most) {
  if (school) return room_for<R>(change, most, "and school_id = :school", *school);
  return room_for<R>(change, most, "and school_id is null");
}

template <class R>
Result<void> gone(audit::Change& change, const R& row) {
  change.announce("needs", R::entity, row.id.value, 0);
  return {};
}

// As the history shows them: nothing that may not be shown.
json::value told(const DataSet& set, const std::vector<DataValue>& values) {
  json::array lines;
  for (const auto& value : shown(values, set.counted)) {
    std::string line = value.day.value + " " + value.category.value;
    line += (value.category.empty() ? "" : ": ") + value.student_group.value + ": ";
    if (value.suppressed) line += "withheld";
    else line += value.value ? fmt::format("{}", *value.value) : "";
    if (value.students) line += fmt::format(" (n {})", value.students->value);
    lines.push_back(json::value(std::move(line)));
  }
  return json::object{{"title", set.title.value}, {"values", std::move(lines)}};
}

// 422 for each data set that is not there, or another school's.
Result<std::vector<FieldError>> unknown_sets(audit::Change& change,
                                             const std::optional<SchoolId>& school,
                                             const NeedFields& fields) {
  std::vector<FieldError> errors;
  for (std::size_t i = 0; i < fields.data_sets.size(); ++i) {
    const auto set =
        change.tx.row_of<DataSet>(change.district, "and id = :id", fields.data_sets[i]);
    if (!set) errors.push_back({fmt::format("/data_sets/{}", i), "is not a data set here"});
    else if (school && set->school_id && set->school_id != school) {
      errors.push_back({fmt::format("/data_sets/{}", i), "is another school's"});
    }
  }
  return errors;
}

// 422 for what is drawn from a report that is not there, or does not have it.
template <class Has>
void check_drawn(audit::Change& change, const std::vector<Drawn>& drawn,
                 const std::vector<Drawn>& before, std::vector<FieldError>& errors, Has&& has) {
  std::map<RecordId, std::optional<NeedReport>> reports;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    if (std::find(before.begin(), before.end(), drawn[i]) != before.end()) continue;
    auto found = reports.find(drawn[i].report_id);
    if (found == reports.end()) {
      found =
          reports
              .emplace(drawn[i].report_id, change.tx.row_of<NeedReport>(
                                               change.district, "and id = :id", drawn[i].report_id))
              .first;
    }
    if (!found->second) {
      errors.push_back({fmt::format("/drawn_from/{}/report_id", i), "is not a school's report"});
    } else if (!has(*found->second, drawn[i].item_id)) {
      errors.push_back({fmt::format("/drawn_from/{}/item_id", i), "is not in that report"});
    }
  }
}

bool has_need(const NeedReport& report, const RecordId& id) {
  return std::any_of(report.items.begin(), report.items.end(),
                     [&](const ReportedNeed& item) { return item.id == id; });
}
bool has_cause(const NeedReport& report, const RecordId& id) {
  return std::any_of(report.items.begin(), report.items.end(), [&](const ReportedNeed& item) {
    return std::any_of(item.causes.begin(), item.causes.end(),
                       [&](const Cause& cause) { return cause.id == id; });
  });
}

Result<void> check_need(audit::Change& change, const std::optional<SchoolId>& school,
                        const NeedFields& fields, const std::vector<Drawn>& drawn_before) {
  auto errors = faults(fields, school.has_value());
  if (errors.empty()) {
    TRY(errors, unknown_sets(change, school, fields));
    check_drawn(change, fields.drawn_from, drawn_before, errors, has_need);
  }
  return no_faults(std::move(errors));
}

Result<void> check_cause(audit::Change& change, const Need& need, const RecordId& id,
                         const CauseFields& fields, const std::vector<Drawn>& drawn_before) {
  auto others = causes_of(change.tx, change.district, need.id);
  others.erase(std::remove_if(others.begin(), others.end(),
                              [&](const Cause& cause) { return cause.id == id; }),
               others.end());
  auto errors = faults(fields, need.school_id.has_value(), id, others);
  if (errors.empty()) {
    check_drawn(change, fields.drawn_from, drawn_before, errors, has_cause);
  }
  return no_faults(std::move(errors));
}

}  // namespace

Result<DataSetDetail> data_set(db::Tx& tx, const DistrictId& district, const RecordId& id) {
  TRY(auto set, record::find<DataSet>(tx, district, id));
  DataSetDetail detail;
  detail.values = shown(stored_values(tx, district, id), set.counted);
  static_cast<DataSet&>(detail) = std::move(set);
  return detail;
}

Result<DataSet> create_data_set(audit::Change& change, const std::optional<SchoolId>& school,
                                const DataSetFields& fields) {
  if (school) CHECK_OK(org::find_school(change.tx, change.district, *school));
  CHECK_OK(no_faults(faults(fields, school.has_value())));
  CHECK_OK(room_of_place<DataSet>(change, school, kMostSets));
  return announced(change, record::create<DataSet>(change, fields,
                                                   [&](DataSet& row) { row.school_id = school; }));
}

Result<DataSet> replace_data_set(audit::Change& change, const RecordId& id, std::int64_t expected,
                                 const DataSetFields& fields) {
  TRY(const auto before, record::find_version<DataSet>(change.tx, change.district, id, expected));
  CHECK_OK(no_faults(faults(fields, before.school_id.has_value())));
  if (fields.counted != before.counted && before.value_count > 0) {
    return problem::invalid("/counted", "cannot change while there are values");
  }
  TRY(auto row, record::update(change, before, [&](DataSet& after) {
        static_cast<DataSetFields&>(after) = fields;
      }));
  return announced(change, std::move(row));
}

Result<DataSetDetail> replace_values(audit::Change& change, const RecordId& id,
                                     std::int64_t expected, const DataValues& sent) {
  const auto current = record::find_version<DataSet>(change.tx, change.district, id, expected);
  if (!current) {
    auto refused = current.error();
    if (refused.status != 412) return refused;
    TRY(const auto now, data_set(change.tx, change.district, id));
    return problem::stale(json::write(now));
  }
  const auto given = named(sent.values, known_groups(change.tx, change.district));
  CHECK_OK(no_faults(faults(given, current->counted)));
  const auto before = stored_values(change.tx, change.district, id);
  TRY(const auto values, with_kept(given, before));
  store_values(change, id, values);
  TRY(auto row, record::update(change, *current, [&](DataSet& after) {
        after.value_count = static_cast<std::int64_t>(values.size());
        after.latest_day.reset();
        for (const auto& value : values) {
          if (!after.latest_day || *after.latest_day < value.day) after.latest_day = value.day;
        }
        ++after.values_saved;
      }));
  change.record("data_values", id.value, row.school_id, told(row, before), told(row, values));
  DataSetDetail detail;
  detail.values = shown(values, row.counted);
  static_cast<DataSet&>(detail) = announced(change, std::move(row));
  return detail;
}

Result<void> remove_data_set(audit::Change& change, const RecordId& id, std::int64_t expected) {
  TRY(const auto set, record::find_version<DataSet>(change.tx, change.district, id, expected));
  const auto used = change.tx.number(
      "select count(*) from need where district_id = :district and data_sets like :has",
      change.district, "%" + id.value + "%");
  if (used > 0) {
    return problem::conflict("A need rests on this data set: take it out there first.");
  }
  const auto values = stored_values(change.tx, change.district, id);
  store_values(change, id, {});
  if (!values.empty()) {
    change.record("data_values", id.value, set.school_id, told(set, values), nullptr);
  }
  CHECK_OK(record::remove<DataSet>(change, id, expected));
  return gone(change, set);
}

Result<NeedDetail> need(db::Tx& tx, const DistrictId& district, const RecordId& id) {
  TRY(auto row, record::find<Need>(tx, district, id));
  NeedDetail detail;
  static_cast<Need&>(detail) = std::move(row);
  detail.causes = causes_of(tx, district, id);
  return detail;
}

Result<Need> create_need(audit::Change& change, const std::optional<SchoolId>& school,
                         const NeedFields& fields) {
  if (school) CHECK_OK(org::find_school(change.tx, change.district, *school));
  CHECK_OK(check_need(change, school, fields, {}));
  CHECK_OK(room_of_place<Need>(change, school, kMostNeeds));
  return announced(
      change, record::create<Need>(change, fields, [&](Need& row) { row.school_id = school; }));
}

Result<Need> replace_need(audit::Change& change, const RecordId& id, std::int64_t expected,
                          const NeedFields& fields) {
  TRY(const auto before, record::find_version<Need>(change.tx, change.district, id, expected));
  CHECK_OK(check_need(change, before.school_id, fields, before.drawn_from));
  TRY(auto row, record::update(change, before,
                               [&](Need& after) { static_cast<NeedFields&>(after) = fields; }));
  return announced(change, std::move(row));
}

Result<void> remove_need(audit::Change& change, const RecordId& id, std::int64_t expected) {
  CHECK_OK(record::find_version<Need>(change.tx, change.district, id, expected));
  for (const auto& cause : causes_of(change.tx, change.district, id)) {
    CHECK_OK(record::remove<Cause>(change, cause.id, cause.version));
  }
  TRY(const auto removed, record::remove<Need>(change, id, expected));
  return gone(change, removed);
}

Result<Cause> create_cause(audit::Change& change, const RecordId& need_id,
                           const CauseFields& fields) {
  TRY(const auto parent, record::find<Need>(change.tx, change.district, need_id));
  CHECK_OK(check_cause(change, parent, {}, fields, {}));
  CHECK_OK(room_for<Cause>(change, kMostCauses, "and need_id = :need", need_id));
  return announced(change, record::create<Cause>(change, fields, [&](Cause& row) {
                     row.need_id = parent.id;
                     row.school_id = parent.school_id;
                   }));
}

Result<Cause> replace_cause(audit::Change& change, const RecordId& id, std::int64_t expected,
                            const CauseFields& fields) {
  TRY(const auto before, record::find_version<Cause>(change.tx, change.district, id, expected));
  TRY(const auto parent, record::find<Need>(change.tx, change.district, before.need_id));
  CHECK_OK(check_cause(change, parent, id, fields, before.drawn_from));
  TRY(auto row, record::update(change, before,
                               [&](Cause& after) { static_cast<CauseFields&>(after) = fields; }));
  return announced(change, std::move(row));
}

Result<void> remove_cause(audit::Change& change, const RecordId& id, std::int64_t expected) {
  TRY(const auto cause, record::find_version<Cause>(change.tx, change.district, id, expected));
  const auto below = change.tx.number(
      "select count(*) from cause where district_id = :district and need_id = :need and "
      "parent_id = :parent",
      change.district, cause.need_id, id);
  if (below > 0) {
    return problem::conflict("There are whys below this one: take them out first.");
  }
  CHECK_OK(record::remove<Cause>(change, id, expected));
  return gone(change, cause);
}

std::vector<Covered> whole_child(db::Tx& tx, const DistrictId& district,
                                 const std::optional<SchoolId>& school) {
  auto all = needs_of(tx, district, school);
  all.erase(std::remove_if(all.begin(), all.end(),
                           [](const Need& row) { return row.state == State::set_aside; }),
            all.end());
  return coverage(all, sets_of(tx, district, school));
}

}  // namespace tandem::need
