#include "report/board.hpp"

#include <algorithm>

#include "report/figures.hpp"
#include "report/words.hpp"

namespace tandem::report {
namespace {

// What fits on two pages of Letter, with each text cut to what fits on its line or two.
constexpr std::size_t kMostGoals = 12;
constexpr std::size_t kMostLate = 6;
constexpr std::size_t kMostSources = 6;
constexpr std::size_t kMostYears = 4;
constexpr std::size_t kMostSchools = 20;
constexpr std::size_t kTitle = 70;
constexpr std::size_t kShort = 40;

struct Late {
  const plan::Activity* activity = nullptr;
  std::string strategy;
};

bool is_open(const plan::Activity& activity) {
  return activity.status == plan::ActivityStatus::not_started ||
         activity.status == plan::ActivityStatus::in_progress;
}

bool is_late(const plan::Activity& activity, const Date& today) {
  return is_open(activity) && activity.due_on && *activity.due_on < today;
}

std::string more_of(std::size_t all, std::size_t shown, const std::string& what) {
  return all <= shown ? "" : fmt::format("And {} more {} in the full plan.", all - shown, what);
}

class Board {
 public:
  explicit Board(const BoardFacts& facts)
      : facts_(facts.plan), round_(facts.round), names_(facts_) {
    for (const auto& goal : facts_.plan.goals) {
      if (goal.status != plan::GoalStatus::archived) goals_.push_back(&goal);
    }
  }

  Data data() {
    Data top;
    top.set("district", brief(facts_.district_name, kTitle));
    top.set("title", brief(facts_.plan.title, kTitle));
    top.set("years", years_of(facts_.plan));
    top.set("today", day(facts_.today));
    top.set("revision", std::to_string(facts_.plan.revision));
    add_goals(top);
    add_glance(top);
    add_late(top);
    add_money(top);
    add_round(top);
    return top;
  }

 private:
  void add_goals(Data& top) {
    Data rows = list();
    for (std::size_t i = 0; i < goals_.size(); ++i) {
      const auto& goal = *goals_[i];
      const auto counts = count({goal});
      std::size_t late = 0;
      for (const auto& strategy : goal.strategies) {
        for (const auto& activity : strategy.activities) {
          if (!is_late(activity, facts_.today)) continue;
          ++late;
          late_.push_back({&activity, strategy.title});
        }
      }
      all_.all += counts.all - counts.dropped;
      all_.done += counts.done;
      all_.in_progress += counts.in_progress;
      if (i >= kMostGoals) continue;
      Data row("number", std::to_string(i + 1));
      row.set("title", brief(goal.title, kTitle));
      row.set("who", brief(names_.owner(goal), kShort));
      add_measure(row, goal);
      row.set("done", fmt::format("{} of {}", counts.done, counts.all - counts.dropped));
      row.set("late", late == 0 ? flag(false) : Data(std::to_string(late)));
      report::add(rows, std::move(row));
    }
    set_list(top, "goals", std::move(rows));
    top.set("more_goals", text_or_none(more_of(goals_.size(), kMostGoals, "goals")));
  }

  // The first measure that has a target for the district; how many others there are.
  static void add_measure(Data& row, const plan::PlanGoal& goal) {
    row.set("measure", flag(false));
    for (const auto& measure : goal.measures) {
      for (const auto& target : measure.targets) {
        if (!target.school_id.empty()) continue;
        Data shown("name", brief(measure.name, kTitle));
        shown.set("from", target.baseline ? with_unit(target.baseline->value, measure.unit)
                                          : std::string("\u2013"));
        shown.set("to", target.end_target ? with_unit(target.end_target->value, measure.unit)
                                          : std::string("\u2013"));
        shown.set("by", target.end_target ? Data(day(target.end_target->on)) : flag(false));
        const auto others = goal.measures.size() - 1;
        shown.set("others", others == 0 ? flag(false)
                                        : Data(fmt::format("and {} more measure{}", others,
                                                           others == 1 ? "" : "s")));
        row.set("measure", shown);
        return;
      }
    }
  }

  void add_glance(Data& top) const {
    Data glance = list();
    const auto add = [&](std::size_t n, const char* one, const char* many) {
      Data fact("figure", std::to_string(n));
      fact.set("label", std::string(n == 1 ? one : many));
      report::add(glance, std::move(fact));
    };
    add(goals_.size(), "goal", "goals");
    add(static_cast<std::size_t>(all_.all), "activity", "activities");
    add(static_cast<std::size_t>(all_.done), "done", "done");
    add(static_cast<std::size_t>(all_.in_progress), "in progress", "in progress");
    add(late_.size(), "late", "late");
    put(top, "glance", std::move(glance));
  }

  void add_late(Data& top) {
    std::stable_sort(late_.begin(), late_.end(), [](const Late& a, const Late& b) {
      return *a.activity->due_on < *b.activity->due_on;
    });
    Data rows = list();
    for (std::size_t i = 0; i < std::min(late_.size(), kMostLate); ++i) {
      const auto& activity = *late_[i].activity;
      Data row("title", brief(activity.title, kTitle));
      row.set("where", brief(names_.place(activity.school_id), kShort));
      row.set("who", brief(names_.owner(activity), kShort));
      row.set("due", short_span(std::nullopt, activity.due_on));
      report::add(rows, std::move(row));
    }
    set_list(top, "late", std::move(rows));
    top.set("more_late", text_or_none(more_of(late_.size(), kMostLate, "late activities")));
  }

  void add_money(Data& top) const {
    set_over(top, facts_.over);
    MoneyTable all;
    for (const auto* goal : goals_) {
      for (const auto& strategy : goal->strategies) {
        for (const auto& line : strategy.funding)
          all.add(names_.source(line.source_id), line.year, line.amount_cents);
      }
    }
    if (all.rows.empty()) return top.set("money", flag(false));
    std::vector<std::string> order;
    for (const auto& [name, amounts] : all.rows) order.push_back(name);
    std::stable_sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
      return all.row_total(b) < all.row_total(a);
    });
    // The largest by name, the others together: nothing is left out of a total.
    MoneyTable shown;
    for (std::size_t i = 0; i < order.size(); ++i) {
      const bool by_name = order.size() <= kMostSources || i + 1 < kMostSources;
      for (const auto& [year, amount] : all.rows.at(order[i])) {
        const auto column = std::find(all.years.begin(), all.years.end(), year) - all.years.begin();
        const bool own = static_cast<std::size_t>(column) < kMostYears;
        shown.add(by_name ? fmt::format("{:02}{}", i, brief(order[i], kShort)) : "99All others",
                  own ? year : SchoolYear{"Later"}, amount);
      }
    }
    Data money;
    Data years = list();
    Data totals = list();
    for (const auto& year : shown.years) {
      report::add(years, Data("year", year.value));
      report::add(totals, Data("amount", report::money(shown.year_totals.at(year))));
    }
    Data rows = list();
    for (const auto& [key, amounts] : shown.rows) {
      Data row("name", key.substr(2));
      Data cells = list();
      for (const auto& year : shown.years) {
        const auto found = amounts.find(year);
        report::add(cells, Data("amount",
                                found == amounts.end() ? "\u2013" : report::money(found->second)));
      }
      put(row, "amounts", std::move(cells));
      row.set("total", report::money(shown.row_total(key)));
      report::add(rows, std::move(row));
    }
    put(money, "years", std::move(years));
    put(money, "rows", std::move(rows));
    put(money, "totals", std::move(totals));
    money.set("total", report::money(shown.total));
    put(top, "money", std::move(money));
  }

  void add_round(Data& top) const {
    if (!round_) return top.set("round", flag(false));
    std::int64_t buildings = 0;
    std::int64_t accepted = 0;
    std::int64_t submitted = 0;
    std::string missing;
    std::size_t named = 0;
    for (const auto& school : facts_.schools) {
      for (const auto& row : round_->templates) {
        if (row.kind != balance::Kind::building || row.school_id != school.school_id()) continue;
        ++buildings;
        if (row.state == balance::State::accepted) ++accepted;
        else if (row.state == balance::State::submitted) ++submitted;
        else if (++named <= kMostSchools)
          missing += (named == 1 ? "" : ", ") + brief(school.name, kShort);
      }
    }
    if (named > kMostSchools) missing += fmt::format(" and {} more", named - kMostSchools);
    Data round("year", round_->round.year.value);
    round.set("text", fmt::format("Of {} schools, {} {} an accepted building template and {} "
                                  "wait{} for the district's review.",
                                  buildings, accepted, accepted == 1 ? "has" : "have", submitted,
                                  submitted == 1 ? "s" : ""));
    round.set("missing", text_or_none(missing));
    put(top, "round", std::move(round));
  }

  const Facts& facts_;
  const std::optional<balance::Standing>& round_;
  Names names_;
  std::vector<const plan::PlanGoal*> goals_;
  std::vector<Late> late_;
  ActivityCounts all_;
};

}  // namespace

Result<BoardFacts> read_board_facts(db::Tx& tx, const DistrictId& district) {
  TRY(auto facts, read_facts(tx, district, std::nullopt));
  return BoardFacts{std::move(facts), balance::standing(tx, district)};
}

std::string board_html_of(const BoardFacts& facts, const std::optional<Links>& links) {
  Data data = Board(facts).data();
  set_links(data, links);
  return render("board", data);
}

}  // namespace tandem::report
