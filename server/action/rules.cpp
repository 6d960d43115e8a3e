#include "action/rules.hpp"

namespace tandem::action {
namespace {

template <class Items, class KeyOf>
auto by_key(const Items& items, KeyOf&& key_of) {
  std::map<std::string, const typename Items::value_type*> found;
  for (const auto& item : items) found.emplace(key_of(item), &item);
  return found;
}

template <class Map>
auto* find(const Map& map, const std::string& key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : found->second;
}

}  // namespace

Reconciled reconcile(const std::vector<ActionItem>& existing, const std::vector<Planned>& before,
                     const std::vector<Planned>& now) {
  const auto key_of = [](const Planned& planned) { return planned.key; };
  const auto items =
      by_key(existing, [](const ActionItem& item) { return item.origin_key.value_or(""); });
  const auto earlier = by_key(before, key_of);
  const auto later = by_key(now, key_of);
  const auto untouched = [&](const ActionItem& item, const Planned* planned) {
    return planned != nullptr && planned->fields == item;
  };
  Reconciled result;
  for (const Planned& planned : now) {
    const Planned* const was = find(earlier, planned.key);
    if (const ActionItem* const item = find(items, planned.key)) {
      if (untouched(*item, was) && !(planned.fields == *item)) {
        result.update.emplace_back(*item, planned.fields);
      }
    } else if (was == nullptr || !(was->fields == planned.fields)) {
      result.create.push_back(planned);
    }
  }
  for (const ActionItem& item : existing) {
    const auto key = item.origin_key.value_or("");
    if (find(later, key) == nullptr && untouched(item, find(earlier, key))) {
      result.remove.push_back(item);
    }
  }
  return result;
}

std::string cursor_of(const ActionItem& last) { return record::cursor_of(last.due_on, last.id); }

}  // namespace tandem::action
