// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Threads as CPUs, and variables that start anew with each test.

#include "percpu/testing/testing.h"

#include <stdint.h>
#include <string.h>

#include <atomic>
#include <set>
#include <thread>

#include "gtest/gtest.h"
#include "percpu/percpu.h"

namespace percpu_tests {
namespace {

using percpu::testing::cpu_count;
using percpu::testing::reset;
using percpu::testing::run_as_cpu;
using percpu::testing::run_as_each_cpu;
using percpu::testing::run_on_all_cpus;
using percpu::testing::ScopedCpu;
using TestingTest = percpu::testing::PerCpuTest;

struct Queue {
  uint32_t length;
  uint64_t entries[3];
};
struct alignas(4096) Page {
  uint8_t bytes[4096];
};
DEF_PERCPU(uint64_t, ticks, 40);
DEF_PERCPU(Queue, queue, {.length = 1, .entries = {7}});
DEF_PERCPU_HOT(uint8_t, level, 3);
DEF_PERCPU_PAGE(Page, page, {{8, 9}});

class Scheduler {
 public:
  static uint64_t switch_thread() { return switches.add_return_current(1); }

 private:
  DECLARE_PERCPU_MEMBER(uint64_t, switches);
};
DEF_PERCPU_MEMBER(Scheduler, uint64_t, switches, 100);

void expect_initial_values(size_t cpu) {
  EXPECT_EQ(percpu::current_cpu(), cpu);
  EXPECT_EQ(ticks.read_current(), 40u);
  EXPECT_EQ(queue.current_ptr()->length, 1u);
  EXPECT_EQ(queue.current_ptr()->entries[0], 7u);
  EXPECT_EQ(queue.current_ptr()->entries[2], 0u);
  EXPECT_EQ(level.read_current(), 3u);
  EXPECT_EQ(page.current_ptr()->bytes[1], 9u);
  EXPECT_EQ(page.current_ptr()->bytes[4095], 0u);
}

void change_everything() {
  run_as_each_cpu([](size_t) {
    ticks.increment_current();
    memset(queue.current_ptr(), 0xff, sizeof(Queue));
    level.write_current(9);
    memset(page.current_ptr(), 0xff, sizeof(Page));
    Scheduler::switch_thread();
  });
}

// Whichever of these two comes second needs the reset in between.
TEST_F(TestingTest, OneTestStartsWithTheInitialValues) {
  EXPECT_EQ(Scheduler::switch_thread(), 101u);
  reset();
  run_as_each_cpu(expect_initial_values);
  change_everything();
}
TEST_F(TestingTest, AnotherTestStartsWithTheInitialValues) {
  EXPECT_EQ(Scheduler::switch_thread(), 101u);
  run_as_each_cpu(expect_initial_values);
  change_everything();
}

TEST_F(TestingTest, ResetsInTheMiddleOfATest) {
  change_everything();
  EXPECT_EQ(ticks.read_current(), 41u);
  reset();
  run_as_each_cpu(expect_initial_values);
}

TEST_F(TestingTest, RunsTheTestAsCpu0) {
  EXPECT_EQ(percpu::current_cpu(), 0u);
  EXPECT_EQ(cpu_count(), percpu::area_num());
}

TEST_F(TestingTest, RunsAsAnotherCpuAndComesBack) {
  const size_t last = cpu_count() - 1;
  const size_t cpu = run_as_cpu(last, [last] {
    ticks.write_current(5);
    // The same CPU again, and another one inside.
    run_as_cpu(last, [] { ticks.increment_current(); });
    run_as_cpu(0, [] { level.write_current(6); });
    return percpu::current_cpu();
  });
  EXPECT_EQ(cpu, last);
  EXPECT_EQ(*ticks.remote_ptr(last), 6u);
  EXPECT_EQ(*level.remote_ptr(0), 6u);
  EXPECT_EQ(percpu::current_cpu(), 0u);
}

TEST_F(TestingTest, ReturnsReferencesToo) {
  uint64_t& own =
      run_as_cpu(0, []() -> uint64_t& { return *ticks.current_ptr(); });
  EXPECT_EQ(&own, ticks.remote_ptr(0));
}

TEST_F(TestingTest, RunsAsEachCpuInTurn) {
  size_t next = 0;
  run_as_each_cpu([&](size_t cpu) {
    EXPECT_EQ(cpu, next++);
    EXPECT_EQ(percpu::current_cpu(), cpu);
  });
  EXPECT_EQ(next, cpu_count());
}

/// Nobody goes on before all have come: they run at the same time.
void meet_on_all_cpus() {
  std::atomic<size_t> here = 0;
  run_on_all_cpus([&](size_t cpu) {
    EXPECT_EQ(percpu::current_cpu(), cpu);
    ++here;
    while (here < cpu_count()) std::this_thread::yield();
    for (int i = 0; i < 1000; ++i) ticks.increment_current();
  });
  for (size_t cpu = 0; cpu < cpu_count(); ++cpu) {
    EXPECT_EQ(*ticks.remote_ptr(cpu), 1040u);
  }
}

TEST_F(TestingTest, RunsOnAllCpusAtOnce) {
  meet_on_all_cpus();
  EXPECT_EQ(percpu::current_cpu(), 0u);
}

TEST(WithoutFixtureTest, RunsOnAllCpusAtOnce) {
  reset();
  meet_on_all_cpus();
}

TEST(WithoutFixtureTest, ThreadsAreACpuOneAfterTheOther) {
  reset();
  for (int i = 0; i < 3; ++i) {
    std::thread([] {
      run_as_cpu(0, [] { ticks.increment_current(); });
    }).join();
  }
  EXPECT_EQ(*ticks.remote_ptr(0), 43u);
}

TEST_F(TestingTest, RefusesACpuThatIsNotThere) {
  EXPECT_DEATH(run_as_cpu(cpu_count(), [] {}),
               "percpu: the CPU id is not below cpu_count\\(\\).*: "
               "run_as_cpu\\(\\)");
}

TEST_F(TestingTest, RefusesACpuThatIsAnotherThread) {
  EXPECT_DEATH(std::thread([] { ScopedCpu scope(0); }).join(),
               "percpu: another thread is this CPU.*: run_as_cpu\\(\\)");
  EXPECT_DEATH(std::thread(reset).join(),
               "percpu: another thread is a CPU.*: reset\\(\\)");
}

// A thread that the test starts is no CPU, though its starter is one. Only a
// build with -c opt does not look.
#ifdef PERCPU_DEBUG_CHECKS
TEST_F(TestingTest, RefusesAThreadThatIsNoCpu) {
  if (percpu::area_size() == 0) GTEST_SKIP() << "sp_naive has no register";
  EXPECT_DEATH(std::thread([] { ticks.increment_current(); }).join(),
               "has not called init_percpu_reg\\(\\): percpu_tests::.*ticks");
}
#endif

}  // namespace
}  // namespace percpu_tests
