// What barriers have to be like, and the way of one from a school to the district and back. Pure.
#pragma once

#include "audit/change.hpp"
#include "barrier/barrier.hpp"

namespace tandem::barrier {

// What is wrong with the fields of a barrier of a school, or of the district: a school's own stand
// in its building or are shared, the district's are shared or its own. A strategy has a goal.
std::vector<FieldError> faults(const BarrierFields& fields, bool of_school);

// Raised, and the district has not said anything yet.
bool awaits_reply(const Barrier& barrier);

// 409 if it is the district's own, or with the district already: not answered yet, or taken up.
Result<void> may_raise(const Barrier& barrier);
// Anew, if the district has said something before: that stays in the history.
void raise(Barrier& barrier, const RaiseFields& fields, const audit::Actor& by,
           const Timestamp& now);

// 409 unless it awaits a reply; 422 if a barrier of the district is named but not taken up.
Result<void> may_reply(const Barrier& barrier, const ReplyFields& fields);
void reply(Barrier& barrier, const ReplyFields& fields, const audit::Actor& by,
           const Timestamp& now);

// The district's barrier that is made of a school's when it is taken up in a new one.
BarrierFields taken_up(const Barrier& raised);

}  // namespace tandem::barrier
