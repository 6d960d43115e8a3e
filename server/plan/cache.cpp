#include "plan/cache.hpp"

#include <array>
#include <list>
#include <mutex>
#include <unordered_map>

namespace tandem::plan {

struct DocumentCache::State {
  struct Entry {
    std::string key;
    Document document;
  };
  using Entries = std::list<Entry>;

  std::size_t max_bytes = 0;
  mutable std::mutex mutex;
  Entries entries;  // the one asked for last in front
  std::unordered_map<std::string, Entries::iterator> by_key;
  std::size_t bytes = 0;
  // Whoever makes a document holds the lock its key falls on.
  std::array<std::mutex, 16> making;

  std::optional<Document> find(const std::string& key, std::int64_t revision) {
    const std::scoped_lock lock(mutex);
    const auto found = by_key.find(key);
    if (found == by_key.end() || found->second->document.revision < revision) return std::nullopt;
    entries.splice(entries.begin(), entries, found->second);
    return found->second->document;
  }

  void drop(Entries::iterator entry) {
    bytes -= entry->document.bytes->size();
    by_key.erase(entry->key);
    entries.erase(entry);
  }

  void put(const std::string& key, const Document& document) {
    const std::scoped_lock lock(mutex);
    const auto found = by_key.find(key);
    if (found != by_key.end()) {
      if (found->second->document.revision > document.revision) return;
      drop(found->second);
    }
    if (document.bytes->size() > max_bytes) return;
    while (bytes + document.bytes->size() > max_bytes) drop(std::prev(entries.end()));
    entries.push_front({key, document});
    by_key.emplace(key, entries.begin());
    bytes += document.bytes->size();
  }
};

DocumentCache::DocumentCache(std::size_t max_bytes) : state_(std::make_unique<State>()) {
  state_->max_bytes = max_bytes;
}
DocumentCache::~DocumentCache() = default;

Result<Document> DocumentCache::get(const std::string& key, std::int64_t revision,
                                    const std::function<Result<std::string>()>& make) {
  if (auto found = state_->find(key, revision)) return *std::move(found);
  const auto lane = std::hash<std::string>{}(key) % state_->making.size();
  const std::scoped_lock only_one(state_->making[lane]);
  if (auto found = state_->find(key, revision)) return *std::move(found);
  TRY(std::string text, make());
  text.shrink_to_fit();
  Document made{revision, std::make_shared<const std::string>(std::move(text))};
  state_->put(key, made);
  return made;
}

std::optional<Document> DocumentCache::find(const std::string& key, std::int64_t revision) {
  return state_->find(key, revision);
}

void DocumentCache::put(const std::string& key, const Document& document) {
  state_->put(key, document);
}

std::size_t DocumentCache::bytes() const {
  const std::scoped_lock lock(state_->mutex);
  return state_->bytes;
}

}  // namespace tandem::plan
