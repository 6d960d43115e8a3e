// What the changes of every kind of row of the plan have in common. Only for service.cpp and
// funding.cpp.
#pragma once

#include "plan/store.hpp"

namespace tandem::plan {

inline Result<void> no_faults(std::vector<FieldError> errors) {
  if (errors.empty()) return {};
  return problem::invalid(std::move(errors));
}

// Refuses one more row where the contract's bound is reached.
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
R announced(audit::Change& change, R row) {
  change.announce("plan", R::entity, row.id.value, row.version);
  return row;
}

// check(row) gives the faults of the new fields, knowing the row as it was.
template <class R, class Check>
Result<R> replace_checked(audit::Change& change, const RecordId& id, std::int64_t expected,
                          const typename R::Fields& fields, Check&& check) {
  count_change(change);
  TRY(const R before, record::find_version<R>(change.tx, change.district, id, expected));
  CHECK_OK(no_faults(check(before)));
  TRY(R after, record::update(change, before,
                              [&](R& row) { static_cast<typename R::Fields&>(row) = fields; }));
  return announced(change, std::move(after));
}

// "<measure>" for the district's own targets, "<measure>/<school>" for a school's.
template <class R>
std::string audit_id(const R& row) {
  if constexpr (requires { row.id; }) return row.id.value;
  else return row.measure_id.value + (row.school_id.empty() ? "" : "/" + row.school_id.value);
}
template <class R>
std::optional<SchoolId> audit_school(const R& row) {
  if constexpr (requires { row.id; }) return record::school_of(row);
  else return row.school_id.empty() ? std::nullopt : std::optional(row.school_id);
}

// Takes away every row that the clause finds, each with its audit entry.
template <class R, class... Binds>
void take_away(audit::Change& change, const std::string& and_clause, const Binds&... binds) {
  const auto rows = change.tx.rows_of<R>(change.district, and_clause, binds...);
  if (rows.empty()) return;
  change.tx.run(
      "delete from " + std::string(R::table) + " where district_id = :district " + and_clause,
      change.district, binds...);
  for (const R& row : rows) {
    change.record(R::entity, audit_id(row), audit_school(row), json::write(row), nullptr);
  }
}

// Only the row itself is announced: whoever has the plan open reads it again anyway.
template <class R, class TakeBelow>
Result<void> remove_with(audit::Change& change, const RecordId& id, std::int64_t expected,
                         TakeBelow&& take_below) {
  count_change(change);
  CHECK_OK(record::find_version<R>(change.tx, change.district, id, expected));
  take_below();
  CHECK_OK(record::remove<R>(change, id, expected));
  change.announce("plan", R::entity, id.value, 0);
  return {};
}

// 404, as if <what> were not there at all, unless the goal applies to the school.
Result<void> must_apply(audit::Change& change, const RecordId& goal, const SchoolId& school,
                        const std::string& what);

}  // namespace tandem::plan
