// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// One use of each kind that a debug build checks, for checks_test.cc.

#include <stddef.h>
#include <stdint.h>

#include "percpu/interrupt_guard.h"
#include "percpu/percpu.h"
#include "percpu_guard.h"

DEF_PERCPU(uint64_t, checked_value, 1);

extern "C" {

[[gnu::retain]] uint64_t use_value() {
  checked_value.increment_current();
  return checked_value.read_current_raw() + *checked_value.current_ptr_raw();
}

[[gnu::retain]] uint64_t use_pinned() {
  percpu::PreemptGuard preempt;
  percpu::InterruptGuard interrupt;
  percpu::AssumedPin pin;
  return checked_value.read_current(preempt) + checked_value.ref(interrupt) +
         *checked_value.current_ptr(pin);
}

[[gnu::retain]] void use_held() {
  checked_value.with_current([](uint64_t& value) { ++value; });
  checked_value.reset_to_init();
}

[[gnu::retain]] uint64_t use_remote(size_t cpu) {
  return *checked_value.remote_ptr(cpu);
}

}  // extern "C"

namespace percpu_guard {

// Not for the compiler to see through.
void disable_preemption() { asm volatile(""); }
void enable_preemption() { asm volatile(""); }
bool disable_interrupts() {
  bool were_on = true;
  asm volatile("" : "+r"(were_on));
  return were_on;
}
void restore_interrupts(bool were_on) { asm volatile("" : : "r"(were_on)); }
bool is_preemptible() { return disable_interrupts(); }

}  // namespace percpu_guard

extern "C" void _start() {
  if (percpu::init().ok()) percpu::init_percpu_reg(0);
}
