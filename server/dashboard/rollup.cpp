#include <algorithm>
#include <unordered_map>

#include "dashboard/service.hpp"

namespace tandem::dashboard {
namespace {

// Of a role for the district as a whole: a school's people see their own district only.
const std::string kMine =
    "in (select district_id from role_grant where person_id = :person and role not in "
    "('school_lead', 'school_member')) ";

struct Home {
  DistrictId id;
  std::string code;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Home, (), (id, code, name))

struct Count {
  DistrictId id;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(Count, (), (id, count))

struct Activities {
  DistrictId id;
  std::int64_t not_started = 0;
  std::int64_t in_progress = 0;
  std::int64_t done = 0;
  std::int64_t late = 0;
};
BOOST_DESCRIBE_STRUCT(Activities, (), (id, not_started, in_progress, done, late))

struct Templates {
  DistrictId id;
  std::string year;
  std::int64_t all = 0;
  std::int64_t accepted = 0;
};
BOOST_DESCRIBE_STRUCT(Templates, (), (id, year, all, accepted))

struct Reports {
  DistrictId id;
  std::int64_t due = 0;
  std::int64_t in = 0;
};
BOOST_DESCRIBE_STRUCT(Reports, (), (id, due, in))

struct Scores {
  DistrictId id;
  std::string month;
  std::int64_t sum = 0;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(Scores, (), (id, month, sum, count))

}  // namespace

Rollup rollup(db::Tx& tx, const PersonId& person, const Date& today) {
  Rollup result;
  std::unordered_map<std::string, std::size_t> at;
  for (auto& row : tx.all<Home>(
           "select district_id, code, name from district where district_id " + kMine, person)) {
    result.districts.push_back({row.id, row.code, row.name, 0, 0, 0, {}, 0, 0, 0, 0, std::nullopt});
  }
  auto& districts = result.districts;
  std::sort(districts.begin(), districts.end(), [](const auto& a, const auto& b) {
    return std::pair(lower(a.name), a.id) < std::pair(lower(b.name), b.id);
  });
  if (districts.size() > kMostDistricts) districts.resize(kMostDistricts);
  for (std::size_t i = 0; i < districts.size(); ++i) at.emplace(districts[i].id.value, i);
  const auto row_of = [&](const DistrictId& id) -> DistrictRow* {
    const auto found = at.find(id.value);
    return found == at.end() ? nullptr : &districts[found->second];
  };
  const auto count = [&](const std::string& what, std::int64_t DistrictRow::*into) {
    for (const auto& one : tx.all<Count>(
             fmt::format("select district_id, count(*) from {}{}{}group by district_id", what,
                         what.find(" where ") == std::string::npos ? " where district_id "
                                                                   : " and district_id ",
                         kMine),
             person)) {
      if (auto* row = row_of(one.id)) row->*into = one.count;
    }
  };
  count("school where status = 'open'", &DistrictRow::schools);
  count("goal where status = 'active'", &DistrictRow::goals);
  count("strategy", &DistrictRow::strategies);
  for (const auto& one : tx.all<Activities>(
           "select district_id, cast(sum(case status when 'not_started' then 1 else 0 end) as "
           "bigint), cast(sum(case status when 'in_progress' then 1 else 0 end) as bigint), "
           "cast(sum(case status when 'done' then 1 else 0 end) as bigint), "
           "cast(sum(case when due_on < :today and status in ('not_started', 'in_progress') then "
           "1 else 0 end) as bigint) from activity where district_id " +
               kMine + "group by district_id",
           today, person)) {
    if (auto* row = row_of(one.id)) {
      row->tally.not_started = one.not_started;
      row->tally.in_progress = one.in_progress;
      row->tally.done = one.done;
      row->tally.late = one.late;
    }
  }
  for (const auto& one : tx.all<Count>(
           "select district_id, cast(sum(amount_cents) as bigint) from funding_line where "
           "district_id " +
               kMine + "group by district_id",
           person)) {
    if (auto* row = row_of(one.id)) row->tally.cents.value = one.count;
  }
  for (const auto& one : tx.all<Count>("select district_id, cast(sum(amount_cents) as bigint) from "
                                       "spending where district_id " +
                                           kMine + "group by district_id",
                                       person)) {
    if (auto* row = row_of(one.id)) row->tally.used_cents.value = one.count;
  }
  for (const auto& one : tx.all<Reports>(
           "select r.district_id, count(*), cast(sum(case r.state when 'submitted' then 1 else 0 "
           "end) as bigint) from monitoring_cycle c join monitoring_report r on r.district_id = "
           "c.district_id and r.cycle_id = c.id where c.year = :year and c.due_on < :today and "
           "c.district_id " +
               kMine + "group by r.district_id",
           SchoolYear::of(today), today, person)) {
    if (auto* row = row_of(one.id)) {
      row->reports_due = one.due;
      row->reports_in = one.in;
    }
  }
  // The newest round and month of each come last.
  for (const auto& one : tx.all<Templates>(
           "select t.district_id, r.year, count(*), cast(sum(case t.state when 'accepted' then 1 "
           "else 0 end) as bigint) from template t join round r on r.district_id = t.district_id "
           "and r.id = t.round_id where t.kind = 'building' and t.district_id " +
               kMine + "group by t.district_id, r.year order by r.year",
           person)) {
    if (auto* row = row_of(one.id)) {
      row->templates = one.all;
      row->accepted = one.accepted;
    }
  }
  for (const auto& one : tx.all<Scores>(
           "select district_id, month, cast(sum(score) as bigint), count(*) from signal_month "
           "where district_id " +
               kMine + "group by district_id, month order by month",
           person)) {
    if (auto* row = row_of(one.id)) row->signals = one.sum / one.count;
  }
  for (const auto& row : districts) {
    result.schools += row.schools;
    result.goals += row.goals;
    result.strategies += row.strategies;
    result.tally += row.tally;
  }
  return result;
}

}  // namespace tandem::dashboard
