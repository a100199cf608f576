// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Access to the current CPU's copy of a variable: gp + offset, where the
// offset is the variable's VMA.
//
//   uint64_t n = load<uint64_t, &storage, Placement::kPlain>();
//   add<uint64_t, &storage, Placement::kHot>(1);
//
// Range (RISC-V psABI, section "Absolute Addresses"):
//   hot    2 KiB, a lone `%lo`, which wraps silently: the linker fragment
//          checks
//   plain  2 GiB, `%hi` and `%lo`
// Linker relaxation must not see the texts: with a high part of 0 it replaces
// gp by x0, and the access goes to absolute address 0.

#ifndef PERCPU_ARCH_RISCV64_ACCESS_H_
#define PERCPU_ARCH_RISCV64_ACCESS_H_

#include <stdint.h>

#include "percpu_arch/placement.h"

// Macros, because assembler text is put together from string literals; what
// each gives stands in operations.h.
#define PERCPU_BEGIN ".option push\n\t.option norelax\n\t"
#define PERCPU_END ".option pop"

namespace percpu::arch {

template <auto kStorage>
[[gnu::always_inline]] inline uintptr_t symbol_vma() {
  uintptr_t result;
  asm(PERCPU_BEGIN
      "lui %[result], %%hi(%[variable])\n\t"
      "addi %[result], %[result], %%lo(%[variable])\n\t" PERCPU_END
      : [result] "=r"(result)
      : [variable] "i"(kStorage));
  return result;
}

template <auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline uintptr_t current_address() {
  uintptr_t result;
  if constexpr (kPlacement == Placement::kPlain) {
    asm volatile(PERCPU_BEGIN
                 "lui %[result], %%hi(%[variable])\n\t"
                 "add %[result], %[result], gp\n\t"
                 "addi %[result], %[result], %%lo(%[variable])\n\t" PERCPU_END
                 : [result] "=r"(result)
                 : [variable] "i"(kStorage)
                 : "memory");
  } else {
    asm volatile(PERCPU_BEGIN
                 "addi %[result], gp, %%lo(%[variable])\n\t" PERCPU_END
                 : [result] "=r"(result)
                 : [variable] "i"(kStorage)
                 : "memory");
  }
  return result;
}

}  // namespace percpu::arch

#define PERCPU_SYMBOL "i"
#define PERCPU_HOT_SETUP ""
#define PERCPU_HOT_LOAD(size, reg) \
  PERCPU_L_##size " %[" reg "], %%lo(%[variable])(gp)\n\t"
#define PERCPU_HOT_STORE(size, reg) \
  PERCPU_S_##size " %[" reg "], %%lo(%[variable])(gp)\n\t"
#define PERCPU_PLAIN_SETUP             \
  "lui %[base], %%hi(%[variable])\n\t" \
  "add %[base], %[base], gp\n\t"
#define PERCPU_PLAIN_LOAD(size, reg) \
  PERCPU_L_##size " %[" reg "], %%lo(%[variable])(%[base])\n\t"
#define PERCPU_PLAIN_STORE(size, reg) \
  PERCPU_S_##size " %[" reg "], %%lo(%[variable])(%[base])\n\t"
#define PERCPU_COMBINE(size, mnemonic) \
  mnemonic " %[result], %[old], %[operand]\n\t"
#define PERCPU_ADD "add"
#define PERCPU_AND "and"
#define PERCPU_OR "or"
#define PERCPU_XOR "xor"
#define PERCPU_STEP(size, constant) "addi %[result], %[old], " constant "\n\t"
#define PERCPU_UNLESS_EQUAL(size, label) \
  "bne %[old], %[expected], " label "\n\t"
#define PERCPU_L_8 "lbu"
#define PERCPU_L_16 "lhu"
#define PERCPU_L_32 "lw"
#define PERCPU_L_64 "ld"
#define PERCPU_S_8 "sb"
#define PERCPU_S_16 "sh"
#define PERCPU_S_32 "sw"
#define PERCPU_S_64 "sd"

#include "percpu_arch/operations.h"

#endif  // PERCPU_ARCH_RISCV64_ACCESS_H_
