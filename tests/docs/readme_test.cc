// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The README's code does what the README says.

#include "tests/docs/readme_use.h"

#include "gtest/gtest.h"
#include "tests/docs/percpu_guard.h"
#include "tests/docs/preemption_trap.h"

namespace {

TEST(Readme, UseCountsOnTheCurrentCpu) {
  boot_cpu_main();
  on_timer_interrupt();
  enqueue();
  EXPECT_EQ(ticks_of(0), 1u);
  EXPECT_EQ(ticks_of(1), 0u);
  EXPECT_EQ(run_queue.remote_ptr(0)->length, 1u);
  other_cpu_main(1);
  on_timer_interrupt();
  EXPECT_EQ(ticks_of(1), 1u);
}

TEST(Readme, PinsAndMembersReachTheSameVariables) {
  percpu::init_percpu_reg(2);
  on_wakeup();
  EXPECT_EQ(run_queue.remote_ptr(2)->length, 2u);
  EXPECT_EQ(ticks_of(2), 2u);
}

TEST(Preemption, TrapEntryLeavesOtherCodeWhereItIs) {
  TrapFrame frame = {.pc = 0x1234};
  on_trap(&frame);
  EXPECT_EQ(frame.pc, 0x1234u);
}

TEST(Readme, GuardHasAllFunctions) {
  percpu_guard::disable_preemption();
  EXPECT_FALSE(percpu_guard::is_preemptible());
  percpu_guard::enable_preemption();
  percpu_guard::restore_interrupts(percpu_guard::disable_interrupts());
}

}  // namespace
