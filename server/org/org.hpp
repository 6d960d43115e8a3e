// The district and its schools.
#pragma once

#include "record/record.hpp"

namespace tandem::org {

using Code = Text<1, 20>;  // the state's code, as text: leading zeros matter

enum class DistrictKind { district, isd };  // isd: a regional service agency
BOOST_DESCRIBE_ENUM(DistrictKind, district, isd)

struct DistrictFields {
  Code code;
  Name name;
};
BOOST_DESCRIBE_STRUCT(DistrictFields, (), (code, name))

struct District : record::Head, DistrictFields {
  static constexpr std::string_view table = "district", entity = "district";
  using Fields = DistrictFields;
  DistrictKind kind = DistrictKind::district;
};
BOOST_DESCRIBE_STRUCT(District, (record::Head, DistrictFields), (kind))

enum class SchoolLevel { elementary, middle, high, k8, k12, other };
BOOST_DESCRIBE_ENUM(SchoolLevel, elementary, middle, high, k8, k12, other)
enum class SchoolStatus { open, closed };  // a closed school takes no part in rounds or the plan
BOOST_DESCRIBE_ENUM(SchoolStatus, open, closed)

using PupilCount = Whole<0, 1'000'000>;

struct SchoolFields {
  Code code;
  Name name;
  SchoolLevel level = SchoolLevel::other;
  Text<0, 100> grades;  // such as K-5
  SchoolStatus status = SchoolStatus::open;
  std::optional<PupilCount> pupils;
  std::optional<PupilCount> disadvantaged_pupils;  // not more than pupils
  Text<0, 100> city;
};
BOOST_DESCRIBE_STRUCT(SchoolFields, (),
                      (code, name, level, grades, status, pupils, disadvantaged_pupils, city))

struct School : record::Head, SchoolFields {
  static constexpr std::string_view table = "school", entity = "school";
  using Fields = SchoolFields;
  [[nodiscard]] SchoolId school_id() const { return SchoolId{id.value}; }
};
BOOST_DESCRIBE_STRUCT(School, (record::Head, SchoolFields), ())

// 422 if the counts of pupils contradict each other.
Result<void> check(const SchoolFields& fields);

}  // namespace tandem::org
