// Reports that are due, for the calendar feeds.
#pragma once

#include "communication/calendar.hpp"

namespace tandem::monitor {

// A person's are those of the schools where they have a role, and the district's for who is of the
// district team. What is submitted is no longer due.
std::vector<communication::DueEntry> due_reports(db::Tx& tx,
                                                 const communication::CalendarQuery& query);

}  // namespace tandem::monitor
