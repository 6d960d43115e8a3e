// Whether a document is a pack: its shape (content/pack.schema.json) and what a schema cannot
// say. Every fault comes with a JSON pointer to its place.
#pragma once

#include "toolkit/pack.hpp"

namespace tandem::toolkit {

// Faults of shape, by the schema. Never more than 100.
std::vector<FieldError> schema_faults(const json::value& document);

// What the schema cannot say, of a document that follows it: ids are unique in their list and
// step ids in the whole pack; what is named exists; a continuum row has one text for each level;
// the steps of an activity fit its timebox.
std::vector<FieldError> reference_faults(const json::value& document);

// The pack in a document, or 422 with every fault; the references are looked at when the shape
// is right.
Result<Pack> check(json::value document);

}  // namespace tandem::toolkit
