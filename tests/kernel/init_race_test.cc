// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// init() on all CPUs at once: one of them does it, and the others are told.

#include "gtest/gtest.h"
#include "percpu/percpu.h"
#include "tests/kernel/cpus.h"

namespace percpu_tests {

void prepare() {}

namespace {

// Much to copy, so that the others come while the first is at it.
constexpr size_t kLength = 4000;
using Table = uint64_t[kLength];
DEF_PERCPU(uint64_t, value, 77);
DEF_PERCPU(Table, table, {1, 2, 3});

// After it QEMU has translated most of init(), so that in the next case no CPU
// lags far behind the first.
TEST(InitRaceTest, WrongCallsOfAllCpusChangeNothing) {
  run_on_all_cpus([](unsigned) {
    for (int i = 0; i < 1000; ++i) {
      const percpu::InitError error =
          percpu::init(reinterpret_cast<void*>(1), 1).error();
      if (error != percpu::InitError::kInProgress) {
        ASSERT_EQ(error, percpu::InitError::kMisalignedBase);
      }
    }
  });
  EXPECT_EQ(percpu::area_num(), 0u);
}

TEST(InitRaceTest, ExactlyOneCpuInitialises) {
  static constinit uint32_t succeeded = 0;
  static constinit uint32_t in_progress = 0;
  static constinit uint32_t already = 0;
  static constinit Barrier begin;
  run_on_all_cpus([](unsigned) {
    begin.wait();
    const percpu::InitResult result = percpu::init();
    if (result.ok()) {
      EXPECT_EQ(result.cpu_count(), kCpus);
      __atomic_add_fetch(&succeeded, 1, __ATOMIC_RELAXED);
    } else if (result.error() == percpu::InitError::kInProgress) {
      __atomic_add_fetch(&in_progress, 1, __ATOMIC_RELAXED);
    } else if (result.error() == percpu::InitError::kAlreadyInitialized) {
      EXPECT_EQ(percpu::area_num(), kCpus);
      __atomic_add_fetch(&already, 1, __ATOMIC_RELAXED);
    }
  });
  EXPECT_EQ(succeeded, 1u);
  EXPECT_EQ(in_progress + already, kCpus - 1);
  EXPECT_EQ(percpu::area_num(), kCpus);
}

TEST(InitRaceTest, AreasAreWhole) {
  run_on_all_cpus([](unsigned cpu) {
    percpu::init_percpu_reg(cpu);
    EXPECT_EQ(percpu::current_cpu(), cpu);
    EXPECT_EQ(value.read_current(), 77u);
    const Table& own = *table.current_ptr();
    EXPECT_EQ(own[2], 3u);
    for (size_t i = 3; i < kLength; ++i) ASSERT_EQ(own[i], 0u);
  });
}

TEST(InitRaceTest, NobodyInitialisesLater) {
  run_on_all_cpus([](unsigned cpu) {
    value.write_current(cpu);
    EXPECT_EQ(percpu::init().error(), percpu::InitError::kAlreadyInitialized);
    EXPECT_EQ(value.read_current(), cpu);
  });
}

}  // namespace
}  // namespace percpu_tests
