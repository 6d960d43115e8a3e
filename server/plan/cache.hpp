// Ready documents, kept by the plan's revision: the whole plan is read far more often than it is
// changed, and many people open it at the same moment. Any thread may call.
#pragma once

#include <functional>
#include <memory>

#include "base/problem.hpp"
#include "base/types.hpp"

namespace tandem::plan {

struct Document {
  std::int64_t revision = 0;
  std::shared_ptr<const std::string> bytes;
};

class DocumentCache {
 public:
  // Holds at most so many bytes, and lets go first of what was asked for longest ago.
  explicit DocumentCache(std::size_t max_bytes);
  ~DocumentCache();
  DocumentCache(const DocumentCache&) = delete;
  DocumentCache& operator=(const DocumentCache&) = delete;

  // The document of that revision, or of a later one if somebody has just asked for that; made
  // with make() if it is not here. Of several who ask for the same at once, one makes it.
  Result<Document> get(const std::string& key, std::int64_t revision,
                       const std::function<Result<std::string>()>& make);

  // The two halves of get(), for who makes documents in another way.
  std::optional<Document> find(const std::string& key, std::int64_t revision);
  void put(const std::string& key, const Document& document);

  [[nodiscard]] std::size_t bytes() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tandem::plan
