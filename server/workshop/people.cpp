#include "workshop/people.hpp"

#include <boost/mp11.hpp>

#include "identity/secret.hpp"
#include "org/service.hpp"

namespace tandem::workshop {
namespace {

struct Place {
  std::string district_id;
  std::string id;
  State state{};
};
BOOST_DESCRIBE_STRUCT(Place, (), (district_id, id, state))

struct Voted {
  RecordId note_id;
};
BOOST_DESCRIBE_STRUCT(Voted, (), (note_id))

template <class E>
std::vector<E> every() {
  std::vector<E> all;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
      [&](auto each) { all.push_back(each.value); });
  return all;
}

Result<void> check_place(db::Tx& tx, const DistrictId& district, const Workshop& workshop,
                         const SeatFields& fields) {
  if (fields.school_id && !org::find_school(tx, district, *fields.school_id)) {
    return problem::invalid("/school_id", "is not a school of the district");
  }
  if (!fields.group_id.empty() && !workshop.has_group(fields.group_id)) {
    return problem::invalid("/group_id", "is not a group of the workshop");
  }
  return {};
}

}  // namespace

std::optional<Found> find_by_code(db::Tx& tx, std::string_view typed) {
  const auto code = code_of(typed);
  if (code.empty()) return std::nullopt;
  const auto place =
      tx.one<Place>("select district_id, id, state from workshop where code = :code", code);
  if (!place || place->state == State::ended) return std::nullopt;
  return Found{DistrictId{place->district_id}, RecordId{place->id}};
}

Result<Door> door(db::Tx& tx, const Found& found) {
  TRY(const auto workshop, find(tx, found.district, found.workshop));
  TRY(const auto district, org::find_district(tx, found.district));
  Door door{
      workshop.code,      found.district, district.name,     workshop.id,        workshop.title,
      workshop.intro,     workshop.mode,  workshop.state,    workshop.anonymous, workshop.closes_at,
      workshop.school_id, every<Side>(),  every<SeatRole>(), workshop.groups,    {}};
  for (const auto& school : org::schools(tx, found.district)) {
    if (school.status == org::SchoolStatus::open) {
      door.schools.push_back({school.school_id(), school.name});
    }
  }
  return door;
}

Result<TakenSeat> take_seat(audit::Change& change, const RecordId& workshop_id,
                            const SeatFields& fields, const std::optional<PersonId>& person) {
  TRY(const auto workshop, find(change.tx, change.district, workshop_id));
  CHECK_OK(check_place(change.tx, change.district, workshop, fields));
  const auto turn = take_turn(change, workshop_id);
  if (turn.state == State::ended) return problem::conflict("The workshop has ended.");
  const auto seats = change.tx.number(
      "select count(*) from workshop_seat where district_id = :district "
      "and workshop_id = :workshop",
      change.district, workshop_id);
  if (seats >= static_cast<std::int64_t>(kMaxSeats)) return problem::conflict("The room is full.");
  const auto token = identity::new_secret();
  SeatRow row;
  static_cast<SeatFields&>(row) = fields;
  row.id = new_id<RecordId>();
  row.workshop_id = workshop_id;
  row.token_hash = identity::hash_secret(token);
  if (!workshop.anonymous) row.person_id = person;
  change.tx.insert(change.district, row);
  tell(change, turn, "seat", {{"seat", json::write(row.shown())}});
  return TakenSeat{change.district, workshop_id, row.shown(), token};
}

Result<SeatRow> find_seat_row(db::Tx& tx, const DistrictId& district, const RecordId& workshop,
                              const RecordId& seat) {
  auto row =
      tx.row_of<SeatRow>(district, "and id = :id and workshop_id = :workshop", seat, workshop);
  if (!row || row->has_left) return problem::not_found("seat");
  return std::move(*row);
}

std::vector<SeatRow> seat_rows(db::Tx& tx, const DistrictId& district, const RecordId& workshop) {
  return tx.rows_of<SeatRow>(district, "and workshop_id = :workshop order by id", workshop);
}

void keep_seat(audit::Change& change, SeatRow& row) {
  ++row.version;
  change.tx.update(change.district, row, "and id = :key", row.id);
  tell(change, row.workshop_id, "seat", {{"seat", json::write(row.shown())}});
}

Result<Seat> change_seat(audit::Change& change, const RecordId& workshop_id, const RecordId& seat,
                         std::int64_t expected, const SeatFields& fields) {
  TRY(const auto workshop, find(change.tx, change.district, workshop_id));
  TRY(auto row, find_seat_row(change.tx, change.district, workshop_id, seat));
  if (row.version != expected) return problem::stale(json::write(row.shown()));
  CHECK_OK(check_place(change.tx, change.district, workshop, fields));
  if (workshop.state == State::ended) return problem::conflict("The workshop has ended.");
  if (static_cast<const SeatFields&>(row) == fields) return row.shown();
  static_cast<SeatFields&>(row) = fields;
  keep_seat(change, row);
  return row.shown();
}

Result<void> leave(audit::Change& change, const RecordId& workshop, const RecordId& seat) {
  TRY(auto row, find_seat_row(change.tx, change.district, workshop, seat));
  row.has_left = true;
  keep_seat(change, row);
  return {};
}

Result<void> ask_for_time(audit::Change& change, const RecordId& workshop_id,
                          const RecordId& seat) {
  TRY(const auto workshop, find(change.tx, change.district, workshop_id));
  TRY(const auto row, find_seat_row(change.tx, change.district, workshop_id, seat));
  const auto turn = take_turn(change, workshop_id);
  const Stage& before = turn;
  TRY(const auto after, ask(before, row.group_id, workshop.plan()));
  RoomRow becomes = turn;
  static_cast<Stage&>(becomes) = after;
  change.tx.update(change.district, becomes, "and workshop_id = :key", workshop_id);
  tell(change, turn, "stage", {{"stage", json::write(after)}});
  return {};
}

Result<Room> room(db::Tx& tx, const DistrictId& district, const RecordId& workshop,
                  const std::optional<RecordId>& seat) {
  Room room;
  room.now = Timestamp::now();
  TRY(room.workshop, find(tx, district, workshop));
  const auto row = room_row(tx, district, workshop);
  room.seq = row.seq;
  room.stage = row;
  std::string group;
  for (const auto& each : seat_rows(tx, district, workshop)) {
    if (seat == each.id) {
      room.seat = each.shown();
      group = each.group_id;
    }
    room.seats.push_back(each.shown());
  }
  const bool named = !room.workshop.anonymous;
  std::map<std::tuple<std::string, std::string, std::string>, Answered> answered;
  const auto take = [&](AnswerRow& answer) {
    auto& entry = answered[{answer.step, answer.subject, answer.group_id}];
    entry.step = answer.step;
    entry.subject = answer.subject;
    entry.group_id = answer.group_id;
    ++entry.count;
    if (named && answer.seat_id) entry.seats.push_back(*answer.seat_id);
    const bool own = answer.seat_id ? answer.seat_id == seat
                                    : seat && !group.empty() && answer.group_id == group;
    if (own) room.mine.push_back(std::move(answer));
  };
  for (auto& answer : tx.rows_of<AnswerRow>(
           district, "and workshop_id = :workshop order by step, subject, owner", workshop)) {
    take(answer);
  }
  for (auto& [key, entry] : answered) room.answered.push_back(std::move(entry));
  if (seat) {
    for (auto& file : tx.rows_of<FileRow>(
             district, "and workshop_id = :workshop and owner in (:seat, :group) order by id",
             workshop, "s:" + seat->value, "g:" + group)) {
      room.files.push_back(std::move(file));
    }
  }
  for (auto& note :
       tx.rows_of<NoteRow>(district, "and workshop_id = :workshop order by id", workshop)) {
    room.notes.push_back(std::move(note));
  }
  if (seat) {
    for (const auto& vote : tx.all<Voted>(
             "select note_id from workshop_vote where district_id = :district and seat_id = :seat",
             district, *seat)) {
      room.voted.push_back(vote.note_id);
    }
  }
  room.consensus = consensus_of(tx, district, workshop);
  room.actions = actions_of(tx, district, workshop);
  return room;
}

}  // namespace tandem::workshop
