// Who is in the room: the door, seats, and what a seat may do (answers, notes, votes). Its doings
// are durable and in the room's log before anybody is told.
#pragma once

#include "workshop/service.hpp"

namespace tandem::workshop {

struct DoorSchool {
  SchoolId id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(DoorSchool, (), (id, name))
struct Door {
  std::string code;
  DistrictId district_id;
  std::string district_name;
  RecordId workshop_id;
  std::string title;
  std::string intro;
  Mode mode{};
  State state{};
  bool anonymous = false;
  std::optional<Timestamp> closes_at;
  std::optional<SchoolId> school_id;
  std::vector<Side> sides;
  std::vector<SeatRole> roles;
  std::vector<Group> groups;
  std::vector<DoorSchool> schools;  // that are open
};
BOOST_DESCRIBE_STRUCT(Door, (),
                      (code, district_id, district_name, workshop_id, title, intro, mode, state,
                       anonymous, closes_at, school_id, sides, roles, groups, schools))

struct Found {
  DistrictId district;
  RecordId workshop;
};
// The workshop of a code, whatever its letter case, unless it has ended.
std::optional<Found> find_by_code(db::Tx& tx, std::string_view typed);
Result<Door> door(db::Tx& tx, const Found& found);

// `person`: who joins, if signed in; not kept in an anonymous workshop.
Result<TakenSeat> take_seat(audit::Change& change, const RecordId& workshop,
                            const SeatFields& fields, const std::optional<PersonId>& person);
Result<Seat> change_seat(audit::Change& change, const RecordId& workshop, const RecordId& seat,
                         std::int64_t expected, const SeatFields& fields);
Result<void> leave(audit::Change& change, const RecordId& workshop, const RecordId& seat);

Result<SeatRow> find_seat_row(db::Tx& tx, const DistrictId& district, const RecordId& workshop,
                              const RecordId& seat);
std::vector<SeatRow> seat_rows(db::Tx& tx, const DistrictId& district, const RecordId& workshop);
// Writes a seat that was changed and tells the room.
void keep_seat(audit::Change& change, SeatRow& row);

// Whose an answer is in a step: s:<seat>, or g:<group> where groups answer as one.
std::string owner_of(const AgendaStep& step, const SeatRow& seat);
// expected: the version of the answer seen, 0 for the first; 412 with the answer as it is.
Result<Answer> save_answer(audit::Change& change, toolkit::Packs& packs, const RecordId& workshop,
                           const RecordId& seat, const std::string& step,
                           const std::string& subject, std::int64_t expected,
                           const AnswerFields& fields);
Result<void> ask_for_time(audit::Change& change, const RecordId& workshop, const RecordId& seat);

// Notes: without a seat, by who leads the workshop.
Result<Note> post_note(audit::Change& change, const RecordId& workshop,
                       const std::optional<RecordId>& seat, const NoteFields& fields);
Result<Note> edit_note(audit::Change& change, const RecordId& workshop,
                       const std::optional<RecordId>& seat, const RecordId& note,
                       std::int64_t expected, const NoteTextFields& fields);
Result<void> remove_note(audit::Change& change, const RecordId& workshop,
                         const std::optional<RecordId>& seat, const RecordId& note,
                         std::int64_t expected);
// Once for each seat: voting again, or taking back what is not there, changes nothing.
Result<void> vote(audit::Change& change, const RecordId& workshop, const RecordId& seat,
                  const RecordId& note, bool wanted);

struct Answered {
  std::string step;
  std::string subject;
  std::string group_id;
  std::int64_t count = 0;
  std::vector<RecordId> seats;  // none in an anonymous workshop
};
BOOST_DESCRIBE_STRUCT(Answered, (), (step, subject, group_id, count, seats))
struct Room {
  std::int64_t seq = 0;
  Timestamp now;
  Workshop workshop;
  Stage stage;
  std::optional<Seat> seat;  // whose it is
  std::vector<Seat> seats;
  std::vector<Answered> answered;
  std::vector<Answer> mine;
  std::vector<File> files;  // with those
  std::vector<Note> notes;
  std::vector<RecordId> voted;
  std::vector<Consensus> consensus;
  std::vector<action::ActionItem> actions;
};
BOOST_DESCRIBE_STRUCT(Room, (),
                      (seq, now, workshop, stage, seat, seats, answered, mine, files, notes, voted,
                       consensus, actions))
Result<Room> room(db::Tx& tx, const DistrictId& district, const RecordId& workshop,
                  const std::optional<RecordId>& seat);

}  // namespace tandem::workshop
