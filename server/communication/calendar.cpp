#include "communication/calendar.hpp"

#include <algorithm>

#include "identity/secret.hpp"
#include "identity/session.hpp"
#include "org/service.hpp"

namespace tandem::communication {
namespace {

// What is kept of a feed.
struct FeedRow : CalendarFeed {
  static constexpr std::string_view table = "calendar_feed", entity = "calendar";
  using Fields = CalendarFields;
  DistrictId home_id;  // where its person has their account
  std::string token_hash;
};
BOOST_DESCRIBE_STRUCT(FeedRow, (CalendarFeed), (home_id, token_hash))

struct Named {
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Named, (), (name))

constexpr std::size_t kUuid = 36;
constexpr std::chrono::days kBehind{90};
constexpr std::chrono::days kAhead{400};

// "<district>-<secret>": the district finds the row by its key.
std::optional<FeedRow> feed_at(db::Tx& tx, std::string_view token, DistrictId& district) {
  if (token.size() <= kUuid + 1 || token[kUuid] != '-' || !is_uuid(token.substr(0, kUuid))) {
    return std::nullopt;
  }
  district = DistrictId{std::string(token.substr(0, kUuid))};
  return tx.row_of<FeedRow>(district, "and token_hash = :hash",
                            identity::hash_secret(token.substr(kUuid + 1)));
}

// Of whoever opened the feed, if they can still sign in.
std::optional<std::string> name_of_reader(db::Tx& tx, const FeedRow& feed) {
  const auto reader =
      tx.one<Named>("select name from person where district_id = :home and id = :id and active = 1",
                    feed.home_id, feed.person_id);
  return reader ? std::optional(reader->name) : std::nullopt;
}

Result<std::string> title_of(db::Tx& tx, const DistrictId& district, const FeedRow& feed,
                             const std::string& reader) {
  switch (feed.scope) {
    case CalendarScope::person:
      break;
    case CalendarScope::school: {
      TRY(const auto school, org::find_school(tx, district, feed.school_id.value_or(SchoolId{})));
      return school.name.value;
    }
    case CalendarScope::district: {
      TRY(const auto found, org::find_district(tx, district));
      return found.name.value;
    }
  }
  return "Tandem: " + reader;
}

std::string without_slash(std::string_view url) {
  while (!url.empty() && url.back() == '/') url.remove_suffix(1);
  return std::string(url);
}

}  // namespace

std::vector<DueEntry> CalendarSources::entries(db::Tx& tx, const CalendarQuery& query) const {
  std::vector<DueEntry> all;
  for (const auto& source : sources_) {
    auto some = source(tx, query);
    std::move(some.begin(), some.end(), std::back_inserter(all));
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const DueEntry& a, const DueEntry& b) { return a.on < b.on; });
  return all;
}

std::vector<CalendarFeed> feeds(db::Tx& tx, const DistrictId& district, const PersonId& person) {
  std::vector<CalendarFeed> own;
  for (auto& row : tx.rows_of<FeedRow>(district, "and person_id = :person order by id limit :most",
                                       person, kMostFeeds)) {
    own.push_back(std::move(static_cast<CalendarFeed&>(row)));
  }
  return own;
}

Result<NewCalendarFeed> open_feed(audit::Change& change, const DistrictId& home,
                                  const CalendarFields& fields, std::string_view public_url) {
  if ((fields.scope == CalendarScope::school) != fields.school_id.has_value()) {
    return problem::invalid("/school_id", fields.school_id ? "is only for a school's calendar"
                                                           : "is needed for a school's calendar");
  }
  if (fields.school_id && !org::find_school(change.tx, change.district, *fields.school_id)) {
    return problem::invalid("/school_id", "is not a school of this district");
  }
  const auto own =
      static_cast<std::int64_t>(feeds(change.tx, change.district, change.actor.id).size());
  if (own >= kMostFeeds) {
    return problem::conflict(fmt::format(
        "You have {} calendar addresses. Withdraw one that you no longer use.", kMostFeeds));
  }
  const auto secret = identity::new_secret();
  const auto row = record::create<FeedRow>(change, fields, [&](FeedRow& made) {
    made.person_id = change.actor.id;
    made.home_id = home;
    made.token_hash = identity::hash_secret(secret);
  });
  NewCalendarFeed made;
  static_cast<CalendarFeed&>(made) = row;
  made.address = fmt::format("{}/api/v1/calendars/{}-{}", without_slash(public_url),
                             change.district.value, secret);
  return made;
}

Result<void> withdraw_feed(audit::Change& change, const RecordId& id, std::int64_t expected) {
  TRY(const auto row, record::find_version<FeedRow>(change.tx, change.district, id, expected));
  if (row.person_id != change.actor.id) return problem::not_found(std::string(FeedRow::entity));
  CHECK_OK(record::remove<FeedRow>(change, id, expected));
  return {};
}

Result<std::string> calendar_at(db::Tx& tx, std::string_view token, const CalendarSources& sources,
                                std::string_view public_url, const Date& today) {
  DistrictId district;
  const auto feed = feed_at(tx, token, district);
  if (!feed) return problem::not_found("calendar");
  const auto name = name_of_reader(tx, *feed);
  if (!name || identity::grants_in(tx, district, feed->person_id).empty()) {
    return problem::not_found("calendar");
  }
  TRY(const auto title, title_of(tx, district, *feed, *name));
  CalendarQuery query{district,
                      feed->scope,
                      feed->person_id,
                      feed->school_id.value_or(SchoolId{}),
                      Date::from(today.day() - kBehind),
                      Date::from(today.day() + kAhead)};
  const auto place = without_slash(public_url) + "/d/" + district.value;
  std::vector<CalendarEntry> entries;
  for (auto& due : sources.entries(tx, query)) {
    // Of what repeats, each day is a thing of its own.
    auto uid = fmt::format("{}-{}-{}@tandem", due.kind, due.id.value, due.on.value);
    entries.push_back({std::move(uid), due.on, std::move(due.title), std::move(due.detail),
                       std::move(due.words), place + due.page, due.changed_at});
  }
  return icalendar(title, entries);
}

}  // namespace tandem::communication
