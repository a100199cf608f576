// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// With the setting preempt, each guarded function takes the guard once, around
// the access; nothing else takes it.

#include "gtest/gtest.h"
#include "guard_log.h"
#include "percpu/percpu.h"
#include "tests/kernel/accessors.h"
#include "tests/kernel/cpus.h"

namespace percpu_tests {
namespace {

DEF_PERCPU(uint64_t, value, 9);
DEF_PERCPU_HOT(uint64_t, hot, 0);
DEF_PERCPU(uint64_t, other, 0);

/// Expects that `function` takes `count` guards and gives them back.
void expect_guards(unsigned count, const char* name, auto function) {
  const guard_log::Log before = guard_log::current();
  function();
  const guard_log::Log& after = guard_log::current();
  EXPECT_EQ(after.taken - before.taken, count) << name;
  EXPECT_EQ(after.depth, 0u) << name;
}

/// Expects that every function in F takes `count` guards on variable V.
template <typename F, typename V>
void expect_guards_of_all(unsigned count) {
  uint64_t expected = 1;
  F::template write<V>(uint64_t{0});
  expect_guards(count, "read", [] { F::template read<V>(); });
  expect_guards(count, "write", [] { F::template write<V>(1u); });
  expect_guards(count, "exchange", [] { F::template exchange<V>(1u); });
  expect_guards(count, "compare_exchange", [&] {
    EXPECT_TRUE(F::template compare_exchange<V>(expected, uint64_t{2}));
  });
  expect_guards(count, "failing compare_exchange", [&] {
    EXPECT_FALSE(F::template compare_exchange<V>(expected, uint64_t{3}));
  });
  expect_guards(count, "add", [] { F::template add<V>(1u); });
  expect_guards(count, "sub", [] { F::template sub<V>(1u); });
  expect_guards(count, "increment", [] { F::template increment<V>(); });
  expect_guards(count, "decrement", [] { F::template decrement<V>(); });
  expect_guards(count, "fetch_add", [] { F::template fetch_add<V>(1u); });
  expect_guards(count, "add_return", [] { F::template add_return<V>(1u); });
  expect_guards(count, "and", [] { F::template bit_and<V>(1u); });
  expect_guards(count, "or", [] { F::template bit_or<V>(1u); });
  expect_guards(count, "xor", [] { F::template bit_xor<V>(1u); });
}

/// On x86_64 one instruction does what a value function does: it takes none.
constexpr unsigned kValueGuards = percpu::arch::kValueNeedsGuard ? 1 : 0;

TEST(GuardTest, GuardedFunctionsTakeItOnce) {
  run_on_all_cpus([](unsigned) {
    expect_guards_of_all<Guarded, decltype(value)>(kValueGuards);
    expect_guards_of_all<Guarded, decltype(hot)>(kValueGuards);
    expect_guards(1, "reset_to_init", [] { value.reset_to_init(); });
  });
}

TEST(GuardTest, RawAndPinnedFunctionsAndAddressesTakeNone) {
  run_on_all_cpus([](unsigned cpu) {
    expect_guards_of_all<Pinned, decltype(value)>(0);
    expect_guards_of_all<Pinned, decltype(hot)>(0);
    expect_guards_of_all<Raw, decltype(value)>(0);
    expect_guards_of_all<Raw, decltype(hot)>(0);
    expect_guards(0, "addresses", [&] {
      EXPECT_EQ(value.current_ptr_raw(), value.remote_ptr(cpu));
      EXPECT_EQ(&value.current_ref_raw(), &value.remote_ref_raw(cpu));
      EXPECT_EQ(value.offset(), value.symbol_vma());
      EXPECT_EQ(percpu::current_cpu(), cpu);
      EXPECT_EQ(percpu::read_percpu_reg(), percpu::area_base(cpu));
    });
  });
}

TEST(GuardTest, WithCurrentHoldsItDuringTheCall) {
  run_on_all_cpus([](unsigned) {
    expect_guards(1, "with_current", [] {
      value.with_current(
          [](uint64_t&) { EXPECT_EQ(guard_log::current().depth, 1u); });
    });
    expect_guards(2 + kValueGuards, "nested", [] {
      value.with_current([](uint64_t& v) {
        other.with_current([&](uint64_t& o) {
          EXPECT_EQ(guard_log::current().depth, 2u);
          o = v;
        });
        other.increment_current();
        EXPECT_EQ(guard_log::current().depth, 1u);
      });
    });
  });
}

TEST(GuardTest, KernelMayHoldItItself) {
  expect_guards(1 + kValueGuards, "PreemptGuard", [] {
    percpu::PreemptGuard guard;
    EXPECT_EQ(guard_log::current().depth, 1u);
    value.increment_current();
    EXPECT_EQ(guard_log::current().depth, 1u);
    value.increment_current(guard);
    ++value.ref(guard);
    EXPECT_EQ(guard_log::current().depth, 1u);
  });
}

/// Expects that `function` changes the value from 1 to `wanted` while it holds
/// the guard, neither before nor after.
void expect_change_under_guard(uint64_t wanted, const char* name,
                               auto function) {
  guard_log::Log& log = guard_log::current();
  value.write_current_raw(1);
  log.probe = [] { return value.read_current_raw(); };
  function();
  log.probe = nullptr;
  EXPECT_EQ(log.seen_on_take, 1u) << name;
  EXPECT_EQ(log.seen_on_release, wanted) << name;
  EXPECT_EQ(value.read_current_raw(), wanted) << name;
}

TEST(GuardTest, ValueFunctionsTakePlaceWhileItIsHeld) {
  if (kValueGuards == 0) GTEST_SKIP() << "they take none";
  run_on_all_cpus([](unsigned) {
    uint64_t expected = 1;
    expect_change_under_guard(5, "write", [] { value.write_current(5); });
    expect_change_under_guard(5, "exchange", [] { value.exchange_current(5); });
    expect_change_under_guard(5, "compare_exchange", [&] {
      EXPECT_TRUE(value.compare_exchange_current(expected, 5));
    });
    expect_change_under_guard(5, "add", [] { value.add_current(4); });
    expect_change_under_guard(0, "sub", [] { value.sub_current(1); });
    expect_change_under_guard(2, "increment",
                              [] { value.increment_current(); });
    expect_change_under_guard(0, "decrement",
                              [] { value.decrement_current(); });
    expect_change_under_guard(5, "fetch_add",
                              [] { value.fetch_add_current(4); });
    expect_change_under_guard(5, "add_return",
                              [] { value.add_return_current(4); });
    expect_change_under_guard(0, "and", [] { value.and_current(2); });
    expect_change_under_guard(3, "or", [] { value.or_current(2); });
    expect_change_under_guard(2, "xor", [] { value.xor_current(3); });
  });
}

TEST(GuardTest, AccessTakesPlaceWhileItIsHeld) {
  run_on_all_cpus([](unsigned) {
    expect_change_under_guard(9, "reset_to_init",
                              [] { value.reset_to_init(); });
    expect_change_under_guard(7, "with_current", [] {
      value.with_current([](uint64_t& v) { v = 7; });
    });
  });
}

}  // namespace
}  // namespace percpu_tests
