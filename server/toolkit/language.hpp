// Which language somebody reads, for the words of a pack.
#pragma once

#include <string>
#include <string_view>

namespace tandem::toolkit {

// The first language of an Accept-Language header, without its region and in lower case: "es" of
// "es-US,es;q=0.9". Empty if there is none. Wishes further down are for people whose first wish
// cannot be had; a pack has its own words for them.
std::string first_language(std::string_view accept_language);

}  // namespace tandem::toolkit
