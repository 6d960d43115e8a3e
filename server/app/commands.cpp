#include "app/commands.hpp"

#include <filesystem>
#include <iostream>

#include "app/features.hpp"
#include "base/log.hpp"

namespace tandem::app {
namespace {

std::string sqlite_path(const Config& config) {
  constexpr std::string_view kStart = "sqlite:";
  if (config.database.rfind(kStart, 0) != 0) {
    throw std::invalid_argument("this is for SQLite; on PostgreSQL use pg_dump and pg_restore");
  }
  return config.database.substr(kStart.size());
}

}  // namespace

int migrate(const Config& config) {
  db::Database database({config.database, 1, {}});
  const auto done = database.migrate();
  for (const auto& name : done) std::cout << "migrated " << name << "\n";
  if (done.empty()) std::cout << "The database is up to date.\n";
  return 0;
}

int print_routes(const Config& config) {
  db::Database database({"sqlite::memory:", 1, {}});
  Features features;
  json::array routes;
  for (const auto& route : all_routes(features, database, config).all()) {
    routes.push_back({{"operation", route.operation},
                      {"method", http::name_of(route.method)},
                      {"path", route.base + route.path}});
  }
  std::cout << boost::json::serialize(routes) << "\n";
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

}  // namespace tandem::app
