// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Access to the current CPU's copy of a variable: TPIDR_ELx + offset, where
// the offset is the variable's VMA.
//
//   uint64_t n = load<uint64_t, &storage, Placement::kPlain>();
//   add<uint64_t, &storage, Placement::kHot>(1);
//
// Range (AAELF64, section "Static AArch64 relocations"):
//   hot    4 KiB, `:lo12:`, which wraps silently: the linker fragment checks.
//          The scaled offset of an 8-byte load reaches 32 KiB, but no
//          relocation fills more than bits 0 to 11 of it
//   plain  64 KiB, `:abs_g0:`, checked by the linker
//   far    4 GiB, `:abs_g1:` and `:abs_g0_nc:`

#ifndef PERCPU_ARCH_AARCH64_ACCESS_H_
#define PERCPU_ARCH_AARCH64_ACCESS_H_

#include <stddef.h>
#include <stdint.h>

#include "percpu_arch/register.h"

namespace percpu::arch {

/// The size of the hot part of an area, in bytes, as in linker/BUILD.
inline constexpr size_t kHotLimit = 4096;

template <auto kStorage>
[[gnu::always_inline]] inline uintptr_t symbol_vma() {
  uintptr_t result;
  asm("movz %[result], #:abs_g1:%[variable]\n\t"
      "movk %[result], #:abs_g0_nc:%[variable]"
      : [result] "=r"(result)
      : [variable] "S"(kStorage));
  return result;
}

}  // namespace percpu::arch

// Macros, because assembler text is put together from string literals; what
// each gives stands in operations.h.
#define PERCPU_SYMBOL "S"
#define PERCPU_BEGIN ""
#define PERCPU_END ""
#define PERCPU_SELF "%[base]"
#define PERCPU_SELF_OPERAND(base) "r"(base)
#define PERCPU_SELF_MEMORY(base) *reinterpret_cast<const char*>(base)
#define PERCPU_READ_SELF "mrs %[base], " PERCPU_ARCH_REGISTER "\n\t"

#define PERCPU_HOT_BEGIN PERCPU_SEQUENCE_BEGIN
#define PERCPU_HOT_END PERCPU_SEQUENCE_END
#define PERCPU_HOT_OPERAND(offset) "n"(0)
#define PERCPU_HOT_OFFSET(base) ""
#define PERCPU_HOT_ADDRESS(base) \
  "add %[result], " base ", :lo12:%[variable]\n\t"
#define PERCPU_HOT_LOAD(size, value) \
  PERCPU_LDR_##size "[" value "], [%[base], :lo12:%[variable]]\n\t"
#define PERCPU_HOT_STORE(size, value) \
  PERCPU_STR_##size "[" value "], [%[base], :lo12:%[variable]]\n\t"

#define PERCPU_PLAIN_BEGIN PERCPU_SEQUENCE_BEGIN
#define PERCPU_PLAIN_END PERCPU_SEQUENCE_END
#define PERCPU_PLAIN_OPERAND(offset) "r"(offset)
#define PERCPU_PLAIN_OFFSET(base) "movz %[offset], #:abs_g0:%[variable]\n\t"
#define PERCPU_PLAIN_ADDRESS(base) "add %[result], " base ", %[offset]\n\t"
#define PERCPU_PLAIN_LOAD(size, value) \
  PERCPU_LDR_##size "[" value "], [%[base], %[offset]]\n\t"
#define PERCPU_PLAIN_STORE(size, value) \
  PERCPU_STR_##size "[" value "], [%[base], %[offset]]\n\t"

#define PERCPU_FAR_BEGIN PERCPU_SEQUENCE_BEGIN
#define PERCPU_FAR_END PERCPU_SEQUENCE_END
#define PERCPU_FAR_OPERAND(offset) PERCPU_PLAIN_OPERAND(offset)
#define PERCPU_FAR_OFFSET(base)              \
  "movz %[offset], #:abs_g1:%[variable]\n\t" \
  "movk %[offset], #:abs_g0_nc:%[variable]\n\t"
#define PERCPU_FAR_ADDRESS(base) PERCPU_PLAIN_ADDRESS(base)
#define PERCPU_FAR_LOAD(size, value) PERCPU_PLAIN_LOAD(size, value)
#define PERCPU_FAR_STORE(size, value) PERCPU_PLAIN_STORE(size, value)

#define PERCPU_LOADED_32 uint32_t
#define PERCPU_COMBINE(size, mnemonic, to, from)                \
  mnemonic " " PERCPU_REG_##size "[" to "], " PERCPU_REG_##size \
      "[" from "], " PERCPU_REG_##size "[operand]\n\t"
#define PERCPU_ADD "add"
#define PERCPU_SUB "sub"
#define PERCPU_AND "and"
#define PERCPU_OR "orr"
#define PERCPU_XOR "eor"
#define PERCPU_STEP(size, constant, to, from)             \
  "add " PERCPU_REG_##size "[" to "], " PERCPU_REG_##size \
      "[" from "], #" constant "\n\t"
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
