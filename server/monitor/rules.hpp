// What reports have to be like and how they stand in time. Pure.
#pragma once

#include "monitor/monitor.hpp"

namespace tandem::monitor {

// How a report stands on a day. The order is that of urgency.
enum class Standing { missing, late, waiting, upcoming, submitted_late, submitted };
BOOST_DESCRIBE_ENUM(Standing, missing, late, waiting, upcoming, submitted_late, submitted)

// Late for two weeks after the day it was due; after that it is missing.
inline constexpr std::chrono::days kGrace{14};

Standing standing_of(const CycleFields& cycle, const Report& report, const Date& today);

std::vector<FieldError> faults(const CycleFields& fields);

// What is wrong with the text of a part, or nothing. Empty is always right: nothing said yet.
std::optional<std::string> part_fault(Part part, const std::string& value);

// What a value must be by itself, knowing the measure's unit; the day must not lie ahead.
std::vector<FieldError> faults(const ValueFields& fields, const std::string& unit,
                               const Date& today);
inline bool is_share(const std::string& unit) { return unit == "%"; }
// The value in the measure's unit, be it given or counted.
double value_of(const ValueFields& fields);

// The strategies that a report is about: of goals that are monitored actively and apply to the
// school (all of them for the district's own), and not stopped before the cycle was due.
bool is_reported(const plan::Goal& goal, const plan::Strategy& strategy,
                 const std::optional<SchoolId>& school, const CycleFields& cycle);

// One cannot submit before each strategy's fidelity is rated: a fault at
// /strategies/<id>/fidelity for each that is not.
std::vector<FieldError> missing_parts(const std::vector<RecordId>& strategies,
                                      const std::vector<Entry>& entries);

}  // namespace tandem::monitor
