#include "live/listener.hpp"

#include <libpq-fe.h>
#include <poll.h>

#include "base/log.hpp"

namespace tandem::live {
namespace {
constexpr int kPatience = 250;  // milliseconds between looks at whether to stop

struct Finish {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
}  // namespace

Listener::Listener(std::string url, std::function<void(const std::vector<audit::Event>&)> hear,
                   std::function<void()> missed)
    : url_(std::move(url)),
      hear_(std::move(hear)),
      missed_(std::move(missed)),
      thread_([this] { run(); }) {}

Listener::~Listener() {
  stopping_ = true;
  thread_.join();
}

void Listener::run() {
  bool again = false;
  while (!stopping_) {
    try {
      if (again) missed_();
      listen();
    } catch (const std::exception& error) {
      log::error("listening for events failed", {{"error", error.what()}});
    }
    again = true;
    for (int i = 0; i < 4 && !stopping_; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(kPatience));
    }
  }
}

void Listener::listen() {
  const std::unique_ptr<PGconn, Finish> connection(PQconnectdb(url_.c_str()));
  if (PQstatus(connection.get()) != CONNECTION_OK) {
    throw std::runtime_error(PQerrorMessage(connection.get()));
  }
  PQclear(PQexec(connection.get(), ("listen " + std::string(audit::kChannel)).c_str()));
  while (!stopping_) {
    pollfd waiting{PQsocket(connection.get()), POLLIN, 0};
    if (::poll(&waiting, 1, kPatience) <= 0) continue;
    if (PQconsumeInput(connection.get()) == 0) {
      throw std::runtime_error(PQerrorMessage(connection.get()));
    }
    std::vector<audit::Event> events;
    while (PGnotify* const told = PQnotifies(connection.get())) {
      const auto document = json::parse(told->extra);
      PQfreemem(told);
      if (!document) continue;
      if (auto event = json::from<audit::Event>(*document)) events.push_back(std::move(*event));
    }
    if (!events.empty()) hear_(events);
  }
}

}  // namespace tandem::live
