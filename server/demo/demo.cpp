#include "demo/demo.hpp"

#include <algorithm>

#include "demo/depth.hpp"
#include "demo/money.hpp"
#include "demo/monitor_data.hpp"
#include "demo/needs_data.hpp"
#include "demo/stage.hpp"
#include "demo/work.hpp"
#include "identity/password.hpp"
#include "identity/people.hpp"
#include "org/service.hpp"
#include "team/service.hpp"

namespace tandem::demo {
namespace {

constexpr std::string_view kFirstDay = "-400";  // so that there is a workshop last year
constexpr std::string_view kTeamsDay = "-140";

std::string email_of(const DistrictData& data, const PersonData& person) {
  return person.key + "@" + data.domain;
}

identity::PersonFields fields_of(const Stage& stage, const DistrictData& data,
                                 const PersonData& person) {
  identity::PersonFields fields{{email_of(data, person)}, {person.name}, {person.title}, true, {}};
  for (const auto& role : person.roles)
    fields.grants.push_back({role.role, stage.school(role.school)});
  return fields;
}

// The district, its administrator, schools and people.
Result<void> found(Stage& stage, const DistrictData& data, const std::string& hash) {
  const auto& first = data.people.at(0);
  stage.add_person(first.key, new_id<PersonId>(), first.name);
  const audit::Actor founder{stage.person(first.key).id, first.name};
  stage.district = org::open_district(stage.tx, founder, data.district, org::DistrictKind::district,
                                      "setUp", stage.tick());
  CHECK_OK(stage.as(first.key, "setUp", [&](audit::Change& change) {
    return identity::create_person(change, founder.id, fields_of(stage, data, first), hash);
  }));
  for (const auto& school : data.schools) {
    TRY(const auto made, stage.as(first.key, "createSchool", [&](audit::Change& change) {
      return org::create_school(change, school);
    }));
    stage.add_school(school.key, made.school_id());
  }
  for (std::size_t i = 1; i < data.people.size(); ++i) {
    const auto& person = data.people[i];
    const auto id = new_id<PersonId>();
    stage.add_person(person.key, id, person.name);
    const auto known = person.invited_only.value_or(false) ? std::nullopt : std::optional(hash);
    CHECK_OK(stage.as(first.key, "createPerson", [&](audit::Change& change) {
      return identity::create_person(change, id, fields_of(stage, data, person), known);
    }));
  }
  return {};
}

// Who speaks for a team in the history: its first member with an account.
const Key& speaker_of(const TeamData& team) {
  const auto found =
      std::find_if(team.members.begin(), team.members.end(),
                   [](const MemberData& member) { return member.person.has_value(); });
  return *found->person;
}

Result<void> fill_teams(Stage& stage, const DistrictData& data) {
  const auto teams = team::teams(stage.tx, stage.district, stage.packs);
  for (const auto& wanted : data.teams) {
    const auto school = stage.school(wanted.school);
    const auto team = std::find_if(teams.begin(), teams.end(), [&](const auto& candidate) {
      return candidate.school_id == school;
    });
    std::string charge = data.charge;
    for (const auto& row : data.schools) {
      if (wanted.school == row.key) charge = row.charge;
    }
    const auto& speaker = speaker_of(wanted);
    if (!charge.empty()) {
      CHECK_OK(stage.as(speaker, "replaceTeam", [&](audit::Change& change) {
        return team::replace_team(change, team->id, team->version, {team->name, {charge}});
      }));
    }
    for (const auto& member : wanted.members) {
      team::MemberFields fields{{},
                                {member.name.value_or("")},
                                {member.role},
                                member.represents,
                                member.decision_maker.value_or(false)};
      if (member.person) {
        fields.person_id = stage.person(*member.person).id;
        fields.name.value = stage.person(*member.person).name;
      }
      CHECK_OK(stage.as(speaker, "addMember", [&](audit::Change& change) {
        return team::add_member(change, team->id, fields);
      }));
    }
  }
  return {};
}

std::string role_words(identity::Role role) {
  std::string words = boost::describe::enum_to_string(role, "");
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

Logins logins_of(const Stage& stage, const DistrictData& data) {
  Logins logins{stage.district, data.district.name, std::string(kPassword), {}};
  std::vector<identity::Role> shown;
  for (const auto& person : data.people) {
    const auto role = person.roles.at(0).role;
    if (person.invited_only || std::find(shown.begin(), shown.end(), role) != shown.end()) continue;
    shown.push_back(role);
    std::string what = person.title + ": " + role_words(role);
    for (const auto& school : data.schools) {
      if (person.roles.at(0).school == school.key) what += ", " + school.name.value;
    }
    logins.people.push_back({email_of(data, person), person.name, std::move(what)});
  }
  return logins;
}

}  // namespace

Result<Logins> load(db::Database& database, toolkit::Packs& packs, const Date& today) {
  const auto data = file<DistrictData>("district.json");
  const auto plan = file<PlanData>("plan.json");
  const auto round = file<RoundData>("round.json");
  const auto actions = file<ActionsData>("actions.json");
  const auto depth = file<DepthData>("depth.json");
  const auto workshops = file<WorkshopsData>("workshops.json");
  const auto needs = file<NeedsData>("needs.json");
  const auto work = file<WorkData>("work.json");
  const auto money = file<MoneyData>("money.json");
  const auto monitoring = file<MonitorData>("monitor.json");
  // Once, before the transaction: it takes long on purpose.
  const auto hash = identity::hash_password(kPassword);
  try {
    return database.write([&](db::Tx& tx) -> Result<Logins> {
      Stage stage(tx, packs, today);
      stage.on(kFirstDay, [&] { return found(stage, data, hash); });
      stage.on(kTeamsDay, [&] { return fill_teams(stage, data); });
      plan_plan(stage, plan);
      plan_depth(stage, depth);
      plan_round(stage, round);
      plan_actions(stage, actions);
      plan_public_page(stage, data.people.at(0).key);
      plan_workshops(stage, workshops);
      plan_needs(stage, needs);
      plan_work(stage, work);
      plan_money(stage, money);
      plan_monitoring(stage, monitoring);
      plan_signals(stage);
      CHECK_OK(stage.play());
      return logins_of(stage, data);
    });
  } catch (const db::Duplicate&) {
    return problem::conflict("The demonstration district is there already.");
  }
}

}  // namespace tandem::demo
