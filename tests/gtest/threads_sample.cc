// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// Expectations that fail on several threads at once, the host's stand-in for
// CPUs. Built with the subset and with GoogleTest, as sample.cc is.

#include <thread>
#include <vector>

#include "gtest/gtest.h"

namespace {

constexpr int kThreads = 8;
constexpr int kFailures = 50;

TEST(ThreadsTest, EveryFailureCounts) {
  std::vector<std::thread> threads;
  for (int thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back([thread] {
      for (int i = 0; i < kFailures; ++i) {
        EXPECT_EQ(i, -1) << "thread " << thread << " failure " << i;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
