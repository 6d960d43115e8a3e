// One operation of the contract being carried out: what a route handler is given, and what it
// answers. By then the caller is known, the permission table has agreed, and a transaction is
// open: read-only for GET, one that is committed if the handler succeeds for everything else.
#pragma once

#include "audit/change.hpp"
#include "db/database.hpp"
#include "http/message.hpp"
#include "identity/seat.hpp"
#include "identity/session.hpp"

namespace tandem::api {

const std::shared_ptr<const std::string>& no_bytes();

struct Reply {
  int status = 200;
  std::string etag;      // without its quotes; empty: none
  std::string location;  // of what was created
  std::string content_type = "application/json";
  std::shared_ptr<const std::string> body = no_bytes();
  std::vector<std::pair<std::string, std::string>> headers;
};

using Params = std::map<std::string, std::string>;  // {name} of the path -> what stood there

// Cursor and size of a list request.
struct Page {
  std::int64_t limit = 100;
  std::string after;
};

// What a request says, apart from who sent it.
class Message {
 public:
  Message(const http::Request& request, const Params& params)
      : request_(request), params_(params) {}

  [[nodiscard]] const http::Request& request() const { return request_; }
  [[nodiscard]] const std::string& param(const std::string& name) const { return params_.at(name); }
  template <class I = RecordId>
  [[nodiscard]] I id(const std::string& name) const {
    return I{params_.at(name)};
  }
  template <class T>
  [[nodiscard]] Result<T> body() const {
    TRY(const auto document, json::parse(request_.body));
    return json::from<T>(document);
  }
  // The version in If-Match: 428 without one, 400 if it is not a version.
  [[nodiscard]] Result<std::int64_t> expected_version() const;
  // ?limit= and ?after=; 400 if out of bounds.
  [[nodiscard]] Result<Page> page() const;
  // A query parameter, if given and not empty (all of the target is bounded by the server).
  [[nodiscard]] std::optional<std::string> query(const std::string& name) const;

 private:
  const http::Request& request_;
  const Params& params_;
};

class Call : public Message {
 public:
  Call(const Message& message, db::Tx& transaction, DistrictId where, identity::SignedIn who,
       std::optional<identity::Seated> sitting, audit::Change* writing)
      : Message(message),
        tx(transaction),
        district(std::move(where)),
        caller(std::move(who)),
        seat(std::move(sitting)),
        change_(writing) {}

  db::Tx& tx;
  const DistrictId district;  // of the path; empty where the path has none
  const identity::SignedIn caller;
  // Whoever acts from a seat in a room; then there is no caller.
  const std::optional<identity::Seated> seat;
  // The change this call makes; only in operations that are not GET.
  [[nodiscard]] audit::Change& change() const { return *change_; }

 private:
  audit::Change* change_;
};

// An operation with slow work that must not hold a transaction (hashing a password, making a
// PDF): its handler opens its own.
class FreeCall : public Message {
 public:
  FreeCall(const Message& message, db::Database& store, DistrictId where,
           std::optional<identity::SignedIn> who)
      : Message(message), database(store), district(std::move(where)), caller(std::move(who)) {}

  db::Database& database;
  const DistrictId district;
  const std::optional<identity::SignedIn> caller;  // none only in operations open to all
};

std::shared_ptr<const std::string> bytes(std::string text);

// 200 with a value.
template <class T>
Reply ok(const T& value) {
  Reply reply;
  reply.body = bytes(json::text(value));
  return reply;
}
// 200 with a list; next is the cursor of the following page, if there is one.
template <class T>
Reply list(const std::vector<T>& items, const std::optional<std::string>& next = std::nullopt) {
  return ok(json::value(json::object{{"items", json::write(items)}, {"next", json::write(next)}}));
}
// A list that was read with limit + 1 rows: cuts the extra one and makes the cursor of it.
template <class T, class KeyOf>
Reply page_of(std::vector<T> items, const Page& page, KeyOf&& key_of) {
  std::optional<std::string> next;
  if (static_cast<std::int64_t>(items.size()) > page.limit) {
    items.resize(static_cast<std::size_t>(page.limit));
    next = key_of(items.back());
  }
  return list(items, next);
}
// 200 with a record and its ETag.
template <class R>
Reply record(const R& row) {
  Reply reply = ok(row);
  reply.etag = std::to_string(row.version);
  return reply;
}
// 201 with a new record, its ETag and its place.
template <class R>
Reply created(const R& row, std::string location) {
  Reply reply = record(row);
  reply.status = 201;
  reply.location = std::move(location);
  return reply;
}
Reply no_content();

}  // namespace tandem::api
