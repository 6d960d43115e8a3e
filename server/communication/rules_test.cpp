#include "communication/rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace tandem::communication {
namespace {

CommunicationFields due(const std::string& first, Repeats repeats,
                        const std::optional<std::string>& last = {}) {
  CommunicationFields fields;
  fields.starts_on = Date{first};
  fields.repeats = repeats;
  if (last) fields.ends_on = Date{*last};
  return fields;
}

std::vector<std::string> in(const CommunicationFields& fields, const std::string& from,
                            const std::string& to) {
  std::vector<std::string> found;
  for (const auto& day : days(fields, Date{from}, Date{to})) found.push_back(day.value);
  return found;
}

using Days = std::vector<std::string>;

TEST(CommunicationDays, FollowTheRhythm) {
  EXPECT_EQ(in(due("2026-09-07", Repeats::once), "2026-01-01", "2030-01-01"), Days{"2026-09-07"});
  EXPECT_EQ(in(due("2026-09-07", Repeats::weekly), "2026-09-10", "2026-09-28"),
            (Days{"2026-09-14", "2026-09-21", "2026-09-28"}));
  EXPECT_EQ(in(due("2026-09-07", Repeats::biweekly, "2026-10-06"), "2026-01-01", "2027-01-01"),
            (Days{"2026-09-07", "2026-09-21", "2026-10-05"}));
  EXPECT_EQ(in(due("2026-09-07", Repeats::quarterly), "2027-01-01", "2027-12-31"),
            (Days{"2027-03-07", "2027-06-07", "2027-09-07", "2027-12-07"}));
}

TEST(CommunicationDays, FallOnAMonthsLastDayWhereItIsTooShort) {
  EXPECT_EQ(in(due("2026-12-31", Repeats::monthly), "2027-01-01", "2027-04-30"),
            (Days{"2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"}));
  EXPECT_EQ(in(due("2024-02-29", Repeats::yearly), "2027-01-01", "2028-12-31"),
            (Days{"2027-02-28", "2028-02-29"}));
}

rc::Gen<CommunicationFields> any_rhythm() {
  return rc::gen::apply(
      [](int start, int repeats, int length) {
        const Date first = Date::from(Date{"2024-01-01"}.day() + std::chrono::days(start));
        auto fields = due(first.value, static_cast<Repeats>(repeats));
        if (length % 2 == 0 && fields.repeats != Repeats::once) {
          fields.ends_on = Date::from(first.day() + std::chrono::days(length));
        }
        return fields;
      },
      rc::gen::inRange(0, 800), rc::gen::inRange(0, 6), rc::gen::inRange(0, 900));
}

Date any_day() {
  return Date::from(Date{"2024-01-01"}.day() + std::chrono::days(*rc::gen::inRange(0, 1200)));
}

// A window shows what a larger one shows of it: counting may start anywhere.
RC_GTEST_PROP(CommunicationDays, DoNotDependOnWhereOneBeginsToLook, ()) {
  const auto fields = *any_rhythm();
  const auto from = any_day();
  const auto to = std::max(from, any_day());
  auto all = days(fields, fields.starts_on, to, 100'000);
  all.erase(std::remove_if(all.begin(), all.end(), [&](const Date& day) { return day < from; }),
            all.end());
  RC_ASSERT(days(fields, from, to, 100'000) == all);
  RC_ASSERT(std::is_sorted(all.begin(), all.end()));
  for (const auto& day : all) RC_ASSERT(is_day(fields, day));
}

// Doing what is due, day after day, leaves nothing out and ends with nothing due.
RC_GTEST_PROP(CommunicationStanding, ComesToRest, ()) {
  const auto fields = *any_rhythm();
  const auto today = any_day();
  std::optional<Date> done;
  const auto first = standing_of(fields, done, today);
  const auto passed = days(fields, fields.starts_on, today, 100'000);
  RC_ASSERT(first.missed + (first.due_on ? 1 : 0) == static_cast<std::int64_t>(passed.size()));
  if (first.due_on) {
    RC_ASSERT(*first.due_on == passed.back());
    done = first.due_on;
  }
  const auto then = standing_of(fields, done, today);
  RC_ASSERT(!then.due_on && then.missed == 0);
  RC_ASSERT(then.next_on == first.next_on);
  if (then.next_on) {
    RC_ASSERT(*then.next_on > today && is_day(fields, *then.next_on));
    const auto ahead = standing_of(fields, then.next_on, today);  // done before its day
    RC_ASSERT(!ahead.next_on || *ahead.next_on > *then.next_on);
  }
}

TEST(CommunicationFields, EndOnlyIfTheyRepeatAndNotBeforeTheyBegin) {
  EXPECT_EQ(faults(due("2026-09-07", Repeats::once, "2026-09-08")).at(0).pointer, "/ends_on");
  EXPECT_EQ(faults(due("2026-09-07", Repeats::weekly, "2026-09-06")).at(0).pointer, "/ends_on");
  EXPECT_TRUE(faults(due("2026-09-07", Repeats::weekly, "2026-09-07")).empty());
}

}  // namespace
}  // namespace tandem::communication
