#include "report/tables.hpp"

#include <algorithm>
#include <charconv>

#include "statistics/suppression.hpp"

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
       "disadvantaged_pupils as c7, city as c8 from school where district_id = :district order by "
       "code"},
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
      {"Needs and assets",
       {{"Kind"},
        {"Level"},
        {"School"},
        {"Title"},
        {"Subject"},
        {"Students"},
        {"Present"},
        {"Desired"},
        {"Evidence"},
        {"State"},
        {"Challenge"}},
       "select n.kind as c1, n.level as c2, s.name as c3, n.title as c4, n.subject as c5, n.who as "
       "c6, n.present as c7, n.desired as c8, n.evidence as c9, n.state as c10, n.challenge as c11 "
       "from need n left join school s on s.district_id = n.district_id and s.id = n.school_id "
       "where n.district_id = :district order by n.id"},
      {"Causes",
       {{"Need"},
        {"School"},
        {"Method"},
        {"Cause"},
        {"Evidence"},
        {"Can we act on it"},
        {"Root cause", Kind::yes_no}},
       "select n.title as c1, s.name as c2, c.method as c3, c.statement as c4, c.evidence as c5, "
       "c.can_act as c6, c.root as c7 from cause c join need n on n.district_id = c.district_id "
       "and n.id = c.need_id left join school s on s.district_id = c.district_id and s.id = "
       "c.school_id where c.district_id = :district order by c.need_id, c.id"},
      {"Initiatives",
       {{"Title"}, {"School"}, {"Description"}, {"Effect"}, {"Note"}, {"Decision"}, {"Reason"}},
       "select i.title as c1, s.name as c2, i.description as c3, i.effect as c4, i.effect_note as "
       "c5, i.decision as c6, i.reason as c7 from initiative i left join school s on s.district_id "
       "= i.district_id and s.id = i.school_id where i.district_id = :district order by i.id"},
      {"Strategy library",
       {{"Title"}, {"Description"}, {"Evidence"}, {"Citation"}, {"For whom"}, {"Cost"}},
       "select title as c1, description as c2, evidence_tier as c3, citation as c4, for_whom as "
       "c5, cost_note as c6 from library_strategy where district_id = :district order by id"},
      {"Data sets",
       {{"Title"}, {"Source"}, {"Level"}, {"Subject"}, {"School"}, {"Unit"}, {"What it shows"}},
       // Without values: those of small groups are withheld set by set, on its own page.
       "select d.title as c1, d.source as c2, d.level as c3, d.subject as c4, s.name as c5, d.unit "
       "as c6, d.story as c7 from data_set d left join school s on s.district_id = d.district_id "
       "and s.id = d.school_id where d.district_id = :district order by d.id"},
  };
  return kTables;
}

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
    case Kind::pupils:  // see withhold()
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

// A school's pupils and a group of them: neither is shown if that tells of fewer than ten, be it in
// the group or among the others.
void withhold(const Table& table, std::vector<exchange::SheetCell>& row) {
  std::vector<std::size_t> at;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].kind == Kind::pupils) at.push_back(i);
  }
  if (at.size() != 2) return;
  const auto count = [&](std::size_t i) {
    const auto* number = std::get_if<std::int64_t>(&row[i]);
    return number == nullptr ? std::nullopt : std::optional(*number);
  };
  const auto shown = statistics::may_show(count(at[0]), {count(at[1])});
  const exchange::SheetCell few = std::string("not shown: fewer than 10");
  if (count(at[0]) && !shown.total) row[at[0]] = few;
  if (count(at[1]) && !shown.parts.at(0)) row[at[1]] = few;
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
      withhold(table, cells);
    });
    sheets.push_back(std::move(sheet));
  }
  return sheets;
}

}  // namespace tandem::report
