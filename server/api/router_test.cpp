#include "api/router.hpp"

#include <gtest/gtest.h>

namespace tandem::api {
namespace {

using http::Method;

Router router() {
  Routes routes;
  const Handler none = [](Call&) -> Result<Reply> { return no_content(); };
  routes.add({"listPeople", Method::get, "/districts/{district}/people", none});
  routes.add({"createPerson", Method::post, "/districts/{district}/people", none});
  routes.add({"getPerson", Method::get, "/districts/{district}/people/{person}", none});
  routes.add({"invitePeople", Method::post, "/districts/{district}/people/invitations", none});
  return Router(std::move(routes));
}

std::string operation(const Router& router, Method method, std::string_view path) {
  const auto found = router.find(method, path);
  if (const auto* match = std::get_if<Router::Found>(&found)) return match->route->operation;
  if (const auto* others = std::get_if<Router::OtherMethods>(&found))
    return "allow " + others->allow;
  return "";
}

TEST(Router, FindsByMethodAndPath) {
  const auto all = router();
  EXPECT_EQ(operation(all, Method::get, "/api/v1/districts/d/people"), "listPeople");
  EXPECT_EQ(operation(all, Method::head, "/api/v1/districts/d/people"), "listPeople");
  EXPECT_EQ(operation(all, Method::post, "/api/v1/districts/d/people"), "createPerson");
  EXPECT_EQ(operation(all, Method::get, "/api/v1/districts/d/people/p"), "getPerson");
}

TEST(Router, GivesTheParameters) {
  const auto all = router();
  const auto found = all.find(Method::get, "/api/v1/districts/d/people/p");
  EXPECT_EQ(std::get<Router::Found>(found).params, (Params{{"district", "d"}, {"person", "p"}}));
}

TEST(Router, PrefersAFixedSegment) {
  const auto all = router();
  EXPECT_EQ(operation(all, Method::post, "/api/v1/districts/d/people/invitations"), "invitePeople");
  EXPECT_EQ(operation(all, Method::get, "/api/v1/districts/d/people/invitations"), "allow POST");
}

TEST(Router, SaysWhatThePathHasInstead) {
  EXPECT_EQ(operation(router(), Method::del, "/api/v1/districts/d/people"), "allow GET, POST");
}

TEST(Router, FindsNothingElse) {
  const auto all = router();
  for (const auto* path : {"/", "/api/v1", "/api/v1/districts//people", "/districts/d/people",
                           "/api/v1/districts/d/people/", "/api/v1/districts/d/people/p/x"}) {
    EXPECT_EQ(operation(all, Method::get, path), "") << path;
  }
}

TEST(Router, RefusesARouteTwice) {
  Routes routes;
  const Handler none = [](Call&) -> Result<Reply> { return no_content(); };
  routes.add({"a", Method::get, "/a", none});
  routes.add({"b", Method::get, "/a", none});
  EXPECT_THROW(Router{std::move(routes)}, std::logic_error);
}

}  // namespace
}  // namespace tandem::api
