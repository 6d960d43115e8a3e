// Creates that can be sent twice: the answer to the first is kept under the sender's key and
// repeated (draft-ietf-httpapi-idempotency-key-header-07).
#pragma once

#include "api/call.hpp"

namespace tandem::api {

// The stored reply if this call was made before; nothing if it is new. 422 if the key was
// used for something else, 400 if it cannot be a key.
Result<std::optional<Reply>> earlier_reply(const Call& call, std::string_view operation);
// Keeps the reply with the change itself, in the same transaction.
void keep_reply(const Call& call, std::string_view operation, const Reply& reply);
// Keys are kept for a day.
void forget_old_replies(db::Tx& tx, const Timestamp& now);

}  // namespace tandem::api
