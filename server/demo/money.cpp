#include "demo/money.hpp"

#include <algorithm>

#include "fund/service.hpp"
#include "plan/service.hpp"
#include "plan/store.hpp"

namespace tandem::demo {
namespace {

constexpr std::string_view kBooked = "-100";  // once schools have added what is theirs
constexpr const char* kFinance = "angela.beaudry";

SchoolYear year_of(const Stage& stage, std::int64_t offset) {
  return SchoolYear::of(stage.day(fmt::format("Y{}-10-01", offset)));
}

template <class T>
Result<void> done(const Result<T>& result) {
  if (!result) return result.error();
  return {};
}

template <class Rows, class Same>
auto& one_of(Rows& rows, const std::string& what, Same&& same) {
  const auto found = std::find_if(rows.begin(), rows.end(), same);
  if (found == rows.end()) throw std::logic_error("content/demo/money.json: no " + what);
  return *found;
}

class Treasurer {
 public:
  Treasurer(Stage& stage, const MoneyData& data) : stage_(stage), data_(data) {}

  Result<void> begin() {
    for (const auto& need : data_.needs) {
      CHECK_OK(stage_.as(kFinance, "createNeedWeight", [&](audit::Change& change) {
        return fund::create_need_weight(
            change, {{need.name}, {need.weight_percent}, fund::Counted::disadvantaged, {}});
      }));
    }
    for (const auto& line : data_.lines) CHECK_OK(add_line(line));
    for (const auto& budget : data_.budgets) {
      std::optional<fund::Why> why;
      if (budget.over_reason) why = fund::Why{*budget.over_reason};
      CHECK_OK(stage_.as(kFinance, "setStreamBudget", [&](audit::Change& change) {
        return fund::set_budget(change, source(budget.source), year_of(stage_, budget.year), 0,
                                {Cents{budget.amount_cents}, {budget.note}, why});
      }));
    }
    return {};
  }

  Result<void> reallocate() {
    const auto year = year_of(stage_, 0);
    TRY(const auto rows, fund::year_rows(stage_.tx, stage_.district, year));
    std::vector<fund::FundingMove> moves;
    for (const auto& move : data_.reallocation.moves) {
      moves.push_back({line(rows, move.strategy, move.source, move.from),
                       line(rows, move.strategy, move.source, move.to),
                       {},
                       {},
                       {move.amount_cents}});
    }
    return done(stage_.as(kFinance, "reallocate", [&](audit::Change& change) {
      return fund::reallocate(change, year, rows.revision, {data_.reallocation.reason}, moves);
    }));
  }

 private:
  Result<void> add_line(const MoneyLineData& wanted) {
    const auto year = year_of(stage_, wanted.year);
    RecordId id;
    if (wanted.amount_cents) {
      TRY(const auto made, stage_.as(kFinance, "createFundingLine", [&](audit::Change& change) {
        return plan::create_funding_line(change, strategy(wanted.strategy),
                                         {stage_.school(wanted.school),
                                          source(wanted.source),
                                          year,
                                          {*wanted.amount_cents},
                                          {wanted.note.value_or("")}});
      }));
      id = made.id;
    } else {
      TRY(const auto rows, fund::year_rows(stage_.tx, stage_.district, year));
      id = line(rows, wanted.strategy, wanted.source, wanted.school);
    }
    for (const auto& entry : wanted.entries) {
      const auto day = stage_.day(entry.on);
      const auto enter = [this, id, &entry, day] {
        return done(stage_.as(kFinance, "createSpending", [&](audit::Change& change) {
          return fund::create_spending(change, id,
                                       {entry.status,
                                        day,
                                        {entry.amount_cents},
                                        {entry.paid_to},
                                        {entry.note.value_or("")},
                                        {}});
        }));
      };
      // What was before is brought in at once; the rest is entered on its day.
      if (day > stage_.day(kBooked)) {
        stage_.on(entry.on, enter);
      } else {
        CHECK_OK(enter());
      }
    }
    return {};
  }

  RecordId source(const std::string& name) {
    if (sources_.empty()) sources_ = plan::funding_sources(stage_.tx, stage_.district);
    return one_of(sources_, name, [&](const auto& row) { return row.name.value == name; }).id;
  }

  RecordId strategy(const std::string& title) {
    if (strategies_.empty()) {
      strategies_ = stage_.tx.rows_of<plan::Strategy>(stage_.district, "");
    }
    return one_of(strategies_, title, [&](const auto& row) { return row.title.value == title; }).id;
  }

  RecordId line(const fund::YearRows& rows, const std::string& strategy_title,
                const std::string& source_name, const OptionalKey& school) {
    const auto how = strategy(strategy_title);
    const auto from = source(source_name);
    const auto where = stage_.school(school);
    return one_of(rows.lines, strategy_title + ", " + source_name,
                  [&](const auto& row) {
                    return row.strategy_id == how && row.source_id == from &&
                           row.school_id == where;
                  })
        .id;
  }

  Stage& stage_;
  const MoneyData& data_;
  std::vector<plan::FundingSource> sources_;
  std::vector<plan::Strategy> strategies_;
};

}  // namespace

void plan_money(Stage& stage, const MoneyData& data) {
  const auto treasurer = std::make_shared<Treasurer>(stage, data);
  stage.on(kBooked, [treasurer] { return treasurer->begin(); });
  stage.on(data.reallocation.on, [treasurer] { return treasurer->reallocate(); });
}

}  // namespace tandem::demo
