#include "live/streams.hpp"

#include <algorithm>

namespace tandem::live {
namespace {

constexpr std::size_t kRecent = 256;
constexpr std::size_t kInOneMessage = 200;
constexpr std::chrono::milliseconds kGap{500};

std::shared_ptr<const std::string> shared(std::string text) {
  return std::make_shared<const std::string>(std::move(text));
}

}  // namespace

std::string events_message(const std::vector<const Numbered*>& events) {
  std::string text = R"({"type":"events","events":[)";
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (i > 0) text += ',';
    text += events[i]->text;
  }
  return text + "]}";
}

Streams::ViewerId Streams::join(std::shared_ptr<http::Socket> socket, std::string hello) {
  const std::scoped_lock lock(mutex_);
  socket->send(shared(std::move(hello)));
  Viewer viewer;
  viewer.socket = std::move(socket);
  viewer.since = Clock::now();
  viewers_.emplace(++last_, std::move(viewer));
  return last_;
}

void Streams::leave(ViewerId id) {
  const std::scoped_lock lock(mutex_);
  const auto found = viewers_.find(id);
  if (found == viewers_.end()) return;
  const auto room = rooms_.find(found->second.room);
  if (room != rooms_.end()) {
    room->second.viewers.erase(id);
    room->second.stirred = room->second.own_stirred = true;
  }
  viewers_.erase(found);
}

bool Streams::enter(ViewerId id, const std::string& name, const std::string& member) {
  const std::scoped_lock lock(mutex_);
  const auto found = viewers_.find(id);
  if (found == viewers_.end() || !found->second.room.empty()) return false;
  found->second.room = name;
  found->second.member = member;
  Room& room = rooms_[name];
  room.viewers.insert(id);
  room.stirred = room.own_stirred = true;
  return true;
}

bool Streams::catch_up(ViewerId id, const std::string& first, const std::vector<Numbered>& events,
                       std::int64_t seq) {
  const std::scoped_lock lock(mutex_);
  const auto found = viewers_.find(id);
  if (found == viewers_.end() || found->second.sent >= 0) return true;
  Viewer& viewer = found->second;
  Room& room = rooms_[viewer.room];
  if (room.last < seq) {  // the store is ahead of what was published here
    // Others in the room get what is still on its way when it comes, or by asking.
    if (room.last < 0) {
      room.last = seq;
      std::erase_if(room.waiting, [&](const auto& each) { return each.first <= seq; });
      pass_on(viewer.room, room);
    }
  } else if (room.last > seq) {
    const bool at_hand = !room.recent.empty() && room.recent.front().seq <= seq + 1;
    if (!at_hand) return false;
  }
  if (!first.empty()) viewer.socket->send(shared(first));
  std::vector<const Numbered*> batch;
  const auto flush = [&] {
    if (!batch.empty()) viewer.socket->send(shared(events_message(batch)));
    batch.clear();
  };
  for (const auto& event : events) {
    batch.push_back(&event);
    if (batch.size() == kInOneMessage) flush();
  }
  viewer.sent = seq;
  room.stirred = true;  // so that they too are told who is there
  for (const auto& event : room.recent) {
    if (event.seq <= viewer.sent) continue;
    batch.push_back(&event);
    viewer.sent = event.seq;
    if (batch.size() == kInOneMessage) flush();
  }
  flush();
  return true;
}

void Streams::tell(ViewerId id, std::string message) {
  const std::scoped_lock lock(mutex_);
  const auto found = viewers_.find(id);
  if (found != viewers_.end()) found->second.socket->send(shared(std::move(message)));
}

void Streams::close(ViewerId id, int code) {
  const std::scoped_lock lock(mutex_);
  const auto found = viewers_.find(id);
  if (found != viewers_.end()) found->second.socket->close(code);
}

void Streams::close_member(const std::string& name, const std::string& member, int code) {
  const std::scoped_lock lock(mutex_);
  const auto room = rooms_.find(name);
  if (room == rooms_.end()) return;
  for (const auto id : room->second.viewers) {
    const auto& viewer = viewers_.at(id);
    if (viewer.member == member) viewer.socket->close(code);
  }
}

void Streams::publish(const std::string& name, Numbered event) {
  const std::scoped_lock lock(mutex_);
  const auto found = rooms_.find(name);
  if (found == rooms_.end()) return;  // nobody looks on here
  Room& room = found->second;
  if (room.last >= 0 && event.seq <= room.last) return;
  auto& text = room.waiting[event.seq];
  if (text.empty()) text = std::move(event.text);
  if (room.last >= 0) pass_on(name, room);
}

void Streams::fill(const std::string& name, std::vector<Numbered> events) {
  const std::scoped_lock lock(mutex_);
  const auto found = rooms_.find(name);
  if (found == rooms_.end()) return;
  Room& room = found->second;
  room.asked = false;
  for (auto& event : events) {
    if (event.seq > room.last) room.waiting[event.seq] = std::move(event.text);
  }
  if (room.last >= 0) pass_on(name, room);
}

void Streams::pass_on(const std::string& name, Room& room) {
  const auto first_new = room.last + 1;
  while (!room.waiting.empty()) {
    const auto next = room.waiting.begin();
    if (next->first != room.last + 1 || next->second.empty()) break;
    room.last = next->first;
    room.recent.push_back({next->first, std::move(next->second)});
    room.waiting.erase(next);
  }
  if (room.waiting.empty()) {
    room.gap_since = {};
  } else {
    if (room.gap_since == Clock::time_point{}) room.gap_since = Clock::now();
    const auto& next = *room.waiting.begin();
    if (next.second.empty() && next.first == room.last + 1) ask(name, room);
  }
  if (room.last < first_new) return;
  std::vector<const Numbered*> fresh;
  for (const auto& event : room.recent) {
    if (event.seq >= first_new) fresh.push_back(&event);
  }
  std::shared_ptr<const std::string> whole;
  for (const auto id : room.viewers) {
    Viewer& viewer = viewers_.at(id);
    if (viewer.sent < 0) continue;
    if (viewer.sent < first_new && fresh.size() <= kInOneMessage) {
      if (!whole) whole = shared(events_message(fresh));
      viewer.socket->send(whole);
      viewer.sent = room.last;
    } else {
      send(viewer, fresh);
    }
  }
  while (room.recent.size() > kRecent) room.recent.pop_front();
}

void Streams::send(Viewer& viewer, const std::vector<const Numbered*>& events) {
  std::vector<const Numbered*> batch;
  for (const auto* event : events) {
    if (event->seq <= viewer.sent) continue;
    batch.push_back(event);
    viewer.sent = event->seq;
    if (batch.size() == kInOneMessage) {
      viewer.socket->send(shared(events_message(batch)));
      batch.clear();
    }
  }
  if (!batch.empty()) viewer.socket->send(shared(events_message(batch)));
}

void Streams::ask(const std::string& name, Room& room) {
  if (room.asked) return;
  room.asked = true;
  fetch_(name, room.last);
}

void Streams::elsewhere(const std::string& name, const std::string& process,
                        std::set<std::string> members, std::size_t sockets,
                        Clock::time_point until) {
  const std::scoped_lock lock(mutex_);
  const auto found = rooms_.find(name);
  if (found == rooms_.end()) return;
  auto& known = found->second.elsewhere[process];
  if (known.members != members || known.sockets != sockets) found->second.stirred = true;
  known = {std::move(members), sockets, until};
}

std::vector<Streams::Here> Streams::tick(Clock::time_point now, std::chrono::seconds patience,
                                         bool all) {
  const std::scoped_lock lock(mutex_);
  std::vector<Here> changed;
  for (auto at = rooms_.begin(); at != rooms_.end();) {
    Room& room = at->second;
    const bool gap = room.gap_since != Clock::time_point{} && now - room.gap_since > kGap;
    // Now and then without a reason as well: a notification may have been lost on its way.
    if ((gap || all) && room.last >= 0) {
      room.asked = false;
      ask(at->first, room);
    }
    for (auto process = room.elsewhere.begin(); process != room.elsewhere.end();) {
      if (process->second.until > now) {
        ++process;
        continue;
      }
      process = room.elsewhere.erase(process);
      room.stirred = true;
    }
    if (room.stirred || all) {
      std::set<std::string> own;
      for (const auto id : room.viewers) {
        if (const auto& member = viewers_.at(id).member; !member.empty()) own.insert(member);
      }
      auto members = own;
      auto sockets = room.viewers.size();
      for (const auto& [name, process] : room.elsewhere) {
        members.insert(process.members.begin(), process.members.end());
        sockets += process.sockets;
      }
      if (room.stirred) {
        const auto text = shared(present_(members, sockets));
        for (const auto id : room.viewers) {
          if (const auto& viewer = viewers_.at(id); viewer.sent >= 0) viewer.socket->send(text);
        }
      }
      if (room.own_stirred || all) {
        changed.push_back({at->first, std::move(own), room.viewers.size()});
      }
      room.stirred = room.own_stirred = false;
    }
    if (room.viewers.empty()) at = rooms_.erase(at);
    else ++at;
  }
  for (const auto& [id, viewer] : viewers_) {
    if (viewer.room.empty() && now - viewer.since > patience) viewer.socket->close(1008);
  }
  return changed;
}

void Streams::close_all(int code) {
  const std::scoped_lock lock(mutex_);
  for (const auto& [id, viewer] : viewers_) viewer.socket->close(code);
}

std::size_t Streams::viewers() const {
  const std::scoped_lock lock(mutex_);
  return viewers_.size();
}

}  // namespace tandem::live
