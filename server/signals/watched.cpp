#include "signals/watched.hpp"

#include <algorithm>
#include <map>

namespace tandem::signals {
namespace {

bool is_good(monitor::Track track) {
  return track == monitor::Track::on_track || track == monitor::Track::reached;
}

bool says_something(monitor::Track track) {
  return is_good(track) || track == monitor::Track::behind || track == monitor::Track::off_track;
}

}  // namespace

std::vector<Check> report_checks(const std::vector<DueReport>& reports) {
  Check in{"reports_in", Kind::monitoring, 3, {}};
  Check on_time{"reports_on_time", Kind::monitoring, 1, {}};
  for (const auto& report : reports) {
    Slot slot{report.cycle, report.school_id, "/monitoring/reports/" + report.id.value,
              report.state == monitor::ReportState::submitted};
    in.slots.push_back(slot);
    slot.met = slot.met && report.submitted_at && report.submitted_at->date() <= report.due_on;
    on_time.slots.push_back(std::move(slot));
  }
  return {std::move(in), std::move(on_time)};
}

Check fidelity_check(std::vector<FidelityRow> rows) {
  Check check{"carried_out", Kind::potential, 2, {}};
  std::sort(rows.begin(), rows.end(), [](const FidelityRow& a, const FidelityRow& b) {
    return std::tie(a.strategy_id, a.school_id, b.due_on, b.report_id) <
           std::tie(b.strategy_id, b.school_id, a.due_on, a.report_id);  // the newest first
  });
  const FidelityRow* before = nullptr;
  for (const auto& row : rows) {
    if (row.value.empty()) continue;
    const bool newest = before == nullptr || before->strategy_id != row.strategy_id ||
                        before->school_id != row.school_id;
    before = &row;
    if (!newest) continue;
    check.slots.push_back({row.title, row.school_id, "/monitoring/reports/" + row.report_id.value,
                           row.value >= kMostlyAsMeant});
  }
  return check;
}

std::vector<Check> measure_checks(const monitor::ProgressGlance& glance,
                                  const std::set<RecordId>& goals, const Date& since) {
  Check values{"measure_values", Kind::monitoring, 2, {}};
  Check on_track{"measures_on_track", Kind::potential, 2, {}};
  for (const auto& measure : glance.items) {
    if (goals.count(measure.goal_id) == 0) continue;
    for (const auto& place : measure.places) {
      Slot slot{measure.name, place.school_id,
                "/monitoring/results/" + measure.measure_id.value +
                    (place.school_id ? "?school=" + place.school_id->value : ""),
                place.latest && place.latest->taken_on >= since};
      if (place.school_id) values.slots.push_back(slot);
      if (!says_something(place.track)) continue;
      slot.met = is_good(place.track);
      on_track.slots.push_back(std::move(slot));
    }
  }
  return {std::move(values), std::move(on_track)};
}

Check fair_share_check(const fund::Equity& equity, const std::vector<org::School>& schools) {
  Check check{"fair_share", Kind::resources, 2, {}};
  std::map<SchoolId, std::string> names;
  for (const auto& school : schools) names.emplace(school.school_id(), school.name);
  const auto median = equity.per_weighted_pupil ? equity.per_weighted_pupil->median_cents : 0;
  for (const auto& school : equity.schools) {
    if (school.standing != fund::Standing::counted || !school.per_weighted_pupil_cents) continue;
    const auto each = *school.per_weighted_pupil_cents;
    check.slots.push_back({names[school.school_id], school.school_id,
                           "/money/equity?year=" + equity.year.value,
                           each > 0 && 100 * each >= kFairShare * median});
  }
  return check;
}

std::vector<Check> money_checks(const fund::Funds& funds) {
  Check within{"stream_within", Kind::resources, 1, {}};
  for (const auto& stream : funds.streams) {
    if (!stream.available_cents) continue;
    within.slots.push_back({stream.name, std::nullopt, "/plan/money?year=" + funds.year.value,
                            stream.over_cents == 0});
  }
  Check used{"money_used", Kind::resources, 1, {}};
  std::map<RecordId, std::string> titles;
  for (const auto& strategy : funds.strategies) {
    titles.emplace(strategy.strategy_id, strategy.title);
    if (strategy.planned_cents == 0) continue;
    used.slots.push_back({strategy.title, std::nullopt, "/plan/goals/" + strategy.goal_id.value,
                          strategy.used() > 0});
  }
  Check lines{"line_within", Kind::resources, 1, {}};
  for (const auto& line : funds.lines) {
    if (line.used() == 0) continue;
    lines.slots.push_back({titles[line.strategy_id], line.school_id,
                           "/money/lines/" + line.line_id.value, line.over_cents == 0});
  }
  return {std::move(within), std::move(used), std::move(lines)};
}

}  // namespace tandem::signals
