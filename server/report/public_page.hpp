// The page for board and community, which needs no account: the plan and how far it is, for as
// long as the district has it switched on. No e-mail address is ever on it, and who answers for
// what only if the district says so.
#pragma once

#include "record/record.hpp"
#include "report/facts.hpp"

namespace tandem::report {

struct PublicPageFields {
  bool enabled = false;
  bool show_owners = false;    // names of people in the plan
  Text<0, 4000> introduction;  // above the plan, in the district's own words
  Text<0, 500> contact;        // whom to ask, such as an office's address
};
BOOST_DESCRIBE_STRUCT(PublicPageFields, (), (enabled, show_owners, introduction, contact))

struct PublicPage : record::Head, PublicPageFields {
  static constexpr std::string_view table = "public_page", entity = "public_page";
  using Fields = PublicPageFields;
};
BOOST_DESCRIBE_STRUCT(PublicPage, (record::Head, PublicPageFields), ())

// As the district set it; switched off, in version 0, as long as nobody has.
PublicPage public_page(db::Tx& tx, const DistrictId& district);
// 412 if somebody was faster.
Result<PublicPage> replace_public_page(audit::Change& change, std::int64_t expected,
                                       const PublicPageFields& fields);

// The page of the district with this id or code. 404 unless there is one and it is switched on.
Result<std::string> public_html(db::Tx& tx, const std::string& id_or_code);

// What somebody reads who follows a link to a page that is not there.
std::string no_public_page();

// The page itself, from what was read. Pure.
std::string public_html_of(Facts facts, const PublicPageFields& page);

}  // namespace tandem::report
