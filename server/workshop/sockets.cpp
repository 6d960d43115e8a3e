#include "workshop/sockets.hpp"

#include <algorithm>

#include "api/pipeline.hpp"
#include "base/log.hpp"
#include "workshop/service.hpp"

namespace tandem::workshop {
namespace {

constexpr int kPolicy = 1008;
constexpr int kTryLater = 1013;
constexpr std::chrono::seconds kPatience{90};  // to join
constexpr std::chrono::seconds kEvery{20};     // between telling other processes everything
constexpr std::chrono::seconds kBelieved{50};  // how long others' word holds
constexpr std::int64_t kMostAtOnce = 2000;     // events for whoever comes back
constexpr std::size_t kIdsTold = 150;          // a notification of PostgreSQL holds 8000 bytes
constexpr std::string_view kPresence = "present:";

struct Message {
  std::string type;
  std::optional<DistrictId> district;
  std::optional<RecordId> workshop;
  std::optional<std::string> seat;
  std::optional<std::int64_t> after;
};
BOOST_DESCRIBE_STRUCT(Message, (), (type, district, workshop, seat, after))

std::string message(json::object members) { return boost::json::serialize(members); }
std::string error(std::string_view detail) {
  return message({{"type", "error"}, {"detail", detail}});
}

std::string present(const std::set<std::string>& members, std::size_t sockets) {
  json::array seats;
  for (const auto& member : members) {
    if (seats.size() < kMaxSeats) seats.emplace_back(member);
  }
  return message({{"type", "present"}, {"seats", std::move(seats)}, {"sockets", sockets}});
}

std::string name_of(const DistrictId& district, const RecordId& workshop) {
  return district.value + "/" + workshop.value;
}
DistrictId district_of(const std::string& room) { return DistrictId{room.substr(0, 36)}; }
RecordId workshop_of(const std::string& room) { return RecordId{room.substr(37)}; }

std::vector<live::Numbered> read_after(db::Tx& tx, const std::string& room, std::int64_t after) {
  std::vector<live::Numbered> events;
  for (auto& event : events_after(tx, district_of(room), workshop_of(room), after, kMostAtOnce)) {
    events.push_back({event.seq, std::move(event.body)});
  }
  return events;
}

// Whether the person of the session may lead the workshop.
bool may_lead(db::Tx& tx, const std::string& cookie, const DistrictId& district,
              const RecordId& workshop) {
  const auto caller = identity::find_session(tx, cookie, Timestamp::now());
  if (!caller) return false;
  const auto found = find(tx, district, workshop);
  if (!found) return false;
  return identity::allowed(*identity::permission_for("controlRoom"),
                           identity::grants_in(tx, district, caller->id), found->school_id);
}

}  // namespace

Sockets::Sockets(db::Database& database, Workers& workers)
    : database_(database),
      workers_(workers),
      process_(new_uuid()),
      streams_([this](const std::string& room, std::int64_t after) { fetch(room, after); },
               present),
      thread_([this] { run(); }) {}

Sockets::~Sockets() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

Result<http::Accepted> Sockets::open(const http::Request& request) {
  if (!api::same_origin(request)) return problem::forbidden("The socket comes from another site.");
  const std::string cookie(http::cookie(request.header("cookie"), identity::kSessionCookie));
  return http::Accepted([this, cookie](std::shared_ptr<http::Socket> socket) {
    const auto viewer = streams_.join(
        std::move(socket),
        message({{"type", "hello"}, {"protocol", 1}, {"now", Timestamp::now().value}}));
    http::SocketEvents events;
    events.message = [this, viewer, cookie](const std::string& text) {
      take(viewer, cookie, text);
    };
    events.not_text = [this, viewer] { streams_.tell(viewer, error("Messages are text.")); };
    events.closed = [this, viewer] { streams_.leave(viewer); };
    return events;
  });
}

// On an I/O thread: must not block.
void Sockets::take(live::Streams::ViewerId viewer, const std::string& cookie,
                   const std::string& text) {
  const auto document = json::parse(text);
  const auto read = document ? json::from<Message>(*document) : document.error();
  if (!read) return streams_.tell(viewer, error("The message is not clear; see api/room.md."));
  const bool bare = !read->district && !read->workshop && !read->seat && !read->after;
  if (read->type == "ping" && bare) {
    return streams_.tell(viewer, message({{"type", "pong"}, {"now", Timestamp::now().value}}));
  }
  if (read->type != "join" || !read->district || !read->workshop || !read->after ||
      *read->after < 0) {
    return streams_.tell(viewer, error("The message has to be join, with district, workshop and "
                                       "after, or ping."));
  }
  const Join join{*read->district, *read->workshop, read->seat, *read->after};
  const bool taken = workers_.post([this, viewer, cookie, join] { enter(viewer, cookie, join); });
  if (!taken) streams_.close(viewer, kTryLater);
}

void Sockets::enter(live::Streams::ViewerId viewer, const std::string& cookie, const Join& join) {
  try {
    std::string member;
    const bool welcome = database_.read([&](db::Tx& tx) {
      if (!join.seat) return may_lead(tx, cookie, join.district, join.workshop);
      const auto seat = identity::find_seat(tx, join.district, *join.seat);
      if (!seat || seat->workshop_id != join.workshop) return false;
      member = seat->id.value;
      return true;
    });
    if (!welcome) return streams_.close(viewer, kPolicy);
    const auto room = name_of(join.district, join.workshop);
    if (!streams_.enter(viewer, room, member)) {
      return streams_.tell(viewer, error("A socket joins one room, once."));
    }
    for (auto after = join.after; true;) {
      std::vector<live::Numbered> events;
      std::int64_t seq = 0;
      database_.read([&](db::Tx& tx) {
        seq = room_row(tx, join.district, join.workshop).seq;
        if (after < seq && seq - after <= kMostAtOnce) events = read_after(tx, room, after);
        return true;
      });
      const bool resumed = after <= seq && seq - after <= kMostAtOnce;
      const auto first = message({{"type", "joined"}, {"seq", seq}, {"resumed", resumed}});
      if (streams_.catch_up(viewer, first, events, seq)) return;
    }
  } catch (const std::exception& failure) {
    log::error("joining a room failed", {{"error", failure.what()}});
    streams_.close(viewer, kTryLater);
  }
}

void Sockets::fetch(const std::string& room, std::int64_t after) {
  (void)workers_.post([this, room, after] {  // if it cannot be posted it is asked for again
    try {
      streams_.fill(room, database_.read([&](db::Tx& tx) { return read_after(tx, room, after); }));
    } catch (const std::exception& failure) {
      log::error("reading a room's log failed", {{"error", failure.what()}});
    }
  });
}

void Sockets::publish(const std::vector<audit::Event>& events) {
  for (const auto& event : events) {
    if (const auto workshop = room_of(event.topic)) {
      const auto room = name_of(event.district, *workshop);
      streams_.publish(room, {event.version, event.id});
      if (event.id.find(R"("left":true)") == std::string::npos) continue;
      const auto body = json::parse(event.id);
      const auto* seat =
          body && body->is_object() ? body->get_object().if_contains("seat") : nullptr;
      if (seat != nullptr && seat->is_object()) {
        streams_.close_member(room, std::string(seat->at("id").as_string()), kPolicy);
      }
    } else if (event.topic.rfind(kPresence, 0) == 0 && event.by != process_) {
      std::set<std::string> members;
      for (std::size_t at = 0; at < event.id.size(); at += 37)
        members.insert(event.id.substr(at, 36));
      streams_.elsewhere(name_of(event.district, RecordId{event.topic.substr(kPresence.size())}),
                         event.entity, std::move(members), static_cast<std::size_t>(event.version),
                         live::Streams::Clock::now() + kBelieved);
    }
  }
}

void Sockets::run() {
  auto told = live::Streams::Clock::now();
  std::unique_lock lock(mutex_);
  while (!wake_.wait_for(lock, std::chrono::seconds(1), [this] { return stopping_; })) {
    lock.unlock();
    const auto now = live::Streams::Clock::now();
    const bool all = now - told >= kEvery;
    if (all) told = now;
    const auto changed = streams_.tick(now, kPatience, all);
    if (database_.backend() == db::Backend::postgresql && !changed.empty()) tell_others(changed);
    lock.lock();
  }
}

// Who is here, in pieces that fit a notification. Nobody's doing, so no audit entry.
void Sockets::tell_others(const std::vector<live::Streams::Here>& rooms) {
  try {
    (void)database_.write([&](db::Tx& tx) -> Result<void> {
      for (const auto& room : rooms) {
        auto member = room.members.begin();
        int piece = 0;
        do {
          std::string ids;
          for (std::size_t i = 0; i < kIdsTold && member != room.members.end(); ++i, ++member) {
            ids += (ids.empty() ? "" : " ") + *member;
          }
          const audit::Event event{district_of(room.room),
                                   std::string(kPresence) + workshop_of(room.room).value,
                                   process_ + "#" + std::to_string(piece),
                                   ids,
                                   piece == 0 ? static_cast<std::int64_t>(room.sockets) : 0,
                                   process_};
          tx.number("select count(*) from (select pg_notify(:channel, :event)) as told",
                    std::string(audit::kChannel), json::text(event));
          ++piece;
        } while (member != room.members.end());
      }
      return {};
    });
  } catch (const std::exception& failure) {
    log::error("telling who is in a room failed", {{"error", failure.what()}});
  }
}

}  // namespace tandem::workshop
