#include "report/tables.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "monitor/rules.hpp"
#include "monitor/shown.hpp"
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
      {"Barriers",
       {{"Title"},
        {"Detail"},
        {"School"},
        {"Level"},
        {"What is done about it"},
        {"Who"},
        {"Due", Kind::day},
        {"Status"},
        {"Raised to the district", Kind::day},
        {"Answer"},
        {"Answered by"}},
       "select b.title as c1, b.detail as c2, s.name as c3, b.level as c4, b.approach as c5, "
       "coalesce(p.name, b.owner_name) as c6, b.due_on as c7, b.status as c8, b.raised_at as c9, "
       "b.reply_text as c10, b.replied_by as c11 from barrier b left join school s on "
       "s.district_id = b.district_id and s.id = b.school_id left join person p on p.district_id = "
       "b.district_id and p.id = b.owner_id where b.district_id = :district order by b.id"},
      {"Communication plan",
       {{"Message"},
        {"Detail"},
        {"School"},
        {"Audience"},
        {"Channel"},
        {"Reaches"},
        {"Who"},
        {"First day", Kind::day},
        {"Repeats"},
        {"Last day", Kind::day},
        {"Done until", Kind::day}},
       "select c.title as c1, c.detail as c2, s.name as c3, c.audience as c4, c.channel as c5, "
       "c.reach as c6, coalesce(p.name, c.owner_name) as c7, c.starts_on as c8, c.repeats as c9, "
       "c.ends_on as c10, c.done_until as c11 from communication c left join school s on "
       "s.district_id = c.district_id and s.id = c.school_id left join person p on p.district_id = "
       "c.district_id and p.id = c.owner_id where c.district_id = :district order by c.id"},
      {"Communications done",
       {{"Message"}, {"School"}, {"For the day", Kind::day}, {"Note"}, {"By"}},
       "select c.title as c1, s.name as c2, d.due_on as c3, d.note as c4, d.updated_by as c5 from "
       "communication_delivery d join communication c on c.district_id = d.district_id and c.id = "
       "d.communication_id left join school s on s.district_id = d.district_id and s.id = "
       "d.school_id where d.district_id = :district order by d.communication_id, d.due_on"},
      {"Commitments",
       {{"Commitment"},
        {"Detail"},
        {"School"},
        {"Direction"},
        {"Due", Kind::day},
        {"Acknowledged", Kind::day},
        {"By"},
        {"Outcome"}},
       "select c.title as c1, c.detail as c2, s.name as c3, c.direction as c4, c.due_on as c5, "
       "c.acknowledged_at as c6, c.acknowledged_by as c7, c.outcome as c8 from commitment c left "
       "join school s on s.district_id = c.district_id and s.id = c.school_id where c.district_id "
       "= "
       ":district order by c.id"},
      {"Decisions",
       {{"What is decided"}, {"School"}, {"By whom"}, {"How"}, {"Heard before"}, {"Told after"}},
       "select d.title as c1, s.name as c2, d.decided_by as c3, d.how as c4, d.consulted as c5, "
       "d.informed as c6 from decision d left join school s on s.district_id = d.district_id and "
       "s.id = d.school_id where d.district_id = :district order by d.id"},
      {"Procedures",
       {{"Title"}, {"School"}, {"Procedure"}, {"For whom"}, {"Last reviewed", Kind::day}},
       "select q.title as c1, s.name as c2, q.body as c3, q.applies_to as c4, q.reviewed_on as c5 "
       "from team_procedure q left join school s on s.district_id = q.district_id and s.id = "
       "q.school_id where q.district_id = :district order by q.id"},
      {"Knowledge and skills",
       {{"Team"}, {"What is needed"}, {"State"}, {"To be learned"}, {"Due", Kind::day}},
       "select t.name as c1, k.title as c2, k.state as c3, k.learn as c4, k.due_on as c5 from "
       "team_skill k join team t on t.district_id = k.district_id and t.id = k.team_id where "
       "k.district_id = :district order by k.team_id, k.id"},
      {"Monitoring reports",
       {{"School year"},
        {"Cycle"},
        {"Opens", Kind::day},
        {"Due", Kind::day},
        {"School"},
        {"State"},
        {"Handed in", Kind::day},
        {"By"}},
       "select c.year as c1, c.name as c2, c.opens_on as c3, c.due_on as c4, s.name as c5, r.state "
       "as c6, r.submitted_at as c7, r.submitted_by as c8 from monitoring_report r join "
       "monitoring_cycle c on c.district_id = r.district_id and c.id = r.cycle_id left join school "
       "s on s.district_id = r.district_id and s.id = r.school_id where r.district_id = :district "
       "order by c.due_on, c.id, r.id"},
      {"Monitoring answers",
       {{"School year"}, {"Cycle"}, {"School"}, {"Strategy"}, {"Question"}, {"Answer"}, {"By"}},
       "select c.year as c1, c.name as c2, s.name as c3, st.title as c4, e.part as c5, e.value as "
       "c6, e.updated_by as c7 from report_entry e join monitoring_report r on r.district_id = "
       "e.district_id and r.id = e.report_id join monitoring_cycle c on c.district_id = "
       "r.district_id and c.id = r.cycle_id left join school s on s.district_id = r.district_id "
       "and "
       "s.id = r.school_id left join strategy st on st.district_id = e.district_id and st.id = "
       "e.strategy_id where e.district_id = :district order by c.due_on, e.report_id, "
       "e.strategy_id, e.part"},
      {"Adjustments",
       {{"Strategy"},
        {"Title"},
        {"Reason"},
        {"Kind"},
        {"School"},
        {"Status"},
        {"Proposed by"},
        {"Decision"},
        {"Decided by"},
        {"Decided", Kind::day}},
       "select st.title as c1, a.title as c2, a.reason as c3, a.kind as c4, s.name as c5, a.status "
       "as c6, a.proposed_by as c7, a.decision as c8, a.decided_by as c9, a.decided_at as c10 from "
       "adjustment a left join strategy st on st.district_id = a.district_id and st.id = "
       "a.strategy_id left join school s on s.district_id = a.district_id and s.id = a.school_id "
       "where a.district_id = :district order by a.id"},
      {"Learning cycles",
       {{"School"},
        {"Strategy"},
        {"Title"},
        {"Round", Kind::number},
        {"Plan"},
        {"Prediction"},
        {"Starts", Kind::day},
        {"Ends", Kind::day},
        {"What happened"},
        {"What was learned"},
        {"Decision"},
        {"Next step"}},
       "select s.name as c1, st.title as c2, l.title as c3, l.round as c4, l.plan as c5, "
       "l.prediction as c6, l.starts_on as c7, l.ends_on as c8, l.happened as c9, l.learned as "
       "c10, "
       "l.decision as c11, l.next_step as c12 from learning_cycle l left join school s on "
       "s.district_id = l.district_id and s.id = l.school_id left join strategy st on "
       "st.district_id = l.district_id and st.id = l.strategy_id where l.district_id = :district "
       "order by l.id"},
      {"Evaluations",
       {{"School year"}, {"Of a"}, {"Title"}, {"Conclusion"}, {"Reason"}, {"By"}},
       "select e.year as c1, e.subject as c2, coalesce(g.title, st.title) as c3, e.conclusion as "
       "c4, e.reason as c5, e.updated_by as c6 from evaluation e left join goal g on g.district_id "
       "= e.district_id and g.id = e.subject_id left join strategy st on st.district_id = "
       "e.district_id and st.id = e.subject_id where e.district_id = :district order by e.year, "
       "e.subject, e.subject_id"},
      {"Budgets",
       {{"School year"}, {"Source"}, {"Available", Kind::money}, {"Note"}, {"Why more is planned"}},
       "select b.year as c1, f.name as c2, b.amount_cents as c3, b.note as c4, b.over_reason as c5 "
       "from stream_budget b left join funding_source f on f.district_id = b.district_id and f.id "
       "= "
       "b.source_id where b.district_id = :district order by b.year, b.id"},
      {"Spending",
       {{"School year"},
        {"Strategy"},
        {"Source"},
        {"School"},
        {"Status"},
        {"Day", Kind::day},
        {"Amount", Kind::money},
        {"Paid to"},
        {"Note"}},
       "select l.year as c1, st.title as c2, f.name as c3, s.name as c4, u.status as c5, u.dated "
       "as "
       "c6, u.amount_cents as c7, u.paid_to as c8, u.note as c9 from spending u join funding_line "
       "l "
       "on l.district_id = u.district_id and l.id = u.line_id left join strategy st on "
       "st.district_id = l.district_id and st.id = l.strategy_id left join funding_source f on "
       "f.district_id = l.district_id and f.id = l.source_id left join school s on s.district_id = "
       "l.district_id and s.id = l.school_id where u.district_id = :district order by u.id"},
      {"Reallocations",
       {{"School year"}, {"Reason"}, {"By"}, {"Day", Kind::day}},
       "select year as c1, reason as c2, updated_by as c3, created_at as c4 from reallocation "
       "where "
       "district_id = :district order by id"},
      {"Workshops",
       {{"Title"},
        {"School year"},
        {"School"},
        {"State"},
        {"Started", Kind::day},
        {"Ended", Kind::day}},
       "select w.title as c1, w.year as c2, s.name as c3, w.state as c4, w.started_at as c5, "
       "w.ended_at as c6 from workshop w left join school s on s.district_id = w.district_id and "
       "s.id = w.school_id where w.district_id = :district order by w.id"},
      {"Signals by month",
       {{"Month"}, {"Signal"}, {"Score", Kind::number}},
       "select month as c1, signal as c2, score as c3 from signal_month where district_id = "
       ":district order by month, signal"},
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

struct Named {
  std::string id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Named, (), (id, name))

std::map<std::string, std::string> names_of(db::Tx& tx, const DistrictId& district,
                                            const std::string& table) {
  std::map<std::string, std::string> names;
  for (auto& row : tx.all<Named>("select id, name from " + table + " where district_id = :district",
                                 district)) {
    names.emplace(row.id, std::move(row.name));
  }
  return names;
}

// What measures were, as far as it may be shown: of small groups that there is a value, and no
// more.
exchange::Sheet measured_sheet(db::Tx& tx, const DistrictId& district) {
  exchange::Sheet sheet{
      "Measured values",
      {"Measure", "Unit", "School", "Day", "Students", "Value", "Of how many", "From", "To"},
      {}};
  std::map<RecordId, plan::Measure> measures;
  for (auto& row : tx.rows_of<plan::Measure>(district, "")) measures.emplace(row.id, row);
  const auto schools = names_of(tx, district, "school");
  auto values =
      monitor::shown(tx.rows_of<monitor::Value>(district, "order by measure_id, taken_on, id"),
                     monitor::beside(tx, district, std::nullopt));
  const auto groups = names_of(tx, district, "student_group");
  for (const auto& value : values) {
    const auto measure = measures.find(value.measure_id);
    if (measure == measures.end()) continue;
    const auto school = value.school_id ? schools.find(value.school_id->value) : schools.end();
    auto& row = sheet.rows.emplace_back();
    const auto number = [](const auto& one) {
      return one ? exchange::SheetCell(*one) : exchange::SheetCell(std::monostate{});
    };
    row.emplace_back(measure->second.name.value);
    row.emplace_back(measure->second.unit.value);
    row.emplace_back(school == schools.end() ? std::string() : school->second);
    row.emplace_back(value.taken_on);
    const auto group = value.group_id ? groups.find(value.group_id->value) : groups.end();
    row.emplace_back(group == groups.end() ? std::string("All students") : group->second);
    row.push_back(value.suppressed ? exchange::SheetCell(std::string("not shown: fewer than 10"))
                                   : number(value.value));
    row.push_back(number(value.n));
    row.push_back(number(value.low));
    row.push_back(number(value.high));
  }
  return sheet;
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
  sheets.push_back(measured_sheet(tx, district));
  return sheets;
}

}  // namespace tandem::report
