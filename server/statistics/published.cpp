#include "statistics/published.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace tandem::statistics {
namespace {

using Count = CountTable::Count;

struct Cell {
  std::int64_t students = 0;
  bool told = false;
  std::vector<std::size_t> figures;  // the same figure, published in more than one way
};

// Groups of one place in one category, by name.
using Groups = std::map<std::string, Cell>;

std::int64_t sum_of(const Groups& groups) {
  std::int64_t sum = 0;
  for (const auto& [_, cell] : groups) sum += cell.students;
  return sum;
}

struct PlaceFigures {
  std::optional<Cell> everybody;
  std::map<std::string, Groups> categories;

  // What is known of everybody: published, or what the groups of a category other than this add up
  // to. One group alone is not taken for all there are.
  [[nodiscard]] Count known(const std::string& but) const {
    if (everybody) return everybody->students;
    Count most;
    for (const auto& [category, groups] : categories) {
      if (category != but && groups.size() > 1) most = std::max(most.value_or(0), sum_of(groups));
    }
    return most;
  }
};

class Sheet {
 public:
  Sheet(const std::vector<Figure>& figures, std::int64_t fewest) : fewest_(fewest) {
    hidden_.resize(figures.size());
    for (std::size_t i = 0; i < figures.size(); ++i) add(i, figures[i]);
    split_overlaps();
  }

  std::vector<bool> may_show() {
    // Each round withholds a place more, so there are no more rounds than places.
    do decide_totals();
    while (!categories_are_safe());
    std::vector<bool> shown;
    for (std::size_t i = 0; i < hidden_.size(); ++i) shown.push_back(!hidden_[i]);
    return shown;
  }

 private:
  void add(std::size_t i, const Figure& figure) {
    hidden_[i] = figure.students < fewest_ && !figure.told;
    auto& place = figure.place.empty() ? whole_ : places_[figure.place];
    Cell* cell = nullptr;
    if (figure.group.empty()) {
      if (!place.everybody) place.everybody = Cell{figure.students, figure.told, {}};
      cell = &*place.everybody;
    } else {
      auto& groups = place.categories[figure.category];
      cell =
          &groups.try_emplace(figure.group, Cell{figure.students, figure.told, {}}).first->second;
    }
    // Of two that disagree the smaller decides.
    if (cell->students == figure.students) cell->told = cell->told || figure.told;
    else if (figure.students < cell->students) {
      cell->students = figure.students;
      cell->told = figure.told;
    }
    cell->figures.push_back(i);
  }

  void split_overlaps() {
    std::set<std::string> overlap;
    const auto look = [&](const PlaceFigures& place) {
      if (!place.everybody) return;
      for (const auto& [category, groups] : place.categories) {
        if (sum_of(groups) > place.everybody->students) overlap.insert(category);
      }
    };
    look(whole_);
    for (const auto& [_, place] : places_) look(place);
    const auto split = [&](PlaceFigures& place) {
      for (const auto& category : overlap) {
        const auto found = place.categories.find(category);
        if (found == place.categories.end()) continue;
        auto groups = std::move(found->second);
        place.categories.erase(found);
        for (auto& [name, cell] : groups) {
          place.categories[category + '\n' + name].emplace(name, std::move(cell));
        }
      }
    };
    split(whole_);
    for (auto& [_, place] : places_) split(place);
  }

  void hide(const Cell& cell) {
    if (cell.told) return;
    for (const auto i : cell.figures) hidden_[i] = true;
  }
  void hide(const PlaceFigures& place) {
    if (place.everybody) hide(*place.everybody);
    for (const auto& [category, groups] : place.categories) {
      for (const auto& [group, cell] : groups) hide(cell);
    }
  }

  // What is known of everybody in all places, if it can be all of what is listed by place and by
  // group.
  [[nodiscard]] Count known_whole(const std::string& but, std::int64_t by_place) const {
    if (whole_out_) return std::nullopt;
    auto known = whole_.known(but);
    const auto own = whole_.categories.find(but);
    const bool by_group = own != whole_.categories.end();
    // The places' totals may be all there are, and so give the groups' total.
    if (!known && by_group && !places_.empty()) known = by_place;
    const auto least = std::max(by_place, by_group ? sum_of(own->second) : 0);
    if (known && *known < least) known.reset();
    return known;
  }

  void decide_totals() {
    CountTable table;
    table.rows = 1;
    std::vector<std::string> names;
    std::int64_t sum = 0;
    for (const auto& [name, place] : places_) {
      const auto known = place.known("");
      if (!known) continue;
      names.push_back(name);
      table.cells.push_back(known);
      table.secret.push_back(exposed_.count(name) > 0);
      sum += *known;
    }
    table.columns = names.size();
    table.column_totals.resize(names.size());
    table.row_totals = {whole_out_ ? std::nullopt : known_whole("", sum)};
    const auto may = statistics::may_show(table, fewest_);
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (!may.cells[i]) out_.insert(names[i]);
    }
    if (table.row_totals[0] && !may.row_totals[0]) whole_out_ = true;
    for (const auto& name : out_) hide(places_.at(name));
    if (whole_out_) hide(whole_);
  }

  bool categories_are_safe() {
    std::set<std::string> categories;
    const auto gather = [&](const PlaceFigures& place) {
      for (const auto& [category, _] : place.categories) categories.insert(category);
    };
    gather(whole_);
    for (const auto& [_, place] : places_) gather(place);
    bool safe = true;
    for (const auto& category : categories) safe = is_safe(category) && safe;
    return safe;
  }

  bool is_safe(const std::string& category) {
    const auto in = [&](const PlaceFigures& place) -> const Groups* {
      const auto found = place.categories.find(category);
      return found == place.categories.end() ? nullptr : &found->second;
    };
    std::vector<std::string> rows;
    std::set<std::string> columns;
    for (const auto& [name, place] : places_) {
      if (out_.count(name) > 0) continue;
      if (!in(place) && !place.known(category)) continue;
      rows.push_back(name);
      if (const auto* groups = in(place)) {
        for (const auto& [group, _] : *groups) columns.insert(group);
      }
    }
    const auto* over = whole_out_ ? nullptr : in(whole_);
    if (over != nullptr) {
      for (const auto& [group, _] : *over) columns.insert(group);
    }
    CountTable table;
    table.rows = rows.size();
    table.columns = columns.size();
    table.margins_stay = true;
    std::vector<const Cell*> cells;
    std::int64_t listed = 0;
    for (const auto& name : rows) {
      const auto& place = places_.at(name);
      const auto* groups = in(place);
      for (const auto& group : columns) put(groups, group, table.cells, table.told, cells);
      auto known = place.known(category);
      const auto sum = groups == nullptr ? 0 : sum_of(*groups);
      if (known && *known < sum) known.reset();
      listed += known.value_or(sum);
      table.row_totals.push_back(known);
    }
    std::vector<const Cell*> totals;
    for (const auto& group : columns) {
      put(over, group, table.column_totals, table.told_columns, totals);
    }
    table.total = known_whole(category, listed);
    const auto may = statistics::may_show(table, fewest_);
    hide_those(cells, may.cells);
    hide_those(totals, may.column_totals);
    for (const auto row : may.exposed_rows) {
      out_.insert(rows[row]);
      exposed_.insert(rows[row]);
    }
    // Nothing is left to withhold for all places but all of it.
    const bool whole = may.exposed_whole && !whole_out_;
    if (whole) whole_out_ = true;
    return may.exposed_rows.empty() && !whole;
  }

  static void put(const Groups* groups, const std::string& name, std::vector<Count>& counts,
                  std::vector<bool>& told, std::vector<const Cell*>& cells) {
    const Cell* cell = nullptr;
    if (groups != nullptr) {
      const auto found = groups->find(name);
      if (found != groups->end()) cell = &found->second;
    }
    counts.push_back(cell == nullptr ? std::nullopt : Count(cell->students));
    told.push_back(cell != nullptr && cell->told);
    cells.push_back(cell);
  }

  void hide_those(const std::vector<const Cell*>& cells, const std::vector<bool>& shown) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i] != nullptr && !shown[i]) hide(*cells[i]);
    }
  }

  std::int64_t fewest_;
  PlaceFigures whole_;
  std::map<std::string, PlaceFigures> places_;
  std::vector<bool> hidden_;
  std::set<std::string> out_;      // places withheld altogether
  std::set<std::string> exposed_;  // those of them whose total would give away a group
  bool whole_out_ = false;         // all figures for all places together
};

}  // namespace

std::vector<bool> may_show(const std::vector<Figure>& figures, std::int64_t fewest) {
  return Sheet(figures, fewest).may_show();
}

}  // namespace tandem::statistics
