// The rules of data sets: what values have to be like, which of them may be shown, and how a
// file or a pasted table becomes values. Pure.
#pragma once

#include "need/data.hpp"

namespace tandem::need {

std::vector<FieldError> faults(const DataSetFields& fields, bool of_school);
// By themselves and together: a value stands once for each day, category and group; about students
// it says how many.
std::vector<FieldError> faults(const std::vector<DataValue>& values, Counted counted);

// One of the district's student groups.
struct KnownGroup {
  RecordId id;
  std::string name;
  std::string category;  // empty: it is by itself
};
// A group by itself is the only one of a category with its own name.
std::string category_of(const KnownGroup& group);
// The group that a value is about, if it is one of these: by name, in its category or in none.
const KnownGroup* known_group(const DataValue& value, const std::vector<KnownGroup>& groups);
// Gives such values the group's category and its name as the district writes it, so that none of
// them passes for everybody.
std::vector<DataValue> named(std::vector<DataValue> values, const std::vector<KnownGroup>& groups);

// Withholds every value about fewer than ten students, and those from which it could be worked
// out (statistics/published.hpp): what was counted on one day is one question, whatever the
// categories.
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
