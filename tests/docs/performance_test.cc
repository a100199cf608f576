// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// docs/performance.md and its chart show what is measured.

#include <sstream>
#include <string>

#include "benchmarks/performance_page.h"
#include "benchmarks/program.h"
#include "gtest/gtest.h"

namespace percpu_benchmarks {
namespace {

constexpr char kRefresh[] =
    "refresh it, with the default settings: "
    "./bazelw run //benchmarks:table -- --update";

std::string print(const std::string& arguments) {
  const ProgramRun run = run_program("benchmarks/table", arguments);
  EXPECT_EQ(run.error, "");
  return run.output;
}

/// The first line that is not the same in both, with its number.
std::string first_difference(const std::string& is, const std::string& should) {
  std::istringstream is_lines(is);
  std::istringstream should_lines(should);
  for (unsigned number = 1;; ++number) {
    std::string is_line;
    std::string should_line;
    const bool is_over = !std::getline(is_lines, is_line);
    const bool should_over = !std::getline(should_lines, should_line);
    if (is_over && should_over) return "";
    if (is_over != should_over || is_line != should_line) {
      return "line " + std::to_string(number) + " is\n" + is_line +
             "\nand the measurement gives\n" + should_line;
    }
  }
}

TEST(Performance, PageHasTheTablesAsMeasured) {
  const std::string page = read_file("docs/performance.md");
  const std::string tables = print("--markdown");
  const auto refreshed = replace_tables(page, tables);
  ASSERT_TRUE(refreshed.has_value()) << "the page has not its two markers";
  ASSERT_NE(compiler_of(page), "") << kRefresh;
  // Another release may extend a small value once more, or once less.
  if (compiler_of(page) != compiler_of(tables)) {
    GTEST_SKIP() << "the page is from " << compiler_of(page) << ", this from "
                 << compiler_of(tables);
  }
  EXPECT_TRUE(page == *refreshed) << first_difference(page, *refreshed) << "\n"
                                  << kRefresh;
}

TEST(Performance, ChartIsDrawnFromTheMeasurement) {
  const std::string image = read_file("docs/performance.svg");
  const std::string drawn = print("--chart");
  EXPECT_TRUE(image == drawn) << first_difference(image, drawn) << "\n"
                              << kRefresh;
}

}  // namespace
}  // namespace percpu_benchmarks
