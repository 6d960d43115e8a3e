#include "audit/history.hpp"

#include <algorithm>
#include <limits>

#include "audit/telling.hpp"

namespace tandem::audit {
namespace {

struct NameRow {
  std::string id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(NameRow, (), (id, name))

Names names_from(db::Tx& tx, const DistrictId& district, const std::string& table,
                 const std::string& column = "name") {
  Names names;
  for (auto& row : tx.all<NameRow>(
           fmt::format("select id, {} from {} where district_id = :district", column, table),
           district)) {
    names.emplace(std::move(row.id), std::move(row.name));
  }
  return names;
}

KnownNames names_for(db::Tx& tx, const DistrictId& district, const std::vector<Entry>& entries) {
  std::set<Named> wanted;
  for (const Entry& entry : entries) wanted.merge(names_wanted(entry));
  KnownNames names;
  if (wanted.count(Named::people) > 0) names.people = names_from(tx, district, "person");
  if (wanted.count(Named::schools) > 0) names.schools = names_from(tx, district, "school");
  if (wanted.count(Named::sources) > 0) names.sources = names_from(tx, district, "funding_source");
  if (wanted.count(Named::measures) > 0) names.measures = names_from(tx, district, "measure");
  if (wanted.count(Named::goals) > 0) names.goals = names_from(tx, district, "goal", "title");
  if (wanted.count(Named::strategies) > 0) {
    names.strategies = names_from(tx, district, "strategy", "title");
  }
  if (wanted.count(Named::activities) > 0) {
    names.activities = names_from(tx, district, "activity", "title");
  }
  if (wanted.count(Named::groups) > 0) names.groups = names_from(tx, district, "student_group");
  if (wanted.count(Named::library) > 0) {
    names.library = names_from(tx, district, "library_strategy", "title");
  }
  return names;
}

// "and entity in ('goal', ...)": constants of this program, no input.
std::string in_area(const std::optional<Area>& area) {
  if (!area) return "";
  std::string list;
  for (const auto& entity : entities_of(*area)) list += (list.empty() ? "'" : ", '") + entity + "'";
  return "and entity in (" + list + ") ";
}

// The newest entries that fit the query and the clause, which names the columns of an index.
template <class... Binds>
std::vector<Entry> newest(db::Tx& tx, const DistrictId& district, const HistoryQuery& query,
                          const std::string& clause, const Binds&... binds) {
  return tx.rows_of<Entry>(
      district,
      clause +
          " and seq < :before and (:no_entity = '' or entity = :entity) and "
          "(:no_id = '' or entity_id = :entity_id) " +
          in_area(query.area) + "order by seq desc limit :most",
      binds..., query.before.value_or(std::numeric_limits<std::int64_t>::max()), query.entity,
      query.entity, query.entity_id, query.entity_id, query.limit + 1);
}

std::vector<Entry> entries_for(db::Tx& tx, const DistrictId& district, const HistoryQuery& query) {
  if (query.school_id) {
    auto entries = newest(tx, district, query, "and school_id = :school", *query.school_id);
    // The school itself is a record of the district.
    auto own = newest(tx, district, query, "and entity = 'school' and entity_id = :school",
                      query.school_id->value);
    entries.insert(entries.end(), std::make_move_iterator(own.begin()),
                   std::make_move_iterator(own.end()));
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.seq > b.seq; });
    return entries;
  }
  if (!query.entity.empty() && !query.entity_id.empty()) {
    return newest(tx, district, query, "and entity = :key_entity and entity_id = :key_id",
                  query.entity, query.entity_id);
  }
  return newest(tx, district, query, "");
}

struct ChainHead {
  std::int64_t seq = 0;
  std::string hash;
};
BOOST_DESCRIBE_STRUCT(ChainHead, (), (seq, hash))

}  // namespace

Result<HistoryPage> history(db::Tx& tx, const DistrictId& district, const HistoryQuery& query) {
  auto entries = entries_for(tx, district, query);
  HistoryPage page;
  if (static_cast<std::int64_t>(entries.size()) > query.limit) {
    entries.resize(static_cast<std::size_t>(query.limit));
    page.next = std::to_string(entries.back().seq);
  }
  const auto names = names_for(tx, district, entries);
  for (const Entry& entry : entries) page.items.push_back(tell(entry, names));
  return page;
}

std::optional<Break> verify(db::Tx& tx, const DistrictId& district) {
  constexpr std::int64_t kBatch = 500;
  ChainHead last;
  while (true) {
    const auto entries =
        tx.rows_of<Entry>(district, "and seq > :seq order by seq limit :most", last.seq, kBatch);
    for (const Entry& entry : entries) {
      if (entry.seq != last.seq + 1) {
        return Break{last.seq + 1, "is missing"};
      }
      if (entry.previous_hash != last.hash) {
        return Break{entry.seq, "does not follow from the entry before it"};
      }
      if (entry.hash != hash_of(entry)) {
        return Break{entry.seq, "is not what was written"};
      }
      last = {entry.seq, entry.hash};
    }
    if (static_cast<std::int64_t>(entries.size()) < kBatch) break;
  }
  const auto head =
      tx.one<ChainHead>("select seq, hash from audit_head where district_id = :district", district);
  if (head.value_or(ChainHead{}).seq != last.seq) return Break{last.seq + 1, "is missing"};
  if (head && head->hash != last.hash) return Break{last.seq, "is not the one written last"};
  return std::nullopt;
}

}  // namespace tandem::audit
