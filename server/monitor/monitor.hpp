// Monitoring: are adults doing what was planned (implementation), and are students better off
// (impact)? Cycles that the district sets, what each school and the district report in them, and
// the values of measures.
#pragma once

#include "plan/plan.hpp"

namespace tandem::monitor {

// The one live topic of all that is below.
inline constexpr std::string_view kTopic = "monitoring";

struct CycleFields {
  Name name;
  Date opens_on;
  Date due_on;
};
BOOST_DESCRIBE_STRUCT(CycleFields, (), (name, opens_on, due_on))
struct Cycle : record::Head, CycleFields {
  static constexpr std::string_view table = "monitoring_cycle", entity = "monitoring_cycle";
  using Fields = CycleFields;
  SchoolYear year;  // that of the day it is due
};
BOOST_DESCRIBE_STRUCT(Cycle, (record::Head, CycleFields), (year))

enum class ReportState { draft, submitted };
BOOST_DESCRIBE_ENUM(ReportState, draft, submitted)

struct NoFields {};
BOOST_DESCRIBE_STRUCT(NoFields, (), ())
// What a school, or the district, reports in a cycle.
struct Report : record::Head, NoFields {
  static constexpr std::string_view table = "monitoring_report", entity = "monitoring_report";
  using Fields = NoFields;
  RecordId cycle_id;
  std::optional<SchoolId> school_id;  // none: the district's own
  ReportState state = ReportState::draft;
  std::optional<Timestamp> submitted_at;
  std::string submitted_by;
};
BOOST_DESCRIBE_STRUCT(Report, (record::Head, NoFields),
                      (cycle_id, school_id, state, submitted_at, submitted_by))

// What a report says of a strategy, part by part. Each is kept as a text: fidelity 0 to 4,
// adults in whole numbers, students in whole numbers from ten on, 0, or "few" for one to nine;
// recommendation is continue, adjust or stop.
enum class Part {
  fidelity,
  evidence,
  adults_reached,
  adults_expected,
  students_reached,
  meaning,
  recommendation,
  advice
};
BOOST_DESCRIBE_ENUM(Part, fidelity, evidence, adults_reached, adults_expected, students_reached,
                    meaning, recommendation, advice)
inline constexpr std::string_view kFew = "few";

struct EntryFields {
  Text<0, 4000> value;
};
BOOST_DESCRIBE_STRUCT(EntryFields, (), (value))
struct Entry {
  static constexpr std::string_view table = "report_entry", entity = "report_entry";
  RecordId report_id;
  RecordId strategy_id;
  Part part{};
  std::string value;
  std::int64_t version = 1;
  Timestamp updated_at;
  std::string updated_by;
};
BOOST_DESCRIBE_STRUCT(Entry, (),
                      (report_id, strategy_id, part, value, version, updated_at, updated_by))

using Students = Whole<0, 1'000'000>;
struct ValueFields {
  RecordId measure_id;
  Date taken_on;
  std::optional<RecordId> group_id;  // of the district's student groups; none: all students
  std::optional<double> value;       // in the measure's unit; or
  std::optional<Students> count;     // how many of n
  std::optional<Students> n;         // of how many students; has to be said for shares and groups
};
BOOST_DESCRIBE_STRUCT(ValueFields, (), (measure_id, taken_on, group_id, value, count, n))
// As stored. Never answered as it is: see shown.hpp.
struct Value : record::Head, ValueFields {
  static constexpr std::string_view table = "measure_value", entity = "measure_value";
  using Fields = ValueFields;
  std::optional<SchoolId> school_id;
  RecordId report_id;
};
BOOST_DESCRIBE_STRUCT(Value, (record::Head, ValueFields), (school_id, report_id))

}  // namespace tandem::monitor
