#include "signals/service.hpp"

#include <algorithm>

#include "org/service.hpp"

namespace tandem::signals {
namespace {

std::string month_of(const Date& day) { return day.value.substr(0, 7); }

std::string months_before(const Date& day, int count) {
  const std::chrono::year_month_day ymd{day.day()};
  const auto then = ymd.year() / ymd.month() - std::chrono::months{count};
  return fmt::format("{:04}-{:02}", static_cast<int>(then.year()),
                     static_cast<unsigned>(then.month()));
}

std::vector<RowTitle> rows_of(const toolkit::Pack& pack) {
  std::vector<RowTitle> rows;
  const auto* continuum = pack.document.as_object().if_contains("continuum");
  if (continuum == nullptr || !continuum->is_object()) return rows;
  const auto* list = continuum->as_object().if_contains("rows");
  if (list == nullptr || !list->is_array()) return rows;
  for (const auto& row : list->as_array()) {
    const auto text = [&](const char* name) {
      const auto* value = row.is_object() ? row.as_object().if_contains(name) : nullptr;
      return value != nullptr && value->is_string() ? std::string(value->as_string())
                                                    : std::string();
    };
    rows.push_back({text("id"), text("title")});
  }
  return rows;
}

}  // namespace

Signals signals(db::Tx& tx, const DistrictId& district, const Date& today, toolkit::Packs& packs,
                const std::string& language) {
  const auto checks = read_checks(tx, district, today, packs);
  Signals result{
      evaluate(checks),
      evidence(checks, rows_of(*packs.in_language(packs.current(tx, district), language)))};
  const auto first = months_before(today, static_cast<int>(kMostMonths) - 1);
  const auto kept = months_since(tx, district, first);
  for (auto& signal : result.signals) {
    for (const auto& row : kept) {
      if (row.signal == signal.kind && row.month < month_of(today)) {
        signal.months.push_back({row.month, row.score});
      }
    }
    if (signal.score) signal.months.push_back({month_of(today), *signal.score});
  }
  return result;
}

std::vector<SignalMonth> scores_at(db::Tx& tx, const DistrictId& district, const Timestamp& now,
                                   toolkit::Packs& packs) {
  std::vector<SignalMonth> scores;
  for (const auto& signal : evaluate(read_checks(tx, district, now.date(), packs))) {
    if (signal.score) scores.push_back({month_of(now.date()), signal.kind, *signal.score, now});
  }
  return scores;
}

void keep_months(db::Database& database, const Timestamp& now, toolkit::Packs& packs) {
  const auto districts = database.read([](db::Tx& tx) { return org::all_districts(tx); });
  for (const auto& district : districts) {
    const auto scores =
        database.read([&](db::Tx& tx) { return scores_at(tx, district.id, now, packs); });
    (void)database.write([&](db::Tx& tx) -> Result<void> {
      for (const auto& score : scores) keep(tx, district.id, score);
      return {};
    });
  }
}

}  // namespace tandem::signals
