// Hears, on PostgreSQL, the events of every process (audit::kChannel), this one's included.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

#include "audit/change.hpp"

namespace tandem::live {

class Listener {
 public:
  // `missed` is called when the connection was lost and is back: events may have been missed.
  Listener(std::string url, std::function<void(const std::vector<audit::Event>&)> hear,
           std::function<void()> missed);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

 private:
  void run();
  void listen();

  const std::string url_;
  const std::function<void(const std::vector<audit::Event>&)> hear_;
  const std::function<void()> missed_;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

}  // namespace tandem::live
