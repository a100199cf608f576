// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Numbers that C++ and the assembly files share, and the exception level that
// picks between EL1's and EL2's registers.
//
//   if (is_at_el2()) asm volatile("msr vbar_el2, %0" : : "r"(vectors));

#ifndef PERCPU_KERNEL_AARCH64_REGISTERS_H_
#define PERCPU_KERNEL_AARCH64_REGISTERS_H_

/// The vector table: 16 entries of 128 bytes, aligned to its size (Arm ARM,
/// section "Exception vectors", and VBAR_EL1).
#define VECTOR_COUNT 16
#define VECTOR_SIZE 128

/// The entry for an IRQ taken from the kernel's own level and stack pointer
/// (same section).
#define IRQ_VECTOR 5

/// CurrentEL: this bit is set at EL2 and clear at EL1 (Arm ARM, CurrentEL.EL).
#define CURRENT_EL_IS_EL2_BIT 3

/// What an interrupt saves (interrupt.cc, InterruptFrame): x0 to x30 from
/// offset 0 on, and these. The size keeps the stack aligned.
#define FRAME_ELR 248
#define FRAME_SPSR 256
#define FRAME_SIZE 272

/// The CPU interface of the interrupt controller (hw/arm/virt.c, VIRT_GIC_CPU),
/// with the registers that begin and end an interrupt (Arm IHI 0048, GICv2
/// Architecture Specification, GICC_IAR and GICC_EOIR).
#define GIC_CPU 0x08010000
#define GICC_IAR 0x0c
#define GICC_EOIR 0x10

#ifndef __ASSEMBLER__

#include <stdint.h>

namespace kernel {

/// True when this CPU runs at EL2, false at EL1.
inline bool is_at_el2() {
  uint64_t current_el;
  asm("mrs %0, CurrentEL" : "=r"(current_el));
  return ((current_el >> CURRENT_EL_IS_EL2_BIT) & 1) != 0;
}

}  // namespace kernel

#endif  // __ASSEMBLER__

#endif  // PERCPU_KERNEL_AARCH64_REGISTERS_H_
