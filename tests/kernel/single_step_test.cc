// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Every value function, interrupted at each of its instruction boundaries with
// a migration at each, with the setting `restart`: nothing is lost. Without
// being sent back, what is several instructions has to lose something.

#include "tests/kernel/single_step.h"
#include "gtest/gtest.h"
#include "kernel/kernel.h"
#include "percpu/percpu.h"
#include "percpu_arch/restart.h"
#include "tests/kernel/single_step_operations.h"
#include "tests/kernel/stepped_code.h"

namespace percpu_tests {
namespace {

DEF_PERCPU_HOT(uint8_t, hot_1, 0);
DEF_PERCPU_HOT(uint16_t, hot_2, 0);
DEF_PERCPU_HOT(uint32_t, hot_4, 0);
DEF_PERCPU_HOT(uint64_t, hot_8, 0);
DEF_PERCPU(uint8_t, plain_1, 0);
DEF_PERCPU(uint16_t, plain_2, 0);
DEF_PERCPU(uint32_t, plain_4, 0);
DEF_PERCPU(uint64_t, plain_8, 0);
// Page by page, with the access that reaches farthest.
DEF_PERCPU_PAGE(uint8_t, far_1, 0);
DEF_PERCPU_PAGE(uint16_t, far_2, 0);
DEF_PERCPU_PAGE(uint32_t, far_4, 0);
DEF_PERCPU_PAGE(uint64_t, far_8, 0);

using Variables =
    testing::Types<decltype(hot_1), decltype(hot_2), decltype(hot_4),
                   decltype(hot_8), decltype(plain_1), decltype(plain_2),
                   decltype(plain_4), decltype(plain_8), decltype(far_1),
                   decltype(far_2), decltype(far_4), decltype(far_8)>;

/// Of all sweeps that send operations back.
constinit Sweep total = {};

/// The operation is exact wherever it is interrupted.
void expect_exact(const Operation& operation, Way way) {
  const Sweep sweep = interrupt_everywhere(operation, way, true);
  EXPECT_GE(sweep.boundaries, 2u);
  EXPECT_EQ(sweep.missed, 0u) << "of " << sweep.boundaries << " boundaries";
  EXPECT_EQ(sweep.wrong, 0u)
      << "of " << sweep.interrupts << ", at byte " << sweep.first_wrong;
  EXPECT_EQ(sweep.misplaced, 0u)
      << "of " << sweep.interrupts << ", at byte " << sweep.first_wrong;
  EXPECT_EQ(sweep.migrations, way == Way::kMoves ? sweep.interrupts : 0u);
  total.interrupts += sweep.interrupts;
  total.rewinds += sweep.rewinds;
  total.migrations += sweep.migrations;
  if (way != Way::kMoves) return;
  total.boundaries += sweep.boundaries;
  if (sweep.missed == 0)
    cover(code_of(reinterpret_cast<uintptr_t>(operation.run)));
}

/// Where nothing is sent back, the same finds what is wrong.
void expect_control_fails(const Operation& operation, Way way) {
  const Sweep sweep = interrupt_everywhere(operation, way, false);
  EXPECT_EQ(sweep.missed, 0u) << "of " << sweep.boundaries << " boundaries";
  EXPECT_GT(sweep.wrong, 0u) << "of " << sweep.interrupts;
  EXPECT_EQ(sweep.rewinds, 0u);
}

template <typename V>
class SingleStepTest : public testing::Test {
 protected:
  template <typename O>
  static void interrupt() {
    static constexpr Operation kOperation = operation_on<O, V>();
    expect_exact(kOperation, Way::kMoves);
    expect_exact(kOperation, Way::kStays);
    if (O::kIsUpdate && percpu::arch::sequence_count() != 0) {
      expect_control_fails(kOperation, Way::kMoves);
      expect_control_fails(kOperation, Way::kStays);
    }
  }
};
TYPED_TEST_SUITE(SingleStepTest, Variables);

TYPED_TEST(SingleStepTest, Read) { this->template interrupt<Read>(); }
TYPED_TEST(SingleStepTest, Write) { this->template interrupt<Write>(); }
TYPED_TEST(SingleStepTest, Exchange) { this->template interrupt<Exchange>(); }
TYPED_TEST(SingleStepTest, CompareExchange) {
  this->template interrupt<CompareExchange>();
}
TYPED_TEST(SingleStepTest, LateCompareExchange) {
  this->template interrupt<LateCompareExchange>();
}
TYPED_TEST(SingleStepTest, FailingCompareExchange) {
  this->template interrupt<FailingCompareExchange>();
}
TYPED_TEST(SingleStepTest, Add) { this->template interrupt<Add>(); }
TYPED_TEST(SingleStepTest, Sub) { this->template interrupt<Sub>(); }
TYPED_TEST(SingleStepTest, Increment) { this->template interrupt<Increment>(); }
TYPED_TEST(SingleStepTest, Decrement) { this->template interrupt<Decrement>(); }
TYPED_TEST(SingleStepTest, FetchAdd) { this->template interrupt<FetchAdd>(); }
TYPED_TEST(SingleStepTest, FetchAddOne) {
  this->template interrupt<FetchAddOne>();
}
TYPED_TEST(SingleStepTest, AddReturn) { this->template interrupt<AddReturn>(); }
TYPED_TEST(SingleStepTest, And) { this->template interrupt<And>(); }
TYPED_TEST(SingleStepTest, Or) { this->template interrupt<Or>(); }
TYPED_TEST(SingleStepTest, Xor) { this->template interrupt<Xor>(); }

/// Several instructions on every architecture, in no sequence: the pin is a
/// lie.
struct UnsafeIncrement : Increment {
  template <typename V>
  [[gnu::always_inline]] static void run(auto&, bool&) {
    percpu::AssumedPin pin;
    const auto value = V::read_current(pin);
    asm volatile("" : : : "memory");
    V::write_current(pin, value + 1);
  }
};

TEST(SingleStepControlTest, LosesWhatNothingSendsBack) {
  static constexpr Operation kOperation =
      operation_on<UnsafeIncrement, decltype(hot_8)>();
  expect_control_fails(kOperation, Way::kMoves);
  expect_control_fails(kOperation, Way::kStays);
}

// The last case: all others have run.
TEST(SingleStepCoverageTest, NoSequenceOfTheImageIsLeftOut) {
  uintptr_t address = 0;
  EXPECT_EQ(sequences_left_out(address), 0u) << "the first is at " << address;
  EXPECT_EQ(percpu::arch::sequence_count() == 0, total.rewinds == 0);
  kernel::print(
      "single_step sequences: ", uint64_t{percpu::arch::sequence_count()},
      "\nsingle_step boundaries: ", uint64_t{total.boundaries},
      "\nsingle_step interrupts: ", uint64_t{total.interrupts},
      "\nsingle_step rewinds: ", uint64_t{total.rewinds},
      "\nsingle_step migrations: ", uint64_t{total.migrations}, "\n");
}

}  // namespace
}  // namespace percpu_tests
