// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The kernel's threads: a timer preempts them, and they move between CPUs.

#include "kernel/thread.h"

#include "gtest/gtest.h"
#include "kernel/clock.h"
#include "kernel/kernel.h"
#include "percpu/percpu.h"
#include "tests/kernel/cpus.h"
#include "tests/kernel/hardware.h"
#include "tests/kernel/interrupted/interrupted.h"
#include "tests/kernel/threads.h"

// Set by kernel.ld: where the code lies.
extern "C" const char kernel_text_start[];
extern "C" const char kernel_text_end[];

namespace percpu_tests {
namespace {

constexpr unsigned kAllCpus = (1u << kCpus) - 1;

/// One more than there are CPUs, so that CPUs that are interrupted one after
/// another do not each get the same threads again.
constexpr unsigned kThreads = kCpus + 1;

/// Whether much more time has passed than any case takes.
class Limit {
 public:
  bool is_over() const { return kernel::read_ticks() - start_ > kTicks; }

 private:
  inline static const uint64_t kTicks = 20 * kernel::ticks_per_second();
  const uint64_t start_ = kernel::read_ticks();
};

bool is_within(uintptr_t pc, const char* begin, const char* end) {
  return pc >= reinterpret_cast<uintptr_t>(begin) &&
         pc < reinterpret_cast<uintptr_t>(end);
}

uint64_t load(const uint64_t& number) {
  return __atomic_load_n(&number, __ATOMIC_RELAXED);
}
void add(uint64_t& number, uint64_t n) {
  __atomic_add_fetch(&number, n, __ATOMIC_RELAXED);
}

class ThreadTest : public testing::Test {
 protected:
  void SetUp() override { kernel::reset_thread_counts(); }
  void TearDown() override { kernel::set_interrupt_hook(nullptr); }
};

TEST_F(ThreadTest, EachThreadRunsOnceAndEnds) {
  static uint64_t calls[kernel::kMaxThreads];
  for (unsigned round = 1; round <= 3; ++round) {
    run_threads(kernel::kMaxThreads,
                [](unsigned thread) { add(calls[thread], 1); });
    for (const uint64_t& count : calls) EXPECT_EQ(count, round);
  }
}

TEST_F(ThreadTest, SpinningThreadsArePreempted) {
  static uint64_t last_ran;
  static uint64_t gave_up;
  run_threads(kThreads, [](unsigned thread) {
    if (thread == kThreads - 1) return add(last_ran, 1);
    // No calls here. As many as there are CPUs have begun before the last one.
    for (uint64_t i = 0; i < uint64_t{1} << 32; ++i) {
      if (load(last_ran) != 0) return;
    }
    add(gave_up, 1);
  });
  EXPECT_EQ(gave_up, 0u);
  EXPECT_GT(kernel::thread_counts().interrupts, uint64_t{kThreads});
}

/// On which CPUs each thread has seen itself, one bit for each.
unsigned seen[kThreads];

/// Stays until the thread has been on all CPUs.
void visit_all_cpus(unsigned thread) {
  seen[thread] = 0;
  const Limit limit;
  while (seen[thread] != kAllCpus && !limit.is_over()) {
    seen[thread] |= 1u << percpu::current_cpu();
  }
}

TEST_F(ThreadTest, ThreadsMoveBetweenAllCpus) {
  run_threads(kThreads, visit_all_cpus);
  for (const unsigned cpus : seen) EXPECT_EQ(cpus, kAllCpus);
  EXPECT_GE(kernel::thread_counts().migrations, kThreads * (kCpus - 1));
}

TEST_F(ThreadTest, LoneThreadMovesToo) {
  run_threads(1, visit_all_cpus);
  EXPECT_EQ(seen[0], kAllCpus);
}

TEST_F(ThreadTest, FirstRunIsNoMigration) {
  run_threads(kernel::kMaxThreads, [](unsigned) {});
  // The last interrupt of each thread is what takes it away for good.
  const kernel::ThreadCounts counts = kernel::thread_counts();
  EXPECT_GE(counts.interrupts, uint64_t{kernel::kMaxThreads});
  EXPECT_LE(counts.migrations, counts.interrupts - kernel::kMaxThreads);
}

TEST_F(ThreadTest, RegistersSurviveInterruptsAndMigrations) {
  constexpr uint64_t kEnough = 50;
  static uint64_t interrupts;
  static uint64_t moves[kThreads];
  static uint64_t wrong[kHeldValues];
  kernel::set_interrupt_hook([](uintptr_t pc) {
    if (is_within(pc, hold_begin, hold_end)) add(interrupts, 1);
    return pc;
  });
  run_threads(kThreads, [](unsigned thread) {
    const Limit limit;
    uint64_t salt = thread;
    while ((load(interrupts) < kThreads * kEnough || moves[thread] < kEnough) &&
           !limit.is_over()) {
      uint64_t values[kHeldValues];
      uint64_t held[kHeldValues];
      for (unsigned i = 0; i < kHeldValues; ++i) {
        salt = salt * 6364136223846793005u + 1442695040888963407u;
        values[i] = held[i] = salt;
      }
      const size_t cpu = percpu::current_cpu();
      hold_registers(held);
      moves[thread] += percpu::current_cpu() != cpu;
      for (unsigned i = 0; i < kHeldValues; ++i) {
        add(wrong[i], held[i] != values[i]);
      }
    }
  });
  for (unsigned i = 0; i < kHeldValues; ++i) EXPECT_EQ(wrong[i], 0u) << i;
  for (const uint64_t& count : moves) EXPECT_GE(count, kEnough);
  EXPECT_GE(interrupts, kThreads * kEnough);
}

TEST_F(ThreadTest, AreaIsTheCpusAndNotTheThreads) {
  static uint64_t wrong;
  static uint64_t moves[kThreads];
  run_threads(kThreads, [](unsigned thread) {
    const Limit limit;
    unsigned last_cpu = kernel::current_cpu();
    while (moves[thread] < 20 && !limit.is_over()) {
      kernel::disable_preemption();
      const unsigned cpu = kernel::current_cpu();
      add(wrong, percpu::read_percpu_reg() != percpu::area_base(cpu));
      add(wrong, hardware_base() != percpu::area_base(cpu));
      add(wrong, percpu::current_cpu() != cpu);
      kernel::enable_preemption();
      moves[thread] += cpu != last_cpu;
      last_cpu = cpu;
    }
  });
  EXPECT_EQ(wrong, 0u);
  for (const uint64_t& count : moves) EXPECT_GE(count, 20u);
}

TEST_F(ThreadTest, DisabledPreemptionKeepsTheCpu) {
  static uint64_t interrupts_on[kCpus];
  static uint64_t owner[kCpus];
  static uint64_t wrong;
  static uint64_t rounds[kThreads];
  kernel::set_interrupt_hook([](uintptr_t pc) {
    add(interrupts_on[kernel::current_cpu()], 1);
    return pc;
  });
  run_threads(kThreads, [](unsigned thread) {
    const Limit limit;
    while (rounds[thread] < 20 && !limit.is_over()) {
      kernel::disable_preemption();
      const unsigned cpu = kernel::current_cpu();
      const uint64_t start = load(interrupts_on[cpu]);
      __atomic_store_n(&owner[cpu], thread, __ATOMIC_RELAXED);
      while (load(interrupts_on[cpu]) - start < 3 && !limit.is_over()) {
        add(wrong, kernel::current_cpu() != cpu);
        add(wrong, load(owner[cpu]) != thread);
      }
      kernel::enable_preemption();
      ++rounds[thread];
    }
  });
  EXPECT_EQ(wrong, 0u);
  for (const uint64_t& count : rounds) EXPECT_EQ(count, 20u);
  EXPECT_GE(kernel::thread_counts().interrupts, kThreads * 20 * 3u);
}

TEST_F(ThreadTest, PreemptionIsCounted) {
  static unsigned depths[4];
  kernel::disable_preemption();
  EXPECT_EQ(kernel::preemption_depth(), 0u) << "outside of threads";
  run_threads(1, [](unsigned) {
    depths[0] = kernel::preemption_depth();
    kernel::disable_preemption();
    kernel::disable_preemption();
    depths[1] = kernel::preemption_depth();
    kernel::enable_preemption();
    depths[2] = kernel::preemption_depth();
    kernel::enable_preemption();
    depths[3] = kernel::preemption_depth();
  });
  EXPECT_EQ(depths[0], 0u);
  EXPECT_EQ(depths[1], 2u);
  EXPECT_EQ(depths[2], 1u);
  EXPECT_EQ(depths[3], 0u);
}

TEST_F(ThreadTest, HookSeesWhereAndSaysWhere) {
  static uint64_t outside;
  static uint64_t returns;
  kernel::set_interrupt_hook([](uintptr_t pc) {
    add(outside, !is_within(pc, kernel_text_start, kernel_text_end));
    return is_within(pc, stay_begin, stay_end)
               ? reinterpret_cast<uintptr_t>(stay_end)
               : pc;
  });
  run_threads(kThreads, [](unsigned) {
    const Limit limit;
    while (kernel::thread_counts().migrations_inside < 20 && !limit.is_over()) {
      stay();
      add(returns, 1);
    }
  });
  EXPECT_EQ(outside, 0u);
  EXPECT_EQ(kernel::thread_counts().rewinds, returns);
  EXPECT_GE(kernel::thread_counts().migrations_inside, 20u);
}

}  // namespace
}  // namespace percpu_tests
