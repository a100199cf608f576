// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The main of an image that holds a suite whose cases run on a thread, the only
// one: all CPUs run it (kernel/thread.h), and at the end of each turn it moves.
//
// The thread starts the other CPUs too. QEMU's clock of instructions runs one
// CPU at a time and gives no other a turn while CPU 0 spins with no timer.

#include "gtest/gtest.h"
#include "kernel/kernel.h"
#include "kernel/thread.h"
#include "percpu/percpu.h"
#include "tests/kernel/cpus.h"

namespace percpu_tests {
namespace {

/// The longest turn that there is.
constexpr unsigned kTurnMicroseconds = 10'000;

void run(unsigned cpu) {
  percpu::init_percpu_reg(cpu);
  kernel::run_threads(cpu, kTurnMicroseconds);
}

void run_cases(void*) {
  kernel::start_secondary_cpus(run, kCpus);
  kernel::exit(testing::RunAllTests(kernel::write));
}

}  // namespace
}  // namespace percpu_tests

extern "C" void kernel_main() {
  const percpu::InitResult areas = percpu::init();
  if (!areas.ok()) kernel::panic(areas.message());
  kernel::create_thread(percpu_tests::run_cases, nullptr);
  percpu_tests::run(0);
}
