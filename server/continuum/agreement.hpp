// How far raters agree on an ordered scale. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace tandem::continuum {

// Agreement A of van der Eijk ("Measuring agreement in ordered rating scales", Quality and
// Quantity 35, 2001) for how many chose each category of an ordered scale: 1 if all chose the
// same, 0 if all categories are chosen alike, -1 if half stand at either end. The distribution is
// taken apart into layers of which each has every category either chosen or not; A is the mean of
// the layers' A, weighted by their share of the choices. Nothing without a choice or with fewer
// than two categories.
std::optional<double> van_der_eijk(const std::vector<std::int64_t>& counts);

enum class Metric { nominal, ordinal, interval };

// Krippendorff's alpha ("Computing Krippendorff's Alpha-Reliability", 2011) of units that several
// raters have given values: 1 if all agree, 0 if they agree as often as chance would have it,
// below that if they disagree systematically. Each unit holds the values that it was given, by
// whichever raters (missing ones are left out); a unit with fewer than two values says nothing.
// Values are places on the scale. Nothing if no two values can be compared, or if all values are
// the same, where chance is not defined.
std::optional<double> krippendorff(const std::vector<std::vector<int>>& units, Metric metric);

// The median of values counted by place: of an even number, the mean of the two in the middle.
// Places are counted from 1. Nothing without a value.
std::optional<double> median(const std::vector<std::int64_t>& counts);

}  // namespace tandem::continuum
