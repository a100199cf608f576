// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The operations of arch/README.md on an architecture that loads, computes and
// stores in separate instructions. Included by the access.h of each, which
// first gives the assembler text, as string literals. SIZE is the token 8, 16,
// 32 or 64; PLACEMENT is PERCPU_HOT or PERCPU_PLAIN.
//
//   PERCPU_SYMBOL                     the constraint of a symbol's address
//   PLACEMENT_SETUP                   prepares [base] and [offset]
//   PLACEMENT_LOAD(SIZE, register)    loads, zero-extending 8 and 16 bits
//   PLACEMENT_STORE(SIZE, register)
//   PERCPU_COMBINE(SIZE, mnemonic)    [result] = [old] mnemonic [operand]
//   PERCPU_ADD, PERCPU_AND, PERCPU_OR, PERCPU_XOR   the mnemonics
//   PERCPU_STEP(SIZE, constant)       [result] = [old] + constant
//   PERCPU_UNLESS_EQUAL(SIZE, label)  goes to label unless [old] == [expected]
//   PERCPU_BEGIN, PERCPU_END          around every text
//
// A sequence has one store, which comes last. Preempted in between, it acts on
// the area of the CPU that it started on: the caller holds a guard. Every
// operation counts as access to any memory for the compiler, because the same
// variable may be reached through a pointer too.

#ifndef PERCPU_ARCH_LOAD_STORE_OPERATIONS_H_
#define PERCPU_ARCH_LOAD_STORE_OPERATIONS_H_

#include <stdint.h>

#include "percpu_arch/placement.h"

namespace percpu::arch {

// Macros, because assembler text is put together from string literals.
//
// STATEMENT(PLACEMENT, SIZE, extra) for the function's placement and size.
#define PERCPU_BY_SIZE(STATEMENT, placement, extra) \
  if constexpr (sizeof(U) == 1) {                   \
    STATEMENT(placement, 8, extra);                 \
  } else if constexpr (sizeof(U) == 2) {            \
    STATEMENT(placement, 16, extra);                \
  } else if constexpr (sizeof(U) == 4) {            \
    STATEMENT(placement, 32, extra);                \
  } else {                                          \
    static_assert(sizeof(U) == 8);                  \
    STATEMENT(placement, 64, extra);                \
  }
#define PERCPU_BY_PLACEMENT(STATEMENT, extra)      \
  if constexpr (kPlacement == Placement::kHot) {   \
    PERCPU_BY_SIZE(STATEMENT, PERCPU_HOT, extra)   \
  } else {                                         \
    PERCPU_BY_SIZE(STATEMENT, PERCPU_PLAIN, extra) \
  }

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline U load() {
  U old;
  uintptr_t base;
  uintptr_t offset;
#define PERCPU_STATEMENT(placement, size, unused)                             \
  asm volatile(PERCPU_BEGIN placement##_SETUP placement##_LOAD(size, "old")   \
                   PERCPU_END                                                 \
               : [old] "=&r"(old), [base] "=&r"(base), [offset] "=&r"(offset) \
               : [variable] PERCPU_SYMBOL(kStorage)                           \
               : "memory")
  PERCPU_BY_PLACEMENT(PERCPU_STATEMENT, )
#undef PERCPU_STATEMENT
  return old;
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline void store(U value) {
  uintptr_t base;
  uintptr_t offset;
#define PERCPU_STATEMENT(placement, size, unused)                              \
  asm volatile(PERCPU_BEGIN placement##_SETUP placement##_STORE(size, "value") \
                   PERCPU_END                                                  \
               : [base] "=&r"(base), [offset] "=&r"(offset)                    \
               : [value] "r"(value), [variable] PERCPU_SYMBOL(kStorage)        \
               : "memory")
  PERCPU_BY_PLACEMENT(PERCPU_STATEMENT, )
#undef PERCPU_STATEMENT
}

// A load, `computation` of [result] from [old] and perhaps [operand], and a
// store of [result].
#define PERCPU_SEQUENCE(placement, size, computation, constraint, value) \
  asm volatile(                                                          \
      PERCPU_BEGIN placement##_SETUP placement##_LOAD(size, "old")       \
          computation placement##_STORE(size, "result") PERCPU_END       \
      : [old] "=&r"(old), [result] "=&r"(result), [base] "=&r"(base),    \
        [offset] "=&r"(offset)                                           \
      : [operand] constraint(value), [variable] PERCPU_SYMBOL(kStorage)  \
      : "memory")
#define PERCPU_COMBINED(placement, size, mnemonic) \
  PERCPU_SEQUENCE(placement, size, PERCPU_COMBINE(size, mnemonic), "r", operand)
#define PERCPU_STEPPED(placement, size, constant) \
  PERCPU_SEQUENCE(placement, size, PERCPU_STEP(size, #constant), "n", constant)

/// Returns what the variable held; it now holds that plus `operand`.
template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline U fetch_add(U operand) {
  U old;
  U result;
  uintptr_t base;
  uintptr_t offset;
  // A step of one is an immediate: an instruction less.
  if (__builtin_constant_p(operand) && operand == 1) {
    PERCPU_BY_PLACEMENT(PERCPU_STEPPED, 1)
  } else if (__builtin_constant_p(operand) && operand == static_cast<U>(-1)) {
    PERCPU_BY_PLACEMENT(PERCPU_STEPPED, -1)
  } else {
    PERCPU_BY_PLACEMENT(PERCPU_COMBINED, PERCPU_ADD)
  }
  return old;
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline void add(U operand) {
  fetch_add<U, kStorage, kPlacement>(operand);
}

#define PERCPU_BITWISE(name, mnemonic)                       \
  template <typename U, auto kStorage, Placement kPlacement> \
  [[gnu::always_inline]] inline void name(U operand) {       \
    U old;                                                   \
    U result;                                                \
    uintptr_t base;                                          \
    uintptr_t offset;                                        \
    PERCPU_BY_PLACEMENT(PERCPU_COMBINED, mnemonic)           \
  }
PERCPU_BITWISE(bit_and, PERCPU_AND)
PERCPU_BITWISE(bit_or, PERCPU_OR)
PERCPU_BITWISE(bit_xor, PERCPU_XOR)
#undef PERCPU_BITWISE
#undef PERCPU_STEPPED
#undef PERCPU_COMBINED
#undef PERCPU_SEQUENCE

/// Returns what the variable held; it now holds `desired`.
template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline U exchange(U desired) {
  U old;
  uintptr_t base;
  uintptr_t offset;
#define PERCPU_STATEMENT(placement, size, unused)                             \
  asm volatile(PERCPU_BEGIN placement##_SETUP placement##_LOAD(size, "old")   \
                   placement##_STORE(size, "desired") PERCPU_END              \
               : [old] "=&r"(old), [base] "=&r"(base), [offset] "=&r"(offset) \
               : [desired] "r"(desired), [variable] PERCPU_SYMBOL(kStorage)   \
               : "memory")
  PERCPU_BY_PLACEMENT(PERCPU_STATEMENT, )
#undef PERCPU_STATEMENT
  return old;
}

/// Returns what the variable held; it now holds `desired` where that was
/// `expected`.
template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline U compare_exchange(U expected, U desired) {
  // As a load leaves it in a register: 32 bits sign-extended, less than that
  // zero-extended.
  const uint64_t extended =
      sizeof(U) == 4
          ? static_cast<uint64_t>(int64_t{static_cast<int32_t>(expected)})
          : uint64_t{expected};
  U old;
  uintptr_t base;
  uintptr_t offset;
#define PERCPU_STATEMENT(placement, size, unused)                             \
  asm volatile(PERCPU_BEGIN placement##_SETUP placement##_LOAD(size, "old")   \
                   PERCPU_UNLESS_EQUAL(size, "1f")                            \
                       placement##_STORE(size, "desired") "1:\n\t" PERCPU_END \
               : [old] "=&r"(old), [base] "=&r"(base), [offset] "=&r"(offset) \
               : [expected] "r"(extended), [desired] "r"(desired),            \
                 [variable] PERCPU_SYMBOL(kStorage)                           \
               : "memory", "cc")
  PERCPU_BY_PLACEMENT(PERCPU_STATEMENT, )
#undef PERCPU_STATEMENT
  return old;
}
#undef PERCPU_BY_PLACEMENT
#undef PERCPU_BY_SIZE

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_LOAD_STORE_OPERATIONS_H_
