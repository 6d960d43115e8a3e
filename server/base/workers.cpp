#include "base/workers.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

#include "base/log.hpp"

namespace tandem {

struct Workers::Pool {
  explicit Pool(std::size_t count) : threads(count) {}
  boost::asio::thread_pool threads;
};

Workers::Workers(std::size_t threads, std::size_t waiting)
    : pool_(std::make_unique<Pool>(threads)), limit_(waiting) {}

Workers::~Workers() { finish(); }

bool Workers::post(std::function<void()> work) {
  if (count_.fetch_add(1) >= limit_) {
    --count_;
    return false;
  }
  boost::asio::post(pool_->threads, [this, work = std::move(work)] {
    try {
      work();
    } catch (const std::exception& error) {
      log::error("work failed", {{"error", error.what()}});
    }
    --count_;
  });
  return true;
}

void Workers::finish() { pool_->threads.join(); }

}  // namespace tandem
