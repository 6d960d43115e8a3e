// The demonstration district while it is set up: who acts, when, and what the keys of the files
// stand for. Everything goes through the services that the API uses, so that it is in the
// history as if people had done it.
#pragma once

#include <functional>

#include "audit/change.hpp"
#include "demo/data.hpp"
#include "toolkit/packs.hpp"

namespace tandem::demo {

struct DepthData;  // demo/depth.hpp

class Stage {
 public:
  Stage(db::Tx& transaction, toolkit::Packs& known, Date day)
      : tx(transaction), packs(known), today(std::move(day)) {}

  db::Tx& tx;
  toolkit::Packs& packs;
  const Date today;
  DistrictId district;

  struct Someone {
    PersonId id;
    std::string name;
  };
  void add_person(const Key& key, PersonId id, std::string name) {
    people_[key] = {std::move(id), std::move(name)};
  }
  void add_school(const Key& key, SchoolId id) { schools_[key] = std::move(id); }
  [[nodiscard]] const Someone& person(const Key& key) const { return people_.at(key); }
  [[nodiscard]] const SchoolId& school(const Key& key) const { return schools_.at(key); }
  [[nodiscard]] std::optional<SchoolId> school(const OptionalKey& key) const {
    return key ? std::optional(schools_.at(*key)) : std::nullopt;
  }
  [[nodiscard]] Date day(std::string_view text) const { return day_of(text, today); }

  // Lets somebody do something: work(audit::Change&) -> Result<T>. Each thing comes a little
  // after the one before.
  template <class Work>
  auto as(const Key& who, std::string operation, Work&& work) {
    audit::Change change(tx, district, {person(who).id, person(who).name}, std::move(operation),
                         tick());
    return work(change);
  }

  // Puts something on the calendar. What happens on one day happens in the order in which it
  // was put there.
  using Happening = std::function<Result<void>()>;
  void on(std::string_view when, Happening happening);
  // Lets all that is on the calendar happen, day after day.
  Result<void> play();

  Timestamp tick();

 private:
  std::map<Key, Someone> people_;
  std::map<Key, SchoolId> schools_;
  std::multimap<Date, Happening> calendar_;
  Date now_;
  std::int64_t seconds_ = 0;
};

// Each puts its part on the calendar.
void plan_plan(Stage& stage, const PlanData& data);
void plan_round(Stage& stage, const RoundData& data);
void plan_actions(Stage& stage, const ActionsData& data);
void plan_public_page(Stage& stage, const Key& lead);
// After all others: what happens on a day has happened when it is counted.
void plan_signals(Stage& stage);
void plan_depth(Stage& stage, const DepthData& data);
void plan_workshops(Stage& stage, const WorkshopsData& data);
struct NeedsData;
void plan_needs(Stage& stage, const NeedsData& data);

}  // namespace tandem::demo
