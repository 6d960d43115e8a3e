// Answers that follow from the store alone, such as a whole plan, kept until anything in the store
// changes and given again without a look at it. Who may have an answer needs no second look either:
// it is kept for the one session that asked, and a session that ends or a role that is taken away
// is a change of the store like any other. Only the end of a session by time is not, so an answer
// is kept no longer than that.
#pragma once

#include <mutex>
#include <unordered_map>

#include "api/call.hpp"

namespace tandem::api {

class KeptAnswers {
 public:
  // Of which session and path the request is; empty: what it asks for is never kept.
  static std::string key_of(const http::Request& request);

  // `change` is db::Database::changes(), read before the answer was begun: one that was overtaken
  // by a change is then never found.
  void put(const std::string& key, std::int64_t change, const Reply& reply, const Timestamp& until);
  // Nothing if there is none of this change; lets go of all that are of an older one.
  [[nodiscard]] std::optional<Reply> find(const std::string& key, std::int64_t change,
                                          const Timestamp& now);
  // Whether to ask for the change at all.
  [[nodiscard]] bool has(const std::string& key) const;

 private:
  static constexpr std::size_t kMost = 2000;
  struct Entry {
    Reply reply;
    Timestamp until;
  };
  mutable std::mutex mutex_;
  std::int64_t change_ = 0;  // of which all entries are
  std::unordered_map<std::string, Entry> entries_;
};

}  // namespace tandem::api
