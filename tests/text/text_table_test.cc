// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/text/text_table.h"

#include "gtest/gtest.h"

namespace percpu_tools {
namespace {

const TextTable kTable = {.header = {"operation", "n", "cycles"},
                          .rows = {{"read", "10", "0.7"}, {"add", "9", ""}}};

TEST(TextTableTest, ColumnsAreAligned) {
  EXPECT_EQ(aligned(kTable),
            "operation   n  cycles\n"
            "read       10     0.7\n"
            "add         9\n");
}

TEST(TextTableTest, MarkdownAlignsLikewise) {
  EXPECT_EQ(markdown(kTable),
            "| operation | n | cycles |\n"
            "|---|---:|---:|\n"
            "| read | 10 | 0.7 |\n"
            "| add | 9 |  |\n");
}

TEST(TextTableTest, MoreColumnsCanStandToTheLeft) {
  TextTable table = kTable;
  table.left_columns = 2;
  EXPECT_EQ(aligned(table),
            "operation  n   cycles\n"
            "read       10     0.7\n"
            "add        9\n");
  EXPECT_EQ(markdown(table).substr(0, 45),
            "| operation | n | cycles |\n"
            "|---|---|---:|\n"
            "| r");
}

}  // namespace
}  // namespace percpu_tools
