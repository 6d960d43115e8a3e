#include "continuum/continuum.hpp"

#include <algorithm>

namespace tandem::continuum {
namespace {

constexpr int kMost = 1000;

struct Agreed {
  std::string workshop_id;
  std::string subject;
  std::string level;
  std::string desired;
};
BOOST_DESCRIBE_STRUCT(Agreed, (), (workshop_id, subject, level, desired))

std::vector<Heading> headings(const json::value& document, std::string_view pointer) {
  boost::json::error_code error;
  const auto* list = document.find_pointer(pointer, error);
  std::vector<Heading> found;
  if (list == nullptr || !list->is_array()) return found;
  for (const auto& each : list->get_array()) {
    found.push_back(
        {std::string(each.at("id").as_string()), std::string(each.at("title").as_string())});
  }
  return found;
}

}  // namespace

void keep(audit::Change& change, const Session& session) {
  forget(change, session.workshop_id);
  change.tx.insert(change.district, session);
}

void forget(audit::Change& change, const RecordId& workshop) {
  change.tx.run(
      "delete from continuum_session where district_id = :district and workshop_id = :workshop",
      change.district, workshop);
}

Continuum continuum_of(db::Tx& tx, toolkit::Packs& packs, const DistrictId& district,
                       const std::string& language) {
  const auto pack = packs.in_language(packs.current(tx, district), language);
  Continuum continuum{headings(pack->document, "/continuum/levels"),
                      headings(pack->document, "/continuum/rows"),
                      {}};
  std::map<std::pair<std::string, std::string>, Agreed> agreed;
  for (auto& each : tx.all<Agreed>("select workshop_id, subject, level, desired "
                                   "from workshop_consensus where district_id = :district",
                                   district)) {
    agreed.emplace(std::pair(each.workshop_id, each.subject), each);
  }
  auto sessions = tx.rows_of<Session>(district, "order by workshop_id desc limit :most", kMost);
  std::sort(sessions.begin(), sessions.end(), [](const Session& a, const Session& b) {
    return std::tie(a.held_on, a.workshop_id) < std::tie(b.held_on, b.workshop_id);
  });
  for (auto& session : sessions) {
    ShownSession shown{session.workshop_id, session.title,  session.school_id, session.held_on,
                       session.year,        session.people, session.alpha,     {}};
    for (auto& rated : session.points) {
      Point point;
      static_cast<Rated&>(point) = rated;
      const auto found = agreed.find({session.workshop_id.value, rated.subject});
      if (found != agreed.end()) {
        point.consensus = found->second.level;
        point.desired = found->second.desired;
      }
      shown.rows.push_back(std::move(point));
    }
    continuum.sessions.push_back(std::move(shown));
  }
  return continuum;
}

}  // namespace tandem::continuum
