// What entries of the library and the inventory have to be like by themselves.
#pragma once

#include "strategy/strategy.hpp"

namespace tandem::strategy {

// Tiers 1 to 3 rest on studies (ESSA, section 8101(21)), so they name one.
std::vector<FieldError> faults(const LibraryStrategyFields& fields);
// A decision has its reason; only what is folded in says into what. own: a school's own.
std::vector<FieldError> faults(const InitiativeFields& fields, bool own);

}  // namespace tandem::strategy
