#include "report/document.hpp"

#include "org/service.hpp"
#include "plan/large.hpp"
#include "plan/service.hpp"
#include "testing/database.hpp"

namespace tandem::report {
namespace {

Facts small_plan() {
  Facts facts;
  facts.district_name = "Birch & Lake";
  facts.today = Date{"2026-11-24"};
  facts.plan.title = {"One <plan>"};
  facts.plan.revision = 41;
  facts.plan.starts_on = Date{"2026-07-01"};
  facts.plan.ends_on = Date{"2029-06-30"};
  org::School school;
  school.id = RecordId{"north"};
  school.name = {"Al-Noor \"مدرسة النور\" <b>"};
  facts.schools = {school};
  facts.people = {{"ana", "Ana Ruiz"}};

  plan::PlanGoal goal;
  goal.title = {"Everyone reads"};
  goal.statement = {"First line\n\nSecond & last"};
  goal.owner_id = PersonId{"ana"};
  plan::PlanMeasure measure;
  measure.name = {"Third graders > level"};
  measure.unit = {"%"};
  plan::Target target;
  target.school_id = SchoolId{"north"};
  target.end_target = plan::TargetPoint{Date{"2029-06-30"}, 90};
  measure.targets = {target};
  goal.measures = {measure};
  plan::PlanStrategy strategy;
  strategy.title = {"</style><script>alert('x')</script>"};
  plan::Activity activity;
  activity.title = {"Train {{everyone}}"};
  activity.school_id = SchoolId{"north"};
  strategy.activities = {activity};
  plan::FundingLine line;
  line.source_id = RecordId{"title1"};
  line.year = {"2026-27"};
  line.amount_cents = {4'500'000};
  strategy.funding = {line};
  goal.strategies = {strategy};
  plan::FundingSource source;
  source.id = RecordId{"title1"};
  source.name = {"Title I, Part A"};
  facts.plan.funding_sources = {source};
  facts.plan.goals = {goal};
  return facts;
}

::testing::AssertionResult has(const std::string& html, const std::string& part) {
  if (html.find(part) != std::string::npos) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << "no " << part;
}

TEST(PlanDocument, SaysWhereMoreIsPlannedThanThereIs) {
  auto facts = small_plan();
  EXPECT_FALSE(has(html_of(facts, Links{"/d/x/plan", "/x.pdf"}), "More is planned"));
  facts.over = {{"Title I, Part A", {"2026-27"}, {4'000'000}, {4'500'000}}};
  EXPECT_TRUE(has(html_of(facts, Links{"/d/x/plan", "/x.pdf"}),
                  "Title I, Part A, 2026-27: $45,000 planned, $40,000 available."));
}

TEST(PlanDocument, SaysWhatThePlanSays) {
  const auto html = html_of(small_plan(), Links{"/d/x/plan", "/x.pdf"});
  EXPECT_TRUE(has(html, "<html lang=\"en\">"));
  EXPECT_TRUE(has(html, "Birch &amp; Lake"));
  EXPECT_TRUE(has(html, "<title>One &lt;plan&gt;</title>"));
  EXPECT_TRUE(has(html, "School years 2026-27 to 2028-29"));
  EXPECT_TRUE(has(html, "As of November\u00a024, 2026, revision 41"));
  EXPECT_TRUE(has(html, "Ana Ruiz"));
  EXPECT_TRUE(has(html, "Second &amp; last"));
  EXPECT_TRUE(has(html, "90%"));
  EXPECT_TRUE(has(html, "June\u00a030, 2029"));
  EXPECT_TRUE(has(html, "Title I, Part A"));
  EXPECT_TRUE(has(html, "$45,000"));
  EXPECT_TRUE(has(html, "href=\"/x.pdf\""));
  EXPECT_FALSE(has(html_of(small_plan(), std::nullopt), "<nav"));
}

TEST(PlanDocument, SaysWhatAGoalAnswersAndForWhom) {
  auto facts = small_plan();
  auto& goal = facts.plan.goals[0];
  const auto before = html_of(facts, std::nullopt);
  for (const auto* heading : {"The challenge", "Why it applies", "Waits for"}) {
    EXPECT_FALSE(has(before, heading)) << heading;
  }
  goal.challenge = {{"Half cannot <read>"}};
  goal.for_whom = {{"Grade 3"}};
  plan::GoalReason reason;
  reason.school_id = SchoolId{"north"};
  reason.reason = {"The gap is widest here"};
  plan::GoalReason elsewhere = reason;
  elsewhere.school_id = SchoolId{"south"};
  elsewhere.reason = {"No longer for it"};
  goal.all_schools = false;
  goal.schools = {SchoolId{"north"}};
  goal.reasons = {reason, elsewhere};
  plan::StudentGroup group;
  group.id = RecordId{"el"};
  group.name = {"English learners"};
  facts.plan.student_groups = {group};
  plan::GroupTarget target;
  target.school_id = SchoolId{"north"};
  target.group_id = RecordId{"el"};
  target.end_target = plan::TargetPoint{Date{"2029-06-30"}, 77};
  goal.measures[0].group_targets = {target};
  plan::Activity first;
  first.id = RecordId{"first"};
  first.title = {"Choose the books"};
  goal.strategies[0].activities.push_back(first);
  goal.strategies[0].activities[0].waits_for = {{RecordId{"first"}, RecordId{"hidden"}}};
  const auto html = html_of(facts, std::nullopt);
  EXPECT_TRUE(has(html, "Half cannot &lt;read&gt;"));
  EXPECT_TRUE(has(html, "Grade 3"));
  EXPECT_TRUE(has(html, "The gap is widest here"));
  EXPECT_FALSE(has(html, "No longer for it"));
  EXPECT_TRUE(has(html, "English learners, Al-Noor"));
  EXPECT_TRUE(has(html, "77%"));
  EXPECT_TRUE(has(html, "Waits for: Choose the books; an activity of another school"));
}

TEST(PlanDocument, SaysWhatIsToBeMendedAndHowReadyAStrategyIs) {
  auto facts = small_plan();
  auto& goal = facts.plan.goals[0];
  EXPECT_FALSE(has(html_of(facts, std::nullopt), "To be mended"));
  EXPECT_FALSE(has(html_of(facts, std::nullopt), "Readiness"));
  goal.measures[0].id = RecordId{"m"};
  goal.findings = {{plan::FindingKind::no_audience, std::nullopt},
                   {plan::FindingKind::no_baseline, RecordId{"m"}}};
  plan::JudgedReadiness readiness;
  readiness.verdict = plan::Verdict::not_ready;
  goal.strategies[0].readiness = readiness;
  goal.strategies[0].stopped_on = Date{"2027-03-01"};
  const auto html = html_of(facts, std::nullopt);
  EXPECT_TRUE(has(html, "it does not say for whom"));
  EXPECT_TRUE(has(html, "Third graders &gt; level: nobody knows where it starts"));
  EXPECT_TRUE(has(html, "Not ready yet"));
  EXPECT_TRUE(has(html, "<dt>Stopped</dt><dd>March\u00a01, 2027"));
}

TEST(PlanDocument, ShowsTextAsTextWhateverItIs) {
  const auto html = html_of(small_plan(), std::nullopt);
  EXPECT_FALSE(has(html, "<script"));
  EXPECT_TRUE(has(html, "&lt;script&gt;alert(&apos;x&apos;)&lt;/script&gt;"));
  EXPECT_TRUE(has(html, "Train {{everyone}}")) << "a plan's text is no template";
  EXPECT_TRUE(has(html, "Al-Noor &quot;مدرسة النور&quot; &lt;b&gt;"));
  std::size_t styles = 0;
  for (auto at = html.find("</style>"); at != std::string::npos; at = html.find("</style>", at + 1))
    ++styles;
  EXPECT_EQ(styles, 1U);
}

TEST(PlanDocument, LeavesOutWhatIsEmptyAndArchived) {
  auto facts = small_plan();
  facts.plan.goals[0].status = plan::GoalStatus::archived;
  const auto html = html_of(facts, std::nullopt);
  EXPECT_TRUE(has(html, "The plan has no goals yet."));
  EXPECT_TRUE(has(html, "Archived goals"));
  EXPECT_FALSE(has(html, "$45,000"));
  EXPECT_FALSE(has(html, "What the plan costs"));
}

class Report : public testing::StoreTest {};

TEST_P(Report, ReadsADistrictsAndASchoolsPlan) {
  must_write([&](audit::Change& change) -> Result<void> {
    change.tx.run("update district set id = :id where district_id = :d", district, district);
    plan::open_plan(change, "Test District");
    return plan::make_large(change, {3, 4, 2, 6});
  });
  statements.clear();
  read([&](db::Tx& tx) {
    const auto whole = read_facts(tx, district, std::nullopt).value();
    EXPECT_EQ(whole.plan.goals.size(), 4U);
    const auto html = html_of(whole, std::nullopt);
    for (const auto& school : whole.schools) EXPECT_TRUE(has(html, school.name));
    const auto second = whole.schools[1].school_id();
    const auto seen = read_facts(tx, district, second).value();
    EXPECT_TRUE(has(html_of(seen, std::nullopt), whole.schools[1].name));
    EXPECT_LE(seen.plan.goals.size(), 4U);
    EXPECT_EQ(read_facts(tx, district, new_id<SchoolId>()).error().status, 404);
  });
  expect_indexed();
}

INSTANTIATE_STORE_TEST(Report);

}  // namespace
}  // namespace tandem::report
