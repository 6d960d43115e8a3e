// On which days something is due, and where it stands. Pure.
#pragma once

#include "communication/communication.hpp"

namespace tandem::communication {

std::vector<FieldError> faults(const CommunicationFields& fields);

// The days on which it is due, from one day to another, both included; at most so many. What
// repeats by month falls on the day of the month of its first day, or on the month's last day
// where there is no such day.
std::vector<Date> days(const CommunicationFields& fields, const Date& from, const Date& to,
                       std::size_t most = 1000);
bool is_day(const CommunicationFields& fields, const Date& day);

// What was done up to and including done_until is no longer due, and neither is what was missed
// before it.
Standing standing_of(const CommunicationFields& fields, const std::optional<Date>& done_until,
                     const Date& today);

}  // namespace tandem::communication
