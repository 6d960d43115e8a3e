#include "monitor/cycles.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace tandem::monitor {
namespace {

constexpr std::int64_t kMostCycles = 200;        // of a district
constexpr std::int64_t kMostCyclesOfAYear = 60;  // the contract's bound

struct IdRow {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(IdRow, (), (id))
struct YearRow {
  SchoolYear year;
};
BOOST_DESCRIBE_STRUCT(YearRow, (), (year))
struct RatedRow {
  RecordId report_id;
  RecordId strategy_id;
};
BOOST_DESCRIBE_STRUCT(RatedRow, (), (report_id, strategy_id))

Result<void> room(audit::Change& change, const SchoolYear& year) {
  const auto all = change.tx.number(
      "select count(*) from monitoring_cycle where district_id = :district", change.district);
  const auto of_year = change.tx.number(
      "select count(*) from monitoring_cycle where district_id = :district and year = :year",
      change.district, year);
  if (all < kMostCycles && of_year < kMostCyclesOfAYear) return {};
  return problem::invalid(
      "", fmt::format("there is room for {} cycles a year and no more", kMostCyclesOfAYear));
}

void add_report(audit::Change& change, const RecordId& cycle,
                const std::optional<SchoolId>& school) {
  Report report;
  report.id = new_id<RecordId>();
  report.created_at = report.updated_at = change.now;
  report.updated_by = change.actor.name;
  report.cycle_id = cycle;
  report.school_id = school;
  // The cycle's own entry in the history tells that everybody has one.
  change.tx.insert(change.district, report);
}

template <class R>
R announced(audit::Change& change, R row) {
  change.announce(std::string(kTopic), R::entity, row.id.value, row.version);
  return row;
}

std::vector<IdRow> open_schools(db::Tx& tx, const DistrictId& district) {
  return tx.all<IdRow>(
      "select id from school where district_id = :district and status = 'open' order by id",
      district);
}

}  // namespace

CyclesOfYear cycles_of(db::Tx& tx, const DistrictId& district, const SchoolYear& year,
                       const Date& today) {
  CyclesOfYear result;
  result.year = year;
  for (const auto& row :
       tx.all<YearRow>("select distinct year from monitoring_cycle where district_id = :district "
                       "order by year desc",
                       district)) {
    result.years.push_back(row.year);
  }
  const auto goals = tx.rows_of<plan::Goal>(district, "");
  const auto strategies = tx.rows_of<plan::Strategy>(district, "");
  std::map<RecordId, const plan::Goal*> goal_of;
  for (const auto& goal : goals) goal_of[goal.id] = &goal;
  std::set<std::string> open;
  for (const auto& school : open_schools(tx, district)) open.insert(school.id);

  const std::string of_year =
      "(select id from monitoring_cycle where district_id = :owner and year = :year)";
  std::map<RecordId, std::vector<Report>> reports;
  for (auto& report : tx.rows_of<Report>(district, "and cycle_id in " + of_year + " order by id",
                                         district, year)) {
    reports[report.cycle_id].push_back(std::move(report));
  }
  std::map<RecordId, std::set<RecordId>> rated;
  for (const auto& row : tx.all<RatedRow>(
           "select report_id, strategy_id from report_entry where district_id = :district and "
           "part = 'fidelity' and value <> '' and report_id in (select id from monitoring_report "
           "where district_id = :of and cycle_id in " +
               of_year + ")",
           district, district, district, year)) {
    rated[row.report_id].insert(row.strategy_id);
  }
  for (auto& cycle : tx.rows_of<Cycle>(district, "and year = :year order by due_on, id", year)) {
    CycleView view{std::move(cycle), {}};
    for (const auto& report : reports[view.id]) {
      if (report.school_id && open.count(report.school_id->value) == 0 &&
          report.state != ReportState::submitted) {
        continue;
      }
      ReportGlance glance{report.id,
                          report.school_id,
                          standing_of(view, report, today),
                          report.submitted_at,
                          report.submitted_by,
                          0,
                          0};
      const auto& done = rated[report.id];
      for (const auto& strategy : strategies) {
        const bool wanted =
            goal_of.count(strategy.goal_id) > 0 &&
            is_reported(*goal_of[strategy.goal_id], strategy, report.school_id, view);
        const bool has = done.count(strategy.id) > 0;
        if (wanted || has) ++glance.of;
        if (has) ++glance.rated;
      }
      view.reports.push_back(std::move(glance));
    }
    std::stable_sort(view.reports.begin(), view.reports.end(),
                     [](const ReportGlance& a, const ReportGlance& b) {
                       return a.school_id < b.school_id;  // none is less than any
                     });
    result.items.push_back(std::move(view));
  }
  return result;
}

Result<Cycle> create_cycle(audit::Change& change, const CycleFields& fields) {
  if (auto errors = faults(fields); !errors.empty()) return problem::invalid(std::move(errors));
  const auto year = SchoolYear::of(fields.due_on);
  CHECK_OK(room(change, year));
  auto cycle = record::create<Cycle>(change, fields, [&](Cycle& row) { row.year = year; });
  add_report(change, cycle.id, std::nullopt);
  for (const auto& school : open_schools(change.tx, change.district)) {
    add_report(change, cycle.id, SchoolId{school.id});
  }
  return announced(change, std::move(cycle));
}

Result<Cycle> replace_cycle(audit::Change& change, const RecordId& id, std::int64_t expected,
                            const CycleFields& fields) {
  TRY(const auto before, record::find_version<Cycle>(change.tx, change.district, id, expected));
  if (auto errors = faults(fields); !errors.empty()) return problem::invalid(std::move(errors));
  const auto year = SchoolYear::of(fields.due_on);
  if (year != before.year) CHECK_OK(room(change, year));
  TRY(auto cycle, record::update(change, before, [&](Cycle& row) {
        static_cast<CycleFields&>(row) = fields;
        row.year = year;
      }));
  return announced(change, std::move(cycle));
}

Result<void> remove_cycle(audit::Change& change, const RecordId& id, std::int64_t expected) {
  CHECK_OK(record::find_version<Cycle>(change.tx, change.district, id, expected));
  const std::string reports =
      "(select id from monitoring_report where district_id = :owner and cycle_id = :cycle)";
  const auto begun = change.tx.number(
                         "select count(*) from report_entry where district_id = :district and "
                         "report_id in " +
                             reports,
                         change.district, change.district, id) +
                     change.tx.number(
                         "select count(*) from measure_value where district_id = :district and "
                         "report_id in " +
                             reports,
                         change.district, change.district, id) +
                     change.tx.number(
                         "select count(*) from monitoring_report where district_id = :district and "
                         "cycle_id = :cycle and state = 'submitted'",
                         change.district, id);
  if (begun > 0) {
    return problem::conflict("Somebody has reported in this cycle already: it has to stay.");
  }
  change.tx.run("delete from monitoring_report where district_id = :district and cycle_id = :cycle",
                change.district, id);
  CHECK_OK(record::remove<Cycle>(change, id, expected));
  change.announce(std::string(kTopic), Cycle::entity, id.value, 0);
  return {};
}

void include_school(audit::Change& change, const SchoolId& school) {
  for (const auto& cycle : change.tx.all<IdRow>(
           "select id from monitoring_cycle where district_id = :district and due_on >= :today "
           "and id not in (select cycle_id from monitoring_report where district_id = :owner and "
           "school_id = :school)",
           change.district, change.now.date(), change.district, school)) {
    add_report(change, RecordId{cycle.id}, school);
  }
}

std::vector<OpenReport> open_reports(db::Tx& tx, const DistrictId& district, const Date& today) {
  constexpr std::int64_t kMost = 2000;
  return tx.all<OpenReport>(
      "select r.id, r.school_id, c.name, c.due_on from monitoring_report r join monitoring_cycle c "
      "on c.district_id = r.district_id and c.id = r.cycle_id where r.district_id = :district and "
      "r.state = 'draft' and c.opens_on <= :today and c.year >= :year "
      "order by c.due_on, r.id limit :most",
      district, today, SchoolYear::of(Date::from(today.day() - std::chrono::days{180})), kMost);
}

}  // namespace tandem::monitor
