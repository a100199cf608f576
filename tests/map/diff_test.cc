// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/diff.h"

#include "gtest/gtest.h"
#include "tests/map/sample.h"

namespace percpu_map {
namespace {

const Layout kBefore = sample({variable("a", 0, 8, 8, Placement::kHot),
                               variable("b", 8, 8, 8, Placement::kPlain),
                               variable("c", 16, 4, 4, Placement::kPlain)},
                              64);

TEST(DiffTest, SameLayoutsAreTheSame) {
  EXPECT_EQ(diff(kBefore, kBefore), "the layouts are the same\n");
}

TEST(DiffTest, ShowsWhatChanged) {
  Layout after = sample({variable("a", 0, 8, 8, Placement::kHot),
                         variable("d", 8, 4, 4, Placement::kHot),
                         variable("b", 64, 16, 64, Placement::kCacheline)},
                        128);
  after.variables[2].type = "U";
  after.cpu_num = 2;
  EXPECT_EQ(diff(kBefore, after),
            "areas: 4 -> 2 (-2)\n"
            "bytes of an area: 64 -> 128 (+64)\n"
            "bytes of its variables: 20 -> 80 (+60)\n"
            "bytes of hot variables: 8 -> 12 (+4)\n"
            "bytes in all: 320 -> 576 (+256)\n"
            "\n"
            "         variable  placement           type         offset     "
            "size    align\n"
            "changed  b         plain -> cacheline  T -> U  0x8 -> 0x40  8 -> "
            "16  8 -> 64\n"
            "removed  c         plain               T              0x10      "
            "  4        4\n"
            "added    d         hot                 T               0x8      "
            "  4        4\n");
}

TEST(DiffTest, VariablesOfOneNameAreKnownByTheirFilesAndOrder) {
  Layout before = kBefore;
  for (Variable& each : before.variables) each.name = "same";
  before.variables[0].file = "b.cc";
  Layout after = before;
  after.variables[2].size = 2;
  const std::string text = diff(before, after);
  EXPECT_NE(text.find("changed  same"), std::string::npos) << text;
  EXPECT_NE(text.find("4 -> 2"), std::string::npos) << text;
  EXPECT_EQ(text.find("added"), std::string::npos) << text;
  EXPECT_EQ(text.find("8 ->"), std::string::npos) << text;
}

TEST(DiffTest, ArchitecturesCanDiffer) {
  Layout after = kBefore;
  after.arch = "x86_64";
  EXPECT_EQ(diff(kBefore, after), "architecture: riscv64 -> x86_64\n");
}

}  // namespace
}  // namespace percpu_map
