#include "demo/stage.hpp"
#include "report/public_page.hpp"
#include "signals/service.hpp"

namespace tandem::demo {
namespace {

constexpr int kMonths = 5;  // before this one
constexpr std::string_view kPublished = "-40";

// The last day of the month that is so many before today's.
Date end_of_month(const Date& today, int before) {
  const std::chrono::year_month_day ymd{today.day()};
  const auto month = ymd.year() / ymd.month() - std::chrono::months{before};
  return Date::from(std::chrono::sys_days{month / std::chrono::last});
}

}  // namespace

// The signals as they were at the end of each month: counted then, from what was there then.
void plan_signals(Stage& stage) {
  for (int before = kMonths; before > 0; --before) {
    const auto end = end_of_month(stage.today, before);
    const auto days = (stage.today.day() - end.day()).count();
    stage.on(fmt::format("-{}", days), [&stage]() -> Result<void> {
      const auto now = stage.tick();
      for (const auto& score : signals::scores_at(stage.tx, stage.district, now, stage.packs)) {
        signals::keep(stage.tx, stage.district, score);
      }
      return {};
    });
  }
}

void plan_public_page(Stage& stage, const Key& lead) {
  stage.on(kPublished, [&stage, lead]() -> Result<void> {
    report::PublicPageFields page;
    page.enabled = true;
    page.introduction.value =
        "Our schools and the district work from one plan. This page shows what we want to reach "
        "for all students, what we do for it, and how far we are. It is up to date every day.\n"
        "The board talks about it at its meeting on the second Monday of each month.";
    page.contact.value = "District office, 555 0100, weekdays from 8 to 4";
    CHECK_OK(stage.as(lead, "replacePublicPage", [&](audit::Change& change) {
      return report::replace_public_page(change, 0, page);
    }));
    return {};
  });
}

}  // namespace tandem::demo
