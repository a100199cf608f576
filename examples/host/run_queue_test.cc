// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The kernel's run queues, tested in a Linux process. docs/testing.md explains.

#include "examples/host/run_queue.h"

#include <array>
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

// Under the thread sanitizer, the test that every access is locked or atomic.
TEST_F(RunQueueTest, LosesNoThreadBetweenCpus) {
  constexpr size_t kOfEach = 500;
  std::vector<std::array<Thread, kOfEach>> threads(
      percpu::testing::cpu_count());
  std::atomic<size_t> taken = 0;
  run_on_all_cpus([&](size_t cpu) {
    for (size_t i = 0; i < kOfEach; ++i) {
      enqueue(&threads[cpu][i]);
      if (i % 2 == 0 && pick_next() != nullptr) ++taken;
    }
    while (pick_next() != nullptr) ++taken;
  });
  EXPECT_EQ(taken, threads.size() * kOfEach);
}

}  // namespace
}  // namespace scheduler
