// Equity of funding: from the rows of a year to each school's amounts and the statistics.
#include "statistics/equity.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "fund/rules.hpp"
#include "statistics/suppression.hpp"

namespace tandem::fund {
namespace {

constexpr double kPercent = 100;

// Sums of a district times pupils do not always fit into 64 bits.
__extension__ using Wide = __int128;

struct Place {  // a school while its money comes together
  const org::School* school = nullptr;
  Standing standing = Standing::counted;
  std::int64_t pupils = 0;
  double weighted = 0;
  std::int64_t own = 0;
  std::int64_t shared = 0;
  [[nodiscard]] bool counted() const { return standing == Standing::counted; }
  [[nodiscard]] std::int64_t all() const { return own + shared; }
};
using Places = std::map<SchoolId, Place>;

Standing standing_of(const org::School& school) {
  if (school.status == org::SchoolStatus::closed) return Standing::closed;
  if (!school.pupils) return Standing::unknown_pupils;
  if (*school.pupils < statistics::kFewestShown) return Standing::few_pupils;
  return Standing::counted;
}

std::int64_t in_need(const NeedWeight& need, const org::School& school) {
  if (need.counted == Counted::disadvantaged) {
    return school.disadvantaged_pupils ? static_cast<std::int64_t>(*school.disadvantaged_pupils)
                                       : 0;
  }
  for (const auto& count : need.counts) {
    if (count.school_id == school.school_id()) return count.pupils;
  }
  return 0;
}

Places places_of(const std::vector<org::School>& schools, const std::vector<NeedWeight>& needs) {
  Places places;
  for (const auto& school : schools) {
    Place place;
    place.school = &school;
    place.standing = standing_of(school);
    if (place.counted()) {
      place.pupils = *school.pupils;
      place.weighted = static_cast<double>(place.pupils);
      for (const auto& need : needs) {
        const auto pupils = pupils_in_need(in_need(need, school), place.pupils);
        place.weighted += static_cast<double>(need.weight_percent * pupils) / kPercent;
      }
    }
    places.emplace(school.school_id(), place);
  }
  return places;
}

// Gives what the district has for a goal to the counted schools it applies to; false: to nobody.
bool share_out(std::int64_t cents, const GoalPart* goal, Places& places) {
  std::vector<Place*> among;
  std::vector<std::int64_t> weights;
  for (auto& [id, place] : places) {
    const bool applies = goal != nullptr &&
                         (goal->all_schools || std::find(goal->schools.begin(), goal->schools.end(),
                                                         id) != goal->schools.end());
    if (!place.counted() || !applies) continue;
    among.push_back(&place);
    weights.push_back(place.pupils);
  }
  if (among.empty()) return false;
  const auto parts = shares(cents, weights);
  for (std::size_t i = 0; i < among.size(); ++i) among[i]->shared += parts[i];
  return true;
}

std::optional<Statistics> statistics_of(const std::vector<statistics::PupilAmount>& schools) {
  const auto found = statistics::equity_statistics(schools);
  if (!found) return std::nullopt;
  Statistics shown;
  shown.schools = static_cast<std::int64_t>(schools.size());
  shown.mean_cents = std::llround(found->mean);
  shown.median_cents = std::llround(found->median);
  shown.lowest_cents = std::llround(found->lowest);
  shown.highest_cents = std::llround(found->highest);
  shown.range_cents = std::llround(found->highest - found->lowest);
  shown.federal_range_ratio = found->federal_range_ratio;
  shown.coefficient_of_variation = found->coefficient_of_variation;
  shown.mcloone = found->mcloone;
  shown.verstegen = found->verstegen;
  shown.gini = found->gini;
  return shown;
}

void collect(const YearRows& rows, const EquityQuestion& question, Places& places, Equity& equity) {
  std::map<RecordId, const GoalPart*> goals;
  for (const auto& goal : rows.goals) goals.emplace(goal.id, &goal);
  std::map<RecordId, RecordId> goal_of;
  for (const auto& strategy : rows.strategies) goal_of.emplace(strategy.id, strategy.goal_id);
  std::map<RecordId, std::int64_t> used;
  for (const auto& row : rows.used) used[row.line_id] += row.amount_cents.value;
  std::map<RecordId, std::int64_t> districts;  // by goal: one sharing out for each
  for (const auto& line : rows.lines) {
    if (question.source_id && line.source_id != *question.source_id) continue;
    const auto cents =
        question.amounts == Counting::planned ? line.amount_cents.value : used[line.id];
    if (!line.school_id) {
      districts[goal_of[line.strategy_id]] += cents;
      equity.district_cents += cents;
    } else if (const auto place = places.find(*line.school_id); place != places.end()) {
      place->second.own += cents;
    }
  }
  for (const auto& [goal, cents] : districts) {
    const auto found = goals.find(goal);
    if (share_out(cents, found == goals.end() ? nullptr : found->second, places)) {
      equity.shared_cents += cents;
    }
  }
}

}  // namespace

std::int64_t pupils_in_need(std::int64_t in_need, std::int64_t pupils) {
  if (in_need < statistics::kFewestShown) return 0;
  if (pupils - in_need < statistics::kFewestShown) return pupils;
  return in_need;
}

std::vector<std::int64_t> shares(std::int64_t cents, const std::vector<std::int64_t>& weights) {
  const auto total = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  std::vector<std::int64_t> parts;
  std::vector<std::pair<std::int64_t, std::size_t>> remainders;
  std::int64_t left = cents;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto exact = static_cast<Wide>(cents) * weights[i];
    parts.push_back(static_cast<std::int64_t>(exact / total));
    remainders.emplace_back(static_cast<std::int64_t>(exact % total), i);
    left -= parts.back();
  }
  std::stable_sort(remainders.begin(), remainders.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (std::size_t i = 0; left > 0; ++i, --left) ++parts[remainders[i].second];
  return parts;
}

Equity equity_of(const YearRows& rows, const std::vector<org::School>& schools,
                 const std::vector<NeedWeight>& needs, const EquityQuestion& question) {
  Equity equity;
  equity.revision = rows.revision;
  equity.year = rows.year;
  equity.amounts = question.amounts;
  auto places = places_of(schools, needs);
  collect(rows, question, places, equity);
  std::vector<statistics::PupilAmount> per_pupil;
  std::vector<statistics::PupilAmount> per_weighted;
  for (const auto& school : schools) {  // in the order given
    const auto& place = places.at(school.school_id());
    if (place.standing == Standing::closed && place.own == 0) continue;
    SchoolEquity shown;
    shown.school_id = school.school_id();
    shown.standing = place.standing;
    shown.own_cents = place.own;
    if (place.counted()) {
      const auto pupils = static_cast<double>(place.pupils);
      const auto money = static_cast<double>(place.all());
      shown.pupils = place.pupils;
      shown.need = place.weighted / pupils;
      shown.shared_cents = place.shared;
      shown.per_pupil_cents = std::llround(money / pupils);
      shown.per_weighted_pupil_cents = std::llround(money / place.weighted);
      per_pupil.push_back({pupils, money / pupils});
      per_weighted.push_back({place.weighted, money / place.weighted});
    }
    equity.schools.push_back(std::move(shown));
  }
  equity.per_pupil = statistics_of(per_pupil);
  equity.per_weighted_pupil = statistics_of(per_weighted);
  return equity;
}

}  // namespace tandem::fund
