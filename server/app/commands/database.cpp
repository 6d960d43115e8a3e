
#include "db/database.hpp"

#include <filesystem>
#include <iostream>
#include <set>

#include "app/commands/commands.hpp"
#include "app/commands/district.hpp"
#include "audit/history.hpp"
#include "db/migrations.hpp"
#include "toolkit/packs.hpp"

namespace tandem::app {
namespace {

std::string sqlite_path(const Config& config) {
  constexpr std::string_view kStart = "sqlite:";
  if (config.database.rfind(kStart, 0) != 0) {
    throw std::invalid_argument("this is for SQLite; on PostgreSQL use pg_dump and pg_restore");
  }
  return config.database.substr(kStart.size());
}

// Every table of the schema, from the migrations themselves, but for what is not a district's
// record: what signs people in, and answers kept for repeated requests.
std::vector<std::string> exported_tables() {
  const std::string kStart = "create table ";
  const std::set<std::string> left_out{"session", "invitation", "idempotency"};
  std::vector<std::string> tables;
  for (const auto& migration : db::migrations()) {
    for (const auto& statement : db::statements_of(migration.sql)) {
      if (statement.rfind(kStart, 0) != 0) continue;
      const auto name =
          statement.substr(kStart.size(), statement.find(' ', kStart.size()) - kStart.size());
      if (left_out.count(name) == 0) tables.push_back(name);
    }
  }
  return tables;
}

}  // namespace

int migrate(const Config& config) {
  db::Database database({config.database, 1, {}});
  const auto done = database.migrate();
  for (const auto& name : done) std::cout << "migrated " << name << "\n";
  if (done.empty()) std::cout << "The database is up to date.\n";
  return 0;
}

int backup(const Config& config, const std::string& file) {
  if (std::filesystem::exists(file)) {
    std::cerr << file << " is there already; a backup never overwrites\n";
    return 1;
  }
  sqlite_path(config);
  db::Database database({config.database, 1, {}});
  database.backup_to(file);
  std::cout << "Backed up to " << file << " (" << std::filesystem::file_size(file) << " bytes)\n";
  return 0;
}

int restore(const Config& config, const std::string& file, bool force) {
  namespace fs = std::filesystem;
  const fs::path place = sqlite_path(config);
  if (fs::exists(place) && !force) {
    std::cerr << place.string() << " is there already; --force replaces it\n";
    return 1;
  }
  {  // Not put in place before it is known to be whole and ours.
    db::Database check({"sqlite:" + file, 1, {}});
    check.migrate();
    if (!check.ready()) {
      std::cerr << file << " is not a backup of this program\n";
      return 1;
    }
  }
  if (place.has_parent_path()) fs::create_directories(place.parent_path());
  const fs::path fresh = place.string() + ".restoring";
  fs::copy_file(file, fresh, fs::copy_options::overwrite_existing);
  for (const auto* suffix : {"-wal", "-shm"}) fs::remove(place.string() + suffix);
  fs::rename(fresh, place);
  std::cout << "Restored " << place.string() << " from " << file << "\n";
  return 0;
}

int doctor(const Config& config) {
  int faults = 0;
  const auto say = [&](bool good, const std::string& what) {
    std::cout << (good ? "ok     " : "FAULT  ") << what << "\n";
    if (!good) ++faults;
  };
  db::Database database({config.database, 1, {}});
  database.migrate();
  say(database.ready(), "the database answers and its schema is up to date");
  const toolkit::Packs packs;
  say(true, "the built-in toolkit pack is " + packs.built_in()->title);
  database.read([&](db::Tx& tx) {
    for (const auto& district : org::all_districts(tx)) {
      const auto broken = audit::verify(tx, district.id);
      say(!broken,
          "the history of " + district.name +
              (broken ? " is broken at entry " + std::to_string(broken->seq) + ": " + broken->why
                      : " is whole"));
    }
    return true;
  });
  std::cout << (faults == 0 ? "All is well.\n" : "Not all is well.\n");
  return faults == 0 ? 0 : 1;
}

int export_district(const Config& config, const std::string& district_code) {
  db::Database database({config.database, 1, {}});
  database.migrate();
  return database.read([&](db::Tx& tx) {
    const auto district = district_named(tx, district_code);
    std::cout << boost::json::serialize(json::object{{"format", "tandem-export"},
                                                     {"version", 1},
                                                     {"program", TANDEM_VERSION},
                                                     {"district", district.code}})
              << "\n";
    for (const auto& table : exported_tables()) {
      tx.each_object("select * from " + table + " where district_id = :district", district.id,
                     [&](json::object row) {
                       row.erase("password_hash");
                       std::cout << boost::json::serialize(
                                        json::object{{"table", table}, {"row", std::move(row)}})
                                 << "\n";
                     });
    }
    return 0;
  });
}

}  // namespace tandem::app
