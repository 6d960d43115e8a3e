// Numbered streams of events to many sockets: each room has one, from 1 without gaps, and each
// viewer gets every event once and in order, from the number they had. Knows nothing of what the
// events say. All functions may be called from any thread; none blocks on a peer or a store.
#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <unordered_map>

#include "http/server.hpp"

namespace tandem::live {

struct Numbered {
  std::int64_t seq = 0;
  std::string text;  // a JSON object; empty: has to be read from where events are kept
};

class Streams {
 public:
  using ViewerId = std::uint64_t;
  using Clock = std::chrono::steady_clock;
  // Asked for when events are missing: read those after the number and call fill().
  using Fetch = std::function<void(const std::string& room, std::int64_t after)>;
  // The text of a message that says who is there.
  using Present =
      std::function<std::string(const std::set<std::string>& members, std::size_t sockets)>;

  Streams(Fetch fetch, Present present) : fetch_(std::move(fetch)), present_(std::move(present)) {}

  ViewerId join(std::shared_ptr<http::Socket> socket, std::string hello);
  void leave(ViewerId viewer);
  // From now on the room's events are kept back for the viewer. False if they are in one already.
  // member: by what others know them; empty: not named.
  bool enter(ViewerId viewer, const std::string& room, const std::string& member);
  // Sends `first` and the events read, which lead up to number `seq`, and from then on what
  // comes. False if meanwhile more has come than is still at hand: read again from `seq`.
  bool catch_up(ViewerId viewer, const std::string& first, const std::vector<Numbered>& events,
                std::int64_t seq);
  void tell(ViewerId viewer, std::string message);
  void close(ViewerId viewer, int code);
  void close_member(const std::string& room, const std::string& member, int code);

  // Events may come in any order and twice.
  void publish(const std::string& room, Numbered event);
  void fill(const std::string& room, std::vector<Numbered> events);

  // Who is in a room in another process, until said anew or `life` has passed.
  void elsewhere(const std::string& room, const std::string& process, std::set<std::string> members,
                 std::size_t sockets, Clock::time_point until);
  struct Here {
    std::string room;
    std::set<std::string> members;
    std::size_t sockets = 0;
  };
  // Once a second: tells rooms who is there where that has changed, asks for what is missing for
  // long, closes who has not entered a room within `patience`. Gives rooms whose own part has
  // changed, or all of them.
  std::vector<Here> tick(Clock::time_point now, std::chrono::seconds patience, bool all);

  void close_all(int code);
  [[nodiscard]] std::size_t viewers() const;

 private:
  struct Viewer {
    std::shared_ptr<http::Socket> socket;
    std::string room;
    std::string member;
    std::int64_t sent = -1;  // -1: catching up
    Clock::time_point since;
  };
  struct Process {
    std::set<std::string> members;
    std::size_t sockets = 0;
    Clock::time_point until;
  };
  struct Room {
    std::int64_t last = -1;  // all up to here have been passed on; -1: not known yet
    std::map<std::int64_t, std::string> waiting;  // later ones, before a gap
    std::deque<Numbered> recent;
    std::set<ViewerId> viewers;
    std::map<std::string, Process> elsewhere;
    bool stirred = false;      // who is there has changed
    bool own_stirred = false;  // by sockets of this process
    bool asked = false;
    Clock::time_point gap_since;
  };

  void pass_on(const std::string& name, Room& room);
  static void send(Viewer& viewer, const std::vector<const Numbered*>& events);
  void ask(const std::string& name, Room& room);

  const Fetch fetch_;
  const Present present_;
  mutable std::mutex mutex_;
  ViewerId last_ = 0;
  std::unordered_map<ViewerId, Viewer> viewers_;
  std::unordered_map<std::string, Room> rooms_;
};

// {"type":"events","events":[...]} of texts.
std::string events_message(const std::vector<const Numbered*>& events);

}  // namespace tandem::live
