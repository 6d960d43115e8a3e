// What arrives before anybody has signed in: request targets and headers.
#include <cstdint>

#include "base/types.hpp"
#include "http/message.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tandem;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  http::Request request;
  if (http::read_target(text, request)) {
    if (request.path.empty() || request.path.front() != '/') __builtin_trap();
    if (request.path.find("/../") != std::string::npos) __builtin_trap();
    if (request.path.find('\\') != std::string::npos) __builtin_trap();
    if (character_fault(request.path)) __builtin_trap();
  }
  (void)http::cookie(text, "tandem_session");
  (void)http::quoted_tag(text);
  (void)http::names_tag(text, "r12");
  (void)http::accepts(text, "gzip");
  (void)http::media_type(text);
  return 0;
}
