// Workshops of the demonstration district: one held last year and one this year, so that the
// continuum's page has a line to show, and one that is planned.
#include <algorithm>

#include "demo/stage.hpp"
#include "workshop/minutes.hpp"

namespace tandem::demo {
namespace {

using namespace workshop;  // NOLINT(google-build-using-namespace): its words are this file's

class Session {
 public:
  Session(Stage& stage, const WorkshopData& data) : stage_(stage), data_(data) {}

  Result<void> plan() {
    const auto pack = stage_.packs.current(stage_.tx, stage_.district);
    content_ = content_of(*pack);
    WorkshopFields fields;
    fields.title.value = data_.title;
    fields.intro.value = data_.intro;
    fields.anonymous = data_.anonymous;
    fields.smallest_group.value = 3;
    fields.starts_at = Timestamp{stage_.day(data_.on).value + "T14:00:00.000Z"};
    for (std::size_t i = 0; i < data_.groups.size(); ++i) {
      fields.groups.push_back({{"g" + std::to_string(i + 1)}, {data_.groups[i]}});
    }
    // Held: the first two activities. Planned: the third.
    fields.agenda = data_.held ? agenda_of(pack->document, 0, 2) : agenda_of(pack->document, 2, 3);
    for (const auto& item : content_.checklist) fields.ready.push_back({item});
    if (!data_.held) fields.ready.resize(std::min<std::size_t>(2, fields.ready.size()));
    TRY(const auto made, stage_.as(data_.by, "createWorkshop", [&](audit::Change& change) {
      return create(change, stage_.packs, std::nullopt, fields);
    }));
    id_ = made.id;
    return {};
  }

  Result<void> hold() {
    CHECK_OK(lead_on(Command::start, ""));
    for (std::size_t i = 0; i < data_.people.size(); ++i) CHECK_OK(sit(data_.people[i], i));
    CHECK_OK(lead_on(Command::go, "gather-examples"));
    for (const auto& note : data_.notes) CHECK_OK(post(note));
    CHECK_OK(lead_on(Command::go, "pick-outcome"));
    for (std::size_t i = 0; i < seats_.size(); ++i) {
      const auto& person = data_.people[i];
      CHECK_OK(say(i, "pick-outcome", std::string(kPick), person.outcome, person.reason));
    }
    CHECK_OK(lead_on(Command::reveal, ""));
    CHECK_OK(lead_on(Command::go, "rate-rows"));
    for (std::size_t i = 0; i < seats_.size(); ++i) {
      const auto& marks = data_.people[i].marks;
      for (std::size_t row = 0; row < content_.rows.size() && row < marks.size(); ++row) {
        const auto level = static_cast<std::size_t>(marks[row] - '1');
        if (level >= content_.levels.size()) continue;
        const auto& subject = content_.rows[row].id;
        const auto evidence = data_.evidence.find(subject);
        const bool speaks = evidence != data_.evidence.end() && i < evidence->second.size();
        CHECK_OK(say(i, "rate-rows", subject, content_.levels[level].id,
                     speaks ? evidence->second[i] : ""));
      }
    }
    CHECK_OK(lead_on(Command::reveal, ""));
    CHECK_OK(lead_on(Command::go, "compare-ratings"));
    for (const auto& row : data_.consensus) {
      CHECK_OK(stage_.as(data_.by, "setConsensus", [&](audit::Change& change) {
        return set_consensus(change, stage_.packs, id_, row.row, 0,
                             {{row.level}, {row.dissent}, {row.desired}});
      }));
    }
    CHECK_OK(lead_on(Command::go, "plan-shift"));
    for (const auto& item : data_.actions) {
      WorkshopActionFields fields;
      fields.title.value = item.title;
      fields.owner_id = stage_.person(item.owner).id;
      fields.due_on = stage_.day(item.due);
      fields.status = item.status;
      CHECK_OK(stage_.as(data_.by, "createWorkshopAction", [&](audit::Change& change) {
        return create_action(change, stage_.packs, id_, fields);
      }));
    }
    CHECK_OK(lead_on(Command::end, ""));
    CHECK_OK(stage_.as(data_.by, "writeMinutes", [&](audit::Change& change) {
      return write_minutes(change, stage_.packs, id_);
    }));
    return {};
  }

 private:
  // The pack's activities from one to before another.
  static std::vector<AgendaStep> agenda_of(const json::value& document, std::size_t from,
                                           std::size_t to) {
    std::vector<AgendaStep> agenda;
    const auto& activities = document.at("activities").as_array();
    for (std::size_t i = from; i < to && i < activities.size(); ++i) {
      for (const auto& each : activities[i].at("steps").as_array()) {
        AgendaStep step;
        step.id.value = each.at("id").as_string();
        step.activity_id.value = activities[i].at("id").as_string();
        step.step_id = {step.id.value};
        boost::describe::enum_from_string(each.at("kind").as_string().c_str(), step.kind);
        step.title.value = each.at("title").as_string();
        step.minutes.value = each.at("minutes").as_int64();
        for (const auto& prompt : each.at("prompts").as_array()) {
          step.prompts.push_back({std::string(prompt.as_string())});
        }
        if (step.kind == workshop::StepKind::sort) step.by = By::group;
        agenda.push_back(std::move(step));
      }
    }
    return agenda;
  }

  Result<void> lead_on(Command command, const std::string& step) {
    ControlFields fields;
    fields.command = command;
    if (!step.empty()) fields.step = Text<0, 60>{step};
    const auto version = room_row(stage_.tx, stage_.district, id_).version;
    CHECK_OK(stage_.as(data_.by, "controlRoom", [&](audit::Change& change) {
      return control(change, stage_.packs, id_, version, fields);
    }));
    return {};
  }

  audit::Change as_seat() { return {stage_.tx, stage_.district, {}, "demo", stage_.tick()}; }

  Result<void> sit(const SeatData& person, std::size_t number) {
    SeatFields fields;
    fields.name.value = data_.anonymous ? std::string() : person.name;
    fields.side = person.side;
    fields.role = person.role;
    fields.school_id = stage_.school(person.school);
    fields.group_id.value = "g" + std::to_string(number % data_.groups.size() + 1);
    auto change = as_seat();
    TRY(const auto taken, take_seat(change, id_, fields, std::nullopt));
    seats_.push_back(taken.seat.id);
    return {};
  }

  Result<void> say(std::size_t who, const std::string& step, const std::string& subject,
                   const std::string& value, const std::string& text) {
    auto change = as_seat();
    CHECK_OK(save_answer(change, stage_.packs, id_, seats_[who], step, subject, 0,
                         {{value}, {text}, {}}));
    return {};
  }

  Result<void> post(const NoteData& data) {
    auto change = as_seat();
    TRY(const auto note,
        post_note(change, id_, seats_.at(static_cast<std::size_t>(data.who) % seats_.size()),
                  {{"gather-examples"}, {data.subject}, workshop::NoteKind::example, {data.text}}));
    for (std::size_t i = 0; i < std::min(seats_.size(), static_cast<std::size_t>(data.votes));
         ++i) {
      auto voting = as_seat();
      CHECK_OK(vote(voting, id_, seats_[i], note.id, true));
    }
    return {};
  }

  Stage& stage_;
  const WorkshopData& data_;
  Content content_;
  RecordId id_;
  std::vector<RecordId> seats_;
};

}  // namespace

void plan_workshops(Stage& stage, const WorkshopsData& data) {
  for (const auto& each : data.workshops) {
    const auto session = std::make_shared<Session>(stage, each);
    stage.on(each.planned, [session] { return session->plan(); });
    if (each.held) stage.on(each.on, [session] { return session->hold(); });
  }
}

}  // namespace tandem::demo
