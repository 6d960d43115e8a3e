// What a workshop's records have to be, and how people are spread over groups. Pure.
#pragma once

#include "workshop/content.hpp"
#include "workshop/workshop.hpp"

namespace tandem::workshop {

inline constexpr std::size_t kMaxSeats = 2000;
inline constexpr std::size_t kMaxNotes = 5000;
inline constexpr std::string_view kPick = "outcome";  // the subject of a pick

// 422 with every fault: keys twice, lists too long, what the pack does not have.
Result<void> check(const WorkshopFields& fields, const Content& content);

// Whether an answer suits the step: 409 where a step takes none, 404 for a subject that is not
// there, 422 for a value that it cannot have.
Result<void> check(const AnswerFields& fields, const AgendaStep& step, const std::string& subject,
                   const Content& content);

// "" or an https or http address.
bool is_link(std::string_view text);

// A group for each seat: sizes differ by one at the most, and each side and each role is spread
// as evenly as the order allows. `seed` decides among equals. Empty groups: everybody in none.
std::map<RecordId, std::string> spread(const std::vector<Seat>& seats,
                                       const std::vector<Group>& groups, std::uint64_t seed);

// Which shares of a whole may be told, when none of fewer than `smallest` people may be: neither
// directly nor as what is left of the whole. `sizes` of the parts; gives for each whether it is
// hidden. A part of nobody is not hidden.
std::vector<bool> hidden_parts(const std::vector<std::int64_t>& sizes, std::int64_t smallest);

// A new join code: six of 32 letters and digits that cannot be mistaken for each other.
std::string new_code();
// As typed, to as stored: upper case. Empty if it cannot be one.
std::string code_of(std::string_view typed);

}  // namespace tandem::workshop
