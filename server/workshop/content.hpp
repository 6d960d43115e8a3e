// What a workshop needs to know of its pack beyond what toolkit:: takes apart: the continuum, the
// outcomes, the consequences, the texts to read. In the order of the pack.
#pragma once

#include <memory>

#include "toolkit/pack.hpp"

namespace tandem::workshop {

struct Item {
  std::string id;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(Item, (), (id, title))

struct Content {
  std::vector<Item> levels;  // of the continuum, from isolation to collaboration
  std::vector<Item> rows;
  std::vector<Item> outcomes;
  std::vector<Item> consequences;
  std::vector<Item> functions;
  std::vector<Item> columns;
  std::map<std::string, std::string> column_of;  // function -> column
  std::vector<std::string> checklist;            // of the facilitator's readiness
};

Content content_of(const toolkit::Pack& pack);
// The same, kept: a room of people who answer asks for it a hundred times a second.
std::shared_ptr<const Content> kept_content_of(const std::shared_ptr<const toolkit::Pack>& pack);

bool has(const std::vector<Item>& items, std::string_view id);
std::string title_of(const std::vector<Item>& items, const std::string& id);  // the id if unknown
// Counted from 1; 0 if it is none of them.
int place_of(const std::vector<Item>& items, std::string_view id);

}  // namespace tandem::workshop
