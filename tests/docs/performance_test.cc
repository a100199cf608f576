// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// docs/performance.md and its chart show what is measured.

#include <string>

#include "benchmarks/performance_page.h"
#include "benchmarks/program.h"
#include "gtest/gtest.h"

namespace percpu_benchmarks {
namespace {

constexpr char kRefresh[] =
    "refresh it with ./bazelw run //benchmarks:table -- --update";

std::string print(const std::string& arguments) {
  const ProgramRun run = run_program("benchmarks/table", arguments);
  EXPECT_EQ(run.error, "");
  return run.output;
}

TEST(Performance, PageHasTheTablesAsMeasured) {
  const std::string page = read_file("docs/performance.md");
  const auto refreshed = replace_tables(page, print("--markdown"));
  ASSERT_TRUE(refreshed.has_value()) << "the page has not its two markers";
  EXPECT_EQ(page, *refreshed) << kRefresh;
}

TEST(Performance, ChartIsDrawnFromTheMeasurement) {
  EXPECT_EQ(read_file("docs/performance.svg"), print("--chart")) << kRefresh;
}

}  // namespace
}  // namespace percpu_benchmarks
