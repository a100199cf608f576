// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "kernel/clock.h"

#include "kernel/arch.h"

namespace kernel {

uint64_t read_ticks() { return arch::read_ticks(); }

uint64_t ticks_per_second() { return arch::ticks_per_second(); }

void start_instruction_counter() { arch::start_instruction_counter(); }

uint64_t read_instruction_counter() { return arch::read_instruction_counter(); }

uint64_t instructions_between(uint64_t start, uint64_t end) {
  return arch::instructions_between(start, end);
}

}  // namespace kernel
