#include "app/serve.hpp"

#include <unistd.h>

#include <condition_variable>
#include <fstream>

#include "api/idempotency.hpp"
#include "api/pipeline.hpp"
#include "app/features.hpp"
#include "base/log.hpp"
#include "base/workers.hpp"
#include "http/server.hpp"
#include "http/static_files.hpp"
#include "live/listener.hpp"
#include "live/live.hpp"
#include "signals/service.hpp"
#include "workshop/sockets.hpp"
#include "workshop/survey.hpp"

namespace tandem::app {
namespace {

constexpr std::size_t kWaiting = 5000;  // requests that may wait for a worker
constexpr std::chrono::seconds kPatience{20};

// Mantine sets style attributes and one style element; scripts come from files only.
constexpr std::string_view kPolicy =
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

void harden(http::Response& response) {
  response.set("Content-Security-Policy", std::string(kPolicy));
  response.set("X-Content-Type-Options", "nosniff");
  response.set("Referrer-Policy", "same-origin");
  response.set("Cross-Origin-Opener-Policy", "same-origin");
}

double resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  double total = 0;
  double resident = 0;
  statm >> total >> resident;
  return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

// Removes what has had its time: sessions, invitations, kept replies. Once an hour; and once a day
// it notes what each district's signals are. Surveys that are due end within half a minute.
class Janitor {
 public:
  using Publish = std::function<void(const std::vector<audit::Event>&)>;
  Janitor(db::Database& database, toolkit::Packs& packs, Publish publish)
      : database_(database),
        packs_(packs),
        publish_(std::move(publish)),
        thread_([this] { run(); }) {}
  ~Janitor() {
    {
      const std::scoped_lock lock(mutex_);
      stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
  }
  Janitor(const Janitor&) = delete;
  Janitor& operator=(const Janitor&) = delete;

 private:
  void run() {
    auto tidied = std::chrono::steady_clock::now();
    std::unique_lock lock(mutex_);
    while (!wake_.wait_for(lock, std::chrono::seconds(30), [this] { return stopping_; })) {
      lock.unlock();
      try {
        workshop::end_due_surveys(database_, packs_, Timestamp::now(), publish_);
        if (std::chrono::steady_clock::now() - tidied >= std::chrono::hours(1)) {
          tidied = std::chrono::steady_clock::now();
          tidy_up();
        }
      } catch (const std::exception& error) {
        log::error("tidying up failed", {{"error", error.what()}});
      }
      lock.lock();
    }
  }

  void tidy_up() {
    const auto now = Timestamp::now();
    (void)database_.write([&](db::Tx& tx) -> Result<void> {
      api::forget_old_replies(tx, now);
      tx.run("delete from session where expires_at < :now", now);
      return {};
    });
    if (kept_on_ != now.date()) signals::keep_months(database_, now, packs_);
    kept_on_ = now.date();
  }

  db::Database& database_;
  toolkit::Packs& packs_;
  const Publish publish_;
  Date kept_on_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};

class Site {
 public:
  Site(db::Database& database, const api::Router& router, Features& features, Workers& readers,
       Workers& workers, live::Hub& hub, workshop::Sockets& rooms)
      : pipeline_(database, router, features.metrics,
                  [&hub, &rooms](const std::vector<audit::Event>& events) {
                    hub.publish(events);
                    rooms.publish(events);
                  }),
        pages_(embedded::files("web/"), "web/"),
        readers_(readers),
        workers_(workers),
        rooms_(rooms),
        live_(database, workers, hub,
              [](db::Tx& tx, const DistrictId& district, const RecordId& id) {
                return tx.number(
                           "select count(*) from template where district_id = :district "
                           "and id = :id",
                           district, id) != 0;
              }) {}

  http::Application application() {
    http::Application application;
    application.max_body = [this](const http::Request& head) { return pipeline_.max_body(head); };
    application.answer = [this](const http::Request& request,
                                const std::function<void(http::Response)>& done) {
      answer(request, done);
    };
    application.upgrade = [this](const http::Request& request, const auto& done) {
      upgrade(request, done);
    };
    application.refuse = [](const http::Request& head, int status) {
      return refusal(head, api::problem_of(status));
    };
    return application;
  }

 private:
  static http::Response refusal(const http::Request& request, const Problem& problem) {
    http::Response response = api::Pipeline::refusal(request, problem);
    harden(response);
    return response;
  }

  void answer(const http::Request& request, const std::function<void(http::Response)>& done) {
    const bool page = request.method == http::Method::get || request.method == http::Method::head;
    if (page && !pipeline_.owns(request)) {
      if (auto file = pages_.find(request)) {
        harden(*file);
        return done(std::move(*file));
      }
    }
    if (auto kept = pipeline_.kept_answer(request)) {
      harden(*kept);
      return done(std::move(*kept));
    }
    Workers& workers = pipeline_.only_reads(request) ? readers_ : workers_;
    const bool taken = workers.post([this, &request, done] {
      http::Response response = pipeline_.answer(request);
      harden(response);
      done(std::move(response));
    });
    if (!taken) done(refusal(request, api::problem_of(503)));
  }

  void upgrade(const http::Request& request,
               const std::function<void(std::variant<http::Response, http::Accepted>)>& done) {
    if (request.path == "/live/rooms") {
      auto accepted = rooms_.open(request);
      if (accepted) done(std::move(*accepted));
      else done(refusal(request, accepted.error()));
      return;
    }
    if (request.path != "/live") {
      return done(refusal(request, problem::malformed("There is no WebSocket at this address.")));
    }
    const bool taken = workers_.post([this, &request, done] {
      auto accepted = live_.open(request);
      if (accepted) done(std::move(*accepted));
      else done(refusal(request, accepted.error()));
    });
    if (!taken) done(refusal(request, api::problem_of(503)));
  }

  api::Pipeline pipeline_;
  http::StaticFiles pages_;
  // As many as there are connections to read with: more would only wait for those, at the price
  // of a switch of threads for each request.
  Workers& readers_;
  Workers& workers_;
  workshop::Sockets& rooms_;
  live::Live live_;
};

}  // namespace

int serve(const Config& config) {
  db::Database database({config.database, config.connections, {}});
  for (const auto& name : database.migrate()) log::info("migrated", {{"migration", name}});
  Features features;
  const api::Router router(all_routes(features, database, config));
  live::Hub hub;
  Workers readers(config.connections, kWaiting);
  Workers workers(config.workers, kWaiting);
  workshop::Sockets rooms(database, workers);
  Site site(database, router, features, readers, workers, hub, rooms);

  http::Options options;
  options.address = config.address();
  options.port = config.port();
  http::Server server(options, site.application());
  features.metrics.gauge("tandem_connections", "Open connections",
                         [&] { return static_cast<double>(server.connections()); });
  features.metrics.gauge("tandem_live_viewers", "Open live sockets",
                         [&] { return static_cast<double>(hub.viewers()); });
  features.metrics.gauge("tandem_room_sockets", "Open sockets of rooms",
                         [&] { return static_cast<double>(rooms.viewers()); });
  features.metrics.gauge("tandem_waiting", "Requests with or waiting for a worker", [&] {
    return static_cast<double>(readers.waiting() + workers.waiting());
  });
  features.metrics.gauge("process_resident_memory_bytes", "Resident memory", resident_bytes);

  const auto publish = [&](const std::vector<audit::Event>& events) {
    hub.publish(events);
    rooms.publish(events);
  };
  std::optional<live::Listener> listener;
  if (database.backend() == db::Backend::postgresql) {
    listener.emplace(config.database, publish, [&] {
      hub.close_all(1012);
      rooms.close_all(1012);
    });  // pages come back and read everything again
  }
  Janitor janitor(database, features.packs, publish);
  log::info("serving", {{"address", config.listen}, {"url", config.url()}});
  server.run(
      [&] {
        log::info("stopping");
        features.stopping = true;
        hub.close_all(1001);
        rooms.close_all(1001);
      },
      kPatience);
  readers.finish();
  workers.finish();
  log::info("stopped");
  return 0;
}

}  // namespace tandem::app
