#include "communication/icalendar.hpp"

#include <libical/ical.h>

#include <memory>

namespace tandem::communication {
namespace {

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

icalproperty* extension(const char* name, const std::string& value) {
  auto* const property = icalproperty_new_x(value.c_str());
  icalproperty_set_x_name(property, name);
  return property;
}

icaltimetype day_of(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  auto time = icaltime_null_date();
  time.year = static_cast<int>(date.year());
  time.month = static_cast<int>(static_cast<unsigned>(date.month()));
  time.day = static_cast<int>(static_cast<unsigned>(date.day()));
  return time;
}

icaltimetype instant_of(const Timestamp& when) {
  return icaltime_from_timet_with_zone(std::chrono::system_clock::to_time_t(when.point()), 0,
                                       icaltimezone_get_utc_timezone());
}

// libical writes control characters as they are; none but these comes from our own texts.
std::string plain(const std::string& text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= ' ') out += c;
  }
  return out;
}

icalcomponent* event_of(const CalendarEntry& entry) {
  auto* const event = icalcomponent_new_vevent();
  const auto add = [&](icalproperty* property) { icalcomponent_add_property(event, property); };
  add(icalproperty_new_uid(entry.uid.c_str()));
  add(icalproperty_new_dtstamp(instant_of(entry.changed_at)));
  add(icalproperty_new_lastmodified(instant_of(entry.changed_at)));
  add(icalproperty_new_dtstart(day_of(entry.on.day())));
  add(icalproperty_new_dtend(day_of(entry.on.day() + std::chrono::days(1))));  // exclusive
  add(icalproperty_new_summary(plain(entry.title).c_str()));
  if (!entry.detail.empty()) add(icalproperty_new_description(plain(entry.detail).c_str()));
  if (!entry.kind.empty()) add(icalproperty_new_categories(plain(entry.kind).c_str()));
  if (!entry.link.empty()) add(icalproperty_new_url(entry.link.c_str()));
  add(icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));  // it does not make anybody busy
  return event;
}

}  // namespace

std::string icalendar(const std::string& name, const std::vector<CalendarEntry>& entries) {
  const Component calendar(icalcomponent_new_vcalendar());
  const auto add = [&](icalproperty* property) {
    icalcomponent_add_property(calendar.get(), property);
  };
  add(icalproperty_new_prodid("-//Tandem//Tandem//EN"));
  add(icalproperty_new_version("2.0"));
  add(icalproperty_new_calscale("GREGORIAN"));
  add(icalproperty_new_method(ICAL_METHOD_PUBLISH));
  const auto called = plain(name);
  add(icalproperty_new_name(called.c_str()));  // RFC 7986, and what programs knew before it
  add(extension("X-WR-CALNAME", called));
  add(extension("X-PUBLISHED-TTL", "PT1H"));
  for (const auto& entry : entries) icalcomponent_add_component(calendar.get(), event_of(entry));
  const std::unique_ptr<char, void (*)(void*)> text(icalcomponent_as_ical_string_r(calendar.get()),
                                                    icalmemory_free_buffer);
  return text ? std::string(text.get()) : std::string();
}

}  // namespace tandem::communication
