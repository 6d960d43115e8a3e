#include "need/rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace tandem::need {
namespace {

using Pointers = std::vector<std::string>;
Pointers pointers(const std::vector<FieldError>& errors) {
  Pointers found;
  for (const auto& error : errors) found.push_back(error.pointer);
  return found;
}

TEST(NeedRules, ALevelBelongsToWhoeverLooks) {
  NeedFields need;
  for (const auto& [level, of_school, right] :
       {std::tuple(Level::building, true, true), std::tuple(Level::district, true, false),
        std::tuple(Level::building, false, false), std::tuple(Level::district, false, true),
        std::tuple(Level::collaborative, true, true),
        std::tuple(Level::collaborative, false, true)}) {
    need.level = level;
    EXPECT_EQ(faults(need, of_school).empty(), right);
  }
}

TEST(NeedRules, ListsNameEachThingOnce) {
  NeedFields need;
  need.level = Level::district;
  need.components = {Component::nutrition, Component::nutrition};
  need.data_sets = {RecordId{"a"}, RecordId{"b"}, RecordId{"a"}};
  need.drawn_from = {{RecordId{"r"}, RecordId{"n"}}, {RecordId{"r"}, RecordId{"n"}}};
  EXPECT_EQ(pointers(faults(need, false)),
            (Pointers{"/components/1", "/data_sets/2", "/drawn_from/1"}));
  need = {};
  need.level = Level::building;
  need.drawn_from = {{RecordId{"r"}, RecordId{"n"}}};
  EXPECT_EQ(pointers(faults(need, true)), Pointers{"/drawn_from"});
}

Cause why(const std::string& id, const std::optional<std::string>& parent) {
  Cause cause;
  cause.id = RecordId{id};
  if (parent) cause.parent_id = RecordId{*parent};
  return cause;
}

TEST(CauseRules, AFishboneHasBonesAndWhysHaveReasons) {
  CauseFields fields;
  fields.method = Method::fishbone;
  EXPECT_EQ(pointers(faults(fields, true, {}, {})), Pointers{"/bone"});
  fields.bone = Bone::time;
  EXPECT_TRUE(faults(fields, true, {}, {}).empty());
  fields.method = Method::five_whys;
  EXPECT_EQ(pointers(faults(fields, true, {}, {})), Pointers{"/bone"});
  fields.bone.reset();
  fields.parent_id = RecordId{"elsewhere"};
  EXPECT_EQ(pointers(faults(fields, true, {}, {})), Pointers{"/parent_id"});
}

TEST(CauseRules, WhysDoNotGoRoundInACircle) {
  const std::vector<Cause> others = {why("a", std::nullopt), why("b", "a"), why("c", "b")};
  CauseFields fields;
  fields.parent_id = RecordId{"c"};
  EXPECT_TRUE(faults(fields, true, {}, others).empty());
  std::vector<Cause> rest = {why("b", "a"), why("c", "b")};
  EXPECT_EQ(pointers(faults(fields, true, RecordId{"a"}, rest)), Pointers{"/parent_id"});
}

TEST(CauseRules, WhysEndSomewhere) {
  std::vector<Cause> chain = {why("0", std::nullopt)};
  for (int i = 1; i < kMostWhys; ++i)
    chain.push_back(why(std::to_string(i), std::to_string(i - 1)));
  CauseFields fields;
  fields.parent_id = RecordId{std::to_string(kMostWhys - 2)};
  EXPECT_TRUE(faults(fields, true, {}, chain).empty());
  fields.parent_id = RecordId{std::to_string(kMostWhys - 1)};
  EXPECT_EQ(pointers(faults(fields, true, {}, chain)), Pointers{"/parent_id"});
}

TEST(WholeChild, CountsWhatTouchesEachComponent) {
  Need need, asset;
  need.components = {Component::nutrition, Component::counseling};
  asset.kind = Kind::asset;
  asset.components = {Component::nutrition};
  DataSet set;
  set.components = {Component::family_engagement};
  const auto rows = coverage({need, need, asset}, {set});
  ASSERT_EQ(rows.size(), 10U);
  for (const auto& row : rows) {
    const bool nutrition = row.component == Component::nutrition;
    EXPECT_EQ(row.needs, nutrition || row.component == Component::counseling ? 2 : 0);
    EXPECT_EQ(row.assets, nutrition ? 1 : 0);
    EXPECT_EQ(row.data_sets, row.component == Component::family_engagement ? 1 : 0);
  }
}

Candidate candidate(const std::string& id, Subject subject, const std::string& words,
                    std::vector<Component> components = {}) {
  return {{RecordId{"r"}, RecordId{id}}, subject, std::move(components), words};
}

TEST(Together, CountsWhatIsShared) {
  const auto a = candidate("a", Subject::attendance, "Many students miss the bus",
                           {Component::family_engagement});
  EXPECT_EQ(in_common(a, candidate("b", Subject::attendance, "")), 2);
  EXPECT_EQ(in_common(a, candidate("b", Subject::reading, "Missing buses")), 0);
  EXPECT_EQ(in_common(a, candidate("b", Subject::reading, "The miss")), 1);
  EXPECT_EQ(in_common(a, candidate("b", Subject::attendance, "They miss days",
                                   {Component::family_engagement})),
            4);
  EXPECT_EQ(in_common(candidate("a", Subject::other, ""), candidate("b", Subject::other, "")), 0)
      << "other is no subject that two needs share";
}

TEST(Together, WordsAreThoseThatTell) {
  EXPECT_EQ(telling_words("The students' phonics lessons are not the same across our classes."),
            (std::set<std::string>{"phonic", "lesson", "classe"}));
}

TEST(Together, SaysWhy) {
  const auto groups = proposals({
      candidate("a", Subject::reading, "Phonics lessons differ", {Component::family_engagement}),
      candidate("b", Subject::reading, "Phonics is not taught daily"),
      candidate("c", Subject::attendance, "Buses come late"),
  });
  ASSERT_EQ(groups.size(), 2U);
  EXPECT_EQ(groups[0].items.size(), 2U);
  EXPECT_EQ(groups[0].reasons.subject, Subject::reading);
  EXPECT_TRUE(groups[0].reasons.components.empty());
  EXPECT_EQ(groups[0].reasons.words, std::vector<std::string>{"phonics"});
  EXPECT_EQ(groups[1].items[0].item_id.value, "c");
}

std::vector<Candidate> any_candidates() {
  const std::vector<std::string> words = {"phonics",  "lessons", "buses", "morning",
                                          "families", "algebra", "tutor", "breakfast"};
  std::vector<Candidate> made;
  const auto count = *rc::gen::inRange(0, 14);
  for (int i = 0; i < count; ++i) {
    std::string text;
    for (const auto& word : words) {
      if (*rc::gen::inRange(0, 3) == 0) text += word + " ";
    }
    std::vector<Component> components;
    for (int c = 0; c < 4; ++c) {
      if (*rc::gen::arbitrary<bool>()) components.push_back(static_cast<Component>(c));
    }
    made.push_back(
        candidate("n" + std::to_string(i),
                  *rc::gen::element(Subject::reading, Subject::attendance, Subject::other), text,
                  std::move(components)));
  }
  return made;
}

const Candidate& of(const std::vector<Candidate>& candidates, const Drawn& item) {
  return *std::find_if(candidates.begin(), candidates.end(),
                       [&](const Candidate& c) { return c.from == item; });
}

RC_GTEST_PROP(Together, EachNeedOnceAndAnyTwoAreAlike, ()) {
  const auto candidates = any_candidates();
  std::size_t items = 0;
  std::set<std::string> seen;
  for (const auto& group : proposals(candidates)) {
    for (const auto& a : group.items) {
      ++items;
      RC_ASSERT(seen.insert(a.item_id.value).second);
      for (const auto& b : group.items) {
        if (a == b) continue;
        RC_ASSERT(in_common(of(candidates, a), of(candidates, b)) >= kEnoughInCommon);
      }
    }
  }
  RC_ASSERT(items == candidates.size());
}

// No two groups could still be one: the rule is applied to the end.
RC_GTEST_PROP(Together, LeavesNothingToJoin, ()) {
  const auto candidates = any_candidates();
  const auto groups = proposals(candidates);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (std::size_t j = i + 1; j < groups.size(); ++j) {
      int least = kMostInCommon;
      for (const auto& a : groups[i].items) {
        for (const auto& b : groups[j].items) {
          least = std::min(least, in_common(of(candidates, a), of(candidates, b)));
        }
      }
      RC_ASSERT(least < kEnoughInCommon);
    }
  }
}

RC_GTEST_PROP(Together, DoesNotDependOnTheOrder, ()) {
  auto candidates = any_candidates();
  const auto first = proposals(candidates);
  std::reverse(candidates.begin(), candidates.end());
  RC_ASSERT(json::text(first) == json::text(proposals(candidates)));
}

RC_GTEST_PROP(Together, ReasonsHoldForWholeGroups, ()) {
  const auto candidates = any_candidates();
  for (const auto& group : proposals(candidates)) {
    for (const auto& item : group.items) {
      const auto& from = of(candidates, item);
      if (group.reasons.subject) RC_ASSERT(from.subject == *group.reasons.subject);
      for (const auto component : group.reasons.components) {
        RC_ASSERT(std::count(from.components.begin(), from.components.end(), component) > 0);
      }
    }
  }
}

}  // namespace
}  // namespace tandem::need
