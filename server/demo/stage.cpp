#include "demo/stage.hpp"

#include <charconv>

#include "base/embedded.hpp"
#include "demo/depth.hpp"
#include "demo/money.hpp"
#include "demo/monitor_data.hpp"
#include "demo/needs_data.hpp"
#include "demo/work.hpp"

namespace tandem::demo {
namespace {

int number_in(std::string_view text) {
  int value = 0;
  const auto end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || at != end)
    throw std::invalid_argument("not a day: " + std::string(text));
  return value;
}

}  // namespace

Date day_of(std::string_view text, const Date& today) {
  if (text.empty()) throw std::invalid_argument("not a day");
  if (text[0] != 'Y') {
    const int days = number_in(text.substr(text[0] == '+' ? 1 : 0));
    return Date::from(today.day() + std::chrono::days{days});
  }
  if (text.size() < 8) throw std::invalid_argument("not a day: " + std::string(text));
  const auto month_and_day = text.substr(text.size() - 5);
  const int offset = number_in(text.substr(1, text.size() - 7));
  const int begins = number_in(SchoolYear::of(today).value.substr(0, 4)) + offset;
  const int year = month_and_day.substr(0, 2) >= "07" ? begins : begins + 1;
  const auto day = Date::parse(fmt::format("{}-{}", year, month_and_day));
  if (!day) throw std::invalid_argument("not a day: " + std::string(text));
  return *day;
}

template <class T>
T file(std::string_view name) {
  auto read =
      json::from<T>(boost::json::parse(embedded::file("content/demo/" + std::string(name))));
  if (!read) {
    const auto& fault = read.error().errors.at(0);
    throw std::logic_error(
        fmt::format("content/demo/{}: {} {}", name, fault.pointer, fault.detail));
  }
  return std::move(*read);
}
template DistrictData file<DistrictData>(std::string_view);
template PlanData file<PlanData>(std::string_view);
template DepthData file<DepthData>(std::string_view);
template RoundData file<RoundData>(std::string_view);
template ActionsData file<ActionsData>(std::string_view);
template WorkshopsData file<WorkshopsData>(std::string_view);
template NeedsData file<NeedsData>(std::string_view);
template WorkData file<WorkData>(std::string_view);
template MoneyData file<MoneyData>(std::string_view);
template MonitorData file<MonitorData>(std::string_view);

void Stage::on(std::string_view when, Happening happening) {
  calendar_.emplace(day(when), std::move(happening));
}

Result<void> Stage::play() {
  for (const auto& [date, happening] : calendar_) {
    if (date != now_) {
      now_ = date;
      seconds_ = 0;
    }
    CHECK_OK(happening());
  }
  calendar_.clear();
  return {};
}

Timestamp Stage::tick() {
  constexpr std::int64_t kMorning = 13L * 3600;  // in UTC: before school in Michigan
  seconds_ += 7;
  return Timestamp::from(now_.day() + std::chrono::seconds{kMorning + seconds_});
}

}  // namespace tandem::demo
