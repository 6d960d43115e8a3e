// Two small bridges between coroutines and the rest. Includes Boost.Asio: only for .cpp files
// of http/.
#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <functional>
#include <memory>

namespace tandem::http {

// co_await operation(..., as_result) gives the error code instead of throwing it.
inline constexpr auto as_result = boost::asio::as_tuple(boost::asio::use_awaitable);

// Calls start(done) and waits until done(T) has been called, on whatever thread; goes on where
// the coroutine lives.
template <class T, class Start>
boost::asio::awaitable<T> ask(Start&& start) {
  struct Waiting {
    std::optional<T> value;
  };
  auto waiting = std::make_shared<Waiting>();
  co_await boost::asio::async_initiate<const boost::asio::use_awaitable_t<>&, void()>(
      [&start, waiting](auto&& handler) {
        using Handler = std::decay_t<decltype(handler)>;
        const auto executor = boost::asio::get_associated_executor(handler);
        auto kept = std::make_shared<Handler>(std::forward<decltype(handler)>(handler));
        start(std::function<void(T)>(
            [kept, waiting, guard = boost::asio::make_work_guard(executor)](T value) {
              waiting->value.emplace(std::move(value));
              boost::asio::post(guard.get_executor(), [kept] { (*kept)(); });
            }));
      },
      boost::asio::use_awaitable);
  co_return std::move(*waiting->value);
}

}  // namespace tandem::http
