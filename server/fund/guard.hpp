// What keeps money from being planned or lost in silence: asked by the plan before a funding line
// is written or goes. Every sum is read in the transaction that writes.
#pragma once

#include "plan/plan.hpp"

namespace tandem::fund {

// What a source has in a year (nothing: not known), and what is planned from it apart from one
// line.
struct Room {
  std::optional<Cents> available;
  Cents planned;
};
Room room_in(db::Tx& tx, const DistrictId& district, const RecordId& source, const SchoolYear& year,
             const RecordId& except_line = {});

// The line's fields as they may be written. 422 at /over_reason if the line takes more from its
// source than before, beyond what that has, and no reason is given; 422 at /amount_cents if less
// is planned than was committed and spent; 422 at /source_id or /year if these would change
// under money that was. A reason that is not needed is left out. before is the
// line as it was, or null for a new one.
Result<plan::FundingLineFields> within_budget(audit::Change& change,
                                              const plan::FundingLineFields& asked,
                                              const plan::FundingLine* before);

// What was committed and spent from a line.
Cents used_of(db::Tx& tx, const DistrictId& district, const RecordId& line);

// 409 if there is spending against the line, or a line of the strategy or the goal.
enum class Below { line, strategy, goal };
Result<void> nothing_spent(db::Tx& tx, const DistrictId& district, Below what, const RecordId& id);

std::string in_dollars(Cents amount);  // $1,234.50

}  // namespace tandem::fund
