// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Structures, arrays, alignments, and every place that a variable can be
// defined in: its initial value and its changes, on all CPUs at once.

#include "tests/kernel/types.h"

#include "gtest/gtest.h"
#include "tests/kernel/cpus.h"

namespace percpu_tests {

DEF_PERCPU_HOT_MEMBER(Device, uint64_t, polls, 5);

namespace {

DEF_PERCPU(uint64_t, twin, 111);

struct Queue {
  uint64_t entries[6];
  int8_t length;
  Queue* next;
};
constinit Queue kept = {};
DEF_PERCPU(Queue, queue, {.entries = {1, 2, 3}, .length = -3, .next = &kept});

using Samples = int16_t[100];
DEF_PERCPU(Samples, samples, {-1, -2, -3});
DEF_PERCPU(uint64_t[2][3], table, {{1, 2, 3}, {4, 5, 6}});

struct Empty {};
DEF_PERCPU(Empty, empty);
DEF_PERCPU(uint32_t, zero);

TEST(TypesTest, StructureStartsAsDefinedAndChangesAlone) {
  run_on_all_cpus([](unsigned cpu) {
    queue.with_current([&](Queue& q) {
      EXPECT_EQ(q.entries[2], 3u);
      EXPECT_EQ(q.entries[5], 0u);
      EXPECT_EQ(q.length, -3);
      EXPECT_EQ(q.next, &kept);
      q.entries[5] = cpu;
      q.next = &q;
    });
  });
  run_on_all_cpus([](unsigned cpu) {
    Queue& q = queue.current_ref_raw();
    EXPECT_EQ(q.entries[5], cpu);
    EXPECT_EQ(q.next, &q);
    EXPECT_EQ(q.length, -3);
  });
}

TEST(TypesTest, ArraysStartAsDefinedAndChangeAlone) {
  run_on_all_cpus([](unsigned cpu) {
    const Samples& own = *samples.current_ptr();
    EXPECT_EQ(own[0], -1);
    EXPECT_EQ(own[2], -3);
    EXPECT_EQ(own[99], 0);
    EXPECT_EQ(table.current_ref_raw()[1][2], 6u);
    samples.with_current([&](Samples& s) {
      for (int16_t& sample : s) sample = static_cast<int16_t>(cpu * 100);
    });
  });
  run_on_all_cpus([](unsigned cpu) {
    for (const int16_t sample : samples.current_ref_raw()) {
      EXPECT_EQ(sample, static_cast<int16_t>(cpu * 100));
    }
    EXPECT_EQ(table.current_ref_raw()[0][0], 1u);
  });
}

TEST(TypesTest, WithCurrentReturnsWhatTheFunctionReturns) {
  uint64_t entry = queue.with_current([](Queue& q) { return q.entries[1]; });
  EXPECT_EQ(entry, 2u);
  uint64_t& reference =
      queue.with_current([](Queue& q) -> uint64_t& { return q.entries[1]; });
  EXPECT_EQ(&reference, &queue.current_ptr()->entries[1]);
}

TEST(TypesTest, NoInitialValueIsZero) {
  run_on_all_cpus([](unsigned) {
    EXPECT_EQ(zero.read_current(), 0u);
    EXPECT_NE(empty.current_ptr(), nullptr);
  });
}

template <size_t kAlignment>
struct alignas(kAlignment) Aligned {
  uint8_t byte = kAlignment % 251;
};
using Align1 = Aligned<1>;
using Align2 = Aligned<2>;
using Align16 = Aligned<16>;
using Align64 = Aligned<64>;
using Align128 = Aligned<128>;
using Align1024 = Aligned<1024>;
using Align4096 = Aligned<4096>;
DEF_PERCPU(Align1, align_1, {});
DEF_PERCPU(Align4096, align_4096, {});
DEF_PERCPU(Align2, align_2, {});
DEF_PERCPU(Align1024, align_1024, {});
DEF_PERCPU(Align16, align_16, {});
DEF_PERCPU(Align128, align_128, {});
DEF_PERCPU_HOT(Align64, align_64, {});

void expect_aligned(auto* object) {
  constexpr size_t kAlignment = alignof(decltype(*object));
  EXPECT_EQ(reinterpret_cast<uintptr_t>(object) % kAlignment, 0u)
      << "alignment " << kAlignment;
  EXPECT_EQ(object->byte, kAlignment % 251);
}

TEST(TypesTest, EveryCopyIsAligned) {
  run_on_all_cpus([](unsigned) {
    expect_aligned(align_1.current_ptr());
    expect_aligned(align_2.current_ptr());
    expect_aligned(align_16.current_ptr());
    expect_aligned(align_64.current_ptr());
    expect_aligned(align_128.current_ptr());
    expect_aligned(align_1024.current_ptr());
    expect_aligned(align_4096.current_ptr());
  });
}

TEST(TypesTest, SameNameInTwoFilesIsTwoVariables) {
  EXPECT_NE(twin.offset(), other_offset_of_twin());
  run_on_all_cpus([](unsigned cpu) {
    EXPECT_EQ(twin.read_current(), 111u);
    EXPECT_EQ(other_read_twin(), 222u);
    twin.write_current(1000 + cpu);
    other_write_twin(2000 + cpu);
    EXPECT_EQ(twin.read_current(), 1000 + cpu);
    EXPECT_EQ(other_read_twin(), 2000 + cpu);
  });
}

TEST(TypesTest, DeclaredVariableIsTheDefinedOne) {
  run_on_all_cpus([](unsigned cpu) {
    EXPECT_EQ(scheduler.current_ptr()->quantum(), 10u);
    for (unsigned i = 0; i <= cpu; ++i) other_count_switch();
    EXPECT_EQ(scheduler.current_ptr()->switches(), cpu + 1);
    EXPECT_EQ(shared_hot.read_current(), 7u);
    other_add_to_shared_hot(static_cast<uint16_t>(cpu));
    EXPECT_EQ(shared_hot.read_current(), 7u + cpu);
  });
}

TEST(TypesTest, StaticMembers) {
  run_on_all_cpus([](unsigned cpu) {
    EXPECT_EQ(Device::interrupts.read_current(), 3u);
    EXPECT_EQ(Device::polls.read_current(), 5u);
    other_add_to_interrupts(cpu);
    Device::polls.add_current(cpu * uint64_t{0x1'0000'0000});
    EXPECT_EQ(Device::interrupts.read_current(), 3u + cpu);
    EXPECT_EQ(Device::polls.read_current(), 5 + cpu * 0x1'0000'0000u);
  });
}

}  // namespace
}  // namespace percpu_tests
