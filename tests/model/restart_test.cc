// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Searches the states of restart.pml: all of them where it is right, and up to
// the first violation where it has a mistake.

#include <stdio.h>

#include <iostream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace {

/// A search that has lost choices of the model has far fewer.
constexpr double kFewestStates = 300'000;

/// What the verifier prints. It leaves its trail in the working directory.
std::string search(const std::string& verifier) {
  // Deeper than any path; -b makes it an error if not.
  const std::string command =
      "verifier=\"$PWD/tests/model/" + verifier +
      "\" && cd \"$TEST_TMPDIR\" && exec \"$verifier\" -b -m10000 2>&1";
  FILE* const pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return "it does not start";
  std::string report;
  char buffer[4096];
  for (size_t size; (size = fread(buffer, 1, sizeof(buffer), pipe)) > 0;) {
    report.append(buffer, size);
  }
  if (pclose(pipe) != 0) report += "\nit fails";
  return report;
}

/// What `expression`, with one group, matches first in `text`, or nothing.
std::string find(const std::string& text, const std::string& expression) {
  std::smatch match;
  std::regex_search(text, match, std::regex(expression));
  return match.empty() ? "" : match[1].str();
}

class RightTest : public testing::TestWithParam<std::string> {};
class MistakeTest : public testing::TestWithParam<std::string> {};

TEST_P(RightTest, EveryStateHolds) {
  const std::string report = search(GetParam());
  SCOPED_TRACE(report);
  EXPECT_EQ(find(report, "errors: (\\d+)\n"), "0");

  // Of all states, none left out: not hashed to a bit, nor cut off.
  EXPECT_NE(report.find("\nFull statespace search for:\n"), std::string::npos);
  EXPECT_EQ(report.find("Search not completed"), std::string::npos);
  EXPECT_EQ(report.find("max search depth too small"), std::string::npos);
  const std::string states = find(report, "\n *([0-9.e+]+) states, stored\n");
  ASSERT_NE(states, "");
  EXPECT_GE(std::stod(states), kFewestStates);
  std::cout << states << " states, "
            << find(report, "elapsed time ([0-9.]+) seconds") << " s\n";

  // Every line of the model was reached.
  const std::regex reached("unreached in (proctype Cpu|init)\n\t\\(0 of \\d+ ");
  EXPECT_EQ(
      std::distance(std::sregex_iterator(report.begin(), report.end(), reached),
                    {}),
      2);
}

TEST_P(MistakeTest, IsFound) {
  const std::string report = search(GetParam());
  SCOPED_TRACE(report);
  EXPECT_EQ(find(report, "errors: (\\d+)\n"), "1");
  const std::string violated = find(report, "(assertion violated .*)\n");
  EXPECT_NE(violated, "");
  std::cout << violated << "\n";
}

/// Both kinds of sequence.
std::vector<std::string> of_both_kinds(const std::vector<std::string>& names) {
  std::vector<std::string> verifiers;
  for (const std::string& name : names) {
    verifiers.push_back(name + "_copied");
    verifiers.push_back(name + "_in_place");
  }
  return verifiers;
}

std::string name_of(const testing::TestParamInfo<std::string>& info) {
  return info.param;
}

INSTANTIATE_TEST_SUITE_P(
    Restart, RightTest,
    testing::ValuesIn(of_both_kinds({"at_once", "at_return"})), name_of);

INSTANTIATE_TEST_SUITE_P(
    Restart, MistakeTest,
    testing::ValuesIn(of_both_kinds(
        {"end_too_early", "end_too_late", "handlers_send_nothing_back",
         "input_changed", "never_sent_back", "register_moves", "start_too_late",
         "store_not_last", "switches_send_nothing_back"})),
    name_of);

}  // namespace
