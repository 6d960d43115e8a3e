#include "fund/store.hpp"

#include <set>

#include "plan/store.hpp"

namespace tandem::fund {
namespace {

struct YearOf {
  SchoolYear year;
};
BOOST_DESCRIBE_STRUCT(YearOf, (), (year))

struct PlanYears {
  std::int64_t revision = 0;
  Date starts_on;
  Date ends_on;
};
BOOST_DESCRIBE_STRUCT(PlanYears, (), (revision, starts_on, ends_on))

constexpr int kMostPlanYears = 20;

// Those with money, those of the plan, and the one asked for.
std::vector<SchoolYear> years_of(db::Tx& tx, const DistrictId& district, const PlanYears& plan,
                                 const SchoolYear& asked) {
  std::set<SchoolYear> years{asked};
  for (const auto* table : {"funding_line", "stream_budget"}) {
    for (auto& row : tx.all<YearOf>(
             "select distinct year from " + std::string(table) + " where district_id = :district",
             district)) {
      years.insert(std::move(row.year));
    }
  }
  auto first = std::stoi(SchoolYear::of(plan.starts_on).value);
  for (int i = 0; i < kMostPlanYears; ++i, ++first) {
    const auto year = SchoolYear::of(Date{fmt::format("{}-07-01", first)});
    if (year > SchoolYear::of(plan.ends_on)) break;
    years.insert(year);
  }
  return {years.begin(), years.end()};
}

}  // namespace

Result<YearRows> year_rows(db::Tx& tx, const DistrictId& district, const SchoolYear& year) {
  const auto plan = tx.one<PlanYears>(
      "select revision, starts_on, ends_on from plan where district_id = :district", district);
  if (!plan) return problem::not_found("plan");
  YearRows rows;
  rows.revision = plan->revision;
  rows.year = year;
  rows.years = years_of(tx, district, *plan, year);
  rows.lines = tx.rows_of<plan::FundingLine>(district, "and year = :year", year);
  rows.used = tx.all<UsedOf>(
      "select line_id, status, cast(sum(amount_cents) as bigint) from spending where "
      "district_id = :district and line_id in (select id from funding_line where "
      "district_id = :owner and year = :year) group by line_id, status",
      district, district, year);
  rows.goals = tx.all<GoalPart>(
      "select id, title, all_schools, schools from goal where district_id = :district "
      "order by position, id",
      district);
  rows.strategies = tx.all<StrategyPart>(
      "select id, goal_id, title from strategy where district_id = :district "
      "order by position, id",
      district);
  rows.sources = plan::funding_sources(tx, district);
  rows.budgets = tx.rows_of<StreamBudget>(district, "and year = :year", year);
  return rows;
}

std::vector<OverStream> over_streams(db::Tx& tx, const DistrictId& district) {
  auto streams = tx.all<OverStream>(
      "select name, year, amount_cents, (select cast(coalesce(sum(l.amount_cents), 0) as bigint) "
      "from funding_line l where l.district_id = b.district_id and l.source_id = b.source_id and "
      "l.year = b.year) from stream_budget b join funding_source s on "
      "s.district_id = b.district_id and s.id = b.source_id where b.district_id = :district and "
      "amount_cents is not null order by year, name, s.id",
      district);
  std::erase_if(streams, [](const OverStream& s) { return s.planned <= s.available; });
  return streams;
}

std::vector<Spending> spending_of(db::Tx& tx, const DistrictId& district, const RecordId& line) {
  return tx.rows_of<Spending>(district, "and line_id = :line order by dated, id", line);
}

std::vector<NeedWeight> need_weights(db::Tx& tx, const DistrictId& district) {
  return tx.rows_of<NeedWeight>(district, "order by name, id");
}

std::optional<StreamBudget> budget_of(db::Tx& tx, const DistrictId& district,
                                      const RecordId& source, const SchoolYear& year) {
  return tx.row_of<StreamBudget>(district, "and source_id = :source and year = :year", source,
                                 year);
}

std::vector<Reallocation> reallocations(db::Tx& tx, const DistrictId& district,
                                        const RecordId& before, std::int64_t limit) {
  constexpr const char* kAfterAll = "~";  // sorts after every id
  return tx.rows_of<Reallocation>(district, "and id < :before order by id desc limit :most",
                                  before.empty() ? RecordId{kAfterAll} : before, limit + 1);
}

}  // namespace tandem::fund
