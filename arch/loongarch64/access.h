// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Access to the current CPU's copy of a variable: $r21 + offset, where the
// offset is the variable's VMA.
//
//   uint64_t n = load<uint64_t, &storage, Placement::kPlain>();
//   add<uint64_t, &storage, Placement::kHot>(1);
//
// Range (LoongArch psABI, section "ELF Relocations"):
//   hot    2 KiB, a lone `%pc_lo12`, which wraps silently: the linker fragment
//          checks
//   plain  2 GiB, `%abs_hi20` and `%abs_lo12`

#ifndef PERCPU_ARCH_LOONGARCH64_ACCESS_H_
#define PERCPU_ARCH_LOONGARCH64_ACCESS_H_

#include <stdint.h>

#include "percpu_arch/placement.h"

namespace percpu::arch {

template <auto kStorage>
[[gnu::always_inline]] inline uintptr_t symbol_vma() {
  uintptr_t result;
  asm("lu12i.w %[result], %%abs_hi20(%[variable])\n\t"
      "ori %[result], %[result], %%abs_lo12(%[variable])"
      : [result] "=r"(result)
      : [variable] "i"(kStorage));
  return result;
}

template <auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline uintptr_t current_address() {
  uintptr_t result;
  if constexpr (kPlacement == Placement::kPlain) {
    asm volatile(
        "lu12i.w %[result], %%abs_hi20(%[variable])\n\t"
        "ori %[result], %[result], %%abs_lo12(%[variable])\n\t"
        "add.d %[result], %[result], $r21"
        : [result] "=r"(result)
        : [variable] "i"(kStorage)
        : "memory");
  } else {
    asm volatile("addi.d %[result], $r21, %%pc_lo12(%[variable])"
                 : [result] "=r"(result)
                 : [variable] "i"(kStorage)
                 : "memory");
  }
  return result;
}

}  // namespace percpu::arch

// Macros, because assembler text is put together from string literals; what
// each gives stands in operations.h.
#define PERCPU_BEGIN ""
#define PERCPU_END ""
#define PERCPU_SYMBOL "i"
#define PERCPU_HOT_SETUP ""
#define PERCPU_HOT_LOAD(size, reg) \
  "ld." PERCPU_L_##size " %[" reg "], $r21, %%pc_lo12(%[variable])\n\t"
#define PERCPU_HOT_STORE(size, reg) \
  "st." PERCPU_S_##size " %[" reg "], $r21, %%pc_lo12(%[variable])\n\t"
#define PERCPU_PLAIN_SETUP                         \
  "lu12i.w %[offset], %%abs_hi20(%[variable])\n\t" \
  "ori %[offset], %[offset], %%abs_lo12(%[variable])\n\t"
#define PERCPU_PLAIN_LOAD(size, reg) \
  "ldx." PERCPU_L_##size " %[" reg "], %[offset], $r21\n\t"
#define PERCPU_PLAIN_STORE(size, reg) \
  "stx." PERCPU_S_##size " %[" reg "], %[offset], $r21\n\t"
#define PERCPU_COMBINE(size, mnemonic) \
  mnemonic " %[result], %[old], %[operand]\n\t"
#define PERCPU_ADD "add.d"
#define PERCPU_AND "and"
#define PERCPU_OR "or"
#define PERCPU_XOR "xor"
#define PERCPU_STEP(size, constant) "addi.d %[result], %[old], " constant "\n\t"
#define PERCPU_UNLESS_EQUAL(size, label) \
  "bne %[old], %[expected], " label "\n\t"
#define PERCPU_L_8 "bu"
#define PERCPU_L_16 "hu"
#define PERCPU_L_32 "w"
#define PERCPU_L_64 "d"
#define PERCPU_S_8 "b"
#define PERCPU_S_16 "h"
#define PERCPU_S_32 "w"
#define PERCPU_S_64 "d"

#include "percpu_arch/operations.h"

#endif  // PERCPU_ARCH_LOONGARCH64_ACCESS_H_
