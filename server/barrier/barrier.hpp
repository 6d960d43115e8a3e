// Barriers: what stands in the way of carrying out the plan, in one building, in both or in the
// district, what is done about it, and by whom. A school can raise one of its own to the district.
#pragma once

#include "record/record.hpp"

namespace tandem::barrier {

// Who can remove it: the building, both together, or the district.
enum class Level { building, shared, district };
BOOST_DESCRIBE_ENUM(Level, building, shared, district)

enum class Status { open, doing, resolved, dropped };
BOOST_DESCRIBE_ENUM(Status, open, doing, resolved, dropped)

// What the district says to a barrier that a school has raised: it works on it itself, it helps
// the school to, or it can do nothing about it.
enum class Reply { taken_up, supported, declined };
BOOST_DESCRIBE_ENUM(Reply, taken_up, supported, declined)

struct BarrierFields {
  Text<1, 300> title;
  Text<0, 4000> detail;
  Level level = Level::building;
  Text<0, 4000> approach;               // the strategy against it, in words
  std::optional<RecordId> goal_id;      // of the plan, that it stands in the way of
  std::optional<RecordId> strategy_id;  // of that goal
  std::optional<PersonId> owner_id;
  Text<0, 200> owner_name;
  std::optional<Date> due_on;
  Status status = Status::open;
};
BOOST_DESCRIBE_STRUCT(BarrierFields, (),
                      (title, detail, level, approach, goal_id, strategy_id, owner_id, owner_name,
                       due_on, status))

struct Barrier : record::Head, BarrierFields {
  static constexpr std::string_view table = "barrier", entity = "barrier";
  using Fields = BarrierFields;
  std::optional<SchoolId> school_id;  // none: the district's own
  std::optional<Timestamp> raised_at;
  std::optional<std::string> raised_by;
  std::string raised_note;
  std::optional<Reply> reply;
  std::string reply_text;
  std::optional<std::string> replied_by;
  std::optional<Timestamp> replied_at;
  std::optional<RecordId> district_barrier_id;  // the district's, if it was taken up
};
BOOST_DESCRIBE_STRUCT(Barrier, (record::Head, BarrierFields),
                      (school_id, raised_at, raised_by, raised_note, reply, reply_text, replied_by,
                       replied_at, district_barrier_id))

// The other side of a link, as far as one wants to see of it.
struct Linked {
  RecordId id;
  std::optional<SchoolId> school_id;
  std::string title;
  Status status = Status::open;
};
BOOST_DESCRIBE_STRUCT(Linked, (), (id, school_id, title, status))

struct BarrierView : Barrier {
  std::optional<Linked> district_barrier;  // that this one was taken up in
  std::vector<Linked> raised_from;         // the schools' that were taken up in this one
};
BOOST_DESCRIBE_STRUCT(BarrierView, (Barrier), (district_barrier, raised_from))

struct RaiseFields {
  Text<1, 2000> note;  // what the district is asked for
};
BOOST_DESCRIBE_STRUCT(RaiseFields, (), (note))

struct ReplyFields {
  Reply reply = Reply::taken_up;
  Text<1, 4000> text;
  std::optional<RecordId> district_barrier_id;  // to take it up in; none: in a new one
};
BOOST_DESCRIBE_STRUCT(ReplyFields, (), (reply, text, district_barrier_id))

}  // namespace tandem::barrier
