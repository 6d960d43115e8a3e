#include "balance/rules.hpp"

#include <algorithm>

namespace tandem::balance {
namespace {

// These keys mean the same in every pack: content/README.md, "Writing your own".
constexpr std::string_view kStatus = "status";
constexpr std::string_view kAction = "action";
constexpr std::string_view kOwner = "owner";
constexpr std::string_view kDue = "due";

const AnswerValue* answer_to(const Sheet& sheet, const std::string& function,
                             std::string_view field) {
  const auto row = sheet.find(function);
  if (row == sheet.end()) return nullptr;
  const auto answer = row->second.find(std::string(field));
  return answer == row->second.end() ? nullptr : &answer->second;
}

std::string value_of(const Sheet& sheet, const std::string& function, std::string_view field) {
  const AnswerValue* const answer = answer_to(sheet, function, field);
  return answer == nullptr ? std::string{} : answer->value.value;
}

bool needs_action(const std::string& status) {
  return status == "strengthen" || status == "create";
}

std::vector<FieldError> missing_in(const Form& form, const Sheet& sheet,
                                   const std::string& function) {
  std::vector<FieldError> errors;
  const auto status = value_of(sheet, function, kStatus);
  const auto lacks = [&](std::string_view field, std::string detail) {
    errors.push_back({"/functions/" + function + "/" + std::string(field), std::move(detail)});
  };
  if (form.field(kStatus) != nullptr && status.empty()) lacks(kStatus, "has to be rated");
  if (form.field(kAction) != nullptr && needs_action(status) &&
      value_of(sheet, function, kAction).empty()) {
    lacks(kAction, "needs what will be done");
  }
  return errors;
}

// The text, or as much of its start as fits, with a mark that there was more.
std::string cut(const std::string& text, std::size_t most) {
  if (count_characters(text) <= most) return text;
  std::size_t characters = 0;
  std::size_t end = 0;
  for (; end < text.size(); ++end) {
    const bool starts_one = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U;
    if (starts_one && ++characters == most) break;
  }
  return trim(std::string_view(text).substr(0, end)) + "…";
}

action::ActionItemFields item_of(const Sheet& sheet, const std::string& function) {
  constexpr std::size_t kTitle = 300;
  constexpr std::size_t kDetail = 4000;
  constexpr std::size_t kOwnerName = 200;
  action::ActionItemFields fields;
  const auto what = value_of(sheet, function, kAction);
  fields.title.value = cut(trim(what.substr(0, what.find('\n'))), kTitle);
  if (fields.title.value != what) fields.detail.value = cut(what, kDetail);
  if (const AnswerValue* const owner = answer_to(sheet, function, kOwner)) {
    fields.owner_id = owner->person_id;
    fields.owner_name.value = cut(owner->value, kOwnerName);
  }
  fields.due_on = Date::parse(value_of(sheet, function, kDue));
  return fields;
}

std::string options_of(const toolkit::Field& field) {
  std::string list;
  for (const auto& option : field.options.value_or(std::vector<toolkit::Option>{})) {
    list += (list.empty() ? "" : ", ") + option.id;
  }
  return list;
}

bool is_option(const toolkit::Field& field, const std::string& value) {
  return field.options && std::any_of(field.options->begin(), field.options->end(),
                                      [&](const auto& option) { return option.id == value; });
}

}  // namespace

Form::Form(std::shared_ptr<const toolkit::Pack> pack, Kind kind)
    : pack_(std::move(pack)), form_(pack_->template_for(kind)) {
  if (form_ != nullptr) rows_ = pack_->rows_of(*form_);
}

const toolkit::Field* Form::field(std::string_view id) const {
  return form_ == nullptr ? nullptr : form_->field(id);
}

const std::vector<toolkit::Field>& Form::fields() const {
  static const std::vector<toolkit::Field> kNone;
  return form_ == nullptr ? kNone : form_->fields;
}

bool Form::asks(std::string_view function_id) const {
  return std::any_of(rows_.begin(), rows_.end(),
                     [&](const auto* function) { return function->id == function_id; });
}

Result<void> check_answer(const Form& form, const std::string& function_id,
                          const std::string& field_id, const AnswerFields& answer) {
  const toolkit::Field* const field = form.field(field_id);
  if (field == nullptr || !form.asks(function_id)) return problem::not_found("field");
  const auto& value = answer.value.value;
  std::vector<FieldError> errors;
  const auto fault = [&](std::string detail) { errors.push_back({"/value", std::move(detail)}); };
  constexpr std::int64_t kName = 200;
  const auto most = field->kind == toolkit::FieldKind::text     ? field->max_length.value_or(8000)
                    : field->kind == toolkit::FieldKind::person ? kName
                                                                : 8000;
  if (const auto length = static_cast<std::int64_t>(count_characters(value)); length > most) {
    fault("has " + std::to_string(length) + " characters; at most " + std::to_string(most) +
          " fit");
  }
  if (!value.empty() && field->kind == toolkit::FieldKind::choice && !is_option(*field, value)) {
    fault("must be one of: " + options_of(*field));
  }
  if (!value.empty() && field->kind == toolkit::FieldKind::date && !Date::parse(value)) {
    fault("must be a date, YYYY-MM-DD");
  }
  if (answer.person_id && field->kind != toolkit::FieldKind::person) {
    errors.push_back({"/person_id", "is only for a field that asks for a person"});
  }
  if (!errors.empty()) return problem::invalid(std::move(errors));
  return {};
}

std::vector<FieldError> missing(const Form& form, const Sheet& sheet) {
  std::vector<FieldError> errors;
  for (const auto* function : form.rows()) {
    auto more = missing_in(form, sheet, function->id);
    std::move(more.begin(), more.end(), std::back_inserter(errors));
  }
  return errors;
}

Progress progress(const Form& form, const Sheet& sheet) {
  Progress result;
  for (const auto* function : form.rows()) {
    ++result.total;
    if (missing_in(form, sheet, function->id).empty()) ++result.answered;
  }
  return result;
}

std::vector<FunctionStatus> statuses(const Form& form, const Sheet& sheet) {
  std::vector<FunctionStatus> result;
  for (const auto* function : form.rows()) {
    auto& entry = result.emplace_back(FunctionStatus{function->id, std::nullopt});
    if (auto status = value_of(sheet, function->id, kStatus); !status.empty()) {
      entry.status = std::move(status);
    }
  }
  return result;
}

std::vector<SubmittedAnswer> snapshot(const Form& form, const Sheet& sheet) {
  std::vector<SubmittedAnswer> result;
  for (const auto* function : form.rows()) {
    for (const auto& field : form.fields()) {
      const AnswerValue* const answer = answer_to(sheet, function->id, field.id);
      if (answer == nullptr || (answer->value.empty() && !answer->person_id)) continue;
      result.push_back({function->id, field.id, answer->value, answer->person_id});
    }
  }
  return result;
}

std::vector<action::Planned> planned(const Form& form, const Sheet& sheet) {
  std::vector<action::Planned> result;
  for (const auto* function : form.rows()) {
    if (!needs_action(value_of(sheet, function->id, kStatus))) continue;
    if (value_of(sheet, function->id, kAction).empty()) continue;
    result.push_back({function->id, item_of(sheet, function->id)});
  }
  return result;
}

Result<State> next_state(Kind kind, State state, Step step, bool decided_before) {
  const bool district = kind == Kind::district;
  switch (step) {
    case Step::submit:
      if (can_be_edited(state)) return district ? State::completed : State::submitted;
      return problem::conflict(district ? "This template is completed already."
                                        : "This template was submitted already.");
    case Step::withdraw:
      if (state == State::submitted) return decided_before ? State::returned : State::draft;
      return problem::conflict("Only a submission that nobody has decided about can be withdrawn.");
    case Step::give_back:
      if (state == State::submitted) return State::returned;
      return problem::conflict("Only a template that is submitted can be returned.");
    case Step::accept:
      if (state == State::submitted) return State::accepted;
      return problem::conflict("Only a template that is submitted can be accepted.");
    case Step::reopen:
      if (state == State::accepted) return State::returned;
      if (state == State::completed) return State::draft;
      return problem::conflict("Only an accepted or completed template can be reopened.");
  }
  throw std::logic_error("no such step");
}

}  // namespace tandem::balance
