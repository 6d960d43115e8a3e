// Commitments: what the district promises a school, or a school the district. The other side
// acknowledges it, and says later whether it was kept: each is accountable to the other.
#pragma once

#include "record/record.hpp"

namespace tandem::agreement {

enum class Direction { district_to_school, school_to_district };
BOOST_DESCRIBE_ENUM(Direction, district_to_school, school_to_district)

enum class Outcome { kept, partly, not_kept };
BOOST_DESCRIBE_ENUM(Outcome, kept, partly, not_kept)

struct CommitmentFields {
  Text<1, 300> title;
  Text<0, 4000> detail;
  Direction direction = Direction::district_to_school;
  std::optional<Date> due_on;       // by when it is to be kept
  std::optional<RecordId> goal_id;  // of the plan, that it serves
};
BOOST_DESCRIBE_STRUCT(CommitmentFields, (), (title, detail, direction, due_on, goal_id))

struct ReviewFields {
  Outcome outcome = Outcome::kept;
  Text<1, 2000> words;
};
BOOST_DESCRIBE_STRUCT(ReviewFields, (), (outcome, words))
struct Review : ReviewFields {
  std::string by;
  Timestamp at;
};
BOOST_DESCRIBE_STRUCT(Review, (ReviewFields), (by, at))

inline constexpr std::size_t kMostReviews = 20;  // of one commitment

struct Commitment : record::Head, CommitmentFields {
  static constexpr std::string_view table = "commitment", entity = "commitment";
  using Fields = CommitmentFields;
  SchoolId school_id;
  std::optional<Timestamp> acknowledged_at;
  std::optional<std::string> acknowledged_by;
  std::string acknowledged_note;
  std::optional<Outcome> outcome;  // of the last review
  std::vector<Review> reviews;     // the oldest first
};
BOOST_DESCRIBE_STRUCT(Commitment, (record::Head, CommitmentFields),
                      (school_id, acknowledged_at, acknowledged_by, acknowledged_note, outcome,
                       reviews))

struct AcknowledgeFields {
  Text<0, 2000> note;
};
BOOST_DESCRIBE_STRUCT(AcknowledgeFields, (), (note))

}  // namespace tandem::agreement
