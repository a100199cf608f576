// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// The sample suites, built with the subset and with GoogleTest, end alike and
// fail in the same words.

#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <string>

#include "toolchains/qemu/runner/guest.h"
#include "toolchains/qemu/runner/log_parser.h"

namespace qemu_runner {
namespace {

GuestRun run(const std::string& program) {
  return run_guest({"tests/gtest/" + program}, std::chrono::seconds(30));
}

const GuestRun& subset() {
  static const GuestRun* const kRun = new GuestRun(run("sample_with_subset"));
  return *kRun;
}

const GuestRun& googletest() {
  static const GuestRun* const kRun =
      new GuestRun(run("sample_with_googletest"));
  return *kRun;
}

// How GoogleTest words the end of each case.
std::map<std::string, CaseState> googletest_states(const std::string& output) {
  const std::map<std::string_view, CaseState> words = {
      {"[       OK ] ", CaseState::kPassed},
      {"[  FAILED  ] ", CaseState::kFailed},
      {"[  SKIPPED ] ", CaseState::kSkipped},
  };
  std::map<std::string, CaseState> states;
  for (std::string_view line : split_lines(output)) {
    for (const auto& [word, state] : words) {
      // The summary at the end repeats the names without a time.
      if (!line.starts_with(word) || !line.ends_with(" ms)")) continue;
      line.remove_prefix(word.size());
      states[std::string(line.substr(0, line.find_first_of(" ,")))] = state;
    }
  }
  return states;
}

TEST(SampleTest, BothFail) {
  EXPECT_EQ(subset().ending, Ending::kExited);
  EXPECT_EQ(subset().status, 1);
  EXPECT_EQ(googletest().ending, Ending::kExited);
  EXPECT_EQ(googletest().status, 1);
}

TEST(SampleTest, TheSubsetKeepsTheProtocol) {
  EXPECT_EQ(parse_log(subset().output).problems, std::vector<std::string>());
}

TEST(SampleTest, CasesEndAlike) {
  std::map<std::string, CaseState> states;
  for (const CaseResult& result : parse_log(subset().output).cases) {
    states[result.name] = result.state;
  }
  EXPECT_EQ(states, googletest_states(googletest().output));
  EXPECT_EQ(states.size(), 21u);
}

TEST(SampleTest, FailuresReadAlike) {
  size_t compared = 0;
  for (const CaseResult& result : parse_log(subset().output).cases) {
    for (const Failure& failure : result.failures) {
      const std::string expected = failure.file + ":" +
                                   std::to_string(failure.line) +
                                   ": Failure\n" + failure.message + "\n";
      EXPECT_NE(googletest().output.find(expected), std::string::npos)
          << expected;
      ++compared;
    }
  }
  EXPECT_EQ(compared, 428u);
}

TEST(SampleTest, SkipsReadAlike) {
  size_t compared = 0;
  for (const CaseResult& result : parse_log(subset().output).cases) {
    if (result.state != CaseState::kSkipped) continue;
    EXPECT_NE(googletest().output.find(": Skipped\n" + result.skip_message),
              std::string::npos)
        << result.skip_message;
    ++compared;
  }
  EXPECT_EQ(compared, 2u);
}

}  // namespace
}  // namespace qemu_runner
