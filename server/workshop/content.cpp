#include "workshop/content.hpp"

#include <algorithm>
#include <mutex>

namespace tandem::workshop {
namespace {

std::string text_of(const json::value& item, std::string_view name) {
  const auto* found = item.is_object() ? item.get_object().if_contains(name) : nullptr;
  return found != nullptr && found->is_string() ? std::string(found->get_string()) : "";
}

// The list at document.a.b, if the pack has one.
std::vector<Item> items_at(const json::value& document, std::string_view pointer,
                           std::string_view title = "title") {
  boost::json::error_code error;
  const auto* list = document.find_pointer(pointer, error);
  std::vector<Item> items;
  if (list == nullptr || !list->is_array()) return items;
  for (const auto& each : list->get_array()) {
    items.push_back({text_of(each, "id"), text_of(each, title)});
  }
  return items;
}

}  // namespace

Content content_of(const toolkit::Pack& pack) {
  Content content;
  content.levels = items_at(pack.document, "/continuum/levels");
  content.rows = items_at(pack.document, "/continuum/rows");
  content.outcomes = items_at(pack.document, "/outcomes", "text");
  content.consequences = items_at(pack.document, "/consequences");
  for (const auto& function : pack.functions.items) {
    content.functions.push_back({function.id, function.title});
    content.column_of[function.id] = boost::describe::enum_to_string(function.column, "");
  }
  for (const auto& column : pack.functions.columns) {
    content.columns.push_back({boost::describe::enum_to_string(column.id, ""), column.title});
  }
  for (const auto& each : items_at(pack.document, "/readiness/checklist", "text")) {
    content.checklist.push_back(each.id);
  }
  return content;
}

std::shared_ptr<const Content> kept_content_of(const std::shared_ptr<const toolkit::Pack>& pack) {
  constexpr std::size_t kMost = 100;
  static std::mutex mutex;
  // Keeping the pack too: another one must not come to its address.
  static std::map<std::shared_ptr<const toolkit::Pack>, std::shared_ptr<const Content>> kept;
  const std::scoped_lock lock(mutex);
  if (const auto found = kept.find(pack); found != kept.end()) return found->second;
  if (kept.size() >= kMost) kept.clear();
  return kept[pack] = std::make_shared<const Content>(content_of(*pack));
}

bool has(const std::vector<Item>& items, std::string_view id) { return place_of(items, id) != 0; }

std::string title_of(const std::vector<Item>& items, const std::string& id) {
  const int place = place_of(items, id);
  return place == 0 ? id : items[static_cast<std::size_t>(place - 1)].title;
}

int place_of(const std::vector<Item>& items, std::string_view id) {
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
  return found == items.end() ? 0 : static_cast<int>(found - items.begin()) + 1;
}

}  // namespace tandem::workshop
