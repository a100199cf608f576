// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/sharing.h"

#include "gtest/gtest.h"
#include "tests/map/sample.h"

namespace percpu_map {
namespace {

using Pairs = std::vector<FalseSharing>;

constexpr Placement kHot = Placement::kHot;
constexpr Placement kPlain = Placement::kPlain;
constexpr Placement kCacheline = Placement::kCacheline;
constexpr Placement kReadMostly = Placement::kReadMostly;

/// Two variables of 8 bytes on one line, and one on the next.
Layout three(Placement first, Placement second, Placement third) {
  return sample({variable("a", 0, 8, 8, first), variable("b", 8, 8, 8, second),
                 variable("c", 64, 8, 8, third)},
                128);
}

TEST(SharedLinesTest, AreThoseWithSeveralVariables) {
  const auto lines = shared_lines(sample(
      {variable("a", 0, 8, 8, kHot), variable("b", 8, 120, 8, kPlain),
       variable("c", 128, 64, 8, kPlain), variable("d", 192, 1, 1, kPlain),
       variable("e", 193, 1, 1, kPlain)},
      256));
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].offset, 0u);
  EXPECT_EQ(lines[0].variables, (std::vector<size_t>{0, 1}));
  EXPECT_EQ(lines[1].offset, 192u);
  EXPECT_EQ(lines[1].variables, (std::vector<size_t>{3, 4}));
}

TEST(SharedLinesTest, HaveTheVariablesThatBeginAndEndThere) {
  const auto lines = shared_lines(sample(
      {variable("a", 0, 100, 4, kPlain), variable("b", 100, 4, 4, kPlain),
       variable("c", 104, 100, 4, kPlain)},
      256));
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].offset, 64u);
  EXPECT_EQ(lines[0].variables, (std::vector<size_t>{0, 1, 2}));
}

TEST(FalseSharingTest, OwnVariablesShareWell) {
  EXPECT_EQ(false_sharing(three(kHot, kPlain, kCacheline), 64), Pairs());
}

TEST(FalseSharingTest, CachelineVariablesShareWithNothing) {
  const Pairs first_two = {{0, 1, false}};
  EXPECT_EQ(false_sharing(three(kHot, kCacheline, kHot), 64), first_two);
  EXPECT_EQ(false_sharing(three(kCacheline, kReadMostly, kHot), 64), first_two);
  EXPECT_EQ(false_sharing(three(kCacheline, kCacheline, kHot), 64), first_two);
}

TEST(FalseSharingTest, ReadMostlyVariablesShareWithTheirKind) {
  EXPECT_EQ(false_sharing(three(kReadMostly, kReadMostly, kHot), 64), Pairs());
  EXPECT_EQ(false_sharing(three(kPlain, kReadMostly, kHot), 64),
            (Pairs{{0, 1, false}}));
}

TEST(FalseSharingTest, LinesMayBeLarger) {
  Layout layout = sample(
      {variable("a", 0, 8, 64, kCacheline),
       variable("b", 64, 8, 64, kCacheline), variable("c", 128, 8, 64, kPlain)},
      256);
  layout.area_align = 128;
  EXPECT_EQ(false_sharing(layout, 64), Pairs());
  EXPECT_EQ(false_sharing(layout, 128), (Pairs{{0, 1, false}}));
}

TEST(FalseSharingTest, AreasMayStartInTheMiddleOfALargerLine) {
  const Layout layout = sample(
      {variable("a", 0, 8, 64, kPlain), variable("b", 64, 8, 64, kCacheline),
       variable("c", 128, 8, 64, kPlain), variable("d", 192, 8, 64, kPlain)},
      256);
  // a and b where the area starts on a line; else b and c, and d with the next
  // area's a.
  EXPECT_EQ(false_sharing(layout, 128),
            (Pairs{{0, 1, false}, {1, 2, false}, {3, 0, true}}));
}

TEST(FalseSharingTest, AreasShareALineThatTheStrideCuts) {
  Layout layout = sample(
      {variable("a", 0, 8, 8, kPlain), variable("b", 128, 8, 8, kPlain)}, 192);
  layout.area_align = 128;
  EXPECT_EQ(false_sharing(layout, 128), (Pairs{{1, 0, true}}));
  layout.cpu_num = 1;
  EXPECT_EQ(false_sharing(layout, 128), Pairs());
}

}  // namespace
}  // namespace percpu_map
