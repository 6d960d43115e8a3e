// Who changed what, told so that people can read it; and whether the record of it is whole.
#pragma once

#include "db/tx.hpp"

namespace tandem::audit {

enum class Area {
  plan,
  balance,
  team,
  org,
  people,
  action,
  need,
  barrier,
  communication,
  agreement,
  monitor,
  workshop
};
BOOST_DESCRIBE_ENUM(Area, plan, balance, team, org, people, action, need, barrier, communication,
                    agreement, monitor, workshop)

struct HistoryQuery {
  std::optional<Area> area;
  std::string entity;                 // only this kind of record, unless empty
  std::string entity_id;              // only this record, unless empty
  std::optional<SchoolId> school_id;  // only what concerns this school, the school itself too
  std::int64_t limit = 100;
  std::optional<std::int64_t> before;  // only entries older than this one
};

// One field, before and after; null where there was, or is, nothing. Names stand for ids.
struct FieldChange {
  std::string field;
  json::value before;
  json::value after;
};
BOOST_DESCRIBE_STRUCT(FieldChange, (), (field, before, after))

struct HistoryEntry {
  std::int64_t seq = 0;
  Timestamp at;
  std::string person_id;
  std::string person_name;
  std::string operation;
  std::string entity;
  std::string entity_id;
  std::optional<SchoolId> school_id;
  std::string title;  // what a person calls the record
  std::vector<FieldChange> changes;
};
BOOST_DESCRIBE_STRUCT(HistoryEntry, (),
                      (seq, at, person_id, person_name, operation, entity, entity_id, school_id,
                       title, changes))

struct HistoryPage {
  std::vector<HistoryEntry> items;  // newest first
  std::optional<std::string> next;  // the cursor of the following page
};

Result<HistoryPage> history(db::Tx& tx, const DistrictId& district, const HistoryQuery& query);

// Where the chain of a district's entries does not hold: something was altered, put in or taken
// out by hand after it was written.
struct Break {
  std::int64_t seq = 0;
  std::string why;
};
std::optional<Break> verify(db::Tx& tx, const DistrictId& district);

}  // namespace tandem::audit
