// A transaction, and the four things done in one: read rows into structs, read one, insert a
// struct, run a statement. Values are bound in the order of the :names in the SQL; each :name
// is written once in a statement (SQLite numbers a repeated name once, PostgreSQL's driver
// each time).
#pragma once

#include <functional>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "db/column.hpp"
#include "db/statements.hpp"

namespace tandem::db {

enum class Backend { sqlite, postgresql };

// Thrown where a unique index refuses a row: two people added the same thing at once.
struct Duplicate : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// "id, version, name": the columns of a described struct, in order.
template <class T>
const std::string& columns() {
  static const std::string list = [] {
    std::string out;
    json::for_each_member<T>(
        [&](auto member) { out += (out.empty() ? "" : ", ") + std::string(member.name); });
    return out;
  }();
  return list;
}

class Tx {
 public:
  Tx(soci::session& session, Statements& statements, Backend backend,
     const std::function<void(const std::string&)>* trace)
      : session_(session), statements_(statements), backend_(backend), trace_(trace) {}

  [[nodiscard]] Backend backend() const { return backend_; }

  // Every row of "select <columns<T>()> ...".
  template <class T, class... Binds>
  std::vector<T> all(const std::string& sql, const Binds&... binds) {
    std::vector<T> rows;
    each<T>(
        sql, [&](T&& row) { rows.push_back(std::move(row)); }, binds...);
    return rows;
  }

  template <class T, class... Binds>
  std::optional<T> one(const std::string& sql, const Binds&... binds) {
    std::optional<T> found;
    each<T>(
        sql,
        [&](T&& row) {
          if (!found) found = std::move(row);
        },
        binds...);
    return found;
  }

  // "select <columns<T>()> from <T::table> where district_id = :district <and>", with <and> such
  // as "and goal_id = :goal order by id".
  template <class T, class... Binds>
  std::vector<T> rows_of(const DistrictId& district, const std::string& and_clause,
                         const Binds&... binds) {
    return all<T>(select<T>() + and_clause, district, binds...);
  }
  template <class T, class... Binds>
  std::optional<T> row_of(const DistrictId& district, const std::string& and_clause,
                          const Binds&... binds) {
    return one<T>(select<T>() + and_clause, district, binds...);
  }

  template <class T>
  void insert(const DistrictId& district, const T& row) {
    static const std::string sql = [] {
      std::string names = "district_id";
      std::string marks = ":district_id";
      json::for_each_member<T>([&](auto member) {
        names += ", " + std::string(member.name);
        marks += ", :" + std::string(member.name);
      });
      return "insert into " + std::string(T::table) + " (" + names + ") values (" + marks + ")";
    }();
    execute(sql, std::tuple_cat(std::make_tuple(to_cell(district)), member_cells(row)));
  }

  // Sets every column of the row whose key columns match: "update t set ... where district_id
  // = :district_id <and>". Gives the number of rows changed.
  template <class T, class... Binds>
  std::int64_t update(const DistrictId& district, const T& row, const std::string& and_clause,
                      const Binds&... binds) {
    std::string sets;
    json::for_each_member<T>([&](auto member) {
      sets += (sets.empty() ? "" : ", ") + std::string(member.name) + " = :set_" + member.name;
    });
    const std::string sql = "update " + std::string(T::table) + " set " + sets +
                            " where district_id = :district_id " + and_clause;
    return execute(sql, std::tuple_cat(member_cells(row),
                                       std::make_tuple(to_cell(district), to_cell(binds)...)));
  }

  // Runs a statement; gives the number of rows it changed.
  template <class... Binds>
  std::int64_t run(const std::string& sql, const Binds&... binds) {
    return execute(sql, std::make_tuple(to_cell(binds)...));
  }

  // Every row as a JSON object, whatever its columns are: for exports.
  void each_object(const std::string& sql, const DistrictId& district,
                   const std::function<void(json::object)>& take);

  // One number, 0 where there is no row or a null: counts, sums, maxima.
  template <class... Binds>
  std::int64_t number(const std::string& sql, const Binds&... binds) {
    std::int64_t found = 0;
    perform<std::tuple<Cell<long long>>>(
        sql, std::make_tuple(to_cell(binds)...), [&](soci::statement& statement, auto& out) {
          const auto& cell = std::get<0>(out);
          if (statement.execute(true) && cell.indicator == soci::i_ok) found = cell.value;
        });
    return found;
  }

 private:
  template <class T>
  static const std::string& select() {
    static const std::string sql = "select " + columns<T>() + " from " + std::string(T::table) +
                                   " where district_id = :district_id ";
    return sql;
  }

  template <class T>
  static auto member_cells(const T& row) {
    return cells_of(row, json::Members<T>{});
  }
  template <class T, template <class...> class L, class... M>
  static auto cells_of(const T& row, L<M...>) {
    return std::make_tuple(to_cell(row.*M::pointer)...);
  }
  template <class T, template <class...> class L, class... M>
  static auto blank_cells(L<M...>) {
    return std::tuple<Cell<
        typename BaseOf<std::remove_cvref_t<decltype(std::declval<T&>().*M::pointer)>>::type>...>{};
  }

  template <class T, class F, class... Binds>
  void each(const std::string& sql, F&& take, const Binds&... binds) {
    using Out = decltype(blank_cells<T>(json::Members<T>{}));
    perform<Out>(
        sql, std::make_tuple(to_cell(binds)...), [&](soci::statement& statement, Out& out) {
          statement.execute(false);
          while (statement.fetch()) {
            T row{};
            fill(row, out, json::Members<T>{}, std::make_index_sequence<std::tuple_size_v<Out>>{});
            take(std::move(row));
          }
        });
  }

  template <class T, class Cells, template <class...> class L, class... M, std::size_t... I>
  static void fill(T& row, Cells& cells, L<M...>, std::index_sequence<I...>) {
    (from_cell(std::get<I>(cells), row.*M::pointer), ...);
  }

  // A statement with the places its values are bound from and its columns come to.
  template <class In, class Out>
  struct Prepared : Statements::Kept {
    explicit Prepared(soci::session& session, const std::string& sql) : statement(session) {
      std::apply(
          [&](auto&... cell) { (statement.exchange(soci::use(cell.value, cell.indicator)), ...); },
          in);
      std::apply(
          [&](auto&... cell) { (statement.exchange(soci::into(cell.value, cell.indicator)), ...); },
          out);
      statement.alloc();
      statement.prepare(sql);
      statement.define_and_bind();
    }
    In in;
    Out out;
    soci::statement statement;
  };

  // Binds the values and calls run(statement, out), with the columns in out after each fetch.
  template <class Out, class In, class Run>
  void perform(const std::string& sql, In in, Run&& run) {
    using Kind = Prepared<In, Out>;
    if (trace_ != nullptr && *trace_) (*trace_)(sql);
    auto& prepared =
        statements_.get<Kind>(sql, [&] { return std::make_unique<Kind>(session_, sql); });
    prepared.in = std::move(in);
    guarded(prepared, prepared.statement, [&] { run(prepared.statement, prepared.out); });
  }

  template <class Cells>
  std::int64_t execute(const std::string& sql, Cells cells) {
    std::int64_t changed = 0;
    perform<std::tuple<>>(sql, std::move(cells), [&](soci::statement& statement, auto&) {
      statement.execute(true);
      changed = statement.get_affected_rows();
    });
    return changed;
  }

  // Runs the step, and leaves the statement at rest after it; a refused unique key is Duplicate.
  void guarded(const Statements::Kept& kept, soci::statement& statement,
               const std::function<void()>& step);

  soci::session& session_;
  Statements& statements_;
  Backend backend_;
  const std::function<void(const std::string&)>* trace_;
};

}  // namespace tandem::db
