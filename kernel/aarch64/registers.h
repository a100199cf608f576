// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Numbers that C++ and the assembly files share, and the exception level that
// picks between EL1's and EL2's registers.
//
//   if (is_at_el2()) asm volatile("msr vbar_el2, %0" : : "r"(vectors));

#ifndef PERCPU_KERNEL_AARCH64_REGISTERS_H_
#define PERCPU_KERNEL_AARCH64_REGISTERS_H_

/// The vector table: 16 entries of 128 bytes, aligned to its size (Arm ARM,
/// section D1.3.1.5, "Exception vectors").
#define VECTOR_COUNT 16
#define VECTOR_SIZE 128

#ifndef __ASSEMBLER__

#include <stdint.h>

namespace kernel {

/// True when this CPU runs at EL2, false at EL1 (Arm ARM, CurrentEL[3:2]).
inline bool is_at_el2() {
  uint64_t current_el;
  asm("mrs %0, CurrentEL" : "=r"(current_el));
  return ((current_el >> 2) & 3) == 2;
}

}  // namespace kernel

#endif  // __ASSEMBLER__

#endif  // PERCPU_KERNEL_AARCH64_REGISTERS_H_
