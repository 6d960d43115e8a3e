// A workshop: a room goes through the activities of a toolkit pack, everybody on a device of
// their own. The records, and what requests carry.
#pragma once

#include "record/record.hpp"
#include "workshop/stage.hpp"

namespace tandem::workshop {

// A key of the pack or of the workshop's own: lower-case letters, digits and hyphens.
struct Key {
  std::string value;
  auto operator<=>(const Key&) const = default;
  operator const std::string&() const { return value; }  // NOLINT(google-explicit-constructor)
};
struct KeyOrNone {
  std::string value;
  auto operator<=>(const KeyOrNone&) const = default;
  operator const std::string&() const { return value; }  // NOLINT(google-explicit-constructor)
  [[nodiscard]] bool empty() const { return value.empty(); }
};
bool is_key(std::string_view text);  // 1 to 60 of those characters

inline json::value write(const Key& v) { return json::value(v.value); }
inline json::value write(const KeyOrNone& v) { return json::value(v.value); }
void read(const json::value& in, Key& out, json::Reader& reader);
void read(const json::value& in, KeyOrNone& out, json::Reader& reader);

enum class StepKind { read, gather, pick, rate, compare, discuss, sort, plan };
BOOST_DESCRIBE_ENUM(StepKind, read, gather, pick, rate, compare, discuss, sort, plan)
// Who gives one answer: each person, or each group.
enum class By { seat, group };
BOOST_DESCRIBE_ENUM(By, seat, group)

struct AgendaStep {
  Key id;
  KeyOrNone activity_id;  // of the pack; both empty for a step of one's own
  KeyOrNone step_id;
  StepKind kind{};
  Text<1, 200> title;
  Whole<0, 240> minutes;
  std::vector<Text<1, 500>> prompts;
  By by = By::seat;
  friend bool operator==(const AgendaStep&, const AgendaStep&) = default;
};
BOOST_DESCRIBE_STRUCT(AgendaStep, (), (id, activity_id, step_id, kind, title, minutes, prompts, by))

struct Group {
  Key id;
  Text<1, 80> name;
  friend bool operator==(const Group&, const Group&) = default;
};
BOOST_DESCRIBE_STRUCT(Group, (), (id, name))

struct WorkshopFields {
  Text<1, 200> title;
  Text<0, 4000> intro;
  Mode mode = Mode::live;
  bool anonymous = false;
  Whole<1, 20> smallest_group;  // fewer people than this are not broken out
  std::optional<Timestamp> starts_at;
  std::optional<Timestamp> closes_at;  // of a survey
  std::vector<Group> groups;
  std::vector<AgendaStep> agenda;
  std::vector<Key> ready;  // what is ticked of the readiness checklist
};
BOOST_DESCRIBE_STRUCT(WorkshopFields, (),
                      (title, intro, mode, anonymous, smallest_group, starts_at, closes_at, groups,
                       agenda, ready))

struct Workshop : record::Head, WorkshopFields {
  static constexpr std::string_view table = "workshop", entity = "workshop";
  using Fields = WorkshopFields;
  std::optional<SchoolId> school_id;  // none: the district's own
  std::string pack_id;
  std::string pack_version;
  std::string code;
  State state = State::planned;
  SchoolYear year;
  std::optional<Timestamp> started_at;
  std::optional<Timestamp> ended_at;

  [[nodiscard]] const AgendaStep* step(const std::string& id) const;  // null: there is none
  [[nodiscard]] bool has_group(const std::string& id) const;
  [[nodiscard]] Plan plan() const;
  [[nodiscard]] Date held_on() const;
};
BOOST_DESCRIBE_STRUCT(Workshop, (record::Head, WorkshopFields),
                      (school_id, pack_id, pack_version, code, state, year, started_at, ended_at))

enum class Side { district, school, community };
BOOST_DESCRIBE_ENUM(Side, district, school, community)
enum class SeatRole {
  leadership,
  instructional,
  non_instructional,
  district_systems,
  board,
  community
};
BOOST_DESCRIBE_ENUM(SeatRole, leadership, instructional, non_instructional, district_systems, board,
                    community)

struct SeatFields {
  Text<0, 80> name;
  Side side{};
  SeatRole role{};
  std::optional<SchoolId> school_id;
  KeyOrNone group_id;
  friend bool operator==(const SeatFields&, const SeatFields&) = default;
};
BOOST_DESCRIBE_STRUCT(SeatFields, (), (name, side, role, school_id, group_id))

// As the room sees it.
struct Seat : SeatFields {
  RecordId id;
  std::int64_t version = 1;
  bool signed_in = false;
  bool left = false;
};
BOOST_DESCRIBE_STRUCT(Seat, (SeatFields), (id, version, signed_in, left))

// As it is kept.
struct SeatRow : SeatFields {
  static constexpr std::string_view table = "workshop_seat";
  RecordId id;
  RecordId workshop_id;
  std::int64_t version = 1;
  std::string token_hash;
  std::optional<PersonId> person_id;  // never in an anonymous workshop
  bool has_left = false;

  [[nodiscard]] Seat shown() const;
};
BOOST_DESCRIBE_STRUCT(SeatRow, (SeatFields),
                      (id, workshop_id, version, token_hash, person_id, has_left))

struct TakenSeat {
  DistrictId district_id;
  RecordId workshop_id;
  Seat seat;
  std::string token;  // told once
};
BOOST_DESCRIBE_STRUCT(TakenSeat, (), (district_id, workshop_id, seat, token))

struct AnswerFields {
  KeyOrNone value;  // level, outcome or column
  Text<0, 4000> text;
  Text<0, 500> link;  // evidence: an https address
};
BOOST_DESCRIBE_STRUCT(AnswerFields, (), (value, text, link))

struct Answer : AnswerFields {
  RecordId id;
  std::int64_t version = 1;
  std::string step;
  std::string subject;
  std::optional<RecordId> seat_id;  // none: a group's
  std::string group_id;
};
BOOST_DESCRIBE_STRUCT(Answer, (AnswerFields), (id, version, step, subject, seat_id, group_id))

struct AnswerRow : Answer {
  static constexpr std::string_view table = "workshop_answer";
  RecordId workshop_id;
  std::string owner;  // s:<seat> or g:<group>
};
BOOST_DESCRIBE_STRUCT(AnswerRow, (Answer), (workshop_id, owner))

// A file given as evidence with an answer.
struct File {
  RecordId id;
  std::string step;
  std::string subject;
  std::optional<RecordId> seat_id;  // none: a group's
  std::string group_id;
  std::string name;
  std::string type;
  std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(File, (), (id, step, subject, seat_id, group_id, name, type, bytes))

struct FileRow : File {
  static constexpr std::string_view table = "workshop_file";
  RecordId workshop_id;
  std::string owner;  // as of an answer
};
BOOST_DESCRIBE_STRUCT(FileRow, (File), (workshop_id, owner))

enum class NoteKind { example, cause, barrier, desired, begin, keep, idea };
BOOST_DESCRIBE_ENUM(NoteKind, example, cause, barrier, desired, begin, keep, idea)

struct NoteFields {
  Key step;
  Key subject;
  NoteKind kind{};
  Text<1, 1000> text;
};
BOOST_DESCRIBE_STRUCT(NoteFields, (), (step, subject, kind, text))

struct NoteTextFields {
  Text<1, 1000> text;
};
BOOST_DESCRIBE_STRUCT(NoteTextFields, (), (text))
struct NotePlaceFields {
  Key subject;
  std::vector<Key> outcomes;
};
BOOST_DESCRIBE_STRUCT(NotePlaceFields, (), (subject, outcomes))
struct NoteMergeFields {
  std::optional<RecordId> into;
};
BOOST_DESCRIBE_STRUCT(NoteMergeFields, (), (into))

struct Note : NoteFields {
  RecordId id;
  std::int64_t version = 1;
  std::optional<RecordId> seat_id;  // none in an anonymous workshop and of who leads
  std::string group_id;
  std::optional<RecordId> merged_into;
  std::vector<Key> outcomes;
  std::int64_t votes = 0;
  Timestamp at;
};
BOOST_DESCRIBE_STRUCT(Note, (NoteFields),
                      (id, version, seat_id, group_id, merged_into, outcomes, votes, at))

struct NoteRow : Note {
  static constexpr std::string_view table = "workshop_note", entity = "note";
  RecordId workshop_id;
  std::optional<RecordId> author_id;  // the seat, for it to edit its own; never shown
};
BOOST_DESCRIBE_STRUCT(NoteRow, (Note), (workshop_id, author_id))

struct ConsensusFields {
  KeyOrNone level;  // empty: the room did not agree
  Text<0, 4000> dissent;
  KeyOrNone desired;
};
BOOST_DESCRIBE_STRUCT(ConsensusFields, (), (level, dissent, desired))

struct Consensus : record::Head, ConsensusFields {
  static constexpr std::string_view table = "workshop_consensus", entity = "consensus";
  using Fields = ConsensusFields;
  RecordId workshop_id;
  std::string subject;
};
BOOST_DESCRIBE_STRUCT(Consensus, (record::Head, ConsensusFields), (workshop_id, subject))

struct Placement {
  RecordId seat_id;
  KeyOrNone group_id;
};
BOOST_DESCRIBE_STRUCT(Placement, (), (seat_id, group_id))
enum class Arranging { shuffle, assign };
BOOST_DESCRIBE_ENUM(Arranging, shuffle, assign)
struct ArrangeFields {
  Arranging how{};
  std::vector<Placement> seats;
};
BOOST_DESCRIBE_STRUCT(ArrangeFields, (), (how, seats))

}  // namespace tandem::workshop
