// The WebSocket at /live/rooms (api/room.md): lets people into the room of their workshop, and
// keeps every process up to date about who is there.
#pragma once

#include <condition_variable>
#include <thread>

#include "base/workers.hpp"
#include "db/database.hpp"
#include "live/streams.hpp"
#include "workshop/log.hpp"

namespace tandem::workshop {

class Sockets {
 public:
  Sockets(db::Database& database, Workers& workers);
  ~Sockets();
  Sockets(const Sockets&) = delete;
  Sockets& operator=(const Sockets&) = delete;

  // 403 from another origin; otherwise what to do with the socket. Does not block.
  Result<http::Accepted> open(const http::Request& request);
  // Takes what is for rooms out of what was announced.
  void publish(const std::vector<audit::Event>& events);
  void close_all(int code) { streams_.close_all(code); }
  [[nodiscard]] std::size_t viewers() const { return streams_.viewers(); }

 private:
  struct Join {
    DistrictId district;
    RecordId workshop;
    std::optional<std::string> seat;
    std::int64_t after = 0;
  };
  void take(live::Streams::ViewerId viewer, const std::string& cookie, const std::string& text);
  void enter(live::Streams::ViewerId viewer, const std::string& cookie, const Join& join);
  void fetch(const std::string& room, std::int64_t after);
  void run();
  void tell_others(const std::vector<live::Streams::Here>& rooms);

  db::Database& database_;
  Workers& workers_;
  const std::string process_;
  live::Streams streams_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace tandem::workshop
