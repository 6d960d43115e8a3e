#include "api/call.hpp"

#include <charconv>

namespace tandem::api {
namespace {

std::optional<std::int64_t> whole(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

Result<std::int64_t> Message::expected_version() const {
  const auto header = request_.header("if-match");
  if (header.empty()) return problem::precondition_required();
  const auto tag = http::quoted_tag(header);
  const auto version = tag ? whole(*tag) : std::nullopt;
  if (!version || *version < 0) {
    return problem::malformed("If-Match has to be the ETag of the version you have seen.");
  }
  return *version;
}

Result<Page> Message::page() const {
  Page page;
  const auto limit = request_.query.find("limit");
  if (limit != request_.query.end()) {
    const auto number = whole(limit->second);
    if (!number || *number < 1 || *number > 200) {
      return problem::malformed("The query parameter limit has to be a number from 1 to 200.");
    }
    page.limit = *number;
  }
  const auto after = request_.query.find("after");
  if (after != request_.query.end()) {
    if (after->second.size() > 500) {
      return problem::malformed("The query parameter after is not a cursor of this list.");
    }
    page.after = after->second;
  }
  return page;
}

std::optional<std::string> Message::query(const std::string& name) const {
  const auto found = request_.query.find(name);
  if (found == request_.query.end() || found->second.empty()) return std::nullopt;
  return found->second;
}

std::shared_ptr<const std::string> bytes(std::string text) {
  return std::make_shared<const std::string>(std::move(text));
}

const std::shared_ptr<const std::string>& no_bytes() {
  static const auto kEmpty = std::make_shared<const std::string>();
  return kEmpty;
}

Reply no_content() {
  Reply reply;
  reply.status = 204;
  return reply;
}

}  // namespace tandem::api
