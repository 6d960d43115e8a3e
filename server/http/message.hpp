// A request and a response as the rest of the program sees them: no Boost.Beast here.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tandem::http {

enum class Method { get, head, post, put, del, options, other };

std::string_view name_of(Method method);

struct Request {
  std::string id;  // made here for every request; in the log, in problems, in X-Request-Id
  Method method = Method::get;
  std::string path;                            // percent-decoded, begins with '/'
  std::map<std::string, std::string> query;    // decoded; the last of a repeated name
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
  std::string peer;  // address of the other side, for rate limits only; never stored

  [[nodiscard]] std::string_view header(const std::string& lower_name) const {
    const auto found = headers.find(lower_name);
    return found == headers.end() ? std::string_view{} : std::string_view{found->second};
  }
};

// Bytes and whatever keeps them alive: nothing for what is part of the program, a shared
// string for what is kept and sent to many at once. Never copied on their way out.
struct Bytes {
  std::string_view view;
  std::shared_ptr<const void> owner;

  Bytes() = default;
  explicit Bytes(std::string_view lasting) : view(lasting) {}
  explicit Bytes(const std::shared_ptr<const std::string>& shared) : view(*shared), owner(shared) {}
  explicit Bytes(std::string text) : Bytes(std::make_shared<const std::string>(std::move(text))) {}
};

struct Response {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  Bytes body;

  void set(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
  }
};

// Splits a request target (RFC 9112, section 3.2.1) into a decoded path and query. False for
// what no page of ours sends: another form, bad escapes, invalid UTF-8, control characters,
// '.' and '..' segments, backslashes and encoded slashes.
bool read_target(std::string_view target, Request& request);

// The value of a cookie, or empty.
std::string_view cookie(std::string_view cookie_header, std::string_view name);

// <version> of an If-Match header "<version>"; nothing if it is not one strong, quoted tag.
std::optional<std::string> quoted_tag(std::string_view header);
// Whether an If-None-Match list names the tag (weak comparison, RFC 9110, section 13.1.2).
bool names_tag(std::string_view if_none_match, std::string_view tag);
// Whether Accept-Encoding takes the coding (RFC 9110, section 12.5.3).
bool accepts(std::string_view accept_encoding, std::string_view coding);
// The media type of a Content-Type header, without parameters, in lower case.
std::string media_type(std::string_view content_type);

}  // namespace tandem::http
