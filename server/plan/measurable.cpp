#include "plan/measurable.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace tandem::plan {
namespace {

constexpr int kFewestWords = 4;  // "Nine of ten read" says something, "Reading" does not
constexpr auto kAYear = std::chrono::days{370};  // with some grace for a testing window
constexpr double kLeap = 2;                      // times the pace of the whole path

int words_in(const std::string& text) {
  std::istringstream in(text);
  int words = 0;
  for (std::string word; in >> word;) ++words;
  return words;
}

bool blank(const auto& text) { return !text || text->empty(); }

// Baseline, interim targets and end target, as far as they are there, in order of their days.
std::vector<TargetPoint> path_of(const TargetFields& targets) {
  std::vector<TargetPoint> path;
  if (targets.baseline) path.push_back(*targets.baseline);
  path.insert(path.end(), targets.interim.begin(), targets.interim.end());
  if (targets.end_target) path.push_back(*targets.end_target);
  return path;
}

double days_between(const TargetPoint& from, const TargetPoint& to) {
  return static_cast<double>((to.on.day() - from.on.day()).count());
}

// How far a value comes on the way, positive in the direction the measure wants.
double gain(Direction direction, const TargetPoint& from, const TargetPoint& to) {
  return direction == Direction::decrease ? from.value - to.value : to.value - from.value;
}

class Look {
 public:
  Look(const PlanGoal& goal, const PlanMeasure& measure, std::vector<Finding>& found)
      : goal_(goal), measure_(measure), found_(found) {
    const auto own = std::find_if(measure.targets.begin(), measure.targets.end(),
                                  [](const Target& target) { return target.school_id.empty(); });
    if (own != measure.targets.end()) targets_ = *own;
  }

  void look() {
    if (measure_.unit.empty()) add(FindingKind::no_unit);
    if (!targets_.baseline) add(FindingKind::no_baseline);
    if (!targets_.end_target) add(FindingKind::no_end_target);
    const auto path = path_of(targets_);
    if (measure_.unit.value == "%" && std::any_of(path.begin(), path.end(), [](const auto& point) {
          return point.value < 0 || point.value > 100;
        })) {
      add(FindingKind::out_of_range);
    }
    if (targets_.end_target && goal_.ends_on && targets_.end_target->on > *goal_.ends_on) {
      add(FindingKind::ends_after_goal);
    }
    if (targets_.baseline && targets_.end_target) look_at(path);
  }

 private:
  void look_at(const std::vector<TargetPoint>& path) {
    const auto& first = path.front();
    const auto& last = path.back();
    // To keep a value where it is needs no path to it.
    if (measure_.direction == Direction::maintain) return;
    const double whole = gain(measure_.direction, first, last);
    if (whole <= 0) return add(FindingKind::wrong_way);
    if (path.size() == 2) {
      if (last.on.day() - first.on.day() > kAYear) add(FindingKind::no_interim);
      return;
    }
    bool turns = false;
    bool leaps = false;
    const double pace = whole / days_between(first, last);
    for (std::size_t i = 1; i < path.size(); ++i) {
      const double step = gain(measure_.direction, path[i - 1], path[i]);
      turns = turns || step < 0;
      leaps = leaps || step > kLeap * pace * days_between(path[i - 1], path[i]);
    }
    if (turns) add(FindingKind::path_turns);
    else if (leaps) add(FindingKind::path_leaps);
  }

  void add(FindingKind kind) { found_.push_back({kind, measure_.id}); }

  const PlanGoal& goal_;
  const PlanMeasure& measure_;
  std::vector<Finding>& found_;
  TargetFields targets_;
};

}  // namespace

std::vector<Finding> findings(const PlanGoal& goal) {
  std::vector<Finding> found;
  const auto add = [&](bool missing, FindingKind kind) {
    if (missing) found.push_back({kind, std::nullopt});
  };
  add(words_in(goal.statement) < kFewestWords, FindingKind::no_statement);
  add(blank(goal.for_whom), FindingKind::no_audience);
  add(!goal.ends_on, FindingKind::no_end_date);
  add(goal.measures.empty(), FindingKind::no_measure);
  for (const PlanMeasure& measure : goal.measures) Look(goal, measure, found).look();
  return found;
}

}  // namespace tandem::plan
