// A CSV file as a table (RFC 4180, and what spreadsheets make of it: other delimiters, a byte
// order mark, lines that end in CR). Reading is libcsv's; here is what comes before and after.
#pragma once

#include "base/problem.hpp"

namespace tandem::exchange {

inline constexpr std::size_t kMostRows = 20'000;
inline constexpr std::size_t kMostColumns = 500;

struct Row {
  std::int64_t line = 0;  // of the file, where the row begins; the first is 1
  std::vector<std::string> cells;
};

struct Table {
  char delimiter = ',';
  std::vector<std::string> header;
  std::vector<Row> rows;  // without empty ones
};

// 422 at /text if the file cannot be read: not UTF-8, quotes that do not match, too many rows.
Result<Table> read_table(std::string_view text);

}  // namespace tandem::exchange
