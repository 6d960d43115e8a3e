#include "report/public_page.hpp"

#include "org/service.hpp"
#include "plan/large.hpp"
#include "plan/service.hpp"
#include "report/board.hpp"
#include "report/pdf.hpp"
#include "testing/database.hpp"

namespace tandem::report {
namespace {

bool has(const std::string& html, const std::string& part) {
  return html.find(part) != std::string::npos;
}

Facts a_plan() {
  Facts facts;
  facts.district_name = "Birch & Lake";
  facts.today = Date{"2026-11-24"};
  facts.plan.title = {"One plan"};
  facts.plan.summary = {"Write to ana.ruiz@birchlake.example for more."};
  facts.plan.starts_on = Date{"2026-07-01"};
  facts.plan.ends_on = Date{"2029-06-30"};
  facts.people = {{"ana", "Ana Ruiz"}};
  plan::PlanGoal goal;
  goal.title = {"Everyone reads"};
  goal.owner_id = PersonId{"ana"};
  plan::PlanStrategy strategy;
  strategy.title = {"Structured literacy"};
  strategy.owner_name = {"Ben Ode, ben@birchlake.example"};
  plan::Activity activity;
  activity.title = {"Train the teachers"};
  activity.detail = {"Call Cy at home"};
  activity.owner_id = PersonId{"ana"};
  strategy.activities = {activity};
  goal.strategies = {strategy};
  plan::PlanGoal old;
  old.title = {"Given up"};
  old.status = plan::GoalStatus::archived;
  facts.plan.goals = {goal, old};
  return facts;
}

TEST(PublicPage, NamesNobodyUnlessTheDistrictSaysSo) {
  PublicPageFields page;
  const auto html = public_html_of(a_plan(), page);
  EXPECT_TRUE(has(html, "Everyone reads"));
  EXPECT_TRUE(has(html, "Train the teachers"));
  EXPECT_FALSE(has(html, "Ana Ruiz"));
  EXPECT_FALSE(has(html, "Ben Ode"));
  EXPECT_FALSE(has(html, "Given up"));
  page.show_owners = true;
  EXPECT_TRUE(has(public_html_of(a_plan(), page), "Ana Ruiz"));
  EXPECT_TRUE(has(public_html_of(a_plan(), page), "Ben Ode"));
}

TEST(PublicPage, HasNoPersonsAddress) {
  for (const bool owners : {false, true}) {
    PublicPageFields page;
    page.show_owners = owners;
    page.introduction = {"Welcome <b>all</b>"};
    page.contact = {"office@birchlake.example"};
    const auto html = public_html_of(a_plan(), page);
    EXPECT_FALSE(has(html, "ana.ruiz@"));
    EXPECT_FALSE(has(html, "ben@"));
    EXPECT_FALSE(has(html, "Call Cy at home"));
    EXPECT_TRUE(has(html, "Welcome &lt;b&gt;all&lt;/b&gt;"));
    EXPECT_TRUE(has(html, "office@birchlake.example")) << "what the district itself gives";
  }
}

class Publishing : public testing::StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    if (!database) return;
    must_write([&](audit::Change& change) -> Result<void> {
      change.tx.run("update district set id = :id where district_id = :d", district, district);
      plan::open_plan(change, "Test District");
      return plan::make_large(change, {40, 12, 5, 10});
    });
  }
  int seen(const std::string& called) {
    return read([&](db::Tx& tx) {
      const auto html = public_html(tx, called);
      return html ? 200 : html.error().status;
    });
  }
};

TEST_P(Publishing, IsOnlyThereWhenSwitchedOn) {
  EXPECT_EQ(seen(district.value), 404);
  PublicPageFields on;
  on.enabled = true;
  const auto first = must_write([&](audit::Change& c) { return replace_public_page(c, 0, on); });
  EXPECT_EQ(first.version, 1);
  statements.clear();
  EXPECT_EQ(seen(district.value), 200);
  EXPECT_EQ(seen("00001"), 200) << "by the district's code";
  EXPECT_EQ(seen("00002"), 404);
  EXPECT_EQ(seen(new_id<DistrictId>().value), 404);
  expect_indexed();
  const auto stale = write([&](audit::Change& c) { return replace_public_page(c, 0, on); });
  EXPECT_EQ(stale.error().status, 412);
  must_write([&](audit::Change& c) { return replace_public_page(c, 1, PublicPageFields{}); });
  EXPECT_EQ(seen(district.value), 404);
}

TEST_P(Publishing, TheBoardsSummaryOfTheLargestPlanHasTwoPages) {
  must_write([&](audit::Change& change) -> Result<void> {
    change.tx.run(
        "update activity set due_on = '2020-01-01', status = 'not_started' where "
        "district_id = :d",
        district);
    change.tx.run("update goal set title = :t where district_id = :d",
                  std::string(190, 'W') + " end", district);
    return {};
  });
  const auto html = read([&](db::Tx& tx) {
    return board_html_of(read_board_facts(tx, district).value(), std::nullopt);
  });
  EXPECT_TRUE(has(html, "more late activities in the full plan"));
  if (GetParam() != "sqlite") return;  // the same page: once is enough
  const auto pdf = PdfMaker().make(html).value();
  std::size_t pages = 0;
  for (auto at = pdf.find("/Type /Page\n"); at != std::string::npos;
       at = pdf.find("/Type /Page\n", at + 1))
    ++pages;
  EXPECT_GE(pages, 1U);
  EXPECT_LE(pages, 2U);
}

INSTANTIATE_STORE_TEST(Publishing);

}  // namespace
}  // namespace tandem::report
