// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Runs each filecheck_test that has to fail, and reads why it did.

#include <stdio.h>

#include <string>

#include "gtest/gtest.h"

namespace {

struct Outcome {
  bool passed;
  std::string output;
};

Outcome run(const std::string& test) {
  const std::string command = "tests/codegen/sample/" + test + " 2>&1";
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return {.passed = false, .output = "popen"};
  std::string output;
  for (int c = getc(pipe); c != EOF; c = getc(pipe)) {
    output += static_cast<char>(c);
  }
  return {.passed = pclose(pipe) == 0, .output = output};
}

void expect_failure(const std::string& test, const std::string& reason,
                    const std::string& failed_run) {
  const Outcome outcome = run(test);
  EXPECT_FALSE(outcome.passed);
  for (const std::string& text : {reason, "FAILED: " + failed_run + "\n"}) {
    EXPECT_NE(outcome.output.find(text), std::string::npos)
        << "not found: " << text << "\nin: " << outcome.output;
  }
}

TEST(FailingTest, EmptyInput) {
  expect_failure("empty_input", "is empty", "empty_input");
}

TEST(FailingTest, ForbiddenText) {
  expect_failure("forbidden_text", "excluded string found in input",
                 "forbidden_text");
}

TEST(FailingTest, CheckFileWithoutCheck) {
  expect_failure("no_check", "no check strings found", "no_check");
}

TEST(FailingTest, PrefixWithoutCheck) {
  expect_failure("unused_prefix", "no check strings found with prefix",
                 "unused_prefix");
}

TEST(FailingTest, EveryRunIsMade) {
  expect_failure("wrong_run", "expected string not found in input", "wrong");
  const std::string output = run("wrong_run").output;
  EXPECT_NE(output.find("PASSED: before\n"), std::string::npos) << output;
  EXPECT_NE(output.find("PASSED: after\n"), std::string::npos) << output;
}

}  // namespace
