// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "benchmarks/chart.h"

#include <algorithm>
#include <string_view>

#include "benchmarks/peers.h"

namespace percpu_benchmarks {
namespace {

// In pixels. The panels stand in two columns, in the order of kArchitectures.
constexpr unsigned kWidth = 800;
constexpr unsigned kMargin = 28;
constexpr unsigned kHeading = 84;
constexpr unsigned kColumns = 2;
constexpr unsigned kGap = 36;
constexpr unsigned kPanelWidth =
    (kWidth - 2 * kMargin - (kColumns - 1) * kGap) / kColumns;
constexpr unsigned kPanelHeading = 30;
constexpr unsigned kOperationHeading = 24;
constexpr unsigned kOperationGap = 10;
constexpr unsigned kBar = 13;
constexpr unsigned kBarStep = 18;
/// From the top of a line of text, as high as a bar, to its base line.
constexpr unsigned kBaseline = 11;
constexpr unsigned kNames = 92;
constexpr unsigned kFigures = 48;
constexpr unsigned kLongestBar = kPanelWidth - kNames - kFigures;

constexpr char kStyle[] = R"(<style>
  text { font: 13px Helvetica, Arial, "Liberation Sans", sans-serif; fill: #333b45 }
  .title { font-size: 19px; font-weight: bold; fill: #16202c }
  .architecture { font-size: 16px; font-weight: bold; fill: #16202c }
  .operation { font-weight: bold }
  .name { text-anchor: end }
  .ours { font-weight: bold; fill: #0b57a4 }
  rect.ours { fill: #0b57a4 }
  rect.peer { fill: #a9b3bf }
  line { stroke: #cfd6de }
</style>
)";

std::string number(unsigned value) { return std::to_string(value); }

std::string text(unsigned x, unsigned y, std::string_view classes,
                 const std::string& words) {
  return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" class=\"" +
         std::string(classes) + "\">" + words + "</text>\n";
}

/// An operation's bars, on one architecture.
struct Bar {
  std::string name;
  bool ours;
  Figure figure;
};

std::vector<Bar> bars(const Comparison& comparison, size_t architecture) {
  std::vector<Bar> all = {
      {.name = comparison.hot.name + ", " + comparison.hot.form,
       .ours = true,
       .figure = comparison.hot.figures[architecture]}};
  for (const Way& peer : comparison.peers) {
    all.push_back({.name = peer.name,
                   .ours = false,
                   .figure = peer.figures[architecture]});
  }
  return all;
}

class Panels {
 public:
  explicit Panels(const std::vector<Comparison>& comparisons) {
    for (const Comparison& comparison : comparisons) {
      if (comparison.peers.size() < std::size(kPeers)) continue;
      comparisons_.push_back(comparison);
      for (size_t i = 0; i < std::size(kArchitectures); ++i) {
        for (const Bar& bar : bars(comparison, i)) {
          most_ = std::max(most_, bar.figure.instructions);
        }
      }
    }
  }

  unsigned height() const {
    const auto bars = static_cast<unsigned>(1 + std::size(kPeers));
    const auto operations = static_cast<unsigned>(comparisons_.size());
    return kPanelHeading +
           operations * (kOperationHeading + bars * kBarStep + kOperationGap);
  }

  std::string draw(size_t architecture, unsigned x, unsigned y) const {
    std::string svg =
        text(x, y + kBaseline, "architecture", kArchitectures[architecture]) +
        "<line x1=\"" + number(x) + "\" y1=\"" + number(y + kBarStep) +
        "\" x2=\"" + number(x + kPanelWidth) + "\" y2=\"" +
        number(y + kBarStep) + "\"/>\n";
    y += kPanelHeading;
    for (const Comparison& comparison : comparisons_) {
      svg += text(x, y + kBaseline, "operation", comparison.title);
      y += kOperationHeading;
      for (const Bar& bar : bars(comparison, architecture)) {
        svg += draw(bar, x, y);
        y += kBarStep;
      }
      y += kOperationGap;
    }
    return svg;
  }

 private:
  std::string draw(const Bar& bar, unsigned x, unsigned y) const {
    const std::string whose = bar.ours ? "ours" : "peer";
    const unsigned start = x + kNames;
    const unsigned length = bar.figure.instructions * kLongestBar / most_;
    return text(start - 8, y + kBaseline, "name " + whose, bar.name) +
           "<rect x=\"" + number(start) + "\" y=\"" + number(y) +
           "\" width=\"" + number(length) + "\" height=\"" + number(kBar) +
           "\" class=\"" + whose + "\"/>\n" +
           text(start + length + 6, y + kBaseline, whose, to_text(bar.figure));
  }

  std::vector<Comparison> comparisons_;
  unsigned most_ = 1;
};

}  // namespace

std::string chart(const std::vector<Comparison>& comparisons) {
  const Panels panels(comparisons);
  const auto rows = static_cast<unsigned>(
      (std::size(kArchitectures) + kColumns - 1) / kColumns);
  const std::string width = number(kWidth);
  const std::string height = number(kHeading + rows * panels.height() +
                                    (rows - 1) * kGap / 2 + kMargin / 2);
  const std::string title = "What an operation costs";
  std::string svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width +
      "\" height=\"" + height + "\" viewBox=\"0 0 " + width + " " + height +
      "\" role=\"img\">\n<title>" + title + "</title>\n" + kStyle +
      "<rect width=\"" + width + "\" height=\"" + height +
      "\" fill=\"#fff\"/>\n" + text(kMargin, 38, "title", title) +
      text(kMargin, 60, "subtitle",
           "A bar's length is the number of instructions; the figures are "
           "instructions/bytes. Fewer is better.");
  for (size_t i = 0; i < std::size(kArchitectures); ++i) {
    const auto column = static_cast<unsigned>(i % kColumns);
    const auto row = static_cast<unsigned>(i / kColumns);
    svg += panels.draw(i, kMargin + column * (kPanelWidth + kGap),
                       kHeading + row * (panels.height() + kGap / 2));
  }
  return svg + "</svg>\n";
}

}  // namespace percpu_benchmarks
