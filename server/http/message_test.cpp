#include "http/message.hpp"

#include <gtest/gtest.h>

namespace tandem::http {
namespace {

TEST(Target, IsDecoded) {
  Request request;
  ASSERT_TRUE(read_target("/a%20b/c?q=%C3%A9t%C3%A9+x&limit=5&q=last", request));
  EXPECT_EQ(request.path, "/a b/c");
  EXPECT_EQ(request.query, (std::map<std::string, std::string>{{"q", "last"}, {"limit", "5"}}));
  Request root;
  ASSERT_TRUE(read_target("/", root));
  EXPECT_EQ(root.path, "/");
}

TEST(Target, RefusesWhatNoPageOfOursSends) {
  for (const auto* target :
       {"", "*", "x", "http://example.org/", "/../etc/passwd", "/a/..", "/./a", "/%2e%2e/etc",
        "/a%2fb", "/a\\b", "/a%5cb", "/%00", "/%0a", "/%", "/%zz", "/%c0%ae", "/a?q=%ff", "/a b"}) {
    Request request;
    EXPECT_FALSE(read_target(target, request)) << target;
  }
}

TEST(Cookie, IsFoundByItsWholeName) {
  EXPECT_EQ(cookie("a=1; tandem_session=x.y ;b=2", "tandem_session"), "x.y");
  EXPECT_EQ(cookie("not_tandem_session=1", "tandem_session"), "");
  EXPECT_EQ(cookie("", "tandem_session"), "");
}

TEST(Tags, AreReadAsTheStandardSays) {
  EXPECT_EQ(quoted_tag("\"7\""), "7");
  for (const auto* header : {"", "7", "\"", "W/\"7\"", "\"7\", \"8\"", "*"}) {
    EXPECT_FALSE(quoted_tag(header)) << header;
  }
  EXPECT_TRUE(names_tag("\"6\", W/\"7\"", "7"));
  EXPECT_TRUE(names_tag("*", "7"));
  EXPECT_FALSE(names_tag("\"77\"", "7"));
  EXPECT_FALSE(names_tag("", "7"));
  EXPECT_FALSE(names_tag("*", ""));
}

TEST(AcceptEncoding, KnowsRefusals) {
  EXPECT_TRUE(accepts("gzip, deflate, br", "br"));
  EXPECT_TRUE(accepts("GZIP;q=0.5", "gzip"));
  EXPECT_TRUE(accepts("*", "gzip"));
  EXPECT_FALSE(accepts("gzip;q=0, *", "gzip"));
  EXPECT_FALSE(accepts("identity", "gzip"));
  EXPECT_FALSE(accepts("", "gzip"));
}

TEST(MediaType, LeavesParametersOut) {
  EXPECT_EQ(media_type("Application/JSON; charset=utf-8"), "application/json");
  EXPECT_EQ(media_type(""), "");
}

}  // namespace
}  // namespace tandem::http
