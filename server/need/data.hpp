// Data sets: what a team looks at before it names a need. Each has its source, the day, the
// student group and the number of students behind every value, and what the team says it shows.
#pragma once

#include "need/words.hpp"
#include "record/record.hpp"

namespace tandem::need {

// What the values are about. Only where they are about students can a group be too small to show.
enum class Counted { students, other };
BOOST_DESCRIBE_ENUM(Counted, students, other)

enum class Better { higher, lower, neither };
BOOST_DESCRIBE_ENUM(Better, higher, lower, neither)

struct DataSetFields {
  Name title;
  Text<0, 300> source;
  Level level{};
  Subject subject{};
  std::vector<Component> components;
  Counted counted{};
  Text<0, 40> unit;  // such as %
  Better better{};
  Text<0, 4000> story;  // what the team says it shows
};
BOOST_DESCRIBE_STRUCT(DataSetFields, (),
                      (title, source, level, subject, components, counted, unit, better, story))
struct DataSet : record::Head, DataSetFields {
  static constexpr std::string_view table = "data_set", entity = "data_set";
  using Fields = DataSetFields;
  std::optional<SchoolId> school_id;  // none: the district's
  std::int64_t value_count = 0;
  std::optional<Date> latest_day;  // of its values
  std::int64_t values_saved = 0;   // how often
};
BOOST_DESCRIBE_STRUCT(DataSet, (record::Head, DataSetFields),
                      (school_id, value_count, latest_day, values_saved))

using Students = Whole<0, 1'000'000>;

// One value. The groups of one category (such as gender) have no student in common; without a
// category it is about everybody.
struct DataValue {
  Date day;
  Text<0, 80> category;
  Text<1, 120> student_group;
  std::optional<Students> students;
  std::optional<double> value;
  // Answered: withheld, students and value are none. Sent: keep what is there.
  bool suppressed = false;
};
BOOST_DESCRIBE_STRUCT(DataValue, (), (day, category, student_group, students, value, suppressed))

struct DataValues {
  std::vector<DataValue> values;
};
BOOST_DESCRIBE_STRUCT(DataValues, (), (values))

struct DataSetDetail : DataSet, DataValues {};
BOOST_DESCRIBE_STRUCT(DataSetDetail, (DataSet, DataValues), ())

inline constexpr std::size_t kMostValues = 1000;  // of one data set

}  // namespace tandem::need
