#include "workshop/service.hpp"

#include <sodium.h>

#include <algorithm>

#include "action/service.hpp"
#include "continuum/continuum.hpp"
#include "org/service.hpp"
#include "workshop/results.hpp"

namespace tandem::workshop {
namespace {

void announce(audit::Change& change, const Workshop& workshop, std::int64_t version) {
  change.announce("workshops", Workshop::entity, workshop.id.value, version);
}

struct Count {
  std::string key;
};
BOOST_DESCRIBE_STRUCT(Count, (), (key))

bool among(const std::vector<Count>& used, const std::string& key) {
  return std::any_of(used.begin(), used.end(), [&](const Count& each) { return each.key == key; });
}

// What people have said or where they sit must not lose its place.
Result<void> check_kept(db::Tx& tx, const DistrictId& district, const Workshop& before,
                        const WorkshopFields& fields) {
  const auto answered = tx.all<Count>(
      "select distinct step from workshop_answer where district_id = :district "
      "and workshop_id = :workshop",
      district, before.id);
  const auto noted = tx.all<Count>(
      "select distinct step from workshop_note where district_id = :district "
      "and workshop_id = :workshop",
      district, before.id);
  const auto seated = tx.all<Count>(
      "select distinct group_id from workshop_seat where district_id = :district "
      "and workshop_id = :workshop",
      district, before.id);
  for (const auto& step : before.agenda) {
    const auto kept = std::find_if(fields.agenda.begin(), fields.agenda.end(),
                                   [&](const AgendaStep& each) { return each.id == step.id; });
    const bool changed =
        kept == fields.agenda.end() || kept->kind != step.kind || kept->by != step.by;
    if (changed && (among(answered, step.id) || among(noted, step.id))) {
      return problem::conflict("People have answered in '" + step.title.value +
                               "': it stays on the agenda as it is.");
    }
  }
  for (const auto& group : before.groups) {
    const bool kept = std::any_of(fields.groups.begin(), fields.groups.end(),
                                  [&](const Group& each) { return each.id == group.id; });
    if (!kept && among(seated, group.id)) {
      return problem::conflict("People are in the group '" + group.name.value + "'.");
    }
  }
  return {};
}

// What the session leaves on the continuum's page, if it rated the continuum.
Result<void> keep_session(audit::Change& change, toolkit::Packs& packs, const Workshop& workshop) {
  for (const auto& step : workshop.agenda) {
    if (step.kind != StepKind::rate) continue;
    TRY(const auto found, results(change.tx, packs, change.district, workshop.id, step.id, false));
    if (found.people == 0) continue;
    continuum::Session session{
        workshop.id,   workshop.title, workshop.school_id, workshop.held_on(),
        workshop.year, found.people,   found.alpha,        {}};
    const auto side = [](const ResultRow& row, std::string_view id) -> std::optional<double> {
      for (const auto& part : row.sides) {
        if (part.id == id) return part.median;
      }
      return std::nullopt;
    };
    for (const auto& row : found.rows) {
      session.points.push_back({row.subject, row.answers, row.median, side(row, "district"),
                                side(row, "school"), row.agreement});
    }
    continuum::keep(change, session);
    return {};
  }
  return {};
}

// For the district's history: which step the room was led to and what was opened, locked or
// revealed there. Beginning and end are in the workshop's own entry; the timer is of the moment.
void record_leading(audit::Change& change, const Workshop& workshop, const Stage& before,
                    const Stage& after) {
  if (before.step == after.step && before.steps == after.steps) return;
  const auto told = [&](const Stage& stage) -> json::value {
    const auto* step = workshop.step(stage.step);
    return json::object{{"title", workshop.title.value},
                        {"step", step == nullptr ? std::string() : step->title.value},
                        {"phase", json::write(stage.phase)}};
  };
  change.record("room", workshop.id.value, workshop.school_id, told(before), told(after));
}

Result<NoteRow> note_of(db::Tx& tx, const DistrictId& district, const RecordId& workshop,
                        const RecordId& id, std::int64_t expected) {
  auto note =
      tx.row_of<NoteRow>(district, "and id = :id and workshop_id = :workshop", id, workshop);
  if (!note) return problem::not_found("note");
  if (note->version != expected) {
    return problem::stale(json::write(static_cast<const Note&>(*note)));
  }
  return std::move(*note);
}

}  // namespace

std::vector<Workshop> list(db::Tx& tx, const DistrictId& district, const Query& query) {
  const std::string before = query.before.empty() ? "~" : query.before;
  if (query.district_only) {
    return tx.rows_of<Workshop>(
        district, "and school_id is null and id < :before order by id desc limit :most", before,
        query.limit + 1);
  }
  if (query.school_id) {
    return tx.rows_of<Workshop>(
        district, "and school_id = :school and id < :before order by id desc limit :most",
        *query.school_id, before, query.limit + 1);
  }
  return tx.rows_of<Workshop>(district, "and id < :before order by id desc limit :most", before,
                              query.limit + 1);
}

Result<Workshop> find(db::Tx& tx, const DistrictId& district, const RecordId& id) {
  return record::find<Workshop>(tx, district, id);
}

Result<std::shared_ptr<const toolkit::Pack>> pack_of(db::Tx& tx, toolkit::Packs& packs,
                                                     const DistrictId& district,
                                                     const Workshop& workshop) {
  auto pack = packs.get(tx, district, workshop.pack_id, workshop.pack_version);
  if (!pack) return problem::not_found("pack");
  return pack;
}

Result<Workshop> create(audit::Change& change, toolkit::Packs& packs,
                        const std::optional<SchoolId>& school, const WorkshopFields& fields) {
  if (school) CHECK_OK(org::find_school(change.tx, change.district, *school));
  const auto pack = packs.current(change.tx, change.district);
  CHECK_OK(check(fields, content_of(*pack)));
  const auto workshop = record::create<Workshop>(change, fields, [&](Workshop& row) {
    row.school_id = school;
    row.pack_id = pack->id;
    row.pack_version = pack->version;
    row.code = new_code();
    row.year = SchoolYear::of(fields.starts_at ? fields.starts_at->date() : change.now.date());
  });
  RoomRow room;
  room.workshop_id = workshop.id;
  change.tx.insert(change.district, room);
  announce(change, workshop, workshop.version);
  return workshop;
}

Result<Workshop> replace(audit::Change& change, toolkit::Packs& packs, const RecordId& id,
                         std::int64_t expected, const WorkshopFields& fields) {
  TRY(const auto before, record::find_version<Workshop>(change.tx, change.district, id, expected));
  TRY(const auto pack, pack_of(change.tx, packs, change.district, before));
  CHECK_OK(check(fields, content_of(*pack)));
  const bool joined = change.tx.number(
                          "select count(*) from workshop_seat where district_id = :district "
                          "and workshop_id = :workshop",
                          change.district, id) > 0;
  if (joined && (fields.anonymous != before.anonymous || fields.mode != before.mode)) {
    return problem::conflict("People have joined already: how they take part stays as it is.");
  }
  CHECK_OK(check_kept(change.tx, change.district, before, fields));
  TRY(auto after, record::update(change, before, [&](Workshop& row) {
        static_cast<WorkshopFields&>(row) = fields;
        if (!row.started_at && fields.starts_at)
          row.year = SchoolYear::of(fields.starts_at->date());
      }));
  if (after.version != before.version) {
    tell(change, id, "workshop", {{"version", after.version}});
    announce(change, after, after.version);
  }
  return after;
}

Result<void> remove(audit::Change& change, const RecordId& id, std::int64_t expected) {
  TRY(const auto before, record::find_version<Workshop>(change.tx, change.district, id, expected));
  if (before.state != State::planned) {
    return problem::conflict("The workshop has begun: what people said in it stays.");
  }
  CHECK_OK(record::remove<Workshop>(change, id, expected));
  forget_files(change, id);
  for (const std::string table : {"workshop_room", "workshop_event", "workshop_seat"}) {
    change.tx.run(
        "delete from " + table + " where district_id = :district and workshop_id = :workshop",
        change.district, id);
  }
  announce(change, before, 0);
  return {};
}

Result<Stage> control(audit::Change& change, toolkit::Packs& packs, const RecordId& id,
                      std::int64_t expected, const ControlFields& fields) {
  TRY(const auto workshop, find(change.tx, change.district, id));
  const auto turn = take_turn(change, id);
  const Stage& before = turn;
  if (before.version != expected) return problem::stale(json::write(before));
  if (fields.command == Command::reopen && workshop.mode == Mode::survey && workshop.closes_at &&
      change.now >= *workshop.closes_at) {
    return problem::conflict("Its closing date has passed: give it a later one first.");
  }
  TRY(const auto after, lead(before, fields, workshop.plan(), change.now));
  record_leading(change, workshop, before, after);
  RoomRow row = turn;
  static_cast<Stage&>(row) = after;
  change.tx.update(change.district, row, "and workshop_id = :key", id);
  if (after.state != before.state) {
    TRY(const auto moved, record::update(change, workshop, [&](Workshop& becomes) {
          becomes.state = after.state;
          if (fields.command == Command::start) {
            becomes.started_at = change.now;
            becomes.year = SchoolYear::of(change.now.date());
          }
          becomes.ended_at.reset();
          if (fields.command == Command::end) becomes.ended_at = change.now;
        }));
    announce(change, moved, moved.version);
    continuum::forget(change, id);
    if (after.state == State::ended) CHECK_OK(keep_session(change, packs, moved));
  }
  tell(change, turn, "stage", {{"stage", json::write(after)}});
  return after;
}

Result<std::vector<Seat>> arrange(audit::Change& change, const RecordId& id,
                                  const ArrangeFields& fields) {
  TRY(const auto workshop, find(change.tx, change.district, id));
  auto rows = seat_rows(change.tx, change.district, id);
  std::erase_if(rows, [](const SeatRow& row) { return row.has_left; });
  std::map<RecordId, std::string> placed;
  if (fields.how == Arranging::shuffle) {
    if (workshop.groups.empty()) return problem::conflict("The workshop has no groups.");
    std::vector<Seat> seats;
    for (const auto& row : rows) seats.push_back(row.shown());
    std::uint64_t seed = 0;
    randombytes_buf(&seed, sizeof seed);
    placed = spread(seats, workshop.groups, seed);
  }
  for (std::size_t i = 0; i < fields.seats.size(); ++i) {
    const auto& wanted = fields.seats[i];
    const auto pointer = "/seats/" + std::to_string(i);
    const bool known = std::any_of(rows.begin(), rows.end(),
                                   [&](const SeatRow& row) { return row.id == wanted.seat_id; });
    if (!known) return problem::invalid(pointer + "/seat_id", "is nobody in the room");
    if (!wanted.group_id.empty() && !workshop.has_group(wanted.group_id)) {
      return problem::invalid(pointer + "/group_id", "is not a group of the workshop");
    }
    placed[wanted.seat_id] = wanted.group_id;
  }
  std::int64_t moved = 0;
  for (auto& row : rows) {
    const auto to = placed.find(row.id);
    if (to == placed.end() || to->second == row.group_id.value) continue;
    row.group_id.value = to->second;
    keep_seat(change, row);
    ++moved;
  }
  if (moved > 0) {  // how many, never who: seats may be anybody's
    change.record("room", id.value, workshop.school_id,
                  json::object{{"title", workshop.title.value}},
                  json::object{{"title", workshop.title.value},
                               {"arranged", json::write(fields.how)},
                               {"people", moved}});
  }
  std::vector<Seat> seats;
  for (const auto& row : rows) seats.push_back(row.shown());
  return seats;
}

namespace {

Result<Note> keep_note(audit::Change& change, const Workshop& workshop, const NoteRow& before,
                       NoteRow after) {
  after.version = before.version + 1;
  const auto changed =
      change.tx.update(change.district, after, "and id = :key_id and version = :key_version",
                       before.id, before.version);
  if (changed == 0) return problem::stale(json::write(static_cast<const Note&>(before)));
  const Note& shown = after;
  change.record(NoteRow::entity, after.id.value, workshop.school_id,
                json::write(static_cast<const Note&>(before)), json::write(shown));
  tell(change, workshop.id, "note", {{"note", json::write(shown)}});
  return shown;
}

}  // namespace

Result<Note> move_note(audit::Change& change, toolkit::Packs& packs, const RecordId& workshop,
                       const RecordId& note, std::int64_t expected, const NotePlaceFields& fields) {
  TRY(const auto of, find(change.tx, change.district, workshop));
  TRY(const auto pack, pack_of(change.tx, packs, change.district, of));
  TRY(const auto before, note_of(change.tx, change.district, workshop, note, expected));
  const auto content = content_of(*pack);
  if (fields.outcomes.size() > 20) return problem::invalid("/outcomes", "has too many items");
  for (std::size_t i = 0; i < fields.outcomes.size(); ++i) {
    if (!has(content.outcomes, fields.outcomes[i].value)) {
      return problem::invalid("/outcomes/" + std::to_string(i), "is not an outcome of the pack");
    }
  }
  NoteRow after = before;
  after.subject = fields.subject;
  after.outcomes = fields.outcomes;
  return keep_note(change, of, before, std::move(after));
}

Result<Note> merge_note(audit::Change& change, const RecordId& workshop, const RecordId& note,
                        std::int64_t expected, const NoteMergeFields& fields) {
  TRY(const auto of, find(change.tx, change.district, workshop));
  TRY(const auto before, note_of(change.tx, change.district, workshop, note, expected));
  NoteRow after = before;
  after.merged_into = fields.into;
  if (fields.into) {
    const auto into = change.tx.row_of<NoteRow>(
        change.district, "and id = :id and workshop_id = :workshop", *fields.into, workshop);
    if (!into || into->id == note || into->merged_into) {
      return problem::invalid("/into", "is not a note that others can be merged into");
    }
    const auto below = change.tx.number(
        "select count(*) from workshop_note where district_id = :district "
        "and workshop_id = :workshop and merged_into = :note",
        change.district, workshop, note);
    if (below > 0)
      return problem::invalid("/into", "would merge a note that others are merged into");
    after.subject = into->subject;
  }
  return keep_note(change, of, before, std::move(after));
}

Result<Consensus> set_consensus(audit::Change& change, toolkit::Packs& packs,
                                const RecordId& workshop, const std::string& subject,
                                std::int64_t expected, const ConsensusFields& fields) {
  TRY(const auto of, find(change.tx, change.district, workshop));
  TRY(const auto pack, pack_of(change.tx, packs, change.district, of));
  const auto content = content_of(*pack);
  if (!has(content.rows, subject)) return problem::not_found("subject");
  if (of.state == State::planned) return problem::conflict("The workshop has not begun yet.");
  for (const auto& [pointer, level] :
       {std::pair<std::string, const KeyOrNone&>{"/level", fields.level},
        std::pair<std::string, const KeyOrNone&>{"/desired", fields.desired}}) {
    if (!level.empty() && !has(content.levels, level.value)) {
      return problem::invalid(pointer, "is not a level of the continuum");
    }
  }
  const auto turn = take_turn(change, workshop);
  const auto before = change.tx.row_of<Consensus>(
      change.district, "and workshop_id = :workshop and subject = :subject", workshop, subject);
  if (before && before->version != expected) return problem::stale(json::write(*before));
  if (!before && expected != 0) return problem::stale(nullptr);
  Consensus after;
  if (before) {
    TRY(after, record::update(change, *before, [&](Consensus& row) {
          static_cast<ConsensusFields&>(row) = fields;
        }));
  } else {
    after = record::create<Consensus>(change, fields, [&](Consensus& row) {
      row.workshop_id = workshop;
      row.subject = subject;
    });
  }
  tell(change, turn, "consensus", {{"consensus", json::write(after)}});
  return after;
}

Result<action::ActionItem> create_action(audit::Change& change, toolkit::Packs& packs,
                                         const RecordId& workshop,
                                         const WorkshopActionFields& fields) {
  TRY(const auto of, find(change.tx, change.district, workshop));
  if (!fields.subject.empty()) {
    TRY(const auto pack, pack_of(change.tx, packs, change.district, of));
    if (!has(content_of(*pack).rows, fields.subject.value)) {
      return problem::invalid("/subject", "is not a row of the continuum");
    }
  }
  CHECK_OK(action::check_person(change.tx, change.district, fields.owner_id, "/owner_id"));
  if (actions_of(change.tx, change.district, workshop).size() >= 500) {
    return problem::conflict("A workshop has at most 500 actions.");
  }
  auto item = record::create<action::ActionItem>(change, fields, [&](action::ActionItem& row) {
    row.school_id = of.school_id;
    row.origin = std::string(action::origin::kWorkshop);
    row.origin_id = workshop;
    if (!fields.subject.empty()) row.origin_key = fields.subject.value;
  });
  change.announce("actions", action::ActionItem::entity, item.id.value, item.version);
  tell(change, workshop, "action", {{"action", json::write(item)}});
  return item;
}

std::vector<Consensus> consensus_of(db::Tx& tx, const DistrictId& district,
                                    const RecordId& workshop) {
  return tx.rows_of<Consensus>(district, "and workshop_id = :workshop order by subject", workshop);
}

std::vector<action::ActionItem> actions_of(db::Tx& tx, const DistrictId& district,
                                           const RecordId& workshop) {
  return tx.rows_of<action::ActionItem>(district, "and origin_id = :workshop order by id limit 500",
                                        workshop);
}

}  // namespace tandem::workshop
