#include "report/run_chart.hpp"

#include <algorithm>
#include <cmath>

#include "report/figures.hpp"

namespace tandem::report {
namespace {

// In units of the picture.
constexpr double kWidth = 660;
constexpr double kHeight = 210;
constexpr double kLeft = 52;
constexpr double kRight = 104;  // names of the lines stand there
constexpr double kTop = 10;
constexpr double kBottom = 26;

constexpr auto kInk = "#14181b";
constexpr auto kQuiet = "#4a555c";
constexpr auto kGrid = "#c5cdd1";
constexpr auto kLine = "#0f5c63";
constexpr auto kChanged = "#8a3b00";

// Between lines that people like to read: 1, 2 or 5 times a power of ten.
double step_of(double span) {
  const double rough = span / 4;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double nice : {1.0, 2.0, 5.0}) {
    if (nice * power >= rough) return nice * power;
  }
  return 10 * power;
}

class Picture {
 public:
  Picture(std::vector<const monitor::ShownValue*> points, const monitor::Place& place,
          const std::string& unit)
      : points_(std::move(points)), place_(place), unit_(unit) {
    low_ = high_ = *points_.front()->value;
    for (const auto* point : points_) include(*point->value);
    const auto& chart = place.chart;
    for (const auto& line : {chart.mean, chart.lower, chart.upper}) {
      if (line) include(*line);
    }
    if (place.targets.end_target) include(place.targets.end_target->value);
    if (high_ - low_ < 1e-9) {
      low_ -= 1;
      high_ += 1;
    }
    step_ = step_of(high_ - low_);
    low_ = step_ * std::floor(low_ / step_ + 1e-9);
    high_ = step_ * std::ceil(high_ / step_ - 1e-9);
  }

  std::string drawn() {
    out_ =
        fmt::format(R"(<svg class="chart" viewBox="0 0 {:.0f} {:.0f}" role="img" aria-label="{}" )"
                    R"(font-family="Liberation Sans, Arial, sans-serif" font-size="11">)",
                    kWidth, kHeight, "Run chart. The table below has the same numbers.");
    grid();
    const auto& chart = place_.chart;
    if (chart.upper) across(*chart.upper, kQuiet, "5 4", "upper limit");
    if (chart.lower) across(*chart.lower, kQuiet, "5 4", "lower limit");
    if (chart.mean) across(*chart.mean, kLine, "", "mean");
    if (place_.targets.end_target) {
      across(place_.targets.end_target->value, kInk, "1 3", "end target");
    }
    values();
    names();
    return out_ + "</svg>";
  }

 private:
  void include(double value) {
    low_ = std::min(low_, value);
    high_ = std::max(high_, value);
  }
  [[nodiscard]] double y(double value) const {
    return kTop + (kHeight - kTop - kBottom) * (high_ - value) / (high_ - low_);
  }
  [[nodiscard]] double x(const Date& day) const {
    const auto days = [](const Date& a, const Date& b) {
      return static_cast<double>((b.day() - a.day()).count());
    };
    const auto all = days(points_.front()->taken_on, points_.back()->taken_on);
    const double part = all < 1 ? 0.5 : days(points_.front()->taken_on, day) / all;
    return kLeft + 8 + (kWidth - kLeft - kRight - 16) * part;
  }
  void line(double x1, double y1, double x2, double y2, const char* colour, const char* dash,
            double width) {
    out_ += fmt::format(
        R"(<line x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}" stroke="{}" stroke-width="{}")",
        x1, y1, x2, y2, colour, width);
    if (*dash != '\0') out_ += fmt::format(R"( stroke-dasharray="{}")", dash);
    out_ += "/>";
  }
  void text(double at_x, double at_y, const char* anchor, const char* colour,
            const std::string& words) {
    out_ += fmt::format(R"(<text x="{:.1f}" y="{:.1f}" text-anchor="{}" fill="{}">{}</text>)", at_x,
                        at_y, anchor, colour, words);
  }

  void grid() {
    for (double at = low_; at <= high_ + step_ / 2; at += step_) {
      line(kLeft, y(at), kWidth - kRight, y(at), kGrid, "", 0.6);
      text(kLeft - 6, y(at) + 4, "end", kQuiet, number(at) + (unit_ == "%" ? "%" : ""));
    }
    // A day under the first and the last value, and between them where there is room.
    double last = -1000;
    for (const auto* point : points_) {
      const auto at = x(point->taken_on);
      const bool is_last = point == points_.back();
      const bool room = at - last > 74 && (is_last || x(points_.back()->taken_on) - at > 74);
      if (point != points_.front() && !is_last && !room) continue;
      text(at, kHeight - 8, "middle", kQuiet, short_day(point->taken_on));
      last = at;
    }
  }
  void across(double value, const char* colour, const char* dash, const char* name) {
    line(kLeft, y(value), kWidth - kRight, y(value), colour, dash, 1.3);
    names_.emplace_back(y(value), fmt::format("{} {}", name, number(value)));
  }
  void values() {
    std::string path;
    for (const auto* point : points_) {
      path += fmt::format("{}{:.1f},{:.1f}", path.empty() ? "" : " ", x(point->taken_on),
                          y(*point->value));
    }
    out_ += fmt::format(R"(<polyline points="{}" fill="none" stroke="{}" stroke-width="2"/>)", path,
                        kLine);
    for (const auto* point : points_) {
      const auto at_x = x(point->taken_on);
      const auto at_y = y(*point->value);
      if (signals(point->taken_on)) {
        out_ += fmt::format(R"(<path d="M{:.1f} {:.1f}l6 6l-6 6l-6 -6z" fill="{}" stroke="#fff"/>)",
                            at_x, at_y - 6, kChanged);
      } else {
        out_ += fmt::format(R"(<circle cx="{:.1f}" cy="{:.1f}" r="3.6" fill="{}"/>)", at_x, at_y,
                            kLine);
      }
    }
  }
  [[nodiscard]] bool signals(const Date& day) const {
    const auto& all = place_.chart.signals;
    return std::any_of(all.begin(), all.end(), [&](const monitor::DatedSignal& signal) {
      return signal.from <= day && day <= signal.to;
    });
  }
  // Beside their lines, one below the other where they would meet.
  void names() {
    std::sort(names_.begin(), names_.end());
    double last = -1000;
    for (const auto& [at, words] : names_) {
      last = std::max(at + 4, last + 13);
      text(kWidth - kRight + 6, last, "start", kInk, words);
    }
  }

  std::vector<const monitor::ShownValue*> points_;
  const monitor::Place& place_;
  const std::string& unit_;
  double low_ = 0;
  double high_ = 0;
  double step_ = 1;
  std::string out_;
  std::vector<std::pair<double, std::string>> names_;
};

}  // namespace

std::string run_chart(const monitor::Place& place, const std::string& unit) {
  std::vector<const monitor::ShownValue*> points;
  for (const auto& value : place.values) {
    if (value.value) points.push_back(&value);
  }
  if (points.size() < 2) return "";
  std::stable_sort(points.begin(), points.end(),
                   [](const auto* a, const auto* b) { return a->taken_on < b->taken_on; });
  return Picture(std::move(points), place, unit).drawn();
}

std::string chart_words(const monitor::ProcessChart& chart) {
  using statistics::SignalKind;
  switch (chart.verdict) {
    case monitor::Verdict::too_few:
      return fmt::format(
          "{} of the {} values that it takes to tell a change from the usual up and down.",
          chart.values, chart.needed);
    case monitor::Verdict::steady:
      return chart.provisional
                 ? "No change beyond the usual up and down so far. With so few values the limits "
                   "are provisional."
                 : "No change beyond the usual up and down.";
    case monitor::Verdict::changed:
      break;
  }
  const auto& last = chart.signals.back();
  std::string what;
  switch (last.kind) {
    case SignalKind::outside:
      what = fmt::format("The value of {} is {} the limits", day(last.from),
                         last.up ? "above" : "below");
      break;
    case SignalKind::run:
      what = fmt::format("From {} to {} all values are {} the mean", day(last.from), day(last.to),
                         last.up ? "above" : "below");
      break;
    case SignalKind::trend:
      what = fmt::format("From {} to {} the values {} without a break", day(last.from),
                         day(last.to), last.up ? "rise" : "fall");
      break;
  }
  return what + (last.good ? ": a change for the better." : ": a change to look into.");
}

}  // namespace tandem::report
