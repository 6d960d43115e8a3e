// Precompiled: what nearly every file includes. Boost.Beast and Asio are not here on purpose;
// only http/ and live/ include them.
#pragma once
#include <fmt/format.h>
#include <soci/soci.h>
#include <spdlog/spdlog.h>

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>
#include <boost/system/result.hpp>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>
