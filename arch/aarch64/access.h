// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Access to the current CPU's copy of a variable: TPIDR_ELx + offset, where
// the offset is the variable's VMA.
//
//   uint64_t n = load<uint64_t, &storage, Placement::kPlain>();
//   add<uint64_t, &storage, Placement::kHot>(1);
//
// Range (AAELF64, section "Static AArch64 relocations"):
//   hot    4 KiB, `:lo12:`, which wraps silently: the linker fragment checks
//   plain  64 KiB, `:abs_g0:`, checked by the linker; symbol_vma and
//          current_address reach 4 GiB

#ifndef PERCPU_ARCH_AARCH64_ACCESS_H_
#define PERCPU_ARCH_AARCH64_ACCESS_H_

#include <stdint.h>

#include "percpu_arch/placement.h"
#include "percpu_arch/register.h"

namespace percpu::arch {

template <auto kStorage>
[[gnu::always_inline]] inline uintptr_t symbol_vma() {
  uintptr_t result;
  asm("movz %[result], #:abs_g1:%[variable]\n\t"
      "movk %[result], #:abs_g0_nc:%[variable]"
      : [result] "=r"(result)
      : [variable] "S"(kStorage));
  return result;
}

template <auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline uintptr_t current_address() {
  if constexpr (kPlacement == Placement::kPlain) {
    return read_base() + symbol_vma<kStorage>();
  } else {
    uintptr_t result;
    asm volatile("mrs %[result], " PERCPU_ARCH_REGISTER
                 "\n\t"
                 "add %[result], %[result], :lo12:%[variable]"
                 : [result] "=r"(result)
                 : [variable] "S"(kStorage)
                 : "memory");
    return result;
  }
}

}  // namespace percpu::arch

// Macros, because assembler text is put together from string literals; what
// each gives stands in operations.h.
#define PERCPU_BEGIN ""
#define PERCPU_END ""
#define PERCPU_SYMBOL "S"
#define PERCPU_HOT_SETUP "mrs %[base], " PERCPU_ARCH_REGISTER "\n\t"
#define PERCPU_HOT_LOAD(size, reg) \
  PERCPU_LDR_##size "[" reg "], [%[base], :lo12:%[variable]]\n\t"
#define PERCPU_HOT_STORE(size, reg) \
  PERCPU_STR_##size "[" reg "], [%[base], :lo12:%[variable]]\n\t"
#define PERCPU_PLAIN_SETUP                   \
  "movz %[offset], #:abs_g0:%[variable]\n\t" \
  "mrs %[base], " PERCPU_ARCH_REGISTER "\n\t"
#define PERCPU_PLAIN_LOAD(size, reg) \
  PERCPU_LDR_##size "[" reg "], [%[base], %[offset]]\n\t"
#define PERCPU_PLAIN_STORE(size, reg) \
  PERCPU_STR_##size "[" reg "], [%[base], %[offset]]\n\t"
#define PERCPU_COMBINE(size, mnemonic)                          \
  mnemonic " " PERCPU_REG_##size "[result], " PERCPU_REG_##size \
      "[old], " PERCPU_REG_##size "[operand]\n\t"
#define PERCPU_ADD "add"
#define PERCPU_AND "and"
#define PERCPU_OR "orr"
#define PERCPU_XOR "eor"
#define PERCPU_STEP(size, constant)                                           \
  "add " PERCPU_REG_##size "[result], " PERCPU_REG_##size "[old], #" constant \
                                                          "\n\t"
#define PERCPU_UNLESS_EQUAL(size, label)               \
  "cmp " PERCPU_REG_##size "[old], " PERCPU_REG_##size \
      "[expected]\n\t"                                 \
      "b.ne " label "\n\t"
#define PERCPU_REG_8 "%w"
#define PERCPU_REG_16 "%w"
#define PERCPU_REG_32 "%w"
#define PERCPU_REG_64 "%x"
#define PERCPU_LDR_8 "ldrb %w"
#define PERCPU_LDR_16 "ldrh %w"
#define PERCPU_LDR_32 "ldr %w"
#define PERCPU_LDR_64 "ldr %x"
#define PERCPU_STR_8 "strb %w"
#define PERCPU_STR_16 "strh %w"
#define PERCPU_STR_32 "str %w"
#define PERCPU_STR_64 "str %x"

#include "percpu_arch/operations.h"

#endif  // PERCPU_ARCH_AARCH64_ACCESS_H_
