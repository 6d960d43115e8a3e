#include "workshop/minutes.hpp"

#include <fmt/format.h>

#include <kainjow/mustache.hpp>

#include "base/embedded.hpp"
#include "identity/secret.hpp"
#include "org/service.hpp"

namespace tandem::workshop {
namespace {

struct PersonName {
  std::string id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(PersonName, (), (id, name))

struct LinkRow {
  static constexpr std::string_view table = "workshop_link";
  RecordId workshop_id;
  std::string token_hash;
};
BOOST_DESCRIBE_STRUCT(LinkRow, (), (workshop_id, token_hash))

struct LinkPlace {
  std::string district_id;
  std::string workshop_id;
};
BOOST_DESCRIBE_STRUCT(LinkPlace, (), (district_id, workshop_id))

Result<Proceedings> proceedings_of(db::Tx& tx, toolkit::Packs& packs, const DistrictId& district,
                                   const RecordId& id) {
  Proceedings from;
  TRY(from.workshop, find(tx, district, id));
  TRY(const auto pack, pack_of(tx, packs, district, from.workshop));
  from.language = language_of(pack->language);
  from.content = content_of(*pack);
  if (from.workshop.school_id) {
    TRY(const auto school, org::find_school(tx, district, *from.workshop.school_id));
    from.place = school.name;
  } else {
    TRY(const auto own, org::find_district(tx, district));
    from.place = own.name;
  }
  from.seats = seat_rows(tx, district, id);
  std::map<std::string, std::vector<AnswerRow>> by_step;
  for (auto& answer : tx.rows_of<AnswerRow>(
           district, "and workshop_id = :workshop order by step, subject, owner", id)) {
    by_step[answer.step].push_back(std::move(answer));
  }
  for (const auto& step : from.workshop.agenda) {
    const auto answers = by_step.find(step.id);
    if (answers == by_step.end()) continue;
    from.results.push_back(count(from.workshop, step, from.content, answers->second, from.seats,
                                 files_of(tx, district, id, step.id)));
  }
  for (auto& note : tx.rows_of<NoteRow>(district, "and workshop_id = :workshop order by id", id)) {
    from.notes.push_back(std::move(note));
  }
  from.consensus = consensus_of(tx, district, id);
  from.actions = actions_of(tx, district, id);
  for (const auto& item : from.actions) {
    if (!item.owner_id) continue;
    const auto person =
        tx.one<PersonName>("select id, name from person where district_id = :district and id = :id",
                           district, *item.owner_id);
    if (person) from.people[person->id] = person->name;
  }
  return from;
}

void told(audit::Change& change, const Minutes& minutes) {
  tell(change, minutes.workshop_id, "minutes", {{"version", minutes.version}});
  change.announce("workshops", Minutes::entity, minutes.workshop_id.value, minutes.version);
}

Result<Minutes> set_shared(audit::Change& change, const RecordId& workshop, bool shared) {
  TRY(const auto before, find_minutes(change.tx, change.district, workshop));
  TRY(auto after, record::update(change, before, [&](Minutes& row) { row.shared = shared; }));
  told(change, after);
  return after;
}

}  // namespace

Result<Minutes> find_minutes(db::Tx& tx, const DistrictId& district, const RecordId& workshop) {
  auto found = tx.row_of<Minutes>(district, "and workshop_id = :workshop", workshop);
  if (!found) return problem::not_found("minutes");
  return std::move(*found);
}

Result<Minutes> write_minutes(audit::Change& change, toolkit::Packs& packs,
                              const RecordId& workshop, const std::optional<Language>& language) {
  TRY(auto from, proceedings_of(change.tx, packs, change.district, workshop));
  if (from.workshop.state != State::ended) {
    return problem::conflict("The minutes are written when the workshop has ended.");
  }
  if (language) from.language = *language;
  const auto fields = compose(from);
  const auto before = find_minutes(change.tx, change.district, workshop);
  Minutes after;
  if (before) {
    TRY(after, record::update(change, *before, [&](Minutes& row) {
          static_cast<MinutesFields&>(row) = fields;
          row.language = from.language;
        }));
  } else {
    after = record::create<Minutes>(change, fields, [&](Minutes& row) {
      row.workshop_id = workshop;
      row.language = from.language;
    });
  }
  told(change, after);
  return after;
}

Result<Minutes> replace_minutes(audit::Change& change, const RecordId& workshop,
                                std::int64_t expected, const MinutesFields& fields) {
  TRY(const auto before, find_minutes(change.tx, change.district, workshop));
  if (before.version != expected) return problem::stale(json::write(before));
  if (fields.sections.size() > 100) return problem::invalid("/sections", "has too many items");
  TRY(auto after, record::update(change, before,
                                 [&](Minutes& row) { static_cast<MinutesFields&>(row) = fields; }));
  told(change, after);
  return after;
}

Result<std::string> share_minutes(audit::Change& change, const RecordId& workshop) {
  CHECK_OK(set_shared(change, workshop, true));
  const auto token = identity::new_secret();
  change.tx.run("delete from workshop_link where district_id = :district and workshop_id = :id",
                change.district, workshop);
  change.tx.insert(change.district, LinkRow{workshop, identity::hash_secret(token)});
  return token;
}

Result<void> unshare_minutes(audit::Change& change, const RecordId& workshop) {
  CHECK_OK(set_shared(change, workshop, false));
  change.tx.run("delete from workshop_link where district_id = :district and workshop_id = :id",
                change.district, workshop);
  return {};
}

Result<Document> document_of(db::Tx& tx, const DistrictId& district, const RecordId& workshop) {
  Document document;
  TRY(document.minutes, find_minutes(tx, district, workshop));
  TRY(document.workshop, find(tx, district, workshop));
  TRY(const auto own, org::find_district(tx, district));
  document.district_name = own.name;
  return document;
}

Result<Document> shared_document(db::Tx& tx, std::string_view token) {
  const auto place = tx.one<LinkPlace>(
      "select district_id, workshop_id from workshop_link where token_hash = :hash",
      identity::hash_secret(token));
  if (!place) return problem::not_found("document");
  return document_of(tx, DistrictId{place->district_id}, RecordId{place->workshop_id});
}

std::string html_of(const Document& document, const std::string& back, const std::string& pdf) {
  using Data = kainjow::mustache::data;
  Data top;
  top.set("css", std::string(embedded::file("pages/plan.css")));
  top.set("title", document.minutes.title.value);
  top.set("district", document.district_name);
  const auto language = document.minutes.language;
  top.set("language", boost::describe::enum_to_string(language, "en"));
  top.set("direction", right_to_left(language) ? "rtl" : "ltr");
  top.set("when",
          fmt::format(fmt::runtime(words_in(language).heading),
                      day_in(document.workshop.held_on(), language), document.workshop.year.value));
  if (pdf.empty()) {
    top.set("links", Data(Data::type::bool_false));
  } else {
    Data links("back", back);
    links.set("pdf", pdf);
    top.set("links", links);
  }
  Data sections(Data::type::list);
  for (const auto& section : document.minutes.sections) {
    Data lines(Data::type::list);
    const std::string& text = section.text;
    for (std::size_t at = 0; at < text.size();) {
      const auto end = std::min(text.find('\n', at), text.size());
      const auto raw = text.substr(at, end - at);
      if (const auto line = trim(raw); !line.empty()) {
        Data item("line", line);
        item.set("inner",
                 Data(raw.rfind("  ", 0) == 0 ? Data::type::bool_true : Data::type::bool_false));
        lines << item;
      }
      at = end + 1;
    }
    Data item("heading", section.title.value);
    item.set("lines", lines);
    sections << item;
  }
  top.set("sections", sections);
  kainjow::mustache::mustache page{std::string(embedded::file("pages/minutes.html"))};
  return page.render(top);
}

}  // namespace tandem::workshop
