#include "demo/needs_data.hpp"
#include "demo/stage.hpp"
#include "plan/service.hpp"

namespace tandem::demo {
namespace {

class Finder {
 public:
  Finder(Stage& stage, const NeedsData& data) : stage_(stage), data_(data) {}

  Result<void> look(const NeedsOfSchool& place) {
    const std::optional<SchoolId> school = stage_.school(place.school);
    for (const auto& set : place.data) {
      CHECK_OK(add_set(place.by, school, need::Level::building, set));
    }
    for (const auto& row : place.needs) {
      CHECK_OK(add_need(place.by, school, need::Level::building, row, {}));
    }
    return {};
  }

  Result<void> send(const NeedsOfSchool& place) {
    TRY(const auto made, stage_.as(place.by, "reportNeeds", [&](audit::Change& change) {
      return need::report(change, stage_.school(place.school), {{place.note}});
    }));
    for (const auto& row : place.needs) report_of_[row.key] = made.id;
    return {};
  }

  Result<void> gather() {
    const auto& district = data_.district;
    for (const auto& set : district.data) {
      CHECK_OK(add_set(district.by, std::nullopt, need::Level::district, set));
    }
    for (const auto& row : district.needs) {
      std::vector<need::Drawn> drawn;
      for (const auto& key : row.draws) drawn.push_back({report_of_.at(key), ids_.at(key)});
      CHECK_OK(add_need(district.by, std::nullopt, row.level, row, drawn));
    }
    std::int64_t position = 0;
    for (const auto& row : district.causes) {
      need::CauseFields fields;
      fields.position = Position{position += 10};
      fields.statement.value = row.statement;
      fields.evidence.value = row.evidence;
      fields.can_act = row.can_act;
      fields.root = true;
      for (const auto& from : row.from) {
        fields.drawn_from.push_back(
            {report_of_.at(from.at(0)), ids_.at(from.at(0) + "/" + from.at(1))});
      }
      CHECK_OK(stage_.as(district.by, "createCause", [&](audit::Change& change) {
        return need::create_cause(change, ids_.at(row.need), fields);
      }));
    }
    for (const auto& answer : district.answers) {
      CHECK_OK(stage_.as(answer.by, "replaceGoal", [&](audit::Change& change) {
        const auto goal =
            change.tx.row_of<plan::Goal>(change.district, "and title = :title", answer.goal);
        plan::GoalFields fields = goal.value();
        fields.need_id = ids_.at(answer.need);
        return plan::replace_goal(change, goal->id, goal->version, fields);
      }));
    }
    return {};
  }

 private:
  Result<void> add_set(const Key& by, const std::optional<SchoolId>& school, need::Level level,
                       const SetData& data) {
    const need::DataSetFields fields{{data.title}, {data.source},   level,
                                     data.subject, data.components, data.counted,
                                     {data.unit},  data.better,     {data.story}};
    const auto* operation = school ? "createSchoolDataSet" : "createDataSet";
    TRY(const auto made, stage_.as(by, operation, [&](audit::Change& change) {
      return need::create_data_set(change, school, fields);
    }));
    need::DataValues values;
    for (const auto& series : data.series) {
      for (std::size_t i = 0; i < data.days.size(); ++i) {
        need::DataValue value{stage_.day(data.days[i]), {series.category},
                              {series.group},           {},
                              series.values.at(i),      false};
        if (!series.students.empty()) value.students = need::Students{series.students.at(i)};
        values.values.push_back(std::move(value));
      }
    }
    CHECK_OK(stage_.as(by, "replaceDataValues", [&](audit::Change& change) {
      return need::replace_values(change, made.id, made.version, values);
    }));
    ids_[data.key] = made.id;
    return {};
  }

  Result<void> add_need(const Key& by, const std::optional<SchoolId>& school, need::Level level,
                        const NeedData& data, const std::vector<need::Drawn>& drawn) {
    need::NeedFields fields;
    fields.kind = data.kind;
    fields.level = level;
    fields.title.value = data.title;
    fields.subject = data.subject;
    fields.components = data.components;
    fields.who.value = data.who;
    fields.present.value = data.present;
    fields.desired.value = data.desired;
    fields.present_value = data.present_value;
    fields.desired_value = data.desired_value;
    fields.unit.value = data.unit;
    fields.evidence.value = data.evidence;
    for (const auto& key : data.data) fields.data_sets.push_back(ids_.at(key));
    fields.state = data.state;
    fields.challenge.value = data.challenge;
    fields.drawn_from = drawn;
    const auto* operation = school ? "createSchoolNeed" : "createNeed";
    TRY(const auto made, stage_.as(by, operation, [&](audit::Change& change) {
      return need::create_need(change, school, fields);
    }));
    ids_[data.key] = made.id;
    std::int64_t position = 0;
    for (const auto& row : data.causes) {
      need::CauseFields cause;
      cause.method = row.method;
      if (row.parent) cause.parent_id = ids_.at(data.key + "/" + *row.parent);
      cause.bone = row.bone;
      cause.position = Position{position += 10};
      cause.statement.value = row.statement;
      cause.evidence.value = row.evidence;
      cause.can_act = row.can_act;
      cause.root = row.root;
      TRY(const auto added, stage_.as(by, "createCause", [&](audit::Change& change) {
        return need::create_cause(change, made.id, cause);
      }));
      ids_[data.key + "/" + row.key] = added.id;
    }
    return {};
  }

  Stage& stage_;
  const NeedsData& data_;
  std::map<Key, RecordId> ids_;        // of sets and needs, and "need/cause"
  std::map<Key, RecordId> report_of_;  // a school's need
};

}  // namespace

void plan_needs(Stage& stage, const NeedsData& data) {
  const auto finder = std::make_shared<Finder>(stage, data);
  for (const auto& place : data.places) {
    stage.on(place.began, [finder, &place] { return finder->look(place); });
    if (place.reported) stage.on(*place.reported, [finder, &place] { return finder->send(place); });
  }
  stage.on(data.district.began, [finder] { return finder->gather(); });
}

}  // namespace tandem::demo
