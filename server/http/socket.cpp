#include "http/socket.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/websocket.hpp>
#include <deque>

#include "http/await.hpp"

namespace tandem::http {
namespace asio = boost::asio;
namespace beast = boost::beast;
namespace {

constexpr int kPolicy = 1008;

// Everything but send() and close() runs on the connection's strand.
class Connection : public Socket, public std::enable_shared_from_this<Connection> {
 public:
  Connection(beast::tcp_stream stream, SocketLimits limits)
      : socket_(std::move(stream)), limits_(limits) {
    socket_.read_message_max(limits.message);
    socket_.text(true);
    auto times = beast::websocket::stream_base::timeout::suggested(beast::role_type::server);
    times.idle_timeout = limits.silence;
    times.keep_alive_pings = false;  // pages ping; one that does not is gone
    socket_.set_option(times);
  }

  void send(std::shared_ptr<const std::string> text) override {
    asio::post(socket_.get_executor(), [self = shared_from_this(), text = std::move(text)] {
      if (self->closing_ || self->last_code_ != 0) return;
      self->queued_ += text->size();
      if (self->queued_ > self->limits_.queue) return self->begin_close(1013);
      self->queue_.push_back(text);
      if (self->queue_.size() == 1) self->start_writing();
    });
  }

  void close(int code) override {
    asio::post(socket_.get_executor(),
               [self = shared_from_this(), code] { self->begin_close(code); });
  }

  asio::awaitable<void> run(const beast::http::request<beast::http::string_body>& request,
                            const Accepted& accepted) {
    auto [error] = co_await socket_.async_accept(request, as_result);
    if (error) co_return;
    const SocketEvents events = accepted(shared_from_this());
    beast::flat_buffer buffer;
    while (true) {
      auto [failed, size] = co_await socket_.async_read(buffer, as_result);
      if (failed) break;
      if (socket_.got_text()) events.message(beast::buffers_to_string(buffer.data()));
      else events.not_text();
      buffer.consume(buffer.size());
    }
    closing_ = true;
    events.closed();
  }

 private:
  void start_writing() { asio::co_spawn(socket_.get_executor(), write_all(), asio::detached); }

  asio::awaitable<void> write_all() {
    const auto self = shared_from_this();
    while (!queue_.empty() && !closing_) {
      const auto text = queue_.front();
      auto [error, size] = co_await socket_.async_write(asio::buffer(*text), as_result);
      if (error) {
        closing_ = true;
        beast::get_lowest_layer(socket_).cancel();
        co_return;
      }
      queued_ -= text->size();
      queue_.pop_front();
    }
    if (last_code_ != 0) begin_close(last_code_);
  }

  void begin_close(int code) {
    if (closing_) return;
    if (code == kPolicy && !queue_.empty()) {  // they are told the rest, and why
      last_code_ = code;
      return;
    }
    closing_ = true;
    asio::co_spawn(socket_.get_executor(), say_close(code), asio::detached);
  }

  asio::awaitable<void> say_close(int code) {
    const auto self = shared_from_this();
    if (queue_.empty()) {
      co_await socket_.async_close(beast::websocket::close_reason(static_cast<std::uint16_t>(code)),
                                   as_result);
    }
    // With a write under way a close frame would have to wait for a peer that does not read.
    beast::get_lowest_layer(socket_).cancel();
    beast::get_lowest_layer(socket_).close();
  }

  beast::websocket::stream<beast::tcp_stream> socket_;
  const SocketLimits limits_;
  std::deque<std::shared_ptr<const std::string>> queue_;
  std::size_t queued_ = 0;
  bool closing_ = false;
  int last_code_ = 0;  // to close with when the queue is empty; 0: not to close
};

}  // namespace

asio::awaitable<void> run_socket(beast::tcp_stream stream,
                                 const beast::http::request<beast::http::string_body>& request,
                                 SocketLimits limits, const Accepted& accepted) {
  const auto connection = std::make_shared<Connection>(std::move(stream), limits);
  co_await connection->run(request, accepted);
}

}  // namespace tandem::http
