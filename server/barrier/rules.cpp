#include "barrier/rules.hpp"

namespace tandem::barrier {

std::vector<FieldError> faults(const BarrierFields& fields, bool of_school) {
  std::vector<FieldError> errors;
  if (of_school && fields.level == Level::district) {
    errors.push_back({"/level",
                      "of a school's barrier is building or shared; raise it to the "
                      "district if only the district can remove it"});
  }
  if (!of_school && fields.level == Level::building) {
    errors.push_back({"/level", "of the district's barrier is shared or district"});
  }
  if (fields.strategy_id && !fields.goal_id) {
    errors.push_back({"/goal_id", "is needed with a strategy"});
  }
  return errors;
}

bool awaits_reply(const Barrier& barrier) { return barrier.raised_at && !barrier.reply; }

Result<void> may_raise(const Barrier& barrier) {
  if (!barrier.school_id) return problem::conflict("This barrier is the district's already.");
  if (awaits_reply(barrier)) {
    return problem::conflict("It has been raised; the district has not answered yet.");
  }
  if (barrier.reply == Reply::taken_up) {
    return problem::conflict("The district has taken it up already.");
  }
  return {};
}

void raise(Barrier& barrier, const RaiseFields& fields, const audit::Actor& by,
           const Timestamp& now) {
  barrier.raised_at = now;
  barrier.raised_by = by.name;
  barrier.raised_note = fields.note;
  barrier.reply.reset();
  barrier.reply_text.clear();
  barrier.replied_by.reset();
  barrier.replied_at.reset();
}

Result<void> may_reply(const Barrier& barrier, const ReplyFields& fields) {
  if (!awaits_reply(barrier)) {
    return problem::conflict(barrier.reply ? "It has been answered already."
                                           : "No school has raised this barrier.");
  }
  if (fields.district_barrier_id && fields.reply != Reply::taken_up) {
    return problem::invalid("/district_barrier_id", "is only for a barrier that is taken up");
  }
  return {};
}

void reply(Barrier& barrier, const ReplyFields& fields, const audit::Actor& by,
           const Timestamp& now) {
  barrier.reply = fields.reply;
  barrier.reply_text = fields.text;
  barrier.replied_by = by.name;
  barrier.replied_at = now;
  barrier.district_barrier_id = fields.district_barrier_id;
}

BarrierFields taken_up(const Barrier& raised) {
  BarrierFields fields;
  fields.title = raised.title;
  fields.detail = raised.detail;
  fields.level = Level::shared;
  fields.goal_id = raised.goal_id;
  fields.strategy_id = raised.strategy_id;
  return fields;
}

}  // namespace tandem::barrier
