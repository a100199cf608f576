// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "benchmarks/scaling_table.h"

#include "benchmarks/number.h"
#include "gtest/gtest.h"

namespace percpu_benchmarks {
namespace {

using percpu_tools::TextTable;

TEST(ScalingTableTest, RatiosAreToOneCpu) {
  TextTable table = scaling_table();
  add_scaling_rows("riscv64",
                   {{1, {{"percpu", 200'000'000}, {"atomic", 50'000'000}}},
                    {2, {{"percpu", 400'000'000}, {"atomic", 25'000'000}}},
                    {4, {{"percpu", 790'000'000}}}},
                   table);
  ASSERT_EQ(table.rows.size(), 4u);
  EXPECT_EQ(table.rows.front(),
            (std::vector<std::string>{"per-CPU variable", "riscv64", "200.0",
                                      "2.00", "3.95"}));
  EXPECT_EQ(table.rows.back(),
            (std::vector<std::string>{"one shared atomic", "riscv64", "50.0",
                                      "0.50", "-"}));
  EXPECT_EQ(table.rows.front().size(), table.header.size());
}

TEST(NumberTest, AMissingNumberIsADash) {
  EXPECT_EQ(decimal(std::nullopt, 1, 1), "-");
  EXPECT_EQ(ratio(std::nullopt, 2.0), "-");
  EXPECT_EQ(ratio(2.0, std::nullopt), "-");
  EXPECT_EQ(ratio(2.0, 0.0), "-");
}

TEST(NumberTest, IsRounded) {
  EXPECT_EQ(decimal(1250, 1000, 1), "1.2");
  EXPECT_EQ(decimal(1999, 1000, 2), "2.00");
  EXPECT_EQ(ratio(1.0, 3.0), "0.33");
}

}  // namespace
}  // namespace percpu_benchmarks
