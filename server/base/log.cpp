#include "base/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <boost/json/serialize.hpp>

#include "base/types.hpp"

namespace tandem::log {
namespace {

void write(spdlog::level::level_enum level, std::string_view event, boost::json::object fields) {
  if (!spdlog::should_log(level)) return;
  boost::json::object line{{"time", Timestamp::now().value},
                           {"level", std::string_view(spdlog::level::to_string_view(level).data())},
                           {"event", event}};
  for (auto& field : fields) line.emplace(field.key(), std::move(field.value()));
  spdlog::log(level, boost::json::serialize(line));
}

}  // namespace

void start(std::string_view level) {
  auto logger = spdlog::stderr_logger_mt("tandem");
  logger->set_pattern("%v");
  spdlog::set_default_logger(std::move(logger));
  spdlog::set_level(spdlog::level::from_str(std::string(level)));
}

bool informs() { return spdlog::should_log(spdlog::level::info); }

void info(std::string_view event, boost::json::object fields) {
  write(spdlog::level::info, event, std::move(fields));
}
void warn(std::string_view event, boost::json::object fields) {
  write(spdlog::level::warn, event, std::move(fields));
}
void error(std::string_view event, boost::json::object fields) {
  write(spdlog::level::err, event, std::move(fields));
}

}  // namespace tandem::log
