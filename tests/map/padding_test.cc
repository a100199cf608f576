// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/padding.h"

#include "gtest/gtest.h"
#include "tests/map/sample.h"

namespace percpu_map {
namespace {

constexpr Placement kHot = Placement::kHot;
constexpr Placement kPlain = Placement::kPlain;
constexpr Placement kOther = Placement::kOther;

TEST(PaddingTest, IsBetweenVariablesAndBehindThem) {
  const Padding result = padding(
      sample({variable("a", 0, 1, 1, kHot), variable("b", 8, 8, 8, kPlain),
              variable("c", 16, 4, 4, kPlain)},
             64));
  ASSERT_EQ(result.gaps.size(), 2u);
  EXPECT_EQ(result.gaps[0].offset, 1u);
  EXPECT_EQ(result.gaps[0].size, 7u);
  EXPECT_EQ(result.gaps[1].offset, 20u);
  EXPECT_EQ(result.gaps[1].size, 44u);
  EXPECT_EQ(result.bytes, 51u);
}

TEST(PaddingTest, VariablesWithinOthersMakeNone) {
  const Padding result = padding(sample(
      {variable("a", 0, 64, 8, kPlain), variable("b", 8, 8, 8, kPlain)}, 64));
  EXPECT_TRUE(result.gaps.empty());
  EXPECT_EQ(result.bytes, 0u);
}

TEST(ReorderingTest, SavesWhatTheOrderCosts) {
  EXPECT_EQ(
      bytes_saved_by_reordering(sample(
          {variable("a", 0, 1, 1, kOther), variable("b", 64, 64, 64, kOther),
           variable("c", 128, 1, 1, kOther),
           variable("d", 192, 64, 64, kOther)},
          256)),
      64u);
}

TEST(ReorderingTest, FillsWhatAPartLeavesOfALine) {
  // A hot byte, after which the plain part starts with its smallest.
  EXPECT_EQ(
      bytes_saved_by_reordering(sample(
          {variable("a", 0, 1, 1, kHot), variable("b", 64, 64, 64, kPlain),
           variable("c", 128, 8, 8, kPlain), variable("d", 136, 2, 2, kPlain)},
          192)),
      64u);
}

TEST(ReorderingTest, PartsKeepTheirOrderAndTheirLines) {
  EXPECT_EQ(bytes_saved_by_reordering(
                sample({variable("a", 0, 1, 1, kHot),
                        variable("b", 64, 1, 64, Placement::kCacheline),
                        variable("c", 128, 1, 1, Placement::kReadMostly),
                        variable("d", 4096, 1, 4096, Placement::kPage)},
                       4160)),
            0u);
}

TEST(ReorderingTest, CountsWholeAreas) {
  // Seven bytes less of the same cache line are none.
  EXPECT_EQ(bytes_saved_by_reordering(sample({variable("a", 0, 1, 1, kOther),
                                              variable("b", 8, 8, 8, kOther)},
                                             64)),
            0u);
}

}  // namespace
}  // namespace percpu_map
