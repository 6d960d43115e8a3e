// A WebSocket's life on its connection. Includes Boost.Beast: only for .cpp files of http/.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>

#include "http/server.hpp"

namespace tandem::http {

struct SocketLimits {
  std::size_t message;
  std::size_t queue;
  std::chrono::seconds silence;
};

// Completes the handshake and serves the socket until it is closed.
boost::asio::awaitable<void> run_socket(
    boost::beast::tcp_stream stream,
    const boost::beast::http::request<boost::beast::http::string_body>& request,
    SocketLimits limits, const Accepted& accepted);

}  // namespace tandem::http
