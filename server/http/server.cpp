#include "http/server.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>
#include <ctime>
#include <mutex>
#include <thread>
#include <unordered_set>
#include <vector>

#include "base/log.hpp"
#include "base/types.hpp"
#include "http/await.hpp"
#include "http/socket.hpp"

namespace tandem::http {
namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;
using tcp = asio::ip::tcp;

namespace {

Method method_of(bhttp::verb verb) {
  switch (verb) {
    case bhttp::verb::get:
      return Method::get;
    case bhttp::verb::head:
      return Method::head;
    case bhttp::verb::post:
      return Method::post;
    case bhttp::verb::put:
      return Method::put;
    case bhttp::verb::delete_:
      return Method::del;
    case bhttp::verb::options:
      return Method::options;
    default:
      return Method::other;
  }
}

std::string request_id() {
  std::array<unsigned char, 9> random{};
  randombytes_buf(random.data(), random.size());
  std::array<char, sodium_base64_ENCODED_LEN(9, sodium_base64_VARIANT_URLSAFE_NO_PADDING)> text{};
  sodium_bin2base64(text.data(), text.size(), random.data(), random.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  return text.data();
}

// False if the request is not one we understand.
bool read_head(const bhttp::request_header<>& head, Request& request) {
  request.method = method_of(head.method());
  for (const auto& field : head) {
    const std::string name = lower(field.name_string());
    const auto [place, fresh] = request.headers.emplace(name, field.value());
    if (fresh) continue;
    if (name == "host") return false;
    place->second += (name == "cookie" ? "; " : ", ") + std::string(field.value());
  }
  if (head.version() == 11 && request.headers.count("host") == 0) return false;
  return read_target(head.target(), request);
}

int status_of(const boost::system::error_code& error) {
  if (error == bhttp::error::header_limit) return 431;
  if (error == bhttp::error::body_limit) return 413;
  return 400;
}

// The Date header's value (RFC 9110, section 6.6.1), made once a second.
const std::string& date() {
  thread_local std::time_t made_at = 0;
  thread_local std::string text;
  const std::time_t now = std::time(nullptr);
  if (now != made_at) {
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    std::array<char, 64> buffer{};
    text.assign(buffer.data(),
                std::strftime(buffer.data(), buffer.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts));
    made_at = now;
  }
  return text;
}

// By hand: Beast's own serializer took a quarter of an answer's instructions.
std::string head_of(const Request& request, const Response& response, bool keep_alive,
                    bool has_length) {
  const auto reason = bhttp::obsolete_reason(static_cast<bhttp::status>(response.status));
  std::string head = fmt::format("HTTP/1.1 {} {}\r\n", response.status,
                                 std::string_view(reason.data(), reason.size()));
  head.reserve(1024);
  const auto add = [&head](std::string_view name, std::string_view value) {
    // A line break would end the header: nothing of ours has one, and nothing of others' gets in.
    if (std::any_of(value.begin(), value.end(), [](char c) { return c == '\r' || c == '\n'; }))
      return;
    head.append(name).append(": ").append(value).append("\r\n");
  };
  for (const auto& [name, value] : response.headers) add(name, value);
  add("Date", date());
  add("X-Request-Id", request.id);
  if (!keep_alive) add("Connection", "close");
  if (has_length) add("Content-Length", std::to_string(response.body.view.size()));
  return head += "\r\n";
}

bool worth_answering(const boost::system::error_code& error) {
  return error.category() == make_error_code(bhttp::error::bad_target).category() &&
         error != bhttp::error::end_of_stream && error != bhttp::error::partial_message;
}

}  // namespace

struct Server::Impl {
  Impl(Options given, Application what)
      : options(std::move(given)),
        application(std::move(what)),
        io(static_cast<int>(options.io_threads)),
        acceptor(io),
        signals(io) {
    const tcp::endpoint endpoint(asio::ip::make_address(options.address), options.port);
    acceptor.open(endpoint.protocol());
    acceptor.set_option(asio::socket_base::reuse_address(true));
    acceptor.bind(endpoint);
    acceptor.listen(4096);
  }

  asio::awaitable<void> accept_loop();
  asio::awaitable<void> serve(tcp::socket socket);
  // False when the connection is to be closed.
  asio::awaitable<bool> serve_one(beast::tcp_stream& stream, beast::flat_buffer& buffer,
                                  const std::string& peer);
  // By reference: g++ 12 damages values that are moved into a coroutine's frame.
  static asio::awaitable<void> send(beast::tcp_stream& stream, const Options& options,
                                    const Request& request, const Response& response,
                                    bool keep_alive);
  asio::awaitable<void> refuse(beast::tcp_stream& stream, const Request& request, int status);
  asio::awaitable<bool> upgrade(beast::tcp_stream& stream, const Request& request,
                                const bhttp::request<bhttp::string_body>& message);
  void begin_stop();

  const Options options;
  const Application application;
  asio::io_context io;
  tcp::acceptor acceptor;
  asio::signal_set signals;
  std::function<void()> on_stop;
  std::chrono::seconds patience{10};
  std::atomic<bool> stopping = false;
  std::atomic<std::size_t> count = 0;

  // Connections that wait for a next request: closed at once when the server stops.
  std::mutex mutex;
  std::unordered_set<beast::tcp_stream*> idle;
};

asio::awaitable<void> Server::Impl::accept_loop() {
  while (!stopping) {
    auto [error, socket] = co_await acceptor.async_accept(asio::make_strand(io), as_result);
    if (error) {
      if (stopping || error == asio::error::operation_aborted) co_return;
      log::warn("cannot accept", {{"error", error.message()}});
      asio::steady_timer pause(io, std::chrono::milliseconds(50));  // out of file descriptors?
      co_await pause.async_wait(as_result);
      continue;
    }
    if (count >= options.max_connections) continue;  // closes it
    const auto executor = socket.get_executor();
    ++count;
    asio::co_spawn(executor, serve(std::move(socket)), [this](const std::exception_ptr& failure) {
      --count;
      if (!failure) return;
      try {
        std::rethrow_exception(failure);
      } catch (const std::exception& thrown) {
        log::error("connection failed", {{"error", thrown.what()}});
      }
    });
  }
}

asio::awaitable<void> Server::Impl::serve(tcp::socket socket) {
  boost::system::error_code ignored;
  socket.set_option(tcp::no_delay(true), ignored);
  const auto endpoint = socket.remote_endpoint(ignored);
  const std::string peer = ignored ? std::string() : endpoint.address().to_string();
  beast::tcp_stream stream(std::move(socket));
  beast::flat_buffer buffer(options.max_headers + 64UL * 1024);
  while (co_await serve_one(stream, buffer, peer)) {
  }
  if (stream.socket().is_open()) stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
}

asio::awaitable<bool> Server::Impl::serve_one(beast::tcp_stream& stream, beast::flat_buffer& buffer,
                                              const std::string& peer) {
  Request request;
  request.peer = peer;
  bhttp::request_parser<bhttp::string_body> parser;
  parser.header_limit(static_cast<std::uint32_t>(options.max_headers));
  parser.body_limit(1UL << 40);  // set to the route's own below, once it is known

  {
    const std::scoped_lock lock(mutex);
    if (stopping) co_return false;
    idle.insert(&stream);
  }
  stream.expires_after(options.read_time);
  auto [head_error, head_size] =
      co_await bhttp::async_read_header(stream, buffer, parser, as_result);
  {
    const std::scoped_lock lock(mutex);
    idle.erase(&stream);
  }
  request.id = request_id();
  if (head_error) {
    if (worth_answering(head_error)) co_await refuse(stream, request, status_of(head_error));
    co_return false;
  }
  if (!read_head(parser.get().base(), request)) {
    co_await refuse(stream, request, 400);
    co_return false;
  }

  if (beast::websocket::is_upgrade(parser.get())) {
    co_return co_await upgrade(stream, request, parser.get());
  }

  if (!parser.is_done()) {
    const auto limit = application.max_body(request);
    if (parser.content_length() && *parser.content_length() > limit) {
      co_await refuse(stream, request, 413);
      co_return false;
    }
    parser.body_limit(limit);
    if (lower(request.header("expect")) == "100-continue") {
      bhttp::response<bhttp::empty_body> go_on(bhttp::status::continue_, 11);
      co_await bhttp::async_write(stream, go_on, as_result);
    }
    auto [body_error, body_size] = co_await bhttp::async_read(stream, buffer, parser, as_result);
    if (body_error) {
      if (worth_answering(body_error)) co_await refuse(stream, request, status_of(body_error));
      co_return false;
    }
  }
  const bool keep_alive = parser.keep_alive() && !stopping;
  request.body = std::move(parser.get().body());

  stream.expires_never();
  auto answer = [&](std::function<void(Response)> done) {
    application.answer(request, std::move(done));
  };
  const Response response = co_await ask<Response>(answer);
  co_await send(stream, options, request, response, keep_alive);
  co_return keep_alive&& stream.socket().is_open();
}

asio::awaitable<void> Server::Impl::send(beast::tcp_stream& stream, const Options& options,
                                         const Request& request, const Response& response,
                                         bool keep_alive) {
  const bool bodiless = response.status == 204 || response.status == 304;
  const std::string head = head_of(request, response, keep_alive, !bodiless);
  const bool with_body = !bodiless && request.method != Method::head;
  const std::array<asio::const_buffer, 2> parts{
      asio::buffer(head),
      asio::buffer(response.body.view.data(), with_body ? response.body.view.size() : 0)};
  stream.expires_after(options.write_time);
  auto [error, size] = co_await asio::async_write(stream, parts, as_result);
  if (error) stream.close();
}

// Answers and closes; what the peer still sends is read for a moment, so that the answer is
// not lost to a connection reset.
asio::awaitable<void> Server::Impl::refuse(beast::tcp_stream& stream, const Request& request,
                                           int status) {
  const Response response = application.refuse(request, status);
  co_await send(stream, options, request, response, false);
  boost::system::error_code ignored;
  stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
  stream.expires_after(std::chrono::seconds(2));
  std::vector<char> rest(64UL * 1024);
  for (int i = 0; i < 256; ++i) {
    auto [error, size] = co_await stream.async_read_some(asio::buffer(rest), as_result);
    if (error) break;
  }
  stream.close();
}

asio::awaitable<bool> Server::Impl::upgrade(beast::tcp_stream& stream, const Request& request,
                                            const bhttp::request<bhttp::string_body>& message) {
  stream.expires_never();
  using Decision = std::variant<Response, Accepted>;
  auto decide = [&](std::function<void(Decision)> done) {
    application.upgrade(request, std::move(done));
  };
  const Decision decision = co_await ask<Decision>(decide);
  if (const auto* refused = std::get_if<Response>(&decision)) {
    co_await send(stream, options, request, *refused, false);
    co_return false;
  }
  const SocketLimits limits{options.max_socket_message, options.max_socket_queue,
                            options.socket_silence};
  co_await run_socket(std::move(stream), message, limits, std::get<Accepted>(decision));
  co_return false;
}

void Server::Impl::begin_stop() {
  if (stopping.exchange(true)) return;
  boost::system::error_code ignored;
  acceptor.close(ignored);
  signals.cancel(ignored);
  if (on_stop) on_stop();
  const std::scoped_lock lock(mutex);
  for (auto* stream : idle) {
    asio::post(stream->get_executor(), [this, stream] {
      const std::scoped_lock inner(mutex);
      if (idle.count(stream) != 0) stream->cancel();
    });
  }
}

Server::Server(Options options, Application application)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(application))) {}

Server::~Server() = default;

std::uint16_t Server::port() const { return impl_->acceptor.local_endpoint().port(); }
std::size_t Server::connections() const { return impl_->count; }

void Server::run(const std::function<void()>& stopping, std::chrono::seconds patience) {
  Impl& impl = *impl_;
  impl.on_stop = stopping;
  impl.signals.add(SIGINT);
  impl.signals.add(SIGTERM);
  impl.signals.async_wait([&impl](const boost::system::error_code& error, int) {
    if (!error) impl.begin_stop();
  });
  asio::co_spawn(impl.io, impl.accept_loop(), asio::detached);
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < impl.options.io_threads; ++i) {
    threads.emplace_back([&impl] { impl.io.run(); });
  }
  // The threads come back by themselves when the last connection has ended. A watch on the
  // side makes sure that one which never ends does not hold the process.
  std::atomic<bool> done = false;
  std::thread watch([&impl, &done, patience] {
    std::chrono::steady_clock::duration waited{};
    const std::chrono::milliseconds step(50);
    while (!done) {
      std::this_thread::sleep_for(step);
      if (impl.stopping) waited += step;
      if (waited >= patience) {
        log::warn("connections did not end in time", {{"connections", impl.count.load()}});
        impl.io.stop();
        return;
      }
    }
  });
  impl.io.run();
  for (auto& thread : threads) thread.join();
  done = true;
  watch.join();
}

void Server::stop() {
  asio::post(impl_->io, [this] { impl_->begin_stop(); });
}

}  // namespace tandem::http
