// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// The runner as Bazel starts it. A shell stands in for QEMU: it writes a
// recorded log and exits with a chosen status.

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include "toolchains/qemu/runner/guest.h"

namespace qemu_runner {
namespace {

using Words = std::vector<std::string>;

// Runs the runner over `script`, without the variables of this test's own run.
GuestRun run_runner(const std::string& script, const Words& more) {
  Words command = {"/usr/bin/env"};
  for (const char* variable :
       {"XML_OUTPUT_FILE", "TESTBRIDGE_TEST_ONLY", "GTEST_TOTAL_SHARDS",
        "GTEST_SHARD_INDEX", "GTEST_SHARD_STATUS_FILE",
        "TEST_PREMATURE_EXIT_FILE", "TEST_TIMEOUT"}) {
    command.insert(command.end(), {"-u", variable});
  }
  // Words with '=' before the program are variables for it.
  for (const std::string& word : more) {
    if (!word.starts_with("--")) command.push_back(word);
  }
  command.insert(
      command.end(),
      {"toolchains/qemu/runner/runner", "--qemu=/bin/sh", "--qemu_arg=-c",
       "--qemu_arg=" + script, "--kernel=tests/runner/logs/pass.log"});
  for (const std::string& word : more) {
    if (word.starts_with("--")) command.push_back(word);
  }
  return run_guest(command, std::chrono::seconds(30));
}

GuestRun play(const std::string& log, int status, const Words& more = {}) {
  return run_runner(
      "cat tests/runner/logs/" + log + ".log; exit " + std::to_string(status),
      more);
}

bool says(const GuestRun& run, const std::string& text) {
  return run.output.find(text) != std::string::npos ||
         run.errors.find(text) != std::string::npos;
}

TEST(RunnerTest, APassingGuestPasses) {
  const GuestRun run = play("pass", 33, {"--pass_status=33"});
  EXPECT_EQ(run.status, 0);
  EXPECT_TRUE(says(run, "[       OK ] Guest.RunsToCompletion"));
  EXPECT_TRUE(says(run, "[       OK ] CounterTest.CountsUp"));
  EXPECT_TRUE(says(run, "[       OK ] ValueTest/0.Keeps"));
  EXPECT_TRUE(says(run, "ms from boot to exit"));
}

TEST(RunnerTest, AFailingCaseFails) {
  const GuestRun run = play("failing_case", 1);
  EXPECT_EQ(run.status, 1);
  EXPECT_TRUE(says(run, "[       OK ] Guest.RunsToCompletion"));
  EXPECT_TRUE(says(run, "tests/counter_test.cc:12: Failure"));
  EXPECT_TRUE(says(run, "[  FAILED  ] CounterTest.CountsUp"));
  EXPECT_TRUE(says(run, "[  SKIPPED ] ValueTest/0.Keeps"));
}

TEST(RunnerTest, AFilterChoosesCases) {
  const GuestRun run =
      play("failing_case", 1, {"TESTBRIDGE_TEST_ONLY=*.StartsAtZero"});
  EXPECT_EQ(run.status, 0);
  EXPECT_TRUE(says(run, "[       OK ] CounterTest.StartsAtZero"));
  EXPECT_FALSE(says(run, "[  FAILED  ]"));
  EXPECT_FALSE(says(run, "Guest.RunsToCompletion"));
}

TEST(RunnerTest, ShardsShareTheCases) {
  int seen = 0;
  for (int shard = 0; shard < 2; ++shard) {
    const GuestRun run = play(
        "pass", 0,
        {"GTEST_TOTAL_SHARDS=2", "GTEST_SHARD_INDEX=" + std::to_string(shard)});
    EXPECT_EQ(run.status, 0);
    EXPECT_TRUE(says(run, "[       OK ] Guest.RunsToCompletion"));
    seen += says(run, "[       OK ] CounterTest.CountsUp");
  }
  EXPECT_EQ(seen, 1);
}

TEST(RunnerTest, ABrokenGuestFailsWhateverTheFilterAndShard) {
  for (const char* log :
       {"hang", "panic", "truncated", "too_few_cases", "no_done", "empty"}) {
    for (const Words& more :
         {Words{}, Words{"TESTBRIDGE_TEST_ONLY=*.StartsAtZero"},
          Words{"--gtest_filter=-Guest.*"}, Words{"--gtest_filter=-*"},
          Words{"GTEST_TOTAL_SHARDS=2", "GTEST_SHARD_INDEX=0"},
          Words{"GTEST_TOTAL_SHARDS=2", "GTEST_SHARD_INDEX=1"}}) {
      const GuestRun run = play(log, 0, more);
      EXPECT_EQ(run.status, 1) << log;
      EXPECT_TRUE(says(run, "[  FAILED  ] Guest.RunsToCompletion")) << log;
      EXPECT_TRUE(says(run, "The serial line's end:")) << log;
    }
  }
}

TEST(RunnerTest, TheSerialLineIsShown) {
  const GuestRun run = play("panic", 1);
  EXPECT_TRUE(says(run, "The guest panicked: page fault at pc"));
  EXPECT_TRUE(says(run,
                   "\n  panic: page fault at pc 0xffffffff80101234, address "
                   "0x10\n    at 0xffffffff80101234\nQEMU's own words:\n"));
}

TEST(RunnerTest, AStatusThatContradictsFails) {
  EXPECT_EQ(play("pass", 1).status, 1);
  EXPECT_EQ(
      play("failing_case", 0, {"TESTBRIDGE_TEST_ONLY=*.StartsAtZero"}).status,
      1);
}

TEST(RunnerTest, AHangIsKilled) {
  const GuestRun run = run_runner("cat tests/runner/logs/hang.log; sleep 100",
                                  {"--deadline_s=1"});
  EXPECT_EQ(run.status, 1);
  EXPECT_TRUE(says(run, "The guest hangs: killed after"));
  EXPECT_TRUE(says(run, "waiting for CPU 2"));
}

TEST(RunnerTest, ExpectedPanic) {
  EXPECT_EQ(play("panic", 1, {"--expect_panic=page fault"}).status, 0);
  EXPECT_EQ(play("panic", 1, {"--expect_panic=no guard"}).status, 1);
  EXPECT_EQ(play("panic", 0, {"--expect_panic=page fault"}).status, 1);
  EXPECT_EQ(play("pass", 1, {"--expect_panic=page fault"}).status, 1);
}

TEST(RunnerTest, ExpectedOutput) {
  EXPECT_EQ(
      play("firmware_only", 0,
           {"--expect_output=OpenSBI v[0-9.]+", "--expect_output=Domain0"})
          .status,
      0);
  EXPECT_EQ(play("firmware_only", 0,
                 {"--expect_output=Domain0", "--expect_output=OpenSBI"})
                .status,
            1);
  EXPECT_EQ(play("firmware_only", 1, {"--expect_output=OpenSBI"}).status, 1);
  EXPECT_EQ(play("firmware_only", 0).status, 1);
}

TEST(RunnerTest, AMissingQemuNamesItsPackage) {
  const GuestRun run =
      play("pass", 0, {"--qemu=qemu-system-none", "--package=qemu-system-odd"});
  EXPECT_EQ(run.status, 1);
  EXPECT_TRUE(says(run, "qemu-system-none is not on the PATH."));
  EXPECT_TRUE(says(run, "qemu-system-odd"));
}

TEST(RunnerTest, WrongFlagsSaySo) {
  EXPECT_TRUE(says(play("pass", 0, {"--deadline_s=soon"}),
                   "The flag --deadline_s wants a number"));
  EXPECT_TRUE(says(play("pass", 0, {"--kernel=no/such/image"}),
                   "The image no/such/image is not there."));
}

TEST(RunnerTest, XmlHoldsTheCases) {
  const char* folder = getenv("TEST_TMPDIR");
  ASSERT_NE(folder, nullptr);
  const std::string file = std::string(folder) + "/guest.xml";
  EXPECT_EQ(play("failing_case", 1, {"XML_OUTPUT_FILE=" + file}).status, 1);
  const GuestRun xml = run_guest({"/bin/cat", file}, std::chrono::seconds(20));
  EXPECT_TRUE(says(xml, "boot_to_exit_ms"));
  EXPECT_TRUE(says(xml, "name=\"CountsUp\""));
  EXPECT_TRUE(says(xml, "tests/counter_test.cc"));
}

}  // namespace
}  // namespace qemu_runner
