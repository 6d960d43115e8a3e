#include "demo/monitor_data.hpp"
#include "demo/stage.hpp"
#include "monitor/cycles.hpp"
#include "monitor/reports.hpp"

namespace tandem::demo {
namespace {

using monitor::Part;

class Monitoring {
 public:
  Monitoring(Stage& stage, const MonitorData& data) : stage_(stage), data_(data) {}

  void plan(const std::shared_ptr<Monitoring>& self) {
    for (const auto& cycle : data_.cycles) {
      stage_.on(cycle.made, [self, &cycle] { return self->set(cycle); });
      for (const auto& report : cycle.reports) {
        stage_.on(report.on, [self, &cycle, &report] { return self->write(cycle, report); });
      }
    }
    for (const auto& row : data_.adjustments) {
      stage_.on(row.on, [self, &row] { return self->propose(row); });
      if (row.decided) stage_.on(*row.decided, [self, &row] { return self->decide(row); });
    }
    for (const auto& row : data_.learning) {
      stage_.on(row.on, [self, &row] { return self->learn(row); });
    }
    for (const auto& row : data_.evaluations) {
      stage_.on(row.on, [self, &row] { return self->judge(row); });
    }
  }

 private:
  template <class T>
  static Result<void> done(const Result<T>& result) {
    if (!result) return result.error();
    return {};
  }

  // Names are the demonstration's own: what is not there is a mistake in its files.
  RecordId strategy(const std::string& title) {
    const auto row = stage_.tx.row_of<plan::Strategy>(stage_.district, "and title = :title", title);
    if (!row) throw std::logic_error("content/demo/monitor.json: no strategy " + title);
    return row->id;
  }
  RecordId measure(const std::string& name) {
    const auto row = stage_.tx.row_of<plan::Measure>(stage_.district, "and name = :name", name);
    if (!row) throw std::logic_error("content/demo/monitor.json: no measure " + name);
    return row->id;
  }
  std::optional<RecordId> student_group(const std::string& name) {
    if (name.empty()) return std::nullopt;
    const auto row =
        stage_.tx.row_of<plan::StudentGroup>(stage_.district, "and name = :name", name);
    if (!row) throw std::logic_error("content/demo/monitor.json: no student group " + name);
    return row->id;
  }

  Result<void> set(const CycleData& data) {
    TRY(const auto cycle, stage_.as(data_.by, "createCycle", [&](audit::Change& change) {
      return monitor::create_cycle(change,
                                   {{data.name}, stage_.day(data.opens), stage_.day(data.due)});
    }));
    cycles_[data.name] = cycle.id;
    return {};
  }

  Result<void> write(const CycleData& cycle, const ReportData& data) {
    const auto report = stage_.tx.row_of<monitor::Report>(
        stage_.district, "and cycle_id = :cycle and coalesce(school_id, '') = :school",
        cycles_.at(cycle.name), stage_.school(data.school).value_or(SchoolId{}));
    if (!report) throw std::logic_error("content/demo/monitor.json: no report in " + cycle.name);
    for (const auto& rated : data.strategies) {
      const auto id = strategy(rated.strategy);
      for (const auto& [name, text] : rated.parts) {
        Part part{};
        boost::describe::enum_from_string(name.c_str(), part);
        CHECK_OK(
            done(stage_.as(data.by, "saveReportEntry", [&, &words = text](audit::Change& change) {
              return monitor::save_entry(change, report->id, id, part, 0, {{words}});
            })));
      }
    }
    for (const auto& series : data.values) CHECK_OK(measured(report->id, data, series));
    if (!data.submitted) return {};
    return done(stage_.as(data.by, "submitReport", [&](audit::Change& change) {
      return monitor::submit_report(change, report->id, report->version);
    }));
  }

  Result<void> measured(const RecordId& report, const ReportData& data,
                        const MeasuredData& series) {
    const auto id = measure(series.measure);
    const auto group = student_group(series.group);
    for (const auto& point : series.points) {
      const auto day = stage_.day(point.on);
      if (day > stage_.day(data.on)) continue;
      CHECK_OK(done(stage_.as(data.by, "addMeasureValue", [&](audit::Change& change) {
        return monitor::add_value(
            change, report,
            {id, day, group, point.value, std::nullopt, monitor::Students{series.n}});
      })));
    }
    return {};
  }

  Result<void> propose(const AdjustmentData& data) {
    monitor::AdjustmentFields fields;
    fields.strategy_id = strategy(data.strategy);
    fields.title = {data.title};
    fields.reason = {data.reason};
    if (data.new_activity) {
      fields.kind = monitor::AdjustmentKind::new_activity;
      fields.new_title = {*data.new_activity};
      if (data.due) fields.new_date = stage_.day(*data.due);
    }
    const auto operation = data.school ? "proposeSchoolAdjustment" : "proposeAdjustment";
    TRY(const auto row, stage_.as(data.by, operation, [&](audit::Change& change) {
      return monitor::propose(change, stage_.school(data.school), fields);
    }));
    proposed_[data.title] = row.id;
    return {};
  }

  Result<void> decide(const AdjustmentData& data) {
    const auto& by = data.decided_by ? *data.decided_by : data_.by;
    return done(stage_.as(
        by, "decideAdjustment", [&](audit::Change& change) -> Result<monitor::Adjustment> {
          CHECK_OK(monitor::must_decide(change.tx, change.district, change.actor.id,
                                        proposed_.at(data.title)));
          return monitor::decide(change, proposed_.at(data.title), 1,
                                 {data.accept.value_or(false), {data.decision.value_or("")}});
        }));
  }

  Result<void> learn(const LearningData& data) {
    monitor::LearningFields fields;
    fields.strategy_id = strategy(data.strategy);
    fields.title = {data.title};
    fields.plan = {data.plan};
    fields.prediction = {data.prediction};
    fields.starts_on = stage_.day(data.starts);
    fields.ends_on = stage_.day(data.ends);
    fields.happened = {data.happened};
    fields.learned = {data.learned};
    fields.decision = data.decision;
    fields.next_step = {data.next_step};
    if (data.follows) fields.follows_id = learned_;
    TRY(const auto row, stage_.as(data.by, "createLearningCycle", [&](audit::Change& change) {
      return monitor::create_learning_cycle(change, stage_.school(data.school), fields);
    }));
    learned_ = row.id;
    return {};
  }

  Result<void> judge(const EvaluationData& data) {
    return done(stage_.as(data.by, "saveStrategyEvaluation", [&](audit::Change& change) {
      return monitor::save_evaluation(change, SchoolYear::of(stage_.day(data.on)),
                                      monitor::Subject::strategy, strategy(data.strategy), 0,
                                      data.fields);
    }));
  }

  Stage& stage_;
  const MonitorData& data_;
  std::map<std::string, RecordId> cycles_;    // by name
  std::map<std::string, RecordId> proposed_;  // by title
  std::optional<RecordId> learned_;           // the last one
};

}  // namespace

void plan_monitoring(Stage& stage, const MonitorData& data) {
  const auto monitoring = std::make_shared<Monitoring>(stage, data);
  monitoring->plan(monitoring);
}

}  // namespace tandem::demo
