#include "demo/work.hpp"

#include <algorithm>

#include "agreement/service.hpp"
#include "barrier/service.hpp"
#include "communication/service.hpp"
#include "demo/stage.hpp"
#include "identity/session.hpp"
#include "team/service.hpp"

namespace tandem::demo {
namespace {

std::optional<Date> day(const Stage& stage, const std::optional<std::string>& text) {
  return text ? std::optional(stage.day(*text)) : std::nullopt;
}

template <class T>
Result<void> done(const Result<T>& result) {
  if (!result) return result.error();
  return {};
}

std::optional<RecordId> goal_called(Stage& stage, const std::optional<std::string>& title) {
  if (!title) return std::nullopt;
  for (const auto& goal : stage.tx.rows_of<plan::Goal>(stage.district, "order by id")) {
    if (goal.title.value == *title) return goal.id;
  }
  throw std::logic_error("content/demo/work.json: no goal " + *title);
}

// ---- Barriers ----------------------------------------------------------------------------------

void plan_barrier(Stage& stage, const BarrierData& data) {
  const auto id = std::make_shared<RecordId>();
  const auto version = [&stage, id] {
    return record::find<barrier::Barrier>(stage.tx, stage.district, *id)->version;
  };
  stage.on(data.made, [&stage, &data, id]() -> Result<void> {
    const auto& owner = stage.person(data.owner);
    const barrier::BarrierFields fields{{data.title},
                                        {data.detail},
                                        data.level,
                                        {data.approach},
                                        goal_called(stage, data.goal),
                                        {},
                                        owner.id,
                                        {owner.name},
                                        day(stage, data.due),
                                        data.status};
    const auto* const operation = data.school ? "createSchoolBarrier" : "createBarrier";
    TRY(const auto made, stage.as(data.by, operation, [&](audit::Change& change) {
      return barrier::create(change, stage.school(data.school), fields);
    }));
    *id = made.id;
    return {};
  });
  if (data.raised) {
    stage.on(data.raised->on, [&stage, &said = *data.raised, id, version] {
      return done(stage.as(said.by, "raiseBarrier", [&](audit::Change& change) {
        return barrier::raise(change, *id, version(), {{said.words}});
      }));
    });
  }
  if (data.reply) {
    stage.on(data.reply->on, [&stage, &said = *data.reply, id, version] {
      return done(stage.as(said.by, "replyToBarrier", [&](audit::Change& change) {
        return barrier::reply(change, *id, version(), {said.reply, {said.words}, {}});
      }));
    });
  }
}

// ---- Communications ----------------------------------------------------------------------------

void plan_communication(Stage& stage, const CommunicationData& data) {
  const auto id = std::make_shared<RecordId>();
  communication::CommunicationFields fields;
  fields.title = {data.title};
  fields.detail = {data.detail};
  fields.audience = {data.audience};
  fields.channel = {data.channel};
  fields.reach = data.reach;
  fields.starts_on = stage.day(data.starts);
  fields.repeats = data.repeats;
  fields.ends_on = day(stage, data.ends);
  stage.on(data.made, [&stage, &data, id, fields]() mutable -> Result<void> {
    fields.owner_id = stage.person(data.owner).id;
    fields.owner_name = {stage.person(data.owner).name};
    const auto* const operation = data.school ? "createSchoolCommunication" : "createCommunication";
    TRY(const auto made, stage.as(data.by, operation, [&](audit::Change& change) {
      return communication::create(change, stage.school(data.school), fields);
    }));
    *id = made.id;
    return {};
  });
  if (!data.done_until) return;
  for (const auto& due :
       communication::days(fields, fields.starts_on, stage.day(*data.done_until))) {
    const auto ago = (due.day() - stage.today.day()).count();
    stage.on(fmt::format("{:+}", ago), [&stage, &data, id, due] {
      return done(stage.as(data.owner, "addDelivery", [&](audit::Change& change) {
        return communication::deliver(change, *id, {due, {data.note.value_or("")}});
      }));
    });
  }
}

// ---- Commitments -------------------------------------------------------------------------------

void plan_commitment(Stage& stage, const CommitmentData& data) {
  const auto id = std::make_shared<RecordId>();
  const auto version = [&stage, id] {
    return record::find<agreement::Commitment>(stage.tx, stage.district, *id)->version;
  };
  const auto grants = [&stage](const Key& who) {
    return identity::grants_in(stage.tx, stage.district, stage.person(who).id);
  };
  stage.on(data.made, [&stage, &data, id, grants]() -> Result<void> {
    const agreement::CommitmentFields fields{
        {data.title}, {data.detail}, data.direction, day(stage, data.due), {}};
    TRY(const auto made, stage.as(data.by, "createCommitment", [&](audit::Change& change) {
      return agreement::make(change, grants(data.by), stage.school(data.school), fields);
    }));
    *id = made.id;
    return {};
  });
  if (data.acknowledged) {
    stage.on(data.acknowledged->on, [&stage, &said = *data.acknowledged, id, version, grants] {
      return done(stage.as(said.by, "acknowledgeCommitment", [&](audit::Change& change) {
        return agreement::acknowledge(change, grants(said.by), *id, version(), {{said.words}});
      }));
    });
  }
  if (data.review) {
    stage.on(data.review->on, [&stage, &said = *data.review, id, version, grants] {
      return done(stage.as(said.by, "reviewCommitment", [&](audit::Change& change) {
        return agreement::review(change, grants(said.by), *id, version(),
                                 {said.outcome, {said.words}});
      }));
    });
  }
}

// ---- Procedures, decisions, skills -------------------------------------------------------------

Result<void> write_down(Stage& stage, const WorkData& data) {
  std::map<Key, RecordId> procedures;
  for (const auto& row : data.procedures) {
    const auto* const operation = row.school ? "createSchoolProcedure" : "createProcedure";
    TRY(const auto made, stage.as(row.by, operation, [&](audit::Change& change) {
      return agreement::create_procedure(
          change, stage.school(row.school),
          {{row.title}, {row.body}, {row.applies_to}, day(stage, row.reviewed)});
    }));
    procedures[row.key] = made.id;
  }
  for (const auto& row : data.decisions) {
    agreement::DecisionFields fields{{row.title},
                                     row.decided_by,
                                     {row.how},
                                     {row.consulted},
                                     {row.informed},
                                     {},
                                     row.covers.value_or(std::vector<agreement::PlanChange>{})};
    if (row.procedure) fields.procedure_id = procedures.at(*row.procedure);
    const auto* const operation = row.school ? "createSchoolDecision" : "createDecision";
    CHECK_OK(stage.as(row.by, operation, [&](audit::Change& change) {
      return agreement::create_decision(change, stage.school(row.school), fields);
    }));
  }
  const auto teams = team::teams(stage.tx, stage.district, stage.packs);
  for (const auto& row : data.skills) {
    const auto school = stage.school(row.school);
    const auto team = std::find_if(teams.begin(), teams.end(),
                                   [&](const auto& one) { return one.school_id == school; });
    team::SkillFields fields{{row.title}, {}, {row.learn}, day(stage, row.due), row.state};
    for (const auto& name : row.held_by) fields.held_by.push_back({name});
    CHECK_OK(stage.as(row.by, "addSkill", [&](audit::Change& change) {
      return team::add_skill(change, team->id, fields);
    }));
  }
  return {};
}

}  // namespace

void plan_work(Stage& stage, const WorkData& data) {
  stage.on(data.agreed, [&stage, &data] { return write_down(stage, data); });
  for (const auto& row : data.barriers) plan_barrier(stage, row);
  for (const auto& row : data.communications) plan_communication(stage, row);
  for (const auto& row : data.commitments) plan_commitment(stage, row);
}

}  // namespace tandem::demo
