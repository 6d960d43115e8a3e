#include "balance/service.hpp"

#include "action/service.hpp"

namespace tandem::balance {
namespace {

// A template, the round it is part of, and what it asks.
struct Opened {
  TemplateRow row;
  Round round;
  Form form;
};

Result<Opened> opened(db::Tx& tx, Packs& packs, const DistrictId& district,
                      std::optional<TemplateRow> row) {
  if (!row) return problem::not_found(std::string(TemplateRow::entity));
  TRY(Round round, record::find<Round>(tx, district, row->round_id));
  Form form = form_of(tx, packs, district, round.pack_id, round.pack_version, row->kind);
  return Opened{std::move(*row), std::move(round), std::move(form)};
}

TemplateDetail detail_of(db::Tx& tx, const DistrictId& district, const Opened& it) {
  TemplateDetail detail;
  static_cast<TemplateRow&>(detail) = it.row;
  detail.year = it.round.year;
  detail.due_on = it.round.due_on;
  detail.pack_id = it.round.pack_id;
  detail.pack_version = it.round.pack_version;
  detail.answers = answers_of(tx, district, it.row.id);
  detail.progress = progress(it.form, sheet_of(detail.answers));
  detail.comments = comments_of(tx, district, it.row.id);
  detail.history = history_of(tx, district, it.row.id);
  return detail;
}

// The template for a change of its state, held against everybody else who would change it.
Result<Opened> hold(audit::Change& change, Packs& packs, const RecordId& id,
                    std::int64_t expected) {
  TRY(auto it,
      opened(change.tx, packs, change.district, lock_template(change.tx, change.district, id)));
  if (it.row.version != expected) {
    return problem::stale(json::write(detail_of(change.tx, change.district, it)));
  }
  return it;
}

// Writes the new state, tells of it, and gives the template as it is then.
template <class Edit>
Result<TemplateDetail> moved(audit::Change& change, Opened it, State state, Edit&& edit) {
  TRY(it.row, record::update(change, it.row, [&](TemplateRow& row) {
        row.state = state;
        edit(row);
      }));
  for (const auto& topic : {"template:" + it.row.id.value, std::string("rounds")}) {
    change.announce(topic, TemplateRow::entity, it.row.id.value, it.row.version);
  }
  return detail_of(change.tx, change.district, it);
}
Result<TemplateDetail> moved(audit::Change& change, Opened it, State state) {
  return moved(change, std::move(it), state, [](TemplateRow&) {});
}

std::string name_of(const TemplateRow& row, std::int64_t number) {
  return row.id.value + "/" + std::to_string(number);
}

Comment comment(audit::Change& change, const TemplateRow& row,
                const std::optional<std::string>& function_id, const std::string& body) {
  Comment made{new_id<RecordId>(), function_id,       row.submissions, body,
               change.actor.id,    change.actor.name, change.now};
  add(change.tx, change.district, row.id, made);
  change.record(Comment::entity, made.id.value, row.school_id, nullptr, json::write(made));
  change.announce("template:" + row.id.value, Comment::entity, made.id.value, 1);
  return made;
}

// Notes what was decided about the latest submission, and gives that.
Submission decided(audit::Change& change, const TemplateRow& row, Decision decision,
                   const std::string& message) {
  auto submission = find_submission(change.tx, change.district, row.id, row.submissions);
  if (!submission) throw std::logic_error("a submitted template has no submission");
  SubmissionEntry& entry = *submission;
  const auto before = json::write(entry);
  decide(change, row.id, row.submissions, decision, message);
  entry.decision = decision;
  entry.message = message;
  entry.decided_by = change.actor.name;
  entry.decided_at = change.now;
  change.record(SubmissionEntry::entity, name_of(row, entry.number), row.school_id, before,
                json::write(entry));
  return std::move(*submission);
}

// Action items for what the submitted sheet plans, in place of what the one before planned.
void plan_actions(audit::Change& change, const Opened& it, std::int64_t number,
                  const Sheet& sheet) {
  const auto before = sheet_of(answers_followed_before(change.tx, change.district, it.row, number));
  action::follow_template(change, it.row.id, it.row.school_id, planned(it.form, before),
                          planned(it.form, sheet));
}

Answer answer_in(const Place& place, const std::string& function_id, const std::string& field) {
  return {function_id,     field,         place.value,
          place.person_id, place.version, place.updated_at.value_or(place.created_at),
          place.updated_by};
}

}  // namespace

Result<TemplateDetail> template_detail(db::Tx& tx, Packs& packs, const DistrictId& district,
                                       const RecordId& id) {
  TRY(const auto it,
      opened(tx, packs, district, tx.row_of<TemplateRow>(district, "and id = :id", id)));
  return detail_of(tx, district, it);
}

Result<Answer> save_answer(audit::Change& change, Packs& packs, const RecordId& template_id,
                           const std::string& function_id, const std::string& field,
                           std::int64_t expected, const AnswerFields& fields) {
  const auto find = [&] {
    return find_place(change.tx, change.district, template_id, function_id, field);
  };
  const auto place = find();
  if (!place) return problem::not_found(std::string(TemplateRow::entity));
  const auto form =
      form_of(change.tx, packs, change.district, place->pack_id, place->pack_version, place->kind);
  if (!form.asks(function_id) || form.field(field) == nullptr) return problem::not_found("field");
  if (!can_be_edited(place->state)) {
    return problem::conflict("This template cannot be edited now: it is " +
                             db::Column<State>::to(place->state) + ".");
  }
  const Answer before = answer_in(*place, function_id, field);
  if (before.version != expected) return problem::stale(json::write(before));
  CHECK_OK(check_answer(form, function_id, field, fields));
  if (fields.person_id != before.person_id) {
    CHECK_OK(action::check_person(change.tx, change.district, fields.person_id, "/person_id"));
  }
  const bool is_new = before.version == 0;
  if (!is_new && fields.value.value == before.value && fields.person_id == before.person_id) {
    return before;
  }
  const Answer after{function_id,        field,      fields.value,     fields.person_id,
                     before.version + 1, change.now, change.actor.name};
  if (!put(change.tx, change.district, template_id, after, expected)) {
    return problem::stale(json::write(answer_in(find().value(), function_id, field)));
  }
  const auto name = function_id + "/" + field;
  change.record(Answer::entity, template_id.value + "/" + name, place->school_id,
                is_new ? json::value(nullptr) : json::write(before), json::write(after));
  change.announce("template:" + template_id.value, Answer::entity, name, after.version);
  return after;
}

Result<TemplateDetail> submit(audit::Change& change, Packs& packs, const RecordId& id,
                              std::int64_t expected, const std::string& note) {
  TRY(auto it, hold(change, packs, id, expected));
  TRY(const State state, next_state(it.row.kind, it.row.state, Step::submit, false));
  const auto sheet = sheet_of(answers_of(change.tx, change.district, id));
  if (auto errors = missing(it.form, sheet); !errors.empty()) {
    return problem::invalid(std::move(errors));
  }
  Submission made;
  made.number = it.row.submissions + 1;
  made.note = note;
  made.submitted_by = change.actor.name;
  made.submitted_at = change.now;
  made.answers = snapshot(it.form, sheet);
  add(change.tx, change.district, id, made, statuses(it.form, sheet));
  change.record(SubmissionEntry::entity, name_of(it.row, made.number), it.row.school_id, nullptr,
                json::write(static_cast<const SubmissionEntry&>(made)));
  if (it.row.kind == Kind::district) plan_actions(change, it, made.number, sheet);
  return moved(change, std::move(it), state, [](TemplateRow& row) { row.submissions += 1; });
}

Result<TemplateDetail> withdraw(audit::Change& change, Packs& packs, const RecordId& id,
                                std::int64_t expected) {
  TRY(auto it, hold(change, packs, id, expected));
  const bool decided_before = was_decided_before(change.tx, change.district, id);
  TRY(const State state, next_state(it.row.kind, it.row.state, Step::withdraw, decided_before));
  return moved(change, std::move(it), state);
}

Result<TemplateDetail> give_back(audit::Change& change, Packs& packs, const RecordId& id,
                                 std::int64_t expected, const std::string& message,
                                 const std::vector<FunctionComment>& comments) {
  TRY(auto it, hold(change, packs, id, expected));
  TRY(const State state, next_state(it.row.kind, it.row.state, Step::give_back, false));
  std::vector<FieldError> errors;
  for (std::size_t i = 0; i < comments.size(); ++i) {
    if (it.form.asks(comments[i].function_id.value)) continue;
    errors.push_back(
        {"/comments/" + std::to_string(i) + "/function_id", "is no function of this template"});
  }
  if (!errors.empty()) return problem::invalid(std::move(errors));
  decided(change, it.row, Decision::returned, message);
  for (const auto& each : comments) comment(change, it.row, each.function_id.value, each.body);
  return moved(change, std::move(it), state);
}

Result<TemplateDetail> accept(audit::Change& change, Packs& packs, const RecordId& id,
                              std::int64_t expected, const std::string& message) {
  TRY(auto it, hold(change, packs, id, expected));
  TRY(const State state, next_state(it.row.kind, it.row.state, Step::accept, false));
  const auto submission = decided(change, it.row, Decision::accepted, message);
  plan_actions(change, it, submission.number, sheet_of(submission.answers));
  return moved(change, std::move(it), state);
}

Result<TemplateDetail> reopen(audit::Change& change, Packs& packs, const RecordId& id,
                              std::int64_t expected, const std::string& message) {
  TRY(auto it, hold(change, packs, id, expected));
  TRY(const State state, next_state(it.row.kind, it.row.state, Step::reopen, true));
  comment(change, it.row, std::nullopt, message);
  return moved(change, std::move(it), state);
}

Result<Comment> add_comment(audit::Change& change, Packs& packs, const RecordId& template_id,
                            const std::optional<std::string>& function_id,
                            const std::string& body) {
  TRY(const auto it,
      opened(change.tx, packs, change.district,
             change.tx.row_of<TemplateRow>(change.district, "and id = :id", template_id)));
  if (function_id && !it.form.asks(*function_id)) {
    return problem::invalid("/function_id", "is no function of this template");
  }
  return comment(change, it.row, function_id, body);
}

Result<Submission> submission(db::Tx& tx, const DistrictId& district, const RecordId& template_id,
                              std::int64_t number) {
  auto found = find_submission(tx, district, template_id, number);
  if (!found) return problem::not_found("submission");
  return std::move(*found);
}

}  // namespace tandem::balance
