#include "testing/database.hpp"

#include <libpq-fe.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <regex>

namespace tandem::testing {
namespace {

std::string fresh_name() {
  static std::atomic<int> count = 0;
  return fmt::format("tandem_test_{}_{}", ::getpid(), ++count);
}

// postgresql://user@host:port/postgres -> .../name
std::string url_of(const std::string& server, const std::string& name) {
  return server.substr(0, server.rfind('/') + 1) + name;
}

// For what no transaction can do: making and dropping databases.
void run_on_server(const std::string& server, const std::string& sql) {
  PGconn* const connection = PQconnectdb(server.c_str());
  PGresult* const result = PQexec(connection, sql.c_str());
  const bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
  const std::string error = PQerrorMessage(connection);
  PQclear(result);
  PQfinish(connection);
  if (!done) throw std::runtime_error(sql + ": " + error);
}

struct PlanLine {
  std::string line;
};
BOOST_DESCRIBE_STRUCT(PlanLine, (), (line))

}  // namespace

void StoreTest::SetUp() {
  db::Options options;
  options.connections = 3;
  options.trace = [this](const std::string& sql) {
    static std::mutex mutex;
    const std::scoped_lock lock(mutex);
    statements.insert(sql);
  };
  if (GetParam() == "sqlite") {
    place_ = (std::filesystem::temp_directory_path() / (fresh_name() + ".db")).string();
    options.url = "sqlite:" + place_;
  } else {
    const char* server = std::getenv("TANDEM_TEST_POSTGRESQL");
    if (server == nullptr) {
      ASSERT_EQ(std::getenv("TANDEM_TEST_ALL"), nullptr) << "TANDEM_TEST_POSTGRESQL is not set";
      GTEST_SKIP() << "no PostgreSQL: see server/testing/database.hpp";
    }
    place_ = fresh_name();
    run_on_server(server, "create database " + place_);
    options.url = url_of(server, place_);
  }
  database = std::make_unique<db::Database>(std::move(options));
  database->migrate();
  district = new_id<DistrictId>();
  actor = {new_id<PersonId>(), "Test Person"};
  must_write([&](audit::Change& change) -> Result<void> {
    change.tx.run(
        "insert into district (district_id, id, version, created_at, updated_at, "
        "updated_by, code, name, kind) values (:d, :i, 1, :c, :u, '', '00001', "
        "'Test District', 'district')",
        district, district.value, change.now, change.now);
    return {};
  });
  events.clear();
  statements.clear();
}

void StoreTest::TearDown() {
  database.reset();
  if (GetParam() == "sqlite") {
    for (const auto* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(place_ + suffix);
  } else if (!place_.empty()) {
    run_on_server(std::getenv("TANDEM_TEST_POSTGRESQL"),
                  "drop database if exists " + place_ + " with (force)");
  }
}

SchoolId StoreTest::add_school(const std::string& name, const std::string& status) {
  const auto id = new_id<SchoolId>();
  must_write([&](audit::Change& change) -> Result<void> {
    change.tx.run(
        "insert into school (district_id, id, version, created_at, updated_at, "
        "updated_by, code, name, level, grades, status, pupils, disadvantaged_pupils, "
        "city) values (:d, :i, 1, :c, :u, '', :code, :name, 'elementary', '', :status, "
        "null, null, '')",
        district, id, change.now, change.now, id.value.substr(24), name, status);
    return {};
  });
  return id;
}

PersonId StoreTest::add_person(const std::string& name) {
  const auto id = new_id<PersonId>();
  must_write([&](audit::Change& change) -> Result<void> {
    change.tx.run(
        "insert into person (district_id, id, version, created_at, updated_at, "
        "updated_by, email, name, title, active, password_hash) values "
        "(:d, :i, 1, :c, :u, '', :e, :n, '', 1, null)",
        district, id, change.now, change.now, id.value + "@school.example", name);
    return {};
  });
  return id;
}

void StoreTest::expect_indexed() {
  const bool sqlite = GetParam() == "sqlite";
  const auto traced = statements;
  for (const auto& sql : traced) {
    if (sql.rfind("insert", 0) == 0) continue;
    // The plan does not depend on the values: every parameter is bound as null.
    const std::string statement = std::regex_replace(sql, std::regex(":[a-z_0-9]+"), "null");
    std::string plan;
    if (sqlite) {
      soci::session session(soci::sqlite3, "dbname=\"" + place_ + "\"");
      const soci::rowset<soci::row> rows = session.prepare << "explain query plan " + statement;
      for (const auto& row : rows) plan += row.get<std::string>(3) + "\n";
      EXPECT_FALSE(std::regex_search(plan, std::regex("(^|\n)SCAN (?!CONSTANT|\\()\\w+(?! USING)")))
          << sql << "\n"
          << plan;
    } else {
      // The tables are nearly empty, where a scan is right; ask what it would do when they are not.
      database->read([&](db::Tx& tx) {
        tx.run("set local enable_seqscan = off");
        const auto text = std::regex_replace(sql, std::regex(":[a-z_0-9]+"), "'1'");
        for (const auto& row : tx.all<PlanLine>("explain " + text)) plan += row.line + "\n";
        return true;
      });
      EXPECT_EQ(plan.find("Seq Scan"), std::string::npos) << sql << "\n" << plan;
    }
  }
}

}  // namespace tandem::testing
