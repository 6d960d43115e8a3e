#include "agreement/rules.hpp"

#include <algorithm>

namespace tandem::agreement {
namespace {

using identity::Grant;
using identity::Role;

Result<void> must_speak_for(Side side, const SchoolId& school, const std::vector<Grant>& grants) {
  if (speaks_for(side, school, grants)) return {};
  return problem::forbidden(side == Side::district
                                ? "Only the district team can do this: it speaks for the district."
                                : "Only people of this school can do this: they speak for it.");
}

}  // namespace

Side maker_of(Direction direction) {
  return direction == Direction::district_to_school ? Side::district : Side::school;
}

Side receiver_of(Direction direction) {
  return direction == Direction::district_to_school ? Side::school : Side::district;
}

bool speaks_for(Side side, const SchoolId& school, const std::vector<Grant>& grants) {
  return std::any_of(grants.begin(), grants.end(), [&](const Grant& grant) {
    if (side == Side::school) {
      return identity::is_school_role(grant.role) && grant.school_id == school;
    }
    return grant.role == Role::administrator || grant.role == Role::district_lead ||
           grant.role == Role::district_member;
  });
}

Result<void> may_make(Direction direction, const SchoolId& school,
                      const std::vector<Grant>& grants) {
  return must_speak_for(maker_of(direction), school, grants);
}

Result<void> may_acknowledge(const Commitment& commitment, const std::vector<Grant>& grants) {
  CHECK_OK(must_speak_for(receiver_of(commitment.direction), commitment.school_id, grants));
  if (!awaits_acknowledgement(commitment)) {
    return problem::conflict("It has been acknowledged already.");
  }
  return {};
}

Result<void> may_review(const Commitment& commitment, const std::vector<Grant>& grants) {
  CHECK_OK(must_speak_for(receiver_of(commitment.direction), commitment.school_id, grants));
  if (awaits_acknowledgement(commitment)) {
    return problem::conflict("It has to be acknowledged before it is reviewed.");
  }
  if (commitment.reviews.size() >= kMostReviews) {
    return problem::conflict("It has been reviewed often enough. Make a new commitment.");
  }
  return {};
}

void acknowledge(Commitment& commitment, const AcknowledgeFields& fields, const audit::Actor& by,
                 const Timestamp& now) {
  commitment.acknowledged_at = now;
  commitment.acknowledged_by = by.name;
  commitment.acknowledged_note = fields.note;
}

void review(Commitment& commitment, const ReviewFields& fields, const audit::Actor& by,
            const Timestamp& now) {
  Review review;
  static_cast<ReviewFields&>(review) = fields;
  review.by = by.name;
  review.at = now;
  commitment.reviews.push_back(std::move(review));
  commitment.outcome = fields.outcome;
}

void reword(Commitment& commitment, const CommitmentFields& fields) {
  const bool same = fields.title == commitment.title && fields.detail == commitment.detail &&
                    fields.direction == commitment.direction && fields.due_on == commitment.due_on;
  static_cast<CommitmentFields&>(commitment) = fields;
  if (same) return;
  commitment.acknowledged_at.reset();
  commitment.acknowledged_by.reset();
  commitment.acknowledged_note.clear();
}

bool awaits_acknowledgement(const Commitment& commitment) { return !commitment.acknowledged_at; }

bool awaits_review(const Commitment& commitment, const Date& today) {
  return commitment.acknowledged_at && !commitment.outcome && commitment.due_on &&
         *commitment.due_on <= today;
}

Deciding who_decides(const std::vector<Decision>& list, PlanChange change,
                     const std::optional<SchoolId>& school) {
  const Decision* found = nullptr;
  for (const auto& decision : list) {
    if (std::find(decision.covers.begin(), decision.covers.end(), change) ==
        decision.covers.end()) {
      continue;
    }
    if (decision.school_id && decision.school_id != school) continue;
    if (!school && decision.decided_by == Decider::building_team) continue;
    const auto rank = [](const Decision& one) { return std::pair(!one.school_id, one.id); };
    if (found == nullptr || rank(decision) < rank(*found)) found = &decision;
  }
  if (found == nullptr) return {};
  return {found->decided_by, found->id, found->title};
}

bool is_among(Decider decider, const std::optional<SchoolId>& school, const Voice& voice) {
  switch (decider) {
    case Decider::district_team:
      return speaks_for(Side::district, SchoolId{}, voice.grants);
    case Decider::building_team:
      return school && speaks_for(Side::school, *school, voice.grants);
    case Decider::executive:
      return voice.executive;
    case Decider::board:
      break;
  }
  return voice.board || voice.executive;
}

}  // namespace tandem::agreement
