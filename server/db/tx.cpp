#include "db/tx.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace tandem::db {

void Tx::start(soci::statement& statement, const std::string& sql) {
  if (trace_ != nullptr && *trace_) (*trace_)(sql);
  statement.alloc();
  statement.prepare(sql);
  statement.define_and_bind();
}

bool Tx::guarded(const std::function<bool()>& step) {
  try {
    return step();
  } catch (const soci::sqlite3_soci_error& error) {
    constexpr int kConstraint = 19;  // SQLITE_CONSTRAINT, with or without its extended part
    if ((error.result() & 0xFF) == kConstraint) throw Duplicate(error.what());
    throw;
  } catch (const soci::postgresql_soci_error& error) {
    if (error.sqlstate() == "23505") throw Duplicate(error.what());  // unique_violation
    throw;
  }
}

}  // namespace tandem::db
