// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The operations of arch/README.md through GS_BASE, each one instruction with
// a %gs operand, or a loop around one. Included by the two access.h that reach
// their variables this way, which first say how a symbol is written:
//
//   PERCPU_GS(operand)         the operand's memory, relative to GS_BASE
//   PERCPU_GS_REACHES_SYMBOLS  whether that is how the compiler writes it too
//   PERCPU_GS_LOAD_VMA         puts the VMA of [variable] into [result]
//   PERCPU_GS_ADDRESS          puts its address into [result], where [base] is
//                              what GS_BASE holds
//
// One instruction can be neither preempted nor migrated half-way. Every
// operation counts as access to any memory for the compiler, because the same
// variable may be reached through a pointer too.

#ifndef PERCPU_ARCH_GS_OPERATIONS_H_
#define PERCPU_ARCH_GS_OPERATIONS_H_

#include <stddef.h>
#include <stdint.h>

#include "percpu_arch/gs_base.h"
#include "percpu_arch/narrow.h"
#include "percpu_arch/placement.h"

namespace percpu::arch {

/// The size of the hot part of an area, in bytes: every access is as short.
inline constexpr size_t kHotLimit = SIZE_MAX;

template <auto kStorage>
[[gnu::always_inline]] inline uintptr_t symbol_vma() {
  uintptr_t result;
  asm(PERCPU_GS_LOAD_VMA : [result] "=r"(result) : [variable] "i"(kStorage));
  return result;
}

template <auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline uintptr_t address_in(uintptr_t register_value) {
  uintptr_t result;
  asm(PERCPU_GS_ADDRESS
      : [result] "=&r"(result)
      : [base] "r"(register_value), [variable] "i"(kStorage));
  return result;
}

template <auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline uintptr_t current_address() {
  uintptr_t result;
  asm volatile(PERCPU_GS_LOAD_VMA "\n\taddq " PERCPU_GS(gs_base) ", %[result]"
               : [result] "=&r"(result)
               : [variable] "i"(kStorage), [gs_base] "i"(&percpu_gs_base)
               : "memory", "cc");
  return result;
}

// Macros, because assembler text is put together from string literals:
// STATEMENT(text) with the mnemonic's AT&T suffix for U's size.
#define PERCPU_GS_BY_SIZE(STATEMENT, mnemonic) \
  if constexpr (sizeof(U) == 1) {              \
    STATEMENT(mnemonic "b");                   \
  } else if constexpr (sizeof(U) == 2) {       \
    STATEMENT(mnemonic "w");                   \
  } else if constexpr (sizeof(U) == 4) {       \
    STATEMENT(mnemonic "l");                   \
  } else {                                     \
    static_assert(sizeof(U) == 8);             \
    STATEMENT(mnemonic "q");                   \
  }

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline U load() {
  // A part of a register would keep the rest of it alive.
#define PERCPU_GS_LOAD(instruction)                             \
  asm volatile(instruction " " PERCPU_GS(variable) ", %[value]" \
               : [value] "=r"(value)                            \
               : [variable] "i"(kStorage)                       \
               : "memory")
  if constexpr (sizeof(U) == 8) {
    uint64_t value;
    PERCPU_GS_LOAD("movq");
    return value;
  } else {
    uint32_t value;
    if constexpr (sizeof(U) == 1) {
      PERCPU_GS_LOAD("movzbl");
    } else if constexpr (sizeof(U) == 2) {
      PERCPU_GS_LOAD("movzwl");
    } else {
      PERCPU_GS_LOAD("movl");
    }
    return narrow<U, U>(value);
  }
#undef PERCPU_GS_LOAD
}

// The variable becomes `variable <mnemonic> operand`. Constraint "e" is an
// immediate that fits the instruction's sign-extended 32-bit field.
#define PERCPU_GS_COMBINE(instruction)                             \
  asm volatile(instruction " %[operand], " PERCPU_GS(variable)     \
               :                                                   \
               : [operand] "re"(operand), [variable] "i"(kStorage) \
               : "memory", "cc")
#define PERCPU_GS_OPERATION(name, mnemonic)                  \
  template <typename U, auto kStorage, Placement kPlacement> \
  [[gnu::always_inline]] inline void name(U operand) {       \
    PERCPU_GS_BY_SIZE(PERCPU_GS_COMBINE, mnemonic)           \
  }
PERCPU_GS_OPERATION(store, "mov")
PERCPU_GS_OPERATION(sub, "sub")
PERCPU_GS_OPERATION(bit_and, "and")
PERCPU_GS_OPERATION(bit_or, "or")
PERCPU_GS_OPERATION(bit_xor, "xor")
#undef PERCPU_GS_OPERATION

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline void add(U operand) {
  // inc and dec need no immediate: a byte less than add.
#define PERCPU_GS_STEP(instruction)                \
  asm volatile(instruction " " PERCPU_GS(variable) \
               :                                   \
               : [variable] "i"(kStorage)          \
               : "memory", "cc")
  if (__builtin_constant_p(operand) && operand == 1) {
    PERCPU_GS_BY_SIZE(PERCPU_GS_STEP, "inc")
  } else if (__builtin_constant_p(operand) && operand == static_cast<U>(-1)) {
    PERCPU_GS_BY_SIZE(PERCPU_GS_STEP, "dec")
  } else {
    PERCPU_GS_BY_SIZE(PERCPU_GS_COMBINE, "add")
  }
#undef PERCPU_GS_STEP
}
#undef PERCPU_GS_COMBINE

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline U fetch_add(U operand) {
#define PERCPU_GS_EXCHANGE_ADD(instruction)                    \
  asm volatile(instruction " %[operand], " PERCPU_GS(variable) \
               : [operand] "+r"(operand)                       \
               : [variable] "i"(kStorage)                      \
               : "memory", "cc")
  PERCPU_GS_BY_SIZE(PERCPU_GS_EXCHANGE_ADD, "xadd")
#undef PERCPU_GS_EXCHANGE_ADD
  return operand;
}

/// Returns whether the variable held `expected`: it now holds `desired`. If
/// not, `expected` becomes what it holds. Without the lock prefix: no other CPU
/// takes part.
template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline bool compare_exchange(U& expected, U desired) {
  bool is_equal;
#define PERCPU_GS_COMPARE_EXCHANGE(instruction)                   \
  asm volatile(instruction " %[desired], " PERCPU_GS(variable)    \
               : "+a"(expected), "=@cce"(is_equal)                \
               : [desired] "r"(desired), [variable] "i"(kStorage) \
               : "memory")
  PERCPU_GS_BY_SIZE(PERCPU_GS_COMPARE_EXCHANGE, "cmpxchg")
#undef PERCPU_GS_COMPARE_EXCHANGE
  return is_equal;
}

/// A loop around cmpxchg, because xchg with memory always locks the bus
/// (Intel SDM volume 2, XCHG).
template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline U exchange(U desired) {
  U old = load<U, kStorage, kPlacement>();
  while (!compare_exchange<U, kStorage, kPlacement>(old, desired)) {
  }
  return old;
}
#undef PERCPU_GS_BY_SIZE

}  // namespace percpu::arch

#include "percpu_arch/pinned_operations.h"

#endif  // PERCPU_ARCH_GS_OPERATIONS_H_
