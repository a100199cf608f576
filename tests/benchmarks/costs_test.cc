// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "benchmarks/costs.h"

#include <algorithm>

#include "gtest/gtest.h"

namespace percpu_benchmarks {
namespace {

// An image in which everything takes three instructions and 10 bytes, and a
// second access five more of each in the image, and four when executed.
class CostsTest : public testing::Test {
 protected:
  CostsTest() {
    for (const std::string operation : kOperations) {
      for (const std::string placement : kPlacements) {
        for (const unsigned size : kSizes) {
          const std::string name =
              operation + "_" + placement + "_" + std::to_string(size);
          const bool is_second = operation == "second_access";
          listing["op_" + name] = {.instructions = is_second ? 8u : 3u,
                                   .bytes = is_second ? 15u : 10u,
                                   .returns = 1};
          executed[name] = is_second ? 7 : 3;
        }
      }
    }
  }

  Listing listing;
  Measurements executed;
};

TEST_F(CostsTest, EveryCombinationOnce) {
  const Costs costs = collect_costs("riscv64", listing, executed);
  EXPECT_EQ(costs.error, "");
  EXPECT_EQ(costs.costs.size(), 16u * 2 * 4);
  for (const Cost& cost : costs.costs) {
    EXPECT_EQ(cost.architecture, "riscv64");
    EXPECT_EQ(std::count_if(costs.costs.begin(), costs.costs.end(),
                            [&](const Cost& other) {
                              return other.operation == cost.operation &&
                                     other.placement == cost.placement &&
                                     other.size == cost.size;
                            }),
              1);
  }
}

TEST_F(CostsTest, ASecondAccessIsWhatItAdds) {
  for (const Cost& cost : collect_costs("riscv64", listing, executed).costs) {
    const bool is_second = cost.operation == "second_access";
    EXPECT_EQ(cost.instructions, is_second ? 5u : 3u);
    EXPECT_EQ(cost.bytes, is_second ? 5u : 10u);
    EXPECT_EQ(cost.executed, is_second ? 4u : 3u);
  }
}

TEST_F(CostsTest, NamesAMissingFunction) {
  listing.erase("op_xor_plain_2");
  EXPECT_EQ(collect_costs("riscv64", listing, executed).error,
            "riscv64: the image has no function op_xor_plain_2");
}

TEST_F(CostsTest, NamesAMissingCount) {
  executed.erase("xor_plain_2");
  EXPECT_EQ(collect_costs("riscv64", listing, executed).error,
            "riscv64: the kernel does not say what xor_plain_2 executes");
}

TEST_F(CostsTest, NamesAFunctionThatDoesNotEnd) {
  listing["op_xor_plain_2"].returns = 0;
  EXPECT_EQ(collect_costs("riscv64", listing, executed).error,
            "riscv64: op_xor_plain_2 does not have one return instruction");
}

}  // namespace
}  // namespace percpu_benchmarks
