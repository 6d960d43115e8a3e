#include "live/streams.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>
#include <thread>

#include "base/json.hpp"

namespace tandem::live {
namespace {

class Phone : public http::Socket {
 public:
  void send(std::shared_ptr<const std::string> text) override {
    const std::scoped_lock lock(mutex_);
    const auto message = boost::json::parse(*text).as_object();
    const auto* events = message.if_contains("events");
    if (events == nullptr) {
      other_.push_back(*text);
      return;
    }
    for (const auto& event : events->as_array()) numbers_.push_back(event.at("seq").as_int64());
  }
  void close(int code) override { closed = code; }
  std::vector<std::int64_t> numbers() {
    const std::scoped_lock lock(mutex_);
    return numbers_;
  }
  std::vector<std::string> other() {
    const std::scoped_lock lock(mutex_);
    return other_;
  }
  std::atomic<int> closed = 0;

 private:
  std::mutex mutex_;
  std::vector<std::int64_t> numbers_;
  std::vector<std::string> other_;
};

Numbered event(std::int64_t seq) { return {seq, R"({"seq":)" + std::to_string(seq) + "}"}; }
std::vector<Numbered> events(std::int64_t from, std::int64_t to) {
  std::vector<Numbered> list;
  for (auto seq = from; seq <= to; ++seq) list.push_back(event(seq));
  return list;
}
std::vector<std::int64_t> numbers(std::int64_t from, std::int64_t to) {
  std::vector<std::int64_t> list(static_cast<std::size_t>(to - from + 1));
  std::iota(list.begin(), list.end(), from);
  return list;
}

std::string present(const std::set<std::string>& members, std::size_t sockets) {
  std::string text = R"({"type":"present","sockets":)" + std::to_string(sockets) + R"(,"seats":")";
  for (const auto& member : members) text += member + " ";
  return text + "\"}";
}

struct Room {
  std::vector<std::int64_t> asked;
  Streams streams{[this](const std::string&, std::int64_t after) { asked.push_back(after); },
                  present};

  std::shared_ptr<Phone> enter(std::int64_t after, std::int64_t seq,
                               const std::string& member = "") {
    const auto phone = std::make_shared<Phone>();
    const auto id = streams.join(phone, R"({"type":"hello"})");
    streams.enter(id, "room", member);
    EXPECT_TRUE(streams.catch_up(id, R"({"type":"joined"})", events(after + 1, seq), seq));
    return phone;
  }
};

TEST(Streams, PassOnInOrderWhateverTheOrderOfArrival) {
  Room room;
  const auto phone = room.enter(0, 2);
  room.streams.publish("room", event(5));
  room.streams.publish("room", event(4));
  EXPECT_EQ(phone->numbers(), numbers(1, 2));
  room.streams.publish("room", event(3));
  room.streams.publish("room", event(4));
  EXPECT_EQ(phone->numbers(), numbers(1, 5));
}

TEST(Streams, WhoComesBackReadsOnFromWhereTheyWere) {
  Room room;
  const auto first = room.enter(0, 0);
  for (int seq = 1; seq <= 6; ++seq) room.streams.publish("room", event(seq));
  const auto back = room.enter(3, 6);
  room.streams.publish("room", event(7));
  EXPECT_EQ(back->numbers(), numbers(4, 7));
  EXPECT_EQ(first->numbers(), numbers(1, 7));
}

TEST(Streams, WhatComesDuringTheReadingIsNotLost) {
  Room room;
  const auto first = room.enter(0, 0);
  const auto phone = std::make_shared<Phone>();
  const auto id = room.streams.join(phone, R"({"type":"hello"})");
  room.streams.enter(id, "room", "");
  for (int seq = 1; seq <= 4; ++seq) room.streams.publish("room", event(seq));
  EXPECT_TRUE(room.streams.catch_up(id, R"({"type":"joined"})", events(1, 2), 2));
  EXPECT_EQ(phone->numbers(), numbers(1, 4));
}

TEST(Streams, AskForWhatIsToldByItsNumberOnly) {
  Room room;
  const auto phone = room.enter(0, 1);
  room.streams.publish("room", {2, ""});
  room.streams.publish("room", event(3));
  EXPECT_EQ(room.asked, std::vector<std::int64_t>{1});
  room.streams.fill("room", events(2, 3));
  EXPECT_EQ(phone->numbers(), numbers(1, 3));
}

TEST(Streams, AskForWhatIsMissingForLong) {
  Room room;
  const auto phone = room.enter(0, 0);
  room.streams.publish("room", event(2));
  room.streams.tick(Streams::Clock::now() + std::chrono::seconds(2), std::chrono::seconds(90),
                    false);
  EXPECT_EQ(room.asked, std::vector<std::int64_t>{0});
  room.streams.fill("room", events(1, 2));
  EXPECT_EQ(phone->numbers(), numbers(1, 2));
}

TEST(Streams, SayWhoIsThereInAllProcesses) {
  Room room;
  const auto phone = room.enter(0, 0, "ana");
  const auto now = Streams::Clock::now();
  room.streams.elsewhere("room", "p2", {"ben"}, 2, now + std::chrono::seconds(50));
  room.streams.tick(now, std::chrono::seconds(90), false);
  EXPECT_EQ(phone->other().back(), present({"ana", "ben"}, 3));
  room.streams.tick(now + std::chrono::seconds(60), std::chrono::seconds(900), false);
  EXPECT_EQ(phone->other().back(), present({"ana"}, 1)) << "the other process was not heard of";
}

TEST(Streams, CloseWhoNeverComesIn) {
  Room room;
  const auto phone = std::make_shared<Phone>();
  room.streams.join(phone, R"({"type":"hello"})");
  room.streams.tick(Streams::Clock::now() + std::chrono::seconds(91), std::chrono::seconds(90),
                    false);
  EXPECT_EQ(phone->closed, 1008);
}

// However events arrive, and whenever phones come, each sees each event once and in order.
RC_GTEST_PROP(Streams, NothingIsLostOrDoubled, ()) {
  Room room;
  const auto total = *rc::gen::inRange<std::int64_t>(1, 40);
  std::vector<std::shared_ptr<Phone>> phones{room.enter(0, 0)};
  std::vector<std::int64_t> started{0};
  std::int64_t written = 0;                // in the log
  std::vector<std::int64_t> on_their_way;  // and not published yet
  while (written < total || !on_their_way.empty()) {
    const auto what = *rc::gen::inRange(0, 4);
    if (what == 0 && written < total) {
      on_their_way.push_back(++written);
    } else if (what == 1) {
      const auto after = *rc::gen::inRange<std::int64_t>(0, written + 1);
      phones.push_back(room.enter(after, written));
      started.push_back(after);
    } else if (!on_their_way.empty()) {
      const auto at = *rc::gen::inRange<std::size_t>(0, on_their_way.size());
      room.streams.publish("room", event(on_their_way[at]));
      if (what == 3) room.streams.publish("room", event(on_their_way[at]));
      on_their_way.erase(on_their_way.begin() + static_cast<std::ptrdiff_t>(at));
    }
  }
  for (std::size_t i = 0; i < phones.size(); ++i) {
    RC_ASSERT(phones[i]->numbers() == numbers(started[i] + 1, total));
  }
}

TEST(Streams, StandManyThreads) {
  Room room;
  const auto phone = room.enter(0, 0);
  std::atomic<std::int64_t> next = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 250; ++i) {
        room.streams.publish("room", event(++next));
        const auto other = std::make_shared<Phone>();
        const auto id = room.streams.join(other, R"({"type":"hello"})");
        room.streams.enter(id, "room", "");
        room.streams.leave(id);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(phone->numbers(), numbers(1, 1000));
}

}  // namespace
}  // namespace tandem::live
