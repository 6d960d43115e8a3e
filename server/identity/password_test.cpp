#include "identity/password.hpp"

#include <gtest/gtest.h>

namespace tandem::identity {
namespace {

TEST(Password, IsKnownAgainButNotKept) {
  const auto hash = hash_password("correct horse battery");
  EXPECT_EQ(hash.find("correct"), std::string::npos);
  EXPECT_EQ(hash.rfind("$argon2id$", 0), 0U);
  EXPECT_TRUE(verify_password(hash, "correct horse battery"));
  EXPECT_TRUE(verify_password(hash, " correct horse battery\n"));
  EXPECT_FALSE(verify_password(hash, "correct horse batterx"));
  EXPECT_FALSE(verify_password(hash, ""));
  EXPECT_NE(hash_password("correct horse battery"), hash);  // salted
  EXPECT_FALSE(is_outdated(hash));
}

TEST(Password, OfNobodyIsNeverRight) {
  EXPECT_FALSE(verify_password(nobodys_hash(), ""));
  EXPECT_FALSE(verify_password(nobodys_hash(), nobodys_hash()));
  EXPECT_FALSE(verify_password("", ""));
}

TEST(Password, SeesAHashOfAnotherCost) {
  EXPECT_TRUE(
      is_outdated("$argon2id$v=19$m=12288,t=3,p=1$c29tZXNhbHRzb21lc2FsdA$"
                  "aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g"));
}

}  // namespace
}  // namespace tandem::identity
