// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "benchmarks/cost_report.h"

#include "gtest/gtest.h"

namespace percpu_benchmarks {
namespace {

std::vector<Cost> sample() {
  std::vector<Cost> costs;
  for (const char* architecture : kArchitectures) {
    for (const unsigned size : kSizes) {
      costs.push_back({.architecture = architecture,
                       .operation = "read",
                       .size = size,
                       .placement = "hot",
                       .instructions = size == 8 ? 1u : 2u,
                       .bytes = 9,
                       .executed = 2});
    }
  }
  return costs;
}

TEST(CostReportTest, JsonIsAListOfObjects) {
  EXPECT_EQ(costs_as_json({sample()[0], sample()[3]}),
            R"([
{"arch": "x86_64", "op": "read", "size": 1, "placement": "hot", "instructions": 2, "bytes": 9, "executed": 2},
{"arch": "x86_64", "op": "read", "size": 8, "placement": "hot", "instructions": 1, "bytes": 9, "executed": 2}
]
)");
}

TEST(CostReportTest, SizesOfOneCostShareARow) {
  const std::string text = costs_as_markdown(sample());
  EXPECT_NE(text.find("| read | 8 | 1/9 (2) | 1/9 (2) | 1/9 (2) | 1/9 (2) |\n"
                      "| read | 4, 2, 1 | 2/9 | 2/9 | 2/9 | 2/9 |\n"),
            std::string::npos)
      << text;
}

TEST(CostReportTest, EachPlacementHasATable) {
  const std::string text = costs_as_text(sample());
  EXPECT_NE(text.find("\nhot variable"), std::string::npos) << text;
  EXPECT_NE(text.find("\nplain variable"), std::string::npos) << text;
}

}  // namespace
}  // namespace percpu_benchmarks
