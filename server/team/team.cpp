#include "team/team.hpp"

#include <algorithm>

namespace tandem::team {

void read(const json::value& in, Represents& out, json::Reader& reader) {
  if (in.is_string() && std::find(std::begin(kRepresents), std::end(kRepresents),
                                  std::string_view(in.get_string())) != std::end(kRepresents)) {
    out.value = std::string(in.get_string());
    return;
  }
  std::string allowed;
  for (const auto word : kRepresents) {
    allowed += (allowed.empty() ? "" : ", ") + std::string(word);
  }
  reader.fault("must be one of: " + allowed);
}

}  // namespace tandem::team
