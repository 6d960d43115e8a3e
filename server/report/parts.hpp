// What every document is put together from: Mustache data, and the names of things.
#pragma once

#include <kainjow/mustache.hpp>

#include "fund/store.hpp"
#include "report/facts.hpp"

namespace tandem::report {

using Data = kainjow::mustache::data;

Data list();
Data flag(bool on);
// A section that is left out where there is no text.
Data text_or_none(const std::string& text);
// The library copies what is set or appended, with all that is below it: a row of a table in a
// strategy in a goal was copied a dozen times. These move it.
void put(Data& into, const std::string& name, Data value);
void add(Data& list, Data row);
// A list under a heading that is left out with it: {{#name}} ... {{#items}} ... {{/items}} ...
void set_list(Data& into, const std::string& name, Data items);
// Puts {{over}} there: each source that is planned beyond what it has, as {{text}}.
void set_over(Data& into, const std::vector<fund::OverStream>& streams);
// The lines of a text that say something, each as {{line}}.
Data paragraphs(const std::string& text);
// At most so many characters; what was cut off shows.
std::string brief(const std::string& text, std::size_t most);

// The page of this name (pages/<name>.html) with its data and the style sheets put in.
std::string render(const std::string& page, Data& data);

// School years 2026-27 to 2028-29
std::string years_of(const plan::Plan& plan);

// How the facts' ids are called.
class Names {
 public:
  explicit Names(const Facts& facts);
  [[nodiscard]] std::string school(const SchoolId& id) const;
  [[nodiscard]] std::string source(const RecordId& id) const;
  // Of a school's own thing the school, otherwise the district as a whole.
  [[nodiscard]] std::string place(const std::optional<SchoolId>& id) const;
  [[nodiscard]] std::string where(const plan::GoalFields& goal) const;
  // Of a goal, strategy or activity; empty if nobody answers for it.
  [[nodiscard]] std::string owner(const auto& row) const {
    if (row.owner_id) {
      const auto found = facts_.people.find(row.owner_id->value);
      if (found != facts_.people.end()) return found->second;
    }
    return row.owner_name.value;
  }

 private:
  const Facts& facts_;
  std::map<std::string, std::string> schools_;
  std::map<std::string, std::string> sources_;
};

}  // namespace tandem::report
