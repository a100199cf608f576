// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The register that holds the base of the current CPU's area: GS_BASE.
//
//   write_base(area_base(cpu));      // once on each CPU
//   uintptr_t base = read_base();

#ifndef PERCPU_ARCH_X86_64_REGISTER_H_
#define PERCPU_ARCH_X86_64_REGISTER_H_

#include <stdint.h>

namespace percpu::arch {

inline constexpr char kRegisterName[] = "GS_BASE";

/// IA32_GS_BASE (Intel SDM volume 4, table 2-2; AMD64 APM volume 2, GS.Base).
inline constexpr uint32_t kIa32GsBase = 0xc000'0101;

/// Returns the base of the current CPU's area: what the register holds, also
/// before it was set. Needs ring 0. Costs one `rdmsr`; accesses never use it.
[[gnu::always_inline]] inline uintptr_t read_base() {
  uint32_t low;
  uint32_t high;
  asm volatile("rdmsr" : "=a"(low), "=d"(high) : "c"(kIa32GsBase) : "memory");
  return (static_cast<uint64_t>(high) << 32) | low;
}

/// Makes `base` the current CPU's area. Needs ring 0. Loading a selector into
/// %gs afterwards clears it again (Intel SDM volume 3, section 3.4.4).
[[gnu::always_inline]] inline void write_base(uintptr_t base) {
  asm volatile("wrmsr"
               :
               : "a"(static_cast<uint32_t>(base)),
                 "d"(static_cast<uint32_t>(base >> 32)), "c"(kIa32GsBase)
               : "memory");
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_X86_64_REGISTER_H_
