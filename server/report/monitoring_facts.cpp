// Reading for the monitoring report.
#include <algorithm>
#include <map>
#include <tuple>

#include "monitor/rules.hpp"
#include "org/service.hpp"
#include "plan/rules.hpp"
#include "report/monitoring.hpp"

namespace tandem::report {
namespace {

template <class R>
void in_order(std::vector<R>& rows) {
  std::sort(rows.begin(), rows.end(), [](const R& a, const R& b) {
    return std::tuple(a.position, a.id) < std::tuple(b.position, b.id);
  });
}

using Key = std::pair<RecordId, std::string>;  // measure and school, "" for the district

std::vector<monitor::MeasureProgress> progress(db::Tx& tx, const DistrictId& district,
                                               const MonitoringFacts& facts) {
  auto measures = tx.rows_of<plan::Measure>(district, "");
  in_order(measures);
  std::map<Key, std::vector<monitor::ShownValue>> values;
  for (auto& value : monitor::shown(tx.rows_of<monitor::Value>(district, ""),
                                    monitor::beside(tx, district, std::nullopt))) {
    values[{value.measure_id, value.school_id ? value.school_id->value : ""}].push_back(
        std::move(value));
  }
  std::map<Key, plan::TargetFields> targets;
  for (const auto& target : tx.rows_of<plan::Target>(district, "")) {
    targets[{target.measure_id, target.school_id.value}] = target;
  }
  std::vector<monitor::MeasureProgress> found;
  for (const auto& goal : facts.goals) {
    if (goal.status == plan::GoalStatus::archived) continue;
    for (const auto& measure : measures) {
      if (measure.goal_id != goal.id) continue;
      monitor::MeasureProgress one{measure.id,   goal.id,           goal.title, measure.name,
                                   measure.unit, measure.direction, {}};
      const auto add = [&](const std::optional<SchoolId>& school) {
        const Key key{measure.id, school ? school->value : ""};
        one.places.push_back(monitor::place_of(school, values[key], targets[key], measure));
      };
      add(std::nullopt);
      for (const auto& school : facts.schools) {
        if (school.status == org::SchoolStatus::open &&
            plan::applies_to(goal, school.school_id())) {
          add(school.school_id());
        }
      }
      found.push_back(std::move(one));
    }
  }
  return found;
}

}  // namespace

Result<MonitoringFacts> read_monitoring(db::Tx& tx, const DistrictId& district,
                                        const std::optional<SchoolId>& school,
                                        const std::optional<SchoolYear>& year) {
  MonitoringFacts facts;
  TRY(const auto home, org::find_district(tx, district));
  facts.district_name = home.name;
  if (school) {
    TRY(facts.school, org::find_school(tx, district, *school));
  }
  facts.today = Timestamp::now().date();
  facts.schools = org::schools(tx, district);
  const auto asked = year.value_or(SchoolYear::of(facts.today));
  facts.cycles = monitor::cycles_of(tx, district, asked, facts.today);
  facts.goals = tx.rows_of<plan::Goal>(district, "");
  facts.strategies = tx.rows_of<plan::Strategy>(district, "");
  in_order(facts.goals);
  in_order(facts.strategies);
  facts.entries = tx.rows_of<monitor::Entry>(
      district,
      "and report_id in (select r.id from monitoring_cycle c join monitoring_report r on "
      "r.district_id = c.district_id and r.cycle_id = c.id where c.district_id = :owner and "
      "c.year = :year and r.state = 'submitted') order by report_id, strategy_id, part",
      district, asked);
  facts.measures = progress(tx, district, facts);
  for (auto& row : tx.rows_of<monitor::Adjustment>(district, "order by id")) {
    if (SchoolYear::of(row.created_at.date()) != asked) continue;
    if (school && row.school_id && row.school_id != *school) continue;
    facts.adjustments.push_back(std::move(row));
  }
  return facts;
}

}  // namespace tandem::report
