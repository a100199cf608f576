// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Lets a case run code on the machine's other CPUs. Cases themselves run on
// CPU 0; the others wait for work.
//
//   run_on_all_cpus([](unsigned cpu) { ticks.write_current(cpu); });
//   run_on(2, [] { EXPECT_EQ(ticks.read_current(), 2u); });

#ifndef PERCPU_TESTS_KERNEL_CPUS_H_
#define PERCPU_TESTS_KERNEL_CPUS_H_

#include <stdint.h>

namespace percpu_tests {

/// The number of CPUs that run: 4, or 1 where the variables are plain globals.
inline constexpr unsigned kCpus = PERCPU_TESTS_CPUS;

/// Whether the setting sp_naive is on.
inline constexpr bool kIsNaive = kCpus == 1;

/// Where CPUs wait for each other.
class Barrier {
 public:
  /// Returns when every CPU has called it as often as this one. What they
  /// wrote before is visible then.
  void wait();

 private:
  uint32_t arrived_ = 0;
  uint32_t round_ = 0;
};

/// Starts the other CPUs. Called once, by main.cc.
void start_cpus();

/// What an image does before its first case, when all CPUs run and none has an
/// area: prepare.cc gives each its area. A suite that tests init() has its own.
void prepare();

/// Calls `call(closure, cpu)` on every CPU; what run_on_all_cpus() is made of.
void call_on_all_cpus(void (*call)(void* closure, unsigned cpu), void* closure);

/// Calls `function(cpu)` on all CPUs, which begin at once. Returns when the
/// last one is done. Only for CPU 0; calls do not nest.
template <typename Function>
void run_on_all_cpus(Function function) {
  call_on_all_cpus(
      [](void* closure, unsigned cpu) {
        (*static_cast<Function*>(closure))(cpu);
      },
      &function);
}

/// Calls `function()` on CPU `cpu` alone. Only for CPU 0.
template <typename Function>
void run_on(unsigned cpu, Function function) {
  run_on_all_cpus([&](unsigned current) {
    if (current == cpu) function();
  });
}

}  // namespace percpu_tests

#endif  // PERCPU_TESTS_KERNEL_CPUS_H_
