#include "action/rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace tandem::action {
namespace {

Planned planned(const std::string& key, const std::string& title) {
  return {key, {{title}, {}, {}, {}, {}, Status::open}};
}

ActionItem item(const Planned& from) {
  ActionItem made;
  static_cast<ActionItemFields&>(made) = from.fields;
  made.id = new_id<RecordId>();
  made.origin_key = from.key;
  return made;
}

// A plan of some of five functions, each saying one of three things.
rc::Gen<std::vector<Planned>> any_plan() {
  return rc::gen::map(rc::gen::container<std::vector<int>>(5, rc::gen::inRange(0, 4)),
                      [](const std::vector<int>& says) {
                        std::vector<Planned> plan;
                        for (std::size_t i = 0; i < says.size(); ++i) {
                          if (says[i] == 0) continue;
                          plan.push_back(planned("f" + std::to_string(i), std::to_string(says[i])));
                        }
                        return plan;
                      });
}

using Items = std::map<std::string, ActionItem>;

Items carried_out(Items items, const Reconciled& todo) {
  for (const auto& p : todo.create) {
    RC_ASSERT(items.count(p.key) == 0U);
    items.emplace(p.key, item(p));
  }
  for (const auto& [was, fields] : todo.update) {
    static_cast<ActionItemFields&>(items.at(*was.origin_key)) = fields;
  }
  for (const auto& gone : todo.remove) items.erase(*gone.origin_key);
  return items;
}

std::vector<ActionItem> values(const Items& items) {
  std::vector<ActionItem> list;
  for (const auto& [key, value] : items) list.push_back(value);
  return list;
}

RC_GTEST_PROP(Reconcile, GivesThePlanWhereNobodyEdited, ()) {
  Items items;
  std::vector<Planned> before;
  for (const auto& now : *rc::gen::container<std::vector<std::vector<Planned>>>(any_plan())) {
    items = carried_out(items, reconcile(values(items), before, now));
    before = now;
    RC_ASSERT(items.size() == now.size());
    for (const auto& p : now) RC_ASSERT(p.fields == items.at(p.key));
  }
}

RC_GTEST_PROP(Reconcile, TwiceIsOnce, ()) {
  const auto before = *any_plan();
  const auto now = *any_plan();
  const auto items = carried_out({}, reconcile({}, {}, before));
  const auto first = carried_out(items, reconcile(values(items), before, now));
  const auto again = reconcile(values(first), now, now);
  RC_ASSERT(again.create.empty() && again.update.empty() && again.remove.empty());
}

RC_GTEST_PROP(Reconcile, LeavesWhatSomebodyEditedOrRemoved, ()) {
  const auto before = *any_plan();
  const auto now = *any_plan();
  const auto edited = *rc::gen::inRange<std::size_t>(0, 5);
  auto items = carried_out({}, reconcile({}, {}, before));
  const auto key = "f" + std::to_string(edited);
  if (items.count(key) == 0) return;
  if (*rc::gen::arbitrary<bool>()) {
    items.at(key).status = Status::doing;
    const auto mine = items.at(key);
    items = carried_out(items, reconcile(values(items), before, now));
    RC_ASSERT(static_cast<const ActionItemFields&>(items.at(key)) == mine);
  } else {
    items.erase(key);
    items = carried_out(items, reconcile(values(items), before, before));
    RC_ASSERT(items.count(key) == 0U);
  }
}

TEST(Cursor, IsAPlaceInTheList) {
  auto last = item(planned("f", "A"));
  last.due_on = Date{"2027-02-01"};
  EXPECT_EQ(place_of(cursor_of(last))->due, "2027-02-01");
  EXPECT_EQ(place_of(cursor_of(last))->id, last.id);
  last.due_on.reset();
  EXPECT_EQ(place_of(cursor_of(last))->due, kNoDue);
  EXPECT_EQ(place_of("")->id, RecordId{});
  for (const auto* wrong : {"x", "2027-02-01", "2027-02-30_019ab0f4-7c1e-7d52-8a4b-3f1f2f6f9c01"}) {
    EXPECT_EQ(place_of(wrong).error().status, 400) << wrong;
  }
}

TEST(Pattern, TakesWildcardsLiterally) { EXPECT_EQ(pattern_of("5%_\\"), "%5\\%\\_\\\\%"); }

}  // namespace
}  // namespace tandem::action
