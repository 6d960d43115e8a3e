#include "identity/attempts.hpp"

#include <algorithm>

namespace tandem::identity {

Attempts::Attempts(AttemptLimits limits, std::function<Time()> clock)
    : limits_(limits), clock_(std::move(clock)), swept_(clock_()) {}

void Attempts::drop_old(Times& times, Time now) const {
  while (!times.empty() && times.front() + limits_.window <= now) times.pop_front();
}

// What nobody tried within a window is forgotten, so that the tables stay small.
void Attempts::sweep(Time now) {
  if (now - swept_ < limits_.window) return;
  swept_ = now;
  for (auto* table : {&by_email_, &by_peer_}) {
    for (auto entry = table->begin(); entry != table->end();) {
      drop_old(entry->second, now);
      entry = entry->second.empty() ? table->erase(entry) : std::next(entry);
    }
  }
}

std::optional<std::chrono::seconds> Attempts::begin(const std::string& email,
                                                    const std::string& peer) {
  const std::scoped_lock lock(mutex_);
  const Time now = clock_();
  sweep(now);
  auto& of_email = by_email_[email];
  auto& of_peer = by_peer_[peer];
  drop_old(of_email, now);
  drop_old(of_peer, now);
  std::optional<std::chrono::seconds> wait;
  const auto consider = [&](const Times& times, std::size_t limit) {
    if (times.size() < limit) return;
    // As many may pass again as have left the window by then.
    const Time free_at = times[times.size() - limit] + limits_.window;
    const auto left = std::chrono::ceil<std::chrono::seconds>(free_at - now);
    wait = std::max(wait.value_or(left), left);
  };
  consider(of_email, limits_.per_email);
  consider(of_peer, limits_.per_peer);
  if (wait) return wait;
  of_email.push_back(now);
  of_peer.push_back(now);
  return std::nullopt;
}

void Attempts::succeeded(const std::string& email, const std::string& peer) {
  const std::scoped_lock lock(mutex_);
  by_email_.erase(email);
  const auto found = by_peer_.find(peer);
  if (found != by_peer_.end() && !found->second.empty()) found->second.pop_back();
}

}  // namespace tandem::identity
