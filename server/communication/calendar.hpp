// Calendar feeds: what is due for a person, a school or the district, at a secret address that a
// calendar program reads without a session. Features register what they have that is due.
#pragma once

#include <functional>

#include "communication/icalendar.hpp"
#include "identity/permissions.hpp"
#include "record/record.hpp"

namespace tandem::communication {

enum class CalendarScope { person, school, district };
BOOST_DESCRIBE_ENUM(CalendarScope, person, school, district)

// What is wanted of a source: what a person has to do, or else what is a school's, or else what is
// the district's own; not done yet; due from one day to another, both included.
struct CalendarQuery {
  DistrictId district;
  CalendarScope scope{};
  PersonId person;  // of scope person
  SchoolId school;  // of scope school
  Date from;
  Date to;
};

// A thing that is due, as a feature has it; the link is the page's path in the district.
struct DueEntry {
  std::string kind;  // one word for the calendar's address of it, such as action
  RecordId id;
  Date on;
  std::string title;
  std::string detail;
  std::string words;  // the kind, as people say it
  std::string page;   // such as /actions
  Timestamp changed_at;
};
inline constexpr std::int64_t kMostOfASource = 1000;  // entries
using CalendarSource = std::function<std::vector<DueEntry>(db::Tx&, const CalendarQuery&)>;

class CalendarSources {
 public:
  void add(CalendarSource source) { sources_.push_back(std::move(source)); }
  // Of all sources, by day.
  [[nodiscard]] std::vector<DueEntry> entries(db::Tx& tx, const CalendarQuery& query) const;

 private:
  std::vector<CalendarSource> sources_;
};

// Activities of the plan, action items, communications, barriers and the round's due date.
void add_known_sources(CalendarSources& sources);

struct CalendarFields {
  CalendarScope scope = CalendarScope::person;
  std::optional<SchoolId> school_id;  // of scope school
};
BOOST_DESCRIBE_STRUCT(CalendarFields, (), (scope, school_id))

// Somebody's feed, as it is shown: the address is shown once, when it is made.
struct CalendarFeed : record::Head, CalendarFields {
  PersonId person_id;
};
BOOST_DESCRIBE_STRUCT(CalendarFeed, (record::Head, CalendarFields), (person_id))

struct NewCalendarFeed : CalendarFeed {
  std::string address;
};
BOOST_DESCRIBE_STRUCT(NewCalendarFeed, (CalendarFeed), (address))

inline constexpr std::int64_t kMostFeeds = 20;  // of one person

// The person's own, the oldest first.
std::vector<CalendarFeed> feeds(db::Tx& tx, const DistrictId& district, const PersonId& person);
// 422 for a school that is not there, or missing; 409 if the person has kMostFeeds.
// home: the district in which who opens it has their account.
Result<NewCalendarFeed> open_feed(audit::Change& change, const DistrictId& home,
                                  const CalendarFields& fields, std::string_view public_url);
// 404 for one of somebody else.
Result<void> withdraw_feed(audit::Change& change, const RecordId& id, std::int64_t expected);

// The calendar at a secret address. 404 if there is none, it was withdrawn, or who opened it can
// no longer sign in or has lost their last role in the district.
Result<std::string> calendar_at(db::Tx& tx, std::string_view token, const CalendarSources& sources,
                                std::string_view public_url, const Date& today);

}  // namespace tandem::communication
