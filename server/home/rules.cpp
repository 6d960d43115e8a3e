#include "home/rules.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "agreement/rules.hpp"

namespace tandem::home {
namespace {

using balance::State;
using identity::Grant;
using identity::Role;

bool has_role(const Viewer& viewer, std::initializer_list<Role> roles) {
  return std::any_of(viewer.grants.begin(), viewer.grants.end(), [&](const Grant& grant) {
    return std::find(roles.begin(), roles.end(), grant.role) != roles.end();
  });
}

bool is_leader(const Viewer& viewer) {
  return has_role(viewer, {Role::administrator, Role::district_lead});
}

bool is_of_district_team(const Viewer& viewer) {
  return is_leader(viewer) || has_role(viewer, {Role::district_member});
}

bool is_of_school_team(const Viewer& viewer, const std::optional<SchoolId>& school) {
  return school && std::any_of(viewer.grants.begin(), viewer.grants.end(), [&](const Grant& grant) {
           return identity::is_school_role(grant.role) && grant.school_id == school;
         });
}

// Gathers what waits; knows how things are named and linked.
class List {
 public:
  List(const Viewer& viewer, const Facts& facts) : viewer_(viewer) {
    for (const auto& school : facts.schools) {
      if (school.status == org::SchoolStatus::open) open_.emplace(school.school_id(), school.name);
    }
  }

  // Whether it is of the district, or of a school that takes part.
  [[nodiscard]] bool takes_part(const std::optional<SchoolId>& school) const {
    return !school || open_.count(*school) > 0;
  }
  [[nodiscard]] bool has_open_school() const { return !open_.empty(); }

  WaitingItem& add(WaitingKind kind, const std::optional<SchoolId>& school, const std::string& page,
                   const std::optional<Date>& due_on = std::nullopt) {
    auto& item = items_.emplace_back();
    item.kind = kind;
    item.school_id = school;
    item.due_on = due_on;
    item.overdue = due_on && *due_on < viewer_.today;
    item.link = "/d/" + viewer_.district.value + page;
    if (school) {
      const auto name = open_.find(*school);
      if (name != open_.end()) item.title_args.emplace("school", name->second);
    }
    return item;
  }

  std::vector<WaitingItem> take() {
    const auto key = [](const WaitingItem& item) {
      const auto school = item.title_args.find("school");
      return std::tuple(!item.overdue, !item.due_on, item.due_on.value_or(Date{}), item.kind,
                        school == item.title_args.end() ? "" : lower(school->second), item.link);
    };
    std::stable_sort(items_.begin(), items_.end(),
                     [&](const WaitingItem& a, const WaitingItem& b) { return key(a) < key(b); });
    if (items_.size() > kMostWaiting) items_.resize(kMostWaiting);
    return std::move(items_);
  }

 private:
  const Viewer& viewer_;
  std::map<SchoolId, std::string> open_;
  std::vector<WaitingItem> items_;
};

std::optional<WaitingKind> waits_as(const Viewer& viewer, const balance::TemplateRow& row) {
  if (row.kind == balance::Kind::district) {
    if (is_of_district_team(viewer) && row.state == State::draft) {
      return WaitingKind::district_template;
    }
    return std::nullopt;
  }
  switch (row.state) {
    case State::draft:
      if (is_of_school_team(viewer, row.school_id)) return WaitingKind::template_to_fill;
      break;
    case State::returned:
      if (is_of_school_team(viewer, row.school_id)) return WaitingKind::template_returned;
      break;
    case State::submitted:
      if (is_of_district_team(viewer)) return WaitingKind::template_to_review;
      break;
    case State::accepted:
    case State::completed:
      break;
  }
  return std::nullopt;
}

void add_templates(List& list, const Viewer& viewer, const Facts& facts) {
  if (!facts.round) return;
  for (const auto& row : facts.templates) {
    const auto kind = waits_as(viewer, row);
    if (!kind || !list.takes_part(row.school_id)) continue;
    // The round's date is for handing in, not for reviewing what was handed in.
    const auto due_on =
        *kind == WaitingKind::template_to_review ? std::nullopt : facts.round->due_on;
    auto& item = list.add(*kind, row.school_id, "/templates/" + row.id.value, due_on);
    item.title_args.emplace("year", facts.round->year.value);
  }
}

void add_round(List& list, const Viewer& viewer, const Facts& facts) {
  const auto year = SchoolYear::of(viewer.today);
  const bool open_already = facts.round && facts.round->year >= year;
  if (open_already || !is_leader(viewer) || !list.has_open_school()) return;
  list.add(WaitingKind::round_to_open, std::nullopt, "/rounds")
      .title_args.emplace("year", year.value);
}

void add_teams(List& list, const Viewer& viewer, const Facts& facts) {
  for (const auto& team : facts.teams) {
    const bool mine =
        team.school_id ? is_of_school_team(viewer, team.school_id) : is_of_district_team(viewer);
    if (!mine || team.complete || !list.takes_part(team.school_id)) continue;
    list.add(WaitingKind::team_incomplete, team.school_id, "/teams/" + team.id.value)
        .title_args.emplace("team", team.name);
  }
}

void add_communications(List& list, const Facts& facts) {
  for (const auto& row : facts.communications) {
    const auto& day = row.due_on ? row.due_on : row.next_on;
    list.add(WaitingKind::communication_due, row.school_id, "/communication/" + row.id.value, day)
        .title_args.emplace("title", row.title);
  }
}

void add_barriers(List& list, const Viewer& viewer, const Facts& facts) {
  for (const auto& row : facts.barriers) {
    list.add(WaitingKind::barrier_due, row.school_id, "/barriers/" + row.id.value, row.due_on)
        .title_args.emplace("title", row.title);
  }
  if (!is_of_district_team(viewer)) return;
  for (const auto& row : facts.raised) {
    if (!list.takes_part(row.school_id)) continue;
    list.add(WaitingKind::barrier_raised, row.school_id, "/barriers/" + row.id.value)
        .title_args.emplace("title", row.title);
  }
}

void add_commitments(List& list, const Viewer& viewer, const Facts& facts) {
  for (const auto& row : facts.commitments) {
    const auto side = agreement::receiver_of(row.direction);
    if (!list.takes_part(row.school_id) ||
        !agreement::speaks_for(side, row.school_id, viewer.grants)) {
      continue;
    }
    const bool new_one = agreement::awaits_acknowledgement(row);
    if (!new_one && !agreement::awaits_review(row, viewer.today)) continue;
    list.add(new_one ? WaitingKind::commitment_to_acknowledge : WaitingKind::commitment_to_review,
             row.school_id, "/commitments", new_one ? std::nullopt : row.due_on)
        .title_args.emplace("title", row.title);
  }
}

// A school's report waits for its people, the district's for those who work for it.
void add_monitoring(List& list, const Viewer& viewer, const Facts& facts) {
  for (const auto& report : facts.reports) {
    const bool mine = report.school_id ? is_of_school_team(viewer, report.school_id)
                                       : is_of_district_team(viewer);
    if (!mine || !list.takes_part(report.school_id)) continue;
    list.add(WaitingKind::report_to_submit, report.school_id,
             "/monitoring/reports/" + report.id.value, report.due_on)
        .title_args.emplace("title", report.cycle_name);
  }
  // Whoever the list of decisions names, in the district or in a school.
  for (const auto& row : facts.proposed) {
    if (!row.may_decide) continue;
    list.add(WaitingKind::adjustment_to_decide, row.school_id, "/monitoring/adjustments")
        .title_args.emplace("title", row.title);
  }
}

// A school's survey asks its people, the district's everybody but those who only advise.
void add_surveys(List& list, const Viewer& viewer, const Facts& facts) {
  const bool belongs =
      std::any_of(viewer.grants.begin(), viewer.grants.end(),
                  [](const Grant& grant) { return grant.role != Role::consultant; });
  for (const auto& survey : facts.surveys) {
    const bool asked = survey.school_id ? is_of_school_team(viewer, survey.school_id) : belongs;
    if (!asked || !list.takes_part(survey.school_id)) continue;
    auto& item =
        list.add(WaitingKind::survey_to_answer, survey.school_id, "",
                 survey.closes_at ? std::optional(survey.closes_at->date()) : std::nullopt);
    item.title_args.emplace("title", survey.title);
    item.link = "/join/" + survey.code;
  }
}

}  // namespace

std::vector<WaitingItem> waiting(const Viewer& viewer, const Facts& facts) {
  List list(viewer, facts);
  add_templates(list, viewer, facts);
  add_round(list, viewer, facts);
  add_teams(list, viewer, facts);
  add_monitoring(list, viewer, facts);
  for (const auto& item : facts.actions) {
    list.add(WaitingKind::action_due, item.school_id, "/actions", item.due_on)
        .title_args.emplace("title", item.title);
  }
  for (const auto& activity : facts.activities) {
    const auto page =
        activity.school_id ? "/plan/schools/" + activity.school_id->value : std::string("/plan");
    list.add(WaitingKind::activity_due, activity.school_id, page, activity.due_on)
        .title_args.emplace("title", activity.title);
  }
  add_communications(list, facts);
  add_barriers(list, viewer, facts);
  add_commitments(list, viewer, facts);
  add_surveys(list, viewer, facts);
  return list.take();
}

std::vector<audit::HistoryEntry> changed(const Viewer& viewer,
                                         const std::vector<audit::HistoryEntry>& latest) {
  const bool sees_all = std::any_of(viewer.grants.begin(), viewer.grants.end(), [](const Grant& g) {
    return !identity::is_school_role(g.role);
  });
  std::vector<audit::HistoryEntry> shown;
  std::set<std::tuple<std::string, std::string, std::string, std::string>> told;
  for (const auto& entry : latest) {
    if (shown.size() == kMostChanged) break;
    if (entry.person_id == viewer.person.value) continue;
    if (!sees_all && entry.school_id && !is_of_school_team(viewer, entry.school_id)) continue;
    // Answers are saved while somebody types: one line for one who writes in a school's template.
    const bool answer = entry.entity == "answer";
    const auto what = answer && entry.school_id ? entry.school_id->value
                      : answer                  ? std::string()
                                                : entry.entity_id;
    if (!told.emplace(entry.person_id, entry.operation, entry.entity, what).second) continue;
    shown.push_back(entry);
  }
  return shown;
}

RoundGlance glance(const balance::Round& round,
                   const std::vector<balance::TemplateRow>& templates) {
  RoundGlance result{round.id, round.year, round.due_on, {}};
  for (const auto& row : templates) {
    if (row.kind != balance::Kind::building) continue;
    switch (row.state) {
      case State::draft:
        ++result.templates.draft;
        break;
      case State::submitted:
        ++result.templates.submitted;
        break;
      case State::returned:
        ++result.templates.returned;
        break;
      case State::accepted:
        ++result.templates.accepted;
        break;
      case State::completed:
        break;
    }
  }
  return result;
}

}  // namespace tandem::home
