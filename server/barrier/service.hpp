// What can be done with barriers.
#pragma once

#include "barrier/rules.hpp"
#include "record/due.hpp"

namespace tandem::barrier {

struct Query {
  std::optional<SchoolId> school_id;
  bool district_only = false;  // those of no school
  std::optional<Level> level;
  std::optional<Status> status;
  std::optional<RecordId> goal_id;
  bool awaiting_reply = false;      // only those raised and not answered
  std::optional<std::string> text;  // part of the title, detail or approach, in any letter case
  record::Place after;
  std::int64_t limit = 100;
};

// Soonest due first, those without a date last; one more than the limit if there are more.
std::vector<BarrierView> list(db::Tx& tx, const DistrictId& district, const Query& query);
Result<BarrierView> find(db::Tx& tx, const DistrictId& district, const RecordId& id);

Result<Barrier> create(audit::Change& change, const std::optional<SchoolId>& school,
                       const BarrierFields& fields);
Result<Barrier> replace(audit::Change& change, const RecordId& id, std::int64_t expected,
                        const BarrierFields& fields);
// 409 if schools' barriers were taken up in it.
Result<void> remove(audit::Change& change, const RecordId& id, std::int64_t expected);

Result<Barrier> raise(audit::Change& change, const RecordId& id, std::int64_t expected,
                      const RaiseFields& fields);
// Taken up without naming a barrier of the district, it makes one.
Result<Barrier> reply(audit::Change& change, const RecordId& id, std::int64_t expected,
                      const ReplyFields& fields);

// What a person still works on and is due on or before a day, soonest first.
std::vector<Barrier> of_owner_due(db::Tx& tx, const DistrictId& district, const PersonId& owner,
                                  const Date& until, std::int64_t limit);
// What schools have raised and the district has not answered, the oldest first.
std::vector<Barrier> awaiting_reply(db::Tx& tx, const DistrictId& district, std::int64_t limit);

}  // namespace tandem::barrier
