#include "report/monitoring.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "report/figures.hpp"
#include "report/run_chart.hpp"
#include "report/words.hpp"

namespace tandem::report {
namespace {

using monitor::Part;
using monitor::Standing;
using monitor::Track;

constexpr const char* kFewStudents = "not shown: fewer than 10 students";

std::string words_of(Standing standing) {
  switch (standing) {
    case Standing::missing:
      return "Missing";
    case Standing::late:
      return "Late";
    case Standing::waiting:
      return "Open";
    case Standing::upcoming:
      return "To come";
    case Standing::submitted_late:
      return "In, late";
    case Standing::submitted:
      return "In";
  }
  return "";
}

std::string words_of(Track track) {
  switch (track) {
    case Track::off_track:
      return "Off track";
    case Track::behind:
      return "Behind";
    case Track::on_track:
      return "On track";
    case Track::reached:
      return "Reached";
    case Track::too_early:
      return "Too early to say";
    case Track::no_value:
      return "Not measured";
    case Track::hidden:
      return "Not shown";
    case Track::no_targets:
      return "No targets";
  }
  return "";
}

std::string words_of(monitor::AdjustmentStatus status) {
  switch (status) {
    case monitor::AdjustmentStatus::proposed:
      return "Proposed";
    case monitor::AdjustmentStatus::accepted:
      return "Accepted";
    case monitor::AdjustmentStatus::declined:
      return "Declined";
  }
  return "";
}

std::string words_of_fidelity(const std::string& value) {
  static const std::map<std::string, std::string> kWords = {
      {"0", "Not begun"}, {"1", "Begun"}, {"2", "In part"}, {"3", "Mostly"}, {"4", "As meant"}};
  const auto found = kWords.find(value);
  return found == kWords.end() ? "" : found->second;
}

std::string words_of_recommendation(const std::string& value) {
  static const std::map<std::string, std::string> kWords = {
      {"keep", "Continue as it is"}, {"adjust", "Adjust it"}, {"stop", "Stop it"}};
  const auto found = kWords.find(value);
  return found == kWords.end() ? "" : found->second;
}

std::optional<std::int64_t> whole(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool all = error == std::errc{} && end == text.data() + text.size();
  return all ? std::optional(number) : std::nullopt;
}

bool is_in(Standing standing) {
  return standing == Standing::submitted || standing == Standing::submitted_late;
}

// What one report says of one strategy.
using Said = std::map<Part, std::string>;

class Document {
 public:
  explicit Document(const MonitoringFacts& facts) : facts_(facts) {
    for (const auto& school : facts.schools) names_.emplace(school.id.value, school.name);
    for (const auto& goal : facts.goals) goals_.emplace(goal.id, &goal);
    for (const auto& entry : facts.entries) {
      if (!entry.value.empty()) said_[entry.report_id][entry.strategy_id][entry.part] = entry.value;
    }
  }

  Data data() {
    Data top;
    top.set("title", std::string("Monitoring report"));
    top.set("district", facts_.district_name);
    top.set("school", facts_.school ? Data(facts_.school->name.value) : flag(false));
    top.set("document_title",
            "Monitoring report " + facts_.cycles.year.value + ": " +
                (facts_.school ? facts_.school->name.value : facts_.district_name));
    top.set("years", "School year " + facts_.cycles.year.value);
    top.set("today", day(facts_.today));
    add_cycles(top);
    add_strategies(top);
    add_track(top);
    add_measures(top);
    add_meaning(top);
    add_adjustments(top);
    return top;
  }

 private:
  [[nodiscard]] std::string name(const std::optional<SchoolId>& school) const {
    if (!school) return kTheDistrict;
    const auto found = names_.find(school->value);
    return found == names_.end() ? "A school" : found->second;
  }
  // Whether a place belongs on this report at all.
  [[nodiscard]] bool is_of(const std::optional<SchoolId>& place) const {
    return !facts_.school || place == std::optional(facts_.school->school_id());
  }
  [[nodiscard]] bool is_of_own(const std::optional<SchoolId>& place) const {
    return facts_.school ? is_of(place) : !place;
  }

  // ---- Who reported -----------------------------------------------------------------------------

  void add_cycles(Data& top) const {
    Data cycles = list();
    Data heads = list();
    std::size_t in = 0;
    std::size_t late = 0;
    std::size_t due = 0;
    for (const auto& cycle : facts_.cycles.items) {
      std::array<std::size_t, 6> counts{};
      std::size_t all = 0;
      std::string standing;
      for (const auto& report : cycle.reports) {
        if (!is_of(report.school_id)) continue;
        ++all;
        ++counts[static_cast<std::size_t>(report.standing)];
        standing = words_of(report.standing);
        if (report.standing != Standing::upcoming) ++due;
        if (is_in(report.standing)) ++in;
        if (report.standing == Standing::late || report.standing == Standing::missing) ++late;
      }
      const auto count = [&](Standing one) { return counts[static_cast<std::size_t>(one)]; };
      Data row("name", cycle.name.value);
      row.set("opens", short_day(cycle.opens_on));
      row.set("due", short_day(cycle.due_on));
      row.set("in", fmt::format("{} of {}",
                                count(Standing::submitted) + count(Standing::submitted_late), all));
      row.set("came_late", std::to_string(count(Standing::submitted_late)));
      row.set("late", std::to_string(count(Standing::late)));
      row.set("missing", std::to_string(count(Standing::missing)));
      row.set("standing", standing);
      report::add(cycles, std::move(row));
      report::add(heads, Data("name", cycle.name.value));
    }
    set_list(top, "cycles", std::move(cycles));
    top.set("one_school", flag(facts_.school.has_value()));
    top.set("reported",
            due == 0
                ? flag(false)
                : Data(fmt::format("{} of {} report{} {} in{}.", in, due, due == 1 ? "" : "s",
                                   in == 1 ? "is" : "are",
                                   late == 0 ? "" : fmt::format("; {} late or missing", late))));
    if (facts_.school || facts_.cycles.items.empty()) return top.set("grid", flag(false));
    Data rows = list();
    const auto add = [&](const std::optional<SchoolId>& place) {
      Data cells = list();
      bool any = false;
      for (const auto& cycle : facts_.cycles.items) {
        const auto found = std::find_if(cycle.reports.begin(), cycle.reports.end(),
                                        [&](const auto& one) { return one.school_id == place; });
        any = any || found != cycle.reports.end();
        Data cell("words",
                  found == cycle.reports.end() ? std::string("\u2013") : words_of(found->standing));
        cell.set("bad",
                 flag(found != cycle.reports.end() &&
                      (found->standing == Standing::late || found->standing == Standing::missing)));
        report::add(cells, std::move(cell));
      }
      if (!any) return;
      Data row("who", name(place));
      put(row, "cells", std::move(cells));
      report::add(rows, std::move(row));
    };
    add(std::nullopt);
    for (const auto& school : facts_.schools) add(school.school_id());
    Data grid("heads", heads);
    put(grid, "rows", std::move(rows));
    put(top, "grid", std::move(grid));
  }

  // ---- How strategies are carried out ----------------------------------------------------------

  struct Reach {
    std::int64_t reached = 0;
    std::int64_t expected = 0;
    std::int64_t students = 0;
    bool any_students = false;
    bool few = false;
    void add(const Said& said) {
      const auto number = [&](Part part) {
        const auto found = said.find(part);
        return found == said.end() ? std::nullopt : whole(found->second);
      };
      if (const auto adults = number(Part::adults_reached)) reached += *adults;
      if (const auto adults = number(Part::adults_expected)) expected += *adults;
      if (const auto found = said.find(Part::students_reached); found != said.end()) {
        any_students = true;
        if (found->second == monitor::kFew) few = true;
        else students += whole(found->second).value_or(0);
      }
    }
    [[nodiscard]] std::string adults() const {
      return expected == 0 ? std::string("\u2013") : fmt::format("{} of {}", reached, expected);
    }
    // Where one school has few, a sum over the others tells nothing of them.
    [[nodiscard]] std::string pupils() const {
      if (!any_students) return "\u2013";
      if (students == 0) return few ? "fewer than 10 each" : "0";
      return (few ? "at least " : "") + number(static_cast<double>(students));
    }
  };

  void add_strategies(Data& top) const {
    Data shown = list();
    for (const auto& strategy : facts_.strategies) {
      const auto goal = goals_.find(strategy.goal_id);
      if (goal == goals_.end()) continue;
      Data rows = list();
      for (const auto& cycle : facts_.cycles.items) {
        std::array<std::size_t, 5> levels{};
        std::size_t rated = 0;
        std::int64_t sum = 0;
        Reach reach;
        std::string evidence;
        for (const auto& report : cycle.reports) {
          if (!is_of(report.school_id)) continue;
          const auto* said = said_in(report.id, strategy.id);
          if (said == nullptr) continue;
          reach.add(*said);
          if (const auto found = said->find(Part::evidence); found != said->end()) {
            evidence = found->second;
          }
          const auto level =
              said->count(Part::fidelity) > 0 ? whole(said->at(Part::fidelity)) : std::nullopt;
          if (!level || *level < 0 || *level > 4) continue;
          ++levels[static_cast<std::size_t>(*level)];
          ++rated;
          sum += *level;
        }
        if (rated == 0) continue;
        Data row("cycle", cycle.name.value);
        if (facts_.school) {
          row.set("fidelity", words_of_fidelity(std::to_string(sum)));
          set_list(row, "evidence", paragraphs(evidence));
        } else {
          row.set("fidelity", fmt::format("{:.1f} of 4",
                                          static_cast<double>(sum) / static_cast<double>(rated)));
          row.set("evidence", flag(false));
        }
        row.set("rated", std::to_string(rated));
        row.set("mostly", std::to_string(levels[3] + levels[4]));
        row.set("part", std::to_string(levels[1] + levels[2]));
        row.set("none", std::to_string(levels[0]));
        row.set("adults", reach.adults());
        row.set("students", reach.pupils());
        report::add(rows, std::move(row));
      }
      if (rows.is_empty_list()) continue;
      Data one("title", strategy.title.value);
      one.set("goal", goal->second->title.value);
      one.set("one_school", flag(facts_.school.has_value()));
      put(one, "rows", std::move(rows));
      report::add(shown, std::move(one));
    }
    set_list(top, "strategies", std::move(shown));
  }

  [[nodiscard]] const Said* said_in(const RecordId& report, const RecordId& strategy) const {
    const auto of_report = said_.find(report);
    if (of_report == said_.end()) return nullptr;
    const auto found = of_report->second.find(strategy);
    return found == of_report->second.end() ? nullptr : &found->second;
  }

  // ---- Where measures stand ---------------------------------------------------------------------

  static std::string value_of(const monitor::ShownValue& value, const std::string& unit) {
    if (!value.value) return kFewStudents;
    std::string text = with_unit(*value.value, unit);
    if (value.low && value.high) {
      text += fmt::format(" ({}\u2013{})", number(std::round(*value.low)),
                          number(std::round(*value.high)));
    }
    return text;
  }

  static std::string latest_of(const monitor::Place& place, const std::string& unit) {
    return place.latest ? value_of(*place.latest, unit) : std::string("\u2013");
  }

  void add_track(Data& top) const {
    Data rows = list();
    for (const auto& measure : facts_.measures) {
      std::map<Track, std::size_t> counts;
      const monitor::Place* own = nullptr;
      for (const auto& place : measure.places) {
        if (place.school_id) ++counts[place.track];
        if (is_of_own(place.school_id)) own = &place;
      }
      if (own == nullptr) continue;
      Data row("name", measure.name);
      row.set("goal", measure.goal_title);
      row.set("latest", latest_of(*own, measure.unit));
      row.set("expected",
              own->expected ? with_unit(*own->expected, measure.unit) : std::string("\u2013"));
      row.set("end", own->targets.end_target
                         ? with_unit(own->targets.end_target->value, measure.unit)
                         : std::string("\u2013"));
      row.set("track", words_of(own->track));
      row.set("good", flag(own->track == Track::on_track || own->track == Track::reached));
      row.set("chance", flag(own->could_be_chance));
      std::string schools;
      for (const auto track : {Track::reached, Track::on_track, Track::behind, Track::off_track,
                               Track::too_early, Track::hidden, Track::no_value}) {
        if (counts[track] == 0) continue;
        schools += fmt::format("{}{} {}", schools.empty() ? "" : ", ", counts[track],
                               lower(words_of(track)));
      }
      row.set("schools", schools.empty() ? std::string("\u2013") : schools);
      report::add(rows, std::move(row));
    }
    set_list(top, "track", std::move(rows));
  }

  void add_measures(Data& top) const {
    Data shown = list();
    for (const auto& measure : facts_.measures) {
      const monitor::Place* own = nullptr;
      for (const auto& place : measure.places) {
        if (is_of_own(place.school_id)) own = &place;
      }
      if (own == nullptr) continue;
      Data one("name", measure.name);
      one.set("goal", measure.goal_title);
      one.set("aim", aim(measure.direction));
      const auto chart = run_chart(*own, measure.unit);
      one.set("chart", text_or_none(chart));
      one.set("words", own->values.empty() ? flag(false) : Data(chart_words(own->chart)));
      Data values = list();
      for (const auto& value : own->values) {
        Data row("day", short_day(value.taken_on));
        row.set("value", value_of(value, measure.unit));
        row.set("n", value.n ? number(static_cast<double>(*value.n)) : std::string("\u2013"));
        report::add(values, std::move(row));
      }
      set_list(one, "values", std::move(values));
      Data places = list();
      for (const auto& place : measure.places) {
        if (facts_.school || !place.school_id || place.track == Track::no_targets) continue;
        Data row("who", name(place.school_id));
        row.set("latest", latest_of(place, measure.unit));
        row.set("expected",
                place.expected ? with_unit(*place.expected, measure.unit) : std::string("\u2013"));
        row.set("track", words_of(place.track));
        row.set("good", flag(place.track == Track::on_track || place.track == Track::reached));
        report::add(places, std::move(row));
      }
      set_list(one, "places", std::move(places));
      report::add(shown, std::move(one));
    }
    set_list(top, "measures", std::move(shown));
  }

  // ---- What teams make of it --------------------------------------------------------------------

  // The newest cycle in which a place said something of a strategy counts.
  void add_meaning(Data& top) const {
    Data shown = list();
    for (const auto& strategy : facts_.strategies) {
      std::map<std::optional<SchoolId>, std::pair<std::string, const Said*>> newest;
      for (const auto& cycle : facts_.cycles.items) {  // the newest last
        for (const auto& report : cycle.reports) {
          if (!is_of(report.school_id)) continue;
          const auto* said = said_in(report.id, strategy.id);
          if (said != nullptr && (said->count(Part::meaning) > 0 || said->count(Part::advice) > 0 ||
                                  said->count(Part::recommendation) > 0)) {
            newest[report.school_id] = {cycle.name, said};
          }
        }
      }
      Data rows = list();
      std::map<std::string, std::size_t> asked;
      const auto add = [&](const std::optional<SchoolId>& place) {
        const auto found = newest.find(place);
        if (found == newest.end()) return;
        const auto& [cycle, said] = found->second;
        const auto part = [&, &words = *said](Part one) {
          const auto at = words.find(one);
          return at == words.end() ? std::string() : at->second;
        };
        Data row("who", name(place));
        row.set("cycle", cycle);
        set_list(row, "meaning", paragraphs(part(Part::meaning)));
        set_list(row, "advice", paragraphs(part(Part::advice)));
        const auto wish = words_of_recommendation(part(Part::recommendation));
        if (!wish.empty()) ++asked[wish];
        row.set("wish", text_or_none(wish));
        report::add(rows, std::move(row));
      };
      add(std::nullopt);
      for (const auto& school : facts_.schools) add(school.school_id());
      if (rows.is_empty_list()) continue;
      std::string tally;
      for (const auto& [wish, count] : asked) {
        tally += fmt::format("{}{}: {}", tally.empty() ? "" : "; ", wish, count);
      }
      Data one("title", strategy.title.value);
      one.set("tally", facts_.school ? flag(false) : text_or_none(tally));
      put(one, "rows", std::move(rows));
      report::add(shown, std::move(one));
    }
    set_list(top, "meaning", std::move(shown));
  }

  void add_adjustments(Data& top) const {
    std::map<RecordId, std::string> titles;
    for (const auto& strategy : facts_.strategies) titles[strategy.id] = strategy.title;
    Data rows = list();
    for (const auto& adjustment : facts_.adjustments) {
      Data row("title", adjustment.title.value);
      row.set("strategy", titles[adjustment.strategy_id]);
      row.set("where", name(adjustment.school_id));
      set_list(row, "reason", paragraphs(adjustment.reason));
      row.set("status", words_of(adjustment.status));
      row.set("decided", adjustment.decided_at
                             ? Data(fmt::format("{}, {}", adjustment.decided_by,
                                                short_day(adjustment.decided_at->date())))
                             : flag(false));
      set_list(row, "decision", paragraphs(adjustment.decision));
      report::add(rows, std::move(row));
    }
    set_list(top, "adjustments", std::move(rows));
  }

  const MonitoringFacts& facts_;
  std::map<std::string, std::string> names_;
  std::map<RecordId, const plan::Goal*> goals_;
  std::map<RecordId, std::map<RecordId, Said>> said_;  // by report and strategy
};

}  // namespace

std::string monitoring_html_of(const MonitoringFacts& facts, const std::optional<Links>& links) {
  Data data = Document(facts).data();
  set_links(data, links);
  return render("monitoring", data);
}

}  // namespace tandem::report
