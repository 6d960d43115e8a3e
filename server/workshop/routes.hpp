#pragma once

#include "api/routes.hpp"
#include "toolkit/packs.hpp"

namespace tandem::workshop {

// url: how browsers reach the server, for links that are sent to others.
void add_routes(api::Routes& routes, toolkit::Packs& packs, const std::string& url);

// Its parts, by who calls: those who plan and lead; those in the room; readers of minutes.
void add_leading_routes(api::Routes& routes, toolkit::Packs& packs);
void add_room_routes(api::Routes& routes, toolkit::Packs& packs);
void add_file_routes(api::Routes& routes, toolkit::Packs& packs);
void add_minutes_routes(api::Routes& routes, toolkit::Packs& packs, const std::string& url);

struct EmptyFields {};
BOOST_DESCRIBE_STRUCT(EmptyFields, (), ())

// The workshop of the path has to be there and, where the path names one, the note or file in it.
api::SchoolOf school_of_workshop();
api::SchoolOf school_of_note();
api::SchoolOf school_of_file();

inline const std::string kWorkshopPath = "/districts/{district}/workshops/{workshop}";

}  // namespace tandem::workshop
