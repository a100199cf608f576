// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The register of each architecture that leads to the area, read without the
// library.
//
//   EXPECT_EQ(hardware_base(), percpu::area_base(cpu));

#ifndef PERCPU_TESTS_KERNEL_HARDWARE_H_
#define PERCPU_TESTS_KERNEL_HARDWARE_H_

#include <stdint.h>

namespace percpu_tests {

/// Returns the base of the current CPU's area: IA32_GS_BASE (MSR 0xc0000101),
/// TPIDR_EL1 or TPIDR_EL2 by the exception level (CurrentEL bits 3:2), gp or
/// $r21, which point to the middle of what a signed 12-bit offset reaches.
inline uintptr_t hardware_base() {
#if defined(__x86_64__)
  uint32_t low;
  uint32_t high;
  asm volatile("rdmsr" : "=a"(low), "=d"(high) : "c"(0xc000'0101));
  return uint64_t{high} << 32 | low;
#elif defined(__aarch64__)
  uintptr_t level;
  uintptr_t base;
  asm volatile("mrs %0, CurrentEL" : "=r"(level));
  if (level >> 2 == 2) {
    asm volatile("mrs %0, tpidr_el2" : "=r"(base));
  } else {
    asm volatile("mrs %0, tpidr_el1" : "=r"(base));
  }
  return base;
#elif defined(__riscv)
  uintptr_t middle;
  asm volatile("mv %0, gp" : "=r"(middle));
  return middle - 2048;
#elif defined(__loongarch__)
  uintptr_t middle;
  asm volatile("move %0, $r21" : "=r"(middle));
  return middle - 2048;
#endif
}

}  // namespace percpu_tests

#endif  // PERCPU_TESTS_KERNEL_HARDWARE_H_
