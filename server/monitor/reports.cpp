#include "monitor/reports.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace tandem::monitor {
namespace {

// What a report is about, in the plan's order.
struct Subject {
  Report report;
  Cycle cycle;
  std::vector<plan::Goal> goals;
  std::vector<plan::Strategy> strategies;
};

template <class R>
void in_order(std::vector<R>& rows) {
  std::sort(rows.begin(), rows.end(), [](const R& a, const R& b) {
    return std::tuple(a.position, a.id) < std::tuple(b.position, b.id);
  });
}

Result<Subject> subject_of(db::Tx& tx, const DistrictId& district, const RecordId& id) {
  Subject subject;
  TRY(subject.report, record::find<Report>(tx, district, id));
  TRY(subject.cycle, record::find<Cycle>(tx, district, subject.report.cycle_id));
  auto goals = tx.rows_of<plan::Goal>(district, "");
  auto strategies = tx.rows_of<plan::Strategy>(district, "");
  in_order(goals);
  in_order(strategies);
  // What was rated stays, also when the plan has moved on.
  std::set<RecordId> said;
  for (const auto& entry : tx.rows_of<Entry>(district, "and report_id = :report", id)) {
    if (!entry.value.empty()) said.insert(entry.strategy_id);
  }
  for (const auto& goal : goals) {
    bool any = false;
    for (const auto& strategy : strategies) {
      if (strategy.goal_id != goal.id) continue;
      const bool wanted = subject.report.state == ReportState::draft &&
                          is_reported(goal, strategy, subject.report.school_id, subject.cycle);
      if (!wanted && said.count(strategy.id) == 0) continue;
      subject.strategies.push_back(strategy);
      any = true;
    }
    if (any) subject.goals.push_back(goal);
  }
  return subject;
}

Problem closed() { return problem::conflict("This report is submitted. Reopen it to change it."); }

// Everything that was measured where this report has a value: what may be shown depends on it.
std::vector<ShownValue> values_of(db::Tx& tx, const DistrictId& district, const RecordId& report) {
  const auto all = tx.rows_of<Value>(
      district,
      "and (measure_id, taken_on) in (select measure_id, taken_on from measure_value where "
      "district_id = :owner and report_id = :report) order by measure_id, taken_on, "
      "coalesce(group_id, ''), id",
      district, report);
  auto rows = shown(all, beside(tx, district, std::nullopt));
  rows.erase(std::remove_if(rows.begin(), rows.end(),
                            [&](const ShownValue& row) { return row.report_id != report; }),
             rows.end());
  return rows;
}

// The history says that a value came or went, and never what it was: it could be of few students.
json::value without_numbers(const Value& value) {
  return json::object{{"measure_id", value.measure_id.value},
                      {"school_id", json::write(value.school_id)},
                      {"taken_on", value.taken_on.value},
                      {"group_id", json::write(value.group_id)}};
}

Result<void> note_state(audit::Change& change, const Report& report, std::int64_t expected,
                        ReportState state) {
  if (report.version != expected) return problem::stale(json::write(report));
  TRY(const auto after, record::update(change, report, [&](Report& row) {
        row.state = state;
        const bool submitted = state == ReportState::submitted;
        row.submitted_at = submitted ? std::optional(change.now) : std::nullopt;
        row.submitted_by = submitted ? change.actor.name : "";
      }));
  change.announce(std::string(kTopic), Report::entity, after.id.value, after.version);
  return {};
}

}  // namespace

Result<ReportView> read_report(db::Tx& tx, const DistrictId& district, const RecordId& id,
                               const Date& today) {
  TRY(auto subject, subject_of(tx, district, id));
  ReportView view{
      subject.report, subject.cycle, standing_of(subject.cycle, subject.report, today), {}, {}, {}};
  std::map<RecordId, std::vector<Entry>> entries;
  for (auto& entry : tx.rows_of<Entry>(district, "and report_id = :report", id)) {
    entries[entry.strategy_id].push_back(std::move(entry));
  }
  std::map<RecordId, std::string> titles;
  for (const auto& goal : subject.goals) titles[goal.id] = goal.title;
  for (const auto& strategy : subject.strategies) {
    view.strategies.push_back({strategy.id, strategy.title, strategy.goal_id,
                               titles.at(strategy.goal_id), std::move(entries[strategy.id])});
  }
  auto measures = tx.rows_of<plan::Measure>(district, "");
  in_order(measures);
  for (const auto& measure : measures) {
    if (titles.count(measure.goal_id) == 0) continue;
    view.measures.push_back({measure.id, measure.goal_id, measure.name, measure.unit});
  }
  view.values = values_of(tx, district, id);
  return view;
}

Result<Entry> save_entry(audit::Change& change, const RecordId& report, const RecordId& strategy,
                         Part part, std::int64_t expected, const EntryFields& fields) {
  TRY(const auto subject, subject_of(change.tx, change.district, report));
  const auto& about = subject.strategies;
  if (std::none_of(about.begin(), about.end(),
                   [&](const plan::Strategy& row) { return row.id == strategy; })) {
    return problem::not_found("strategy in this report");
  }
  const auto before = change.tx.row_of<Entry>(
      change.district, "and report_id = :report and strategy_id = :strategy and part = :part",
      report, strategy, part);
  if ((before ? before->version : 0) != expected) return problem::stale(json::write(before));
  if (subject.report.state == ReportState::submitted) return closed();
  if (const auto fault = part_fault(part, fields.value)) return problem::invalid("/value", *fault);
  if (before && before->value == fields.value.value) return *before;

  Entry after{report,     strategy,         part, fields.value.value, expected + 1,
              change.now, change.actor.name};
  if (before) {
    change.tx.update(
        change.district, after,
        "and report_id = :key_report and strategy_id = :key_strategy and part = :key_part", report,
        strategy, part);
  } else {
    change.tx.insert(change.district, after);
  }
  const std::string id = report.value + "/" + strategy.value + "/" + db::Column<Part>::to(part);
  change.record(Entry::entity, id, subject.report.school_id, json::write(before),
                json::write(after));
  change.announce(std::string(kTopic), Entry::entity, id, after.version);
  return after;
}

Result<ReportView> submit_report(audit::Change& change, const RecordId& id, std::int64_t expected) {
  TRY(const auto subject, subject_of(change.tx, change.district, id));
  if (subject.report.version != expected) return problem::stale(json::write(subject.report));
  if (subject.report.state == ReportState::submitted) {
    return problem::conflict("This report is submitted already.");
  }
  std::vector<RecordId> strategies;
  for (const auto& strategy : subject.strategies) strategies.push_back(strategy.id);
  auto errors = missing_parts(
      strategies, change.tx.rows_of<Entry>(change.district, "and report_id = :report", id));
  if (!errors.empty()) return problem::invalid(std::move(errors));
  CHECK_OK(note_state(change, subject.report, expected, ReportState::submitted));
  return read_report(change.tx, change.district, id, change.now.date());
}

Result<ReportView> reopen_report(audit::Change& change, const RecordId& id, std::int64_t expected) {
  TRY(const auto report, record::find_version<Report>(change.tx, change.district, id, expected));
  if (report.state != ReportState::submitted) {
    return problem::conflict("This report is not submitted.");
  }
  CHECK_OK(note_state(change, report, expected, ReportState::draft));
  return read_report(change.tx, change.district, id, change.now.date());
}

Result<ShownValue> add_value(audit::Change& change, const RecordId& report,
                             const ValueFields& fields) {
  constexpr std::int64_t kMostValues = 500;  // of one report
  TRY(const auto subject, subject_of(change.tx, change.district, report));
  const auto measure =
      change.tx.row_of<plan::Measure>(change.district, "and id = :id", fields.measure_id);
  const bool about =
      measure && std::any_of(subject.goals.begin(), subject.goals.end(),
                             [&](const plan::Goal& goal) { return goal.id == measure->goal_id; });
  if (!about) return problem::invalid("/measure_id", "is not a measure that this report is about");
  auto errors = faults(fields, measure->unit, change.now.date());
  if (fields.group_id) {
    const auto group =
        change.tx.row_of<plan::StudentGroup>(change.district, "and id = :id", *fields.group_id);
    if (!group) errors.push_back({"/group_id", "is not a student group of this district"});
    else if (!group->active) {
      errors.push_back({"/group_id", group->name.value + " is no longer offered"});
    }
  }
  if (!errors.empty()) return problem::invalid(std::move(errors));
  if (subject.report.state == ReportState::submitted) return closed();
  const auto count = change.tx.number(
      "select count(*) from measure_value where district_id = :district and report_id = :report",
      change.district, report);
  if (count >= kMostValues) {
    return problem::invalid("",
                            fmt::format("there is room for {} values and no more", kMostValues));
  }

  Value value;
  static_cast<ValueFields&>(value) = fields;
  value.id = new_id<RecordId>();
  value.created_at = value.updated_at = change.now;
  value.updated_by = change.actor.name;
  value.school_id = subject.report.school_id;
  value.report_id = report;
  const auto same = change.tx.number(
      "select count(*) from measure_value where district_id = :district and measure_id = :measure "
      "and taken_on = :day and coalesce(group_id, '') = :kind and coalesce(school_id, '') = "
      ":school",
      change.district, value.measure_id, value.taken_on, value.group_id.value_or(RecordId{}),
      value.school_id.value_or(SchoolId{}));
  if (same > 0) {
    return problem::conflict(
        "There is a value of that day and group already. Remove it first, if it is wrong.");
  }
  change.tx.insert(change.district, value);
  change.record(Value::entity, value.id.value, value.school_id, nullptr, without_numbers(value));
  change.announce(std::string(kTopic), Value::entity, value.id.value, value.version);
  const auto rows = values_of(change.tx, change.district, report);
  return *std::find_if(rows.begin(), rows.end(),
                       [&](const ShownValue& row) { return row.id == value.id; });
}

Result<void> remove_value(audit::Change& change, const RecordId& id, std::int64_t expected) {
  TRY(const auto value, record::find<Value>(change.tx, change.district, id));
  if (value.version != expected) return problem::stale(without_numbers(value));
  TRY(const auto report, record::find<Report>(change.tx, change.district, value.report_id));
  if (report.state == ReportState::submitted) return closed();
  change.tx.run("delete from measure_value where district_id = :district and id = :id",
                change.district, id);
  change.record(Value::entity, id.value, value.school_id, without_numbers(value), nullptr);
  change.announce(std::string(kTopic), Value::entity, id.value, 0);
  return {};
}

}  // namespace tandem::monitor
