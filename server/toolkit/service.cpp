#include "toolkit/service.hpp"

#include "toolkit/check.hpp"

namespace tandem::toolkit {
namespace {

struct Stored {  // a row without its body
  static constexpr std::string_view table = "toolkit_pack";
  std::string pack_id;
  std::string pack_version;
  std::string title;
  std::string language;
  Timestamp loaded_at;
  std::string loaded_by;
};
BOOST_DESCRIBE_STRUCT(Stored, (), (pack_id, pack_version, title, language, loaded_at, loaded_by))

PackSummary summary_of(const Stored& row) {
  return {row.pack_id, row.pack_version, row.title,    row.language,
          false,       row.loaded_at,    row.loaded_by};
}

PackSummary summary_of(const Pack& built_in) {
  return {built_in.id, built_in.version, built_in.title, built_in.language, true, {}, {}};
}

}  // namespace

std::vector<PackSummary> packs_of(db::Tx& tx, const DistrictId& district, const Packs& packs) {
  std::vector<PackSummary> all{summary_of(*packs.built_in())};
  for (const auto& row :
       tx.rows_of<Stored>(district, "order by loaded_at desc, pack_id, pack_version desc")) {
    all.push_back(summary_of(row));
  }
  return all;
}

Result<PackSummary> load_pack(audit::Change& change, Packs& packs, json::value document) {
  TRY(const auto pack, check(std::move(document)));
  if (const auto known = packs.get(change.tx, change.district, pack.id, pack.version)) {
    if (known->document != pack.document) {
      return problem::conflict(fmt::format(
          "Version {} of {} is here already, in {}, with other content. Answers were given under "
          "its words, so it stays as it is: give yours another version, or its own id.",
          pack.version, pack.id, known->language));
    }
    if (known == packs.built_in()) return summary_of(*known);
    return summary_of(*change.tx.row_of<Stored>(
        change.district, "and pack_id = :id and pack_version = :version", pack.id, pack.version));
  }
  if (change.tx.number("select count(*) from toolkit_pack where district_id = :district",
                       change.district) >= kMostPacks) {
    return problem::conflict(fmt::format("{} packs are loaded; no more fit.", kMostPacks));
  }
  const Stored row{pack.id, pack.version, pack.title, pack.language, change.now, change.actor.name};
  change.tx.run(
      "insert into toolkit_pack (district_id, pack_id, pack_version, title, language, "
      "loaded_at, loaded_by, body) values (:district, :id, :version, :title, :language, "
      ":at, :by, :body)",
      change.district, row.pack_id, row.pack_version, row.title, row.language, row.loaded_at,
      row.loaded_by, pack.text);
  change.record("toolkit_pack", row.pack_id + "/" + row.pack_version, std::nullopt, nullptr,
                json::write(summary_of(row)));
  return summary_of(row);
}

}  // namespace tandem::toolkit
