// The district's dashboard, a consultant's roll-up and the portfolio, each measured beside one
// hand-written SQL statement that reads the same rows, in turn with it and on the same file.
//   bench_dashboard FILE ROUNDS    makes FILE; prints JSON: milliseconds (medians), queries, rows
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <string>

#include "dashboard/service.hpp"
#include "db/database.hpp"
#include "org/service.hpp"
#include "plan/large.hpp"
#include "report/document.hpp"
#include "signals/service.hpp"

namespace {

using namespace tandem;
using Clock = std::chrono::steady_clock;

constexpr int kDistricts = 900;
constexpr int kSchools = 3500;
const PersonId kConsultant{"01900000-0000-7000-8000-00000000c0de"};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

template <class Work>
double milliseconds(Work&& work) {
  const auto start = Clock::now();
  work();
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// The yardstick: SQLite itself, the statement prepared once, every column of every row fetched.
class Plain {
 public:
  explicit Plain(const std::string& path) {
    if (sqlite3_open_v2(path.c_str(), &database_, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(database_));
  }
  Plain(const Plain&) = delete;
  Plain& operator=(const Plain&) = delete;
  ~Plain() { sqlite3_close(database_); }

  // Each ?1 is the given text. Gives the number of rows.
  std::size_t read(const std::string& sql, const std::string& bound) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(database_));
    sqlite3_bind_text(statement, 1, bound.c_str(), -1, SQLITE_STATIC);
    std::size_t rows = 0;
    while (sqlite3_step(statement) == SQLITE_ROW) {
      ++rows;
      for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        bytes_ += static_cast<std::size_t>(sqlite3_column_bytes(statement, i));
      }
    }
    sqlite3_finalize(statement);
    return rows;
  }

 private:
  sqlite3* database_ = nullptr;
  std::size_t bytes_ = 0;  // so that reading cannot be left out
};

const std::string kDashboardSql =
    "select 'school', id, name, level, status, null from school where district_id = ?1 union all "
    "select 'goal', id, title, status, schools, all_schools from goal where district_id = ?1 "
    "union all select 'measure', goal_id, null, null, null, count(*) from measure where "
    "district_id = ?1 group by goal_id union all select 'activity', st.goal_id, a.school_id, "
    "a.status, sum(a.due_on < '2026-11-24'), count(*) from activity a join strategy st on "
    "st.district_id = a.district_id and st.id = a.strategy_id where a.district_id = ?1 group by "
    "st.goal_id, a.school_id, a.status union all select 'money', st.goal_id, l.school_id, l.year, "
    "null, sum(l.amount_cents) from funding_line l join strategy st on st.district_id = "
    "l.district_id and st.id = l.strategy_id where l.district_id = ?1 group by st.goal_id, "
    "l.school_id, l.year union all select 'target', m.goal_id, t.school_id, t.end_target, null, "
    "null from target t join measure m on m.district_id = t.district_id and m.id = t.measure_id "
    "where t.district_id = ?1 union all select 'template', id, school_id, state, null, null from "
    "template where district_id = ?1";

const std::string kRollupSql =
    "with mine as (select district_id from role_grant where person_id = ?1) "
    "select d.district_id, d.code, d.name, "
    "(select count(*) from school s where s.district_id = d.district_id and s.status = 'open'), "
    "(select count(*) from goal g where g.district_id = d.district_id and g.status = 'active'), "
    "(select count(*) from strategy st where st.district_id = d.district_id), "
    "(select sum(a.status = 'done') || '/' || count(*) || '/' || sum(a.due_on < '2026-11-24') from "
    "activity a where a.district_id = d.district_id), "
    "(select sum(l.amount_cents) from funding_line l where l.district_id = d.district_id), "
    "(select sum(t.state = 'accepted') || '/' || count(*) from template t where t.district_id = "
    "d.district_id and t.kind = 'building'), "
    "(select avg(m.score) from signal_month m where m.district_id = d.district_id) "
    "from district d where d.district_id in mine";

const std::string kPortfolioSql =
    "select 'school', id, name, code, level, grades, status, city, pupils from school where "
    "district_id = ?1 union all select 'person', id, name, email, title, null, null, null, active "
    "from person where district_id = ?1 union all select 'plan', id, title, summary, starts_on, "
    "ends_on, null, null, revision from plan where district_id = ?1 union all select 'goal', id, "
    "title, statement, status, starts_on, ends_on, schools, position from goal where district_id = "
    "?1 union all select 'measure', id, name, goal_id, unit, direction, source, null, position "
    "from measure where district_id = ?1 union all select 'target', measure_id, school_id, "
    "baseline, interim, end_target, null, null, version from target where district_id = ?1 union "
    "all select 'strategy', id, title, description, goal_id, evidence_tier, systems, owner_name, "
    "position from strategy where district_id = ?1 union all select 'activity', id, title, detail, "
    "strategy_id, school_id, starts_on, due_on || status || owner_name, position from activity "
    "where district_id = ?1 union all select 'line', id, strategy_id, school_id, source_id, year, "
    "note, null, amount_cents from funding_line where district_id = ?1 union all select 'source', "
    "id, name, kind, null, null, null, null, active from funding_source where district_id = ?1";

std::string uuid(int kind, int n) {
  return fmt::format("0190{:04x}-0000-7000-8000-{:012x}", kind, n);
}

// Many small districts, straight into the tables: 4 goals, 8 strategies and 40 activities each.
void fill(db::Tx& tx) {
  const auto now = Timestamp::now();
  const std::string head = ", 1, '" + now.value + "', '" + now.value + "', '', ";
  const auto insert = [&](const std::string& table, const std::string& columns,
                          const std::string& values) {
    tx.run("insert into " + table +
           " (district_id, id, version, created_at, updated_at, updated_by, " + columns +
           ") values (" + values + ")");
  };
  int school = 0;
  for (int d = 0; d < kDistricts; ++d) {
    const auto district = "'" + uuid(1, d) + "'";
    const auto row = [&](int kind, int n) { return district + ", '" + uuid(kind, n) + "'" + head; };
    insert("district", "code, name, kind",
           district + ", " + district + head +
               fmt::format("'{:05}', 'District {}', 'district'", d, d));
    tx.run("insert into role_grant (district_id, person_id, role, school_id) values (" + district +
               ", :p, 'consultant', '')",
           kConsultant);
    insert("round", "year, due_on, pack_id, pack_version", row(8, d) + "'2026-27', null, 'p', '1'");
    const int until = kSchools * (d + 1) / kDistricts;
    for (; school < until; ++school) {
      insert("school", "code, name, level, grades, status, city",
             row(2, school) +
                 fmt::format("'{:05}', 'School {}', 'elementary', '', 'open', ''", school, school));
      insert("template", "round_id, kind, school_id, state, submissions",
             row(9, school) + "'" + uuid(8, d) + "', 'building', '" + uuid(2, school) + "', '" +
                 (school % 3 == 0 ? "accepted" : "draft") + "', 1");
    }
    for (int g = 0; g < 4; ++g) {
      insert("goal", "position, title, statement, status, owner_name, all_schools, schools",
             row(3, 10 * d + g) + fmt::format("{}, 'Goal {}', '', 'active', '', 1, '[]'", g, g));
      for (int s = 0; s < 2; ++s) {
        const int strategy = 100 * d + 10 * g + s;
        insert("strategy",
               "goal_id, position, title, description, evidence_tier, systems, owner_name",
               row(4, strategy) + "'" + uuid(3, 10 * d + g) +
                   "', 1, 'Strategy', '', 'strong', '[]', ''");
        insert("funding_line", "strategy_id, source_id, year, amount_cents, note",
               row(6, strategy) + "'" + uuid(4, strategy) + "', 'x', '2026-27', 1000000, ''");
        for (int a = 0; a < 5; ++a) {
          static constexpr const char* kStatus[] = {"not_started", "in_progress", "done"};
          insert("activity",
                 "strategy_id, school_id, position, title, detail, owner_name, due_on, status",
                 row(5, 10 * strategy + a) + "'" + uuid(4, strategy) +
                     "', null, 1, 'Activity', '', '', '2026-10-01', '" + kStatus[a % 3] + "'");
        }
      }
    }
    for (const auto* kind :
         {"data_picture", "coordination", "resources", "monitoring", "potential", "engagement"}) {
      tx.run("insert into signal_month (district_id, month, signal, score, updated_at) values (" +
             district + ", '2026-11', '" + kind + "', 50, '')");
    }
  }
}

struct Figure {
  double ours = 0;
  double plain = 0;
  double ratio = 0;
  std::size_t queries = 0;
  std::size_t rows = 0;  // of the statement
};

void print(const char* name, const Figure& figure, bool last) {
  std::printf(
      "\"%s\": {\"ms\": %.2f, \"sql_ms\": %.2f, \"ratio\": %.2f, \"queries\": %zu, \"sql_rows\": "
      "%zu}%s",
      name, figure.ours, figure.plain, figure.ratio, figure.queries, figure.rows,
      last ? "}\n" : ", ");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) throw std::invalid_argument("bench_dashboard FILE ROUNDS");
  const std::string path = argv[1];
  const int rounds = std::stoi(argv[2]);
  std::size_t statements = 0;
  db::Database database({"sqlite:" + path, 2, [&](const std::string&) { ++statements; }});
  database.migrate();
  const audit::Actor actor{new_id<PersonId>(), "Bench"};
  DistrictId large;
  (void)database.write([&](db::Tx& tx) -> Result<void> {
    large = org::open_district(tx, actor, {{"99999"}, {"Large"}}, org::DistrictKind::district,
                               "bench", Timestamp::now());
    audit::Change change(tx, large, actor, "bench");
    CHECK_OK(plan::make_large(change));
    return {};
  });
  (void)database.write([&](db::Tx& tx) -> Result<void> {
    fill(tx);
    return {};
  });
  (void)database.write([&](db::Tx& tx) -> Result<void> {
    tx.run("analyze");
    return {};
  });
  toolkit::Packs packs;
  Plain plain(path);
  const Date today = Timestamp::now().date();
  const auto measure = [&](auto&& ours, const std::string& sql, const std::string& bound) {
    Figure figure;
    std::vector<double> own;
    std::vector<double> theirs;
    std::vector<double> ratios;
    ours();  // statements prepared, pages in the cache: for both
    plain.read(sql, bound);
    for (int i = 0; i < rounds; ++i) {
      statements = 0;
      own.push_back(milliseconds(ours));
      figure.queries = statements;
      theirs.push_back(milliseconds([&] { figure.rows = plain.read(sql, bound); }));
      ratios.push_back(own.back() / theirs.back());
    }
    figure.ours = median(own);
    figure.plain = median(theirs);
    figure.ratio = median(ratios);
    return figure;
  };
  std::size_t made = 0;
  const auto dashboard = measure(
      [&] {
        made += database
                    .read([&](db::Tx& tx) {
                      return json::text(dashboard::dashboard(tx, large, today, {}).value());
                    })
                    .size();
      },
      kDashboardSql, large.value);
  const auto rollup = measure(
      [&] {
        made += database
                    .read([&](db::Tx& tx) {
                      return json::text(dashboard::rollup(tx, kConsultant, today));
                    })
                    .size();
      },
      kRollupSql, kConsultant.value);
  const auto portfolio = measure(
      [&] {
        const auto facts = database.read(
            [&](db::Tx& tx) { return report::read_facts(tx, large, std::nullopt).value(); });
        made += report::html_of(facts, std::nullopt).size();
      },
      kPortfolioSql, large.value);
  const auto signals = measure(
      [&] {
        made += database
                    .read([&](db::Tx& tx) {
                      return json::text(signals::signals(tx, large, today, packs));
                    })
                    .size();
      },
      kDashboardSql, large.value);
  std::printf("{\"made_bytes\": %zu, ", made);
  print("dashboard", dashboard, false);
  print("rollup", rollup, false);
  print("portfolio", portfolio, false);
  print("signals", signals, true);
  return 0;
}
