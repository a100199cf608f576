// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The register that holds the base of the current CPU's area: gp (x3).
//
// The psABI gives gp to linker relaxation, which a kernel that sets gp to its
// areas goes without: ld.lld relaxes to gp only with --relax-gp.
//
//   write_base(area_base(cpu));      // once on each CPU
//   uintptr_t base = read_base();

#ifndef PERCPU_ARCH_RISCV64_REGISTER_H_
#define PERCPU_ARCH_RISCV64_REGISTER_H_

#include <stdint.h>

#if __has_feature(shadow_call_stack)
#error "percpu: -fsanitize=shadow-call-stack takes gp; build without it"
#endif

namespace percpu::arch {

inline constexpr char kRegisterName[] = "gp";

/// Returns the base of the current CPU's area: what the register holds, also
/// before it was set. Costs one `mv`.
[[gnu::always_inline]] inline uintptr_t read_base() {
  uintptr_t base;
  asm volatile("mv %0, gp" : "=r"(base) : : "memory");
  return base;
}

/// Makes `base` the current CPU's area. gp is never allocated by the compiler
/// (RISC-V psABI, section "Integer Register Convention").
[[gnu::always_inline]] inline void write_base(uintptr_t base) {
  asm volatile("mv gp, %0" : : "r"(base) : "memory");
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_RISCV64_REGISTER_H_
