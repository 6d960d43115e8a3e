// The minutes of a workshop: composed from its records, then edited by people, shared by a link
// and printed.
#pragma once

#include "workshop/results.hpp"
#include "workshop/words.hpp"

namespace tandem::workshop {

struct MinutesSection {
  Key id;
  Text<1, 200> title;
  Text<0, 20'000> text;
};
BOOST_DESCRIBE_STRUCT(MinutesSection, (), (id, title, text))

struct MinutesFields {
  Text<1, 200> title;
  std::vector<MinutesSection> sections;
};
BOOST_DESCRIBE_STRUCT(MinutesFields, (), (title, sections))

struct Minutes : record::Head, MinutesFields {
  static constexpr std::string_view table = "workshop_minutes", entity = "minutes";
  using Fields = MinutesFields;
  RecordId workshop_id;
  bool shared = false;
  Language language = Language::en;  // in which the program wrote
};
BOOST_DESCRIBE_STRUCT(Minutes, (record::Head, MinutesFields), (workshop_id, shared, language))

struct WriteMinutesFields {
  std::optional<Language> language;  // none: that of the toolkit pack
};
BOOST_DESCRIBE_STRUCT(WriteMinutesFields, (), (language))

// All that minutes are written from.
struct Proceedings {
  Workshop workshop;
  std::string place;                 // the district's or the school's name
  Language language = Language::en;  // of the program's own words
  Content content;
  std::vector<SeatRow> seats;
  std::vector<Results> results;  // of each step that was answered, in the agenda's order
  std::vector<Note> notes;
  std::vector<Consensus> consensus;
  std::vector<action::ActionItem> actions;
  std::map<std::string, std::string> people;  // names of the actions' owners
};
// Pure: the same records give the same words.
MinutesFields compose(const Proceedings& from);

Result<Minutes> find_minutes(db::Tx& tx, const DistrictId& district, const RecordId& workshop);
// Written anew; 409 before the workshop has ended.
Result<Minutes> write_minutes(audit::Change& change, toolkit::Packs& packs,
                              const RecordId& workshop,
                              const std::optional<Language>& language = {});
Result<Minutes> replace_minutes(audit::Change& change, const RecordId& workshop,
                                std::int64_t expected, const MinutesFields& fields);
// The secret of a new link; an older one is no longer good.
Result<std::string> share_minutes(audit::Change& change, const RecordId& workshop);
Result<void> unshare_minutes(audit::Change& change, const RecordId& workshop);

// What the document is made from.
struct Document {
  Minutes minutes;
  Workshop workshop;
  std::string district_name;
};
Result<Document> document_of(db::Tx& tx, const DistrictId& district, const RecordId& workshop);
// 404 if the link is unknown or was withdrawn.
Result<Document> shared_document(db::Tx& tx, std::string_view token);
// pdf: where to have it as PDF; empty: not offered.
std::string html_of(const Document& document, const std::string& back, const std::string& pdf);

}  // namespace tandem::workshop
