#include "signals/store.hpp"

#include <algorithm>
#include <set>

#include "team/service.hpp"

namespace tandem::signals {
namespace {

constexpr std::chrono::days kActive{60};  // a school's people have done something since

struct SlotRow {
  std::string title;
  std::optional<SchoolId> school_id;
  std::string id;  // of what the page is about
  bool met = false;
};
BOOST_DESCRIBE_STRUCT(SlotRow, (), (title, school_id, id, met))

struct SchoolMoneyRow {
  std::string name;
  SchoolId school_id;
  std::optional<std::int64_t> pupils;
  std::optional<std::int64_t> disadvantaged;
  std::int64_t cents = 0;
};
BOOST_DESCRIBE_STRUCT(SchoolMoneyRow, (), (name, school_id, pupils, disadvantaged, cents))

// Where a goal applies, as plan::applies_to() says; schools are kept as a JSON list of ids.
constexpr auto kApplies =
    "s.status = 'open' and (g.all_schools = 1 or g.schools like '%' || s.id || '%') ";

class Reader {
 public:
  Reader(db::Tx& tx, const DistrictId& district, const Date& today, toolkit::Packs& packs)
      : tx_(tx), district_(district), today_(today), packs_(packs) {}

  std::vector<Check> read() {
    data_picture();
    needs();
    coordination();
    depth_of_the_plan();
    resources();
    monitoring();
    potential();
    engagement();
    for_the_continuum();
    return std::move(checks_);
  }

 private:
  // The query gives title, school_id, id and whether it is met; the id goes into the link.
  template <class... Binds>
  void add(const char* key, std::optional<Kind> signal, std::int64_t weight,
           const std::string& link, const std::string& sql, const Binds&... binds) {
    Check check{key, signal, weight, {}};
    for (auto& row : tx_.all<SlotRow>(sql, binds...)) {
      check.slots.push_back({std::move(row.title), row.school_id, link_to(link, row.id), row.met});
    }
    checks_.push_back(std::move(check));
  }

  static std::string link_to(std::string link, const std::string& id) {
    const auto at = link.find("{}");
    return at == std::string::npos ? link : link.replace(at, 2, id);
  }

  void data_picture() {
    add("baseline_district", Kind::data_picture, 2, "/plan/goals/{}",
        "select m.name, null, g.id, case when m.id in (select measure_id from target where "
        "district_id = :district and school_id = '' and baseline is not null) then 1 else 0 end "
        "from measure m join goal g on g.district_id = m.district_id and g.id = m.goal_id "
        "where m.district_id = :same_district and g.status = 'active'",
        district_, district_);
    add("baseline_schools", Kind::data_picture, 1, "/plan/goals/{}",
        std::string("select m.name, s.id, g.id, case when t.baseline is not null then 1 else 0 "
                    "end from goal g join measure m on m.district_id = g.district_id and "
                    "m.goal_id = g.id join school s on s.district_id = g.district_id left join "
                    "target t on t.district_id = m.district_id and t.measure_id = m.id and "
                    "t.school_id = s.id where g.district_id = :district and g.status = 'active' "
                    "and ") +
            kApplies,
        district_);
    // Of the newest round. Two checks look at it.
    add("template_in", Kind::data_picture, 2, "/templates/{}",
        "select s.name, s.id, t.id, case when t.state in ('submitted', 'accepted') then 1 else 0 "
        "end from template t join school s on s.district_id = t.district_id and "
        "s.id = t.school_id where t.district_id = :district and s.status = 'open' and "
        "t.kind = 'building' and t.round_id = (select id from round where "
        "district_id = :same_district order by year desc limit 1)",
        district_, district_);
    add("pupils_counted", Kind::data_picture, 1, "/schools",
        "select name, id, id, case when pupils is not null and disadvantaged_pupils is not null "
        "then 1 else 0 end from school where district_id = :district and status = 'open'",
        district_);
  }

  void needs() {
    add("needs_reported", Kind::data_picture, 2, "/needs/gathered",
        "select name, id, id, case when id in (select school_id from need_report where "
        "district_id = :district) then 1 else 0 end from school where district_id = "
        ":same_district and status = 'open'",
        district_, district_);
    add("need_has_data", Kind::data_picture, 1, "/needs/{}",
        "select title, school_id, id, case when data_sets <> '[]' or evidence <> '' then 1 else 0 "
        "end from need where district_id = :district and state <> 'set_aside'",
        district_);
    add("need_root_cause", Kind::data_picture, 1, "/needs/{}",
        "select title, school_id, id, case when id in (select need_id from cause where "
        "district_id = :district and root = 1) then 1 else 0 end from need where district_id = "
        ":same_district and kind = 'need' and state <> 'set_aside'",
        district_, district_);
  }

  // Of each strategy of a goal that is worked on.
  void strategies(const char* key, Kind signal, std::int64_t weight, const std::string& met,
                  const auto&... binds) {
    add(key, signal, weight, "/plan/goals/{}",
        "select st.title, null, g.id, case when " + met +
            " then 1 else 0 end from strategy st join goal g on g.district_id = st.district_id "
            "and g.id = st.goal_id where st.district_id = :district and g.status = 'active'",
        binds..., district_);
  }

  void coordination() {
    add("goal_has_strategy", Kind::coordination, 2, "/plan/goals/{}",
        "select title, null, id, case when id in (select goal_id from strategy where "
        "district_id = :district) then 1 else 0 end from goal where district_id = :same_district "
        "and status = 'active'",
        district_, district_);
    strategies("strategy_owner", Kind::coordination, 2,
               "(st.owner_id is not null or st.owner_name <> '')");
    strategies("strategy_systems", Kind::coordination, 1, "st.systems <> '[]'");
    strategies("strategy_evidence", Kind::coordination, 1, "st.evidence_tier <> 'unknown'");
    strategies("strategy_steps", Kind::coordination, 1,
               "st.id in (select strategy_id from activity where district_id = :same_district)",
               district_);
  }

  void depth_of_the_plan() {
    add("initiative_decided", Kind::coordination, 1, "/initiatives",
        "select title, school_id, id, case when decision <> 'undecided' then 1 else 0 end from "
        "initiative where district_id = :district",
        district_);
    strategies("strategy_readiness", Kind::potential, 1,
               "st.id in (select strategy_id from strategy_readiness where district_id = "
               ":same_district)",
               district_);
    add("goal_answers_need", std::nullopt, 1, "/plan/goals/{}",
        "select title, null, id, case when need_id is not null or coalesce(challenge, '') <> '' "
        "then 1 else 0 end from goal where district_id = :district and status = 'active'",
        district_);
  }

  void resources() {
    const auto year = SchoolYear::of(today_);
    strategies("strategy_funded", Kind::resources, 2,
               "st.id in (select strategy_id from funding_line where district_id = "
               ":same_district and year = :year)",
               district_, year);
    Check check{"fair_share", Kind::resources, 2, {}};
    std::map<SchoolId, std::string> names;
    std::vector<SchoolMoney> schools;
    for (const auto& row : tx_.all<SchoolMoneyRow>(
             "select s.name, s.id, s.pupils, s.disadvantaged_pupils, cast(coalesce((select "
             "sum(l.amount_cents) from funding_line l where l.district_id = s.district_id and "
             "l.school_id = s.id and l.year = :year), 0) as bigint) from school s where "
             "s.district_id = :district and s.status = 'open'",
             year, district_)) {
      names[row.school_id] = row.name;
      schools.push_back({row.school_id, row.pupils, row.disadvantaged, row.cents});
    }
    for (const auto& [school, fair] : fair_shares(schools)) {
      check.slots.push_back({names[school], school, "/plan/money", fair});
    }
    checks_.push_back(std::move(check));
  }

  void monitoring() {
    add("steps_on_time", Kind::monitoring, 2, "/plan/goals/{}",
        "select a.title, a.school_id, st.goal_id, case when a.status = 'done' then 1 else 0 end "
        "from activity a join strategy st on st.district_id = a.district_id and st.id = "
        "a.strategy_id join goal g on g.district_id = st.district_id and g.id = st.goal_id where "
        "a.district_id = :district and a.due_on < :today and a.status <> 'dropped' and "
        "g.status = 'active'",
        district_, today_);
    add("steps_owned", Kind::monitoring, 1, "/plan/goals/{}",
        "select a.title, a.school_id, st.goal_id, case when (a.owner_id is not null or "
        "a.owner_name <> '') and a.due_on is not null then 1 else 0 end from activity a join "
        "strategy st on st.district_id = a.district_id and st.id = a.strategy_id join goal g on "
        "g.district_id = st.district_id and g.id = st.goal_id where a.district_id = :district "
        "and a.status in ('not_started', 'in_progress') and g.status = 'active'",
        district_);
    add("actions_on_time", Kind::monitoring, 1, "/actions",
        "select title, school_id, id, case when status = 'done' then 1 else 0 end from "
        "action_item where district_id = :district and coalesce(due_on, '9999-12-31') < :today "
        "and status <> 'dropped'",
        district_, today_);
  }

  void potential() {
    strategies("strategy_moving", Kind::potential, 2,
               "st.id in (select strategy_id from activity where district_id = :same_district "
               "and status in ('in_progress', 'done'))",
               district_);
    add("school_steps", Kind::potential, 1, "/plan/schools/{}",
        "select name, id, id, case when id in (select school_id from activity where "
        "district_id = :district and school_id is not null and status <> 'dropped') then 1 else "
        "0 end from school where district_id = :same_district and status = 'open'",
        district_, district_);
    add("school_target", Kind::potential, 1, "/plan/schools/{}",
        "select name, id, id, case when id in (select school_id from target where district_id = "
        ":district and end_target is not null) then 1 else 0 end from school where district_id = "
        ":same_district and status = 'open'",
        district_, district_);
  }

  void engagement() {
    Check complete{"team_complete", Kind::engagement, 2, {}};
    Check charge{"team_charge", std::nullopt, 1, {}};
    Check voices{"voices_at_table", std::nullopt, 1, {}};
    for (const auto& team : team::teams(tx_, district_, packs_)) {
      if (team.school_id && open_schools().count(*team.school_id) == 0) continue;
      const auto link = "/teams/" + team.id.value;
      complete.slots.push_back({team.name, team.school_id, link, team.complete});
      charge.slots.push_back({team.name, team.school_id, link, !team.charge.empty()});
      if (team.school_id) continue;
      for (const std::string who : {"school", "board", "community"}) {
        const bool there = std::any_of(team.members.begin(), team.members.end(),
                                       [&](const auto& m) { return m.represents.value == who; });
        voices.slots.push_back({who, std::nullopt, link, there});
      }
    }
    checks_.push_back(std::move(complete));
    checks_.push_back(std::move(charge));
    checks_.push_back(std::move(voices));
    const auto since = Date::from(today_.day() - kActive);
    add("school_active", Kind::engagement, 1, "/plan/schools/{}",
        "select s.name, s.id, s.id, case when (select a.at from audit_entry a where "
        "a.district_id = s.district_id and a.school_id = s.id order by a.seq desc limit 1) >= "
        ":since then 1 else 0 end from school s where s.district_id = :district and "
        "s.status = 'open'",
        since, district_);
  }

  void for_the_continuum() {
    add("goal_statement", std::nullopt, 1, "/plan/goals/{}",
        "select title, null, id, case when statement <> '' then 1 else 0 end from goal where "
        "district_id = :district and status = 'active'",
        district_);
    add("template_reviewed", std::nullopt, 1, "/templates/{}",
        "select s.name, s.id, t.id, case when t.state in ('returned', 'accepted') then 1 else 0 "
        "end from template t join school s on s.district_id = t.district_id and "
        "s.id = t.school_id where t.district_id = :district and s.status = 'open' and "
        "t.kind = 'building' and t.round_id = (select id from round where "
        "district_id = :same_district order by year desc limit 1)",
        district_, district_);
  }

  const std::set<SchoolId>& open_schools() {
    if (!open_schools_) {
      open_schools_.emplace();
      for (const auto& check : checks_) {
        if (check.key != "pupils_counted") continue;  // it has looked at every open school
        for (const auto& slot : check.slots) open_schools_->insert(*slot.school_id);
      }
    }
    return *open_schools_;
  }

  db::Tx& tx_;
  const DistrictId& district_;
  const Date today_;
  toolkit::Packs& packs_;
  std::vector<Check> checks_;
  std::optional<std::set<SchoolId>> open_schools_;
};

}  // namespace

std::vector<Check> read_checks(db::Tx& tx, const DistrictId& district, const Date& today,
                               toolkit::Packs& packs) {
  return Reader(tx, district, today, packs).read();
}

std::vector<SignalMonth> months_since(db::Tx& tx, const DistrictId& district,
                                      const std::string& month) {
  return tx.rows_of<SignalMonth>(district, "and month >= :month order by month, signal", month);
}

void keep(db::Tx& tx, const DistrictId& district, const SignalMonth& row) {
  tx.run(
      "insert into signal_month (district_id, month, signal, score, updated_at) values "
      "(:district, :month, :signal, :score, :at) on conflict (district_id, month, signal) do "
      "update set score = excluded.score, updated_at = excluded.updated_at",
      district, row.month, row.signal, row.score, row.updated_at);
}

}  // namespace tandem::signals
