// What a person comes for: what waits for them, what changed, where plan and round stand.
#pragma once

#include <map>

#include "audit/history.hpp"
#include "plan/glance.hpp"

namespace tandem::home {

// The order is that in which things of one date are shown.
enum class WaitingKind {
  template_returned,
  template_to_fill,
  template_to_review,
  action_due,
  activity_due,
  communication_due,
  barrier_due,
  barrier_raised,
  commitment_to_acknowledge,
  commitment_to_review,
  round_to_open,
  district_template,
  team_incomplete,
  report_to_submit,
  adjustment_to_decide,
  survey_to_answer
};
BOOST_DESCRIBE_ENUM(WaitingKind, template_returned, template_to_fill, template_to_review,
                    action_due, activity_due, communication_due, barrier_due, barrier_raised,
                    commitment_to_acknowledge, commitment_to_review, round_to_open,
                    district_template, team_incomplete, report_to_submit, adjustment_to_decide,
                    survey_to_answer)

struct WaitingItem {
  WaitingKind kind{};
  std::map<std::string, std::string> title_args;  // school, year, title: the page words the title
  std::optional<SchoolId> school_id;
  std::optional<Date> due_on;
  std::string link;  // path of the page
  bool overdue = false;
};
BOOST_DESCRIBE_STRUCT(WaitingItem, (), (kind, title_args, school_id, due_on, link, overdue))

struct TemplateCounts {  // of buildings
  std::int64_t draft = 0;
  std::int64_t submitted = 0;
  std::int64_t returned = 0;
  std::int64_t accepted = 0;
};
BOOST_DESCRIBE_STRUCT(TemplateCounts, (), (draft, submitted, returned, accepted))

struct RoundGlance {
  RecordId id;
  SchoolYear year;
  std::optional<Date> due_on;
  TemplateCounts templates;
};
BOOST_DESCRIBE_STRUCT(RoundGlance, (), (id, year, due_on, templates))

struct Home {
  std::vector<WaitingItem> waiting;
  std::vector<audit::HistoryEntry> changed;
  plan::Glance plan;
  std::optional<RoundGlance> round;  // the latest
};
BOOST_DESCRIBE_STRUCT(Home, (), (waiting, changed, plan, round))

}  // namespace tandem::home
