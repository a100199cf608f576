// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The operations of arch/README.md on an architecture that loads, computes and
// stores in separate instructions. Included by the access.h of each, which
// first gives the assembler text, as string literals. SIZE is the token 8, 16,
// 32 or 64; PLACEMENT is PERCPU_HOT, PERCPU_PLAIN or PERCPU_FAR; REGISTER is
// text; the other arguments name operands.
//
//   PERCPU_SYMBOL                 the constraint of a symbol's address
//   PERCPU_BEGIN, PERCPU_END      around every text
//   PLACEMENT_BEGIN, _END         around a load or a store: those of
//                                 PERCPU_SEQUENCE (restart.h) where it is
//                                 several instructions
//   PERCPU_SELF                   the REGISTER with the current CPU's base
//   PERCPU_READ_SELF              makes [base] that register where it is not
//   PERCPU_SELF_OPERAND(base)     what [base] is for a pinned access: a
//                                 constant where the text does not name it
//   PERCPU_SELF_MEMORY(base)      a memory operand that needs no other register
//   PLACEMENT_OPERAND(offset)     as PERCPU_SELF_OPERAND, for [offset]
//   PLACEMENT_OFFSET(REGISTER)    prepares [offset] for the base in REGISTER
//   PLACEMENT_ADDRESS(REGISTER)   [result] = the address, after _OFFSET
//   PLACEMENT_LOAD(SIZE, value)   loads, after _OFFSET; 8 and 16 bits are
//                                 extended with zeros
//   PERCPU_LOADED_32              the type that 32 bits are extended as
//   PLACEMENT_STORE(SIZE, value)
//   PERCPU_COMBINE(SIZE, mnemonic, to, from)
//                                 to = from mnemonic [operand]
//   PERCPU_ADD, _SUB, _AND, _OR, _XOR
//                                 the mnemonics
//   PERCPU_STEP(SIZE, constant, to, from)
//                                 to = from + constant
//   PERCPU_UNLESS_EQUAL(SIZE, label)
//                                 goes to label unless [old] == [expected]
//
// A sequence has one store, which comes last. Preempted in between, it acts on
// the area of the CPU that it started on, unless it is sent back (restart.h):
// without that the caller holds a guard. Every operation counts as access to
// any memory for the compiler, because the same variable may be reached through
// a pointer too.

#ifndef PERCPU_ARCH_LOAD_STORE_OPERATIONS_H_
#define PERCPU_ARCH_LOAD_STORE_OPERATIONS_H_

#include <stdint.h>

#include "percpu_arch/narrow.h"
#include "percpu_arch/placement.h"
#include "percpu_arch/restart.h"

namespace percpu::arch {

template <typename U>
struct LoadedAs {
  using Type = U;
};
template <>
struct LoadedAs<uint32_t> {
  using Type = PERCPU_LOADED_32;
};

/// The type from which a load extends a U to a register.
template <typename U>
using Loaded = LoadedAs<U>::Type;

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
#define PERCPU_BY_PLACEMENT(STATEMENT, next, extra)     \
  if constexpr (kPlacement == Placement::kHot) {        \
    next(STATEMENT, PERCPU_HOT, extra)                  \
  } else if constexpr (kPlacement == Placement::kFar) { \
    next(STATEMENT, PERCPU_FAR, extra)                  \
  } else {                                              \
    next(STATEMENT, PERCPU_PLAIN, extra)                \
  }
#define PERCPU_BY_BOTH(STATEMENT, extra) \
  PERCPU_BY_PLACEMENT(STATEMENT, PERCPU_BY_SIZE, extra)
#define PERCPU_ONCE(STATEMENT, placement, extra) STATEMENT(placement, extra);

template <auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline uintptr_t current_address() {
  uintptr_t result;
  uintptr_t base;
  uintptr_t offset;
#define PERCPU_STATEMENT(placement, unused)                               \
  asm volatile(                                                           \
      PERCPU_BEGIN PERCPU_READ_SELF placement##_OFFSET(PERCPU_SELF)       \
          placement##_ADDRESS(PERCPU_SELF) PERCPU_END                     \
      : [result] "=r"(result), [base] "=&r"(base), [offset] "=&r"(offset) \
      : [variable] PERCPU_SYMBOL(kStorage)                                \
      : "memory")
  PERCPU_BY_PLACEMENT(PERCPU_STATEMENT, PERCPU_ONCE, )
#undef PERCPU_STATEMENT
  return result;
}

template <auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline uintptr_t address_in(uintptr_t register_value) {
  uintptr_t result;
  uintptr_t offset;
#define PERCPU_STATEMENT(placement, unused)           \
  asm(PERCPU_BEGIN placement##_OFFSET("%[base]")      \
          placement##_ADDRESS("%[base]") PERCPU_END   \
      : [result] "=r"(result), [offset] "=&r"(offset) \
      : [base] "r"(register_value), [variable] PERCPU_SYMBOL(kStorage))
  PERCPU_BY_PLACEMENT(PERCPU_STATEMENT, PERCPU_ONCE, )
#undef PERCPU_STATEMENT
  return result;
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline U load() {
  uint64_t value;
  uintptr_t base;
  uintptr_t offset;
#define PERCPU_STATEMENT(placement, size, unused)                        \
  asm volatile(                                                          \
      placement##_BEGIN PERCPU_READ_SELF placement##_OFFSET(PERCPU_SELF) \
          placement##_LOAD(size, "value") placement##_END                \
      : [value] "=r"(value), [base] "=&r"(base), [offset] "=&r"(offset)  \
      : [variable] PERCPU_SYMBOL(kStorage)                               \
      : "memory")
  PERCPU_BY_BOTH(PERCPU_STATEMENT, )
#undef PERCPU_STATEMENT
  return narrow<U, Loaded<U>>(value);
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline void store(U value) {
  uintptr_t base;
  uintptr_t offset;
#define PERCPU_STATEMENT(placement, size, unused)                        \
  asm volatile(                                                          \
      placement##_BEGIN PERCPU_READ_SELF placement##_OFFSET(PERCPU_SELF) \
          placement##_STORE(size, "value") placement##_END               \
      : [base] "=&r"(base), [offset] "=&r"(offset)                       \
      : [value] "r"(value), [variable] PERCPU_SYMBOL(kStorage)           \
      : "memory")
  PERCPU_BY_BOTH(PERCPU_STATEMENT, )
#undef PERCPU_STATEMENT
}

// A load, `computation` of [value] from itself and perhaps [operand], and a
// store.
#define PERCPU_CHANGE(placement, size, computation, constraint, amount)        \
  asm volatile(                                                                \
      PERCPU_SEQUENCE_BEGIN PERCPU_READ_SELF placement##_OFFSET(PERCPU_SELF)   \
          placement##_LOAD(size, "value")                                      \
              computation placement##_STORE(size, "value") PERCPU_SEQUENCE_END \
      : [value] "=&r"(value), [base] "=&r"(base), [offset] "=&r"(offset)       \
      : [operand] constraint(amount), [variable] PERCPU_SYMBOL(kStorage)       \
      : "memory")
#define PERCPU_COMBINED(placement, size, mnemonic)                     \
  PERCPU_CHANGE(placement, size,                                       \
                PERCPU_COMBINE(size, mnemonic, "value", "value"), "r", \
                operand)
#define PERCPU_STEPPED(placement, size, constant) \
  PERCPU_CHANGE(placement, size,                  \
                PERCPU_STEP(size, #constant, "value", "value"), "n", constant)

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline void add(U operand) {
  uint64_t value;
  uintptr_t base;
  uintptr_t offset;
  // A step of one is an immediate: an instruction less.
  if (__builtin_constant_p(operand) && operand == 1) {
    PERCPU_BY_BOTH(PERCPU_STEPPED, 1)
  } else if (__builtin_constant_p(operand) && operand == static_cast<U>(-1)) {
    PERCPU_BY_BOTH(PERCPU_STEPPED, -1)
  } else {
    PERCPU_BY_BOTH(PERCPU_COMBINED, PERCPU_ADD)
  }
}

#define PERCPU_COMBINATION(name, mnemonic)                   \
  template <typename U, auto kStorage, Placement kPlacement> \
  [[gnu::always_inline]] inline void name(U operand) {       \
    uint64_t value;                                          \
    uintptr_t base;                                          \
    uintptr_t offset;                                        \
    PERCPU_BY_BOTH(PERCPU_COMBINED, mnemonic)                \
  }
PERCPU_COMBINATION(sub, PERCPU_SUB)
PERCPU_COMBINATION(bit_and, PERCPU_AND)
PERCPU_COMBINATION(bit_or, PERCPU_OR)
PERCPU_COMBINATION(bit_xor, PERCPU_XOR)
#undef PERCPU_COMBINATION
#undef PERCPU_STEPPED
#undef PERCPU_COMBINED
#undef PERCPU_CHANGE

// A load, `computation` of [result] from [old] and perhaps [operand], and a
// store of [result].
#define PERCPU_REPLACE(placement, size, computation, constraint, amount)     \
  asm volatile(                                                              \
      PERCPU_SEQUENCE_BEGIN PERCPU_READ_SELF placement##_OFFSET(PERCPU_SELF) \
          placement##_LOAD(size, "old") computation placement##_STORE(       \
              size, "result") PERCPU_SEQUENCE_END                            \
      : [old] "=&r"(old), [result] "=&r"(result), [base] "=&r"(base),        \
        [offset] "=&r"(offset)                                               \
      : [operand] constraint(amount), [variable] PERCPU_SYMBOL(kStorage)     \
      : "memory")
#define PERCPU_ADDED(placement, size, mnemonic)                        \
  PERCPU_REPLACE(placement, size,                                      \
                 PERCPU_COMBINE(size, mnemonic, "result", "old"), "r", \
                 operand)
#define PERCPU_STEPPED(placement, size, constant) \
  PERCPU_REPLACE(placement, size,                 \
                 PERCPU_STEP(size, #constant, "result", "old"), "n", constant)

/// Returns what the variable held; it now holds that plus `operand`.
template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline U fetch_add(U operand) {
  uint64_t old;
  uint64_t result;
  uintptr_t base;
  uintptr_t offset;
  if (__builtin_constant_p(operand) && operand == 1) {
    PERCPU_BY_BOTH(PERCPU_STEPPED, 1)
  } else if (__builtin_constant_p(operand) && operand == static_cast<U>(-1)) {
    PERCPU_BY_BOTH(PERCPU_STEPPED, -1)
  } else {
    PERCPU_BY_BOTH(PERCPU_ADDED, PERCPU_ADD)
  }
  return narrow<U, Loaded<U>>(old);
}
#undef PERCPU_STEPPED
#undef PERCPU_ADDED
#undef PERCPU_REPLACE

/// Returns what the variable held; it now holds `desired`.
template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline U exchange(U desired) {
  uint64_t old;
  uintptr_t base;
  uintptr_t offset;
#define PERCPU_STATEMENT(placement, size, unused)                             \
  asm volatile(PERCPU_SEQUENCE_BEGIN PERCPU_READ_SELF placement##_OFFSET(     \
                   PERCPU_SELF) placement##_LOAD(size, "old")                 \
                   placement##_STORE(size, "desired") PERCPU_SEQUENCE_END     \
               : [old] "=&r"(old), [base] "=&r"(base), [offset] "=&r"(offset) \
               : [desired] "r"(desired), [variable] PERCPU_SYMBOL(kStorage)   \
               : "memory")
  PERCPU_BY_BOTH(PERCPU_STATEMENT, )
#undef PERCPU_STATEMENT
  return narrow<U, Loaded<U>>(old);
}

/// Returns whether the variable held `expected`: it now holds `desired`. If
/// not, `expected` becomes what it holds.
template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline bool compare_exchange(U& expected, U desired) {
  // As the load leaves it in a register.
  const auto wanted = static_cast<uint64_t>(static_cast<Loaded<U>>(expected));
  uint64_t old;
  uintptr_t base;
  uintptr_t offset;
#define PERCPU_STATEMENT(placement, size, unused)                             \
  asm volatile(                                                               \
      PERCPU_SEQUENCE_BEGIN PERCPU_READ_SELF placement##_OFFSET(PERCPU_SELF)  \
          placement##_LOAD(size, "old") PERCPU_UNLESS_EQUAL(size, "1f")       \
              placement##_STORE(size, "desired") "1:\n\t" PERCPU_SEQUENCE_END \
      : [old] "=&r"(old), [base] "=&r"(base), [offset] "=&r"(offset)          \
      : [expected] "r"(wanted), [desired] "r"(desired),                       \
        [variable] PERCPU_SYMBOL(kStorage)                                    \
      : "memory", "cc")
  PERCPU_BY_BOTH(PERCPU_STATEMENT, )
#undef PERCPU_STATEMENT
  expected = narrow<U, Loaded<U>>(old);
  return old == wanted;
}

}  // namespace percpu::arch

#include "percpu_arch/pinned_operations.h"

#undef PERCPU_ONCE
#undef PERCPU_BY_BOTH
#undef PERCPU_BY_PLACEMENT
#undef PERCPU_BY_SIZE

#endif  // PERCPU_ARCH_LOAD_STORE_OPERATIONS_H_
