#include "home/service.hpp"

#include "action/service.hpp"
#include "agreement/service.hpp"
#include "balance/service.hpp"
#include "barrier/service.hpp"
#include "communication/service.hpp"
#include "org/service.hpp"

namespace tandem::home {

Result<Home> home(db::Tx& tx, const Viewer& viewer, toolkit::Packs& packs) {
  constexpr std::int64_t kLatest = 100;  // of which some are the viewer's own, or no concern
  const auto& district = viewer.district;
  const auto soon = Date::from(viewer.today.day() + kSoon);
  const auto most = static_cast<std::int64_t>(kMostWaiting);

  Facts facts;
  facts.schools = org::schools(tx, district);
  if (auto standing = balance::standing(tx, district)) {
    facts.round = std::move(standing->round);
    facts.templates = std::move(standing->templates);
  }
  facts.teams = team::teams(tx, district, packs);
  facts.actions = action::of_owner_due(tx, district, viewer.person, soon, most);
  constexpr std::int64_t kMostOpen = 500;  // of which only the viewer's own are shown
  facts.communications =
      communication::of_owner_due(tx, district, viewer.person, viewer.today, soon, kMostOpen);
  facts.barriers = barrier::of_owner_due(tx, district, viewer.person, soon, most);
  facts.raised = barrier::awaiting_reply(tx, district, most);
  facts.commitments = agreement::unsettled(tx, district, kMostOpen);
  facts.activities = plan::activities_of_owner_due(tx, district, viewer.person, soon, most);
  facts.reports = monitor::open_reports(tx, district, viewer.today);
  facts.proposed = monitor::adjustments(tx, district, viewer.person,
                                        monitor::AdjustmentStatus::proposed, "", most);
  facts.surveys = workshop::unanswered_surveys(tx, district, viewer.person, Timestamp::now(), most);

  audit::HistoryQuery lately;
  lately.limit = kLatest;
  TRY(const auto history, audit::history(tx, district, lately));

  Home result;
  result.waiting = waiting(viewer, facts);
  result.changed = changed(viewer, history.items);
  result.plan = plan::glance(tx, district, viewer.today);
  if (facts.round) result.round = glance(*facts.round, facts.templates);
  return result;
}

}  // namespace tandem::home
