// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "toolchains/qemu/runner/log_parser.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace qemu_runner {
namespace {

using Problems = std::vector<std::string>;

Report parse_file(const std::string& name) {
  std::ifstream file("tests/runner/logs/" + name + ".log", std::ios::binary);
  EXPECT_TRUE(file.is_open()) << name;
  std::ostringstream text;
  text << file.rdbuf();
  return parse_log(text.str());
}

CaseState state_of(const Report& report, const std::string& name) {
  for (const CaseResult& result : report.cases) {
    if (result.name == name) return result.state;
  }
  ADD_FAILURE() << name << " is not in the report";
  return CaseState::kNotRun;
}

// A log and all that is wrong with it.
struct Recorded {
  const char* log;
  Problems problems;
  bool any_case_failed;
};

std::ostream& operator<<(std::ostream& stream, const Recorded& recorded) {
  return stream << recorded.log;
}

class RecordedLogTest : public testing::TestWithParam<Recorded> {};

TEST_P(RecordedLogTest, HasExactlyTheseProblems) {
  const Report report = parse_file(GetParam().log);
  EXPECT_EQ(report.problems, GetParam().problems);
  EXPECT_EQ(report.any_case_failed(), GetParam().any_case_failed);
}

const Recorded kRecorded[] = {
    {"pass", {}, false},
    {"crlf", {}, false},
    {"garbage", {}, false},
    {"failing_case", {}, true},
    {"hang",
     {"The case CounterTest.CountsUp began and did not end.",
      "The case ValueTest/0.Keeps never ran.",
      "The guest did not finish: there is no done line."},
     true},
    {"panic",
     {"The guest panicked: page fault at pc 0xffffffff80101234, address 0x10",
      "The case CounterTest.CountsUp began and did not end.",
      "The case ValueTest/0.Keeps never ran.",
      "The guest did not finish: there is no done line."},
     true},
    {"panic_after_unfinished_line",
     {"The guest panicked: page fault at pc 0xffffffff80101234, address 0x10",
      "The case CounterTest.CountsUp began and did not end.",
      "The case ValueTest/0.Keeps never ran.",
      "The guest did not finish: there is no done line."},
     true},
    {"truncated",
     {"The last protocol line is cut off: @percpu-test end ValueTes",
      "The case ValueTest/0.Keeps began and did not end.",
      "The guest did not finish: there is no done line."},
     true},
    {"truncated_prefix",
     {"The last protocol line is cut off: @percpu-t",
      "The guest did not finish: there is no done line."},
     false},
    {"too_few_cases", {"The guest plans 4 cases and announces 3."}, false},
    {"never_run", {"The case CounterTest.CountsUp never ran."}, true},
    {"announced_twice",
     {"The case CounterTest.StartsAtZero is announced twice."},
     false},
    {"run_twice", {"The case CounterTest.StartsAtZero runs twice."}, false},
    {"ended_twice",
     {"The case CounterTest.StartsAtZero ends but does not run."},
     false},
    {"ok_after_fail_line",
     {"The guest counts 3 passed, 0 failed, 0 skipped, but its lines say "
      "2 passed, 1 failed, 0 skipped."},
     true},
    {"ok_after_failed_run",
     {"The case CounterTest.CountsUp runs twice.",
      "The guest counts 3 passed, 0 failed, 0 skipped, but its lines say "
      "2 passed, 1 failed, 0 skipped."},
     true},
    {"failed_end_without_run",
     {"The case CounterTest.CountsUp ends but does not run.",
      "The guest counts 3 passed, 0 failed, 0 skipped, but its lines say "
      "2 passed, 1 failed, 0 skipped."},
     true},
    {"done_counts_differ",
     {"The guest counts 2 passed, 1 failed, 0 skipped, but its lines say "
      "3 passed, 0 failed, 0 skipped."},
     false},
    {"garbled_done",
     {"The done line does not hold three numbers.",
      "The guest did not finish: there is no done line."},
     false},
    {"no_done", {"The guest did not finish: there is no done line."}, false},
    {"after_done",
     {"The guest goes on after its done line: @percpu-test fail "
      "tests/counter_test.cc:20: Failed",
      "Something failed while no case ran: tests/counter_test.cc:20: Failed"},
     false},
    {"fail_between_cases",
     {"Something failed while no case ran: tests/counter_test.cc:20: Failed"},
     false},
    {"nested_run",
     {"The case CounterTest.StartsAtZero has not ended where "
      "CounterTest.CountsUp begins.",
      "The case CounterTest.StartsAtZero began and did not end."},
     true},
    {"unknown_case",
     {"The case Other.Case runs without being announced.",
      "The case Other.Case ends but does not run."},
     false},
    {"unknown_word",
     {"A protocol line is garbled: @percpu-test began x"},
     false},
    {"unknown_result",
     {"The case CounterTest.StartsAtZero ends with a garbled result: "
      "okfailed"},
     true},
    {"two_plans", {"The guest plans its cases twice."}, false},
    {"no_cases",
     {"The guest has no cases: no test is linked into the image."},
     false},
    {"firmware_only",
     {"The guest never announced its cases: there is no plan line.",
      "The guest did not finish: there is no done line."},
     false},
    {"empty",
     {"The guest never announced its cases: there is no plan line.",
      "The guest did not finish: there is no done line."},
     false},
};

INSTANTIATE_TEST_SUITE_P(Logs, RecordedLogTest, testing::ValuesIn(kRecorded),
                         [](const testing::TestParamInfo<Recorded>& info) {
                           return std::string(info.param.log);
                         });

TEST(LogParserTest, CasesKeepTheOrderOfThePlan) {
  std::vector<std::string> names;
  for (const CaseResult& result : parse_file("pass").cases) {
    names.push_back(result.name);
    EXPECT_EQ(result.state, CaseState::kPassed);
  }
  EXPECT_EQ(names, (std::vector<std::string>{"CounterTest.StartsAtZero",
                                             "CounterTest.CountsUp",
                                             "ValueTest/0.Keeps"}));
}

TEST(LogParserTest, FailuresHavePlaceAndMessage) {
  const Report report = parse_file("failing_case");
  ASSERT_EQ(report.cases.size(), 3u);
  const CaseResult& failed = report.cases[1];
  EXPECT_EQ(failed.state, CaseState::kFailed);
  ASSERT_EQ(failed.failures.size(), 2u);
  EXPECT_EQ(failed.failures[0].file, "tests/counter_test.cc");
  EXPECT_EQ(failed.failures[0].line, 12);
  EXPECT_EQ(failed.failures[0].message,
            "Expected equality of these values:\n  count\n    Which is: 1\n"
            "  2\non CPU 3");
  EXPECT_EQ(failed.failures[1].message, "Failed");
}

TEST(LogParserTest, SkipsHaveAMessage) {
  const Report report = parse_file("failing_case");
  ASSERT_EQ(report.cases.size(), 3u);
  EXPECT_EQ(report.cases[2].state, CaseState::kSkipped);
  EXPECT_EQ(report.cases[2].skip_message, "not here: needs a second \\ CPU");
}

TEST(LogParserTest, AFailureIsNeverTakenBack) {
  for (const char* log : {"ok_after_fail_line", "ok_after_failed_run",
                          "failed_end_without_run"}) {
    EXPECT_EQ(state_of(parse_file(log), "CounterTest.CountsUp"),
              CaseState::kFailed)
        << log;
  }
}

TEST(LogParserTest, EveryCutOfAPassingLogIsAProblem) {
  std::ifstream file("tests/runner/logs/pass.log");
  std::ostringstream text;
  text << file.rdbuf();
  const std::string log = text.str();
  ASSERT_GT(log.size(), 100u);
  for (size_t size = 0; size < log.size(); ++size) {
    EXPECT_FALSE(parse_log(log.substr(0, size)).problems.empty()) << size;
  }
}

TEST(LogParserTest, EveryMissingLineIsAProblem) {
  std::ifstream file("tests/runner/logs/pass.log");
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  ASSERT_EQ(lines.size(), 12u);
  // The first line is ordinary output.
  for (size_t missing = 1; missing < lines.size(); ++missing) {
    std::string log;
    for (size_t i = 0; i < lines.size(); ++i) {
      if (i != missing) log += lines[i] + "\n";
    }
    EXPECT_FALSE(parse_log(log).problems.empty()) << lines[missing];
  }
}

}  // namespace
}  // namespace qemu_runner
