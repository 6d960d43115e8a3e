#include "balance/store.hpp"

namespace tandem::balance {
namespace {

// A row of a template's own: the record, and whose it is.
struct CommentRow : Comment {
  RecordId template_id;
};
BOOST_DESCRIBE_STRUCT(CommentRow, (Comment), (template_id))

struct SubmissionRow : Submission {
  RecordId template_id;
  std::vector<FunctionStatus> statuses;
};
BOOST_DESCRIBE_STRUCT(SubmissionRow, (Submission), (template_id, statuses))

struct Outline {
  RecordId template_id;
  std::string function_id;
  std::string field;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(Outline, (), (template_id, function_id, field, value))

struct Count {
  RecordId template_id;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(Count, (), (template_id, count))

struct Answers {
  std::vector<SubmittedAnswer> answers;
};
BOOST_DESCRIBE_STRUCT(Answers, (), (answers))

// PostgreSQL has rows locked; on SQLite one transaction writes at a time anyhow.
std::string locking(const db::Tx& tx, const std::string& clause) {
  return tx.backend() == db::Backend::postgresql ? clause : "";
}

constexpr auto kTemplatesOfRound =
    "template_id in (select id from template where district_id = :same_district and "
    "round_id = :round)";

}  // namespace

std::optional<Round> newest_round(db::Tx& tx, const DistrictId& district) {
  return tx.row_of<Round>(district, "order by year desc limit 1");
}

std::vector<TemplateRow> templates_of(db::Tx& tx, const DistrictId& district,
                                      const RecordId& round) {
  return tx.rows_of<TemplateRow>(district, "and round_id = :round order by id", round);
}

std::map<RecordId, Sheet> outlines_of(db::Tx& tx, const DistrictId& district,
                                      const RecordId& round) {
  std::map<RecordId, Sheet> outlines;
  // 60 characters hold every status.
  const auto rows = tx.all<Outline>(
      std::string("select template_id, function_id, field, substr(value, 1, 60) from "
                  "template_answer where district_id = :district and ") +
          kTemplatesOfRound + " and field in ('status', 'action')",
      district, district, round);
  for (const auto& row : rows) {
    outlines[row.template_id][row.function_id][row.field] = {{row.value}, {}};
  }
  return outlines;
}

std::vector<LastSubmission> last_submissions_of(db::Tx& tx, const DistrictId& district,
                                                const RecordId& round) {
  return tx.all<LastSubmission>(
      "select s.template_id, s.submitted_at, s.statuses from template t join "
      "template_submission s on s.district_id = t.district_id and s.template_id = t.id and "
      "s.number = t.submissions where t.district_id = :district and t.round_id = :round",
      district, round);
}

std::map<RecordId, std::int64_t> comment_counts_of(db::Tx& tx, const DistrictId& district,
                                                   const RecordId& round) {
  std::map<RecordId, std::int64_t> counts;
  for (const auto& row :
       tx.all<Count>(std::string("select template_id, count(*) from template_comment where "
                                 "district_id = :district and ") +
                         kTemplatesOfRound + " group by template_id",
                     district, district, round)) {
    counts[row.template_id] = row.count;
  }
  return counts;
}

std::vector<BuildingSubmission> building_submissions_of(db::Tx& tx, const DistrictId& district,
                                                        const RecordId& round) {
  return tx.all<BuildingSubmission>(
      "select t.id, t.school_id, s.number, s.answers from template t join template_submission s "
      "on s.district_id = t.district_id and s.template_id = t.id and s.number = t.submissions "
      "where t.district_id = :district and t.round_id = :round and t.kind = 'building' "
      "order by t.id",
      district, round);
}

std::optional<TemplateRow> lock_template(db::Tx& tx, const DistrictId& district,
                                         const RecordId& id) {
  return tx.row_of<TemplateRow>(district, "and id = :id" + locking(tx, " for update"), id);
}

std::vector<Answer> answers_of(db::Tx& tx, const DistrictId& district, const RecordId& id) {
  return tx.rows_of<Answer>(district, "and template_id = :id order by function_id, field", id);
}

std::vector<Comment> comments_of(db::Tx& tx, const DistrictId& district, const RecordId& id) {
  return tx.rows_of<Comment>(district, "and template_id = :template order by id", id);
}

std::vector<SubmissionEntry> history_of(db::Tx& tx, const DistrictId& district,
                                        const RecordId& id) {
  return tx.rows_of<SubmissionEntry>(district, "and template_id = :id order by number", id);
}

void add(db::Tx& tx, const DistrictId& district, const RecordId& template_id,
         const Comment& comment) {
  CommentRow row;
  static_cast<Comment&>(row) = comment;
  row.template_id = template_id;
  tx.insert(district, row);
}

void add(db::Tx& tx, const DistrictId& district, const RecordId& template_id,
         const Submission& submission, const std::vector<FunctionStatus>& statuses) {
  SubmissionRow row;
  static_cast<Submission&>(row) = submission;
  row.template_id = template_id;
  row.statuses = statuses;
  tx.insert(district, row);
}

std::optional<Submission> find_submission(db::Tx& tx, const DistrictId& district,
                                          const RecordId& template_id, std::int64_t number) {
  return tx.row_of<Submission>(district, "and template_id = :id and number = :number", template_id,
                               number);
}

void decide(audit::Change& change, const RecordId& template_id, std::int64_t number,
            Decision decision, const std::string& message) {
  change.tx.run(
      "update template_submission set decision = :decision, message = :message, "
      "decided_by = :by, decided_at = :at where district_id = :district and "
      "template_id = :id and number = :number and decision is null",
      decision, message, change.actor.name, change.now, change.district, template_id, number);
}

bool was_decided_before(db::Tx& tx, const DistrictId& district, const RecordId& template_id) {
  return tx.number(
             "select count(*) from template_submission where district_id = :district and "
             "template_id = :id and decision is not null",
             district, template_id) > 0;
}

std::vector<SubmittedAnswer> answers_followed_before(db::Tx& tx, const DistrictId& district,
                                                     const TemplateRow& row, std::int64_t number) {
  const std::string which = row.kind == Kind::district ? "" : "and decision = 'accepted' ";
  auto found = tx.one<Answers>(
      "select answers from template_submission where district_id = :district and "
      "template_id = :id and number < :number " +
          which + "order by number desc limit 1",
      district, row.id, number);
  return found ? std::move(found->answers) : std::vector<SubmittedAnswer>{};
}

std::optional<Place> find_place(db::Tx& tx, const DistrictId& district, const RecordId& template_id,
                                const std::string& function_id, const std::string& field) {
  // Whoever saves at the same time may, but no change of the template's state (lock_template).
  return tx.one<Place>(
      "select t.kind, t.school_id, t.state, t.created_at, r.pack_id, r.pack_version, a.version, "
      "a.value, a.person_id, a.updated_at, a.updated_by from template t "
      "join round r on r.district_id = t.district_id and r.id = t.round_id "
      "left join template_answer a on a.district_id = t.district_id and a.template_id = t.id "
      "and a.function_id = :function and a.field = :field "
      "where t.district_id = :district and t.id = :template" +
          locking(tx, " for share of t"),
      function_id, field, district, template_id);
}

bool put(db::Tx& tx, const DistrictId& district, const RecordId& template_id, const Answer& answer,
         std::int64_t expected) {
  return tx.run(
             "insert into template_answer (district_id, template_id, function_id, field, "
             "version, value, person_id, updated_at, updated_by) values (:district, :template, "
             ":function, :field, :version, :value, :person, :at, :by) "
             "on conflict (district_id, template_id, function_id, field) do update set "
             "version = excluded.version, value = excluded.value, "
             "person_id = excluded.person_id, updated_at = excluded.updated_at, "
             "updated_by = excluded.updated_by where template_answer.version = :expected",
             district, template_id, answer.function_id, answer.field, answer.version, answer.value,
             answer.person_id, answer.updated_at, answer.updated_by, expected) > 0;
}

}  // namespace tandem::balance
