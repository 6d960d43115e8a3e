// The packs that can be used: the built-in one and those a district has loaded. A loaded version
// never changes, so a pack taken apart once is kept and shared by all threads.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "audit/change.hpp"
#include "toolkit/pack.hpp"

namespace tandem::toolkit {

struct PackSummary {
  std::string pack_id;
  std::string pack_version;
  std::string title;
  std::string language;
  bool built_in = false;
  std::optional<Timestamp> loaded_at;
  std::optional<std::string> loaded_by;
};
BOOST_DESCRIBE_STRUCT(PackSummary, (),
                      (pack_id, pack_version, title, language, built_in, loaded_at, loaded_by))

class Packs {
 public:
  Packs();  // throws, with the place of the first fault, if the built-in pack is broken

  // The pack that new things are started under: what the district loaded last, or else the
  // built-in one.
  std::shared_ptr<const Pack> current(db::Tx& tx, const DistrictId& district);
  // Null if the district does not know it.
  std::shared_ptr<const Pack> get(db::Tx& tx, const DistrictId& district, const std::string& id,
                                  const std::string& version);
  [[nodiscard]] const std::shared_ptr<const Pack>& built_in() const { return built_in_; }
  // The same pack in another language, to be read by a person: the built-in one has translations
  // with the same ids. Any other pack, and any other language, is the pack as it is.
  [[nodiscard]] std::shared_ptr<const Pack> in_language(std::shared_ptr<const Pack> pack,
                                                        const std::string& language) const;

 private:
  using Key = std::tuple<DistrictId, std::string, std::string>;
  std::shared_ptr<const Pack> built_in_;
  std::vector<std::shared_ptr<const Pack>> translations_;  // of the built-in one
  std::mutex mutex_;
  std::map<Key, std::shared_ptr<const Pack>> taken_apart_;
};

}  // namespace tandem::toolkit
