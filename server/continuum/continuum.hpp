// The continuum over sessions and years: what each session that rated it came to, kept when the
// session ends, so that looking back needs none of its answers.
#pragma once

#include "record/record.hpp"
#include "toolkit/packs.hpp"

namespace tandem::continuum {

// A row in one session. Places on the scale count from 1; a side of too few people has no median.
struct Rated {
  std::string subject;
  std::int64_t answers = 0;
  std::optional<double> median;
  std::optional<double> district_median;
  std::optional<double> school_median;
  std::optional<double> agreement;
};
BOOST_DESCRIBE_STRUCT(Rated, (),
                      (subject, answers, median, district_median, school_median, agreement))

struct Session {
  static constexpr std::string_view table = "continuum_session";
  RecordId workshop_id;
  std::string title;
  std::optional<SchoolId> school_id;
  Date held_on;
  SchoolYear year;
  std::int64_t people = 0;
  std::optional<double> alpha;
  std::vector<Rated> points;
};
BOOST_DESCRIBE_STRUCT(Session, (),
                      (workshop_id, title, school_id, held_on, year, people, alpha, points))

// Puts a session in the place of what was kept of it, or takes it out.
void keep(audit::Change& change, const Session& session);
void forget(audit::Change& change, const RecordId& workshop);

// As it is shown: with the consensus, which can still change after the session.
struct Point : Rated {
  std::string consensus;
  std::string desired;
};
BOOST_DESCRIBE_STRUCT(Point, (Rated), (consensus, desired))
struct ShownSession {
  RecordId workshop_id;
  std::string title;
  std::optional<SchoolId> school_id;
  Date held_on;
  SchoolYear year;
  std::int64_t people = 0;
  std::optional<double> alpha;
  std::vector<Point> rows;
};
BOOST_DESCRIBE_STRUCT(ShownSession, (),
                      (workshop_id, title, school_id, held_on, year, people, alpha, rows))
struct Heading {
  std::string id;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(Heading, (), (id, title))
struct Continuum {
  std::vector<Heading> levels;
  std::vector<Heading> rows;
  std::vector<ShownSession> sessions;  // the oldest first; the last thousand
};
BOOST_DESCRIBE_STRUCT(Continuum, (), (levels, rows, sessions))

// With rows and levels in the reader's language, where the pack has it.
Continuum continuum_of(db::Tx& tx, toolkit::Packs& packs, const DistrictId& district,
                       const std::string& language = {});

}  // namespace tandem::continuum
