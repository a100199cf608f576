// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Accesses of an x86_64 kernel that is compiled to be linked anywhere, with
// -fPIC or the large code model. absolute.x86_64.check holds the instructions.

#include <stdint.h>

#include "percpu/percpu.h"

namespace {

DEF_PERCPU(uint64_t, ticks, 1);

}  // namespace

extern "C" {

[[gnu::retain]] uint64_t code_read() { return ticks.read_current(); }

[[gnu::retain]] void code_write(uint64_t value) { ticks.write_current(value); }

[[gnu::retain]] void code_increment() { ticks.increment_current(); }

[[gnu::retain]] uint64_t* code_pointer() { return ticks.current_ptr(); }

[[gnu::retain]] uint64_t code_pinned_read() {
  percpu::AssumedPin pin;
  return ticks.read_current(pin);
}

[[gnu::retain]] void code_two_pinned_increments() {
  percpu::AssumedPin pin;
  ticks.increment_current(pin);
  ticks.increment_current(pin);
}
}
