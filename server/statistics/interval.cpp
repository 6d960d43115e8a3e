#include "statistics/interval.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <stdexcept>

namespace tandem::statistics {

Interval wilson(double share, std::int64_t n, double confidence) {
  if (n <= 0 || !(share >= 0 && share <= 1) || !(confidence > 0 && confidence < 1)) {
    throw std::domain_error("not a share of a group");
  }
  const double z = boost::math::quantile(boost::math::normal(), 0.5 + confidence / 2);
  const auto count = static_cast<double>(n);
  const double z2 = z * z;
  const double middle = (share + z2 / (2 * count)) / (1 + z2 / count);
  const double half =
      z * std::sqrt(share * (1 - share) / count + z2 / (4 * count * count)) / (1 + z2 / count);
  return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

}  // namespace tandem::statistics
