#include "plan/large.hpp"

#include <array>

#include "org/service.hpp"
#include "plan/rules.hpp"
#include "plan/service.hpp"

namespace tandem::plan {
namespace {

struct Theme {
  const char* goal;
  const char* statement;
  std::array<const char*, 2> measures;
  std::array<const char*, 3> strategies;
};

constexpr std::array<Theme, 6> kThemes = {{
    {"Every child reads by the end of grade 3",
     "By June 2029, nine of ten third graders read at grade level, and the gap between student "
     "groups is cut in half.",
     {"Third graders at or above grade level in reading", "K-2 students at benchmark in spring"},
     {"Structured literacy in every classroom, K to 3",
      "Small-group instruction matched to each reader", "Reading partnerships with families"}},
    {"All students are in school, every day",
     "By June 2029, no more than one student in ten misses 18 days or more.",
     {"Students chronically absent", "Average daily attendance"},
     {"Early outreach to families at the third absence", "Safe routes and reliable buses",
      "A caring adult for each student at risk"}},
    {"Algebra is open to everyone",
     "By June 2029, four of five students pass Algebra I by the end of grade 9.",
     {"Students who pass Algebra I by grade 9", "Seventh graders on track in mathematics"},
     {"One mathematics sequence in all middle schools", "Tutoring during the school day",
      "Co-teaching where students need it most"}},
    {"Students feel that they belong",
     "By June 2029, students in all schools report that adults know them and treat them fairly.",
     {"Students who say that an adult at school knows them", "Out-of-school suspensions"},
     {"Restorative practice instead of exclusion", "A schoolwide system of positive support",
      "Student voice in school decisions"}},
    {"English learners thrive",
     "By June 2029, three of four English learners reach their growth target each year.",
     {"English learners who reach their growth target", "English learners on track to graduate"},
     {"Language objectives in every lesson", "Dual-language pathways",
      "Interpretation at every meeting with families"}},
    {"Graduates are ready for what comes next",
     "By June 2029, every graduate leaves with a plan and a credential, college credit or an "
     "apprenticeship.",
     {"Students who graduate in four years", "Graduates with a credential or college credit"},
     {"Career pathways from grade 9", "Counseling for each student, twice a year",
      "Partnerships with colleges and employers"}},
}};

constexpr std::array<const char*, 10> kSteps = {
    "Choose the materials with teachers from every school",
    "Train the teachers and the paraprofessionals",
    "Coach in classrooms, every two weeks",
    "Look at student work together, monthly",
    "Tell families what changes and why",
    "Adapt the schedule so that there is time for it",
    "Review the data by student group, each quarter",
    "Walk through classrooms with a shared checklist",
    "Bring what we learned to the district team",
    "Decide what to keep, change and stop"};
constexpr std::array<const char*, 5> kOwners = {"Curriculum director", "Principal",
                                                "Literacy coach", "Student support team",
                                                "Assistant superintendent"};
constexpr std::array<const char*, 8> kPlaces = {"Lakeview", "Birchwood",  "Harbor",    "Sandhill",
                                                "Orchard",  "Northfield", "Riverside", "Pinecrest"};

// The n-th of a list that goes round and round.
template <class List>
const auto& nth(const List& list, int n) {
  return list[static_cast<std::size_t>(n) % list.size()];
}

std::string numbered(const std::string& text, int round) {
  return round == 0 ? text : fmt::format("{} ({})", text, round + 1);
}

TargetFields targets_from(double baseline) {
  return {TargetPoint{Date{"2026-06-30"}, baseline},
          {{Date{"2027-06-30"}, baseline + 6}, {Date{"2028-06-30"}, baseline + 14}},
          TargetPoint{Date{"2029-06-30"}, baseline + 25}};
}

class Builder {
 public:
  Builder(audit::Change& change, const Large& size) : change_(change), size_(size) {}

  Result<void> build() {
    CHECK_OK(add_schools());
    CHECK_OK(add_sources());
    for (int g = 0; g < size_.goals; ++g) CHECK_OK(add_goal(g));
    return {};
  }

 private:
  Result<void> add_schools() {
    constexpr std::array<const char*, 3> kKinds = {"Elementary School", "Middle School",
                                                   "High School"};
    constexpr std::array<org::SchoolLevel, 3> kLevels = {
        org::SchoolLevel::elementary, org::SchoolLevel::middle, org::SchoolLevel::high};
    std::array<int, 3> counts{};
    for (int i = 0; i < size_.schools; ++i) {
      const int kind = i % 5 < 3 ? 0 : i % 5 - 2;  // three elementary schools to each other two
      const int of_kind = counts[static_cast<std::size_t>(kind)]++;
      const int round = of_kind / static_cast<int>(kPlaces.size());
      const auto name = fmt::format("{} {}", nth(kPlaces, of_kind), nth(kKinds, kind));
      org::SchoolFields fields;
      fields.code = {fmt::format("9{:04}", i + 1)};
      fields.name = {numbered(name, round)};
      fields.level = nth(kLevels, kind);
      fields.pupils = org::PupilCount{280 + 37 * (i % 11)};
      fields.disadvantaged_pupils = org::PupilCount{90 + 23 * (i % 7)};
      fields.city = {"Birch Lake"};
      TRY(const auto school, org::create_school(change_, fields));
      schools_.push_back(school.school_id());
    }
    return {};
  }

  Result<void> add_sources() {
    const std::array<FundingSourceFields, 5> kSources = {
        {{{"General fund"}, SourceKind::local, true},
         {{"Title I, Part A"}, SourceKind::federal, true},
         {{"Title II, Part A"}, SourceKind::federal, true},
         {{"Section 31a"}, SourceKind::state, true},
         {{"Community foundation"}, SourceKind::grant, true}}};
    for (const auto& fields : kSources) {
      TRY(const auto source, create_funding_source(change_, fields));
      sources_.push_back(source.id);
    }
    return {};
  }

  Result<void> add_goal(int g) {
    const Theme& theme = nth(kThemes, g);
    GoalFields fields;
    fields.position.value = g;
    fields.title = {numbered(theme.goal, g / static_cast<int>(kThemes.size()))};
    fields.statement = {theme.statement};
    fields.starts_on = Date{"2026-07-01"};
    fields.ends_on = Date{"2029-06-30"};
    fields.owner_name = {nth(kOwners, g)};
    fields.all_schools = g % 4 != 3;  // every fourth goal is for half of the schools
    for (std::size_t s = 0; !fields.all_schools && s < schools_.size(); s += 2) {
      fields.schools.push_back(schools_[s]);
    }
    TRY(const auto goal, create_goal(change_, fields));
    for (int m = 0; m < 2; ++m) CHECK_OK(add_measure(goal, theme, m));
    for (int s = 0; s < size_.strategies_of_goal; ++s) CHECK_OK(add_strategy(goal, theme, s));
    return {};
  }

  Result<void> add_measure(const Goal& goal, const Theme& theme, int m) {
    MeasureFields fields;
    fields.position.value = m;
    fields.name = {nth(theme.measures, m)};
    fields.unit = {"%"};
    fields.source = {m == 0 ? "State assessment" : "District data warehouse"};
    TRY(const auto measure, create_measure(change_, goal.id, fields));
    CHECK_OK(set_targets(change_, measure.id, std::nullopt, 0, targets_from(52)));
    for (std::size_t s = 0; s < schools_.size(); ++s) {
      if (!applies_to(goal, schools_[s])) continue;
      CHECK_OK(set_targets(change_, measure.id, schools_[s], 0,
                           targets_from(40 + static_cast<double>(s % 25))));
    }
    return {};
  }

  Result<void> add_strategy(const Goal& goal, const Theme& theme, int s) {
    constexpr std::array<EvidenceTier, 3> kTiers = {EvidenceTier::strong, EvidenceTier::moderate,
                                                    EvidenceTier::promising};
    StrategyFields fields;
    fields.position.value = s;
    fields.title = {
        numbered(nth(theme.strategies, s), s / static_cast<int>(theme.strategies.size()))};
    fields.description = {
        "The district chooses this approach because it answers the root causes that "
        "schools named, and because there is evidence that it works for students "
        "like ours. Schools carry it out; the district trains, funds and removes "
        "what stands in the way."};
    fields.evidence_tier = nth(kTiers, s);
    fields.systems = {System::curriculum, s % 2 == 0 ? System::data : System::student_support};
    fields.owner_name = {nth(kOwners, s + 1)};
    TRY(const auto strategy, create_strategy(change_, goal.id, fields));
    for (int a = 0; a < size_.activities_of_strategy; ++a)
      CHECK_OK(add_activity(goal, strategy, a));
    return add_money(goal, strategy, s);
  }

  Result<void> add_activity(const Goal& goal, const Strategy& strategy, int a) {
    constexpr std::array<ActivityStatus, 4> kStates = {
        ActivityStatus::done, ActivityStatus::in_progress, ActivityStatus::not_started,
        ActivityStatus::not_started};
    const auto school = a < 4 ? std::nullopt : a_school_of(goal);  // four steps are the district's
    ActivityFields fields;
    fields.position.value = a;
    fields.title = {nth(kSteps, a)};
    fields.detail = {"Agreed with the building teams; what it needs is in the budget."};
    fields.owner_name = {nth(kOwners, a)};
    fields.starts_on = Date{fmt::format("2026-{:02}-01", 8 + a % 4)};
    fields.due_on = Date{fmt::format("2027-{:02}-15", 1 + a % 6)};
    fields.status = nth(kStates, a);
    CHECK_OK(create_activity(change_, strategy.id, school, fields));
    return {};
  }

  Result<void> add_money(const Goal& goal, const Strategy& strategy, int s) {
    for (int year = 0; year < 3; ++year) {
      FundingLineFields fields;
      fields.source_id = nth(sources_, s + year);
      fields.year = {fmt::format("20{}-{}", 26 + year, 27 + year)};
      fields.amount_cents.value = 1'850'000 + 275'000LL * (s + year);
      if (year == 2) fields.school_id = a_school_of(goal);
      CHECK_OK(create_funding_line(change_, strategy.id, fields));
    }
    return {};
  }

  // One school after another of those the goal applies to.
  std::optional<SchoolId> a_school_of(const Goal& goal) {
    if (goal.all_schools)
      return schools_.empty() ? std::nullopt : std::optional(nth(schools_, next_++));
    return goal.schools.empty() ? std::nullopt : std::optional(nth(goal.schools, next_++));
  }

  audit::Change& change_;
  Large size_;
  std::vector<SchoolId> schools_;
  std::vector<RecordId> sources_;
  int next_ = 0;
};

}  // namespace

Result<void> make_large(audit::Change& change, const Large& size) {
  return Builder(change, size).build();
}

}  // namespace tandem::plan
