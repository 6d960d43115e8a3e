// Checks on the plan and on what it rests on.
#include "signals/reading.hpp"

namespace tandem::signals {
namespace {

// Where a goal applies, as plan::applies_to() says; schools are kept as a JSON list of ids.
constexpr auto kApplies =
    "s.status = 'open' and (g.all_schools = 1 or g.schools like '%' || s.id || '%') ";

void data_picture(Reading& r) {
  r.add("baseline_district", Kind::data_picture, 2, "/plan/goals/{}",
        "select m.name, null, g.id, case when m.id in (select measure_id from target where "
        "district_id = :district and school_id = '' and baseline is not null) then 1 else 0 end "
        "from measure m join goal g on g.district_id = m.district_id and g.id = m.goal_id "
        "where m.district_id = :same_district and g.status = 'active'",
        r.district, r.district);
  r.add("baseline_schools", Kind::data_picture, 1, "/plan/goals/{}",
        std::string("select m.name, s.id, g.id, case when t.baseline is not null then 1 else 0 "
                    "end from goal g join measure m on m.district_id = g.district_id and "
                    "m.goal_id = g.id join school s on s.district_id = g.district_id left join "
                    "target t on t.district_id = m.district_id and t.measure_id = m.id and "
                    "t.school_id = s.id where g.district_id = :district and g.status = 'active' "
                    "and ") +
            kApplies,
        r.district);
  // Of the newest round. Two checks look at it.
  r.add("template_in", Kind::data_picture, 2, "/templates/{}",
        "select s.name, s.id, t.id, case when t.state in ('submitted', 'accepted') then 1 else 0 "
        "end from template t join school s on s.district_id = t.district_id and "
        "s.id = t.school_id where t.district_id = :district and s.status = 'open' and "
        "t.kind = 'building' and t.round_id = (select id from round where "
        "district_id = :same_district order by year desc limit 1)",
        r.district, r.district);
  r.add("pupils_counted", Kind::data_picture, 1, "/schools",
        "select name, id, id, case when pupils is not null and disadvantaged_pupils is not null "
        "then 1 else 0 end from school where district_id = :district and status = 'open'",
        r.district);
}

void needs(Reading& r) {
  r.add("needs_reported", Kind::data_picture, 2, "/needs/gathered",
        "select name, id, id, case when id in (select school_id from need_report where "
        "district_id = :district) then 1 else 0 end from school where district_id = "
        ":same_district and status = 'open'",
        r.district, r.district);
  r.add("need_has_data", Kind::data_picture, 1, "/needs/{}",
        "select title, school_id, id, case when data_sets <> '[]' or evidence <> '' then 1 else 0 "
        "end from need where district_id = :district and state <> 'set_aside'",
        r.district);
  r.add("need_root_cause", Kind::data_picture, 1, "/needs/{}",
        "select title, school_id, id, case when id in (select need_id from cause where "
        "district_id = :district and root = 1) then 1 else 0 end from need where district_id = "
        ":same_district and kind = 'need' and state <> 'set_aside'",
        r.district, r.district);
}

void coordination(Reading& r) {
  r.add("goal_has_strategy", Kind::coordination, 2, "/plan/goals/{}",
        "select title, null, id, case when id in (select goal_id from strategy where "
        "district_id = :district) then 1 else 0 end from goal where district_id = :same_district "
        "and status = 'active'",
        r.district, r.district);
  r.strategies("strategy_owner", Kind::coordination, 2,
               "(st.owner_id is not null or st.owner_name <> '')");
  r.strategies("strategy_systems", Kind::coordination, 1, "st.systems <> '[]'");
  r.strategies("strategy_evidence", Kind::coordination, 1, "st.evidence_tier <> 'unknown'");
  r.strategies("strategy_steps", Kind::coordination, 1,
               "st.id in (select strategy_id from activity where district_id = :same_district)",
               r.district);
}

void depth_of_the_plan(Reading& r) {
  r.add("initiative_decided", Kind::coordination, 1, "/initiatives",
        "select title, school_id, id, case when decision <> 'undecided' then 1 else 0 end from "
        "initiative where district_id = :district",
        r.district);
  r.strategies("strategy_readiness", Kind::potential, 1,
               "st.id in (select strategy_id from strategy_readiness where district_id = "
               ":same_district)",
               r.district);
  r.add("goal_answers_need", std::nullopt, 1, "/plan/goals/{}",
        "select title, null, id, case when need_id is not null or coalesce(challenge, '') <> '' "
        "then 1 else 0 end from goal where district_id = :district and status = 'active'",
        r.district);
}

void steps(Reading& r) {
  r.add("steps_on_time", Kind::monitoring, 2, "/plan/goals/{}",
        "select a.title, a.school_id, st.goal_id, case when a.status = 'done' then 1 else 0 end "
        "from activity a join strategy st on st.district_id = a.district_id and st.id = "
        "a.strategy_id join goal g on g.district_id = st.district_id and g.id = st.goal_id where "
        "a.district_id = :district and a.due_on < :today and a.status <> 'dropped' and "
        "g.status = 'active'",
        r.district, r.today);
  r.add("steps_owned", Kind::monitoring, 1, "/plan/goals/{}",
        "select a.title, a.school_id, st.goal_id, case when (a.owner_id is not null or "
        "a.owner_name <> '') and a.due_on is not null then 1 else 0 end from activity a join "
        "strategy st on st.district_id = a.district_id and st.id = a.strategy_id join goal g on "
        "g.district_id = st.district_id and g.id = st.goal_id where a.district_id = :district "
        "and a.status in ('not_started', 'in_progress') and g.status = 'active'",
        r.district);
  r.add("actions_on_time", Kind::monitoring, 1, "/actions",
        "select title, school_id, id, case when status = 'done' then 1 else 0 end from "
        "action_item where district_id = :district and coalesce(due_on, '9999-12-31') < :today "
        "and status <> 'dropped'",
        r.district, r.today);
}

void potential(Reading& r) {
  r.strategies("strategy_moving", Kind::potential, 2,
               "st.id in (select strategy_id from activity where district_id = :same_district "
               "and status in ('in_progress', 'done'))",
               r.district);
  r.add("school_steps", Kind::potential, 1, "/plan/schools/{}",
        "select name, id, id, case when id in (select school_id from activity where "
        "district_id = :district and school_id is not null and status <> 'dropped') then 1 else "
        "0 end from school where district_id = :same_district and status = 'open'",
        r.district, r.district);
  r.add("school_target", Kind::potential, 1, "/plan/schools/{}",
        "select name, id, id, case when id in (select school_id from target where district_id = "
        ":district and end_target is not null) then 1 else 0 end from school where district_id = "
        ":same_district and status = 'open'",
        r.district, r.district);
}

void for_the_continuum(Reading& r) {
  r.add("goal_statement", std::nullopt, 1, "/plan/goals/{}",
        "select title, null, id, case when statement <> '' then 1 else 0 end from goal where "
        "district_id = :district and status = 'active'",
        r.district);
  r.add("template_reviewed", std::nullopt, 1, "/templates/{}",
        "select s.name, s.id, t.id, case when t.state in ('returned', 'accepted') then 1 else 0 "
        "end from template t join school s on s.district_id = t.district_id and "
        "s.id = t.school_id where t.district_id = :district and s.status = 'open' and "
        "t.kind = 'building' and t.round_id = (select id from round where "
        "district_id = :same_district order by year desc limit 1)",
        r.district, r.district);
}

}  // namespace

void read_plan(Reading& reading) {
  data_picture(reading);
  needs(reading);
  coordination(reading);
  depth_of_the_plan(reading);
  steps(reading);
  potential(reading);
  for_the_continuum(reading);
}

}  // namespace tandem::signals
