// Surveys have nobody who leads them: they end by themselves when their closing time has passed,
// and whoever is asked and has not answered finds them on their home page.
#pragma once

#include <functional>

#include "db/database.hpp"
#include "workshop/service.hpp"

namespace tandem::workshop {

// A survey that is open, as somebody who is asked sees it.
struct OpenSurvey {
  RecordId id;
  std::string title;
  std::string code;
  bool anonymous = false;
  std::optional<SchoolId> school_id;  // none: the whole district is asked
  std::optional<Timestamp> closes_at;
};
BOOST_DESCRIBE_STRUCT(OpenSurvey, (), (id, title, code, anonymous, school_id, closes_at))
// Those that the person has not answered, as far as it is known: an anonymous one keeps nobody's
// name, so it is in the list until it closes.
std::vector<OpenSurvey> unanswered_surveys(db::Tx& tx, const DistrictId& district,
                                           const PersonId& person, const Timestamp& now,
                                           std::int64_t limit);

// What a reminder needs. Who has answered is told as a number only, so it goes to everybody.
struct Reminder {
  std::int64_t invited = 0;         // people with an account: the school's, or all of the district
  std::int64_t joined = 0;          // seats, guests too
  std::int64_t answered = 0;        // seats, or their groups, that have given an answer
  std::vector<std::string> emails;  // of those invited, at most 500
};
BOOST_DESCRIBE_STRUCT(Reminder, (), (invited, joined, answered, emails))
// 409 unless it is a survey that is open.
Result<Reminder> reminder(db::Tx& tx, const DistrictId& district, const RecordId& workshop);

// Ends each survey of any district whose closing time has passed, as ending it by hand would;
// gives how many. A transaction each. `publish` tells those who look on (SQLite; on PostgreSQL the
// commit does). May be called in several processes at once.
std::size_t end_due_surveys(db::Database& database, toolkit::Packs& packs, const Timestamp& now,
                            const std::function<void(const std::vector<audit::Event>&)>& publish);

}  // namespace tandem::workshop
