#include "app/operations.hpp"

#include "base/embedded.hpp"

namespace tandem::app {
namespace {

struct Health {
  std::string status;
};
BOOST_DESCRIBE_STRUCT(Health, (), (status))

// A file of the program, as it is.
api::FreeHandler file(const std::string& path, std::string type) {
  return [bytes = api::bytes(std::string(embedded::file(path))),
          type = std::move(type)](api::FreeCall&) -> Result<api::Reply> {
    api::Reply reply;
    reply.content_type = type;
    reply.body = bytes;
    return reply;
  };
}

}  // namespace

void add_operations(api::Routes& routes, Features& features, db::Database& database) {
  const auto at_root = [&](std::string operation, std::string path, api::FreeHandler handler) {
    api::Route route{std::move(operation), http::Method::get, std::move(path), std::move(handler)};
    route.base = "";
    routes.add(std::move(route));
  };
  at_root("getHealth", "/healthz", [&features](api::FreeCall&) -> Result<api::Reply> {
    return api::ok(Health{features.stopping ? "stopping" : "ok"});
  });
  at_root("getReadiness", "/readyz", [&](api::FreeCall&) -> Result<api::Reply> {
    if (features.stopping) {
      return Problem(503, "unavailable", "Not now", "The server is about to stop.");
    }
    if (!database.ready()) {
      return Problem(503, "unavailable", "Not now", "The database does not answer.");
    }
    return api::ok(Health{"ok"});
  });
  at_root("getMetrics", "/metrics", [&features](api::FreeCall&) -> Result<api::Reply> {
    api::Reply reply;
    reply.content_type = "text/plain; version=0.0.4; charset=utf-8";
    reply.body = api::bytes(features.metrics.text());
    return reply;
  });
  // The upgrade to a WebSocket never comes this far: this answers whoever asks without one.
  at_root("openLive", "/live", [](api::FreeCall&) -> Result<api::Reply> {
    return problem::malformed("This address speaks WebSocket; see api/live.md.");
  });
  at_root("openRoom", "/live/rooms", [](api::FreeCall&) -> Result<api::Reply> {
    return problem::malformed("This address speaks WebSocket; see api/room.md.");
  });
  at_root("getContract", "/api/openapi.yaml", file("api/openapi.yaml", "application/yaml"));
  at_root("getContractPage", "/api/docs",
          file("web/api-docs/index.html", "text/html; charset=utf-8"));
}

}  // namespace tandem::app
