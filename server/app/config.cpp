#include "app/config.hpp"

#include <charconv>
#include <stdexcept>

namespace tandem::app {

std::string Config::address() const {
  const auto address = listen.substr(0, listen.rfind(':'));
  const bool bracketed = address.size() > 2 && address.front() == '[' && address.back() == ']';
  return bracketed ? address.substr(1, address.size() - 2) : address;
}

std::uint16_t Config::port() const {
  const auto colon = listen.rfind(':');
  std::uint16_t port = 0;
  if (colon != std::string::npos) {
    const auto* const end = listen.data() + listen.size();
    const auto [stop, error] = std::from_chars(listen.data() + colon + 1, end, port);
    if (error == std::errc{} && stop == end) return port;
  }
  throw std::invalid_argument("the address to listen on has to be ADDRESS:PORT, not " + listen);
}

std::string Config::url() const { return public_url.empty() ? "http://" + listen : public_url; }

}  // namespace tandem::app
