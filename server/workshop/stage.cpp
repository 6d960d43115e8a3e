#include "workshop/stage.hpp"

#include <algorithm>

namespace tandem::workshop {
namespace {

constexpr std::chrono::milliseconds kLongest = std::chrono::hours(24);  // of a timer

bool has(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

void set_phase(Stage& stage, const std::string& step, Phase phase) {
  if (step == stage.step) stage.phase = phase;
  const auto found = std::find_if(stage.steps.begin(), stage.steps.end(),
                                  [&](const StepPhase& each) { return each.step == step; });
  if (found != stage.steps.end()) found->phase = phase;
  else stage.steps.push_back({step, phase});
}

void stop_timer(Stage& stage) {
  stage.ends_at.reset();
  stage.left_ms.reset();
}

void enter(Stage& stage, const std::string& step) {
  stage.step = step;
  set_phase(stage, step, stage.phase_of(step).value_or(Phase::open));
  stage.focus.clear();
  stage.asks.clear();
  stop_timer(stage);
}

std::chrono::milliseconds left(const Stage& stage, const Timestamp& now) {
  if (stage.left_ms) return std::chrono::milliseconds(*stage.left_ms);
  if (!stage.ends_at) return std::chrono::milliseconds(0);
  const auto span =
      std::chrono::duration_cast<std::chrono::milliseconds>(stage.ends_at->point() - now.point());
  return std::max(span, std::chrono::milliseconds(0));
}

Problem needs(const std::string& member) {
  return problem::invalid("/" + member, "is required for this command");
}

Result<void> begin(Stage& stage, const Plan& plan) {
  if (plan.steps.empty()) return problem::conflict("The agenda is empty.");
  if (plan.mode == Mode::live) {
    stage.state = State::running;
    enter(stage, plan.steps.front());
    return {};
  }
  stage.state = State::survey;
  for (const auto& step : plan.steps) set_phase(stage, step, Phase::open);
  return {};
}

Result<void> carry_out(Stage& stage, const ControlFields& wanted, const Plan& plan,
                       const Timestamp& now) {
  const auto step = wanted.step && !wanted.step->empty() ? wanted.step->value : stage.step;
  const auto seconds = std::chrono::seconds(wanted.seconds ? wanted.seconds->value : 0);
  if (wanted.command == Command::start) {
    if (stage.state != State::planned) return problem::conflict("The workshop has begun already.");
    return begin(stage, plan);
  }
  if (wanted.command == Command::reopen) {
    if (stage.state != State::ended) return problem::conflict("The workshop has not ended.");
    stage.state = plan.mode == Mode::live ? State::running : State::survey;
    return {};
  }
  if (wanted.command == Command::end) {
    if (stage.state != State::running && stage.state != State::survey) {
      return problem::conflict("The workshop is not under way.");
    }
    stage.state = State::ended;
    stage.asks.clear();
    stop_timer(stage);
    return {};
  }
  if (stage.state != State::running) {
    return problem::conflict("The workshop is not under way with a facilitator.");
  }
  if (!has(plan.steps, step)) return problem::invalid("/step", "is not a step of the agenda");
  switch (wanted.command) {
    case Command::go:
      if (!wanted.step) return needs("step");
      enter(stage, step);
      return {};
    case Command::open:
      set_phase(stage, step, Phase::open);
      return {};
    case Command::lock:
      set_phase(stage, step, Phase::locked);
      return {};
    case Command::reveal:
      set_phase(stage, step, Phase::revealed);
      return {};
    case Command::focus:
      if (!wanted.focus) return needs("focus");
      stage.focus = *wanted.focus;
      return {};
    case Command::timer_start:
      if (!wanted.seconds) return needs("seconds");
      stage.left_ms.reset();
      stage.ends_at = now.plus(seconds);
      stage.asks.clear();
      return {};
    case Command::timer_pause:
      if (!stage.ends_at) return problem::conflict("The timer does not run.");
      stage.left_ms = left(stage, now).count();
      stage.ends_at.reset();
      return {};
    case Command::timer_resume:
      if (!stage.left_ms) return problem::conflict("The timer is not paused.");
      stage.ends_at = now.plus(left(stage, now));
      stage.left_ms.reset();
      return {};
    case Command::timer_add: {
      if (!wanted.seconds) return needs("seconds");
      const auto longer = left(stage, now) + seconds;
      if (longer > kLongest) return problem::conflict("A timer runs for a day at most.");
      if (stage.left_ms) stage.left_ms = longer.count();
      else stage.ends_at = now.plus(longer);
      if (wanted.group) std::erase(stage.asks, wanted.group->value);
      else stage.asks.clear();
      return {};
    }
    case Command::timer_clear:
      stop_timer(stage);
      return {};
    default:
      return problem::invalid("/command", "is not a command");
  }
}

}  // namespace

std::optional<Phase> Stage::phase_of(const std::string& wanted) const {
  const auto found = std::find_if(steps.begin(), steps.end(),
                                  [&](const StepPhase& each) { return each.step == wanted; });
  if (found == steps.end()) return std::nullopt;
  return found->phase;
}

Result<Stage> lead(const Stage& stage, const ControlFields& wanted, const Plan& plan,
                   const Timestamp& now) {
  Stage after = stage;
  CHECK_OK(carry_out(after, wanted, plan, now));
  after.version = stage.version + 1;
  return after;
}

Result<Stage> ask(const Stage& stage, const std::string& group, const Plan& plan) {
  if (stage.state != State::running) return problem::conflict("The workshop is not under way.");
  if (!has(plan.groups, group)) return problem::conflict("You are in no group.");
  if (has(stage.asks, group)) return stage;
  Stage after = stage;
  after.asks.push_back(group);
  after.version = stage.version + 1;
  return after;
}

Result<void> may_answer(const Stage& stage, const std::string& step,
                        const std::optional<Timestamp>& closes_at, const Timestamp& now) {
  if (stage.state == State::planned) return problem::conflict("The workshop has not begun yet.");
  if (stage.state == State::ended) return problem::conflict("The workshop has ended.");
  if (stage.state == State::survey && closes_at && now >= *closes_at) {
    return problem::conflict("The survey has closed.");
  }
  const auto phase = stage.phase_of(step);
  if (!phase) return problem::conflict("The room has not come to this step yet.");
  if (*phase == Phase::locked) return problem::conflict("This step is locked.");
  if (*phase == Phase::revealed) return problem::conflict("The answers have been revealed.");
  return {};
}

bool is_revealed(const Stage& stage, const std::string& step) {
  if (stage.state == State::ended) return true;
  return stage.state == State::running && stage.phase_of(step) == Phase::revealed;
}

}  // namespace tandem::workshop
