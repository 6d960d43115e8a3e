// Who looks on, at what, and telling them. All functions may be called from any thread; none
// blocks on a peer.
#pragma once

#include <map>
#include <mutex>
#include <set>

#include "http/server.hpp"
#include "live/protocol.hpp"

namespace tandem::live {

class Hub {
 public:
  using ViewerId = std::uint64_t;

  // Says hello.
  ViewerId join(std::shared_ptr<http::Socket> socket, const PersonId& person, std::string name);
  void leave(ViewerId viewer);
  // Puts a set of topics, which the viewer may see, in place of the one before. `order` rises
  // with each message of the viewer: one that was overtaken on its way changes nothing.
  void subscribe(ViewerId viewer, const Subscribe& wanted, std::uint64_t order);
  void tell(ViewerId viewer, std::string message);
  void close(ViewerId viewer, int code);

  void publish(const std::vector<audit::Event>& events);
  void close_all(int code);
  [[nodiscard]] std::size_t viewers() const;

 private:
  struct Viewer {
    std::shared_ptr<http::Socket> socket;
    Presence person;
    DistrictId district;
    std::set<std::string> topics;
    std::uint64_t order = 0;
  };
  using Topic = std::pair<std::string, std::string>;  // district, topic

  void drop_topics(ViewerId id, Viewer& viewer, std::set<Topic>& touched);
  void tell_presence(const std::set<Topic>& touched);

  mutable std::mutex mutex_;
  ViewerId last_ = 0;
  std::map<ViewerId, Viewer> viewers_;
  std::map<Topic, std::set<ViewerId>> audience_;
};

}  // namespace tandem::live
