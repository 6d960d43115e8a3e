#include "live/live.hpp"

#include "api/pipeline.hpp"

namespace tandem::live {
namespace {
constexpr int kPolicy = 1008;
}

Result<http::Accepted> Live::open(const http::Request& request) {
  if (!api::same_origin(request)) return problem::forbidden("The socket comes from another site.");
  const std::string cookie(http::cookie(request.header("cookie"), identity::kSessionCookie));
  const auto caller = database_.read(
      [&](db::Tx& tx) { return identity::find_session(tx, cookie, Timestamp::now()); });
  if (!caller) return problem::not_signed_in();
  return http::Accepted([this, cookie, caller = *caller](std::shared_ptr<http::Socket> socket) {
    const auto viewer = hub_.join(std::move(socket), caller.id, caller.name);
    const auto order = std::make_shared<std::uint64_t>(0);  // only used on the socket's own strand
    http::SocketEvents events;
    events.message = [this, viewer, cookie, order](std::string text) {
      const auto number = ++*order;
      const bool taken = workers_.post([this, viewer, cookie, number, text = std::move(text)] {
        take(viewer, cookie, text, number);
      });
      if (!taken) hub_.close(viewer, 1013);
    };
    events.not_text = [this, viewer] { hub_.tell(viewer, error("Messages are text.")); };
    events.closed = [this, viewer] { hub_.leave(viewer); };
    return events;
  });
}

void Live::take(Hub::ViewerId viewer, const std::string& cookie, const std::string& text,
                std::uint64_t order) {
  const auto message = read_message(text);
  if (const auto* unclear = std::get_if<Unclear>(&message)) {
    return hub_.tell(viewer, error(unclear->why));
  }
  const auto* wanted = std::get_if<Subscribe>(&message);
  enum class Verdict { signed_out, refused, fine };
  std::string missing;
  const auto verdict = database_.read([&](db::Tx& tx) {
    const auto caller = identity::find_session(tx, cookie, Timestamp::now());
    if (!caller) return Verdict::signed_out;
    if (wanted == nullptr) return Verdict::fine;
    if (identity::grants_in(tx, wanted->district, caller->id).empty()) {
      missing = "There is no such district.";
      return Verdict::refused;
    }
    for (const auto& topic : wanted->topics) {
      const auto id = template_of(topic);
      if (id && !exists_(tx, wanted->district, *id)) {
        missing = "There is no such template.";
        return Verdict::refused;
      }
    }
    return Verdict::fine;
  });
  if (verdict == Verdict::signed_out) return hub_.close(viewer, kPolicy);
  if (verdict == Verdict::refused) return hub_.tell(viewer, error(missing));
  if (wanted != nullptr) hub_.subscribe(viewer, *wanted, order);
  else hub_.tell(viewer, pong());
}

}  // namespace tandem::live
