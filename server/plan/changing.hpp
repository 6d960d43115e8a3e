// What the changes of every kind of row of the plan have in common. Only for the files that
// change the plan.
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

// Of a row without an id of its own: the ids it is named by, such as "<measure>" for the
// district's own targets and "<measure>/<school>" for a school's.
template <class R>
std::string audit_id(const R& row) {
  if constexpr (requires { row.id; }) return row.id.value;
  std::string id;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) id += (id.empty() ? "" : "/") + part;
  };
  if constexpr (requires { row.goal_id; }) add(row.goal_id.value);
  if constexpr (requires { row.measure_id; }) add(row.measure_id.value);
  if constexpr (requires { row.strategy_id; }) add(row.strategy_id.value);
  if constexpr (requires { row.school_id.empty(); }) add(row.school_id.value);
  if constexpr (requires { row.group_id; }) add(row.group_id.value);
  return id;
}
template <class R>
std::optional<SchoolId> audit_school(const R& row) {
  if constexpr (requires { row.school_id.empty(); }) {
    return row.school_id.empty() ? std::nullopt : std::optional(row.school_id);
  } else {
    return record::school_of(row);
  }
}

// Writes a row that is named by what it belongs to, which the clause finds; expected is 0 if there
// is none yet. Of the row given, the fields and the ids are taken.
template <class R, class... Binds>
Result<R> set_row(audit::Change& change, R row, std::int64_t expected,
                  const std::string& and_clause, const Binds&... binds) {
  using Fields = typename R::Fields;
  const auto before = change.tx.row_of<R>(change.district, and_clause, binds...);
  const auto version = before ? before->version : 0;
  if (version != expected) return problem::stale(json::write(before));
  CHECK_OK(no_faults(faults(static_cast<const Fields&>(row))));
  const auto fields_of = [](const R& of) { return json::write(static_cast<const Fields&>(of)); };
  if (before && fields_of(*before) == fields_of(row)) return *before;
  row.version = version + 1;
  row.updated_at = change.now;
  row.updated_by = change.actor.name;
  if (before) change.tx.update(change.district, row, and_clause, binds...);
  else change.tx.insert(change.district, row);
  change.record(R::entity, audit_id(row), audit_school(row), json::write(before), json::write(row));
  change.announce("plan", R::entity, audit_id(row), row.version);
  return row;
}

// Takes away every row that the clause finds, each with its audit entry; gives what is gone.
template <class R, class... Binds>
std::vector<R> take_away(audit::Change& change, const std::string& and_clause,
                         const Binds&... binds) {
  const auto rows = change.tx.rows_of<R>(change.district, and_clause, binds...);
  if (rows.empty()) return rows;
  change.tx.run(
      "delete from " + std::string(R::table) + " where district_id = :district " + and_clause,
      change.district, binds...);
  for (const R& row : rows) {
    change.record(R::entity, audit_id(row), audit_school(row), json::write(row), nullptr);
  }
  return rows;
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
