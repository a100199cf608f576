// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Measuring on one CPU, in real time and in executed instructions.
//
//   kernel::start_instruction_counter();
//   const uint64_t start = kernel::read_instruction_counter();
//   work();
//   const uint64_t end = kernel::read_instruction_counter();
//   kernel::print(kernel::instructions_between(start, end), "\n");

#ifndef PERCPU_KERNEL_CLOCK_H_
#define PERCPU_KERNEL_CLOCK_H_

#include <stdint.h>

namespace kernel {

/// A counter of real time, and how fast it counts. The latter may take 50 ms.
uint64_t read_ticks();
uint64_t ticks_per_second();

/// Makes this CPU's instruction counter count; call it once, before the two
/// below.
void start_instruction_counter();

/// Returns a reading. It means something under QEMU's deterministic clock
/// alone, which counts all CPUs: the others must not run.
///
///   -accel tcg -icount shift=0,sleep=off     shift=10 on loongarch64
uint64_t read_instruction_counter();

/// Returns how many instructions lie between two readings. That includes what
/// a reading costs, which is always the same: measure nothing, and subtract.
uint64_t instructions_between(uint64_t start, uint64_t end);

}  // namespace kernel

#endif  // PERCPU_KERNEL_CLOCK_H_
