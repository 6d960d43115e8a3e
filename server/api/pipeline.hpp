// The way of every request of the API, on a worker thread: who is it, what may they do, what is
// asked, do it in one transaction, answer. Each check is made here and nowhere else.
#pragma once

#include <chrono>

#include "api/kept.hpp"
#include "api/metrics.hpp"
#include "api/router.hpp"
#include "http/compression.hpp"

namespace tandem::api {

// Carries the events of a committed change to whoever looks on.
using Publish = std::function<void(const std::vector<audit::Event>&)>;

class Pipeline {
 public:
  Pipeline(db::Database& database, const Router& router, Metrics& metrics, Publish publish)
      : database_(database), router_(router), metrics_(metrics), publish_(std::move(publish)) {}

  [[nodiscard]] std::size_t max_body(const http::Request& head) const;
  // Whether the path is the API's (whatever the method); the rest is pages.
  [[nodiscard]] bool owns(const http::Request& request) const;
  // Whether answering takes one read of the store and nothing slow.
  [[nodiscard]] bool only_reads(const http::Request& request) const;
  http::Response answer(const http::Request& request);
  // What answer() would say, if that is known without a look at the store: for an I/O thread.
  std::optional<http::Response> kept_answer(const http::Request& request);
  // The response to a problem, for what never gets as far as a route.
  static http::Response refusal(const http::Request& request, const Problem& problem);

 private:
  struct Admitted {
    identity::SignedIn caller;
    DistrictId district;
    std::optional<identity::Seated> seat;
  };
  Result<std::optional<Admitted>> admit(db::Tx& tx, const http::Request& request,
                                        const Router::Found& found) const;
  Result<std::optional<Admitted>> admit_seat(db::Tx& tx, const http::Request& request,
                                             const Router::Found& found) const;
  Result<Reply> carry_out(const http::Request& request, const Router::Found& found);
  Result<Reply> read(const http::Request& request, const Router::Found& found,
                     const Handler& handler);
  Result<Reply> write(const Message& message, const Router::Found& found, const Admitted& admitted,
                      const Handler& handler);
  http::Response respond(const http::Request& request, const Reply& reply);

  db::Database& database_;
  const Router& router_;
  Metrics& metrics_;
  Publish publish_;
  void note(const http::Request& request, const Router::Found* found,
            const http::Response& response, std::chrono::duration<double> took);
  http::CompressedBodies compressed_;
  KeptAnswers kept_;
};

// Problem details for a status that never reached a route: 400, 413, 431, 503.
Problem problem_of(int status);
// Whether a request comes from a page of ours: its Origin, if it has one, is its Host.
bool same_origin(const http::Request& request);

}  // namespace tandem::api
