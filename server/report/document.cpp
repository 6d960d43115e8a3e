#include "report/document.hpp"

#include <algorithm>

#include "plan/rules.hpp"
#include "report/figures.hpp"
#include "report/parts.hpp"
#include "report/words.hpp"

namespace tandem::report {
namespace {

class Document {
 public:
  explicit Document(const Facts& facts) : facts_(facts), names_(facts) {
    for (const auto& group : facts.plan.student_groups) groups_.emplace(group.id.value, group.name);
    for (const auto& goal : facts.plan.goals) {
      for (const auto& strategy : goal.strategies) {
        for (const auto& activity : strategy.activities)
          activities_.emplace(activity.id.value, activity.title);
      }
      const bool archived = goal.status == plan::GoalStatus::archived;
      // Goals are numbered as in the whole plan, also where only one of them is shown.
      if (!archived) ++numbered_;
      if (facts.goal && goal.id != *facts.goal) continue;
      if (archived && !facts.goal) archived_.push_back(goal);
      else goals_.push_back({goal, archived ? "" : std::to_string(numbered_)});
    }
  }

  Data data() {
    Data top;
    const auto& plan = facts_.plan;
    top.set("title", plan.title.value);
    top.set("district", facts_.district_name);
    top.set("school", facts_.school ? Data(facts_.school->name.value) : flag(false));
    top.set("document_title", document_title());
    top.set("one_goal", flag(facts_.goal.has_value()));
    top.set("years", years_of(plan));
    top.set("today", day(facts_.today));
    top.set("revision", std::to_string(plan.revision));
    set_list(top, "summary", facts_.goal ? list() : paragraphs(plan.summary));
    add_glance(top);
    Data goals = list();
    for (const auto& shown : goals_) report::add(goals, goal_data(shown.goal, shown.number));
    put(top, "goals", std::move(goals));
    top.set("no_goals", flag(goals_.empty()));
    add_money(top);
    Data archived = list();
    for (const auto& goal : archived_) report::add(archived, Data("title", goal.title.value));
    set_list(top, "archived", std::move(archived));
    return top;
  }

 private:
  std::string document_title() const {
    if (facts_.goal && !goals_.empty()) return goals_.front().goal.title;
    return (facts_.school ? facts_.school->name.value + ": " : "") + facts_.plan.title.value;
  }

  void add_glance(Data& top) const {
    std::size_t strategies = 0;
    std::vector<plan::PlanGoal> shown;
    for (const auto& [goal, number] : goals_) {
      strategies += goal.strategies.size();
      shown.push_back(goal);
    }
    const auto activities = count(shown);
    Data facts = list();
    const auto add = [&](std::int64_t n, const std::string& one, const std::string& many) {
      Data fact("figure", std::to_string(n));
      fact.set("label", n == 1 ? one : many);
      report::add(facts, std::move(fact));
    };
    if (!facts_.goal) add(static_cast<std::int64_t>(goals_.size()), "goal", "goals");
    add(static_cast<std::int64_t>(strategies), "strategy", "strategies");
    add(activities.all, "activity", "activities");
    if (!facts_.school && !facts_.goal) {
      const auto open =
          std::count_if(facts_.schools.begin(), facts_.schools.end(),
                        [](const auto& s) { return s.status == org::SchoolStatus::open; });
      add(open, "school", "schools");
    }
    put(top, "glance", std::move(facts));
    top.set("progress",
            activities.all == 0
                ? flag(false)
                : Data(fmt::format("{} of {} activities are done and {} in progress.",
                                   activities.done, activities.all, activities.in_progress)));
  }

  Data goal_data(const plan::PlanGoal& goal, const std::string& number) const {
    Data data;
    data.set("number", text_or_none(number));
    data.set("title", goal.title.value);
    set_list(data, "challenge", paragraphs(goal.challenge ? goal.challenge->value : ""));
    set_list(data, "statement", paragraphs(goal.statement));
    data.set("for_whom", text_or_none(goal.for_whom ? goal.for_whom->value : ""));
    set_list(data, "reasons", reasons_of(goal));
    set_list(data, "findings", findings_of(goal));
    data.set("owner", text_or_none(names_.owner(goal)));
    data.set("time", text_or_none(span(goal.starts_on, goal.ends_on)));
    data.set("where", names_.where(goal));
    data.set("maintenance", flag(goal.status == plan::GoalStatus::maintenance));
    Data measures = list();
    for (const auto& measure : goal.measures) report::add(measures, measure_data(measure));
    set_list(data, "measures", std::move(measures));
    Data strategies = list();
    for (std::size_t i = 0; i < goal.strategies.size(); ++i) {
      report::add(strategies, strategy_data(goal.strategies[i],
                                            number.empty() ? std::to_string(i + 1)
                                                           : fmt::format("{}.{}", number, i + 1)));
    }
    set_list(data, "strategies", std::move(strategies));
    const auto activities = count({goal});
    data.set("progress",
             activities.all == 0
                 ? flag(false)
                 : Data(fmt::format("{} of {} activities are done, {} in progress.",
                                    activities.done, activities.all, activities.in_progress)));
    return data;
  }

  // Why it applies to each building that has said so, by name.
  Data reasons_of(const plan::PlanGoal& goal) const {
    std::map<std::string, std::string> by_name;
    for (const auto& row : goal.reasons) {
      if (!row.reason.empty() && plan::applies_to(goal, row.school_id)) {
        by_name.emplace(names_.school(row.school_id), row.reason.value);
      }
    }
    Data reasons = list();
    for (const auto& [name, reason] : by_name) {
      Data row("who", name);
      row.set("reason", reason);
      report::add(reasons, std::move(row));
    }
    return reasons;
  }

  // What keeps it from being measured, for whoever decides about the plan.
  static Data findings_of(const plan::PlanGoal& goal) {
    Data findings = list();
    for (const auto& finding : goal.findings) {
      std::string text = words_of(finding.kind);
      for (const auto& measure : goal.measures) {
        if (finding.measure_id == measure.id) text = measure.name.value + ": " + text;
      }
      report::add(findings, Data("text", text));
    }
    return findings;
  }

  Data measure_data(const plan::PlanMeasure& measure) const {
    Data data;
    data.set("name", measure.name.value);
    data.set("aim", aim(measure.direction));
    data.set("source", text_or_none(measure.source.value));
    // Those for student groups stand below, with the same columns.
    std::vector<plan::Target> all = measure.targets;
    std::map<const plan::Target*, std::string> of_group;
    for (const auto& row : measure.group_targets) {
      plan::Target target;
      static_cast<plan::TargetFields&>(target) = row;
      target.school_id = row.school_id;
      all.push_back(target);
    }
    const auto columns = columns_of(all);
    Data heads = list();
    for (std::size_t i = 0; i < columns.days.size(); ++i) {
      Data head("label", i == 0                         ? "Start"
                         : i + 1 == columns.days.size() ? "End target"
                                                        : "On the way");
      head.set("day", columns.days[i] ? Data(day(*columns.days[i])) : flag(false));
      report::add(heads, std::move(head));
    }
    put(data, "heads", std::move(heads));

    const auto first_of_groups = measure.targets.size();
    std::vector<const plan::Target*> rows;
    for (std::size_t i = 0; i < all.size(); ++i) {
      rows.push_back(&all[i]);
      if (i < first_of_groups) continue;
      const auto& group = measure.group_targets[i - first_of_groups].group_id;
      const auto name = groups_.find(group.value);
      of_group.emplace(&all[i], name == groups_.end() ? "A student group" : name->second);
    }
    const auto key = [&](const plan::Target* row) {
      const auto group = of_group.find(row);
      return std::tuple(group != of_group.end(), group == of_group.end() ? "" : group->second,
                        row_key(*row));
    };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const auto* a, const auto* b) { return key(a) < key(b); });
    Data targets = list();
    for (const auto* row : rows) {
      const std::string place =
          row->school_id.empty() ? kTheDistrict : names_.school(row->school_id);
      const auto group = of_group.find(row);
      Data target("who", group == of_group.end() ? place : group->second + ", " + place);
      target.set("of_district", flag(row->school_id.empty() && group == of_group.end()));
      Data points = list();
      const auto given = points_of(*row, columns);
      for (std::size_t i = 0; i < given.size(); ++i) {
        Data point("value",
                   given[i] == nullptr ? "\u2013" : with_unit(given[i]->value, measure.unit));
        point.set("day",
                  given[i] != nullptr && !columns.days[i] ? Data(day(given[i]->on)) : flag(false));
        report::add(points, std::move(point));
      }
      put(target, "points", std::move(points));
      report::add(targets, std::move(target));
    }
    set_list(data, "targets", std::move(targets));
    return data;
  }

  // The district first, then the schools by name.
  std::pair<bool, std::string> row_key(const plan::Target& target) const {
    return {!target.school_id.empty(),
            target.school_id.empty() ? "" : lower(names_.school(target.school_id))};
  }

  Data strategy_data(const plan::PlanStrategy& strategy, const std::string& number) const {
    Data data;
    data.set("number", text_or_none(number));
    data.set("title", strategy.title.value);
    set_list(data, "description", paragraphs(strategy.description));
    data.set("owner", text_or_none(names_.owner(strategy)));
    data.set("evidence", text_or_none(evidence(strategy.evidence_tier)));
    std::string systems;
    for (const auto system : strategy.systems)
      systems += (systems.empty() ? "" : ", ") + words_of(system);
    data.set("systems", text_or_none(systems));
    data.set("readiness", text_or_none(strategy.readiness ? words_of(strategy.readiness->verdict)
                                                          : std::string()));
    data.set("stopped", strategy.stopped_on ? Data(day(*strategy.stopped_on)) : flag(false));
    data.set("stopped_why", text_or_none(strategy.stopped_why));
    Data activities = list();
    for (const auto& activity : strategy.activities) {
      Data row("title", activity.title.value);
      set_list(row, "detail", paragraphs(activity.detail));
      row.set("waits", text_or_none(waits_of(activity)));
      row.set("where", names_.place(activity.school_id));
      row.set("owner", names_.owner(activity));
      row.set("time", short_span(activity.starts_on, activity.due_on));
      row.set("status", words_of(activity.status));
      row.set("state", boost::describe::enum_to_string(activity.status, ""));
      report::add(activities, std::move(row));
    }
    set_list(data, "activities", std::move(activities));
    Data lines = list();
    Cents total;
    for (const auto& line : strategy.funding) {
      Data row("source", names_.source(line.source_id));
      row.set("note", text_or_none(line.note.value));
      row.set("where", names_.place(line.school_id));
      row.set("year", line.year.value);
      row.set("amount", money(line.amount_cents));
      report::add(lines, std::move(row));
      total.value += line.amount_cents.value;
    }
    set_list(data, "funding", std::move(lines));
    data.set("total", money(total));
    return data;
  }

  std::string waits_of(const plan::Activity& activity) const {
    if (!activity.waits_for) return "";
    std::string titles;
    for (const auto& id : *activity.waits_for) {
      const auto found = activities_.find(id.value);
      titles += (titles.empty() ? "" : "; ") +
                (found == activities_.end() ? "an activity of another school" : found->second);
    }
    return titles;
  }

  static Data table_of(const MoneyTable& table, const std::string& what,
                       const std::vector<std::string>& order) {
    Data data("what", what);
    Data years = list();
    for (const auto& year : table.years) report::add(years, Data("year", year.value));
    put(data, "years", std::move(years));
    Data rows = list();
    for (const auto& key : order) {
      const auto found = table.rows.find(key);
      if (found == table.rows.end()) continue;
      Data amounts = list();
      for (const auto& year : table.years) {
        const auto amount = found->second.find(year);
        report::add(amounts, Data("amount", amount == found->second.end() ? "\u2013"
                                                                          : money(amount->second)));
      }
      Data row("name", key);
      put(row, "amounts", std::move(amounts));
      row.set("total", money(table.row_total(key)));
      report::add(rows, std::move(row));
    }
    put(data, "rows", std::move(rows));
    Data totals = list();
    for (const auto& year : table.years)
      report::add(totals, Data("amount", money(table.year_totals.at(year))));
    put(data, "totals", std::move(totals));
    data.set("total", money(table.total));
    return data;
  }

  void add_money(Data& top) const {
    MoneyTable by_source;
    MoneyTable by_goal;
    MoneyTable by_place;
    std::vector<std::string> goal_order;
    for (const auto& [goal, number] : goals_) {
      goal_order.push_back((number.empty() ? "" : number + ". ") + goal.title.value);
      for (const auto& strategy : goal.strategies) {
        for (const auto& line : strategy.funding) {
          by_source.add(names_.source(line.source_id), line.year, line.amount_cents);
          by_goal.add(goal_order.back(), line.year, line.amount_cents);
          by_place.add(names_.place(line.school_id), line.year, line.amount_cents);
        }
      }
    }
    top.set("cost", by_source.rows.empty() ? flag(false) : Data(money(by_source.total)));
    std::vector<std::string> source_order;
    for (const auto& [name, amounts] : by_source.rows) source_order.push_back(name);
    std::vector<std::string> place_order{kDistrictWide};
    for (const auto& school : facts_.schools) {
      if (std::find(place_order.begin(), place_order.end(), school.name.value) ==
          place_order.end()) {
        place_order.push_back(school.name);
      }
    }
    Data tables = list();
    report::add(tables, table_of(by_source, "source", source_order));
    if (!facts_.goal) report::add(tables, table_of(by_goal, "goal", goal_order));
    report::add(tables, table_of(by_place, "school", place_order));
    set_list(top, "money", by_source.rows.empty() ? list() : tables);
    set_over(top, facts_.over);
  }

  struct Shown {
    plan::PlanGoal goal;
    std::string number;  // none for an archived one
  };
  const Facts& facts_;
  Names names_;
  int numbered_ = 0;
  std::vector<Shown> goals_;  // all but the archived ones
  std::vector<plan::PlanGoal> archived_;
  std::map<std::string, std::string> groups_;
  std::map<std::string, std::string> activities_;  // titles
};

}  // namespace

Data data_of(const Facts& facts) { return Document(facts).data(); }

std::string html_of(const Facts& facts, const std::optional<Links>& links) {
  Data data = data_of(facts);
  set_links(data, links);
  return render("plan", data);
}

void set_links(Data& data, const std::optional<Links>& links) {
  if (!links) return data.set("links", flag(false));
  Data shown("back", links->back);
  shown.set("pdf", links->pdf);
  data.set("links", shown);
}

}  // namespace tandem::report
