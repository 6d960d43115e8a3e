// The words that the program itself writes into minutes, in the languages in which rooms are held.
// What people said stays as they said it.
#pragma once

#include "base/json.hpp"
#include "workshop/workshop.hpp"

namespace tandem::workshop {

enum class Language { en, es, ar };
BOOST_DESCRIBE_ENUM(Language, en, es, ar)

// The language of a tag such as "es-MX"; English for any other.
Language language_of(std::string_view tag);
bool right_to_left(Language language);

// Texts with {} for what comes in. Numbers follow a colon, so that none has to agree with a word.
struct Words {
  std::string_view about, people, consensus, shift, actions;  // headings
  std::string_view held;                                      // place, day, school year
  std::string_view survey, anonymous;
  std::string_view nobody, joined, by_side, by_role, others, names;
  std::string_view rated, rated_by_group, alpha, agreement;
  std::string_view side;     // a side and where it stands
  std::string_view between;  // two levels
  std::string_view as_handout, differently, handout;
  std::string_view votes;
  std::string_view no_consensus, dissent, toward;
  std::string_view no_owner, due;
  std::string_view heading;  // of the document: day and school year
};
const Words& words_in(Language language);

std::string name_of(Side side, Language language);
std::string name_of(SeatRole role, Language language);
std::string name_of(NoteKind kind, Language language);
std::string day_in(const Date& date, Language language);

}  // namespace tandem::workshop
