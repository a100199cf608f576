// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The register that leads to the current CPU's area: GS_BASE. It holds the
// area's base.
//
//   write_register(register_of(area_base(cpu)));   // once on each CPU
//   uintptr_t base = base_of(read_register());

#ifndef PERCPU_ARCH_X86_64_REGISTER_H_
#define PERCPU_ARCH_X86_64_REGISTER_H_

#include <stdint.h>

namespace percpu::arch {

inline constexpr char kRegisterName[] = "GS_BASE";

/// IA32_GS_BASE (Intel SDM volume 4, table "IA-32 Architectural MSRs";
/// AMD64 APM volume 2, GS.Base).
inline constexpr uint32_t kIa32GsBase = 0xc000'0101;

/// Returns what the register holds while the area at `base` is the current
/// CPU's.
constexpr uintptr_t register_of(uintptr_t base) { return base; }

/// Returns the base of the area that a register's value leads to.
constexpr uintptr_t base_of(uintptr_t register_value) { return register_value; }

/// Returns what the register holds, also before it was set. Needs ring 0. Costs
/// one `rdmsr`; accesses never use it.
[[gnu::always_inline]] inline uintptr_t read_register() {
  uint32_t low;
  uint32_t high;
  asm volatile("rdmsr" : "=a"(low), "=d"(high) : "c"(kIa32GsBase) : "memory");
  return (static_cast<uint64_t>(high) << 32) | low;
}

/// Makes another area the current CPU's. Needs ring 0. Loading a selector into
/// %gs afterwards clears the register again (Intel SDM volume 3, section
/// "Segment Loading Instructions in IA-32e Mode").
[[gnu::always_inline]] inline void write_register(uintptr_t register_value) {
  asm volatile("wrmsr"
               :
               : "a"(static_cast<uint32_t>(register_value)),
                 "d"(static_cast<uint32_t>(register_value >> 32)),
                 "c"(kIa32GsBase)
               : "memory");
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_X86_64_REGISTER_H_
