// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The kernel's run queues, tested in a Linux process. docs/testing.md explains.

#include "examples/host/run_queue.h"

#include <atomic>
#include <vector>

#include "gtest/gtest.h"
#include "percpu/testing/testing.h"

namespace scheduler {
namespace {

using percpu::testing::run_as_cpu;
using percpu::testing::run_as_each_cpu;
using percpu::testing::run_on_all_cpus;

// Each test starts with empty queues, and is CPU 0.
using RunQueueTest = percpu::testing::PerCpuTest;

TEST_F(RunQueueTest, IsEmptyAtFirst) {
  run_as_each_cpu([](size_t) { EXPECT_EQ(pick_next(), nullptr); });
}

TEST_F(RunQueueTest, KeepsTheCpusApart) {
  Thread own = {};
  Thread other = {};
  enqueue(&own);
  run_as_cpu(1, [&] { enqueue(&other); });
  EXPECT_EQ(run_queue.remote_ptr(1)->length, 1u);
  EXPECT_EQ(pick_next(), &own);
  EXPECT_EQ(steals.read_current(), 0u);
}

TEST_F(RunQueueTest, StealsFromTheBusiestCpu) {
  Thread threads[3] = {};
  run_as_cpu(1, [&] { enqueue(&threads[0]); });
  run_as_cpu(2, [&] {
    enqueue(&threads[1]);
    enqueue(&threads[2]);
  });
  EXPECT_EQ(run_as_cpu(3, pick_next), &threads[2]);
  EXPECT_EQ(*steals.remote_ptr(3), 1u);
  EXPECT_EQ(run_queue.remote_ptr(2)->length, 1u);
}

// CPU 0 enqueues, and all take. Under the thread sanitizer, the test that every
// access is locked or atomic.
TEST_F(RunQueueTest, LosesNoThreadBetweenCpus) {
  std::vector<Thread> threads(20'000);
  std::atomic<bool> are_all_enqueued = false;
  std::atomic<size_t> taken = 0;
  run_on_all_cpus([&](size_t cpu) {
    if (cpu == 0) {
      for (Thread& thread : threads) enqueue(&thread);
      are_all_enqueued = true;
    }
    for (bool is_last = false; !is_last;) {
      is_last = are_all_enqueued;
      while (pick_next() != nullptr) {
        ++taken;
        is_last = false;
      }
    }
  });
  EXPECT_EQ(taken, threads.size());
}

}  // namespace
}  // namespace scheduler
