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

/// Whether that long has passed since it was made.
class Elapsed {
 public:
  explicit Elapsed(unsigned milliseconds)
      : ticks_(milliseconds * kernel::ticks_per_second() / 1000) {}
  explicit operator bool() const {
    return kernel::read_ticks() - start_ > ticks_;
  }

 private:
  const uint64_t ticks_;
  const uint64_t start_ = kernel::read_ticks();
};

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
    const volatile uint64_t& count = interrupts.ref(guard);
    const uint64_t before = count;
    // The timer is due a hundred times.
    for (const Elapsed is_over(10); !is_over;) {
    }
    EXPECT_EQ(count, before);
  });
  run_thread([] {
    percpu::PreemptGuard guard;
    const volatile uint64_t& count = interrupts.ref(guard);
    const uint64_t before = count;
    for (const Elapsed is_late(20'000); count == before && !is_late;) {
    }
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
constexpr uint64_t kMigrations = 20;

/// How often work_and_move() called its function.
uint64_t calls = 0;

/// Makes threads call `kFunction` until they have moved between CPUs often.
template <void (*kFunction)()>
void work_and_move() {
  calls = 0;
  run_threads(kThreads, [](unsigned) {
    const Elapsed is_late(20'000);
    while (kernel::thread_counts().migrations < kMigrations && !is_late) {
      for (unsigned i = 0; i < 1000; ++i) kFunction();
      __atomic_add_fetch(&calls, 1000, __ATOMIC_RELAXED);
    }
  });
  EXPECT_GE(kernel::thread_counts().migrations, kMigrations);
}

/// What all copies have, which are zero again then.
Record take_sum() {
  Record sum = {};
  for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu) {
    Record& copy = *record.remote_ptr(cpu);
    sum.changes += copy.changes;
    sum.copies += copy.copies;
    copy = {};
  }
  return sum;
}

/// Expects that each call changed one copy, whole.
void expect_whole_changes() {
  for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu) {
    const Record& copy = *record.remote_ptr(cpu);
    EXPECT_EQ(copy.changes, copy.copies) << "on CPU " << cpu;
  }
  EXPECT_EQ(take_sum().changes, calls);
}

TEST_F(GuardedThreadTest, ThreadStaysUnderAPreemptGuard) {
  work_and_move<[] {
    percpu::PreemptGuard guard;
    change(record.ref(guard));
  }>();
  expect_whole_changes();
}

TEST_F(GuardedThreadTest, ThreadStaysUnderAnInterruptGuard) {
  work_and_move<[] {
    percpu::InterruptGuard guard;
    change(*record.current_ptr(guard));
  }>();
  expect_whole_changes();
}

TEST_F(GuardedThreadTest, ThreadStaysInWithCurrent) {
  work_and_move<[] { record.with_current(change); }>();
  expect_whole_changes();
}

TEST_F(GuardedThreadTest, ValueFunctionsNeedNoGuardOfTheCaller) {
  work_and_move<[] {
    record.member<&Record::changes>().increment_current();
    record.member<&Record::copies>().add_current(1);
  }>();
  const Record sum = take_sum();
  EXPECT_EQ(sum.changes, calls);
  EXPECT_EQ(sum.copies, calls);
}

}  // namespace
}  // namespace percpu_tests
