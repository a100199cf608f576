// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "benchmarks/performance_page.h"

#include "gtest/gtest.h"

namespace percpu_benchmarks {
namespace {

const std::string kBegin =
    "<!-- tables, by ./bazelw run //benchmarks:table -- --update -->\n";
const std::string kEnd = "<!-- end of tables -->\n";

TEST(PerformancePageTest, ReplacesWhatStandsBetweenTheMarkers) {
  const auto page =
      replace_tables("before\n" + kBegin + "old\n" + kEnd + "after\n", "new\n");
  ASSERT_TRUE(page.has_value());
  EXPECT_EQ(*page, "before\n" + kBegin + "\nnew\n\n" + kEnd + "after\n");
  EXPECT_EQ(replace_tables(*page, "new\n"), page);
}

TEST(PerformancePageTest, WantsEachMarkerOnce) {
  for (const std::string& page :
       {std::string("text\n"), kBegin, kEnd, kEnd + kBegin,
        kBegin + kBegin + kEnd, kBegin + kEnd + kEnd}) {
    EXPECT_FALSE(replace_tables(page, "new\n").has_value()) << page;
  }
}

TEST(PerformancePageTest, NamesTheCompiler) {
  EXPECT_EQ(compiler_of(tables_of_page(
                {.costs = {}, .compiler = "clang 7", .error = {}})),
            "clang 7");
  EXPECT_EQ(compiler_of("no tables\n"), "");
}

TEST(PerformancePageTest, HasEveryTableAndTheChart) {
  const std::string tables = tables_of_page({});
  for (const char* words :
       {"\n| operation | whose |", "(performance.svg)", "\n| peer | what |",
        "\n| hot variable | size |", "\n| plain variable | size |"}) {
    EXPECT_NE(tables.find(words), std::string::npos) << words;
  }
}

}  // namespace
}  // namespace percpu_benchmarks
