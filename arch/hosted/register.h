// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The register that leads to the current thread's area in a Linux process on
// x86_64: GS_BASE, which Linux keeps for each thread and the C library leaves
// alone. It holds the distance from the template to the area (access.h).
//
//   write_base(area_base(cpu));      // once on each thread
//   uintptr_t base = read_base();

#ifndef PERCPU_ARCH_HOSTED_REGISTER_H_
#define PERCPU_ARCH_HOSTED_REGISTER_H_

#include <asm/prctl.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "percpu_arch/layout.h"

namespace percpu::arch {

inline constexpr char kRegisterName[] = "GS_BASE";

/// Returns the base of the current thread's area, or 0 before write_base().
/// Costs a system call (arch_prctl(2), ARCH_GET_GS); accesses never use it.
inline uintptr_t read_base() {
  uintptr_t displacement = 0;
  syscall(SYS_arch_prctl, ARCH_GET_GS, &displacement);
  return displacement == 0 ? 0 : displacement + template_vma();
}

/// Makes `base` the current thread's area (arch_prctl(2), ARCH_SET_GS);
/// 0 unsets it. Linux accepts every base that is_reachable().
inline void write_base(uintptr_t base) {
  syscall(SYS_arch_prctl, ARCH_SET_GS, base == 0 ? 0 : base - template_vma());
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_HOSTED_REGISTER_H_
