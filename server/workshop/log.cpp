#include "workshop/log.hpp"

namespace tandem::workshop {
namespace {

constexpr std::string_view kTopic = "room:";
// A notification of PostgreSQL holds 8000 bytes, and quotes are escaped once more in it. A
// longer event is told by its number only, and read from the log by whoever needs it.
constexpr std::size_t kMaxTold = 3000;

struct LogRow : LoggedEvent {
  static constexpr std::string_view table = "workshop_event";
  RecordId workshop_id;
};
BOOST_DESCRIBE_STRUCT(LogRow, (LoggedEvent), (workshop_id))

}  // namespace

std::string topic_of(const RecordId& workshop) { return std::string(kTopic) + workshop.value; }

std::optional<RecordId> room_of(std::string_view topic) {
  if (topic.substr(0, kTopic.size()) != kTopic) return std::nullopt;
  return RecordId{std::string(topic.substr(kTopic.size()))};
}

RoomRow take_turn(audit::Change& change, const RecordId& workshop) {
  const auto row = change.tx.one<RoomRow>(
      "update workshop_room set seq = seq + 1 where district_id = :district "
      "and workshop_id = :workshop returning " +
          db::columns<RoomRow>(),
      change.district, workshop);
  if (!row) throw std::logic_error("a workshop without a room: " + workshop.value);
  return *row;
}

void tell(audit::Change& change, const RoomRow& turn, std::string_view kind, json::object body) {
  json::object event{{"seq", turn.seq}, {"at", change.now.value}, {"kind", kind}};
  for (auto& member : body) event.emplace(member.key(), std::move(member.value()));
  LogRow row;
  row.seq = turn.seq;
  row.body = boost::json::serialize(event);
  row.workshop_id = turn.workshop_id;
  change.tx.insert(change.district, row);
  change.announce(topic_of(turn.workshop_id), "event",
                  row.body.size() <= kMaxTold ? row.body : std::string(), turn.seq);
}

void tell(audit::Change& change, const RecordId& workshop, std::string_view kind,
          json::object body) {
  tell(change, take_turn(change, workshop), kind, std::move(body));
}

std::vector<LoggedEvent> events_after(db::Tx& tx, const DistrictId& district,
                                      const RecordId& workshop, std::int64_t after,
                                      std::int64_t limit) {
  return tx.rows_of<LoggedEvent>(
      district, "and workshop_id = :workshop and seq > :after order by seq limit :most", workshop,
      after, limit);
}

RoomRow room_row(db::Tx& tx, const DistrictId& district, const RecordId& workshop) {
  return tx.row_of<RoomRow>(district, "and workshop_id = :workshop", workshop).value_or(RoomRow{});
}

}  // namespace tandem::workshop
