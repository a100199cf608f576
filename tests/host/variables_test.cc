// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Where variables may be defined, of which types, and how they are reached.

#include "tests/host/variables.h"

#include <atomic>
#include <set>
#include <thread>
#include <vector>

#include "gtest/gtest.h"
#include "percpu/testing/testing.h"

namespace percpu_tests {
namespace {

DEF_PERCPU(uint64_t, hidden, 1);
DEF_PERCPU(uint64_t, without_initial_value);
DEF_PERCPU(uint64_t, counter, 0);
DEF_PERCPU(std::atomic<uint64_t>, atomic_counter, 5);

using percpu::testing::run_as_cpu;
using percpu::testing::run_as_each_cpu;
using VariablesTest = percpu::testing::PerCpuTest;

TEST_F(VariablesTest, FilesShareADeclaredVariable) {
  run_as_each_cpu([](size_t cpu) {
    EXPECT_EQ(shared.read_current(), 40u);
    other_add_to_shared(cpu + 1);
    EXPECT_EQ(shared.read_current(), 41 + cpu);
    shared.reset_to_init();
    EXPECT_EQ(shared_hot.read_current(), 41u);
    EXPECT_EQ(inner::deep::nested.read_current(), 11);
    EXPECT_EQ(global_number.read_current(), -7);
  });
  EXPECT_EQ(shared.offset(), other_offset_of_shared());
}

TEST_F(VariablesTest, AnonymousNamespacesKeepNamesApart) {
  run_as_each_cpu([](size_t) {
    EXPECT_EQ(hidden.read_current(), 1u);
    EXPECT_EQ(other_hidden(), 2u);
  });
}

TEST_F(VariablesTest, NoInitialValueMeansZero) {
  run_as_each_cpu(
      [](size_t) { EXPECT_EQ(without_initial_value.read_current(), 0u); });
}

TEST_F(VariablesTest, StaticMembers) {
  run_as_each_cpu([](size_t cpu) {
    EXPECT_EQ(Scheduler::count_switch(), 101u);
    EXPECT_EQ(Scheduler::level.read_current(), -1);
    Scheduler::level.write_current(static_cast<int>(cpu));
    EXPECT_EQ(*Scheduler::level.remote_ptr(cpu), static_cast<int>(cpu));
    Scheduler::switches.reset_to_init();
    Scheduler::level.reset_to_init();
    EXPECT_EQ(Scheduler::switches.read_current(), 100u);
    EXPECT_EQ(Scheduler::level.read_current(), -1);
  });
}

TEST_F(VariablesTest, StructsAndArrays) {
  run_as_each_cpu([](size_t cpu) {
    const uint64_t sum = queue.with_current([cpu](Queue& current) {
      EXPECT_EQ(current.sum(), 30u);
      current.entries[current.length++] = cpu;
      return current.sum();
    });
    EXPECT_EQ(sum, 30 + cpu);
    EXPECT_EQ(queue.current_ptr_raw()->length, 3u);
    queue.reset_to_init();
    EXPECT_EQ(queue.current_ref_raw().length, 2u);
    EXPECT_EQ(queue.remote_ref_raw(cpu).sum(), 30u);

    Matrix& numbers = *matrix.current_ptr_raw();
    EXPECT_EQ(numbers[2][3], 12);
    numbers[2][3] = static_cast<int16_t>(cpu);
    matrix.with_current([cpu](Matrix& current) {
      EXPECT_EQ(current[2][3], static_cast<int16_t>(cpu));
    });
    matrix.reset_to_init();
    EXPECT_EQ(numbers[2][3], 12);
  });
}

TEST_F(VariablesTest, WithCurrentPassesReferencesOn) {
  run_as_cpu(0, [] {
    const auto& length = queue.with_current(
        [](Queue& current) -> uint32_t& { return current.length; });
    EXPECT_EQ(&length, &queue.current_ptr_raw()->length);
  });
}

TEST_F(VariablesTest, AtomicsWorkAcrossCpus) {
  run_as_each_cpu(
      [](size_t) { atomic_counter.current_ref_raw().fetch_add(1); });
  for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu) {
    EXPECT_EQ(atomic_counter.remote_ptr(cpu)->load(), 6u);
  }
}

TEST_F(VariablesTest, EveryCopyIsAligned) {
  for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu) {
    EXPECT_EQ(reinterpret_cast<uintptr_t>(line.remote_ptr(cpu)) % 256, 0u);
    EXPECT_EQ(reinterpret_cast<uintptr_t>(page.remote_ptr(cpu)) % 4096, 0u);
    EXPECT_EQ(line.remote_ptr(cpu)->bytes[0], 7);
    EXPECT_EQ(page.remote_ptr(cpu)->bytes[1], 9);
  }
}

TEST_F(VariablesTest, AddressesAreBaseAndOffset) {
  std::set<uintptr_t> addresses;
  run_as_each_cpu([&](size_t cpu) {
    EXPECT_EQ(percpu::current_cpu(), cpu);
    EXPECT_EQ(percpu::read_percpu_reg(), percpu::area_base(cpu));
    EXPECT_EQ(shared.current_ptr_raw(), shared.remote_ptr(cpu));
    const auto address = reinterpret_cast<uintptr_t>(shared.current_ptr_raw());
    EXPECT_EQ(address, percpu::area_base(cpu) + shared.offset());
    addresses.insert(address);
  });
  EXPECT_EQ(addresses.size(), percpu::area_num());
}

TEST_F(VariablesTest, WriteRegisterLeadsToAnotherArea) {
  const size_t last = percpu::area_num() - 1;
  run_as_cpu(0, [last] {
    percpu::write_percpu_reg(percpu::area_base(last));
    EXPECT_EQ(percpu::current_cpu(), last);
    EXPECT_EQ(shared.current_ptr_raw(), shared.remote_ptr(last));
  });
}

TEST_F(VariablesTest, RemoteCopiesAreSeenWhileTheirCpusRun) {
  constexpr uint64_t kTurns = 200'000;
  std::vector<std::thread> threads;
  for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu) {
    threads.emplace_back([cpu] {
      percpu::init_percpu_reg(cpu);
      for (uint64_t i = 0; i < kTurns; ++i) counter.increment_current();
    });
  }
  uint64_t seen = 0;
  while (seen < kTurns) {
    const uint64_t now =
        __atomic_load_n(counter.remote_ptr(0), __ATOMIC_RELAXED);
    ASSERT_GE(now, seen);
    seen = now;
    std::this_thread::yield();
  }
  for (std::thread& thread : threads) thread.join();
  for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu) {
    EXPECT_EQ(*counter.remote_ptr(cpu), kTurns);
  }
}

}  // namespace
}  // namespace percpu_tests
