// What the administrator of a server can set: by flag, or by the variable of the same name.
#pragma once

#include <cstdint>
#include <string>

namespace tandem::app {

struct Config {
  std::string database = "sqlite:var/tandem.db";  // TANDEM_DATABASE
  std::string listen = "127.0.0.1:8080";          // TANDEM_LISTEN, address:port
  std::string public_url;                         // TANDEM_PUBLIC_URL; http://<listen> if empty
  std::string log = "info";                       // TANDEM_LOG: debug, info, warn, error, off
  std::size_t connections = 8;                    // TANDEM_CONNECTIONS, to the database
  std::size_t workers = 48;                       // TANDEM_WORKERS, threads for what blocks

  [[nodiscard]] std::string address() const;
  [[nodiscard]] std::uint16_t port() const;  // throws std::invalid_argument if it is none
  [[nodiscard]] std::string url() const;
};

}  // namespace tandem::app
