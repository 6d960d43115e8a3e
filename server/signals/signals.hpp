// The toolkit's six unintended consequences of improving apart, as signals: for each a definition
// in checks, a score from 0 to 100, its way over the months, the very records that keep it down,
// and what to do next.
#pragma once

#include "record/record.hpp"

namespace tandem::signals {

enum class Kind { data_picture, coordination, resources, monitoring, potential, engagement };
BOOST_DESCRIBE_ENUM(Kind, data_picture, coordination, resources, monitoring, potential, engagement)
inline constexpr std::int64_t kKinds = 6;

// One thing that a check looks at, such as one strategy that ought to have an owner.
struct Slot {
  std::string title;
  std::optional<SchoolId> school_id;
  std::string link;  // path of the page on which it is mended, below the district's
  bool met = false;
};
BOOST_DESCRIBE_STRUCT(Slot, (), (title, school_id, link, met))

// A question that is asked of every record of one kind. The words are the page's, by the key.
struct Check {
  std::string key;
  std::optional<Kind> signal;  // none: it is evidence for the continuum only
  std::int64_t weight = 1;     // of a check in its signal
  std::vector<Slot> slots;
};

// ---- What the API answers with -----------------------------------------------------------------

struct CheckResult {
  std::string key;
  std::int64_t met = 0;
  std::int64_t of = 0;
  std::vector<Slot> missing;  // the first kMostMissing of those that are not met
};
BOOST_DESCRIBE_STRUCT(CheckResult, (), (key, met, of, missing))

struct MonthScore {
  std::string month;  // 2026-11
  std::int64_t score = 0;
};
BOOST_DESCRIBE_STRUCT(MonthScore, (), (month, score))

struct Signal {
  Kind kind{};
  std::optional<std::int64_t> score;  // none: there is nothing yet that it could look at
  std::vector<MonthScore> months;     // oldest first, up to kMostMonths
  std::vector<CheckResult> checks;
  std::optional<std::string> next;  // the check whose records would raise the score most
};
BOOST_DESCRIBE_STRUCT(Signal, (), (kind, score, months, checks, next))

// A row of the pack's continuum, and what the program itself has seen of it.
struct ContinuumRow {
  std::string row_id;
  std::string title;
  std::vector<CheckResult> evidence;
};
BOOST_DESCRIBE_STRUCT(ContinuumRow, (), (row_id, title, evidence))

struct Signals {
  std::vector<Signal> signals;
  std::vector<ContinuumRow> continuum;
};
BOOST_DESCRIBE_STRUCT(Signals, (), (signals, continuum))

}  // namespace tandem::signals
