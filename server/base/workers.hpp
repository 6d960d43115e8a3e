// Threads for work that blocks: SQL, hashing, making documents. The I/O threads never do any.
#pragma once

#include <atomic>
#include <functional>
#include <memory>

namespace tandem {

class Workers {
 public:
  // At most `waiting` pieces of work may wait or run at once.
  Workers(std::size_t threads, std::size_t waiting);
  ~Workers();  // finishes all that was accepted

  // False, and nothing done, if too much waits already: better to say so than to answer late.
  bool post(std::function<void()> work);
  [[nodiscard]] std::size_t waiting() const { return count_; }
  // Accepts no more and returns when the last piece of work is done.
  void finish();

 private:
  struct Pool;
  std::unique_ptr<Pool> pool_;
  const std::size_t limit_;
  std::atomic<std::size_t> count_ = 0;
};

}  // namespace tandem
