// What of all that goes on in a district concerns one person. Pure.
#pragma once

#include "action/action.hpp"
#include "agreement/commitment.hpp"
#include "balance/balance.hpp"
#include "barrier/barrier.hpp"
#include "communication/communication.hpp"
#include "home/home.hpp"
#include "identity/permissions.hpp"
#include "monitor/adjustments.hpp"
#include "monitor/cycles.hpp"
#include "org/org.hpp"
#include "plan/plan.hpp"
#include "team/service.hpp"
#include "workshop/survey.hpp"

namespace tandem::home {

inline constexpr std::size_t kMostWaiting = 50;
inline constexpr std::size_t kMostChanged = 15;
inline constexpr std::chrono::days kSoon{14};  // what is due by then waits already

// Whose home it is, and what they are there.
struct Viewer {
  DistrictId district;
  PersonId person;
  std::vector<identity::Grant> grants;
  Date today;
};

struct Facts {
  std::vector<org::School> schools;
  std::optional<balance::Round> round;          // the latest
  std::vector<balance::TemplateRow> templates;  // of that round
  std::vector<team::TeamView> teams;
  std::vector<action::ActionItem> actions;  // of the viewer, still to do, due soon or before
  std::vector<plan::Activity> activities;   // the same
  std::vector<communication::CommunicationView> communications;  // of the viewer, due soon
  std::vector<barrier::Barrier> barriers;          // of the viewer, still to do, due soon
  std::vector<barrier::Barrier> raised;            // by schools, not answered yet
  std::vector<agreement::Commitment> commitments;  // not acknowledged or not reviewed yet
  std::vector<monitor::OpenReport> reports;        // not submitted, of cycles that have opened
  std::vector<monitor::AdjustmentRow> proposed;
  std::vector<workshop::OpenSurvey> surveys;  // that the viewer has not answered
};

// What waits for the viewer: what is overdue first, then by due date, what has none last.
std::vector<WaitingItem> waiting(const Viewer& viewer, const Facts& facts);

// What others did lately, newest first: of the whole district for those who work for it, of
// their own schools and of what is the district's for a school's people. Saving bit by bit shows
// once, by the last time.
std::vector<audit::HistoryEntry> changed(const Viewer& viewer,
                                         const std::vector<audit::HistoryEntry>& latest);

RoundGlance glance(const balance::Round& round, const std::vector<balance::TemplateRow>& templates);

}  // namespace tandem::home
