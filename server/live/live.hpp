// The WebSocket at /live: signs the socket in by its session, reads its messages, and keeps
// asking whether the session still holds.
#pragma once

#include "base/workers.hpp"
#include "db/database.hpp"
#include "identity/session.hpp"
#include "live/hub.hpp"

namespace tandem::live {

class Live {
 public:
  // Whether the district has this template; a question that the hub itself knows nothing of.
  using TemplateExists = std::function<bool(db::Tx&, const DistrictId&, const RecordId&)>;

  Live(db::Database& database, Workers& workers, Hub& hub, TemplateExists exists)
      : database_(database), workers_(workers), hub_(hub), exists_(std::move(exists)) {}

  // 401 without a session, 403 from another origin; otherwise what to do with the socket.
  // Blocks: to be called on a worker.
  Result<http::Accepted> open(const http::Request& request);

 private:
  void take(Hub::ViewerId viewer, const std::string& cookie, const std::string& text,
            std::uint64_t order);

  db::Database& database_;
  Workers& workers_;
  Hub& hub_;
  TemplateExists exists_;
};

}  // namespace tandem::live
