// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tests/kernel/cpus.h"

#include "kernel/kernel.h"

namespace percpu_tests {
namespace {

constinit void (*work_call)(void* closure, unsigned cpu) = nullptr;
constinit void* work_closure = nullptr;
constinit Barrier work_begins;
constinit Barrier work_ends;

void take_part(unsigned cpu) {
  work_begins.wait();
  work_call(work_closure, cpu);
  work_ends.wait();
}

void work_for_ever(unsigned cpu) {
  for (;;) take_part(cpu);
}

}  // namespace

void Barrier::wait() {
  const uint32_t round = __atomic_load_n(&round_, __ATOMIC_RELAXED);
  if (__atomic_add_fetch(&arrived_, 1, __ATOMIC_ACQ_REL) == kCpus) {
    __atomic_store_n(&arrived_, 0, __ATOMIC_RELAXED);
    __atomic_store_n(&round_, round + 1, __ATOMIC_RELEASE);
    return;
  }
  while (__atomic_load_n(&round_, __ATOMIC_ACQUIRE) == round) {
    kernel::cpu_relax();
  }
}

void start_cpus() { kernel::start_secondary_cpus(work_for_ever, kCpus); }

void call_on_all_cpus(void (*call)(void* closure, unsigned cpu),
                      void* closure) {
  work_call = call;
  work_closure = closure;
  take_part(0);
}

}  // namespace percpu_tests
