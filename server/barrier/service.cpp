#include "barrier/service.hpp"

#include "action/service.hpp"
#include "org/service.hpp"
#include "plan/store.hpp"

namespace tandem::barrier {
namespace {

void announce(audit::Change& change, const Barrier& barrier, std::int64_t version) {
  change.announce("barriers", Barrier::entity, barrier.id.value, version);
}

// The goal applies to the school, if it is a school's barrier, and the strategy is one of it.
Result<void> check_place(db::Tx& tx, const DistrictId& district,
                         const std::optional<SchoolId>& school, const BarrierFields& fields) {
  if (!fields.goal_id) return {};
  const auto goal = tx.row_of<plan::Goal>(district, "and id = :id", *fields.goal_id);
  if (!goal) return problem::invalid("/goal_id", "is not a goal of the plan");
  if (school && !plan::applies_to(*goal, *school)) {
    return problem::invalid("/goal_id", "is a goal that does not apply to this school");
  }
  if (!fields.strategy_id) return {};
  const auto strategy = tx.row_of<plan::Strategy>(district, "and id = :id", *fields.strategy_id);
  if (!strategy || strategy->goal_id != goal->id) {
    return problem::invalid("/strategy_id", "is not a strategy of this goal");
  }
  return {};
}

// What follows from two lists of rows: who stands on the other side of each link.
class Links {
 public:
  Links(const std::vector<Barrier>& taken_up, const std::vector<Barrier>& districts) {
    for (const auto& row : districts) districts_.emplace(row.id, linked(row));
    for (const auto& row : taken_up) schools_[*row.district_barrier_id].push_back(linked(row));
  }
  [[nodiscard]] BarrierView view_of(const Barrier& barrier) const {
    BarrierView view;
    static_cast<Barrier&>(view) = barrier;
    if (barrier.district_barrier_id) {
      const auto found = districts_.find(*barrier.district_barrier_id);
      if (found != districts_.end()) view.district_barrier = found->second;
    }
    const auto from = schools_.find(barrier.id);
    if (from != schools_.end()) view.raised_from = from->second;
    return view;
  }

 private:
  static Linked linked(const Barrier& row) {
    return {row.id, row.school_id, row.title, row.status};
  }
  std::map<RecordId, Linked> districts_;
  std::map<RecordId, std::vector<Linked>> schools_;
};

constexpr std::int64_t kMostLinks = 2000;  // shown; a school raises few

std::vector<Barrier> taken_up_in(db::Tx& tx, const DistrictId& district, const RecordId& id) {
  return tx.rows_of<Barrier>(district, "and district_barrier_id = :id order by id limit :most", id,
                             kMostLinks);
}

}  // namespace

std::vector<BarrierView> list(db::Tx& tx, const DistrictId& district, const Query& query) {
  using record::filter;
  const auto school = record::in_school(query.school_id, query.district_only);
  const auto level = filter(query.level.has_value(), "level = :level",
                            query.level ? db::Column<Level>::to(*query.level) : "");
  const auto status = filter(query.status.has_value(), "status = :status",
                             query.status ? db::Column<Status>::to(*query.status) : "");
  const auto goal = filter(query.goal_id.has_value(), "goal_id = :goal",
                           query.goal_id ? query.goal_id->value : "");
  const auto text = filter(query.text.has_value(),
                           "lower(title || ' ' || detail || ' ' || approach) like lower(:text) "
                           "escape '\\'",
                           query.text ? record::pattern_of(*query.text) : "");
  const std::string awaiting =
      query.awaiting_reply ? " and raised_at is not null and reply is null" : "";
  const auto rows =
      tx.rows_of<Barrier>(district,
                          school.sql + level.sql + status.sql + goal.sql + text.sql + awaiting +
                              " and (coalesce(due_on, '9999-12-31'), id) > (:after_due, :after_id)"
                              " order by coalesce(due_on, '9999-12-31'), id limit :most",
                          school.value, level.value, status.value, goal.value, text.value,
                          query.after.due, query.after.id, query.limit + 1);
  const auto taken_up = tx.rows_of<Barrier>(
      district, "and district_barrier_id > '' order by id limit :most", kMostLinks);
  const auto districts = tx.rows_of<Barrier>(
      district,
      "and id in (select district_barrier_id from barrier where district_id = :same and "
      "district_barrier_id > '') order by id limit :most",
      district, kMostLinks);
  const Links links(taken_up, districts);
  std::vector<BarrierView> views;
  views.reserve(rows.size());
  for (const auto& row : rows) views.push_back(links.view_of(row));
  return views;
}

Result<BarrierView> find(db::Tx& tx, const DistrictId& district, const RecordId& id) {
  TRY(const auto row, record::find<Barrier>(tx, district, id));
  std::vector<Barrier> districts;
  if (row.district_barrier_id) {
    districts = tx.rows_of<Barrier>(district, "and id = :id", *row.district_barrier_id);
  }
  return Links(taken_up_in(tx, district, id), districts).view_of(row);
}

Result<Barrier> create(audit::Change& change, const std::optional<SchoolId>& school,
                       const BarrierFields& fields) {
  if (school) CHECK_OK(org::find_school(change.tx, change.district, *school));
  if (auto errors = faults(fields, school.has_value()); !errors.empty()) {
    return problem::invalid(std::move(errors));
  }
  CHECK_OK(action::check_person(change.tx, change.district, fields.owner_id, "/owner_id"));
  CHECK_OK(check_place(change.tx, change.district, school, fields));
  auto barrier =
      record::create<Barrier>(change, fields, [&](Barrier& row) { row.school_id = school; });
  announce(change, barrier, barrier.version);
  return barrier;
}

Result<Barrier> replace(audit::Change& change, const RecordId& id, std::int64_t expected,
                        const BarrierFields& fields) {
  TRY(const auto before, record::find_version<Barrier>(change.tx, change.district, id, expected));
  if (auto errors = faults(fields, before.school_id.has_value()); !errors.empty()) {
    return problem::invalid(std::move(errors));
  }
  if (fields.owner_id != before.owner_id) {
    CHECK_OK(action::check_person(change.tx, change.district, fields.owner_id, "/owner_id"));
  }
  // What the plan has dropped meanwhile is no reason to refuse another change.
  if (fields.goal_id != before.goal_id || fields.strategy_id != before.strategy_id) {
    CHECK_OK(check_place(change.tx, change.district, before.school_id, fields));
  }
  TRY(auto barrier, record::update(change, before, [&](Barrier& row) {
        static_cast<BarrierFields&>(row) = fields;
      }));
  announce(change, barrier, barrier.version);
  return barrier;
}

Result<void> remove(audit::Change& change, const RecordId& id, std::int64_t expected) {
  if (!taken_up_in(change.tx, change.district, id).empty()) {
    return problem::conflict(
        "Schools' barriers were taken up in this one. Set it to dropped or resolved instead.");
  }
  TRY(const auto gone, record::remove<Barrier>(change, id, expected));
  announce(change, gone, 0);
  return {};
}

Result<Barrier> raise(audit::Change& change, const RecordId& id, std::int64_t expected,
                      const RaiseFields& fields) {
  TRY(const auto before, record::find_version<Barrier>(change.tx, change.district, id, expected));
  CHECK_OK(may_raise(before));
  TRY(auto barrier, record::update(change, before, [&](Barrier& row) {
        raise(row, fields, change.actor, change.now);
      }));
  announce(change, barrier, barrier.version);
  return barrier;
}

Result<Barrier> reply(audit::Change& change, const RecordId& id, std::int64_t expected,
                      const ReplyFields& fields) {
  TRY(const auto before, record::find_version<Barrier>(change.tx, change.district, id, expected));
  CHECK_OK(may_reply(before, fields));
  ReplyFields said = fields;
  if (fields.reply == Reply::taken_up && fields.district_barrier_id) {
    const auto there = change.tx.number(
        "select count(*) from barrier where district_id = :district and id = :id and "
        "school_id is null",
        change.district, *fields.district_barrier_id);
    if (there == 0) {
      return problem::invalid("/district_barrier_id", "is not a barrier of the district");
    }
  } else if (fields.reply == Reply::taken_up) {
    TRY(const auto made, create(change, std::nullopt, taken_up(before)));
    said.district_barrier_id = made.id;
  }
  TRY(auto barrier, record::update(change, before, [&](Barrier& row) {
        reply(row, said, change.actor, change.now);
      }));
  announce(change, barrier, barrier.version);
  return barrier;
}

std::vector<Barrier> of_owner_due(db::Tx& tx, const DistrictId& district, const PersonId& owner,
                                  const Date& until, std::int64_t limit) {
  return tx.rows_of<Barrier>(district,
                             "and owner_id = :owner and due_on <= :until and status in "
                             "('open', 'doing') order by due_on, id limit :most",
                             owner, until, limit);
}

std::vector<Barrier> awaiting_reply(db::Tx& tx, const DistrictId& district, std::int64_t limit) {
  return tx.rows_of<Barrier>(
      district, "and raised_at > '' and reply is null order by raised_at, id limit :most", limit);
}

}  // namespace tandem::barrier
