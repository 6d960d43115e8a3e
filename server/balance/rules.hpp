// The rules of templates: what one asks, when it is complete, how it goes from state to state,
// and what becomes action items. Pure.
#pragma once

#include <memory>

#include "action/rules.hpp"
#include "balance/balance.hpp"

namespace tandem::balance {

// What a template of one kind asks, as its pack says: the rows are the functions of its
// columns (building and collaborative, or district and collaborative), and the fields of each.
class Form {
 public:
  Form(std::shared_ptr<const toolkit::Pack> pack, Kind kind);

  [[nodiscard]] const std::vector<const toolkit::Function*>& rows() const { return rows_; }
  [[nodiscard]] const toolkit::Field* field(std::string_view id) const;  // null: not asked
  [[nodiscard]] bool asks(std::string_view function_id) const;
  [[nodiscard]] const std::vector<toolkit::Field>& fields() const;

 private:
  std::shared_ptr<const toolkit::Pack> pack_;
  const toolkit::Template* form_;  // null if the pack has none of this kind
  std::vector<const toolkit::Function*> rows_;
};

// The answers of one template: function -> field -> answer.
using Sheet = std::map<std::string, std::map<std::string, AnswerValue>>;
template <class A>
Sheet sheet_of(const std::vector<A>& answers) {
  Sheet sheet;
  for (const A& answer : answers) {
    sheet[answer.function_id][answer.field] = {{answer.value}, answer.person_id};
  }
  return sheet;
}

// 404 for a function or field that the form does not have; 422 for an answer that its field
// cannot take. Empty is always right: a draft may be taken back.
Result<void> check_answer(const Form& form, const std::string& function_id,
                          const std::string& field, const AnswerFields& answer);

// What has to be there before it can be submitted: every function rated, and for one to be
// strengthened or created what will be done. Each with its place, /functions/<function>/<field>.
std::vector<FieldError> missing(const Form& form, const Sheet& sheet);
// answered == total exactly where nothing is missing.
Progress progress(const Form& form, const Sheet& sheet);
std::vector<FunctionStatus> statuses(const Form& form, const Sheet& sheet);
// In the form's order, what is empty left out.
std::vector<SubmittedAnswer> snapshot(const Form& form, const Sheet& sheet);
// An action item for each function to be strengthened or created.
std::vector<action::Planned> planned(const Form& form, const Sheet& sheet);

enum class Step { submit, withdraw, give_back, accept, reopen };

constexpr bool can_be_edited(State state) {
  return state == State::draft || state == State::returned;
}
// Where a step leads, or 409. decided_before: whether any of its submissions was ever returned
// or accepted; one that is withdrawn after that goes back to returned, not to draft.
Result<State> next_state(Kind kind, State state, Step step, bool decided_before);

}  // namespace tandem::balance
