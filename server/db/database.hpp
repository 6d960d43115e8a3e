// The one store: SQLite in a file, or PostgreSQL. Blocking: called from worker threads only.
//
// On SQLite one thread does all writing. It takes every write that waits, runs each inside a
// savepoint of one transaction, and commits once, so that thirty-two people saving at the same
// moment cost one fsync and not thirty-two. Nobody is answered before that commit.
// On PostgreSQL each write is a transaction of its own on a pooled connection.
#pragma once

#include <functional>
#include <memory>

#include "db/tx.hpp"

namespace tandem::db {

struct Options {
  std::string url = "sqlite:var/tandem.db";       // sqlite:PATH or postgresql://...
  std::size_t connections = 8;                    // that read (SQLite), or in all (PostgreSQL)
  std::function<void(const std::string&)> trace;  // sees each statement's text; for tests
};

class Database {
 public:
  explicit Database(Options options);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  [[nodiscard]] Backend backend() const;

  // Runs work(Tx&) on one consistent snapshot and gives what it gives.
  template <class Work>
  auto read(Work&& work) -> std::invoke_result_t<Work, Tx&> {
    std::optional<std::invoke_result_t<Work, Tx&>> result;
    run_read([&](Tx& tx) { result.emplace(work(tx)); });
    return std::move(*result);
  }

  // Runs work(Tx&), which gives a Result, and returns after its effect is durable. A problem or
  // an exception undoes all that the work did.
  template <class Work>
  auto write(Work&& work) -> std::invoke_result_t<Work, Tx&> {
    std::optional<std::invoke_result_t<Work, Tx&>> result;
    run_write([&](Tx& tx) {
      result.emplace(work(tx));  // again from the start if PostgreSQL asks for a retry
      return result->has_value();
    });
    return std::move(*result);
  }

  // A number that is another one after every commit, of this process or any other; nothing where
  // the store cannot tell for the price of a look at shared memory (PostgreSQL). Waits for no
  // disk and no writer: may be asked on an I/O thread.
  std::optional<std::int64_t> changes();

  // Brings the schema up to date; gives the names of the migrations that ran now.
  std::vector<std::string> migrate();
  // True if the store answers and its schema is the program's.
  bool ready();
  // Copies an SQLite database to a file while it is in use (VACUUM INTO).
  void backup_to(const std::string& path);

 private:
  struct Impl;
  void run_read(const std::function<void(Tx&)>& work);
  void run_write(const std::function<bool(Tx&)>& work);
  std::unique_ptr<Impl> impl_;
};

}  // namespace tandem::db
