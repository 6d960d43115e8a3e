// The schema's steps, from server/migrations/*.sql, in order of their names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tandem::db {

struct Migration {
  std::string name;  // 0001_district
  std::string_view sql;
};

const std::vector<Migration>& migrations();

// The statements of a script: parts that end in ';' at the end of a line, comments left out.
std::vector<std::string> statements_of(std::string_view script);

}  // namespace tandem::db
