#include "db/migrations.hpp"

#include "base/embedded.hpp"
#include "base/types.hpp"

namespace tandem::db {

const std::vector<Migration>& migrations() {
  static const std::vector<Migration> all = [] {
    std::vector<Migration> found;
    for (const auto& file : embedded::files("migrations/")) {  // sorted by path
      const auto name = file.path.substr(std::string_view("migrations/").size());
      found.push_back({std::string(name.substr(0, name.rfind('.'))), file.bytes});
    }
    return found;
  }();
  return all;
}

std::vector<std::string> statements_of(std::string_view script) {
  std::vector<std::string> statements;
  std::string current;
  while (!script.empty()) {
    const auto end = script.find('\n');
    const auto line = trim(script.substr(0, end));
    script.remove_prefix(end == std::string_view::npos ? script.size() : end + 1);
    if (line.empty() || line.rfind("--", 0) == 0) continue;
    current += line + "\n";
    if (line.back() != ';') continue;
    current.resize(current.size() - 2);  // SOCI wants no ';'
    statements.push_back(std::move(current));
    current.clear();
  }
  if (!current.empty()) statements.push_back(std::move(current));
  return statements;
}

}  // namespace tandem::db
