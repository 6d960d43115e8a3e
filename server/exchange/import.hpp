// Bringing in schools or people from a CSV file: what each row would do, and doing it. Nothing
// is kept between the two: the same file and mapping say the same again.
#pragma once

#include "audit/change.hpp"
#include "exchange/outcome.hpp"

namespace tandem::exchange {

enum class Mode { preview, apply };  // preview writes nothing
BOOST_DESCRIBE_ENUM(Mode, preview, apply)

// A file's content, as it came: neither trimmed nor checked.
struct FileText {
  std::string value;
};
inline constexpr std::size_t kLargestFile = 4'194'304;  // characters
void read(const json::value& in, FileText& out, json::Reader& reader);

struct ImportFields {
  Kind kind{};
  Mode mode{};
  Text<1, 255> file_name;
  FileText text;
  std::optional<Mapping> mapping;  // none: guessed from the headers
};
BOOST_DESCRIBE_STRUCT(ImportFields, (), (kind, mode, file_name, text, mapping))

struct Column {
  std::int64_t index = 0;
  std::string header;
  std::vector<std::string> samples;  // of its first rows
};
BOOST_DESCRIBE_STRUCT(Column, (), (index, header, samples))

struct Counts {
  std::int64_t create = 0, update = 0, same = 0, skip = 0, error = 0;
};
BOOST_DESCRIBE_STRUCT(Counts, (), (create, update, same, skip, error))

struct ImportResult {
  Kind kind{};
  Mode mode{};
  std::vector<Column> columns;
  std::vector<Field> fields;
  Mapping mapping;
  Counts counts;
  std::vector<RowResult> rows;
  bool truncated = false;  // there are more rows than are listed
};
BOOST_DESCRIBE_STRUCT(ImportResult, (),
                      (kind, mode, columns, fields, mapping, counts, rows, truncated))

Result<ImportResult> import_file(audit::Change& change, const ImportFields& fields);

}  // namespace tandem::exchange
