// The statements of one connection, prepared once and kept with what they are bound to: preparing
// one costs several times what running it does, and on PostgreSQL two more round trips.
#pragma once

#include <soci/soci.h>

#include <list>
#include <memory>
#include <string>

namespace tandem::db {

class Statements {
 public:
  struct Kept {
    virtual ~Kept() = default;
  };

  // The statement of that text and kind; made with make() if it is not here. It stays where it
  // is until another one is asked for.
  template <class Kind, class Make>
  Kind& get(const std::string& sql, Make&& make) {
    for (auto entry = entries_.begin(); entry != entries_.end(); ++entry) {
      if (entry->sql != sql) continue;
      if (auto* const found = dynamic_cast<Kind*>(entry->kept.get())) {
        entries_.splice(entries_.begin(), entries_, entry);
        return *found;
      }
    }
    std::unique_ptr<Kind> fresh = make();
    Kind& statement = *fresh;
    entries_.push_front({sql, std::move(fresh)});
    if (entries_.size() > kMost) entries_.pop_back();
    return statement;
  }

  void forget(const Kept& statement) {
    entries_.remove_if([&](const Entry& entry) { return entry.kept.get() == &statement; });
  }
  void clear() { entries_.clear(); }

 private:
  static constexpr std::size_t kMost = 48;  // some 10 KB each
  struct Entry {
    std::string sql;
    std::unique_ptr<Kept> kept;
  };
  std::list<Entry> entries_;  // the one used last in front
};

}  // namespace tandem::db
