// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// CPUs that truly run in parallel do not see each other's copies, except where
// they ask for them.

#include "gtest/gtest.h"
#include "kernel/kernel.h"
#include "percpu/percpu.h"
#include "tests/kernel/cpus.h"

namespace percpu_tests {
namespace {

constexpr uint64_t kRounds = 1'000'000;

/// How often to look before a message counts as lost. It takes seconds.
constexpr uint64_t kMaxLooks = 50'000'000;

DEF_PERCPU(uint64_t, plain_count, 0);
DEF_PERCPU_HOT(uint64_t, hot_count, 0);
DEF_PERCPU(uint8_t, narrow_count, 0);
DEF_PERCPU(uint64_t, guarded_count, 0);

TEST(IsolationTest, CountersAreExactWithoutAtomics) {
  run_on_all_cpus([](unsigned cpu) {
    for (uint64_t i = 0; i < kRounds; ++i) {
      plain_count.increment_current_raw();
      hot_count.add_current_raw(cpu + 2);
      narrow_count.decrement_current_raw();
      guarded_count.increment_current();
    }
  });
  uint64_t total = 0;
  for (unsigned cpu = 0; cpu < kCpus; ++cpu) {
    EXPECT_EQ(*plain_count.remote_ptr(cpu), kRounds) << "CPU " << cpu;
    EXPECT_EQ(*hot_count.remote_ptr(cpu), kRounds * (cpu + 2)) << "CPU " << cpu;
    EXPECT_EQ(*narrow_count.remote_ptr(cpu), static_cast<uint8_t>(-kRounds));
    EXPECT_EQ(*guarded_count.remote_ptr(cpu), kRounds) << "CPU " << cpu;
    total += *plain_count.remote_ptr(cpu);
  }
  EXPECT_EQ(total, kCpus * kRounds);
}

// The negative control: the case above proves something only where CPUs get in
// each other's way. Where the host has few CPUs for the machine's, that takes
// longer than a time slice of the host's.
TEST(IsolationTest, SharedCounterLosesUpdates) {
  constexpr uint64_t kMaxIncrements = 100'000'000;
  static constinit volatile uint64_t shared = 0;
  for (uint64_t n = 200'000; n < kMaxIncrements; n *= 2) {
    shared = 0;
    run_on_all_cpus([=](unsigned) {
      for (uint64_t i = 0; i < n; ++i) shared = shared + 1;
    });
    if (shared < kCpus * n) return;
  }
  FAIL() << "the CPUs do not run in parallel";
}

DEF_PERCPU(uint64_t, mailbox, 0);
DEF_PERCPU_HOT(uint64_t, mailbox_hot, 0);

TEST(IsolationTest, OwnerSeesRemoteWritesInOrder) {
  static constexpr uint64_t kLast = 20'000;
  run_on_all_cpus([](unsigned cpu) {
    // Each CPU writes to the next one and reads what the one before writes.
    const unsigned next = (cpu + 1) % kCpus;
    uint64_t sent = 0;
    uint64_t seen = 0;
    for (uint64_t looks = 0; sent < kLast || seen < kLast; ++looks) {
      ASSERT_LT(looks, kMaxLooks) << "CPU " << cpu << " hears nothing";
      if (sent < kLast) {
        ++sent;
        __atomic_store_n(mailbox_hot.remote_ptr(next), sent, __ATOMIC_RELAXED);
        __atomic_store_n(mailbox.remote_ptr(next), sent, __ATOMIC_RELEASE);
      }
      const uint64_t now = mailbox.read_current_raw();
      __atomic_thread_fence(__ATOMIC_ACQUIRE);
      ASSERT_LE(seen, now);
      ASSERT_LE(now, mailbox_hot.read_current_raw());
      seen = now;
      if (sent == kLast) kernel::cpu_relax();
    }
    EXPECT_EQ(mailbox_hot.read_current_raw(), kLast);
  });
}

DEF_PERCPU(uint64_t, progress, 0);

TEST(IsolationTest, OthersSeeAnOwnersWritesInOrder) {
  static constexpr uint64_t kLast = 20'000;
  run_on_all_cpus([](unsigned cpu) {
    if (cpu != 0) {
      for (uint64_t i = 0; i < kLast; ++i) progress.increment_current_raw();
      return;
    }
    for (unsigned other = 1; other < kCpus; ++other) {
      uint64_t seen = 0;
      for (uint64_t looks = 0; seen < kLast; ++looks) {
        ASSERT_LT(looks, kMaxLooks) << "nothing from CPU " << other;
        const uint64_t now =
            __atomic_load_n(progress.remote_ptr(other), __ATOMIC_ACQUIRE);
        ASSERT_LE(seen, now);
        ASSERT_LE(now, kLast);
        seen = now;
        kernel::cpu_relax();
      }
    }
  });
  EXPECT_EQ(progress.read_current(), 0u);
}

DEF_PERCPU(uint32_t, votes, 0);

TEST(IsolationTest, RemoteAtomicsOfAllCpusAddUp) {
  constexpr uint32_t kVotes = 20'000;
  run_on_all_cpus([](unsigned) {
    for (uint32_t i = 0; i < kVotes; ++i) {
      __atomic_fetch_add(votes.remote_ptr(i % kCpus), 1, __ATOMIC_RELAXED);
    }
  });
  for (unsigned cpu = 0; cpu < kCpus; ++cpu) {
    EXPECT_EQ(*votes.remote_ptr(cpu), kVotes) << "CPU " << cpu;
  }
}

}  // namespace
}  // namespace percpu_tests
