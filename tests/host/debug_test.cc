// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Wrong use in a build with debug_checks and preempt ends with the variable's
// name and the call site. The functions that are wrong stand in a section of
// their own, so that the call site tells whose it is.

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <thread>

#include "gtest/gtest.h"
#include "percpu/interrupt_guard.h"
#include "percpu/percpu.h"
#include "percpu/testing/cpus.h"
#include "percpu_guard.h"

extern "C" const char __start_wrong_uses[];
extern "C" const char __stop_wrong_uses[];

extern "C" [[noreturn]] void percpu_panic(const percpu::Misuse& misuse) {
  const bool is_known = misuse.call_site > __start_wrong_uses &&
                        misuse.call_site <= __stop_wrong_uses;
  fprintf(stderr, "%s: %s%s\n", misuse.message, misuse.subject,
          is_known ? ", called by a wrong use" : "");
  abort();
}

// A macro, because attributes cannot be named.
#define WRONG_USE [[gnu::noinline, gnu::section("wrong_uses")]] void

DEF_PERCPU(uint64_t, global_number, 1);

namespace percpu_tests {

DEF_PERCPU_HOT(uint32_t, run_length, 2);

class Scheduler {
 public:
  DECLARE_PERCPU_MEMBER(uint64_t, switches);
};
DEF_PERCPU_MEMBER(Scheduler, uint64_t, switches, 3);

namespace {

DEF_PERCPU(uint64_t, hidden, 4);

struct Numbers {
  uint32_t first;
  uint32_t third;
};
struct Line {
  uint64_t length;
  Numbers numbers;

  static void write_third();
};
DEF_PERCPU(Line, line, {});

void Line::write_third() {
  line.member<&Line::numbers>().member<&Numbers::third>().write_current(3);
}

void init_only() { static_cast<void>(percpu::init()); }

WRONG_USE read() { global_number.read_current(); }
WRONG_USE increment() { run_length.increment_current(); }
WRONG_USE read_raw() { run_length.read_current_raw(); }
WRONG_USE take_address() { hidden.current_ptr_raw(); }
WRONG_USE take_remote_address() {
  global_number.remote_ptr(percpu::area_num());
}
WRONG_USE hold() {
  global_number.with_current([](uint64_t& number) { ++number; });
}
WRONG_USE add_pinned(const percpu::Pin& pin) {
  global_number.add_current(pin, 1);
}
WRONG_USE take_reference(const percpu::Pin& pin) { line.ref(pin); }
WRONG_USE assume_pin() { percpu::AssumedPin pin; }
WRONG_USE lose_guard() {
  percpu::PreemptGuard guard;
  --percpu_guard::depth;
}
WRONG_USE end_first(percpu::PreemptGuard& guard) { guard.~PreemptGuard(); }
WRONG_USE end_first(percpu::InterruptGuard& guard) { guard.~InterruptGuard(); }

/// Initialises, and makes this thread CPU 0. It may be preempted from here on.
void be_preemptible_cpu() {
  init_only();
  percpu::init_percpu_reg(0);
  percpu_guard::says_preemptible = true;
}

TEST(DebugTest, TellsTheCallSite) {
  EXPECT_DEATH(read(),
               "before init\\(\\): global_number, called by a wrong use");
  EXPECT_DEATH(increment(), "run_length, called by a wrong use");
  EXPECT_DEATH(read_raw(), "run_length, called by a wrong use");
  EXPECT_DEATH(take_address(), "hidden, called by a wrong use");
  EXPECT_DEATH(take_remote_address(), "global_number, called by a wrong use");
  EXPECT_DEATH(hold(), "global_number, called by a wrong use");
}

TEST(DebugTest, RawAccessWhilePreemptible) {
  EXPECT_DEATH((be_preemptible_cpu(), read_raw()),
               "needs a pin is made while the thread may be preempted; hold a "
               "guard: percpu_tests::run_length, called by a wrong use");
  EXPECT_DEATH((be_preemptible_cpu(), take_address()),
               "hold a guard: percpu_tests::.*hidden, called by a wrong use");
  EXPECT_DEATH((be_preemptible_cpu(), assume_pin()),
               "may be preempted while it is pinned; .*: AssumedPin, called by "
               "a wrong use");
}

TEST(DebugTest, PinOfAnotherCpu) {
  const auto on_cpu_1 = [](void (*use)(const percpu::Pin&)) {
    be_preemptible_cpu();
    percpu::PreemptGuard pin;
    std::thread([&pin, use] {
      percpu::init_percpu_reg(1);
      use(pin);
    }).join();
  };
  EXPECT_DEATH(
      on_cpu_1(add_pinned),
      "the pin is another CPU's, or from before init_percpu_reg\\(\\): "
      "global_number, called by a wrong use");
  EXPECT_DEATH(on_cpu_1(take_reference),
               "the pin is another CPU's, .*: .*line, called by a wrong use");
}

TEST(DebugTest, UnbalancedGuards) {
  EXPECT_DEATH((be_preemptible_cpu(), lose_guard()),
               "may be preempted while it is pinned; .*: PreemptGuard, called "
               "by a wrong use");
  EXPECT_DEATH(
      {
        be_preemptible_cpu();
        percpu::PreemptGuard outer;
        percpu::InterruptGuard inner;
        end_first(outer);
      },
      "guards end in another order .*: PreemptGuard, called by a wrong use");
  EXPECT_DEATH(
      {
        be_preemptible_cpu();
        percpu::InterruptGuard outer;
        percpu::PreemptGuard inner;
        end_first(outer);
      },
      "guards end in another order .*: InterruptGuard, called by a wrong use");
  EXPECT_DEATH(
      {
        be_preemptible_cpu();
        percpu::PreemptGuard guard;
        percpu::init_percpu_reg(1);
        end_first(guard);
      },
      "a guard ends on another CPU than it began on; .*: PreemptGuard, called "
      "by a wrong use");
}

TEST(DebugTest, HeldTwice) {
  const auto twice = [] {
    be_preemptible_cpu();
    global_number.with_current([](uint64_t&) { hold(); });
  };
  EXPECT_DEATH(twice(),
               "with_current\\(\\) is called inside of with_current\\(\\) for "
               "the same variable: global_number, called by a wrong use");
}

TEST(DebugTest, UseBeforeInit) {
  EXPECT_DEATH(global_number.read_current(),
               "a variable is used before init\\(\\): global_number");
  EXPECT_DEATH(run_length.increment_current(),
               "before init\\(\\): percpu_tests::run_length");
  EXPECT_DEATH(Scheduler::switches.write_current(1),
               "before init\\(\\): percpu_tests::Scheduler::switches");
  EXPECT_DEATH(Line::write_third(),
               "before init\\(\\): line\\.numbers\\.third");
  EXPECT_DEATH(hidden.current_ptr_raw(),
               "before init\\(\\): percpu_tests::.*hidden");
}

TEST(DebugTest, UseBeforeTheRegister) {
  EXPECT_DEATH(
      {
        init_only();
        std::thread([] { run_length.or_current(1); }).join();
      },
      "used on a CPU that has not called init_percpu_reg\\(\\): "
      "percpu_tests::run_length");
  EXPECT_DEATH(
      {
        init_only();
        global_number.with_current([](uint64_t& number) { ++number; });
      },
      "has not called init_percpu_reg\\(\\): global_number");
}

TEST(DebugTest, NoSuchCpu) {
  EXPECT_DEATH(global_number.remote_ptr(0),
               "call init\\(\\) before this: global_number");
  EXPECT_DEATH(
      {
        init_only();
        global_number.remote_ptr(percpu::area_num());
      },
      "the CPU id is not below area_num\\(\\): global_number");
}

TEST(DebugTest, RightUseIsSilent) {
  ASSERT_TRUE(percpu::init().ok());
  percpu::testing::run_as_each_cpu([](size_t cpu) {
    EXPECT_EQ(global_number.add_return_current(cpu), 1 + cpu);
    EXPECT_EQ(*Scheduler::switches.remote_ptr(cpu), 3u);
    percpu_guard::says_preemptible = true;
    hidden.reset_to_init();
    EXPECT_EQ(hidden.read_current(), 4u);
    EXPECT_EQ(percpu::current_cpu(), cpu);
    global_number.with_current([](uint64_t& number) {
      hidden.with_current([&](uint64_t& other) { other = number; });
      global_number.increment_current();
    });
    percpu::InterruptGuard outer;
    percpu::PreemptGuard inner;
    hidden.write_current_raw(hidden.read_current(inner) + 1);
    ++hidden.ref(outer);
  });
}

}  // namespace
}  // namespace percpu_tests
