// Planning a workshop and leading its room: what the people do who are signed in.
#pragma once

#include "action/action.hpp"
#include "toolkit/packs.hpp"
#include "workshop/log.hpp"
#include "workshop/rules.hpp"

namespace tandem::workshop {

struct WorkshopActionFields : action::ActionItemFields {
  KeyOrNone subject;  // the row of the continuum that it is about; empty: none
};
BOOST_DESCRIBE_STRUCT(WorkshopActionFields, (action::ActionItemFields), (subject))

struct Query {
  std::optional<SchoolId> school_id;
  bool district_only = false;
  std::string before;  // an id: those made earlier; empty: from the newest
  std::int64_t limit = 100;
};
// The newest first; one more than the limit if there are more.
std::vector<Workshop> list(db::Tx& tx, const DistrictId& district, const Query& query);

Result<Workshop> find(db::Tx& tx, const DistrictId& district, const RecordId& id);
// The content of the pack that the workshop goes through; 404 if it is gone.
Result<std::shared_ptr<const toolkit::Pack>> pack_of(db::Tx& tx, toolkit::Packs& packs,
                                                     const DistrictId& district,
                                                     const Workshop& workshop);

// Under the district's current pack.
Result<Workshop> create(audit::Change& change, toolkit::Packs& packs,
                        const std::optional<SchoolId>& school, const WorkshopFields& fields);
// 409 if a step or a group leaves the plan that somebody has answered in or sits in, or if what
// people were told when they joined (anonymous, mode) would change after the start.
Result<Workshop> replace(audit::Change& change, toolkit::Packs& packs, const RecordId& id,
                         std::int64_t expected, const WorkshopFields& fields);
// 409 once it has begun.
Result<void> remove(audit::Change& change, const RecordId& id, std::int64_t expected);

// Leads the room on. `expected` is the version of the stage: 412 with the stage as it is.
Result<Stage> control(audit::Change& change, toolkit::Packs& packs, const RecordId& id,
                      std::int64_t expected, const ControlFields& fields);
// Puts people into groups; gives everybody's seat as it is now.
Result<std::vector<Seat>> arrange(audit::Change& change, const RecordId& id,
                                  const ArrangeFields& fields);

Result<Note> move_note(audit::Change& change, toolkit::Packs& packs, const RecordId& workshop,
                       const RecordId& note, std::int64_t expected, const NotePlaceFields& fields);
// Into another note that is not merged itself, or, without one, out again.
Result<Note> merge_note(audit::Change& change, const RecordId& workshop, const RecordId& note,
                        std::int64_t expected, const NoteMergeFields& fields);

Result<Consensus> set_consensus(audit::Change& change, toolkit::Packs& packs,
                                const RecordId& workshop, const std::string& subject,
                                std::int64_t expected, const ConsensusFields& fields);
// 422 if the row is none of the continuum's. The item remembers the workshop and the row.
Result<action::ActionItem> create_action(audit::Change& change, toolkit::Packs& packs,
                                         const RecordId& workshop,
                                         const WorkshopActionFields& fields);

std::vector<Consensus> consensus_of(db::Tx& tx, const DistrictId& district,
                                    const RecordId& workshop);
std::vector<action::ActionItem> actions_of(db::Tx& tx, const DistrictId& district,
                                           const RecordId& workshop);

}  // namespace tandem::workshop
