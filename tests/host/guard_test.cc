// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Which accessors hold the program's guard. Built with the setting preempt and
// the guard that counts.

#include <stdint.h>

#include "gtest/gtest.h"
#include "percpu/percpu.h"
#include "percpu/testing/testing.h"
#include "percpu_guard.h"

namespace percpu_tests {
namespace {

DEF_PERCPU(uint64_t, number, 7);

/// Returns how many guards `function` took; each was released.
template <typename Function>
int guards_of(Function function) {
  const int before = percpu_guard::total;
  function();
  EXPECT_EQ(percpu_guard::depth, 0);
  return percpu_guard::total - before;
}

class GuardTest : public percpu::testing::PerCpuTest {
 protected:
  uint64_t expected = 0;
};

/// None where one instruction does what a value function does in a kernel.
#ifdef __x86_64__
constexpr int kOfValueFunction = 0;
#else
constexpr int kOfValueFunction = 1;
#endif

TEST_F(GuardTest, ValueFunctionsTakeOneWhereTheyAreSeveralAccesses) {
  EXPECT_EQ(guards_of([] { number.read_current(); }), kOfValueFunction);
  EXPECT_EQ(guards_of([] { number.write_current(1); }), kOfValueFunction);
  EXPECT_EQ(guards_of([] { number.exchange_current(1); }), kOfValueFunction);
  EXPECT_EQ(guards_of([this] { number.compare_exchange_current(expected, 1); }),
            kOfValueFunction);
  EXPECT_EQ(guards_of([] { number.add_current(1); }), kOfValueFunction);
  EXPECT_EQ(guards_of([] { number.sub_current(1); }), kOfValueFunction);
  EXPECT_EQ(guards_of([] { number.increment_current(); }), kOfValueFunction);
  EXPECT_EQ(guards_of([] { number.decrement_current(); }), kOfValueFunction);
  EXPECT_EQ(guards_of([] { number.fetch_add_current(1); }), kOfValueFunction);
  EXPECT_EQ(guards_of([] { number.add_return_current(1); }), kOfValueFunction);
  EXPECT_EQ(guards_of([] { number.and_current(1); }), kOfValueFunction);
  EXPECT_EQ(guards_of([] { number.or_current(1); }), kOfValueFunction);
  EXPECT_EQ(guards_of([] { number.xor_current(1); }), kOfValueFunction);
}

TEST_F(GuardTest, OtherAccessorsTakeOne) {
  EXPECT_EQ(guards_of([] { number.with_current([](uint64_t&) {}); }), 1);
  EXPECT_EQ(guards_of([] { number.reset_to_init(); }), 1);
}

TEST_F(GuardTest, RawAccessorsTakeNone) {
  EXPECT_EQ(guards_of([] { number.read_current_raw(); }), 0);
  EXPECT_EQ(guards_of([] { number.write_current_raw(1); }), 0);
  EXPECT_EQ(guards_of([] { number.exchange_current_raw(1); }), 0);
  EXPECT_EQ(
      guards_of([this] { number.compare_exchange_current_raw(expected, 1); }),
      0);
  EXPECT_EQ(guards_of([] { number.add_current_raw(1); }), 0);
  EXPECT_EQ(guards_of([] { number.fetch_add_current_raw(1); }), 0);
  EXPECT_EQ(guards_of([] { number.or_current_raw(1); }), 0);
  EXPECT_EQ(guards_of([] { number.current_ptr_raw(); }), 0);
  EXPECT_EQ(guards_of([] { number.current_ref_raw(); }), 0);
  EXPECT_EQ(guards_of([] { number.remote_ptr(0); }), 0);
}

TEST_F(GuardTest, IsHeldWhileTheFunctionRuns) {
  const int depth = number.with_current([](uint64_t& current) {
    current = number.read_current();
    return percpu_guard::depth;
  });
  EXPECT_EQ(depth, 1);
  EXPECT_EQ(percpu_guard::depth, 0);
}

TEST_F(GuardTest, Nests) {
  {
    percpu::PreemptGuard outer;
    percpu::PreemptGuard inner;
    EXPECT_EQ(percpu_guard::depth, 2);
  }
  EXPECT_EQ(percpu_guard::depth, 0);
}

}  // namespace
}  // namespace percpu_tests
