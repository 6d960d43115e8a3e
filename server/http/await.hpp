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
//
// Nothing that has a destructor is made inside the co_await expression: g++ 12 ends such
// temporaries twice.
template <class T, class Start>
boost::asio::awaitable<T> ask(Start& start) {
  const auto answer = std::make_shared<std::optional<T>>();
  auto begin = [&start, &answer](auto&& handler) {
    using Handler = std::decay_t<decltype(handler)>;
    auto executor = boost::asio::get_associated_executor(handler);
    auto kept = std::make_shared<Handler>(std::forward<decltype(handler)>(handler));
    start(std::function<void(T)>(
        [kept, answer, guard = boost::asio::make_work_guard(executor)](T value) {
          answer->emplace(std::move(value));
          boost::asio::post(guard.get_executor(), [kept] { (*kept)(); });
        }));
  };
  co_await boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void()>(
      begin, boost::asio::use_awaitable);
  co_return std::move(**answer);
}

}  // namespace tandem::http
