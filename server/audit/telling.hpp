// From what an entry keeps, two JSON texts, to what a person reads. Pure.
#pragma once

#include <map>
#include <set>

#include "audit/entry.hpp"
#include "audit/history.hpp"

namespace tandem::audit {

// The kinds of record that belong to an area.
const std::set<std::string>& entities_of(Area area);

// Names for ids, by the kind of thing the id is of; a kind is looked up only if it is needed.
using Names = std::map<std::string, std::string>;
struct KnownNames {
  Names people;
  Names schools;
  Names sources;
  Names measures;
  Names goals;
  Names strategies;
  Names activities;
  Names groups;
  Names library;
};
enum class Named {
  people,
  schools,
  sources,
  measures,
  goals,
  strategies,
  activities,
  groups,
  library
};
// What the entry refers to by id.
std::set<Named> names_wanted(const Entry& entry);

HistoryEntry tell(const Entry& entry, const KnownNames& names);

}  // namespace tandem::audit
