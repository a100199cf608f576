// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The code of docs/getting-started.md in a kernel with four CPUs, each of which
// counts another number of ticks.

#include "kernel/kernel.h"

[[noreturn]] static void panic(const char* message) { kernel::panic(message); }

#include "tests/docs/getting_started.h"

namespace {

constexpr unsigned kCpus = 4;

constinit unsigned finished = 0;

void run(unsigned cpu) {
  start_percpu_on(cpu);
  for (unsigned n = 0; n <= cpu; ++n) on_timer_interrupt();
  __atomic_add_fetch(&finished, 1, __ATOMIC_RELEASE);
}

}  // namespace

extern "C" void kernel_main() {
  start_percpu();
  kernel::start_secondary_cpus(run, kCpus);
  on_timer_interrupt();
  while (__atomic_load_n(&finished, __ATOMIC_ACQUIRE) != kCpus - 1) {
    kernel::cpu_relax();
  }
  kernel::print(all_ticks(), " ticks of ", *ticks.remote_ptr(3), " on CPU 3\n");
  kernel::exit(0);
}
