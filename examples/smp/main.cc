// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Four CPUs count, each in its own variables, without a lock or an atomic.

#include "kernel/kernel.h"
#include "percpu/percpu.h"

namespace {

constexpr unsigned kCpus = 4;
constexpr uint64_t kTicks = 100'000;

struct Progress {
  uint32_t rounds;
  uint64_t last_tick;
};

// A variable has a type, a name and an initial value that every CPU starts
// with. Its copies lie in the CPUs' areas.
DEF_PERCPU(uint64_t, ticks, 0);
// A hot one is used often: the shortest instructions reach it.
DEF_PERCPU_HOT(uint32_t, events, 1000);
// Any structure will do.
DEF_PERCPU(Progress, progress, {.rounds = 7, .last_tick = 0});

constinit uint32_t finished = 0;

// What each CPU runs, in parallel with the others.
void run(unsigned cpu) {
  // First of all, lead this CPU to its area.
  percpu::init_percpu_reg(cpu);

  for (uint64_t i = 0; i < kTicks * (cpu + 1); ++i) {
    ticks.increment_current();
    if (i % 100 == 0) events.increment_current();
  }
  progress.with_current([](Progress& p) {
    ++p.rounds;
    p.last_tick = ticks.read_current();
  });
  __atomic_add_fetch(&finished, 1, __ATOMIC_RELEASE);
}

// Prints what CPU `cpu` has counted; returns whether it is right.
bool report(unsigned cpu) {
  const uint64_t own_ticks = *ticks.remote_ptr(cpu);
  const uint32_t own_events = *events.remote_ptr(cpu);
  const Progress& own = progress.remote_ref_raw(cpu);
  kernel::print(SMP_ARCHITECTURE, "\tCPU ", cpu, "\tarea at ",
                kernel::Hex{percpu::area_base(cpu)}, "\tticks ", own_ticks,
                "\tevents ", own_events, "\trounds ", own.rounds, "\n");
  return own_ticks == kTicks * (cpu + 1) &&
         own_events == 1000 + own_ticks / 100 && own.rounds == 8 &&
         own.last_tick == own_ticks;
}

}  // namespace

extern "C" void kernel_main() {
  // Once, before any CPU uses a variable.
  const percpu::InitResult areas = percpu::init();
  if (!areas.ok()) kernel::panic(areas.message());

  kernel::start_secondary_cpus(run, kCpus);
  run(0);
  while (__atomic_load_n(&finished, __ATOMIC_ACQUIRE) < kCpus) {
    kernel::cpu_relax();
  }

  bool is_right = true;
  uint64_t total = 0;
  for (unsigned cpu = 0; cpu < kCpus; ++cpu) {
    is_right &= report(cpu);
    total += *ticks.remote_ptr(cpu);
  }
  is_right &= total == kTicks * (1 + 2 + 3 + 4);
  kernel::print(SMP_ARCHITECTURE, "\ttotal\tticks ", total,
                is_right ? "\tas it should be\n" : "\tWRONG\n");
  kernel::exit(is_right ? 0 : 1);
}
