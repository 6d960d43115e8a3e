// Which column of a file holds which field. Exports differ in the order and names of their
// columns, so columns are matched by the names they are known to have, and can be corrected.
#pragma once

#include <map>

#include "base/json.hpp"
#include "exchange/csv.hpp"

namespace tandem::exchange {

enum class Kind { schools, people };
BOOST_DESCRIBE_ENUM(Kind, schools, people)

// A field that a column can be mapped to.
struct Field {
  std::string field;
  std::string label;
  bool required = false;
};
BOOST_DESCRIBE_STRUCT(Field, (), (field, label, required))

std::vector<Field> fields_of(Kind kind);

// Each field and the index of its column; none: no column holds it.
using ColumnIndex = Whole<0, static_cast<std::int64_t>(kMostColumns) - 1>;
using Mapping = std::map<std::string, std::optional<ColumnIndex>>;

// By the columns' names, in whatever letter case and spacing. Every field is in it.
Mapping guess(Kind kind, const std::vector<std::string>& header);
// A mapping that was given: 422 if it names a field or a column that is not there. Fields it
// leaves out are in it with none.
Result<Mapping> check_mapping(Kind kind, const Mapping& given, std::size_t columns);

// Letters and digits only, in lower case: what two spellings of a word have in common.
std::string bare(std::string_view text);

// One row as its fields.
class Cells {
 public:
  Cells(const Mapping& mapping, const Row& row) : mapping_(mapping), row_(row) {}

  // What stands there, trimmed, white space as single spaces; empty if no column holds it.
  [[nodiscard]] std::string text(const std::string& field) const;
  // Fields whose cell begins as a spreadsheet's formula does. (OWASP, CSV Injection.)
  [[nodiscard]] std::vector<std::string> formulas() const;
  [[nodiscard]] const Row& row() const { return row_; }

 private:
  [[nodiscard]] const std::string* cell(const std::string& field) const;
  const Mapping& mapping_;
  const Row& row_;
};

}  // namespace tandem::exchange
