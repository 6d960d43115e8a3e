// The district's people and the links that invite them.
#include "identity/invitation.hpp"
#include "identity/people.hpp"
#include "identity/routes.hpp"

namespace tandem::identity {
namespace {

using api::Call;
using api::Reply;
using http::Method;

struct InvitationLinks {
  std::vector<InvitationLink> items;
};
BOOST_DESCRIBE_STRUCT(InvitationLinks, (), (items))

// A person belongs to no school: this only sees to it that the path's is there.
Result<std::optional<SchoolId>> known_person(db::Tx& tx, const DistrictId& district,
                                             const api::Params& params) {
  CHECK_OK(find_person(tx, district, PersonId{params.at("person")}));
  return std::optional<SchoolId>{};
}

Result<Reply> list_people(Call& call) {
  constexpr std::size_t kMaxText = 200;
  TRY(const auto page, call.page());
  PeopleQuery query{call.query("q"), std::nullopt, page.limit, page.after};
  if (query.text && count_characters(*query.text) > kMaxText) {
    return problem::malformed("The query parameter q is too long.");
  }
  if (const auto school = call.query("school_id")) {
    if (!is_uuid(*school)) return problem::malformed("The query parameter school_id is not an id.");
    query.school_id = SchoolId{*school};
  }
  if (!page.after.empty() && !is_uuid(page.after)) {
    return problem::malformed("The query parameter after is not a cursor of this list.");
  }
  return api::page_of(people_page(call.tx, call.district, query), page,
                      [](const Person& last) { return last.id.value; });
}

}  // namespace

void add_people_routes(api::Routes& routes, const Settings& settings) {
  routes.add({"listPeople", Method::get, "/districts/{district}/people", list_people});
  routes.add({"createPerson", Method::post, "/districts/{district}/people",
              [](Call& call) -> Result<Reply> {
                TRY(const auto fields, call.body<PersonFields>());
                TRY(const auto person, create_person(call.change(), fields));
                return api::created(person, fmt::format("/api/v1/districts/{}/people/{}",
                                                        call.district.value, person.id.value));
              }});
  routes.add({"invitePeople", Method::post, "/districts/{district}/people/invitations",
              [url = settings.public_url](Call& call) -> Result<Reply> {
                TRY(const auto fields, call.body<InvitePeopleFields>());
                TRY(auto links, invite(call.change(), fields.person_ids, url));
                Reply reply = api::ok(InvitationLinks{std::move(links)});
                reply.status = 201;
                return reply;
              }});
  routes.add({"getPerson", Method::get, "/districts/{district}/people/{person}",
              [](Call& call) -> Result<Reply> {
                TRY(const auto person,
                    find_person(call.tx, call.district, call.id<PersonId>("person")));
                return api::record(person);
              },
              known_person});
  routes.add({"replacePerson", Method::put, "/districts/{district}/people/{person}",
              [](Call& call) -> Result<Reply> {
                TRY(const auto version, call.expected_version());
                TRY(const auto fields, call.body<PersonFields>());
                TRY(const auto person,
                    replace_person(call.change(), call.id<PersonId>("person"), version, fields));
                return api::record(person);
              },
              known_person});
}

}  // namespace tandem::identity
