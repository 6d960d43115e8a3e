#include "live/hub.hpp"

namespace tandem::live {
namespace {
std::shared_ptr<const std::string> shared(std::string text) {
  return std::make_shared<const std::string>(std::move(text));
}
}  // namespace

Hub::ViewerId Hub::join(std::shared_ptr<http::Socket> socket, const PersonId& person,
                        std::string name) {
  const std::scoped_lock lock(mutex_);
  socket->send(shared(hello()));
  viewers_[++last_] = Viewer{std::move(socket), {person, std::move(name)}, {}, {}, 0};
  return last_;
}

void Hub::leave(ViewerId id) {
  const std::scoped_lock lock(mutex_);
  const auto found = viewers_.find(id);
  if (found == viewers_.end()) return;
  std::set<Topic> touched;
  drop_topics(id, found->second, touched);
  viewers_.erase(found);
  tell_presence(touched);
}

void Hub::subscribe(ViewerId id, const Subscribe& wanted, std::uint64_t order) {
  const std::scoped_lock lock(mutex_);
  const auto found = viewers_.find(id);
  if (found == viewers_.end() || found->second.order >= order) return;
  Viewer& viewer = found->second;
  viewer.order = order;
  std::set<Topic> touched;
  drop_topics(id, viewer, touched);
  viewer.district = wanted.district;
  viewer.topics = wanted.topics;
  for (const auto& topic : wanted.topics) {
    audience_[{wanted.district.value, topic}].insert(id);
    touched.insert({wanted.district.value, topic});
  }
  tell_presence(touched);
}

void Hub::tell(ViewerId id, std::string message) {
  const std::scoped_lock lock(mutex_);
  const auto found = viewers_.find(id);
  if (found != viewers_.end()) found->second.socket->send(shared(std::move(message)));
}

void Hub::close(ViewerId id, int code) {
  const std::scoped_lock lock(mutex_);
  const auto found = viewers_.find(id);
  if (found != viewers_.end()) found->second.socket->close(code);
}

void Hub::publish(const std::vector<audit::Event>& events) {
  const std::scoped_lock lock(mutex_);
  for (const auto& event : events) {
    const auto audience = audience_.find({event.district.value, event.topic});
    if (audience == audience_.end()) continue;
    const auto text = shared(changed(event));
    for (const auto id : audience->second) viewers_.at(id).socket->send(text);
  }
}

void Hub::close_all(int code) {
  const std::scoped_lock lock(mutex_);
  for (const auto& [id, viewer] : viewers_) viewer.socket->close(code);
}

std::size_t Hub::viewers() const {
  const std::scoped_lock lock(mutex_);
  return viewers_.size();
}

void Hub::drop_topics(ViewerId id, Viewer& viewer, std::set<Topic>& touched) {
  for (const auto& name : viewer.topics) {
    const Topic topic{viewer.district.value, name};
    const auto audience = audience_.find(topic);
    audience->second.erase(id);
    if (audience->second.empty()) audience_.erase(audience);
    touched.insert(topic);
  }
  viewer.topics.clear();
}

void Hub::tell_presence(const std::set<Topic>& touched) {
  for (const auto& topic : touched) {
    if (!template_of(topic.second)) continue;
    const auto audience = audience_.find(topic);
    if (audience == audience_.end()) continue;
    std::map<PersonId, std::string> people;  // each once, however many windows are open
    for (const auto id : audience->second) {
      const auto& person = viewers_.at(id).person;
      people.emplace(person.id, person.name);
    }
    std::vector<Presence> list;
    list.reserve(people.size());
    for (const auto& [person, name] : people) list.push_back({person, name});
    const auto text = shared(present(topic.second, list));
    for (const auto id : audience->second) viewers_.at(id).socket->send(text);
  }
}

}  // namespace tandem::live
