// What becomes of one row of a file.
#pragma once

#include "base/json.hpp"
#include "exchange/columns.hpp"

namespace tandem::exchange {

// skip: not one of ours. error: cannot be read. Both say why.
enum class Outcome { create, update, same, skip, error };
BOOST_DESCRIBE_ENUM(Outcome, create, update, same, skip, error)

struct Reason {
  std::optional<std::string> field;  // none: the row as a whole
  std::string detail;
};
BOOST_DESCRIBE_STRUCT(Reason, (), (field, detail))

struct RowResult {
  std::int64_t line = 0;
  Outcome outcome = Outcome::same;
  std::string label;  // what the row is about, in words
  std::vector<Reason> reasons;
};
BOOST_DESCRIBE_STRUCT(RowResult, (), (line, outcome, label, reasons))

// What is to be written for a row, if anything. R is the record it is about.
template <class R, class Fields>
struct Decision {
  RowResult row;
  Fields fields;              // to create or update with
  std::optional<R> existing;  // to update

  Decision& settle(Outcome outcome, std::optional<std::string> field, std::string detail) {
    row.outcome = outcome;
    row.reasons.push_back({std::move(field), std::move(detail)});
    return *this;
  }
};

// At most so many characters, with … at the end of what was cut.
std::string cut(const std::string& text, std::size_t most);
// A problem's faults as reasons: "/pupils" is the field pupils.
std::vector<Reason> reasons_of(const Problem& problem);
// Members of two objects that differ, as reasons: from what to what.
std::vector<Reason> differences(const json::value& before, const json::value& after);
// Faults that any row can have: formulas, cells beyond the last column.
std::vector<Reason> row_faults(const Cells& cells, std::size_t columns);

}  // namespace tandem::exchange
