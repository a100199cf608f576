// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Counts on SCALING_CPUS CPUs at once, in four kinds of counters, and prints
// how many increments all of them make in a second:
//
//   percpu: 412345678
//
// CPUs that do not count are not there, since a waiting one would take the
// host's time. The best of several runs counts: a host has other work too.

#include "kernel/clock.h"
#include "kernel/kernel.h"
#include "percpu/percpu.h"

namespace {

constexpr unsigned kCpus = SCALING_CPUS;
constexpr unsigned kRuns = 5;
constexpr unsigned kRunsPerSecond = 40;
constexpr unsigned kIncrementsPerLook = 1000;

/// A cache line, or more than one, on all four architectures.
constexpr size_t kLine = 128;

struct alignas(kLine) Padded {
  uint64_t value;
};

DEF_PERCPU_HOT(uint64_t, percpu_counter, 0);
DEF_PERCPU_HOT(uint32_t, cpu_number, 0);
alignas(kLine) constinit uint64_t shared_counter = 0;
alignas(kLine) constinit uint64_t neighbours[kCpus] = {};
constinit Padded padded[kCpus] = {};

/// Between two increments, so that each takes place in memory.
void keep_in_memory() { asm volatile("" : : : "memory"); }

void increment_percpu() { percpu_counter.increment_current_raw(); }
void increment_atomic() {
  __atomic_fetch_add(&shared_counter, 1, __ATOMIC_RELAXED);
}
void increment_neighbours() {
  ++neighbours[cpu_number.read_current()];
  keep_in_memory();
}
void increment_padded() {
  ++padded[cpu_number.read_current()].value;
  keep_in_memory();
}

constinit uint32_t arrived = 0;
constinit uint32_t stopped = 0;
constinit uint64_t increments = 0;

/// Waits for all CPUs, the `round`th time.
void meet(uint32_t round) {
  __atomic_add_fetch(&arrived, 1, __ATOMIC_ACQ_REL);
  while (__atomic_load_n(&arrived, __ATOMIC_ACQUIRE) < round * kCpus) {
    kernel::cpu_relax();
  }
}

/// Increments until CPU 0, which asks `is_over`, has stopped all.
template <void (*kIncrement)(), typename IsOver>
void count(IsOver is_over) {
  uint64_t own = 0;
  do {
    for (unsigned i = 0; i < kIncrementsPerLook; ++i) kIncrement();
    own += kIncrementsPerLook;
    if (is_over()) __atomic_store_n(&stopped, 1, __ATOMIC_RELAXED);
  } while (__atomic_load_n(&stopped, __ATOMIC_RELAXED) == 0);
  __atomic_add_fetch(&increments, own, __ATOMIC_RELAXED);
}

/// One CPU's part, which is the same code on all of them but for the clock.
class Counting {
 public:
  explicit Counting(unsigned cpu)
      : cpu_(cpu),
        ticks_per_second_(cpu == 0 ? kernel::ticks_per_second() : 0) {}

  template <void (*kIncrement)()>
  void measure(const char* name) {
    uint64_t best = 0;
    for (unsigned i = 0; i < kRuns; ++i) {
      const uint64_t rate = run<kIncrement>();
      if (rate > best) best = rate;
    }
    if (cpu_ == 0) kernel::print(name, ": ", best, "\n");
  }

 private:
  /// Returns the increments in a second, on CPU 0.
  template <void (*kIncrement)()>
  uint64_t run() {
    if (cpu_ == 0) {
      stopped = 0;
      increments = 0;
    }
    meet(++round_);
    if (cpu_ != 0) {
      count<kIncrement>([] { return false; });
      meet(++round_);
      return 0;
    }
    const uint64_t start = kernel::read_ticks();
    const uint64_t duration = ticks_per_second_ / kRunsPerSecond;
    count<kIncrement>([&] { return kernel::read_ticks() - start >= duration; });
    const uint64_t ticks = kernel::read_ticks() - start;
    meet(++round_);
    return increments * ticks_per_second_ / ticks;
  }

  unsigned cpu_;
  uint64_t ticks_per_second_;
  uint32_t round_ = 0;
};

void run(unsigned cpu) {
  percpu::init_percpu_reg(cpu);
  cpu_number.write_current(cpu);
  Counting counting(cpu);
  counting.measure<increment_percpu>("percpu");
  counting.measure<increment_padded>("padded");
  counting.measure<increment_neighbours>("false_sharing");
  counting.measure<increment_atomic>("atomic");
}

}  // namespace

extern "C" void kernel_main() {
  const percpu::InitResult areas = percpu::init();
  if (!areas.ok()) kernel::panic(areas.message());
  kernel::start_secondary_cpus(run, kCpus);
  run(0);
  kernel::exit(0);
}
