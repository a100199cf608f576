// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What leads to the current thread's area in a Linux process: a thread-local
// variable, and on x86_64 GS_BASE too, which Linux keeps for each thread and
// the C library leaves alone. Both hold the distance from the template to the
// area, so that a variable's own address needs only be added to.
//
//   write_register(register_of(area_base(cpu)));   // once on each thread
//   uintptr_t base = base_of(read_register());
//
// A new thread has no area. It inherits GS_BASE, which nothing here reads.

#ifndef PERCPU_ARCH_HOSTED_REGISTER_H_
#define PERCPU_ARCH_HOSTED_REGISTER_H_

#include <stdint.h>

#ifdef __x86_64__
#include <asm/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

#include "percpu_arch/layout.h"

namespace percpu::arch {

#ifdef __x86_64__
inline constexpr char kRegisterName[] = "GS_BASE";
#else
inline constexpr char kRegisterName[] = "a thread-local variable";
#endif

/// 0 until the thread has an area.
[[gnu::visibility(
    "hidden")]] extern constinit thread_local uintptr_t thread_register;

/// Returns what the register holds while the area at `base` is the current
/// thread's. 0, which unsets it, stands for no area.
inline uintptr_t register_of(uintptr_t base) {
  return base == 0 ? 0 : base - template_vma();
}

/// Returns the base of the area that a register's value leads to; 0 for none.
inline uintptr_t base_of(uintptr_t register_value) {
  return register_value == 0 ? 0 : register_value + template_vma();
}

/// Returns what the register holds: 0 before it was set.
inline uintptr_t read_register() { return thread_register; }

/// Makes another area the current thread's. On x86_64 it costs a system call
/// (arch_prctl(2), ARCH_SET_GS); Linux accepts every base that
/// is_reachable().
inline void write_register(uintptr_t register_value) {
  thread_register = register_value;
#ifdef __x86_64__
  syscall(SYS_arch_prctl, ARCH_SET_GS, register_value);
#endif
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_HOSTED_REGISTER_H_
