// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Kernel code with bugs that sanitizers find, for sanitizers_test:
//
//   buggy remote_race

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <iterator>

#include "percpu/percpu.h"
#include "percpu/testing/cpus.h"

namespace {

using percpu::testing::run_as_cpu;
using percpu::testing::run_on_all_cpus;

DEF_PERCPU(uint64_t, ticks, 0);
DEF_PERCPU(int32_t, credit, 2'147'483'000);
using Slots = uint32_t[5];
DEF_PERCPU(Slots, slots, {1, 2, 3, 4, 5});
DEF_PERCPU(uint64_t, behind_slots, 0);

// What each CPU may do to its own variables while another one looks, atomically
// where that takes place at the same time.
void none() {
  run_on_all_cpus([](size_t cpu) {
    ticks.increment_current();
    __atomic_load_n(ticks.remote_ptr(cpu ^ 1), __ATOMIC_RELAXED);
    slots.with_current([](Slots& own) { own[4] = 6; });
    percpu::PreemptGuard pin;
    ticks.increment_current(pin);
  });
  run_as_cpu(0, [] { credit.with_current([](int32_t& own) { own += 600; }); });
  printf("%d\n", static_cast<int>(*slots.remote_ptr(1)[0]));
}

// The index is behind a pointer, so that not even clang knows the bound.
void out_of_bounds() {
  run_as_cpu(1, [] {
    uint32_t* own = *slots.current_ptr();
    volatile size_t index = std::size(*slots.current_ptr());
    own[index] = 7;
  });
}

// Seen from another CPU, at the end of the last variable's area or of any.
void out_of_bounds_remotely() {
  volatile size_t index = 1;
  behind_slots.remote_ptr(2)[index] = 7;
}

void remote_race() {
  run_on_all_cpus([](size_t cpu) {
    if (cpu == 0) ticks.increment_current();
    if (cpu == 1) *ticks.remote_ptr(0) = 7;
  });
}

void remote_read_race() {
  run_on_all_cpus([](size_t cpu) {
    percpu::PreemptGuard pin;
    if (cpu == 0) ticks.add_current(pin, 1);
    if (cpu == 1) printf("%d\n", static_cast<int>(*ticks.remote_ptr(0)));
  });
}

void signed_overflow() {
  run_as_cpu(0, [] { credit.with_current([](int32_t& own) { own += 900; }); });
}

constexpr struct {
  const char* name;
  void (*run)();
} kBugs[] = {
    {"none", none},
    {"out_of_bounds", out_of_bounds},
    {"out_of_bounds_remotely", out_of_bounds_remotely},
    {"remote_race", remote_race},
    {"remote_read_race", remote_read_race},
    {"signed_overflow", signed_overflow},
};

}  // namespace

int main(int argc, char** argv) {
  percpu::testing::reset();
  for (const auto& bug : kBugs) {
    if (argc == 2 && strcmp(argv[1], bug.name) == 0) {
      bug.run();
      return 0;
    }
  }
  fprintf(stderr, "usage: buggy <bug>\n");
  return 2;
}
