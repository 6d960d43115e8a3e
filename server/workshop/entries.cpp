// What a seat says: answers, notes and votes.
#include "workshop/people.hpp"

namespace tandem::workshop {

std::string owner_of(const AgendaStep& step, const SeatRow& seat) {
  return step.by == By::group ? "g:" + seat.group_id.value : "s:" + seat.id.value;
}

namespace {

// A note that the caller may change: its author's, or, without a seat, any.
Result<NoteRow> own_note(db::Tx& tx, const DistrictId& district, const RecordId& workshop,
                         const std::optional<RecordId>& seat, const RecordId& id) {
  auto note =
      tx.row_of<NoteRow>(district, "and id = :id and workshop_id = :workshop", id, workshop);
  if (!note) return problem::not_found("note");
  if (seat && note->author_id != seat) {
    return problem::forbidden("Only who wrote a note, or who leads the workshop, can change it.");
  }
  return std::move(*note);
}

// People may say something while the workshop is under way, those who lead it also before and
// after.
Result<void> check_time(const Workshop& workshop, const RoomRow& turn, const std::string& step,
                        const std::optional<RecordId>& seat, const Timestamp& now) {
  if (workshop.step(step) == nullptr) return problem::invalid("/step", "is not on the agenda");
  if (!seat) return {};
  return may_answer(turn, step, workshop.closes_at, now);
}

void record_leading(audit::Change& change, const Workshop& workshop,
                    const std::optional<RecordId>& seat, const Note* before, const Note* after) {
  if (seat) return;  // the room's log has it
  const auto& id = before == nullptr ? after->id : before->id;
  change.record(NoteRow::entity, id.value, workshop.school_id,
                before == nullptr ? json::value(nullptr) : json::write(*before),
                after == nullptr ? json::value(nullptr) : json::write(*after));
}

}  // namespace

Result<Answer> save_answer(audit::Change& change, toolkit::Packs& packs,
                           const RecordId& workshop_id, const RecordId& seat_id,
                           const std::string& step_id, const std::string& subject,
                           std::int64_t expected, const AnswerFields& fields) {
  TRY(const auto workshop, find(change.tx, change.district, workshop_id));
  const auto* step = workshop.step(step_id);
  if (step == nullptr) return problem::not_found("step");
  TRY(const auto seat, find_seat_row(change.tx, change.district, workshop_id, seat_id));
  TRY(const auto pack, pack_of(change.tx, packs, change.district, workshop));
  CHECK_OK(check(fields, *step, subject, *kept_content_of(pack)));
  if (step->by == By::group && seat.group_id.empty()) {
    return problem::conflict("This is answered by group: choose your group first.");
  }
  const auto turn = take_turn(change, workshop_id);
  CHECK_OK(may_answer(turn, step_id, workshop.closes_at, change.now));
  const auto owner = owner_of(*step, seat);
  const auto before = change.tx.row_of<AnswerRow>(
      change.district,
      "and workshop_id = :workshop and step = :step and subject = :subject and owner = :owner",
      workshop_id, step_id, subject, owner);
  if (before && before->version != expected) {
    return problem::stale(json::write(static_cast<const Answer&>(*before)));
  }
  if (!before && expected != 0) return problem::stale(nullptr);
  AnswerRow after = before.value_or(AnswerRow{});
  static_cast<AnswerFields&>(after) = fields;
  if (before) {
    after.version = before->version + 1;
    change.tx.update(change.district, after,
                     "and workshop_id = :key_room and step = :key_step and subject = :key_subject "
                     "and owner = :key_owner",
                     workshop_id, step_id, subject, owner);
  } else {
    after.id = new_id<RecordId>();
    after.step = step_id;
    after.subject = subject;
    if (step->by == By::seat) after.seat_id = seat_id;
    after.group_id = seat.group_id;
    after.workshop_id = workshop_id;
    after.owner = owner;
    change.tx.insert(change.district, after);
  }
  tell(change, turn, "answered",
       {{"step", step_id},
        {"subject", subject},
        {"group_id", after.group_id},
        {"seat_id", workshop.anonymous ? json::value(nullptr) : json::write(after.seat_id)},
        {"first", !before.has_value()},
        {"by_group", step->by == By::group}});
  return static_cast<const Answer&>(after);
}

Result<Note> post_note(audit::Change& change, const RecordId& workshop_id,
                       const std::optional<RecordId>& seat, const NoteFields& fields) {
  TRY(const auto workshop, find(change.tx, change.district, workshop_id));
  NoteRow note;
  static_cast<NoteFields&>(note) = fields;
  if (seat) {
    TRY(const auto row, find_seat_row(change.tx, change.district, workshop_id, *seat));
    note.group_id = row.group_id;
    note.author_id = seat;
    if (!workshop.anonymous) note.seat_id = seat;
  }
  const auto turn = take_turn(change, workshop_id);
  CHECK_OK(check_time(workshop, turn, fields.step, seat, change.now));
  const auto notes = change.tx.number(
      "select count(*) from workshop_note where district_id = :district "
      "and workshop_id = :workshop",
      change.district, workshop_id);
  if (notes >= static_cast<std::int64_t>(kMaxNotes)) {
    return problem::conflict("The room has as many notes as it can hold.");
  }
  note.id = new_id<RecordId>();
  note.workshop_id = workshop_id;
  note.at = change.now;
  change.tx.insert(change.district, note);
  record_leading(change, workshop, seat, nullptr, &note);
  tell(change, turn, "note", {{"note", json::write(static_cast<const Note&>(note))}});
  return static_cast<const Note&>(note);
}

Result<Note> edit_note(audit::Change& change, const RecordId& workshop_id,
                       const std::optional<RecordId>& seat, const RecordId& id,
                       std::int64_t expected, const NoteTextFields& fields) {
  TRY(const auto workshop, find(change.tx, change.district, workshop_id));
  const auto turn = take_turn(change, workshop_id);
  TRY(const auto before, own_note(change.tx, change.district, workshop_id, seat, id));
  if (before.version != expected) {
    return problem::stale(json::write(static_cast<const Note&>(before)));
  }
  CHECK_OK(check_time(workshop, turn, before.step, seat, change.now));
  NoteRow after = before;
  after.text = fields.text;
  ++after.version;
  change.tx.update(change.district, after, "and id = :key", id);
  record_leading(change, workshop, seat, &before, &after);
  tell(change, turn, "note", {{"note", json::write(static_cast<const Note&>(after))}});
  return static_cast<const Note&>(after);
}

Result<void> remove_note(audit::Change& change, const RecordId& workshop_id,
                         const std::optional<RecordId>& seat, const RecordId& id,
                         std::int64_t expected) {
  TRY(const auto workshop, find(change.tx, change.district, workshop_id));
  const auto turn = take_turn(change, workshop_id);
  TRY(const auto before, own_note(change.tx, change.district, workshop_id, seat, id));
  if (before.version != expected) {
    return problem::stale(json::write(static_cast<const Note&>(before)));
  }
  CHECK_OK(check_time(workshop, turn, before.step, seat, change.now));
  const auto merged = change.tx.number(
      "select count(*) from workshop_note where district_id = :district "
      "and workshop_id = :workshop and merged_into = :note",
      change.district, workshop_id, id);
  if (merged > 0) return problem::conflict("Other notes were merged into this one.");
  change.tx.run("delete from workshop_vote where district_id = :district and note_id = :note",
                change.district, id);
  change.tx.run("delete from workshop_note where district_id = :district and id = :id",
                change.district, id);
  record_leading(change, workshop, seat, &before, nullptr);
  tell(change, turn, "note_removed", {{"id", id.value}});
  return {};
}

namespace {

struct VoteRow {
  static constexpr std::string_view table = "workshop_vote";
  RecordId note_id;
  RecordId seat_id;
  RecordId workshop_id;
};
BOOST_DESCRIBE_STRUCT(VoteRow, (), (note_id, seat_id, workshop_id))

}  // namespace

Result<void> vote(audit::Change& change, const RecordId& workshop_id, const RecordId& seat,
                  const RecordId& id, bool wanted) {
  TRY(const auto workshop, find(change.tx, change.district, workshop_id));
  CHECK_OK(find_seat_row(change.tx, change.district, workshop_id, seat));
  const auto turn = take_turn(change, workshop_id);
  auto note = change.tx.row_of<NoteRow>(change.district, "and id = :id and workshop_id = :workshop",
                                        id, workshop_id);
  if (!note) return problem::not_found("note");
  if (turn.state != State::running && turn.state != State::survey) {
    return problem::conflict("The workshop is not under way.");
  }
  const bool there = change.tx.number(
                         "select count(*) from workshop_vote where district_id = :district "
                         "and note_id = :note and seat_id = :seat",
                         change.district, id, seat) > 0;
  if (wanted != there) {
    if (wanted) {
      change.tx.insert(change.district, VoteRow{id, seat, workshop_id});
    } else {
      change.tx.run(
          "delete from workshop_vote where district_id = :district and note_id = :note "
          "and seat_id = :seat",
          change.district, id, seat);
    }
    note->votes += wanted ? 1 : -1;
    change.tx.run(
        "update workshop_note set votes = :votes where district_id = :district and id = :id",
        note->votes, change.district, id);
  }
  // Told again even if nothing changed: the numbers of a room have no gaps.
  tell(change, turn, "note", {{"note", json::write(static_cast<const Note&>(*note))}});
  return {};
}

}  // namespace tandem::workshop
