#include "need/data_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <tuple>

#include "exchange/columns.hpp"
#include "need/rules.hpp"
#include "statistics/published.hpp"

namespace tandem::need {
namespace {

constexpr const char* kEverybody = "All students";
constexpr std::size_t kMostProblems = 100;

using Place = std::tuple<std::string, std::string, std::string>;
Place place_of(const DataValue& value) {
  return {value.day.value, lower(value.category.value), lower(value.student_group.value)};
}

void withhold(DataValue& value) {
  value.students.reset();
  value.value.reset();
  value.suppressed = true;
}

std::string unquoted_number(std::string text) {
  text.erase(std::remove_if(text.begin(), text.end(),
                            [](char c) { return c == ',' || c == '%' || c == ' ' || c == '$'; }),
             text.end());
  return text;
}

template <class Number>
std::optional<Number> number_in(const std::string& text) {
  const auto plain = unquoted_number(text);
  Number value{};
  const auto* end = plain.data() + plain.size();
  const auto [at, error] = std::from_chars(plain.data(), end, value);
  if (plain.empty() || error != std::errc() || at != end) return std::nullopt;
  return value;
}

// 2026-05-15, 5/15/2026, or a school year such as 2025-26.
std::optional<Date> day_in(const std::string& text) {
  if (auto day = Date::parse(text)) return day;
  if (const auto year = SchoolYear::parse(text)) {
    return Date::parse(fmt::format("{}-06-30", std::stoi(year->value.substr(0, 4)) + 1));
  }
  int month = 0;
  int day = 0;
  int year = 0;
  char rest = 0;
  if (std::sscanf(text.c_str(), "%2d/%2d/%4d%c", &month, &day, &year, &rest) == 3) {
    return Date::parse(fmt::format("{:04}-{:02}-{:02}", year, month, day));
  }
  return std::nullopt;
}

struct Columns {
  std::optional<std::size_t> day, category, group, students, value;
};

Columns columns_of(const std::vector<std::string>& header) {
  static const std::map<std::string, std::optional<std::size_t> Columns::*> kNames = {
      {"day", &Columns::day},
      {"date", &Columns::day},
      {"on", &Columns::day},
      {"year", &Columns::day},
      {"schoolyear", &Columns::day},
      {"category", &Columns::category},
      {"reportcategory", &Columns::category},
      {"groupedby", &Columns::category},
      {"group", &Columns::group},
      {"studentgroup", &Columns::group},
      {"subgroup", &Columns::group},
      {"school", &Columns::group},
      {"grade", &Columns::group},
      {"n", &Columns::students},
      {"students", &Columns::students},
      {"numberofstudents", &Columns::students},
      {"count", &Columns::students},
      {"tested", &Columns::students},
      {"value", &Columns::value},
      {"percent", &Columns::value},
      {"rate", &Columns::value},
      {"result", &Columns::value},
      {"score", &Columns::value}};
  Columns found;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const auto name = kNames.find(exchange::bare(header[i]));
    if (name != kNames.end() && !(found.*(name->second))) found.*(name->second) = i;
  }
  return found;
}

// What is wrong with one line, or its value.
std::variant<DataValue, std::string> value_of(const exchange::Row& row, const Columns& columns,
                                              Counted counted) {
  const auto cell = [&](const std::optional<std::size_t>& column) {
    return column && *column < row.cells.size() ? trim(row.cells[*column]) : std::string();
  };
  DataValue value;
  const auto day = day_in(cell(columns.day));
  if (!day) return fmt::format("\"{}\" is not a date or a school year", cell(columns.day));
  value.day = *day;
  value.category.value = cell(columns.category);
  value.student_group.value = cell(columns.group);
  if (value.student_group.empty()) value.student_group.value = kEverybody;
  for (const auto& [text, most] : {std::pair(value.category.value, std::size_t{80}),
                                   std::pair(value.student_group.value, std::size_t{120})}) {
    if (count_characters(text) > most) return fmt::format("a name is over {} characters", most);
    if (const auto fault = character_fault(text)) return "a name " + *fault;
  }
  const auto number = number_in<double>(cell(columns.value));
  if (!number || !std::isfinite(*number) || std::abs(*number) > 1e15) {
    return fmt::format("the value \"{}\" is not a number", cell(columns.value));
  }
  value.value = *number;
  if (counted == Counted::students) {
    const auto students = number_in<std::int64_t>(cell(columns.students));
    if (!students || *students < 0 || *students > 1'000'000) {
      return fmt::format("the number of students \"{}\" is not a whole number",
                         cell(columns.students));
    }
    value.students = Students{*students};
  }
  return value;
}

std::string quoted(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos) {
    text.insert(0, "'");
  }
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

}  // namespace

std::vector<FieldError> faults(const DataSetFields& fields, bool of_school) {
  std::vector<FieldError> errors;
  check_level(fields.level, of_school, errors);
  check_components(fields.components, errors);
  return errors;
}

std::vector<FieldError> faults(const std::vector<DataValue>& values, Counted counted) {
  std::vector<FieldError> errors;
  if (values.size() > kMostValues) {
    errors.push_back({"/values", fmt::format("has more than {} values", kMostValues)});
    return errors;
  }
  std::set<Place> seen;
  std::string everybody;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto& value = values[i];
    const auto fault = [&](const char* field, std::string detail) {
      errors.push_back({fmt::format("/values/{}{}", i, field), std::move(detail)});
    };
    if (!seen.insert(place_of(value)).second) {
      fault("/student_group", "stands twice for this day and category");
    }
    if (value.category.empty()) {
      const auto name = lower(value.student_group.value);
      if (!everybody.empty() && name != everybody) {
        fault("/category", "is needed: only one group can be everybody");
      }
      if (everybody.empty()) everybody = name;
    }
    if (value.suppressed) {
      if (value.students) fault("/students", "cannot be given with suppressed");
      if (value.value) fault("/value", "cannot be given with suppressed");
      continue;
    }
    if (!value.value) fault("/value", "is required");
    if (counted == Counted::students && !value.students) {
      fault("/students", "is required: how many students the value is about");
    }
    if (counted == Counted::other && value.students) {
      fault("/students", "belongs to data about students only");
    }
  }
  return errors;
}

std::string category_of(const KnownGroup& group) {
  return group.category.empty() ? group.name : group.category;
}

const KnownGroup* known_group(const DataValue& value, const std::vector<KnownGroup>& groups) {
  const auto name = lower(value.student_group.value);
  const auto category = lower(value.category.value);
  for (const auto& group : groups) {
    if (lower(group.name) != name) continue;
    if (category.empty() || category == lower(category_of(group))) return &group;
  }
  return nullptr;
}

std::vector<DataValue> named(std::vector<DataValue> values, const std::vector<KnownGroup>& groups) {
  for (auto& value : values) {
    const auto* group = known_group(value, groups);
    if (group == nullptr) continue;
    value.student_group.value = group->name;
    value.category.value = category_of(*group);
  }
  return values;
}

std::vector<DataValue> shown(std::vector<DataValue> values, Counted counted) {
  for (auto& value : values) value.suppressed = false;
  if (counted == Counted::other) return values;
  struct Day {
    std::vector<statistics::Figure> figures;
    std::vector<std::size_t> values;
  };
  std::map<std::string, Day> days;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto& value = values[i];
    if (!value.students) {
      withhold(values[i]);
      continue;
    }
    const auto category = lower(value.category.value);
    const auto group = category.empty() ? "" : lower(value.student_group.value);
    auto& day = days[value.day.value];
    day.figures.push_back({"", category, group, value.students->value, false});
    day.values.push_back(i);
  }
  for (const auto& [_, day] : days) {
    const auto may = statistics::may_show(day.figures);
    for (std::size_t i = 0; i < day.values.size(); ++i) {
      if (!may[i]) withhold(values[day.values[i]]);
    }
  }
  return values;
}

Result<std::vector<DataValue>> with_kept(const std::vector<DataValue>& sent,
                                         const std::vector<DataValue>& before) {
  std::map<Place, const DataValue*> kept;
  for (const auto& value : before) kept[place_of(value)] = &value;
  auto result = sent;
  std::vector<FieldError> errors;
  for (std::size_t i = 0; i < result.size(); ++i) {
    if (!result[i].suppressed) continue;
    const auto found = kept.find(place_of(result[i]));
    if (found == kept.end()) {
      errors.push_back(
          {fmt::format("/values/{}/suppressed", i), "keeps nothing: there is no such value yet"});
      continue;
    }
    result[i].students = found->second->students;
    result[i].value = found->second->value;
    result[i].suppressed = false;
  }
  if (!errors.empty()) return problem::invalid(std::move(errors));
  return result;
}

Result<ReadValues> read_values(std::string_view text, Counted counted) {
  TRY(const auto table, exchange::read_table(text));
  const auto columns = columns_of(table.header);
  std::string missing;
  if (!columns.day) missing += " day (or date, year)";
  if (!columns.value) missing += std::string(missing.empty() ? "" : " and") + " value (or percent)";
  if (counted == Counted::students && !columns.students) {
    missing += std::string(missing.empty() ? "" : " and") + " n (or students)";
  }
  if (!missing.empty()) {
    return problem::invalid("/text", "the first line names no column for" + missing);
  }
  ReadValues result;
  for (const auto& row : table.rows) {
    auto read = value_of(row, columns, counted);
    if (auto* value = std::get_if<DataValue>(&read)) {
      if (result.values.size() == kMostValues) {
        return problem::invalid("/text", fmt::format("has more than {} values", kMostValues));
      }
      result.values.push_back(std::move(*value));
    } else if (result.problems.size() < kMostProblems) {
      result.problems.push_back({row.line, std::get<std::string>(read)});
    }
  }
  return result;
}

std::string csv_of(const std::vector<DataValue>& shown_values) {
  std::string out = "day,category,group,students,value\r\n";
  for (const auto& value : shown_values) {
    out += value.day.value + "," + quoted(value.category) + "," + quoted(value.student_group) + ",";
    if (value.suppressed) out += "withheld,withheld\r\n";
    else {
      out += value.students ? std::to_string(value.students->value) : "";
      out += "," + (value.value ? fmt::format("{}", *value.value) : "") + "\r\n";
    }
  }
  return out;
}

}  // namespace tandem::need
