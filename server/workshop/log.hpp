// The log of a room: what happened, numbered from 1 without gaps, written in the transaction of
// the change it tells and told to everybody after the commit. It is also the record of what
// people in the room did; what those who lead did is in the district's history besides.
#pragma once

#include "workshop/workshop.hpp"

namespace tandem::workshop {

// The topic under which a room's events travel between processes: "room:<workshop>".
std::string topic_of(const RecordId& workshop);
std::optional<RecordId> room_of(std::string_view topic);

// The room's row. Changing it puts the room's changes in one order.
struct RoomRow : Stage {
  static constexpr std::string_view table = "workshop_room";
  RecordId workshop_id;
  std::int64_t seq = 0;
};
BOOST_DESCRIBE_STRUCT(RoomRow, (Stage), (workshop_id, seq))

// Takes the next number: from here to the end of the transaction nobody else changes the room.
RoomRow take_turn(audit::Change& change, const RecordId& workshop);
// Writes the event that a turn is about: {seq, at, kind} and the members of body.
void tell(audit::Change& change, const RoomRow& turn, std::string_view kind, json::object body);
// One turn, one event.
void tell(audit::Change& change, const RecordId& workshop, std::string_view kind,
          json::object body);

struct LoggedEvent {
  static constexpr std::string_view table = "workshop_event";
  std::int64_t seq = 0;
  std::string body;  // JSON, whole
};
BOOST_DESCRIBE_STRUCT(LoggedEvent, (), (seq, body))
// Those after a number, in order.
std::vector<LoggedEvent> events_after(db::Tx& tx, const DistrictId& district,
                                      const RecordId& workshop, std::int64_t after,
                                      std::int64_t limit);
RoomRow room_row(db::Tx& tx, const DistrictId& district, const RecordId& workshop);

}  // namespace tandem::workshop
