// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/rows.h"

#include "gtest/gtest.h"
#include "tests/map/sample.h"

namespace percpu_map {
namespace {

constexpr Placement kPlain = Placement::kPlain;

void expect_box(const Box& box, uint64_t start, uint64_t size,
                std::optional<size_t> variable) {
  EXPECT_EQ(box.start, start);
  EXPECT_EQ(box.size, size);
  EXPECT_EQ(box.variable, variable);
}

TEST(RowsTest, BoxesFillEachRow) {
  const auto rows = rows_of(sample(
      {variable("a", 0, 8, 8, kPlain), variable("b", 16, 64, 8, kPlain)}, 128));
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].offset, 0u);
  ASSERT_EQ(rows[0].boxes.size(), 3u);
  expect_box(rows[0].boxes[0], 0, 8, 0);
  expect_box(rows[0].boxes[1], 8, 8, std::nullopt);
  expect_box(rows[0].boxes[2], 16, 48, 1);
  EXPECT_EQ(rows[1].offset, 64u);
  ASSERT_EQ(rows[1].boxes.size(), 2u);
  expect_box(rows[1].boxes[0], 0, 16, 1);
  expect_box(rows[1].boxes[1], 16, 48, std::nullopt);
}

TEST(RowsTest, ManyThatLookTheSameAreFolded) {
  const auto rows =
      rows_of(sample({variable("a", 32, uint64_t{4} * 64, 8, kPlain)}, 1024));
  // The last 3 whole rows of a, then its rest, then 11 rows of padding.
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows[1].offset, 64u);
  EXPECT_EQ(rows[1].folded, 2u);
  EXPECT_EQ(rows[2].offset, 256u);
  EXPECT_EQ(rows[2].folded, 0u);
  EXPECT_EQ(rows[3].offset, 320u);
  EXPECT_EQ(rows[3].folded, 10u);
}

TEST(RowsTest, FewAreNot) {
  EXPECT_EQ(rows_of(sample({variable("a", 0, 128, 8, kPlain)}, 128)).size(),
            2u);
}

}  // namespace
}  // namespace percpu_map
