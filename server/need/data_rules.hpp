// The rules of data sets: what values have to be like, which of them may be shown, and how a
// file or a pasted table becomes values. Pure.
#pragma once

#include "need/data.hpp"

namespace tandem::need {

std::vector<FieldError> faults(const DataSetFields& fields, bool of_school);
// By themselves and together: a value stands once for each day, category and group; about students
// it says how many.
std::vector<FieldError> faults(const std::vector<DataValue>& values, Counted counted);

// Withholds every value about fewer than ten students, and those from which it could be worked
// out (statistics/suppression.hpp): each day and category is a table whose total is the value
// of that day about everybody. Where a category's groups add up to more than everybody, they
// overlap, and each is set against everybody by itself.
std::vector<DataValue> shown(std::vector<DataValue> values, Counted counted);

// The values sent, with what was kept in place of those sent as withheld; 422 where there is
// nothing to keep.
Result<std::vector<DataValue>> with_kept(const std::vector<DataValue>& sent,
                                         const std::vector<DataValue>& before);

// A line of a file that is not a value, and why.
struct LineFault {
  std::int64_t line = 0;
  std::string detail;
};
BOOST_DESCRIBE_STRUCT(LineFault, (), (line, detail))
struct ReadValues {
  std::vector<DataValue> values;
  std::vector<LineFault> problems;
};
BOOST_DESCRIBE_STRUCT(ReadValues, (), (values, problems))

// Columns by their usual names, in any order: day (date, year, school year), category, group, n
// (students, count), value (percent, result). Without a group a line is about all students. A
// school year stands for its last day. 422 at /text where no column holds a value or a day, or
// the text is no table.
Result<ReadValues> read_values(std::string_view text, Counted counted);

// As CSV (RFC 4180), with "withheld" where a value is; cells that a spreadsheet would take for a
// formula begin with an apostrophe.
std::string csv_of(const std::vector<DataValue>& shown_values);

}  // namespace tandem::need
