// Slows down whoever guesses passwords: so many attempts within a sliding window, for each
// e-mail and for each address they come from. In memory: a restart forgets.
#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace tandem::identity {

struct AttemptLimits {
  std::size_t per_email = 10;
  std::size_t per_peer = 100;  // a whole school may share one address
  std::chrono::seconds window{15 * 60};
};

class Attempts {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit Attempts(AttemptLimits limits = {},
                    std::function<Time()> clock = std::chrono::steady_clock::now);

  // Counts an attempt before it is made, so that many at once gain nothing. Gives how long to
  // wait if there were too many; one that is refused so does not count.
  std::optional<std::chrono::seconds> begin(const std::string& email, const std::string& peer);
  // Takes back what this e-mail had against it, and this attempt of the peer.
  void succeeded(const std::string& email, const std::string& peer);

 private:
  using Times = std::deque<Time>;
  using Table = std::unordered_map<std::string, Times>;

  void drop_old(Times& times, Time now) const;
  void sweep(Time now);

  const AttemptLimits limits_;
  const std::function<Time()> clock_;
  std::mutex mutex_;
  Table by_email_;
  Table by_peer_;
  Time swept_;
};

}  // namespace tandem::identity
