// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The register that leads to the current thread's area in a Linux process on
// x86_64: GS_BASE, which Linux keeps for each thread and the C library leaves
// alone. It holds the distance from the template to the area (access.h).
//
//   write_register(register_of(area_base(cpu)));   // once on each thread
//   uintptr_t base = base_of(read_register());

#ifndef PERCPU_ARCH_HOSTED_REGISTER_H_
#define PERCPU_ARCH_HOSTED_REGISTER_H_

#include <asm/prctl.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "percpu_arch/layout.h"

namespace percpu::arch {

inline constexpr char kRegisterName[] = "GS_BASE";

/// Returns what the register holds while the area at `base` is the current
/// thread's. 0, which unsets it, stands for no area.
inline uintptr_t register_of(uintptr_t base) {
  return base == 0 ? 0 : base - template_vma();
}

/// Returns the base of the area that a register's value leads to; 0 for none.
inline uintptr_t base_of(uintptr_t register_value) {
  return register_value == 0 ? 0 : register_value + template_vma();
}

/// Returns what the register holds: 0 before it was set. Costs a system call
/// (arch_prctl(2), ARCH_GET_GS); accesses never use it.
inline uintptr_t read_register() {
  uintptr_t register_value = 0;
  syscall(SYS_arch_prctl, ARCH_GET_GS, &register_value);
  return register_value;
}

/// Makes another area the current thread's (arch_prctl(2), ARCH_SET_GS). Linux
/// accepts every base that is_reachable().
inline void write_register(uintptr_t register_value) {
  syscall(SYS_arch_prctl, ARCH_SET_GS, register_value);
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_HOSTED_REGISTER_H_
