// What follows for a template's action items when it is accepted again, and the cursor of the
// list. Pure.
#pragma once

#include "action/action.hpp"

namespace tandem::action {

// What one function of a template asks to be done.
struct Planned {
  std::string key;  // the function
  ActionItemFields fields;
  friend bool operator==(const Planned&, const Planned&) = default;
};

struct Reconciled {
  std::vector<Planned> create;
  std::vector<std::pair<ActionItem, ActionItemFields>> update;  // the item, and what it becomes
  std::vector<ActionItem> remove;
};

// A merge of three: what the last acceptance planned (before), what became of its items
// (existing), and what this one plans (now). An item that nobody has touched follows the
// template; one that somebody has edited, or removed, stays as that person left it, unless the
// template now plans something else for a removed one.
Reconciled reconcile(const std::vector<ActionItem>& existing, const std::vector<Planned>& before,
                     const std::vector<Planned>& now);

// A place in the list, which is sorted by due date (those without one last), then by id.
struct Place {
  std::string due;  // a date, or kNoDue
  RecordId id;
};
inline constexpr std::string_view kNoDue = "9999-12-31";

std::string cursor_of(const ActionItem& last);
Result<Place> place_of(const std::string& cursor);  // the list's start for ""; 400 if none of ours

// A pattern for LIKE ... ESCAPE '\' that finds the text anywhere.
std::string pattern_of(std::string_view text);

}  // namespace tandem::action
