#include "dashboard/together.hpp"

#include "communication/rules.hpp"

namespace tandem::dashboard {
namespace {

std::vector<PlaceCount> communications(db::Tx& tx, const DistrictId& district, const Date& today) {
  std::vector<PlaceCount> rows;
  for (const auto& row : tx.rows_of<communication::Communication>(district, "")) {
    const auto standing = communication::standing_of(row, row.done_until, today);
    rows.push_back({row.school_id ? row.school_id->value : "", 1, standing.due_on ? 1 : 0});
  }
  return rows;
}

}  // namespace

std::vector<Together> together(db::Tx& tx, const DistrictId& district, const Dashboard& seen,
                               const Date& today) {
  const auto [first, last] = days_of(seen.year);
  TogetherRows rows;
  rows.reports = tx.all<ReportRow>(
      "select r.id, coalesce(r.school_id, ''), c.due_on, case r.state when 'submitted' then 1 else "
      "0 end from monitoring_cycle c join monitoring_report r on r.district_id = c.district_id and "
      "r.cycle_id = c.id where c.district_id = :district and c.year = :year and c.opens_on <= "
      ":today",
      district, seen.year, today);
  rows.barriers = tx.all<PlaceCount>(
      "select coalesce(school_id, ''), count(*), cast(sum(case when raised_at is not null and "
      "reply is null then 1 else 0 end) as bigint) from barrier where district_id = :district and "
      "status in ('open', 'doing') group by coalesce(school_id, '')",
      district);
  rows.communications = communications(tx, district, today);
  rows.commitments = tx.all<PlaceCount>(
      "select school_id, count(*), cast(sum(case when acknowledged_at is null or due_on < :today "
      "then 1 else 0 end) as bigint) from commitment where district_id = :district and outcome is "
      "null group by school_id",
      today, district);
  const auto count = [&](const std::string& from, const auto&... binds) {
    return tx.all<PlaceCount>("select coalesce(school_id, ''), count(*), 0 from " + from +
                                  " group by coalesce(school_id, '')",
                              binds...);
  };
  rows.decisions = count("decision where district_id = :district", district);
  rows.procedures = count("team_procedure where district_id = :district", district);
  rows.learning = count(
      "learning_cycle where district_id = :district and coalesce(starts_on, "
      "substr(created_at, 1, 10)) >= :first and coalesce(starts_on, substr(created_at, 1, 10)) <= "
      ":last",
      district, first, last);
  rows.workshops =
      count("workshop where district_id = :district and state = 'ended' and year = :year", district,
            seen.year);
  return together_of(seen.schools, rows, today);
}

}  // namespace tandem::dashboard
