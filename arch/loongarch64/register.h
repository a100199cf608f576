// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The register that holds the base of the current CPU's area: $r21.
//
//   write_base(area_base(cpu));      // once on each CPU
//   uintptr_t base = read_base();

#ifndef PERCPU_ARCH_LOONGARCH64_REGISTER_H_
#define PERCPU_ARCH_LOONGARCH64_REGISTER_H_

#include <stdint.h>

namespace percpu::arch {

inline constexpr char kRegisterName[] = "$r21";

/// Returns the base of the current CPU's area: what the register holds, also
/// before it was set. Costs one `move`.
[[gnu::always_inline]] inline uintptr_t read_base() {
  uintptr_t base;
  asm volatile("move %0, $r21" : "=r"(base) : : "memory");
  return base;
}

/// Makes `base` the current CPU's area. $r21 is reserved and never allocated
/// by the compiler (LoongArch psABI, section "Register Convention").
[[gnu::always_inline]] inline void write_base(uintptr_t base) {
  asm volatile("move $r21, %0" : : "r"(base) : "memory");
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_LOONGARCH64_REGISTER_H_
