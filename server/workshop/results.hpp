// What a step came to. The arithmetic is pure: from answers, seats and the pack's content.
#pragma once

#include "workshop/file.hpp"

namespace tandem::workshop {

struct LevelCount {
  std::string value;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(LevelCount, (), (value, count))

// One group's, side's or role's share. too_few: of fewer people than may be shown.
struct Breakout {
  std::string id;
  bool too_few = false;
  std::optional<std::int64_t> answers;
  std::vector<LevelCount> counts;
  std::optional<double> median;
};
BOOST_DESCRIBE_STRUCT(Breakout, (), (id, too_few, answers, counts, median))

struct EvidenceFile {
  RecordId id;
  std::string name;
  std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(EvidenceFile, (), (id, name, bytes))

struct Evidence {
  std::string value;
  std::string text;
  std::string link;
  std::string group_id;
  std::vector<EvidenceFile> files;
};
BOOST_DESCRIBE_STRUCT(Evidence, (), (value, text, link, group_id, files))

// Why a row is worth the room's time.
enum class Why { apart, sides_differ, low, no_evidence };
BOOST_DESCRIBE_ENUM(Why, apart, sides_differ, low, no_evidence)

struct ResultRow {
  std::string subject;
  std::int64_t answers = 0;
  std::vector<LevelCount> counts;
  std::optional<double> median;
  std::optional<double> agreement;  // van der Eijk's A
  std::vector<Breakout> groups;
  std::vector<Breakout> sides;
  std::vector<Breakout> roles;
  std::vector<Evidence> evidence;
  std::string expected;  // of a function: the handout's column
  bool proposed = false;
  std::vector<Why> why;
};
BOOST_DESCRIBE_STRUCT(ResultRow, (),
                      (subject, answers, counts, median, agreement, groups, sides, roles, evidence,
                       expected, proposed, why))

struct Results {
  std::string step;
  StepKind kind{};
  By by{};
  bool revealed = false;
  std::int64_t smallest_group = 0;
  std::int64_t people = 0;      // who gave any answer, or groups that did
  std::optional<double> alpha;  // Krippendorff's, ordinal, over the rows of a continuum
  std::vector<ResultRow> rows;
};
BOOST_DESCRIBE_STRUCT(Results, (), (step, kind, by, revealed, smallest_group, people, alpha, rows))

// Answers of one step. Those taken back (an empty value and no text) do not count.
Results count(const Workshop& workshop, const AgendaStep& step, const Content& content,
              const std::vector<AnswerRow>& answers, const std::vector<SeatRow>& seats,
              const std::vector<FileRow>& files = {});

// For a seat 409 before the reveal.
Result<Results> results(db::Tx& tx, toolkit::Packs& packs, const DistrictId& district,
                        const RecordId& workshop, const std::string& step, bool for_seat);

}  // namespace tandem::workshop
