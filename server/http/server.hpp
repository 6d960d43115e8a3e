// HTTP/1.1 and WebSocket on a listening socket. Connections are coroutines on a few I/O
// threads; whatever blocks is handed out through `Application` and comes back by callback.
// Bounds: size of headers and body, time to send a request, time to take an answer, number of
// connections. What does not keep to them is answered and closed.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <variant>

#include "http/message.hpp"

namespace tandem::http {

// One open WebSocket. Both functions may be called from any thread, at any time.
class Socket {
 public:
  virtual ~Socket() = default;
  // Queues a text message. A peer that does not take its messages is closed with 1013: a slow
  // phone never slows the room.
  virtual void send(std::shared_ptr<const std::string> text) = 0;
  virtual void close(int code) = 0;
};

// What to do about a socket that has been accepted; called on an I/O thread: must not block.
struct SocketEvents {
  std::function<void(std::string text)> message;
  std::function<void()> not_text;  // a frame that is not UTF-8 text
  std::function<void()> closed;    // the last call
};
using Accepted = std::function<SocketEvents(std::shared_ptr<Socket>)>;

// What the program does with a request; called on an I/O thread: must not block. `done` may
// be called from any thread, once; the request lives until then.
struct Application {
  // The largest body this request may have, by its head.
  std::function<std::size_t(const Request& head)> max_body;
  std::function<void(const Request&, std::function<void(Response)> done)> answer;
  // A request to become a WebSocket: a refusal, or what to do with the socket.
  std::function<void(const Request&, std::function<void(std::variant<Response, Accepted>)> done)>
      upgrade;
  // The response to what could not be read as a request: 400, 408, 413, 431, 503.
  std::function<Response(const Request& head, int status)> refuse;
};

struct Options {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;
  std::size_t io_threads = 2;
  std::size_t max_connections = 20'000;
  std::size_t max_headers = 16UL * 1024;
  std::size_t max_socket_message = 16UL * 1024;
  std::size_t max_socket_queue = 256UL * 1024;  // bytes waiting for one peer
  std::chrono::seconds read_time{30};           // to send a request; also idle on keep-alive
  std::chrono::seconds write_time{60};
  std::chrono::seconds socket_silence{90};
};

class Server {
 public:
  Server(Options options, Application application);  // throws if the address cannot be had
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::uint16_t port() const;
  [[nodiscard]] std::size_t connections() const;
  // Serves until SIGINT or SIGTERM or stop(). `stopping` is called when no new connection is
  // accepted any more; then requests on their way are finished, at the most `patience`.
  void run(const std::function<void()>& stopping, std::chrono::seconds patience);
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace tandem::http
