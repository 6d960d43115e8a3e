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
        case soci::dt_double: place = row.get<double>(i); break;
        case soci::dt_integer: place = row.get<int>(i); break;
        case soci::dt_long_long: place = static_cast<std::int64_t>(row.get<long long>(i)); break;
        default: place = row.get<std::string>(i);
      }
    }
    take(std::move(object));
  }
}

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
