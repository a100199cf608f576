// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Wrong use in a build with debug_checks ends with the variable's name.

#include <stdint.h>

#include <thread>

#include "gtest/gtest.h"
#include "percpu/percpu.h"
#include "percpu/testing/cpus.h"

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

TEST(DebugTest, UseBeforeInit) {
  EXPECT_DEATH(global_number.read_current(),
               "a variable is used before init\\(\\): global_number");
  EXPECT_DEATH(run_length.increment_current(),
               "before init\\(\\): percpu_tests::run_length");
  EXPECT_DEATH(Scheduler::switches.write_current(1),
               "before init\\(\\): percpu_tests::Scheduler::switches");
  EXPECT_DEATH(Line::write_third(),
               "before init\\(\\): line\\.numbers\\.third");
  EXPECT_DEATH(hidden.current_ptr(),
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
    hidden.reset_to_init();
    EXPECT_EQ(hidden.read_current(), 4u);
  });
}

}  // namespace
}  // namespace percpu_tests
