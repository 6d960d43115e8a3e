#include "workshop/stage.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace tandem::workshop {
namespace {

const Plan kPlan{Mode::live, {"read", "rate", "talk"}, {"oak", "elm"}};
const Timestamp kNow{"2026-11-24T17:30:00.000Z"};

ControlFields command(Command which, const std::string& step = "", int seconds = 0) {
  ControlFields fields;
  fields.command = which;
  if (!step.empty()) fields.step = Text<0, 60>{step};
  if (seconds > 0) fields.seconds = Whole<1, 14'400>{seconds};
  return fields;
}

Stage after(Stage stage, std::initializer_list<ControlFields> commands) {
  for (const auto& each : commands) stage = *lead(stage, each, kPlan, kNow);
  return stage;
}

TEST(Stage, GoesFromPlanToEnd) {
  const auto begun = after({}, {command(Command::start)});
  EXPECT_EQ(begun.state, State::running);
  EXPECT_EQ(begun.step, "read");
  EXPECT_EQ(begun.phase, Phase::open);
  EXPECT_EQ(begun.version, 2);
  const auto ended = after(begun, {command(Command::end)});
  EXPECT_EQ(ended.state, State::ended);
  EXPECT_EQ(lead(ended, command(Command::go, "rate"), kPlan, kNow).error().status, 409);
  EXPECT_EQ(after(ended, {command(Command::reopen)}).state, State::running);
}

TEST(Stage, RefusesWhatItDoesNotKnow) {
  const auto begun = after({}, {command(Command::start)});
  EXPECT_EQ(lead(begun, command(Command::go, "lunch"), kPlan, kNow).error().errors[0].pointer,
            "/step");
  EXPECT_EQ(lead(begun, command(Command::go), kPlan, kNow).error().status, 422);
  EXPECT_EQ(lead(begun, command(Command::timer_start), kPlan, kNow).error().errors[0].pointer,
            "/seconds");
  EXPECT_EQ(lead({}, command(Command::start), {}, kNow).error().status, 409);
}

TEST(Stage, KeepsThePhaseOfAStepThatOneComesBackTo) {
  const auto back =
      after({}, {command(Command::start), command(Command::go, "rate"), command(Command::reveal),
                 command(Command::go, "talk"), command(Command::go, "rate")});
  EXPECT_EQ(back.phase, Phase::revealed);
  EXPECT_TRUE(is_revealed(back, "rate"));
  EXPECT_FALSE(is_revealed(back, "talk"));
}

TEST(Stage, TakesAnswersWhereItIsOpenAndWasLeftOpen) {
  EXPECT_EQ(may_answer({}, "read", {}, kNow).error().status, 409);
  const auto at_rate = after({}, {command(Command::start), command(Command::go, "rate")});
  EXPECT_TRUE(may_answer(at_rate, "rate", {}, kNow));
  EXPECT_TRUE(may_answer(at_rate, "read", {}, kNow)) << "late answers of a phone that was away";
  EXPECT_FALSE(may_answer(at_rate, "talk", {}, kNow)) << "not come to yet";
  EXPECT_FALSE(may_answer(after(at_rate, {command(Command::lock)}), "rate", {}, kNow));
  EXPECT_FALSE(may_answer(after(at_rate, {command(Command::reveal)}), "rate", {}, kNow));
  EXPECT_FALSE(may_answer(after(at_rate, {command(Command::end)}), "rate", {}, kNow));
}

TEST(Stage, ASurveyIsOpenUntilItCloses) {
  const Plan plan{Mode::survey, {"rate", "talk"}, {}};
  const auto open = *lead({}, command(Command::start), plan, kNow);
  EXPECT_EQ(open.state, State::survey);
  const auto closes = kNow.plus(std::chrono::hours(1));
  EXPECT_TRUE(may_answer(open, "talk", closes, kNow));
  EXPECT_FALSE(may_answer(open, "talk", closes, closes));
  EXPECT_FALSE(is_revealed(open, "talk"));
  const auto ended = *lead(open, command(Command::end), plan, kNow);
  EXPECT_TRUE(is_revealed(ended, "talk"));
}

TEST(Stage, ATimerThatIsPausedKeepsWhatIsLeft) {
  auto stage = after({}, {command(Command::start), command(Command::timer_start, "", 120)});
  EXPECT_EQ(stage.ends_at, kNow.plus(std::chrono::seconds(120)));
  const auto later = kNow.plus(std::chrono::seconds(50));
  stage = *lead(stage, command(Command::timer_pause), kPlan, later);
  EXPECT_EQ(stage.left_ms, 70'000);
  stage = *lead(stage, command(Command::timer_add, "", 60), kPlan, later);
  EXPECT_EQ(stage.left_ms, 130'000);
  const auto much_later = kNow.plus(std::chrono::seconds(500));
  stage = *lead(stage, command(Command::timer_resume), kPlan, much_later);
  EXPECT_EQ(stage.ends_at, much_later.plus(std::chrono::seconds(130)));
}

TEST(Stage, AGroupAsksOnceAndIsAnswered) {
  auto stage = after({}, {command(Command::start)});
  EXPECT_EQ(ask(stage, "", kPlan).error().status, 409);
  stage = *ask(stage, "oak", kPlan);
  EXPECT_EQ(*ask(stage, "oak", kPlan), stage);
  stage = *ask(stage, "elm", kPlan);
  auto add = command(Command::timer_add, "", 60);
  add.group = Text<0, 60>{"oak"};
  EXPECT_EQ(after(stage, {add}).asks, std::vector<std::string>{"elm"});
  EXPECT_TRUE(after(stage, {command(Command::go, "rate")}).asks.empty());
}

// Whatever two facilitators do: the stage stays one that makes sense.
RC_GTEST_PROP(Stage, StaysWhole, ()) {
  const std::vector<std::string> steps{"", "read", "rate", "talk", "lunch"};
  Stage stage;
  auto now = kNow;
  const auto length = *rc::gen::inRange(1, 30);
  for (int i = 0; i < length; ++i) {
    const auto which = static_cast<Command>(*rc::gen::inRange(0, 13));
    auto fields = command(which, steps[*rc::gen::inRange<std::size_t>(0, steps.size())],
                          *rc::gen::inRange(0, 400));
    if (*rc::gen::inRange(0, 2) == 1) fields.focus = Text<0, 60>{"vision"};
    now = now.plus(std::chrono::seconds(*rc::gen::inRange(0, 200)));
    const auto next = lead(stage, fields, kPlan, now);
    if (!next) {
      RC_ASSERT(next.error().status == 409 || next.error().status == 422);
      continue;
    }
    RC_ASSERT(next->version == stage.version + 1);
    RC_ASSERT(!(next->ends_at && next->left_ms));
    if (next->ends_at && which != Command::go) RC_ASSERT(*next->ends_at >= kNow);
    RC_ASSERT(next->state != State::planned);
    RC_ASSERT(std::count(kPlan.steps.begin(), kPlan.steps.end(), next->step) == 1);
    RC_ASSERT(next->phase_of(next->step) == next->phase);
    RC_ASSERT(next->steps.size() <= kPlan.steps.size());
    if (next->state == State::ended) RC_ASSERT(!next->ends_at && next->asks.empty());
    for (const auto& step : kPlan.steps) {
      const bool takes = may_answer(*next, step, {}, now).has_value();
      RC_ASSERT(!(takes && is_revealed(*next, step)));
    }
    stage = *next;
  }
}

}  // namespace
}  // namespace tandem::workshop
