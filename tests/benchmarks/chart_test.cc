// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "benchmarks/chart.h"

#include <regex>
#include <string>
#include <vector>

#include "benchmarks/peers.h"
#include "gtest/gtest.h"

namespace percpu_benchmarks {
namespace {

Way way(const std::string& name, unsigned instructions) {
  Way way = {.name = name, .form = "form", .figures = {}};
  way.figures.fill({.instructions = instructions, .bytes = 4 * instructions});
  return way;
}

Comparison sample(const std::string& title, size_t peers) {
  Comparison comparison = {.title = title,
                           .hot = way("ours", 1),
                           .plain = way("ours", 7),
                           .peers = {}};
  for (size_t i = 0; i < peers; ++i) {
    comparison.peers.push_back(way("peer", 10));
  }
  return comparison;
}

/// The lengths of the bars of a class, in their order.
std::vector<unsigned> bars(const std::string& svg, const std::string& whose) {
  const std::regex rectangle("<rect [^>]*width=\"(\\d+)\"[^>]*class=\"" +
                             whose + "\"/>");
  std::vector<unsigned> lengths;
  for (std::sregex_iterator match(svg.begin(), svg.end(), rectangle), end;
       match != end; ++match) {
    lengths.push_back(static_cast<unsigned>(std::stoul((*match)[1])));
  }
  return lengths;
}

constexpr size_t kPeerCount = std::size(kPeers);

TEST(ChartTest, HasABarForEachWayOnEachArchitecture) {
  const std::string svg = chart({sample("a", kPeerCount)});
  EXPECT_EQ(bars(svg, "ours").size(), std::size(kArchitectures));
  EXPECT_EQ(bars(svg, "peer").size(), kPeerCount * std::size(kArchitectures));
}

TEST(ChartTest, BarsAreAsLongAsTheInstructionsAreMany) {
  const std::string svg = chart({sample("a", kPeerCount)});
  ASSERT_GE(bars(svg, "ours").at(0), 5u);
  EXPECT_EQ(bars(svg, "peer").at(0) / bars(svg, "ours").at(0), 10u);
}

TEST(ChartTest, FiguresStandAtTheBars) {
  const std::string svg = chart({sample("a", kPeerCount)});
  EXPECT_NE(svg.find(">1/4</text>"), std::string::npos);
  EXPECT_NE(svg.find(">10/40</text>"), std::string::npos);
  EXPECT_EQ(svg.find(">7/28</text>"), std::string::npos);
}

TEST(ChartTest, LeavesOutWhatAPeerLacks) {
  EXPECT_EQ(chart({sample("a", kPeerCount), sample("b", kPeerCount - 1)}),
            chart({sample("a", kPeerCount)}));
}

TEST(ChartTest, NeedsNothingElse) {
  const std::string svg = chart({sample("a", kPeerCount)});
  for (const char* word : {"<script", "href", "url(", "@import"}) {
    EXPECT_EQ(svg.find(word), std::string::npos) << word;
  }
}

}  // namespace
}  // namespace percpu_benchmarks
