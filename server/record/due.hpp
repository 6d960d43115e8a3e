// What lists have in common that are sorted by due date and gone through page by page, and that
// can be searched for a text.
#pragma once

#include "record/record.hpp"

namespace tandem::record {

// A place in a list that is sorted by due date (those without one last), then by id.
struct Place {
  std::string due;  // a date, or kNoDue
  RecordId id;
};
inline constexpr std::string_view kNoDue = "9999-12-31";

std::string cursor_of(const std::optional<Date>& due_on, const RecordId& id);
Result<Place> place_of(const std::string& cursor);  // the list's start for ""; 400 if none of ours

// A pattern for LIKE ... ESCAPE '\' that finds the text anywhere.
std::string pattern_of(std::string_view text);

// One condition of a list's WHERE, such as filter(asked, "owner_id = :owner", id). A filter that is
// not asked for compares an empty value with an empty value: so each way to ask has one text, and
// its values always stand in the same order.
struct Filter {
  std::string sql;
  std::string value;
};
Filter filter(bool asked, const std::string& sql, std::string value);

// Those of a school, or (district_only) those of no school, or all.
Filter in_school(const std::optional<SchoolId>& school, bool district_only);

}  // namespace tandem::record
