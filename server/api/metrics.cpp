#include "api/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <map>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace tandem::api {
namespace {

const prometheus::Histogram::BucketBoundaries kBounds{0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10};

// What is counted of one operation. Kept at hand: a family finds it by hashing all its labels.
struct Operation {
  prometheus::Histogram* seconds = nullptr;
  std::map<int, prometheus::Counter*> by_status;
};

}  // namespace

struct Metrics::Impl {
  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& requests =
      prometheus::BuildCounter()
          .Name("tandem_requests_total")
          .Help("Requests answered, by operation and status")
          .Register(registry);
  prometheus::Family<prometheus::Histogram>& seconds =
      prometheus::BuildHistogram()
          .Name("tandem_request_seconds")
          .Help("Time from the request's arrival at a worker to its answer, by operation")
          .Register(registry);
  std::vector<std::pair<prometheus::Gauge*, std::function<double()>>> gauges;
  std::mutex mutex;
  std::unordered_map<std::string, Operation> operations;
};

Metrics::Metrics() : impl_(std::make_unique<Impl>()) {}
Metrics::~Metrics() = default;

void Metrics::answered(const std::string& operation, int status, double seconds) {
  const std::scoped_lock lock(impl_->mutex);
  Operation& counted = impl_->operations[operation];
  if (counted.seconds == nullptr) {
    counted.seconds = &impl_->seconds.Add({{"operation", operation}}, kBounds);
  }
  auto& counter = counted.by_status[status];
  if (counter == nullptr) {
    counter = &impl_->requests.Add({{"operation", operation}, {"status", std::to_string(status)}});
  }
  counter->Increment();
  counted.seconds->Observe(seconds);
}

void Metrics::gauge(const std::string& name, const std::string& help,
                    std::function<double()> value) {
  auto& gauge = prometheus::BuildGauge().Name(name).Help(help).Register(impl_->registry).Add({});
  impl_->gauges.emplace_back(&gauge, std::move(value));
}

std::string Metrics::text() {
  for (const auto& [gauge, value] : impl_->gauges) gauge->Set(value());
  return prometheus::TextSerializer().Serialize(impl_->registry.Collect());
}

}  // namespace tandem::api
