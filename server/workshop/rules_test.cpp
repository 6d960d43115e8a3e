#include "workshop/rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "toolkit/packs.hpp"
#include "workshop/results.hpp"

namespace tandem::workshop {
namespace {

Content content() {
  static const Content kContent = content_of(*toolkit::Packs().built_in());
  return kContent;
}

AgendaStep step(StepKind kind) { return {{"s"}, {}, {}, kind, {"Step"}, {5}, {}, By::seat}; }

TEST(WorkshopContent, IsThatOfTheBuiltInPack) {
  EXPECT_EQ(content().levels.size(), 4U);
  EXPECT_EQ(content().rows.size(), 6U);
  EXPECT_EQ(content().outcomes.size(), 3U);
  EXPECT_EQ(content().consequences.size(), 6U);
  EXPECT_EQ(content().columns.size(), 3U);
  EXPECT_EQ(place_of(content().levels, "accomplished"), 4);
  EXPECT_EQ(place_of(content().levels, "perfect"), 0);
}

TEST(WorkshopRules, AnAnswerHasToSuitItsStep) {
  const auto rate = step(StepKind::rate);
  EXPECT_TRUE(check(AnswerFields{{"evolving"}, {}, {}}, rate, "vision", content()));
  EXPECT_TRUE(check(AnswerFields{{}, {}, {}}, rate, "vision", content())) << "taken back";
  EXPECT_EQ(check(AnswerFields{{"evolving"}, {}, {}}, rate, "lunch", content()).error().status,
            404);
  EXPECT_EQ(check(AnswerFields{{"building"}, {}, {}}, rate, "vision", content())
                .error()
                .errors[0]
                .pointer,
            "/value");
  EXPECT_EQ(
      check(AnswerFields{{"evolving"}, {}, {"javascript:alert(1)"}}, rate, "vision", content())
          .error()
          .errors[0]
          .pointer,
      "/link");
  EXPECT_TRUE(
      check(AnswerFields{{"building"}, {}, {}}, step(StepKind::sort), "team-building", content()));
  EXPECT_TRUE(
      check(AnswerFields{{"why-shift"}, {}, {}}, step(StepKind::pick), "outcome", content()));
  EXPECT_TRUE(check(AnswerFields{{}, {"We talk."}, {}}, step(StepKind::discuss), "1", content()));
  EXPECT_EQ(check(AnswerFields{{}, {}, {}}, step(StepKind::read), "1", content()).error().status,
            409);
}

TEST(WorkshopRules, APlanHasToMakeSense) {
  WorkshopFields fields;
  fields.title.value = "W";
  fields.smallest_group.value = 2;
  fields.anonymous = true;
  fields.mode = Mode::survey;
  fields.groups = {{{"a"}, {"A"}}, {{"a"}, {"B"}}};
  fields.ready = {{"know-mindset"}, {"juggle"}};
  const auto found = check(fields, content());
  ASSERT_FALSE(found);
  const auto errors = found.error().errors;
  std::set<std::string> pointers;
  for (const auto& each : errors) pointers.insert(each.pointer);
  EXPECT_EQ(pointers,
            (std::set<std::string>{"/groups/1", "/ready/1", "/smallest_group", "/closes_at"}));
}

TEST(WorkshopRules, CodesAreReadAsTheyAreTyped) {
  for (int i = 0; i < 50; ++i) {
    const auto code = new_code();
    EXPECT_EQ(code_of(code), code);
    EXPECT_EQ(code_of(lower(code)), code);
  }
  EXPECT_EQ(code_of("K7QM4"), "");
  EXPECT_EQ(code_of("K7QM40"), "") << "no zero, it looks like an O";
}

RC_GTEST_PROP(Spread, IsEvenInSizeAndLosesNobody, ()) {
  const auto people = *rc::gen::inRange(0, 60);
  const auto count = *rc::gen::inRange(1, 8);
  std::vector<Group> groups;
  for (int i = 0; i < count; ++i) groups.push_back({{"g" + std::to_string(i)}, {"G"}});
  std::vector<Seat> seats;
  for (int i = 0; i < people; ++i) {
    Seat seat;
    seat.id.value = std::to_string(i);
    seat.side = static_cast<Side>(*rc::gen::inRange(0, 3));
    seat.role = static_cast<SeatRole>(*rc::gen::inRange(0, 6));
    seats.push_back(seat);
  }
  const auto placed = spread(seats, groups, *rc::gen::arbitrary<std::uint64_t>());
  RC_ASSERT(placed.size() == seats.size());
  std::map<std::string, int> sizes;
  std::map<std::string, std::map<Side, int>> sides;
  std::map<Side, int> of_side;
  for (const auto& group : groups) sizes[group.id] = 0;
  for (const auto& seat : seats) {
    ++sizes.at(placed.at(seat.id));
    ++sides[placed.at(seat.id)][seat.side];
    ++of_side[seat.side];
  }
  const auto by_size = [](const auto& a, const auto& b) { return a.second < b.second; };
  const auto [least, most] = std::minmax_element(sizes.begin(), sizes.end(), by_size);
  RC_ASSERT(most->second - least->second <= 1);
  for (const auto& [side, n] : of_side) {
    for (const auto& group : groups) {  // no group has more than its share of a side, rounded up
      RC_ASSERT(sides[group.id][side] <= n / count + 1);
    }
  }
}

RC_GTEST_PROP(HiddenParts, NeverTellOfAFewPeople, ()) {
  const auto sizes =
      *rc::gen::container<std::vector<std::int64_t>>(5, rc::gen::inRange<std::int64_t>(0, 15));
  const auto smallest = *rc::gen::inRange<std::int64_t>(1, 10);
  const auto hidden = hidden_parts(sizes, smallest);
  std::int64_t behind = 0;
  std::int64_t shown = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (hidden[i]) {
      behind += sizes[i];
      continue;
    }
    RC_ASSERT(sizes[i] == 0 || sizes[i] >= smallest);
    shown += sizes[i];
  }
  // The rest is what can be worked out: nobody, enough people, or all there are.
  RC_ASSERT(behind == 0 || behind >= smallest || shown == 0);
}

struct Room {
  Workshop workshop;
  std::vector<SeatRow> seats;
  std::vector<AnswerRow> answers;

  void rate(Side side, const std::string& level, const std::string& text = "") {
    SeatRow seat;
    seat.id.value = "seat-" + std::to_string(seats.size());
    seat.side = side;
    AnswerRow answer;
    answer.subject = "vision";
    answer.value.value = level;
    answer.text.value = text;
    answer.seat_id = seat.id;
    answer.owner = "s:" + seat.id.value;
    seats.push_back(seat);
    answers.push_back(answer);
  }
  [[nodiscard]] ResultRow vision() const {
    return count(workshop, step(StepKind::rate), content(), answers, seats).rows.at(0);
  }
};

TEST(WorkshopResults, SayWhereTheSidesSeeItDifferently) {
  Room room;
  room.workshop.smallest_group.value = 3;
  for (int i = 0; i < 4; ++i) room.rate(Side::district, "accomplished", "The minutes show it.");
  for (int i = 0; i < 4; ++i) room.rate(Side::school, "beginning");
  const auto row = room.vision();
  EXPECT_EQ(row.answers, 8);
  EXPECT_EQ(*row.agreement, -1);
  EXPECT_EQ(row.sides.size(), 2U);
  EXPECT_EQ(*row.sides[0].median, 4);
  EXPECT_EQ(*row.sides[1].median, 1);
  EXPECT_TRUE(row.proposed);
  EXPECT_EQ(row.why, (std::vector<Why>{Why::apart, Why::sides_differ}));
}

TEST(WorkshopResults, HideASideOfFewAndWhatWouldTellIt) {
  Room room;
  room.workshop.smallest_group.value = 3;
  for (int i = 0; i < 6; ++i) room.rate(Side::school, "developing");
  room.rate(Side::district, "evolving");
  const auto row = room.vision();
  ASSERT_EQ(row.sides.size(), 2U);
  for (const auto& side : row.sides) {  // the school side too: the whole less it is one person
    EXPECT_TRUE(side.too_few);
    EXPECT_FALSE(side.median);
    EXPECT_TRUE(side.counts.empty());
  }
}

TEST(WorkshopResults, DoNotCountWhatWasTakenBack) {
  Room room;
  room.rate(Side::school, "developing");
  room.rate(Side::school, "");
  EXPECT_EQ(room.vision().answers, 1);
}

}  // namespace
}  // namespace tandem::workshop
