// A record: something with an id and a version whose fields people edit. Creating, replacing
// and removing one is the same everywhere: the version is compared, the row written, the audit
// entry made. A feature adds only what is its own.
//
//   struct GoalFields { Position position; Name title; ... };        what the request carries
//   struct Goal : record::Head, GoalFields {                         what is stored and answered
//     static constexpr std::string_view table = "goal", entity = "goal";
//     using Fields = GoalFields;
//   };
#pragma once

#include "audit/change.hpp"

namespace tandem::record {

struct Head {
  RecordId id;
  std::int64_t version = 1;
  Timestamp created_at;
  Timestamp updated_at;
  std::string updated_by;  // a person's name as it was then
};
BOOST_DESCRIBE_STRUCT(Head, (), (id, version, created_at, updated_at, updated_by))

template <class R>
std::optional<SchoolId> school_of(const R& row) {
  if constexpr (requires { row.school_id; }) return row.school_id;
  else return std::nullopt;
}

template <class R>
Result<R> find(db::Tx& tx, const DistrictId& district, const RecordId& id) {
  auto row = tx.row_of<R>(district, "and id = :id", id);
  if (!row) return problem::not_found(std::string(R::entity));
  return std::move(*row);
}

// init(row) fills in what the request does not carry (a parent's id, an origin).
template <class R, class Init>
R create(audit::Change& change, const typename R::Fields& fields, Init&& init) {
  R row{};
  static_cast<typename R::Fields&>(row) = fields;
  row.id = new_id<RecordId>();
  row.created_at = row.updated_at = change.now;
  row.updated_by = change.actor.name;
  init(row);
  change.tx.insert(change.district, row);
  change.record(R::entity, row.id.value, school_of(row), nullptr, json::write(row));
  return row;
}
template <class R>
R create(audit::Change& change, const typename R::Fields& fields) {
  return create<R>(change, fields, [](R&) {});
}

// Writes a row that was read in this transaction and changed by edit(row): version, time and
// name move on and the audit entry is made, unless the edit changed nothing.
template <class R, class Edit>
Result<R> update(audit::Change& change, const R& before, Edit&& edit) {
  R after = before;
  edit(after);
  const auto was = json::write(before);
  if (json::write(after) == was) return before;
  after.version = before.version + 1;
  after.updated_at = change.now;
  after.updated_by = change.actor.name;
  const auto changed =
      change.tx.update(change.district, after, "and id = :key_id and version = :key_version",
                       before.id, before.version);
  if (changed == 0) {  // PostgreSQL: another transaction came between our read and this
    TRY(const R current, find<R>(change.tx, change.district, before.id));
    return problem::stale(json::write(current));
  }
  change.record(R::entity, after.id.value, school_of(after), was, json::write(after));
  return after;
}

template <class R>
Result<R> find_version(db::Tx& tx, const DistrictId& district, const RecordId& id,
                       std::int64_t expected) {
  TRY(R row, find<R>(tx, district, id));
  if (row.version != expected) return problem::stale(json::write(row));
  return row;
}

// Puts new fields in place of the old ones, if nobody has changed the row since expected.
template <class R>
Result<R> replace(audit::Change& change, const RecordId& id, std::int64_t expected,
                  const typename R::Fields& fields) {
  TRY(const R before, find_version<R>(change.tx, change.district, id, expected));
  return update(change, before, [&](R& row) { static_cast<typename R::Fields&>(row) = fields; });
}

template <class R>
Result<R> remove(audit::Change& change, const RecordId& id, std::int64_t expected) {
  TRY(R before, find_version<R>(change.tx, change.district, id, expected));
  const auto gone =
      change.tx.run("delete from " + std::string(R::table) +
                        " where district_id = :district and id = :id and version = :v",
                    change.district, id, expected);
  if (gone == 0) return problem::stale(nullptr);
  change.record(R::entity, before.id.value, school_of(before), json::write(before), nullptr);
  return before;
}

}  // namespace tandem::record
