#include "record/due.hpp"

namespace tandem::record {

std::string cursor_of(const std::optional<Date>& due_on, const RecordId& id) {
  return (due_on ? due_on->value : std::string(kNoDue)) + "_" + id.value;
}

Result<Place> place_of(const std::string& cursor) {
  if (cursor.empty()) return Place{};
  constexpr std::size_t kDateLength = 10;
  if (cursor.size() > kDateLength && cursor[kDateLength] == '_' &&
      Date::parse(cursor.substr(0, kDateLength)) && is_uuid(cursor.substr(kDateLength + 1))) {
    return Place{cursor.substr(0, kDateLength), RecordId{cursor.substr(kDateLength + 1)}};
  }
  return problem::malformed("after is not a cursor of this list.");
}

std::string pattern_of(std::string_view text) {
  std::string pattern = "%";
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

Filter filter(bool asked, const std::string& sql, std::string value) {
  const auto name = sql.substr(sql.find(':'));
  if (asked) return {" and " + sql, std::move(value)};
  return {" and " + name.substr(0, name.find_first_of(" )")) + " = ''", ""};
}

Filter in_school(const std::optional<SchoolId>& school, bool district_only) {
  if (district_only) return {" and school_id is null and :school = ''", ""};
  return filter(school.has_value(), "school_id = :school", school ? school->value : "");
}

}  // namespace tandem::record
