// What the files that read checks share: a check is one query, whose rows are its slots.
#pragma once

#include "db/tx.hpp"
#include "signals/rules.hpp"
#include "toolkit/packs.hpp"

namespace tandem::signals {

struct SlotRow {
  std::string title;
  std::optional<SchoolId> school_id;
  std::string id;  // of what the page is about
  bool met = false;
};
BOOST_DESCRIBE_STRUCT(SlotRow, (), (title, school_id, id, met))

class Reading {
 public:
  Reading(db::Tx& tx_of, const DistrictId& district_of, const Date& today_of)
      : tx(tx_of), district(district_of), today(today_of), year_ago(before(today_of, 365)) {}

  db::Tx& tx;
  const DistrictId& district;
  const Date today;
  const Date year_ago;

  // The query gives title, school_id, id and whether it is met. In the link {} stands for the id
  // and {school} for the school's, or for nothing.
  template <class... Binds>
  void add(const char* key, std::optional<Kind> signal, std::int64_t weight,
           const std::string& link, const std::string& sql, const Binds&... binds) {
    Check check{key, signal, weight, {}};
    for (auto& row : tx.all<SlotRow>(sql, binds...)) {
      check.slots.push_back(
          {std::move(row.title), row.school_id, link_to(link, row.id, row.school_id), row.met});
    }
    checks_.push_back(std::move(check));
  }
  void add(Check check) { checks_.push_back(std::move(check)); }

  // Of each strategy of a goal that is worked on.
  void strategies(const char* key, Kind signal, std::int64_t weight, const std::string& met,
                  const auto&... binds) {
    add(key, signal, weight, "/plan/goals/{}",
        "select st.title, null, g.id, case when " + met +
            " then 1 else 0 end from strategy st join goal g on g.district_id = st.district_id "
            "and g.id = st.goal_id where st.district_id = :district and g.status = 'active' and "
            "st.stopped_on is null",
        binds..., district);
  }

  std::vector<Check> take() { return std::move(checks_); }

 private:
  static Date before(const Date& day, int days) {
    return Date::from(day.day() - std::chrono::days{days});
  }
  static std::string link_to(std::string link, const std::string& id,
                             const std::optional<SchoolId>& school) {
    const auto put = [&](std::string_view mark, const std::string& value) {
      const auto at = link.find(mark);
      if (at != std::string::npos) link.replace(at, mark.size(), value);
    };
    put("{}", id);
    put("{school}", school ? school->value : "");
    return link;
  }

  std::vector<Check> checks_;
};

// plan.cpp: the data picture, coordination, and what strategies come to in schools.
void read_plan(Reading& reading);
// watched.cpp: money and monitoring.
void read_money(Reading& reading);
void read_monitoring(Reading& reading);
// together.cpp: teams, decisions, barriers, communication, commitments, workshops.
void read_together(Reading& reading, toolkit::Packs& packs);

}  // namespace tandem::signals
