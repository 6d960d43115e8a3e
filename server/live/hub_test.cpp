#include "live/hub.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace tandem::live {
namespace {

class Page : public http::Socket {
 public:
  void send(std::shared_ptr<const std::string> text) override {
    const std::scoped_lock lock(mutex_);
    received_.push_back(*text);
  }
  void close(int code) override { closed = code; }
  std::vector<std::string> take() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(received_, {});
  }
  std::atomic<int> closed = 0;

 private:
  std::mutex mutex_;
  std::vector<std::string> received_;
};

const DistrictId kDistrict{"019ab0f4-7c1e-7d52-8a4b-3f1f2f6f9c01"};
const DistrictId kOther{"019ab0f4-7c1e-7d52-8a4b-3f1f2f6f9c02"};
const std::string kTemplate = "template:019ab0f4-7c1e-7d52-8a4b-3f1f2f6f9c77";
const PersonId kAna{"019ab0f4-7c1e-7d52-8a4b-3f1f2f6f9c03"};
const PersonId kBen{"019ab0f4-7c1e-7d52-8a4b-3f1f2f6f9c04"};

audit::Event event(const DistrictId& district, const std::string& topic) {
  return {district, topic, "goal", "g", 2, "Ana"};
}

TEST(Hub, TellsThoseWhoLookOnAndNobodyElse) {
  Hub hub;
  const auto plan = std::make_shared<Page>();
  const auto actions = std::make_shared<Page>();
  const auto elsewhere = std::make_shared<Page>();
  hub.subscribe(hub.join(plan, kAna, "Ana"), {kDistrict, {"plan"}}, 1);
  hub.subscribe(hub.join(actions, kBen, "Ben"), {kDistrict, {"actions"}}, 1);
  hub.subscribe(hub.join(elsewhere, kBen, "Ben"), {kOther, {"plan"}}, 1);
  for (const auto& page : {plan, actions, elsewhere}) EXPECT_EQ(page->take(), std::vector{hello()});

  const auto change = event(kDistrict, "plan");
  hub.publish({change});
  EXPECT_EQ(plan->take(), std::vector{changed(change)});
  EXPECT_TRUE(actions->take().empty());
  EXPECT_TRUE(elsewhere->take().empty());
}

TEST(Hub, ASubscriptionReplacesTheOneBefore) {
  Hub hub;
  const auto page = std::make_shared<Page>();
  const auto id = hub.join(page, kAna, "Ana");
  hub.subscribe(id, {kDistrict, {"plan"}}, 1);
  hub.subscribe(id, {kDistrict, {"actions"}}, 2);
  page->take();
  hub.publish({event(kDistrict, "plan")});
  EXPECT_TRUE(page->take().empty());
  hub.subscribe(id, {kDistrict, {"plan"}}, 1);  // overtaken on its way
  hub.publish({event(kDistrict, "actions")});
  EXPECT_EQ(page->take().size(), 1U);
}

TEST(Hub, SaysWhoIsInATemplateEachPersonOnce) {
  Hub hub;
  const auto first = std::make_shared<Page>();
  const auto second = std::make_shared<Page>();
  const auto third = std::make_shared<Page>();
  hub.subscribe(hub.join(first, kAna, "Ana"), {kDistrict, {kTemplate}}, 1);
  const auto ben = hub.join(second, kBen, "Ben");
  hub.subscribe(ben, {kDistrict, {kTemplate}}, 1);
  const auto again = hub.join(third, kBen, "Ben");
  hub.subscribe(again, {kDistrict, {kTemplate}}, 1);
  EXPECT_EQ(first->take().back(), present(kTemplate, {{kAna, "Ana"}, {kBen, "Ben"}}));
  hub.leave(again);
  EXPECT_EQ(first->take().back(), present(kTemplate, {{kAna, "Ana"}, {kBen, "Ben"}}));
  hub.leave(ben);
  EXPECT_EQ(first->take().back(), present(kTemplate, {{kAna, "Ana"}}));
}

TEST(Hub, ClosesAll) {
  Hub hub;
  const auto page = std::make_shared<Page>();
  hub.join(page, kAna, "Ana");
  hub.close_all(1001);
  EXPECT_EQ(page->closed, 1001);
}

TEST(Hub, StandsManyThreads) {
  Hub hub;
  const auto page = std::make_shared<Page>();
  hub.subscribe(hub.join(page, kAna, "Ana"), {kDistrict, {"plan"}}, 1);
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 200; ++i) {
        const auto other = std::make_shared<Page>();
        const auto id = hub.join(other, kBen, "Ben");
        hub.subscribe(id, {kDistrict, {"plan", kTemplate}}, 1);
        hub.publish({event(kDistrict, "plan")});
        hub.leave(id);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(hub.viewers(), 1U);
  EXPECT_EQ(page->take().size(), 801U);
}

TEST(Protocol, ReadsWhatPagesSend) {
  const auto subscribe = read_message(
      R"({"type":"subscribe","district":"019ab0f4-7c1e-7d52-8a4b-3f1f2f6f9c01","topics":["plan"]})");
  ASSERT_TRUE(std::holds_alternative<Subscribe>(subscribe));
  EXPECT_EQ(std::get<Subscribe>(subscribe).topics, std::set<std::string>{"plan"});
  EXPECT_TRUE(std::holds_alternative<Ping>(read_message(R"({"type":"ping"})")));
}

TEST(Protocol, RefusesAnythingElse) {
  for (
      const auto* text : {
          "",
          "hello",
          "[]",
          "{}",
          R"({"type":"ping","x":1})",
          R"({"type":"sing"})",
          R"({"type":"subscribe","district":"d","topics":[]})",
          R"({"type":"subscribe","district":"019ab0f4-7c1e-7d52-8a4b-3f1f2f6f9c01"})",
          R"({"type":"subscribe","district":"019ab0f4-7c1e-7d52-8a4b-3f1f2f6f9c01","topics":["x"]})",
          R"({"type":"subscribe","district":"019ab0f4-7c1e-7d52-8a4b-3f1f2f6f9c01","topics":["plan","plan"]})",
          R"({"type":"subscribe","district":"019ab0f4-7c1e-7d52-8a4b-3f1f2f6f9c01","topics":["template:1"]})",
      }) {
    EXPECT_TRUE(std::holds_alternative<Unclear>(read_message(text))) << text;
  }
}

}  // namespace
}  // namespace tandem::live
