// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Access to the current CPU's copy of a variable: $r21 + offset - 2048, where
// the offset is the variable's VMA and $r21 points 2048 bytes into the area
// (register.h).
//
//   uint64_t n = load<uint64_t, &storage, Placement::kPlain>();
//   add<uint64_t, &storage, Placement::kHot>(1);
//
// Range (LoongArch psABI, section "ELF Relocations"):
//   hot         4 KiB, a lone `%pc_lo12`, which wraps silently: the linker
//               fragment checks
//   plain, far  2 GiB, `%abs_hi20` and `%abs_lo12`

#ifndef PERCPU_ARCH_LOONGARCH64_ACCESS_H_
#define PERCPU_ARCH_LOONGARCH64_ACCESS_H_

#include <stddef.h>
#include <stdint.h>

#include "percpu_arch/register.h"

namespace percpu::arch {

static_assert(kRegisterBias == 2048, "PERCPU_BIASED has the number as text");

/// The size of the hot part of an area, in bytes, as in linker/BUILD.
inline constexpr size_t kHotLimit = 4096;

template <auto kStorage>
[[gnu::always_inline]] inline uintptr_t symbol_vma() {
  uintptr_t result;
  asm("lu12i.w %[result], %%abs_hi20(%[variable])\n\t"
      "ori %[result], %[result], %%abs_lo12(%[variable])"
      : [result] "=r"(result)
      : [variable] "i"(kStorage));
  return result;
}

}  // namespace percpu::arch

// Macros, because assembler text is put together from string literals; what
// each gives stands in operations.h.
#define PERCPU_SYMBOL "i"
#define PERCPU_BEGIN ""
#define PERCPU_END ""
#define PERCPU_SELF "$r21"
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
  "addi.d %[result], " base ", %%pc_lo12(" PERCPU_BIASED ")\n\t"
#define PERCPU_HOT_LOAD(size, value)                                    \
  "ld." PERCPU_L_##size " %[" value "], $r21, %%pc_lo12(" PERCPU_BIASED \
                        ")\n"                                           \
                        "\t"
#define PERCPU_HOT_STORE(size, value)                                   \
  "st." PERCPU_S_##size " %[" value "], $r21, %%pc_lo12(" PERCPU_BIASED \
                        ")\n"                                           \
                        "\t"

#define PERCPU_PLAIN_BEGIN PERCPU_SEQUENCE_BEGIN
#define PERCPU_PLAIN_END PERCPU_SEQUENCE_END
#define PERCPU_PLAIN_OPERAND(offset) "r"(offset)
#define PERCPU_PLAIN_OFFSET(base)                \
  "lu12i.w %[offset], %%abs_hi20(" PERCPU_BIASED \
  ")\n\t"                                        \
  "ori %[offset], %[offset], %%abs_lo12(" PERCPU_BIASED ")\n\t"
#define PERCPU_PLAIN_ADDRESS(base) "add.d %[result], %[offset], " base "\n\t"
#define PERCPU_PLAIN_LOAD(size, value) \
  "ldx." PERCPU_L_##size " %[" value "], %[offset], $r21\n\t"
#define PERCPU_PLAIN_STORE(size, value) \
  "stx." PERCPU_S_##size " %[" value "], %[offset], $r21\n\t"

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
#define PERCPU_ADD "add.d"
#define PERCPU_SUB "sub.d"
#define PERCPU_AND "and"
#define PERCPU_OR "or"
#define PERCPU_XOR "xor"
#define PERCPU_STEP(size, constant, to, from) \
  "addi.d %[" to "], %[" from "], " constant "\n\t"
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
