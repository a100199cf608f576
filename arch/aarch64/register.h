// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The register that holds the base of the current CPU's area: TPIDR_EL1, or
// TPIDR_EL2 for a kernel that runs at EL2 (setting arm_el2).
//
//   write_base(area_base(cpu));      // once on each CPU
//   uintptr_t base = read_base();

#ifndef PERCPU_ARCH_AARCH64_REGISTER_H_
#define PERCPU_ARCH_AARCH64_REGISTER_H_

#include <stdint.h>

// A macro, because assembler text is put together from string literals.
// TPIDR_EL1 and TPIDR_EL2: Arm ARM (DDI 0487), D24.2, "Thread ID Register".
#ifdef PERCPU_ARM_EL2
#define PERCPU_ARCH_REGISTER "tpidr_el2"
#else
#define PERCPU_ARCH_REGISTER "tpidr_el1"
#endif

namespace percpu::arch {

inline constexpr char kRegisterName[] = PERCPU_ARCH_REGISTER;

/// Returns the base of the current CPU's area: what the register holds, also
/// before it was set (its value after reset is unknown). Needs EL1, or EL2
/// with arm_el2. Costs one `mrs`.
[[gnu::always_inline]] inline uintptr_t read_base() {
  uintptr_t base;
  asm volatile("mrs %0, " PERCPU_ARCH_REGISTER : "=r"(base) : : "memory");
  return base;
}

/// Makes `base` the current CPU's area. Needs EL1, or EL2 with arm_el2.
[[gnu::always_inline]] inline void write_base(uintptr_t base) {
  asm volatile("msr " PERCPU_ARCH_REGISTER ", %0" : : "r"(base) : "memory");
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_AARCH64_REGISTER_H_
