// Writes a calendar as iCalendar (RFC 5545), with libical.
#pragma once

#include <string>
#include <vector>

#include "base/types.hpp"

namespace tandem::communication {

// One thing of one day. Whole days: nobody's time zone can move it to another one.
struct CalendarEntry {
  std::string uid;  // the same for the same thing at every reading
  Date on;
  std::string title;
  std::string detail;
  std::string kind;  // in words: a category of the calendar
  std::string link;  // address of the page, absolute
  Timestamp changed_at;
};

// The media type text/calendar; name is what a calendar program calls it.
std::string icalendar(const std::string& name, const std::vector<CalendarEntry>& entries);

}  // namespace tandem::communication
