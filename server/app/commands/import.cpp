#include "exchange/import.hpp"

#include <fstream>
#include <iostream>
#include <iterator>

#include "app/commands/commands.hpp"
#include "app/commands/district.hpp"
#include "db/database.hpp"

namespace tandem::app {

int import_csv(const Config& config, const std::string& district_code, const Import& what) {
  std::ifstream stream(what.file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  const auto fields = json::from<exchange::ImportFields>(
      json::object{{"kind", what.kind},
                   {"mode", what.preview ? "preview" : "apply"},
                   {"file_name", what.file.substr(what.file.rfind('/') + 1)},
                   {"text", text},
                   {"mapping", nullptr}});
  if (!fields) return complain(fields.error());
  db::Database database({config.database, 1, {}});
  database.migrate();
  const auto result = database.write([&](db::Tx& tx) {
    audit::Change change(tx, district_named(tx, district_code).id, command_line(), "import");
    return exchange::import_file(change, *fields);
  });
  if (!result) return complain(result.error());
  for (const auto& row : result->rows) {
    if (row.outcome != exchange::Outcome::error) continue;
    for (const auto& reason : row.reasons) {
      std::cerr << "line " << row.line << ", " << row.label << ": "
                << (reason.field ? *reason.field + ": " : "") << reason.detail << "\n";
    }
  }
  const auto& counts = result->counts;
  std::cout << (what.preview ? "Would create " : "Created ") << counts.create << ", update "
            << counts.update << ", leave as they are " << counts.same << ", skip " << counts.skip
            << ", with an error " << counts.error << ".\n";
  return counts.error == 0 ? 0 : 1;
}

}  // namespace tandem::app
