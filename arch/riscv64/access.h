// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Access to the current CPU's copy of a variable: gp + offset - 2048, where
// the offset is the variable's VMA and gp points 2048 bytes into the area
// (register.h).
//
//   uint64_t n = load<uint64_t, &storage, Placement::kPlain>();
//   add<uint64_t, &storage, Placement::kHot>(1);
//
// Range (RISC-V psABI, section "Absolute Addresses"):
//   hot         4 KiB, a lone `%lo`, which wraps silently: the linker fragment
//               checks
//   plain, far  2 GiB, `%hi` and `%lo`
// Linker relaxation must not see the texts: with a high part of 0 it replaces
// gp by x0, and the access goes to absolute address 0.

#ifndef PERCPU_ARCH_RISCV64_ACCESS_H_
#define PERCPU_ARCH_RISCV64_ACCESS_H_

#include <stddef.h>
#include <stdint.h>

#include "percpu_arch/register.h"

// Macros, because assembler text is put together from string literals; what
// each gives stands in operations.h.
#define PERCPU_BEGIN ".option push\n\t.option norelax\n\t"
#define PERCPU_END ".option pop"

namespace percpu::arch {

static_assert(kRegisterBias == 2048, "PERCPU_BIASED has the number as text");

/// The size of the hot part of an area, in bytes, as in linker/BUILD.
inline constexpr size_t kHotLimit = 4096;

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

}  // namespace percpu::arch

#define PERCPU_SYMBOL "i"
#define PERCPU_SELF "gp"
#define PERCPU_SELF_OPERAND(base) "n"(0)
// Address 0, because it occupies no register; nothing is read there.
#define PERCPU_SELF_MEMORY(base) *reinterpret_cast<const char*>(uintptr_t{0})
#define PERCPU_READ_SELF ""
#define PERCPU_BIASED "%[variable]-2048"

#define PERCPU_HOT_BEGIN PERCPU_BEGIN
#define PERCPU_HOT_END PERCPU_END
#define PERCPU_HOT_OPERAND(offset) "n"(0)
#define PERCPU_HOT_OFFSET(base) ""
#define PERCPU_HOT_ADDRESS(base) \
  "addi %[result], " base ", %%lo(" PERCPU_BIASED ")\n\t"
#define PERCPU_HOT_LOAD(size, value) \
  PERCPU_L_##size " %[" value "], %%lo(" PERCPU_BIASED ")(gp)\n\t"
#define PERCPU_HOT_STORE(size, value) \
  PERCPU_S_##size " %[" value "], %%lo(" PERCPU_BIASED ")(gp)\n\t"

#define PERCPU_PLAIN_BEGIN PERCPU_SEQUENCE_BEGIN
#define PERCPU_PLAIN_END PERCPU_SEQUENCE_END
#define PERCPU_PLAIN_OPERAND(offset) "r"(offset)
#define PERCPU_PLAIN_OFFSET(base)      \
  "lui %[offset], %%hi(" PERCPU_BIASED \
  ")\n\t"                              \
  "add %[offset], %[offset], " base "\n\t"
#define PERCPU_PLAIN_ADDRESS(base) \
  "addi %[result], %[offset], %%lo(" PERCPU_BIASED ")\n\t"
#define PERCPU_PLAIN_LOAD(size, value) \
  PERCPU_L_##size " %[" value "], %%lo(" PERCPU_BIASED ")(%[offset])\n\t"
#define PERCPU_PLAIN_STORE(size, value) \
  PERCPU_S_##size " %[" value "], %%lo(" PERCPU_BIASED ")(%[offset])\n\t"

#define PERCPU_FAR_BEGIN PERCPU_SEQUENCE_BEGIN
#define PERCPU_FAR_END PERCPU_SEQUENCE_END
#define PERCPU_FAR_OPERAND(offset) PERCPU_PLAIN_OPERAND(offset)
#define PERCPU_FAR_OFFSET(base) PERCPU_PLAIN_OFFSET(base)
#define PERCPU_FAR_ADDRESS(base) PERCPU_PLAIN_ADDRESS(base)
#define PERCPU_FAR_LOAD(size, value) PERCPU_PLAIN_LOAD(size, value)
#define PERCPU_FAR_STORE(size, value) PERCPU_PLAIN_STORE(size, value)

#define PERCPU_LOADED_32 int32_t
#define PERCPU_COMBINE(size, mnemonic, to, from) \
  mnemonic " %[" to "], %[" from "], %[operand]\n\t"
#define PERCPU_ADD "add"
#define PERCPU_SUB "sub"
#define PERCPU_AND "and"
#define PERCPU_OR "or"
#define PERCPU_XOR "xor"
#define PERCPU_STEP(size, constant, to, from) \
  "addi %[" to "], %[" from "], " constant "\n\t"
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
