// Where a room is, and what leads it on: a state machine, pure. Everything that a participant
// may do follows from the stage.
#pragma once

#include "base/json.hpp"

namespace tandem::workshop {

// survey: without a facilitator, all steps open until the closing time.
enum class Mode { live, survey };
BOOST_DESCRIBE_ENUM(Mode, live, survey)
enum class State { planned, running, survey, ended };
BOOST_DESCRIBE_ENUM(State, planned, running, survey, ended)
// open: answers are taken. locked: they are not. revealed: nor, and everybody sees them.
enum class Phase { open, locked, revealed };
BOOST_DESCRIBE_ENUM(Phase, open, locked, revealed)

struct StepPhase {
  std::string step;
  Phase phase = Phase::open;
  friend bool operator==(const StepPhase&, const StepPhase&) = default;
};
BOOST_DESCRIBE_STRUCT(StepPhase, (), (step, phase))

struct Stage {
  std::int64_t version = 1;  // counts its changes
  State state = State::planned;
  std::string step;  // the current one; empty before the start and in a survey
  Phase phase = Phase::open;
  std::string focus;                    // what everybody looks at, such as a row; may be empty
  std::optional<Timestamp> ends_at;     // of a timer that runs
  std::optional<std::int64_t> left_ms;  // of one that is paused
  std::vector<std::string> asks;        // groups that asked for more time
  std::vector<StepPhase> steps;         // those that were visited
  friend bool operator==(const Stage&, const Stage&) = default;

  // Nothing if the step was not visited yet.
  [[nodiscard]] std::optional<Phase> phase_of(const std::string& wanted) const;
};
BOOST_DESCRIBE_STRUCT(Stage, (),
                      (version, state, step, phase, focus, ends_at, left_ms, asks, steps))

enum class Command {
  start,
  go,
  open,
  lock,
  reveal,
  focus,
  timer_start,
  timer_pause,
  timer_resume,
  timer_add,
  timer_clear,
  end,
  reopen
};
BOOST_DESCRIBE_ENUM(Command, start, go, open, lock, reveal, focus, timer_start, timer_pause,
                    timer_resume, timer_add, timer_clear, end, reopen)

struct ControlFields {
  Command command{};
  std::optional<Text<0, 60>> step;
  std::optional<Text<0, 60>> focus;
  std::optional<Whole<1, 14'400>> seconds;
  std::optional<Text<0, 60>> group;
};
BOOST_DESCRIBE_STRUCT(ControlFields, (), (command, step, focus, seconds, group))

// What the stage has to know of the plan.
struct Plan {
  Mode mode = Mode::live;
  std::vector<std::string> steps;  // of the agenda, in order
  std::vector<std::string> groups;
};

// The stage after a command: its version is one higher. 409 where the state does not allow the
// command, 422 where it does not say enough or names what is not there.
Result<Stage> lead(const Stage& stage, const ControlFields& wanted, const Plan& plan,
                   const Timestamp& now);
// A group asks for more time; the same stage if it has asked already.
Result<Stage> ask(const Stage& stage, const std::string& group, const Plan& plan);

// Whether something may be answered or posted in a step now; 409 with the reason if not. A step
// that was left open stays so when the room goes on: answers that come late from a phone that
// was away are taken.
Result<void> may_answer(const Stage& stage, const std::string& step,
                        const std::optional<Timestamp>& closes_at, const Timestamp& now);
// Whether everybody may see what a step came to.
bool is_revealed(const Stage& stage, const std::string& step);

}  // namespace tandem::workshop
