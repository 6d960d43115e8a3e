#include "fund/service.hpp"

#include "fund/guard.hpp"
#include "plan/store.hpp"
#include "statistics/suppression.hpp"

namespace tandem::fund {
namespace {

// The contract's bounds.
constexpr std::int64_t kMaxEntries = 2000;
constexpr std::int64_t kMaxNeeds = 20;

template <class R>
R announced(audit::Change& change, R row) {
  change.announce("plan", R::entity, row.id.value, row.version);
  return row;
}

Result<void> room_for(std::int64_t count, std::int64_t most) {
  if (count < most) return {};
  return problem::invalid("", fmt::format("there is room for {} here and no more", most));
}

// The fields as they may be written, knowing the line's money and its other entries.
Result<SpendingFields> within_line(audit::Change& change, const RecordId& line,
                                   const SpendingFields& asked, const Spending* before) {
  TRY(const auto has, record::find<plan::FundingLine>(change.tx, change.district, line));
  const auto own = before == nullptr ? 0 : before->amount_cents.value;
  const auto used =
      used_of(change.tx, change.district, line).value - own + asked.amount_cents.value;
  SpendingFields fields = asked;
  if (used <= has.amount_cents.value) {
    fields.over_reason.reset();
  } else if (asked.amount_cents.value > own && !asked.over_reason) {
    return problem::invalid(
        "/over_reason",
        fmt::format("is needed: the line has {}, and {} would be committed and spent, {} more",
                    in_dollars(has.amount_cents), in_dollars({used}),
                    in_dollars({used - has.amount_cents.value})));
  }
  return fields;
}

Result<void> check(audit::Change& change, const NeedWeightFields& fields) {
  std::vector<FieldError> errors;
  const auto known = plan::known_schools(change.tx, change.district);
  std::set<SchoolId> seen;
  for (std::size_t i = 0; i < fields.counts.size(); ++i) {
    const auto& school = fields.counts[i].school_id;
    const auto pointer = fmt::format("/counts/{}/school_id", i);
    if (known.count(school) == 0) errors.push_back({pointer, "is not a school of the district"});
    else if (!seen.insert(school).second) errors.push_back({pointer, "is there twice"});
    const auto pupils = fields.counts[i].pupils.value;
    if (pupils > 0 && pupils < statistics::kFewestShown) {
      errors.push_back({fmt::format("/counts/{}/pupils", i),
                        fmt::format("are fewer than {} and must not be kept: leave the school out",
                                    statistics::kFewestShown)});
    }
  }
  if (fields.counted == Counted::disadvantaged && !fields.counts.empty()) {
    errors.push_back({"/counts", "go with own numbers only"});
  }
  if (!errors.empty()) return problem::invalid(std::move(errors));
  return {};
}

}  // namespace

Result<StreamBudget> set_budget(audit::Change& change, const RecordId& source,
                                const SchoolYear& year, std::int64_t expected,
                                const StreamBudgetFields& asked) {
  plan::count_change(change);
  CHECK_OK(record::find<plan::FundingSource>(change.tx, change.district, source));
  const auto before = budget_of(change.tx, change.district, source, year);
  if ((before ? before->version : 0) != expected) return problem::stale(json::write(before));
  StreamBudgetFields fields = asked;
  const auto planned = room_in(change.tx, change.district, source, year).planned;
  if (!asked.amount_cents || planned <= *asked.amount_cents) {
    fields.over_reason.reset();
  } else if (!asked.over_reason) {
    return problem::invalid(
        "/over_reason",
        fmt::format("is needed: {} are planned from it, {} more than it has", in_dollars(planned),
                    in_dollars({planned.value - asked.amount_cents->value})));
  }
  if (!before) {
    return announced(change, record::create<StreamBudget>(change, fields, [&](StreamBudget& row) {
                       row.source_id = source;
                       row.year = year;
                     }));
  }
  TRY(auto after, record::update(change, *before, [&](StreamBudget& row) {
        static_cast<StreamBudgetFields&>(row) = fields;
      }));
  return announced(change, std::move(after));
}

Result<Spending> create_spending(audit::Change& change, const RecordId& line,
                                 const SpendingFields& asked) {
  plan::count_change(change);
  TRY(const auto fields, within_line(change, line, asked, nullptr));
  CHECK_OK(room_for(change.tx.number("select count(*) from spending where district_id = :district "
                                     "and line_id = :line",
                                     change.district, line),
                    kMaxEntries));
  return announced(
      change, record::create<Spending>(change, fields, [&](Spending& row) { row.line_id = line; }));
}

Result<Spending> replace_spending(audit::Change& change, const RecordId& id, std::int64_t expected,
                                  const SpendingFields& asked) {
  plan::count_change(change);
  TRY(const Spending before,
      record::find_version<Spending>(change.tx, change.district, id, expected));
  TRY(const auto fields, within_line(change, before.line_id, asked, &before));
  TRY(auto after, record::update(change, before, [&](Spending& row) {
        static_cast<SpendingFields&>(row) = fields;
      }));
  return announced(change, std::move(after));
}

Result<void> remove_spending(audit::Change& change, const RecordId& id, std::int64_t expected) {
  plan::count_change(change);
  CHECK_OK(record::remove<Spending>(change, id, expected));
  change.announce("plan", Spending::entity, id.value, 0);
  return {};
}

Result<NeedWeight> create_need_weight(audit::Change& change, const NeedWeightFields& fields) {
  plan::count_change(change);
  CHECK_OK(check(change, fields));
  CHECK_OK(room_for(change.tx.number("select count(*) from need_weight where "
                                     "district_id = :district",
                                     change.district),
                    kMaxNeeds));
  return announced(change, record::create<NeedWeight>(change, fields));
}

Result<NeedWeight> replace_need_weight(audit::Change& change, const RecordId& id,
                                       std::int64_t expected, const NeedWeightFields& fields) {
  plan::count_change(change);
  CHECK_OK(record::find_version<NeedWeight>(change.tx, change.district, id, expected));
  CHECK_OK(check(change, fields));
  TRY(auto row, record::replace<NeedWeight>(change, id, expected, fields));
  return announced(change, std::move(row));
}

Result<void> remove_need_weight(audit::Change& change, const RecordId& id, std::int64_t expected) {
  plan::count_change(change);
  CHECK_OK(record::remove<NeedWeight>(change, id, expected));
  change.announce("plan", NeedWeight::entity, id.value, 0);
  return {};
}

}  // namespace tandem::fund
