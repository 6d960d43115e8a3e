#include "home/rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace tandem::home {
namespace {

using balance::State;
using identity::Grant;
using identity::Role;
using Kinds = std::vector<WaitingKind>;

const Date kToday{"2026-11-24"};
const SchoolId kNorth{"north"};
const SchoolId kSouth{"south"};
const SchoolId kClosed{"closed"};

org::School school(const SchoolId& id, const char* name,
                   org::SchoolStatus status = org::SchoolStatus::open) {
  org::School made;
  made.id = {id.value};
  made.name = {name};
  made.status = status;
  return made;
}

balance::TemplateRow building(const SchoolId& of, State state) {
  balance::TemplateRow row;
  row.id = {"template-" + of.value};
  row.school_id = of;
  row.state = state;
  return row;
}

balance::TemplateRow of_district(State state) {
  balance::TemplateRow row;
  row.id = {"template-district"};
  row.kind = balance::Kind::district;
  row.state = state;
  return row;
}

team::TeamView team_of(const std::optional<SchoolId>& of, bool complete) {
  team::TeamView view;
  view.id = {"team-" + (of ? of->value : std::string("district"))};
  view.name = {"The team"};
  view.school_id = of;
  view.complete = complete;
  return view;
}

Facts facts() {
  Facts made;
  made.schools = {school(kNorth, "North"), school(kSouth, "South"),
                  school(kClosed, "Old Mill", org::SchoolStatus::closed)};
  balance::Round round;
  round.id = {"round"};
  round.year = {"2026-27"};
  round.due_on = Date{"2026-12-15"};
  made.round = round;
  made.templates = {building(kNorth, State::draft), building(kSouth, State::submitted),
                    building(kClosed, State::draft), of_district(State::draft)};
  made.teams = {team_of(std::nullopt, false), team_of(kNorth, false), team_of(kSouth, true)};
  return made;
}

Viewer viewer(std::vector<Grant> grants) {
  return {DistrictId{"d"}, PersonId{"me"}, std::move(grants), kToday};
}

Kinds kinds(const Viewer& who, const Facts& of) {
  Kinds found;
  for (const auto& item : waiting(who, of)) found.push_back(item.kind);
  std::sort(found.begin(), found.end());
  return found;
}

TEST(Waiting, OfASchoolsPeopleIsTheirSchools) {
  const auto lead = viewer({{Role::school_lead, kNorth}});
  const auto found = waiting(lead, facts());
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].kind, WaitingKind::template_to_fill);
  EXPECT_EQ(found[0].link, "/d/d/templates/template-north");
  EXPECT_EQ(found[0].school_id, kNorth);
  EXPECT_EQ(found[0].due_on, Date{"2026-12-15"});
  EXPECT_FALSE(found[0].overdue);
  EXPECT_EQ(found[0].title_args.at("school"), "North");
  EXPECT_EQ(found[0].title_args.at("year"), "2026-27");
  EXPECT_EQ(found[1].kind, WaitingKind::team_incomplete);
  EXPECT_EQ(found[1].link, "/d/d/teams/team-north");
  EXPECT_EQ(kinds(viewer({{Role::school_member, kSouth}}), facts()), Kinds{});
}

TEST(Waiting, FollowsTheTemplateThroughReview) {
  auto all = facts();
  const auto lead = viewer({{Role::school_lead, kNorth}});
  all.teams.clear();
  all.templates[0].state = State::returned;
  EXPECT_EQ(kinds(lead, all), Kinds{WaitingKind::template_returned});
  all.templates[0].state = State::submitted;
  EXPECT_EQ(kinds(lead, all), Kinds{});
  all.templates[0].state = State::accepted;
  EXPECT_EQ(kinds(lead, all), Kinds{});
}

TEST(Waiting, OfTheDistrictTeamIsReviewAndItsOwnTemplate) {
  const Kinds expected{WaitingKind::template_to_review, WaitingKind::district_template,
                       WaitingKind::team_incomplete};
  for (const auto role : {Role::administrator, Role::district_lead, Role::district_member}) {
    EXPECT_EQ(kinds(viewer({{role, std::nullopt}}), facts()), expected);
  }
  auto all = facts();
  all.templates[3].state = State::completed;
  all.teams[0].complete = true;
  const auto found = waiting(viewer({{Role::district_lead, std::nullopt}}), all);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].school_id, kSouth);
  EXPECT_FALSE(found[0].due_on.has_value());  // the date was the school's
}

TEST(Waiting, AsksLeadersForTheYearsRound) {
  auto all = facts();
  all.teams.clear();
  all.templates.clear();
  all.round->year = {"2025-26"};
  const Kinds to_open{WaitingKind::round_to_open};
  EXPECT_EQ(kinds(viewer({{Role::district_lead, std::nullopt}}), all), to_open);
  EXPECT_EQ(kinds(viewer({{Role::district_member, std::nullopt}}), all), Kinds{});
  all.round.reset();
  const auto found = waiting(viewer({{Role::administrator, std::nullopt}}), all);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].title_args.at("year"), "2026-27");
  all.schools = {school(kClosed, "Old Mill", org::SchoolStatus::closed)};
  EXPECT_EQ(kinds(viewer({{Role::administrator, std::nullopt}}), all), Kinds{});
}

TEST(Waiting, PutsWhatIsOverdueFirstAndWhatHasNoDateLast) {
  auto all = facts();
  action::ActionItem late;
  late.title = {"Call families"};
  late.due_on = Date{"2026-11-23"};
  all.actions = {late};
  plan::Activity today;
  today.title = {"Train coaches"};
  today.due_on = kToday;
  today.school_id = kNorth;
  all.activities = {today};
  const auto found = waiting(viewer({{Role::district_lead, std::nullopt}}), all);
  ASSERT_EQ(found.size(), 5U);
  EXPECT_EQ(found[0].kind, WaitingKind::action_due);
  EXPECT_TRUE(found[0].overdue);
  EXPECT_EQ(found[0].title_args.at("title"), "Call families");
  EXPECT_EQ(found[1].kind, WaitingKind::activity_due);
  EXPECT_FALSE(found[1].overdue);
  EXPECT_EQ(found[1].link, "/d/d/plan/schools/north");
  EXPECT_EQ(found[2].kind, WaitingKind::district_template);
  EXPECT_FALSE(found[4].due_on.has_value());
}

std::vector<Grant> any_grants() {
  return *rc::gen::container<std::vector<Grant>>(rc::gen::exec([] {
    Grant grant{*rc::gen::map(rc::gen::inRange(0, 8), [](int i) { return static_cast<Role>(i); }),
                std::nullopt};
    if (identity::is_school_role(grant.role)) {
      grant.school_id = *rc::gen::element(kNorth, kSouth, kClosed);
    }
    return grant;
  }));
}

Facts any_facts() {
  Facts all = facts();
  const auto state =
      rc::gen::element(State::draft, State::submitted, State::returned, State::accepted);
  for (auto& row : all.templates) row.state = *state;
  if (*rc::gen::arbitrary<bool>()) {
    all.round->due_on = Date{*rc::gen::element<std::string>("2026-11-23", "2026-12-01")};
  } else {
    all.round->due_on.reset();
  }
  for (int i = *rc::gen::inRange(0, 60); i > 0; --i) {
    action::ActionItem item;
    item.id = {std::to_string(i)};
    item.due_on = Date::from(kToday.day() + std::chrono::days{*rc::gen::inRange(-30, 14)});
    all.actions.push_back(item);
  }
  for (const auto& school : all.schools) {
    if (*rc::gen::arbitrary<bool>()) {
      barrier::Barrier raised;
      raised.school_id = school.school_id();
      all.raised.push_back(raised);
    }
    agreement::Commitment promised;
    promised.school_id = school.school_id();
    promised.direction = *rc::gen::element(agreement::Direction::district_to_school,
                                           agreement::Direction::school_to_district);
    if (*rc::gen::arbitrary<bool>()) promised.acknowledged_at = Timestamp::now();
    promised.due_on = Date::from(kToday.day() + std::chrono::days{*rc::gen::inRange(-3, 3)});
    all.commitments.push_back(promised);
  }
  return all;
}

RC_GTEST_PROP(WaitingProperty, IsBoundedAndInOrder, ()) {
  const auto found = waiting(viewer(any_grants()), any_facts());
  RC_ASSERT(found.size() <= kMostWaiting);
  for (std::size_t i = 0; i < found.size(); ++i) {
    RC_ASSERT(found[i].overdue == (found[i].due_on && *found[i].due_on < kToday));
    if (i == 0) continue;
    RC_ASSERT(found[i - 1].overdue || !found[i].overdue);
    if (!found[i].due_on) continue;
    RC_ASSERT(found[i - 1].due_on.has_value());
    RC_ASSERT(*found[i - 1].due_on <= *found[i].due_on);
  }
}

RC_GTEST_PROP(WaitingProperty, IsOnlyWhatTheViewerMayDo, ()) {
  const auto who = viewer(any_grants());
  const auto may = [&](const char* operation, const std::optional<SchoolId>& where) {
    return identity::allowed(*identity::permission_for(operation), who.grants, where);
  };
  for (const auto& item : waiting(who, any_facts())) {
    RC_ASSERT(item.school_id != kClosed);
    switch (item.kind) {
      case WaitingKind::template_to_fill:
      case WaitingKind::template_returned:
      case WaitingKind::district_template:
        RC_ASSERT(may("submitTemplate", item.school_id));
        break;
      case WaitingKind::template_to_review:
        RC_ASSERT(may("acceptTemplate", item.school_id));
        break;
      case WaitingKind::round_to_open:
        RC_ASSERT(may("openRound", item.school_id));
        break;
      case WaitingKind::team_incomplete:
        RC_ASSERT(may("addMember", item.school_id));
        break;
      case WaitingKind::barrier_raised:
        RC_ASSERT(may("replyToBarrier", item.school_id));
        break;
      case WaitingKind::commitment_to_acknowledge:
        RC_ASSERT(may("acknowledgeCommitment", item.school_id));
        break;
      case WaitingKind::commitment_to_review:
        RC_ASSERT(may("reviewCommitment", item.school_id));
        break;
      case WaitingKind::report_to_submit:
        RC_ASSERT(may("submitReport", item.school_id));
        break;
      case WaitingKind::adjustment_to_decide:
        RC_ASSERT(may("decideAdjustment", item.school_id));
        break;
      case WaitingKind::survey_to_answer:  // anybody with the code may
      case WaitingKind::action_due:
      case WaitingKind::activity_due:
      case WaitingKind::communication_due:
      case WaitingKind::barrier_due:
        break;
    }
  }
}

audit::HistoryEntry entry(std::int64_t seq, const char* person, const char* kind,
                          const std::string& id, const std::optional<SchoolId>& where = {}) {
  audit::HistoryEntry made;
  made.seq = seq;
  made.person_id = person;
  made.operation = "op";
  made.entity = kind;
  made.entity_id = id;
  made.school_id = where;
  return made;
}

std::vector<std::int64_t> seqs(const Viewer& who, const std::vector<audit::HistoryEntry>& latest) {
  std::vector<std::int64_t> found;
  for (const auto& shown : changed(who, latest)) found.push_back(shown.seq);
  return found;
}

TEST(Changed, IsWhatOthersDidOnceEach) {
  const std::vector<audit::HistoryEntry> latest = {entry(9, "me", "goal", "g"),
                                                   entry(8, "ben", "goal", "g"),
                                                   entry(7, "ben", "goal", "g"),
                                                   entry(6, "ben", "answer", "t/f/1", kNorth),
                                                   entry(5, "ben", "answer", "t/f/2", kNorth),
                                                   entry(4, "ana", "answer", "t/f/2", kSouth),
                                                   entry(3, "ana", "goal", "g")};
  using Seqs = std::vector<std::int64_t>;
  EXPECT_EQ(seqs(viewer({{Role::viewer, {}}}), latest), (Seqs{8, 6, 4, 3}));
  EXPECT_EQ(seqs(viewer({{Role::school_lead, kNorth}}), latest), (Seqs{8, 6, 3}));
}

TEST(Changed, IsNotMoreThanOneReads) {
  std::vector<audit::HistoryEntry> latest;
  for (int i = 100; i > 0; --i) latest.push_back(entry(i, "ben", "goal", std::to_string(i)));
  EXPECT_EQ(seqs(viewer({{Role::viewer, {}}}), latest).size(), kMostChanged);
}

TEST(RoundAtAGlance, CountsBuildingsByState) {
  const auto all = facts();
  const auto seen = glance(*all.round, all.templates);
  EXPECT_EQ(seen.templates.draft, 2);
  EXPECT_EQ(seen.templates.submitted, 1);
  EXPECT_EQ(seen.templates.returned + seen.templates.accepted, 0);
  EXPECT_EQ(seen.year.value, "2026-27");
}

TEST(HomeRules, AReportWaitsForThoseWhoseItIsAndAnAdjustmentForWhoDecidesIt) {
  Facts made;
  made.schools = {school(kNorth, "North"), school(kSouth, "South"),
                  school(kClosed, "Old Mill", org::SchoolStatus::closed)};
  made.reports = {{{"r1"}, std::nullopt, "Autumn", Date{"2026-11-30"}},
                  {{"r2"}, kNorth, "Autumn", Date{"2026-11-20"}},
                  {{"r3"}, kSouth, "Autumn", Date{"2026-11-20"}},
                  {{"r4"}, kClosed, "Autumn", Date{"2026-11-20"}}};
  made.proposed.emplace_back().title = {"More time"};
  const auto of = [&](std::vector<Grant> grants) {
    std::vector<std::string> links;
    for (const auto& item : waiting({{"d"}, {"p"}, std::move(grants), kToday}, made)) {
      links.push_back(item.link + (item.overdue ? " late" : ""));
    }
    return links;
  };
  EXPECT_EQ(of({{Role::school_member, kNorth}}),
            (std::vector<std::string>{"/d/d/monitoring/reports/r2 late"}));
  EXPECT_EQ(of({{Role::district_member, std::nullopt}}),
            std::vector<std::string>{"/d/d/monitoring/reports/r1"})
      << "somebody else decides it";
  made.proposed[0].may_decide = true;
  EXPECT_EQ(
      of({{Role::district_member, std::nullopt}}),
      (std::vector<std::string>{"/d/d/monitoring/reports/r1", "/d/d/monitoring/adjustments"}));
  made.proposed[0].may_decide = false;
  EXPECT_TRUE(of({{Role::viewer, std::nullopt}}).empty());
}

}  // namespace
}  // namespace tandem::home
