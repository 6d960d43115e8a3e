#include "report/tables.hpp"

#include <algorithm>
#include <charconv>

namespace tandem::report {
namespace {

enum class Kind { text, number, money, day, yes_no, pupils };

struct Column {
  const char* head;
  Kind kind = Kind::text;
};

struct Table {
  const char* name;
  std::vector<Column> columns;  // in the order in which the query has them
  const char* sql;              // with :district, once
};

const std::vector<Table>& tables() {
  static const std::vector<Table> kTables = {
      {"Schools",
       {{"Code"},
        {"School"},
        {"Level"},
        {"Grades"},
        {"Status"},
        {"Pupils", Kind::pupils},
        {"Economically disadvantaged pupils", Kind::pupils},
        {"City"}},
       "select code as c1, name as c2, level as c3, grades as c4, status as c5, pupils as c6, "
       // Nor what is left of a school: with both numbers it could be worked out.
       "case when pupils - disadvantaged_pupils between 1 and 9 then 1 else disadvantaged_pupils "
       "end as c7, city as c8 from school where district_id = :district order by code"},
      {"Teams",
       {{"Team"},
        {"School"},
        {"Charge"},
        {"Member"},
        {"Role"},
        {"Represents"},
        {"May decide", Kind::yes_no}},
       "select t.name as c1, s.name as c2, t.charge as c3, m.name as c4, m.role as c5, "
       "m.represents as c6, m.decision_maker as c7 from team t left join school s on "
       "s.district_id = t.district_id and s.id = t.school_id left join team_member m on "
       "m.district_id = t.district_id and m.team_id = t.id where t.district_id = :district "
       "order by t.id, m.id"},
      {"Action items",
       {{"Title"}, {"Detail"}, {"School"}, {"Who"}, {"Due", Kind::day}, {"Status"}, {"From"}},
       "select a.title as c1, a.detail as c2, s.name as c3, coalesce(p.name, a.owner_name) as c4, "
       "a.due_on as c5, a.status as c6, a.origin as c7 from action_item a left join school s on "
       "s.district_id = a.district_id and s.id = a.school_id left join person p on "
       "p.district_id = a.district_id and p.id = a.owner_id where a.district_id = :district "
       "order by a.id"},
      {"Templates",
       {{"School year"},
        {"School"},
        {"Template"},
        {"State"},
        {"Function"},
        {"Question"},
        {"Answer"},
        {"Answered by"}},
       "select r.year as c1, s.name as c2, t.kind as c3, t.state as c4, a.function_id as c5, "
       "a.field as c6, a.value as c7, a.updated_by as c8 from template_answer a join template t "
       "on t.district_id = a.district_id and t.id = a.template_id join round r on r.district_id = "
       "t.district_id and r.id = t.round_id left join school s on s.district_id = t.district_id "
       "and s.id = t.school_id where a.district_id = :district order by a.template_id, "
       "a.function_id, a.field"},
  };
  return kTables;
}

constexpr std::int64_t kFewest = 10;  // pupils: a smaller group is no number

std::optional<std::int64_t> whole(const json::value& value) {
  if (value.is_int64()) return value.as_int64();
  if (value.is_double()) return static_cast<std::int64_t>(value.as_double());
  // SQLite does not say of what kind an expression is: a number comes as text.
  if (!value.is_string()) return std::nullopt;
  const std::string_view text = value.as_string();
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool all = error == std::errc{} && end == text.data() + text.size();
  return all ? std::optional(number) : std::nullopt;
}

exchange::SheetCell cell_of(const json::value& value, Kind kind) {
  if (value.is_null()) return std::monostate{};
  const auto number = kind == Kind::text ? std::nullopt : whole(value);
  switch (kind) {
    case Kind::money:
      if (number) return Cents{*number};
      break;
    case Kind::yes_no:
      if (number) return std::string(*number != 0 ? "yes" : "no");
      break;
    case Kind::pupils:
      if (number && *number > 0 && *number < kFewest) return std::string("fewer than 10");
      break;
    case Kind::day:
      if (value.is_string()) {
        if (const auto day = Date::parse(std::string_view(value.as_string()).substr(0, 10))) {
          return *day;
        }
      }
      break;
    case Kind::text:
    case Kind::number:
      break;
  }
  if (number) return *number;
  if (value.is_int64()) return value.as_int64();
  if (value.is_double()) return value.as_double();
  if (value.is_string()) return std::string(value.as_string());
  return json::text(value);
}

}  // namespace

std::vector<exchange::Sheet> other_sheets(db::Tx& tx, const DistrictId& district) {
  std::vector<exchange::Sheet> sheets;
  for (const auto& table : tables()) {
    exchange::Sheet sheet{table.name, {}, {}};
    for (const auto& column : table.columns) sheet.heads.emplace_back(column.head);
    tx.each_object(table.sql, district, [&](const json::object& row) {
      auto& cells = sheet.rows.emplace_back();
      auto value = row.begin();
      for (const auto& column : table.columns)
        cells.push_back(cell_of((value++)->value(), column.kind));
    });
    sheets.push_back(std::move(sheet));
  }
  return sheets;
}

}  // namespace tandem::report
