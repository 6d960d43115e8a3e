// The log: one JSON object a line on standard error, {"time", "level", "event", ...}. What an
// entry says goes into its fields; passwords, tokens, cookies, bodies and queries never do.
#pragma once

#include <boost/json/object.hpp>
#include <string_view>

namespace tandem::log {

void start(std::string_view level);  // debug, info, warn, error or off

bool informs();  // whether info() writes anything; to spare making its fields
void info(std::string_view event, boost::json::object fields = {});
void warn(std::string_view event, boost::json::object fields = {});
void error(std::string_view event, boost::json::object fields = {});

}  // namespace tandem::log
