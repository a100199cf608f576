// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The register that leads to the current CPU's area: $r21.
//
//   write_register(register_of(area_base(cpu)));   // once on each CPU
//   uintptr_t base = base_of(read_register());

#ifndef PERCPU_ARCH_LOONGARCH64_REGISTER_H_
#define PERCPU_ARCH_LOONGARCH64_REGISTER_H_

#include <stdint.h>

namespace percpu::arch {

inline constexpr char kRegisterName[] = "$r21";

/// The register points this many bytes into the area, because the short offset
/// is a signed 12-bit number: it then reaches 4 KiB and not 2.
inline constexpr uintptr_t kRegisterBias = 2048;

/// Returns what the register holds while the area at `base` is the current
/// CPU's.
constexpr uintptr_t register_of(uintptr_t base) { return base + kRegisterBias; }

/// Returns the base of the area that a register's value leads to.
constexpr uintptr_t base_of(uintptr_t register_value) {
  return register_value - kRegisterBias;
}

/// Returns what the register holds, also before it was set. Costs one `move`.
[[gnu::always_inline]] inline uintptr_t read_register() {
  uintptr_t register_value;
  asm volatile("move %0, $r21" : "=r"(register_value) : : "memory");
  return register_value;
}

/// Makes another area the current CPU's. $r21 is reserved: the compiler never
/// allocates it (LoongArch psABI, section "Register Convention").
[[gnu::always_inline]] inline void write_register(uintptr_t register_value) {
  asm volatile("move $r21, %0" : : "r"(register_value) : "memory");
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_LOONGARCH64_REGISTER_H_
