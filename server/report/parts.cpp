#include "report/parts.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "report/figures.hpp"
#include "report/words.hpp"

namespace tandem::report {

Data list() { return Data(Data::type::list); }

Data flag(bool on) { return on ? Data(Data::type::bool_true) : Data(Data::type::bool_false); }

Data text_or_none(const std::string& text) { return text.empty() ? flag(false) : Data(text); }

// get() and list_value() give const access to what is not const itself.
void put(Data& into, const std::string& name, Data value) {
  into.set(name, Data());
  const_cast<Data&>(*into.get(name)) = std::move(value);
}

void add(Data& list, Data row) {
  auto& rows = const_cast<std::vector<Data>&>(list.list_value());
  if (rows.size() == rows.capacity()) {  // it would copy them all: its move may throw
    std::vector<Data> larger;
    constexpr std::size_t kFirst = 8;
    larger.reserve(std::max(kFirst, 2 * rows.size()));
    for (auto& one : rows) larger.push_back(std::move(one));
    rows.swap(larger);
  }
  rows.push_back(std::move(row));
}

void set_list(Data& into, const std::string& name, Data items) {
  if (items.is_empty_list()) return into.set(name, flag(false));
  Data under;
  put(under, "items", std::move(items));
  put(into, name, std::move(under));
}

void set_over(Data& into, const std::vector<fund::OverStream>& streams) {
  Data items = list();
  for (const auto& stream : streams) {
    items << Data("text",
                  fmt::format("{}, {}: {} planned, {} available.", stream.name, stream.year.value,
                              money(stream.planned), money(stream.available)));
  }
  set_list(into, "over", items);
}

Data paragraphs(const std::string& text) {
  Data lines = list();
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    if (const auto line = trim(text.substr(at, end - at)); !line.empty()) {
      add(lines, Data("line", line));
    }
    at = end + 1;
  }
  return lines;
}

std::string brief(const std::string& text, std::size_t most) {
  if (count_characters(text) <= most) return text;
  std::string cut;
  std::size_t count = 0;
  for (const char c : text) {
    const bool begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    if (begins && ++count == most) break;
    cut += c;
  }
  return trim(cut) + "\u2026";
}

std::string render(const std::string& page, Data& data) {
  data.set("css", std::string(embedded::file("pages/plan.css")) +
                      std::string(embedded::file("pages/more.css")));
  kainjow::mustache::mustache made{std::string(embedded::file("pages/" + page + ".html"))};
  return made.render(data);
}

std::string years_of(const plan::Plan& plan) {
  const auto first = SchoolYear::of(plan.starts_on).value;
  const auto last = SchoolYear::of(plan.ends_on).value;
  return first == last ? "School year " + first : "School years " + first + " to " + last;
}

Names::Names(const Facts& facts) : facts_(facts) {
  for (const auto& school : facts.schools) schools_.emplace(school.id.value, school.name);
  for (const auto& source : facts.plan.funding_sources)
    sources_.emplace(source.id.value, source.name);
}

std::string Names::school(const SchoolId& id) const {
  const auto found = schools_.find(id.value);
  return found == schools_.end() ? "A school" : found->second;
}

std::string Names::source(const RecordId& id) const {
  const auto found = sources_.find(id.value);
  return found == sources_.end() ? "Other" : found->second;
}

std::string Names::place(const std::optional<SchoolId>& id) const {
  return id ? school(*id) : kDistrictWide;
}

std::string Names::where(const plan::GoalFields& goal) const {
  if (goal.all_schools) return "All schools";
  std::string names;
  std::size_t shown = 0;
  for (const auto& school : facts_.schools) {  // in the order of their names
    const bool named = std::find(goal.schools.begin(), goal.schools.end(), school.school_id()) !=
                       goal.schools.end();
    if (named) names += (shown++ == 0 ? "" : ", ") + school.name.value;
  }
  return shown == 0 ? "No school yet" : names;
}

}  // namespace tandem::report
