#include "db/database.hpp"

#include <libpq-fe.h>
#include <semaphore.h>
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

// Each connection is used by one thread at a time, and nobody asks SQLite how much memory it has:
// without these two, every allocation of every thread takes one lock.
void configure_sqlite() {
  static const bool done = [] {
    sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
    sqlite_api::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    return true;
  }();
  (void)done;
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

// One of SQLite's words about transactions, such as begin, or about itself.
struct Word : Statements::Kept {
  Word(sqlite_api::sqlite3* connection, const std::string& sql) {
    sqlite_api::sqlite3_prepare_v2(connection, sql.c_str(), -1, &statement, nullptr);
  }
  ~Word() override { sqlite_api::sqlite3_finalize(statement); }
  Word(const Word&) = delete;
  Word& operator=(const Word&) = delete;
  sqlite_api::sqlite3_stmt* statement = nullptr;
};

sqlite_api::sqlite3* connection_of(soci::session& session) {
  return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
}

const Word& word(soci::session& session, Statements& statements, const std::string& sql) {
  return statements.get<Word>(sql,
                              [&] { return std::make_unique<Word>(connection_of(session), sql); });
}

void say(soci::session& session, Statements& statements, const std::string& sql) {
  const auto& said = word(session, statements, sql);
  const int result = sqlite_api::sqlite3_step(said.statement);
  sqlite_api::sqlite3_reset(said.statement);
  if (result != SQLITE_DONE) {
    throw soci::sqlite3_soci_error(sqlite_api::sqlite3_errmsg(connection_of(session)), result);
  }
}

// A snapshot of an SQLite database, until the end of the block.
class Snapshot {
 public:
  Snapshot(soci::session& session, Statements& statements)
      : session_(session), statements_(statements) {
    say(session_, statements_, "begin");
  }
  ~Snapshot() {
    try {
      say(session_, statements_, "rollback");  // nothing was written
    } catch (const soci::soci_error&) {        // SQLite had rolled back by itself
    }
  }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  soci::session& session_;
  Statements& statements_;
};

}  // namespace

struct Database::Impl {
  // A write that waits: its work, and where its end is told.
  struct Job {
    const std::function<bool(Tx&)>* work = nullptr;
    std::exception_ptr error;

    Job() { ::sem_init(&finished_, 0, 0); }
    ~Job() { ::sem_destroy(&finished_); }
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;
    void finish() { ::sem_post(&finished_); }
    void wait() {
      while (::sem_wait(&finished_) != 0) {  // interrupted by a signal
      }
    }

   private:
    // Not a mutex and a condition: the many who wake together would queue for the mutex.
    sem_t finished_{};
  };

  explicit Impl(Options given)
      : options(std::move(given)),
        backend(starts_with(options.url, kSqlite) ? Backend::sqlite : Backend::postgresql),
        pool(options.connections),
        statements(options.connections) {
    if (backend == Backend::sqlite) {
      configure_sqlite();
      const auto path = options.url.substr(kSqlite.size());
      if (const auto folder = std::filesystem::path(path).parent_path(); !folder.empty()) {
        std::filesystem::create_directories(folder);
      }
      open_sqlite(writer_session, path, false);
      for (std::size_t i = 0; i < options.connections; ++i) open_sqlite(pool.at(i), path, true);
      open_sqlite(watch_session, path, true);
      watch_session << "pragma busy_timeout=0";  // rather no word than a thread that waits
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
      for (Job* job : batch) job->finish();
      lock.lock();
    }
  }

  void run_batch(const std::vector<Job*>& batch) {
    try {
      say(writer_session, writer_statements, "begin immediate");
      for (Job* job : batch) run_in_savepoint(*job);
      say(writer_session, writer_statements, "commit");
    } catch (...) {  // the commit itself failed: none of them happened
      const auto error = std::current_exception();
      try {
        say(writer_session, writer_statements, "rollback");
      } catch (const soci::soci_error&) {  // SQLite had rolled back by itself
      }
      for (Job* job : batch) job->error = error;
    }
  }

  void run_in_savepoint(Job& job) {
    say(writer_session, writer_statements, "savepoint job");
    bool keep = false;
    try {
      Tx tx(writer_session, writer_statements, backend, &options.trace);
      keep = (*job.work)(tx);
    } catch (...) {
      job.error = std::current_exception();
    }
    if (!keep) say(writer_session, writer_statements, "rollback to job");
    say(writer_session, writer_statements, "release job");
  }

  // A connection taken from the pool, made usable again if the server went away meanwhile.
  struct Leased {
    explicit Leased(Impl& owner)
        : impl(owner),
          place(owner.pool.lease()),
          session(owner.pool.at(place)),
          statements(owner.statements[place]) {
      if (impl.backend == Backend::sqlite) return;
      try {
        make_usable();
      } catch (...) {
        impl.pool.give_back(place);
        throw;
      }
    }
    ~Leased() { impl.pool.give_back(place); }
    Leased(const Leased&) = delete;
    Leased& operator=(const Leased&) = delete;

    void make_usable() const {
      auto* connection = static_cast<soci::postgresql_session_backend*>(session.get_backend());
      if (connection != nullptr && PQstatus(connection->conn_) == CONNECTION_OK) return;
      statements.clear();  // they belong to the connection that was
      session.reconnect();
    }

    Impl& impl;
    const std::size_t place;
    soci::session& session;
    Statements& statements;
  };

  Options options;
  Backend backend;
  soci::connection_pool pool;
  std::vector<Statements> statements;  // of each of the pool's connections
  soci::session writer_session;
  Statements writer_statements;
  std::thread writer;
  // Changes nothing, so that every commit is another connection's: those are what SQLite counts.
  soci::session watch_session;
  Statements watch_statements;
  std::mutex watch_mutex;
  std::mutex mutex;
  std::condition_variable arrived;
  std::deque<Job*> waiting;
  bool stopping = false;
};

Database::Database(Options options) : impl_(std::make_unique<Impl>(std::move(options))) {}
Database::~Database() = default;

Backend Database::backend() const { return impl_->backend; }

void Database::run_read(const std::function<void(Tx&)>& work) {
  const Impl::Leased leased(*impl_);
  Tx tx(leased.session, leased.statements, impl_->backend, &impl_->options.trace);
  if (impl_->backend == Backend::sqlite) {
    const Snapshot snapshot(leased.session, leased.statements);
    return work(tx);
  }
  soci::transaction snapshot(leased.session);
  leased.session << "set transaction isolation level repeatable read, read only";
  work(tx);
  snapshot.commit();
}

void Database::run_write(const std::function<bool(Tx&)>& work) {
  if (impl_->backend == Backend::sqlite) {
    Impl::Job job;
    job.work = &work;
    {
      const std::scoped_lock lock(impl_->mutex);
      impl_->waiting.push_back(&job);
    }
    impl_->arrived.notify_one();
    job.wait();
    if (job.error) std::rethrow_exception(job.error);
    return;
  }
  constexpr int kAttempts = 4;
  for (int attempt = 1;; ++attempt) {
    try {
      const Impl::Leased leased(*impl_);
      soci::transaction transaction(leased.session);
      Tx tx(leased.session, leased.statements, impl_->backend, &impl_->options.trace);
      if (work(tx)) transaction.commit();
      return;
    } catch (const soci::postgresql_soci_error& error) {
      const auto state = error.sqlstate();  // serialization failure, deadlock: as if not begun
      const bool again = state == "40001" || state == "40P01";
      if (!again || attempt == kAttempts) throw;
    }
  }
}

std::optional<std::int64_t> Database::changes() {
  if (impl_->backend != Backend::sqlite) return std::nullopt;
  const std::scoped_lock lock(impl_->watch_mutex);
  auto* const statement =
      word(impl_->watch_session, impl_->watch_statements, "pragma data_version").statement;
  const bool told = sqlite_api::sqlite3_step(statement) == SQLITE_ROW;
  const auto version = told ? sqlite_api::sqlite3_column_int64(statement, 0) : 0;
  sqlite_api::sqlite3_reset(statement);
  if (!told) return std::nullopt;
  return version;
}

std::vector<std::string> Database::migrate() {
  std::vector<std::string> ran;
  for (const Migration& migration : migrations()) {
    run_write([&](Tx& tx) {
      tx.run(
          "create table if not exists schema_migration "
          "(name text not null primary key, applied_at text not null)");
      if (tx.backend() == Backend::postgresql) {  // two processes starting at once
        tx.run("lock table schema_migration in exclusive mode");
      }
      if (tx.number("select count(*) from schema_migration where name = :name", migration.name) >
          0) {
        return true;
      }
      for (const auto& statement : statements_of(migration.sql)) tx.run(statement);
      tx.run("insert into schema_migration (name, applied_at) values (:name, :at)", migration.name,
             Timestamp::now());
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
