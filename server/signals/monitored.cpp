// Checks on money and on monitoring, by the rules of watched.hpp.
#include "fund/store.hpp"
#include "org/service.hpp"
#include "signals/reading.hpp"
#include "signals/watched.hpp"

namespace tandem::signals {
namespace {

struct GoalRow {
  RecordId id;
};
BOOST_DESCRIBE_STRUCT(GoalRow, (), (id))

constexpr const char* kOfOpen =
    "(r.school_id is null or r.school_id in (select id from school where district_id = "
    ":of_schools and status = 'open'))";

void read_reports(Reading& r) {
  for (auto& check : report_checks(r.tx.all<DueReport>(
           std::string("select r.id, c.name, r.school_id, c.due_on, r.state, r.submitted_at from "
                       "monitoring_cycle c join monitoring_report r on r.district_id = "
                       "c.district_id and r.cycle_id = c.id where c.district_id = :district and "
                       "c.due_on < :today and c.due_on >= :since and ") +
               kOfOpen,
           r.district, r.today, r.year_ago, r.district))) {
    r.add(std::move(check));
  }
  r.add(fidelity_check(r.tx.all<FidelityRow>(
      std::string("select e.strategy_id, st.title, r.school_id, r.id, c.due_on, e.value from "
                  "monitoring_cycle c join monitoring_report r on r.district_id = c.district_id "
                  "and r.cycle_id = c.id join report_entry e on e.district_id = r.district_id and "
                  "e.report_id = r.id join strategy st on st.district_id = e.district_id and "
                  "st.id = e.strategy_id where c.district_id = :district and e.part = 'fidelity' "
                  "and r.state = 'submitted' and st.stopped_on is null and c.due_on >= :since "
                  "and ") +
          kOfOpen,
      r.district, r.year_ago, r.district)));
}

}  // namespace

void read_money(Reading& r) {
  const auto year = SchoolYear::of(r.today);
  r.strategies("strategy_funded", Kind::resources, 2,
               "st.id in (select strategy_id from funding_line where district_id = "
               ":same_district and year = :year)",
               r.district, year);
  const auto rows = fund::year_rows(r.tx, r.district, year);
  if (!rows) return;  // no plan yet
  const auto schools = org::schools(r.tx, r.district);
  r.add(fair_share_check(fund::equity_of(*rows, schools, fund::need_weights(r.tx, r.district), {}),
                         schools));
  for (auto& check : money_checks(fund::funds_of(*rows))) r.add(std::move(check));
}

void read_monitoring(Reading& r) {
  read_reports(r);
  std::set<RecordId> active;
  for (const auto& goal : r.tx.all<GoalRow>(
           "select id from goal where district_id = :district and status = 'active'", r.district)) {
    active.insert(goal.id);
  }
  for (auto& check :
       measure_checks(monitor::progress_glance(r.tx, r.district), active, r.year_ago)) {
    r.add(std::move(check));
  }
  r.add("adjustment_decided", Kind::monitoring, 1, "/monitoring/adjustments",
        "select title, school_id, id, case when status <> 'proposed' then 1 else 0 end from "
        "adjustment where district_id = :district and created_at >= :since",
        r.district, r.year_ago);
  r.add("school_learns", Kind::potential, 1, "/monitoring/learning?school={}",
        "select name, id, id, case when id in (select school_id from learning_cycle where "
        "district_id = :district and created_at >= :since) then 1 else 0 end from school where "
        "district_id = :same_district and status = 'open'",
        r.district, r.year_ago, r.district);
  // Of the school year before, which is over.
  const auto this_year = SchoolYear::of(r.today);
  const Date first{this_year.value.substr(0, 4) + "-07-01"};
  const auto last_year = SchoolYear::of(Date::from(first.day() - std::chrono::days{1}));
  r.add("goal_evaluated", Kind::monitoring, 1, "/monitoring/evaluation?year=" + last_year.value,
        "select title, null, id, case when id in (select subject_id from evaluation where "
        "district_id = :district and year = :year and subject = 'goal' and conclusion <> 'open') "
        "then 1 else 0 end from goal where district_id = :same_district and status = 'active' and "
        "created_at < :first",
        r.district, last_year, r.district, first);
}

}  // namespace tandem::signals
