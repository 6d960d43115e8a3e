// The messages of api/live.md, protocol 1.
#pragma once

#include <set>
#include <variant>

#include "audit/change.hpp"

namespace tandem::live {

inline constexpr std::size_t kMaxTopics = 20;

struct Subscribe {
  DistrictId district;
  std::set<std::string> topics;
};
struct Ping {};
struct Unclear {
  std::string why;
};
std::variant<Subscribe, Ping, Unclear> read_message(std::string_view text);

struct Presence {
  PersonId id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Presence, (), (id, name))

std::string hello();
std::string pong();
std::string error(std::string_view detail);
std::string changed(const audit::Event& event);
std::string present(std::string_view topic, const std::vector<Presence>& people);

// The template's id, if the topic is a template's.
std::optional<RecordId> template_of(std::string_view topic);

}  // namespace tandem::live
