// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// One wrong use in each image: PERCPU_TESTS_MISUSE names the function. The
// machine has to end in a panic.

#include "kernel/kernel.h"
#include "kernel/thread.h"
#include "percpu/percpu.h"
#ifndef PERCPU_NO_GUARD
#include "percpu/interrupt_guard.h"
#endif

namespace misuse {

DEF_PERCPU(uint64_t, early, 0);
namespace deep {
DEF_PERCPU_HOT(uint32_t, lost, 0);
}

/// Initialises, and leads CPU 0 to its area.
void set_up() {
  const percpu::InitResult result = percpu::init();
  if (!result.ok()) kernel::panic(result.message());
  percpu::init_percpu_reg(0);
}

[[maybe_unused]] void access_before_init() { early.increment_current(); }

[[maybe_unused]] void pointer_before_init() { *early.current_ptr_raw() = 1; }

[[maybe_unused]] void access_without_register() {
  set_up();
  kernel::start_secondary_cpus([](unsigned) { deep::lost.write_current(1); },
                               2);
  for (;;) kernel::cpu_relax();
}

/// Runs `function` as a thread that a timer preempts.
void run_thread(void (*function)()) {
  set_up();
  kernel::create_thread(
      [](void* argument) { reinterpret_cast<void (*)()>(argument)(); },
      reinterpret_cast<void*>(function));
  kernel::run_threads(0, 1000);
}

[[maybe_unused]] void raw_access_while_preemptible() {
  run_thread([] { early.increment_current_raw(); });
}

[[maybe_unused]] void pointer_while_preemptible() {
  run_thread([] { *deep::lost.current_ptr_raw() = 1; });
}

[[maybe_unused]] void pin_assumed_while_preemptible() {
  run_thread([] { percpu::AssumedPin pin; });
}

/// A pin that CPU 1 uses too.
const percpu::Pin* shared_pin = nullptr;

[[maybe_unused]] void pin_of_another_cpu() {
  set_up();
  percpu::AssumedPin pin;
  shared_pin = &pin;
  early.increment_current(pin);
  kernel::start_secondary_cpus(
      [](unsigned cpu) {
        percpu::init_percpu_reg(cpu);
        early.increment_current(*shared_pin);
      },
      2);
  for (;;) kernel::cpu_relax();
}

[[maybe_unused]] void pin_from_before_the_register() {
  percpu::AssumedPin pin;
  set_up();
  early.ref(pin) = 1;
}

[[maybe_unused]] void preemption_enabled_under_guard() {
  run_thread([] {
    percpu::PreemptGuard guard;
    kernel::enable_preemption();
  });
}

[[maybe_unused]] void guards_in_wrong_order() {
  run_thread([] {
    percpu::PreemptGuard outer;
    percpu::PreemptGuard inner;
    outer.~PreemptGuard();
  });
}

#ifndef PERCPU_NO_GUARD
[[maybe_unused]] void interrupts_enabled_under_guard() {
  run_thread([] {
    percpu::InterruptGuard guard;
    kernel::restore_interrupts(true);
  });
}

[[maybe_unused]] void interrupt_guards_in_wrong_order() {
  run_thread([] {
    percpu::InterruptGuard outer;
    percpu::PreemptGuard inner;
    outer.~InterruptGuard();
  });
}
#endif

/// A guard that CPU 1 ends.
percpu::PreemptGuard* shared_guard = nullptr;

[[maybe_unused]] void guard_ends_on_another_cpu() {
  set_up();
  percpu::PreemptGuard guard;
  shared_guard = &guard;
  kernel::start_secondary_cpus(
      [](unsigned cpu) {
        percpu::init_percpu_reg(cpu);
        shared_guard->~PreemptGuard();
      },
      2);
  for (;;) kernel::cpu_relax();
}

[[maybe_unused]] void held_twice() {
  set_up();
  early.with_current([](uint64_t&) {
    deep::lost.with_current(
        [](uint32_t&) { early.with_current([](uint64_t& v) { ++v; }); });
  });
}

struct Pair {
  uint32_t first;
  uint32_t second;
};
DEF_PERCPU(Pair, pair, {});

[[maybe_unused]] void held_in_part() {
  set_up();
  pair.member<&Pair::first>().with_current([](uint32_t&) {
    pair.member<&Pair::second>().with_current([](uint32_t& second) {
      second = 1;
      pair.with_current([](Pair& both) { both.first = 2; });
    });
  });
}

[[maybe_unused]] void register_before_init() {
  percpu::init_percpu_reg(0);
  early.increment_current();
}

[[maybe_unused]] void register_of_no_cpu() {
  set_up();
  percpu::init_percpu_reg(percpu::area_num());
}

[[maybe_unused]] void remote_of_no_cpu() {
  set_up();
  *early.remote_ptr(percpu::area_num()) = 1;
}

[[maybe_unused]] void base_of_no_cpu() {
  set_up();
  kernel::print(kernel::Hex{percpu::area_base(~size_t{0})}, "\n");
}

}  // namespace misuse

extern "C" void kernel_main() {
  misuse::PERCPU_TESTS_MISUSE();
  kernel::print("nothing refused it\n");
  kernel::exit(0);
}
