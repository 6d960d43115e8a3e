// Checks on how people work together: teams, who decides, barriers, communication, commitments,
// workshops.
#include <algorithm>
#include <set>

#include "communication/rules.hpp"
#include "org/org.hpp"
#include "signals/reading.hpp"
#include "team/service.hpp"

namespace tandem::signals {
namespace {

constexpr std::chrono::days kActive{60};  // a school's people have done something since

struct SchoolRow {
  SchoolId id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(SchoolRow, (), (id, name))
struct PlaceRow {
  std::string school;  // empty: the district
};
BOOST_DESCRIBE_STRUCT(PlaceRow, (), (school))
struct WordRow {
  std::string word;
};
BOOST_DESCRIBE_STRUCT(WordRow, (), (word))

// Of open schools, or of the district; goes behind a where.
const std::string kTakesPart =
    "(school_id is null or school_id in (select id from school where district_id = :of_schools "
    "and status = 'open'))";

std::set<std::string> places(Reading& r, const std::string& table) {
  std::set<std::string> found;
  for (auto& row : r.tx.all<PlaceRow>("select distinct coalesce(school_id, '') from " + table +
                                          " where district_id = :district",
                                      r.district)) {
    found.insert(std::move(row.school));
  }
  return found;
}

void teams(Reading& r, toolkit::Packs& packs, const std::vector<SchoolRow>& schools) {
  Check complete{"team_complete", Kind::engagement, 2, {}};
  Check charge{"team_charge", std::nullopt, 1, {}};
  Check voices{"voices_at_table", std::nullopt, 1, {}};
  Check decisions{"team_decisions", Kind::coordination, 1, {}};
  Check procedures{"team_procedures", Kind::coordination, 1, {}};
  const auto decided = places(r, "decision");
  const auto described = places(r, "team_procedure");
  for (const auto& team : team::teams(r.tx, r.district, packs)) {
    const bool there = !team.school_id ||
                       std::any_of(schools.begin(), schools.end(),
                                   [&](const auto& school) { return school.id == team.school_id; });
    if (!there) continue;
    const auto link = "/teams/" + team.id.value;
    const auto place = team.school_id ? team.school_id->value : "";
    const auto list = "/decisions" + (place.empty() ? "" : "?school=" + place);
    complete.slots.push_back({team.name, team.school_id, link, team.complete});
    charge.slots.push_back({team.name, team.school_id, link, !team.charge.empty()});
    decisions.slots.push_back({team.name, team.school_id, list, decided.count(place) > 0});
    procedures.slots.push_back({team.name, team.school_id, list, described.count(place) > 0});
    if (team.school_id) continue;
    for (const std::string who : {"school", "board", "community"}) {
      voices.slots.push_back(
          {who, std::nullopt, link,
           std::any_of(team.members.begin(), team.members.end(),
                       [&](const auto& m) { return m.represents.value == who; })});
    }
  }
  for (auto* check : {&complete, &charge, &voices, &decisions, &procedures}) {
    r.add(std::move(*check));
  }
  r.add("skill_there", Kind::potential, 1, "/teams/{}",
        "select k.title, t.school_id, t.id, case when k.state = 'present' then 1 else 0 end from "
        "team_skill k join team t on t.district_id = k.district_id and t.id = k.team_id where "
        "k.district_id = :district and " +
            kTakesPart,
        r.district, r.district);
  r.add("decision_heard", std::nullopt, 1, "/decisions?school={school}",
        "select title, school_id, id, case when consulted <> '' then 1 else 0 end from decision "
        "where district_id = :district and " +
            kTakesPart,
        r.district, r.district);
}

void barriers(Reading& r) {
  r.add("barrier_answered", Kind::engagement, 2, "/barriers/{}",
        "select title, school_id, id, case when reply is not null then 1 else 0 end from barrier "
        "where district_id = :district and raised_at is not null and " +
            kTakesPart,
        r.district, r.district);
  r.add("barrier_answered_for", Kind::potential, 1, "/barriers/{}",
        "select title, school_id, id, case when approach <> '' and (owner_id is not null or "
        "owner_name <> '') then 1 else 0 end from barrier where district_id = :district and "
        "status in ('open', 'doing') and " +
            kTakesPart,
        r.district, r.district);
  r.add("barrier_on_time", Kind::potential, 1, "/barriers/{}",
        "select title, school_id, id, case when status = 'resolved' then 1 else 0 end from barrier "
        "where district_id = :district and due_on < :today and status <> 'dropped' and " +
            kTakesPart,
        r.district, r.today, r.district);
}

void communication(Reading& r, const std::vector<SchoolRow>& schools) {
  Check done{"communication_done", Kind::engagement, 1, {}};
  std::set<SchoolId> telling;
  bool community = false;
  for (const auto& row :
       r.tx.rows_of<communication::Communication>(r.district, "and " + kTakesPart, r.district)) {
    if (row.school_id) telling.insert(*row.school_id);
    community = community || (row.reach == communication::Reach::community && row.done_until &&
                              *row.done_until >= r.year_ago);
    const auto standing = communication::standing_of(row, row.done_until, r.today);
    if (!standing.due_on && !row.done_until) continue;  // its first day is to come
    done.slots.push_back(
        {row.title, row.school_id, "/communication/" + row.id.value, !standing.due_on});
  }
  r.add(std::move(done));
  Check tells{"school_tells", Kind::engagement, 1, {}};
  for (const auto& school : schools) {
    tells.slots.push_back({school.name, school.id, "/communication?school=" + school.id.value,
                           telling.count(school.id) > 0});
  }
  r.add(std::move(tells));
  const bool page =
      r.tx.number("select enabled from public_page where district_id = :district", r.district) > 0;
  r.add({"public_told",
         Kind::engagement,
         1,
         {{"public_page", std::nullopt, "/documents", page},
          {"community_told", std::nullopt, "/communication?reach=community", community}}});
}

void commitments(Reading& r) {
  const std::string link = "/commitments?school={school}#{}";
  r.add("commitment_acknowledged", Kind::engagement, 1, link,
        "select title, school_id, id, case when acknowledged_at is not null then 1 else 0 end "
        "from commitment where district_id = :district and " +
            kTakesPart,
        r.district, r.district);
  r.add("commitment_reviewed", Kind::engagement, 1, link,
        "select title, school_id, id, case when outcome is not null then 1 else 0 end from "
        "commitment where district_id = :district and due_on < :today and " +
            kTakesPart,
        r.district, r.today, r.district);
  r.add("commitment_both_ways", std::nullopt, 1, "/commitments?school={}",
        "select name, id, id, case when (select count(distinct c.direction) from commitment c "
        "where c.district_id = s.district_id and c.school_id = s.id) = 2 then 1 else 0 end from "
        "school s where s.district_id = :district and s.status = 'open'",
        r.district);
}

// Of the last year: whether the district met in a workshop, rated the continuum and kept minutes,
// and which sides were in the room.
void workshops(Reading& r) {
  const std::string held =
      "(select id from workshop where district_id = :owner and state = 'ended' and ended_at >= "
      ":since)";
  const auto count = [&](const std::string& from, const auto&... binds) {
    return r.tx.number("select count(*) from " + from, binds...) > 0;
  };
  const bool met =
      count("workshop where district_id = :district and state = 'ended' and ended_at >= :since",
            r.district, r.year_ago);
  const bool rated = count("continuum_session where district_id = :district and held_on >= :since",
                           r.district, r.year_ago);
  const bool minutes =
      count("workshop_minutes where district_id = :district and workshop_id in " + held, r.district,
            r.district, r.year_ago);
  r.add({"workshop_held",
         Kind::engagement,
         1,
         {{"held", std::nullopt, "/workshops", met},
          {"rated", std::nullopt, "/continuum", rated},
          {"minutes", std::nullopt, "/workshops", minutes}}});
  std::set<std::string> sides;
  for (auto& row : r.tx.all<WordRow>(
           "select distinct side from workshop_seat where district_id = :district and workshop_id "
           "in " +
               held,
           r.district, r.district, r.year_ago)) {
    sides.insert(std::move(row.word));
  }
  Check voices{"workshop_voices", std::nullopt, 1, {}};
  for (const std::string side : {"district", "school", "community"}) {
    if (met) voices.slots.push_back({side, std::nullopt, "/workshops", sides.count(side) > 0});
  }
  r.add(std::move(voices));
}

void active_schools(Reading& r) {
  const auto since = Date::from(r.today.day() - kActive);
  r.add("school_active", Kind::engagement, 1, "/plan/schools/{}",
        "select s.name, s.id, s.id, case when (select a.at from audit_entry a where "
        "a.district_id = s.district_id and a.school_id = s.id order by a.seq desc limit 1) >= "
        ":since then 1 else 0 end from school s where s.district_id = :district and "
        "s.status = 'open'",
        since, r.district);
}

}  // namespace

void read_together(Reading& r, toolkit::Packs& packs) {
  const auto schools = r.tx.all<SchoolRow>(
      "select id, name from school where district_id = :district and status = 'open'", r.district);
  teams(r, packs, schools);
  barriers(r);
  communication(r, schools);
  commitments(r);
  workshops(r);
  active_schools(r);
}

}  // namespace tandem::signals
