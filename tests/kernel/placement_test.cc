// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Variables at the ends of what each part of an area reaches, and members of
// variables: each CPU finds its own copy, and nothing beside it changes.

#include "gtest/gtest.h"
#include "percpu/percpu.h"
#include "tests/kernel/accessors.h"
#include "tests/kernel/cpus.h"

namespace percpu_tests {
namespace {

// Together with the library's own, nearly all of the hot part. The linker puts
// the most aligned first.
struct alignas(64) HotFiller {
  uint8_t bytes[62 * 64];
};
struct alignas(8) HotRow {
  uint64_t numbers[8];
};
DEF_PERCPU_HOT(HotFiller, hot_filler, {});
DEF_PERCPU_HOT(HotRow, hot_row, {});
DEF_PERCPU_HOT(uint64_t, hot_long, 8);
DEF_PERCPU_HOT(uint32_t, hot_word, 4);
DEF_PERCPU_HOT(uint16_t, hot_half, 2);
DEF_PERCPU_HOT(uint8_t, hot_byte, 1);

struct Stack {
  uint8_t bytes[0x12000];
};
struct Counts {
  uint8_t small;
  uint32_t medium;
  uint64_t large;
  uint16_t others[4];
};
DEF_PERCPU_PAGE(Stack, stack, {});
DEF_PERCPU_PAGE(Counts, far_counts, {1, 0, 3, {}});
DEF_PERCPU_CACHELINE(uint64_t, alone, 7);
DEF_PERCPU_READ_MOSTLY(uint64_t, seldom_written, 9);
DEF_PERCPU(Counts, counts, {1, 0, 3, {}});
DEF_PERCPU_HOT(Counts, hot_counts, {1, 0, 3, {}});

/// Expects that V holds `initial`, with each kind of function, before and after
/// they have changed it. Leaves `initial` plus the CPU's number there.
template <typename V>
void expect_own_value(unsigned cpu, uint64_t initial) {
  const auto expect = [cpu](uint64_t value) {
    EXPECT_EQ(Guarded::read<V>(), value);
    EXPECT_EQ(Raw::read<V>(), value);
    EXPECT_EQ(Pinned::read<V>(), value);
    EXPECT_EQ(*V::current_ptr(), value);
    EXPECT_EQ(*V::remote_ptr(cpu), value);
    percpu::AssumedPin pin;
    EXPECT_EQ(V::ref(pin), value);
  };
  expect(initial);
  Guarded::increment<V>();
  Raw::add<V>(2);
  Pinned::add<V>(3);
  expect(initial + 6);
  percpu::AssumedPin pin;
  V::ref(pin) -= 6;
  Pinned::add<V>(cpu);
  expect(initial + cpu);
}

TEST(PlacementTest, HotPartIsReachedToItsEnd) {
  EXPECT_EQ(hot_filler.current_ptr(), hot_filler.remote_ptr(0));
  if (!kIsNaive) {
    EXPECT_GE(hot_long.offset(), 4096u - 64);
    EXPECT_GT(hot_byte.offset(), hot_half.offset());
  }
  run_on_all_cpus([](unsigned cpu) {
    expect_own_value<decltype(hot_long)>(cpu, 8);
    expect_own_value<decltype(hot_word)>(cpu, 4);
    expect_own_value<decltype(hot_half)>(cpu, 2);
    expect_own_value<decltype(hot_byte)>(cpu, 1);
    EXPECT_EQ(hot_row.current_ptr()->numbers[7], 0u);
  });
}

TEST(PlacementTest, OtherPartsHaveTheirInitialValues) {
  if (!kIsNaive) {
    EXPECT_EQ(alone.offset() % 64, 0u);
    EXPECT_LT(alone.offset(), seldom_written.offset());
    EXPECT_LT(seldom_written.offset(), stack.offset());
  }
  run_on_all_cpus([](unsigned cpu) {
    expect_own_value<decltype(alone)>(cpu, 7);
    expect_own_value<decltype(seldom_written)>(cpu, 9);
  });
}

/// Expects that the members of `Of`, a variable of type Counts, are variables
/// of their own.
template <typename Of>
void expect_members(unsigned cpu) {
  using Small = decltype(Of::template member<&Counts::small>());
  using Medium = decltype(Of::template member<&Counts::medium>());
  using Large = decltype(Of::template member<&Counts::large>());
  EXPECT_EQ(Small::offset(), Of::offset() + offsetof(Counts, small));
  EXPECT_EQ(Large::offset(), Of::offset() + offsetof(Counts, large));
  expect_own_value<Small>(cpu, 1);
  expect_own_value<Medium>(cpu, 0);
  expect_own_value<Large>(cpu, 3);
  EXPECT_EQ(Of::current_ptr()->small, 1 + cpu);
  EXPECT_EQ(Of::current_ptr()->medium, cpu);
  EXPECT_EQ(Of::current_ptr()->large, 3 + cpu);
  auto& others = *Of::template member<&Counts::others>().current_ptr();
  EXPECT_EQ(&others, &Of::current_ptr()->others);
  for (const uint16_t other : others) EXPECT_EQ(other, 0);
  Large::reset_to_init();
  EXPECT_EQ(Large::read_current(), 3u);
  EXPECT_EQ(Of::current_ptr()->medium, cpu);
}

TEST(PlacementTest, MembersAreVariables) {
  run_on_all_cpus([](unsigned cpu) {
    expect_members<decltype(counts)>(cpu);
    expect_members<decltype(hot_counts)>(cpu);
  });
}

TEST(PlacementTest, PagesAreReachedBeyondThePlainRange) {
  if (!kIsNaive) EXPECT_GT(far_counts.offset(), 0x10000u);
  run_on_all_cpus([](unsigned cpu) {
    EXPECT_EQ(reinterpret_cast<uintptr_t>(stack.current_ptr()) % 4096, 0u);
    stack.current_ptr()->bytes[sizeof(Stack) - 1] = 0xff;
    expect_members<decltype(far_counts)>(cpu);
  });
}

}  // namespace
}  // namespace percpu_tests
