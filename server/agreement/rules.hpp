// Who speaks for which side of a commitment, and what that side may do; who makes a decision. Pure.
#pragma once

#include "agreement/commitment.hpp"
#include "agreement/decision.hpp"
#include "audit/change.hpp"
#include "identity/permissions.hpp"

namespace tandem::agreement {

enum class Side { district, school };

// The side that promises, and the one that it is promised to.
Side maker_of(Direction direction);
Side receiver_of(Direction direction);

// The district team speaks for the district, people with a role in the school for the school. In
// a small district one person may well speak for both.
bool speaks_for(Side side, const SchoolId& school, const std::vector<identity::Grant>& grants);

// 403 unless they speak for the side that promises.
Result<void> may_make(Direction direction, const SchoolId& school,
                      const std::vector<identity::Grant>& grants);
// 403 unless they speak for the side it was promised to; 409 if it is acknowledged already.
Result<void> may_acknowledge(const Commitment& commitment,
                             const std::vector<identity::Grant>& grants);
// 403 as above; 409 if it was not acknowledged yet, or reviewed kMostReviews times.
Result<void> may_review(const Commitment& commitment, const std::vector<identity::Grant>& grants);

void acknowledge(Commitment& commitment, const AcknowledgeFields& fields, const audit::Actor& by,
                 const Timestamp& now);
void review(Commitment& commitment, const ReviewFields& fields, const audit::Actor& by,
            const Timestamp& now);
// Other words, another day or another direction: what was acknowledged is no longer what is
// promised, and the other side has to see it again. What was reviewed stays.
void reword(Commitment& commitment, const CommitmentFields& fields);

// Nobody of the receiving side has acknowledged it; and: its day has come and no one has said
// whether it was kept.
bool awaits_acknowledgement(const Commitment& commitment);
bool awaits_review(const Commitment& commitment, const Date& today);

// Who decides a change of the plan, and which entry of the list says so (none: the district team,
// where the list is silent).
struct Deciding {
  Decider by = Decider::district_team;
  std::optional<RecordId> decision_id;
  std::string title;
};
// For a school its own list comes first, then the district's. For the district as a whole no
// building team decides.
Deciding who_decides(const std::vector<Decision>& list, PlanChange change,
                     const std::optional<SchoolId>& school);

// What somebody is, as far as decisions go.
struct Voice {
  std::vector<identity::Grant> grants;
  bool executive = false;  // marked in the district's team as who may decide
  bool board = false;      // represents the board in the district's team
};
// Who may decide at executive level also carries out what the board decided.
bool is_among(Decider decider, const std::optional<SchoolId>& school, const Voice& voice);

}  // namespace tandem::agreement
