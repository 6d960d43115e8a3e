// What Prometheus asks for: how many requests, how long they took, how much is open.
#pragma once

#include <functional>
#include <memory>
#include <string>

namespace tandem::api {

class Metrics {
 public:
  Metrics();
  ~Metrics();
  void answered(const std::string& operation, int status, double seconds);
  // A figure that is asked for when it is read.
  void gauge(const std::string& name, const std::string& help, std::function<double()> value);
  // In Prometheus' text format, version 0.0.4.
  std::string text();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace tandem::api
