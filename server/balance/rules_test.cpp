#include "balance/rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "toolkit/packs.hpp"

namespace tandem::balance {
namespace {

std::shared_ptr<const toolkit::Pack> pack() {
  static const toolkit::Packs packs;
  return packs.built_in();
}

Kind any_kind() { return *rc::gen::element(Kind::building, Kind::district); }

// What a template can hold: each status, or none; some actions, owners and dates.
Sheet any_sheet(const Form& form) {
  Sheet sheet;
  for (const auto* function : form.rows()) {
    auto& row = sheet[function->id];
    const auto status = *rc::gen::element<std::string>("", "in-place", "strengthen", "create");
    if (!status.empty() || *rc::gen::arbitrary<bool>()) row["status"] = {{status}, {}};
    if (*rc::gen::arbitrary<bool>()) {
      row["action"] = {{*rc::gen::element<std::string>("", "Meet", "Meet\nand talk")}, {}};
    }
    if (*rc::gen::arbitrary<bool>()) row["due"] = {{"2027-02-01"}, {}};
  }
  return sheet;
}

TEST(Form, AsksTheFunctionsOfItsColumns) {
  const Form building(pack(), Kind::building);
  const Form district(pack(), Kind::district);
  EXPECT_TRUE(building.asks("needs-building") && building.asks("needs-collaborative"));
  EXPECT_TRUE(district.asks("needs-district") && district.asks("needs-collaborative"));
  EXPECT_FALSE(building.asks("needs-district") || district.asks("needs-building"));
  EXPECT_TRUE(building.asks("evaluation-collaborative"));
  EXPECT_EQ(building.rows().size(), 13U);
}

TEST(Form, OfAPackWithoutSuchATemplateAsksNothing) {
  auto without = std::make_shared<toolkit::Pack>(*pack());
  without->templates.pop_back();
  const Form form(without, Kind::district);
  EXPECT_TRUE(form.rows().empty() && form.fields().empty());
  EXPECT_EQ(form.field("status"), nullptr);
  EXPECT_TRUE(missing(form, {}).empty());
}

TEST(CheckAnswer, TakesWhatTheFieldAsksFor) {
  const Form form(pack(), Kind::building);
  const auto pointer = [&](const std::string& field, const std::string& value,
                           const std::optional<PersonId>& person = {}) -> std::string {
    const auto result = check_answer(form, "needs-building", field, {{value}, person});
    return result ? "" : result.error().errors.at(0).pointer;
  };
  const auto person = new_id<PersonId>();
  for (const auto* field : {"status", "evidence", "action", "owner", "due"}) {
    EXPECT_EQ(pointer(field, ""), "") << field;
  }
  EXPECT_EQ(pointer("status", "strengthen"), "");
  EXPECT_EQ(pointer("status", "fine"), "/value");
  EXPECT_EQ(pointer("due", "2027-02-28"), "");
  EXPECT_EQ(pointer("due", "2027-02-30"), "/value");
  EXPECT_EQ(pointer("owner", "Ana", person), "");
  EXPECT_EQ(pointer("owner", std::string(201, 'x')), "/value");
  EXPECT_EQ(pointer("evidence", "Ana", person), "/person_id");
  EXPECT_EQ(pointer("evidence", std::string(4000, 'x')), "");
  EXPECT_EQ(pointer("evidence", std::string(4001, 'x')), "/value");
  EXPECT_EQ(check_answer(form, "needs-district", "status", {}).error().status, 404);
  EXPECT_EQ(check_answer(form, "needs-building", "mood", {}).error().status, 404);
}

TEST(Missing, NamesTheFieldOfEachFunction) {
  const Form form(pack(), Kind::building);
  Sheet sheet;
  for (const auto* function : form.rows()) sheet[function->id]["status"] = {{"in-place"}, {}};
  EXPECT_TRUE(missing(form, sheet).empty());
  sheet["needs-building"]["status"] = {{"create"}, {}};
  sheet.erase("goals-building");
  const auto errors = missing(form, sheet);
  ASSERT_EQ(errors.size(), 2U);
  EXPECT_EQ(errors[0].pointer, "/functions/needs-building/action");
  EXPECT_EQ(errors[1].pointer, "/functions/goals-building/status");
  EXPECT_EQ(progress(form, sheet), (Progress{11, 13}));
}

RC_GTEST_PROP(Rules, ProgressIsFullExactlyWhereNothingIsMissing, ()) {
  const Form form(pack(), any_kind());
  const auto sheet = any_sheet(form);
  const auto [answered, total] = progress(form, sheet);
  RC_ASSERT(total == 13);
  RC_ASSERT((answered == total) == missing(form, sheet).empty());
}

RC_GTEST_PROP(Rules, ASnapshotSaysAllThatTheSheetSays, ()) {
  const Form form(pack(), any_kind());
  const auto sheet = any_sheet(form);
  const auto again = sheet_of(snapshot(form, sheet));
  RC_ASSERT(statuses(form, again) == statuses(form, sheet));
  RC_ASSERT(planned(form, again) == planned(form, sheet));
  for (const auto& [function, row] : sheet) {
    for (const auto& [field, answer] : row) {
      if (!answer.value.empty()) RC_ASSERT(again.at(function).at(field) == answer);
    }
  }
}

RC_GTEST_PROP(Rules, ACompleteSheetPlansAnItemForEachFunctionNotInPlace, ()) {
  const Form form(pack(), any_kind());
  const auto sheet = any_sheet(form);
  std::set<std::string> expected;
  for (const auto& [function, status] : statuses(form, sheet)) {
    if (status == "strengthen" || status == "create") expected.insert(function);
  }
  std::set<std::string> found;
  for (const auto& item : planned(form, sheet)) {
    RC_ASSERT(!item.fields.title.empty());
    RC_ASSERT(item.fields.status == action::Status::open);
    found.insert(item.key);
  }
  if (missing(form, sheet).empty()) RC_ASSERT(found == expected);
  RC_ASSERT(std::includes(expected.begin(), expected.end(), found.begin(), found.end()));
}

TEST(Planned, CarriesTheRowOverAndCutsAtCharacters) {
  const Form form(pack(), Kind::building);
  const auto owner = new_id<PersonId>();
  Sheet sheet;
  auto& row = sheet["needs-building"];
  row["status"] = {{"create"}, {}};
  row["action"] = {{"Meet"}, {}};
  row["owner"] = {{"Ana"}, owner};
  row["due"] = {{"2027-02-01"}, {}};
  auto fields = planned(form, sheet).at(0).fields;
  EXPECT_EQ(fields.title.value, "Meet");
  EXPECT_EQ(fields.detail.value, "");
  EXPECT_EQ(fields.owner_id, owner);
  EXPECT_EQ(fields.owner_name.value, "Ana");
  EXPECT_EQ(fields.due_on->value, "2027-02-01");
  row["action"] = {{"First\nSecond"}, {}};
  fields = planned(form, sheet).at(0).fields;
  EXPECT_EQ(fields.title.value, "First");
  EXPECT_EQ(fields.detail.value, "First\nSecond");
  std::string longer;
  for (int i = 0; i < 301; ++i) longer += "é";
  row["action"] = {{longer}, {}};
  fields = planned(form, sheet).at(0).fields;
  EXPECT_EQ(count_characters(fields.title.value), 300U);
  EXPECT_FALSE(character_fault(fields.title.value).has_value());
  EXPECT_EQ(fields.detail.value, longer);
}

// ---- States ----------------------------------------------------------------------------------

using S = State;

TEST(States, GoThroughReviewToAcceptance) {
  const auto go = [](S from, Step step) { return next_state(Kind::building, from, step, false); };
  EXPECT_EQ(*go(S::draft, Step::submit), S::submitted);
  EXPECT_EQ(*go(S::submitted, Step::give_back), S::returned);
  EXPECT_EQ(*go(S::returned, Step::submit), S::submitted);
  EXPECT_EQ(*go(S::submitted, Step::accept), S::accepted);
  EXPECT_EQ(*go(S::accepted, Step::reopen), S::returned);
  EXPECT_EQ(*go(S::submitted, Step::withdraw), S::draft);
  EXPECT_EQ(*next_state(Kind::building, S::submitted, Step::withdraw, true), S::returned);
  EXPECT_EQ(*next_state(Kind::district, S::draft, Step::submit, false), S::completed);
  EXPECT_EQ(*next_state(Kind::district, S::completed, Step::reopen, false), S::draft);
}

// Whatever is tried in whatever order: a building is never completed, the district's never
// submitted, only a submitted one is decided, and editing is possible in draft and returned.
RC_GTEST_PROP(States, AreReachedOnlyTheRightWay, ()) {
  const auto kind = any_kind();
  State state = S::draft;
  bool decided = false;
  const auto steps = *rc::gen::container<std::vector<Step>>(
      rc::gen::element(Step::submit, Step::withdraw, Step::give_back, Step::accept, Step::reopen));
  for (const auto step : steps) {
    const auto next = next_state(kind, state, step, decided);
    if (!next) {
      RC_ASSERT(next.error().status == 409);
      continue;
    }
    if (step == Step::submit) RC_ASSERT(can_be_edited(state));
    else RC_ASSERT(!can_be_edited(state));
    RC_ASSERT(can_be_edited(*next) == (step != Step::submit && step != Step::accept));
    if (*next == S::returned) RC_ASSERT(decided || step == Step::give_back);
    decided = decided || step == Step::give_back || step == Step::accept;
    state = *next;
    const bool possible =
        kind == Kind::building ? state != S::completed : state == S::draft || state == S::completed;
    RC_ASSERT(possible);
  }
}

}  // namespace
}  // namespace tandem::balance
