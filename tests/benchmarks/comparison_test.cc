// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "benchmarks/comparison.h"

#include <algorithm>
#include <set>
#include <string>

#include "benchmarks/peers.h"
#include "gtest/gtest.h"

namespace percpu_benchmarks {
namespace {

Cost cost(const char* operation, const char* placement, unsigned size,
          unsigned instructions, unsigned bytes) {
  return {.architecture = "riscv64",
          .operation = operation,
          .size = size,
          .placement = placement,
          .instructions = instructions,
          .bytes = bytes,
          .executed = instructions};
}

/// Of "read or write" on riscv64.
Figure hot_figure(const std::vector<Cost>& costs) {
  return compare(costs)[1].hot.figures[2];
}

TEST(ComparisonTest, TakesTheVariableOfEightBytesOfThePlacement) {
  EXPECT_EQ(
      hot_figure({cost("read", "hot", 4, 7, 28), cost("read", "hot", 8, 1, 4),
                  cost("read", "plain", 8, 3, 10)}),
      (Figure{.instructions = 1, .bytes = 4}));
}

TEST(ComparisonTest, TakesTheDearerOfTwoOperations) {
  const Figure dear = {.instructions = 2, .bytes = 8};
  EXPECT_EQ(
      hot_figure({cost("read", "hot", 8, 2, 8), cost("write", "hot", 8, 1, 9)}),
      dear);
  EXPECT_EQ(
      hot_figure({cost("read", "hot", 8, 2, 6), cost("write", "hot", 8, 2, 8)}),
      dear);
}

TEST(ComparisonTest, ComparesOperationsThatAreMeasured) {
  for (const ComparedOperation& compared : compared_operations()) {
    for (const std::string& operation : compared.operations) {
      EXPECT_TRUE(std::ranges::count(kOperations, operation) == 1) << operation;
    }
  }
}

TEST(ComparisonTest, UsesEveryPeerCost) {
  size_t used = 0;
  for (const Comparison& comparison : compare({})) {
    EXPECT_FALSE(comparison.peers.empty()) << comparison.title;
    used += comparison.peers.size();
  }
  EXPECT_EQ(used, std::size(kPeerCosts));
}

TEST(ComparisonTest, EveryPeerIsExplained) {
  std::set<std::string_view> names;
  for (const PeerCost& cost : kPeerCosts) names.insert(cost.peer);
  std::set<std::string_view> explained;
  for (const Peer& peer : kPeers) explained.insert(peer.name);
  EXPECT_EQ(names, explained);
}

// As where the return instruction stands for a whole operation.
TEST(ComparisonTest, PeerCostsArePlausible) {
  for (const PeerCost& cost : kPeerCosts) {
    for (size_t i = 0; i < cost.figures.size(); ++i) {
      SCOPED_TRACE(std::string(cost.operation) + " " + std::string(cost.peer) +
                   " " + kArchitectures[i]);
      const Figure& figure = cost.figures[i];
      EXPECT_GE(figure.instructions, 1u);
      EXPECT_GE(figure.bytes, 2 * figure.instructions);
      EXPECT_LE(figure.bytes, 15 * figure.instructions);
      if (kArchitectures[i] == std::string("aarch64") ||
          kArchitectures[i] == std::string("loongarch64")) {
        EXPECT_EQ(figure.bytes, 4 * figure.instructions);
      }
    }
  }
}

TEST(ComparisonTest, TableNamesAnOperationOnce) {
  const Comparison comparison = {
      .title = "read",
      .hot = {"percpu", "hot", {{{1, 8}, {2, 8}, {1, 4}, {1, 4}}}},
      .plain = {"percpu", "plain", {{{1, 8}, {3, 12}, {3, 10}, {3, 12}}}},
      .peers = {{"C", "", {{{9, 9}, {9, 36}, {9, 36}, {9, 36}}}}}};
  EXPECT_EQ(markdown(comparison_table({comparison})),
            "| operation | whose | x86_64 | aarch64 | riscv64 | loongarch64 |\n"
            "|---|---|---:|---:|---:|---:|\n"
            "| read | percpu, hot | 1/8 | 2/8 | 1/4 | 1/4 |\n"
            "|  | percpu, plain | 1/8 | 3/12 | 3/10 | 3/12 |\n"
            "|  | C | 9/9 | 9/36 | 9/36 | 9/36 |\n");
}

}  // namespace
}  // namespace percpu_benchmarks
