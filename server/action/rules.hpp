// What follows for a template's action items when it is accepted again, and the cursor of the
// list. Pure.
#pragma once

#include "action/action.hpp"
#include "record/due.hpp"

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

using record::kNoDue;
using record::pattern_of;
using record::Place;
using record::place_of;
std::string cursor_of(const ActionItem& last);

}  // namespace tandem::action
