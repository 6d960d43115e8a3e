#include <algorithm>

#include "action/service.hpp"
#include "balance/service.hpp"
#include "demo/stage.hpp"

namespace tandem::demo {
namespace {

template <class T>
Result<void> done(const Result<T>& result) {
  if (!result) return result.error();
  return {};
}

// One template while it is filled in, sent and reviewed.
class Sheet {
 public:
  Sheet(Stage& stage, const RoundData& round, const TemplateData& data)
      : stage_(stage), round_(round), data_(data) {}

  void find(const balance::RoundDetail& round) {
    const auto school = stage_.school(data_.school);
    const auto found =
        std::find_if(round.templates.begin(), round.templates.end(),
                     [&](const auto& summary) { return summary.school_id == school; });
    id_ = found->id;
    version_ = found->version;
  }

  Result<void> fill_in() {
    const auto pack = stage_.packs.current(stage_.tx, stage_.district);
    const auto kind = data_.school ? balance::Kind::building : balance::Kind::district;
    const auto rows = pack->rows_of(*pack->template_for(kind));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto& code = data_.answers.at(i);
      if (code == "-") continue;
      const auto& texts = texts_of(rows[i]->id);
      const auto which = static_cast<std::size_t>(code.at(1) - '1');
      const auto& writer = data_.writers[i % data_.writers.size()];
      const auto put = [&](const char* field, const std::string& value) {
        return save(writer, rows[i]->id, field, value, std::nullopt);
      };
      if (code[0] == 'i') {
        CHECK_OK(put("status", "in-place"));
        CHECK_OK(put("evidence", texts.in_place.at(which)));
        continue;
      }
      const auto& chosen = code[0] == 's' ? texts.strengthen.at(which) : texts.create.at(which);
      CHECK_OK(put("status", code[0] == 's' ? "strengthen" : "create"));
      CHECK_OK(put("evidence", chosen.evidence));
      CHECK_OK(put("action", chosen.action));
      const auto& owner = stage_.person(data_.owners[i % data_.owners.size()]);
      CHECK_OK(save(writer, rows[i]->id, "owner", owner.name, owner.id));
      CHECK_OK(put("due", stage_.day(fmt::format("{:+}", static_cast<int>(i) * 11 - 12)).value));
    }
    return {};
  }

  Result<void> take(const StepData& step) {
    const auto keep_version = [&](const Result<balance::TemplateDetail>& result) -> Result<void> {
      if (!result) return result.error();
      version_ = result->version;
      return {};
    };
    switch (step.step) {
      case StepKind::submit:
        return keep_version(stage_.as(step.by, "submitTemplate", [&](audit::Change& change) {
          return balance::submit(change, stage_.packs, id_, version_, step.note.value_or(""));
        }));
      case StepKind::hand_back: {
        std::vector<balance::FunctionComment> comments;
        for (const auto& comment : step.comments.value()) {
          comments.push_back({{comment.function}, {comment.body}});
        }
        return keep_version(stage_.as(step.by, "returnTemplate", [&](audit::Change& change) {
          return balance::give_back(change, stage_.packs, id_, version_, step.message.value(),
                                    comments);
        }));
      }
      case StepKind::accept:
        return keep_version(stage_.as(step.by, "acceptTemplate", [&](audit::Change& change) {
          return balance::accept(change, stage_.packs, id_, version_, step.message.value());
        }));
      case StepKind::comment:
        return done(stage_.as(step.by, "addComment", [&](audit::Change& change) {
          return balance::add_comment(change, stage_.packs, id_, step.function, step.body.value());
        }));
      case StepKind::answer:
        return save(step.by, step.function.value(), step.field.value(), step.value.value(),
                    std::nullopt);
    }
    return {};
  }

 private:
  const FunctionData& texts_of(const std::string& function) const {
    for (const auto* list : {&round_.functions, &round_.district_functions}) {
      for (const auto& texts : *list) {
        if (texts.id == function) return texts;
      }
    }
    throw std::logic_error("content/demo/round.json has no texts for " + function);
  }

  Result<void> save(const Key& who, const std::string& function, const std::string& field,
                    const std::string& value, const std::optional<PersonId>& person) {
    auto& version = versions_[{function, field}];
    TRY(const auto answer, stage_.as(who, "saveAnswer", [&](audit::Change& change) {
      return balance::save_answer(change, stage_.packs, id_, function, field, version,
                                  {{value}, person});
    }));
    version = answer.version;
    return {};
  }

  Stage& stage_;
  const RoundData& round_;
  const TemplateData& data_;
  RecordId id_;
  std::int64_t version_ = 0;
  std::map<std::pair<std::string, std::string>, std::int64_t> versions_;  // of each answer
};

Result<void> add_item(Stage& stage, const ItemData& data) {
  action::ActionItemFields fields{
      {data.title},        {data.detail}, {}, {data.owner_name.value_or("")},
      stage.day(data.due), data.status};
  if (data.owner) {
    fields.owner_id = stage.person(*data.owner).id;
    fields.owner_name.value = stage.person(*data.owner).name;
  }
  if (data.done) fields.status = action::Status::open;
  const auto operation = data.school ? "createSchoolAction" : "createAction";
  TRY(const auto item, stage.as(data.by, operation, [&](audit::Change& change) {
    return action::create(change, stage.school(data.school), fields);
  }));
  if (!data.done) return {};
  stage.on(*data.done, [&stage, &data, fields, item]() mutable {
    fields.status = data.status;
    return done(stage.as(data.by, "replaceAction", [&](audit::Change& change) {
      return action::replace(change, item.id, item.version, fields);
    }));
  });
  return {};
}

Result<void> move_on(Stage& stage, const ProgressData& data) {
  action::Query query;
  query.school_id = stage.school(data.school);
  const auto items = action::list(stage.tx, stage.district, query);
  const auto item = std::find_if(items.begin(), items.end(), [&](const auto& candidate) {
    return candidate.origin_key == data.function;
  });
  if (item == items.end())
    throw std::logic_error("content/demo/actions.json: no item for " + data.function);
  action::ActionItemFields fields = *item;
  fields.status = data.status;
  return done(stage.as(data.by, "replaceAction", [&](audit::Change& change) {
    return action::replace(change, item->id, item->version, fields);
  }));
}

}  // namespace

void plan_round(Stage& stage, const RoundData& data) {
  std::vector<std::shared_ptr<Sheet>> sheets;
  for (const auto& form : data.templates) {
    sheets.push_back(std::make_shared<Sheet>(stage, data, form));
  }
  stage.on(data.opened, [&stage, &data, sheets]() -> Result<void> {
    TRY(const auto round, stage.as(data.opened_by, "openRound", [&](audit::Change& change) {
      return balance::open_round(change, stage.packs,
                                 {SchoolYear::of(stage.today), stage.day(data.due), {}, {}});
    }));
    for (const auto& sheet : sheets) sheet->find(round);
    return {};
  });
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const auto& sheet = sheets[i];
    stage.on(data.templates[i].began, [sheet] { return sheet->fill_in(); });
    for (const auto& step : data.templates[i].steps) {
      stage.on(step.on, [sheet, &step] { return sheet->take(step); });
    }
  }
}

void plan_actions(Stage& stage, const ActionsData& data) {
  for (const auto& item : data.items) {
    stage.on(item.made, [&stage, &item] { return add_item(stage, item); });
  }
  for (const auto& progress : data.progress) {
    stage.on(progress.on, [&stage, &progress] { return move_on(stage, progress); });
  }
}

}  // namespace tandem::demo
