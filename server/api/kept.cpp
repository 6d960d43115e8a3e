#include "api/kept.hpp"

#include "identity/session.hpp"

namespace tandem::api {

std::string KeptAnswers::key_of(const http::Request& request) {
  if (request.method != http::Method::get || !request.query.empty()) return {};
  const auto session = http::cookie(request.header("cookie"), identity::kSessionCookie);
  if (session.empty()) return {};
  std::string key;
  key.reserve(session.size() + 1 + request.path.size());
  return key.append(session).append(1, '\n').append(request.path);
}

void KeptAnswers::put(const std::string& key, std::int64_t change, const Reply& reply,
                      const Timestamp& until) {
  const std::scoped_lock lock(mutex_);
  if (change != change_ || entries_.size() >= kMost) entries_.clear();
  change_ = change;
  entries_.insert_or_assign(key, Entry{reply, until});
}

std::optional<Reply> KeptAnswers::find(const std::string& key, std::int64_t change,
                                       const Timestamp& now) {
  const std::scoped_lock lock(mutex_);
  if (change != change_) entries_.clear();
  change_ = change;
  const auto found = entries_.find(key);
  if (found == entries_.end() || found->second.until <= now) return std::nullopt;
  return found->second.reply;
}

bool KeptAnswers::has(const std::string& key) const {
  const std::scoped_lock lock(mutex_);
  return entries_.count(key) != 0;
}

}  // namespace tandem::api
