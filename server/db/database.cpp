#include "db/database.hpp"

#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <thread>

#include "db/migrations.hpp"

namespace tandem::db {
namespace {

constexpr std::string_view kSqlite = "sqlite:";
constexpr std::size_t kBatch = 128;  // writes committed together at the most

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

void open_sqlite(soci::session& session, const std::string& path, bool read_only) {
  // The parts of SOCI's connection string are divided by spaces; its quotes keep a path whole.
  session.open(soci::sqlite3, "dbname=\"" + path + "\" timeout=10 synchronous=full");
  session << "pragma journal_mode=wal";
  session << "pragma synchronous=full";
  session << "pragma busy_timeout=10000";
  session << "pragma cache_size=-4000";  // 4 MB a connection: the whole server stays small
  if (read_only) session << "pragma query_only=on";
}

// libpq reads URLs, SOCI's own parser of connection strings does not: the URL's parts as
// key='value'.
std::string keywords_of(const std::string& url) {
  char* error = nullptr;
  PQconninfoOption* const options = PQconninfoParse(url.c_str(), &error);
  if (options == nullptr) {
    const std::string why = error == nullptr ? "out of memory" : error;
    PQfreemem(error);
    throw std::runtime_error("The database's address cannot be read: " + why);
  }
  std::string out;
  for (auto* option = options; option->keyword != nullptr; ++option) {
    if (option->val == nullptr || option->keyword == std::string_view("options")) continue;
    std::string value;
    for (const char c : std::string_view(option->val)) {
      if (c == '\'' || c == '\\') value += '\\';
      value += c;
    }
    out += fmt::format("{}{}='{}'", out.empty() ? "" : " ", option->keyword, value);
  }
  PQconninfoFree(options);
  return out + " options='-c client_min_messages=warning'";
}

// A session taken from the pool, made usable again if the server went away meanwhile.
class Pooled {
 public:
  explicit Pooled(soci::connection_pool& pool, bool postgresql) : session_(pool) {
    if (!postgresql) return;
    auto* backend = static_cast<soci::postgresql_session_backend*>(session_.get_backend());
    if (backend == nullptr || PQstatus(backend->conn_) != CONNECTION_OK) session_.reconnect();
  }
  soci::session& operator*() { return session_; }

 private:
  soci::session session_;
};

}  // namespace

struct Database::Impl {
  // A write that waits: its work, and where its end is told.
  struct Job {
    const std::function<bool(Tx&)>* work = nullptr;
    std::exception_ptr error;
    bool done = false;
    std::condition_variable finished;
  };

  explicit Impl(Options given)
      : options(std::move(given)),
        backend(starts_with(options.url, kSqlite) ? Backend::sqlite : Backend::postgresql),
        pool(options.connections) {
    if (backend == Backend::sqlite) {
      const auto path = options.url.substr(kSqlite.size());
      if (const auto folder = std::filesystem::path(path).parent_path(); !folder.empty()) {
        std::filesystem::create_directories(folder);
      }
      open_sqlite(writer_session, path, false);
      for (std::size_t i = 0; i < options.connections; ++i) open_sqlite(pool.at(i), path, true);
      writer = std::thread([this] { write_loop(); });
    } else {
      for (std::size_t i = 0; i < options.connections; ++i) {
        pool.at(i).open(soci::postgresql, keywords_of(options.url));
      }
    }
  }

  ~Impl() {
    if (!writer.joinable()) return;
    {
      const std::scoped_lock lock(mutex);
      stopping = true;
    }
    arrived.notify_one();
    writer.join();
  }

  void write_loop() {
    std::vector<Job*> batch;
    std::unique_lock lock(mutex);
    while (true) {
      arrived.wait(lock, [this] { return stopping || !waiting.empty(); });
      if (waiting.empty()) return;
      batch.clear();
      while (!waiting.empty() && batch.size() < kBatch) {
        batch.push_back(waiting.front());
        waiting.pop_front();
      }
      lock.unlock();
      run_batch(batch);
      lock.lock();
      for (Job* job : batch) {
        job->done = true;
        job->finished.notify_one();
      }
    }
  }

  void run_batch(const std::vector<Job*>& batch) {
    try {
      writer_session << "begin immediate";
      for (Job* job : batch) run_in_savepoint(*job);
      writer_session << "commit";
    } catch (...) {  // the commit itself failed: none of them happened
      const auto error = std::current_exception();
      try {
        writer_session << "rollback";
      } catch (const soci::soci_error&) {  // SQLite had rolled back by itself
      }
      for (Job* job : batch) job->error = error;
    }
  }

  void run_in_savepoint(Job& job) {
    writer_session << "savepoint job";
    bool keep = false;
    try {
      Tx tx(writer_session, backend, &options.trace);
      keep = (*job.work)(tx);
    } catch (...) {
      job.error = std::current_exception();
    }
    if (!keep) writer_session << "rollback to job";
    writer_session << "release job";
  }

  Options options;
  Backend backend;
  soci::connection_pool pool;
  soci::session writer_session;
  std::thread writer;
  std::mutex mutex;
  std::condition_variable arrived;
  std::deque<Job*> waiting;
  bool stopping = false;
};

Database::Database(Options options) : impl_(std::make_unique<Impl>(std::move(options))) {}
Database::~Database() = default;

Backend Database::backend() const { return impl_->backend; }

void Database::run_read(const std::function<void(Tx&)>& work) {
  const bool postgresql = impl_->backend == Backend::postgresql;
  Pooled session(impl_->pool, postgresql);
  soci::transaction snapshot(*session);
  if (postgresql) *session << "set transaction isolation level repeatable read, read only";
  Tx tx(*session, impl_->backend, &impl_->options.trace);
  work(tx);
  snapshot.commit();
}

void Database::run_write(const std::function<bool(Tx&)>& work) {
  if (impl_->backend == Backend::sqlite) {
    Impl::Job job;
    job.work = &work;
    std::unique_lock lock(impl_->mutex);
    impl_->waiting.push_back(&job);
    impl_->arrived.notify_one();
    job.finished.wait(lock, [&] { return job.done; });
    if (job.error) std::rethrow_exception(job.error);
    return;
  }
  constexpr int kAttempts = 4;
  for (int attempt = 1;; ++attempt) {
    try {
      Pooled session(impl_->pool, true);
      soci::transaction transaction(*session);
      Tx tx(*session, impl_->backend, &impl_->options.trace);
      if (work(tx)) transaction.commit();
      return;
    } catch (const soci::postgresql_soci_error& error) {
      const auto state = error.sqlstate();  // serialization failure, deadlock: as if not begun
      const bool again = state == "40001" || state == "40P01";
      if (!again || attempt == kAttempts) throw;
    }
  }
}

std::vector<std::string> Database::migrate() {
  std::vector<std::string> ran;
  for (const Migration& migration : migrations()) {
    run_write([&](Tx& tx) {
      tx.run("create table if not exists schema_migration "
             "(name text not null primary key, applied_at text not null)");
      if (tx.backend() == Backend::postgresql) {  // two processes starting at once
        tx.run("lock table schema_migration in exclusive mode");
      }
      if (tx.number("select count(*) from schema_migration where name = :name",
                    migration.name) > 0) {
        return true;
      }
      for (const auto& statement : statements_of(migration.sql)) tx.run(statement);
      tx.run("insert into schema_migration (name, applied_at) values (:name, :at)",
             migration.name, Timestamp::now());
      ran.push_back(migration.name);
      return true;
    });
  }
  return ran;
}

bool Database::ready() {
  try {
    return read([](Tx& tx) {
      return tx.number("select count(*) from schema_migration") ==
             static_cast<std::int64_t>(migrations().size());
    });
  } catch (const soci::soci_error&) {
    return false;
  }
}

void Database::backup_to(const std::string& path) {
  soci::session session;
  open_sqlite(session, impl_->options.url.substr(kSqlite.size()), false);
  session << "vacuum into :path", soci::use(path);
}

}  // namespace tandem::db
