// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The register that leads to the current CPU's area: TPIDR_EL1, or TPIDR_EL2
// for a kernel that runs at EL2 (setting arm_el2). It holds the area's base.
//
//   write_register(register_of(area_base(cpu)));   // once on each CPU
//   uintptr_t base = base_of(read_register());

#ifndef PERCPU_ARCH_AARCH64_REGISTER_H_
#define PERCPU_ARCH_AARCH64_REGISTER_H_

#include <stdint.h>

// A macro, because assembler text is put together from string literals.
// Arm ARM (DDI 0487), TPIDR_EL1 and TPIDR_EL2, Software Thread ID Registers.
#ifdef PERCPU_ARM_EL2
#define PERCPU_ARCH_REGISTER "tpidr_el2"
#else
#define PERCPU_ARCH_REGISTER "tpidr_el1"
#endif

namespace percpu::arch {

inline constexpr char kRegisterName[] = PERCPU_ARCH_REGISTER;

/// Returns what the register holds while the area at `base` is the current
/// CPU's.
constexpr uintptr_t register_of(uintptr_t base) { return base; }

/// Returns the base of the area that a register's value leads to.
constexpr uintptr_t base_of(uintptr_t register_value) { return register_value; }

/// Returns what the register holds, also before it was set (its value after
/// reset is unknown). Needs EL1, or EL2 with arm_el2. Costs one `mrs`.
[[gnu::always_inline]] inline uintptr_t read_register() {
  uintptr_t register_value;
  asm volatile("mrs %0, " PERCPU_ARCH_REGISTER
               : "=r"(register_value)
               :
               : "memory");
  return register_value;
}

/// Makes another area the current CPU's. Needs EL1, or EL2 with arm_el2.
[[gnu::always_inline]] inline void write_register(uintptr_t register_value) {
  asm volatile("msr " PERCPU_ARCH_REGISTER ", %0"
               :
               : "r"(register_value)
               : "memory");
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_AARCH64_REGISTER_H_
