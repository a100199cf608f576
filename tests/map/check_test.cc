// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/check.h"

#include "gtest/gtest.h"
#include "tests/map/sample.h"

namespace percpu_map {
namespace {

const Layout kLayout = sample({variable("a", 0, 24, 8, Placement::kHot),
                               variable("b", 24, 8, 8, Placement::kCacheline)},
                              64);

TEST(CheckTest, LimitsMayBeReached) {
  const CheckResult result = check(
      kLayout, {.max_area_size = 64, .max_hot = 24, .max_false_sharing = 1});
  EXPECT_TRUE(result.passed);
  EXPECT_EQ(result.text,
            "ok: bytes of an area: 64, and may be 64\n"
            "ok: bytes of hot variables: 24, and may be 24\n"
            "ok: pairs that share a line of 64 bytes falsely: 1, and may be 1\n"
            "  a (hot, at 0x0) and b (cacheline, at 0x18)\n");
}

TEST(CheckTest, EachLimitCanFail) {
  const auto failed = [](const Limits& limits) {
    const CheckResult result = check(kLayout, limits);
    EXPECT_FALSE(result.passed);
    return result.text;
  };
  EXPECT_EQ(failed({.max_area_size = 63, .max_false_sharing = 1})
                .find("FAILED: bytes of an area: 64, and may be 63\n"),
            0u);
  EXPECT_EQ(failed({.max_hot = 23, .max_false_sharing = 1})
                .find("FAILED: bytes of hot variables: 24, and may be 23\n"),
            0u);
  EXPECT_EQ(failed({}).find("FAILED: pairs that share a line of 64 bytes "
                            "falsely: 1, and may be 0\n"),
            0u);
}

TEST(CheckTest, SaysWhichPairIsOfTwoAreas) {
  const Layout layout = sample({variable("a", 0, 8, 8, Placement::kPlain)}, 64);
  EXPECT_NE(check(layout, {.line_size = 128})
                .text.find("a (plain, at 0x0) and a (plain, at 0x0) of the "
                           "next area\n"),
            std::string::npos);
}

}  // namespace
}  // namespace percpu_map
