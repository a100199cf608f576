// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "toolchains/qemu/runner/guest.h"

#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <cstdlib>
#include <string>

namespace qemu_runner {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

GuestRun shell(const std::string& script, milliseconds deadline = seconds(20)) {
  return run_guest({"/bin/sh", "-c", script}, deadline);
}

TEST(GuestTest, KeepsTheStreamsApart) {
  const GuestRun run = shell("echo out; echo err >&2; exit 3");
  EXPECT_EQ(run.ending, Ending::kExited);
  EXPECT_EQ(run.status, 3);
  EXPECT_EQ(run.output, "out\n");
  EXPECT_EQ(run.errors, "err\n");
}

TEST(GuestTest, InputIsEmpty) {
  EXPECT_EQ(shell("cat; echo end").output, "end\n");
}

TEST(GuestTest, ReportsASignal) {
  const GuestRun run = shell("kill -SEGV $$");
  EXPECT_EQ(run.ending, Ending::kSignalled);
  EXPECT_EQ(run.status, SIGSEGV);
}

TEST(GuestTest, KillsTheGroupAtTheDeadline) {
  const GuestRun run =
      shell("sleep 100 & echo $!; sleep 100", milliseconds(500));
  EXPECT_EQ(run.ending, Ending::kTimedOut);
  EXPECT_GE(run.duration, milliseconds(500));
  EXPECT_LT(run.duration, seconds(20));
  // The background process goes, or stays a zombie that init has not reaped. A
  // killed process takes its time, and its sleep would take 100 s.
  const std::string pid = run.output.substr(0, run.output.size() - 1);
  const GuestRun gone = shell("while grep -qs '^State:.*[SR] ' /proc/" + pid +
                              "/status; do sleep 0.01; done");
  EXPECT_EQ(gone.ending, Ending::kExited);
}

TEST(GuestTest, KillsAnEndlessWriter) {
  const GuestRun run = shell("exec yes 'a line that never ends' 2>&1");
  EXPECT_EQ(run.ending, Ending::kTooMuch);
}

TEST(GuestTest, AMissingProgramSaysSo) {
  const GuestRun run = run_guest({"/no/such/program"}, seconds(20));
  EXPECT_EQ(run.status, 127);
  EXPECT_NE(run.errors.find("/no/such/program"), std::string::npos);
}

}  // namespace
}  // namespace qemu_runner
