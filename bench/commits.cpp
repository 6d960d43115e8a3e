// How many single rows SQLite itself commits in a second, one after the other: the measure that
// saves through the server are held against. The same table, the same kind of row and the same
// durability (WAL, synchronous=FULL), in the folder of the server's database.
//   bench_commits FILE SECONDS    makes FILE; prints {"commits": n, "seconds": s}
#include <sqlite3.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>

namespace {

using Clock = std::chrono::steady_clock;

class Store {
 public:
  explicit Store(const char* path) {
    check(sqlite3_open(path, &database_));
    run("pragma journal_mode=wal");
    run("pragma synchronous=full");
    // As in server/migrations.
    run("create table template_answer (district_id text not null, template_id text not null, "
        "function_id text not null, field text not null, version bigint not null, "
        "value text not null, person_id text, updated_at text not null, updated_by text not null, "
        "primary key (district_id, template_id, function_id, field))");
    constexpr auto kSave =
        "insert into template_answer values (?1, ?2, ?3, 'evidence', ?4, ?5, null, ?6, ?7) "
        "on conflict do update set version = excluded.version, value = excluded.value, "
        "updated_at = excluded.updated_at";
    check(sqlite3_prepare_v2(database_, kSave, -1, &save_, nullptr));
    bind(1, "0197a3c2-7b00-7000-8000-000000000001");
    bind(2, "0197a3c2-7b00-7000-8000-000000000002");
    bind(6, "2026-11-24T08:15:30.250Z");
    bind(7, "Ada Administrator");
  }
  ~Store() {
    sqlite3_finalize(save_);
    sqlite3_close(database_);
  }
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  void save(const std::string& function, long long version, const std::string& value) {
    bind(3, function);
    check(sqlite3_bind_int64(save_, 4, version));
    bind(5, value);
    if (sqlite3_step(save_) != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(database_));
    check(sqlite3_reset(save_));
  }

 private:
  void check(int code) {
    if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(database_));
  }
  void run(const char* sql) { check(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr)); }
  void bind(int place, const std::string& text) {
    check(sqlite3_bind_text(save_, place, text.data(), static_cast<int>(text.size()),
                            SQLITE_TRANSIENT));
  }

  sqlite3* database_ = nullptr;
  sqlite3_stmt* save_ = nullptr;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return std::fprintf(stderr, "bench_commits FILE SECONDS\n"), 2;
  try {
    Store store(argv[1]);
    constexpr long long kRows = 32;  // as many as the server's writers have in turn
    const std::string words(200, 'x');
    const auto start = Clock::now();
    const auto end = start + std::chrono::duration<double>(std::atof(argv[2]));
    long long commits = 0;
    while (Clock::now() < end) {
      store.save("function-" + std::to_string(commits % kRows), commits / kRows + 1,
                 words + std::to_string(commits));
      ++commits;
    }
    const std::chrono::duration<double> took = Clock::now() - start;
    std::printf("{\"commits\": %lld, \"seconds\": %.3f}\n", commits, took.count());
  } catch (const std::exception& error) {
    return std::fprintf(stderr, "bench_commits: %s\n", error.what()), 1;
  }
}
