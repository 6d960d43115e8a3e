#include "plan/glance.hpp"

namespace tandem::plan {
namespace {

struct Totals {
  std::string title;
  std::int64_t goals = 0;
  std::int64_t strategies = 0;
  std::int64_t schools = 0;
  Cents funding_cents;
};
BOOST_DESCRIBE_STRUCT(Totals, (), (title, goals, strategies, schools, funding_cents))

struct StatusCount {
  ActivityStatus status{};
  std::int64_t count = 0;
  std::int64_t late = 0;
};
BOOST_DESCRIBE_STRUCT(StatusCount, (), (status, count, late))

}  // namespace

Glance glance(db::Tx& tx, const DistrictId& district, const Date& today) {
  Glance result;
  const auto totals = tx.one<Totals>(
      "select title, "
      "(select count(*) from goal where goal.district_id = plan.district_id), "
      "(select count(*) from strategy where strategy.district_id = plan.district_id), "
      "(select count(*) from school where school.district_id = plan.district_id and "
      "school.status = 'open'), "
      "(select cast(coalesce(sum(amount_cents), 0) as bigint) from funding_line where "
      "funding_line.district_id = plan.district_id) "
      "from plan where district_id = :district",
      district);
  if (totals) {
    result.title = totals->title;
    result.goals = totals->goals;
    result.strategies = totals->strategies;
    result.schools = totals->schools;
    result.funding_cents = totals->funding_cents;
  }
  auto& counts = result.activities;
  for (const auto& row : tx.all<StatusCount>(
           "select status, count(*), cast(sum(case when due_on < :today then 1 else 0 end) as "
           "bigint) from activity where district_id = :district group by status",
           today, district)) {
    switch (row.status) {
      case ActivityStatus::not_started:
        counts.not_started = row.count;
        counts.overdue += row.late;
        break;
      case ActivityStatus::in_progress:
        counts.in_progress = row.count;
        counts.overdue += row.late;
        break;
      case ActivityStatus::done:
        counts.done = row.count;
        break;
      case ActivityStatus::dropped:
        break;
    }
  }
  return result;
}

std::vector<Activity> activities_of_owner_due(db::Tx& tx, const DistrictId& district,
                                              const PersonId& owner, const Date& until,
                                              std::int64_t limit) {
  return tx.rows_of<Activity>(district,
                              "and owner_id = :owner and due_on <= :until and status in "
                              "('not_started', 'in_progress') order by due_on, id limit :most",
                              owner, until, limit);
}

}  // namespace tandem::plan
