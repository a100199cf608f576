// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Guards on threads that a timer preempts and that move between CPUs.

#include "gtest/gtest.h"
#include "kernel/clock.h"
#include "kernel/thread.h"
#include "percpu/interrupt_guard.h"
#include "percpu/percpu.h"
#include "tests/kernel/cpus.h"
#include "tests/kernel/threads.h"

namespace percpu_tests {
namespace {

struct Record {
  uint64_t changes;
  uint64_t copies;
};
DEF_PERCPU(Record, record, {});
DEF_PERCPU(uint64_t, interrupts, 0);

bool are_interrupts_on() {
  const bool are_on = kernel::disable_interrupts();
  kernel::restore_interrupts(are_on);
  return are_on;
}

/// Long enough for the timer to interrupt a thread a few times.
void spin() {
  const uint64_t start = kernel::read_ticks();
  const uint64_t ticks =
      5 * kMicroseconds * kernel::ticks_per_second() / 1000000;
  while (kernel::read_ticks() - start < ticks) {
  }
}

/// Calls `function` on one thread.
void run_thread(void (*function)()) {
  static void (*current)();
  current = function;
  run_threads(1, [](unsigned) { current(); });
}

class GuardedThreadTest : public testing::Test {
 protected:
  void SetUp() override { kernel::reset_thread_counts(); }
  void TearDown() override { kernel::set_interrupt_hook(nullptr); }
};

TEST_F(GuardedThreadTest, InterruptGuardsNestAndRestoreWhatTheyFound) {
  run_thread([] {
    EXPECT_TRUE(are_interrupts_on());
    {
      percpu::InterruptGuard outer;
      EXPECT_FALSE(are_interrupts_on());
      {
        percpu::InterruptGuard inner;
        EXPECT_FALSE(are_interrupts_on());
      }
      EXPECT_FALSE(are_interrupts_on());
    }
    EXPECT_TRUE(are_interrupts_on());
  });
}

TEST_F(GuardedThreadTest, InterruptGuardLeavesInterruptsOff) {
  run_thread([] {
    const bool were_on = kernel::disable_interrupts();
    {
      percpu::InterruptGuard guard;
    }
    EXPECT_FALSE(are_interrupts_on());
    kernel::restore_interrupts(were_on);
  });
}

TEST_F(GuardedThreadTest, PreemptGuardLeavesInterruptsOn) {
  run_thread([] {
    {
      percpu::PreemptGuard guard;
      EXPECT_TRUE(are_interrupts_on());
      EXPECT_FALSE(kernel::is_preemptible());
      {
        percpu::InterruptGuard inner;
        percpu::PreemptGuard innermost;
        EXPECT_EQ(kernel::preemption_depth(), 2u);
      }
      EXPECT_EQ(kernel::preemption_depth(), 1u);
    }
    EXPECT_TRUE(kernel::is_preemptible());
  });
}

TEST_F(GuardedThreadTest, NothingInterruptsUnderAnInterruptGuard) {
  kernel::set_interrupt_hook([](uintptr_t pc) {
    interrupts.increment_current();
    return pc;
  });
  run_thread([] {
    percpu::InterruptGuard guard;
    const uint64_t before = interrupts.read_current(guard);
    spin();
    EXPECT_EQ(interrupts.ref(guard), before);
  });
  run_thread([] {
    percpu::PreemptGuard guard;
    const volatile uint64_t& count = interrupts.ref(guard);
    const uint64_t before = count;
    spin();
    EXPECT_GT(count, before);
  });
}

/// Two members that are equal whenever nobody is at work. The loop gives the
/// timer time in between.
void change(Record& copy) {
  ++copy.changes;
  for (unsigned i = 0; i < 100; ++i) asm volatile("" : : : "memory");
  ++copy.copies;
}

constexpr unsigned kThreads = 5;
constexpr uint64_t kChanges = 20'000;

void expect_all_changes() {
  uint64_t changes = 0;
  for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu) {
    const Record& copy = *record.remote_ptr(cpu);
    EXPECT_EQ(copy.changes, copy.copies);
    changes += copy.changes;
    *record.remote_ptr(cpu) = {};
  }
  EXPECT_EQ(changes, kThreads * kChanges);
  EXPECT_GT(kernel::thread_counts().migrations, 0u);
}

TEST_F(GuardedThreadTest, ThreadStaysUnderAPreemptGuard) {
  run_threads(kThreads, [](unsigned) {
    for (uint64_t i = 0; i < kChanges; ++i) {
      percpu::PreemptGuard guard;
      change(record.ref(guard));
    }
  });
  expect_all_changes();
}

TEST_F(GuardedThreadTest, ThreadStaysUnderAnInterruptGuard) {
  run_threads(kThreads, [](unsigned) {
    for (uint64_t i = 0; i < kChanges; ++i) {
      percpu::InterruptGuard guard;
      change(*record.current_ptr(guard));
    }
  });
  expect_all_changes();
}

TEST_F(GuardedThreadTest, ThreadStaysInWithCurrent) {
  run_threads(kThreads, [](unsigned) {
    for (uint64_t i = 0; i < kChanges; ++i) record.with_current(change);
  });
  expect_all_changes();
}

TEST_F(GuardedThreadTest, ValueFunctionsNeedNoGuardOfTheCaller) {
  run_threads(kThreads, [](unsigned) {
    for (uint64_t i = 0; i < kChanges; ++i) {
      record.member<&Record::changes>().increment_current();
      record.member<&Record::copies>().add_current(1);
    }
  });
  uint64_t changes = 0;
  uint64_t copies = 0;
  for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu) {
    changes += record.remote_ptr(cpu)->changes;
    copies += record.remote_ptr(cpu)->copies;
    *record.remote_ptr(cpu) = {};
  }
  EXPECT_EQ(changes, kThreads * kChanges);
  EXPECT_EQ(copies, kThreads * kChanges);
}

}  // namespace
}  // namespace percpu_tests
