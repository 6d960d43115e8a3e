#include "toolkit/packs.hpp"

#include "base/embedded.hpp"

namespace tandem::toolkit {
namespace {

constexpr std::size_t kKept = 200;  // packs of some 100 KB; a district has one or two

struct Body {
  std::string body;
};
BOOST_DESCRIBE_STRUCT(Body, (), (body))

struct Name {
  std::string pack_id;
  std::string pack_version;
};
BOOST_DESCRIBE_STRUCT(Name, (), (pack_id, pack_version))

std::shared_ptr<const Pack> stored_pack(const std::string& name, std::string_view text) {
  auto pack = take_apart(boost::json::parse(text));
  if (!pack) {
    const auto& errors = pack.error().errors;
    throw std::runtime_error(
        "toolkit pack " + name + ": " +
        (errors.empty() ? pack.error().detail : errors[0].pointer + " " + errors[0].detail));
  }
  return std::make_shared<const Pack>(std::move(*pack));
}

}  // namespace

Packs::Packs()
    : built_in_(
          stored_pack("built in", embedded::file("content/district-school-toolkit.en.json"))) {
  for (const std::string language : {"es", "ar"}) {
    translations_.push_back(
        stored_pack("built in, " + language,
                    embedded::file("content/district-school-toolkit." + language + ".json")));
  }
}

std::shared_ptr<const Pack> Packs::in_language(std::shared_ptr<const Pack> pack,
                                               const std::string& language) const {
  if (pack != built_in_) return pack;
  for (const auto& translation : translations_) {
    if (translation->language == language) return translation;
  }
  return pack;
}

std::shared_ptr<const Pack> Packs::current(db::Tx& tx, const DistrictId& district) {
  const auto last = tx.one<Name>(
      "select pack_id, pack_version from toolkit_pack where district_id = :district "
      "order by loaded_at desc, pack_id, pack_version desc limit 1",
      district);
  return last ? get(tx, district, last->pack_id, last->pack_version) : built_in_;
}

std::shared_ptr<const Pack> Packs::get(db::Tx& tx, const DistrictId& district,
                                       const std::string& id, const std::string& version) {
  if (id == built_in_->id && version == built_in_->version) return built_in_;
  const Key key{district, id, version};
  {
    const std::scoped_lock lock(mutex_);
    if (const auto found = taken_apart_.find(key); found != taken_apart_.end()) {
      return found->second;
    }
  }
  const auto row = tx.one<Body>(
      "select body from toolkit_pack where district_id = :district and pack_id = :id "
      "and pack_version = :version",
      district, id, version);
  if (!row) return nullptr;
  auto pack = stored_pack(id + " " + version, row->body);
  const std::scoped_lock lock(mutex_);
  if (taken_apart_.size() >= kKept) taken_apart_.clear();
  taken_apart_.emplace(key, pack);
  return pack;
}

}  // namespace tandem::toolkit
