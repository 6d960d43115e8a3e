#include "db/tx.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace tandem::db {

void Tx::each_object(const std::string& sql, const DistrictId& district,
                     const std::function<void(json::object)>& take) {
  if (trace_ != nullptr && *trace_) (*trace_)(sql);
  const soci::rowset<soci::row> rows = (session_.prepare << sql, soci::use(district.value));
  for (const auto& row : rows) {
    json::object object;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const auto& column = row.get_properties(i);
      auto& place = object[column.get_name()];
      if (row.get_indicator(i) == soci::i_null) continue;
      switch (column.get_data_type()) {
        case soci::dt_double:
          place = row.get<double>(i);
          break;
        case soci::dt_integer:
          place = row.get<int>(i);
          break;
        case soci::dt_long_long:
          place = static_cast<std::int64_t>(row.get<long long>(i));
          break;
        default:
          place = row.get<std::string>(i);
      }
    }
    take(std::move(object));
  }
}

void Tx::guarded(const Statements::Kept& kept, soci::statement& statement,
                 const std::function<void()>& step) {
  // A statement that is not at rest keeps SQLite's snapshot, or libpq's rows in memory.
  struct Rest {
    Backend backend;
    soci::details::statement_backend* statement;
    ~Rest() {
      if (backend == Backend::sqlite) {
        sqlite_api::sqlite3_reset(static_cast<soci::sqlite3_statement_backend*>(statement)->stmt_);
      } else {
        static_cast<soci::postgresql_statement_backend*>(statement)->result_.reset();
      }
    }
  };
  try {
    const Rest rest{backend_, statement.get_backend()};
    step();
  } catch (const soci::sqlite3_soci_error& error) {
    statements_.forget(kept);        // SOCI has ended it
    constexpr int kConstraint = 19;  // SQLITE_CONSTRAINT, with or without its extended part
    if ((error.result() & 0xFF) == kConstraint) throw Duplicate(error.what());
    throw;
  } catch (const soci::postgresql_soci_error& error) {
    if (error.sqlstate() == "23505") throw Duplicate(error.what());  // unique_violation
    // Prepared before a migration changed the table, or unknown to the server.
    if (error.sqlstate() == "0A000" || error.sqlstate() == "26000") statements_.forget(kept);
    throw;
  }
}

}  // namespace tandem::db
