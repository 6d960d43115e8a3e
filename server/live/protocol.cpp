#include "live/protocol.hpp"

#include <array>

namespace tandem::live {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kTemplate = "template:";

struct Message {
  std::string type;
  std::optional<DistrictId> district;
  std::optional<std::vector<std::string>> topics;
};
BOOST_DESCRIBE_STRUCT(Message, (), (type, district, topics))

bool is_topic(const std::string& topic) {
  constexpr std::array kTopics{"plan"sv,      "actions"sv,  "teams"sv,          "rounds"sv,
                               "people"sv,    "schools"sv,  "monitoring"sv,     "needs"sv,
                               "workshops"sv, "barriers"sv, "communications"sv, "agreements"sv};
  return std::find(kTopics.begin(), kTopics.end(), topic) != kTopics.end() ||
         template_of(topic).has_value();
}

std::string message(const json::object& members) { return boost::json::serialize(members); }

}  // namespace

std::optional<RecordId> template_of(std::string_view topic) {
  if (topic.substr(0, kTemplate.size()) != kTemplate) return std::nullopt;
  const auto id = topic.substr(kTemplate.size());
  if (!is_uuid(id)) return std::nullopt;
  return RecordId{std::string(id)};
}

std::variant<Subscribe, Ping, Unclear> read_message(std::string_view text) {
  const auto document = json::parse(text);
  if (!document) return Unclear{"The message is not JSON."};
  const auto read = json::from<Message>(*document);
  if (!read) {
    const FieldError fault = read.error().errors.front();  // error() gives a copy
    return Unclear{"The message is not clear: " + fault.pointer + " " + fault.detail};
  }
  if (read->type == "ping" && !read->district && !read->topics) return Ping{};
  if (read->type != "subscribe" || !read->district || !read->topics) {
    return Unclear{"The message has to be subscribe, with district and topics, or ping."};
  }
  if (read->topics->size() > kMaxTopics) return Unclear{"At most 20 topics."};
  Subscribe wanted{*read->district, {}};
  for (const auto& topic : *read->topics) {
    if (!is_topic(topic)) return Unclear{"There is no topic " + topic.substr(0, 60) + "."};
    if (!wanted.topics.insert(topic).second) return Unclear{"A topic is named twice."};
  }
  return wanted;
}

std::string hello() { return message({{"type", "hello"}, {"protocol", 1}}); }
std::string pong() { return message({{"type", "pong"}}); }
std::string error(std::string_view detail) {
  return message({{"type", "error"}, {"detail", detail}});
}

std::string changed(const audit::Event& event) {
  return message({{"type", "changed"},
                  {"district", event.district.value},
                  {"topic", event.topic},
                  {"entity", event.entity},
                  {"id", event.id},
                  {"version", event.version},
                  {"by", event.by}});
}

std::string present(std::string_view topic, const std::vector<Presence>& people) {
  return message({{"type", "present"}, {"topic", topic}, {"people", json::write(people)}});
}

}  // namespace tandem::live
