// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The operations of arch/README.md on a pinned thread, for operations.h, whose
// macros it uses. The compiler sees how they depend on each other: it reads the
// base once for a pin, keeps offsets and addresses, merges loads that nothing
// comes between, and drops what nobody uses.
//
// `token` is what makes that safe: it is new for each pin, everything here is
// computed from it, and so nothing moves out of a pin or from one to another.

#ifndef PERCPU_ARCH_LOAD_STORE_PINNED_OPERATIONS_H_
#define PERCPU_ARCH_LOAD_STORE_PINNED_OPERATIONS_H_

namespace percpu::arch {

/// What the assembler text of an access is about to use.
struct Operands {
  uintptr_t base;
  uintptr_t offset;
};

template <auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline Operands pinned_operands(uintptr_t token) {
  Operands operands;
  asm(PERCPU_READ_SELF : [base] "=r"(operands.base) : "r"(token));
#define PERCPU_STATEMENT(placement, unused)                   \
  asm(PERCPU_BEGIN placement##_OFFSET(PERCPU_SELF) PERCPU_END \
      : [offset] "=&r"(operands.offset)                       \
      : [base] "r"(operands.base), [variable] PERCPU_SYMBOL(kStorage))
  PERCPU_BY_PLACEMENT(PERCPU_STATEMENT, PERCPU_ONCE, )
#undef PERCPU_STATEMENT
  return operands;
}

template <auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline uintptr_t pinned_address(uintptr_t token) {
  const Operands operands = pinned_operands<kStorage, kPlacement>(token);
  uintptr_t result;
#define PERCPU_STATEMENT(placement, unused)                       \
  asm(PERCPU_BEGIN placement##_ADDRESS(PERCPU_SELF) PERCPU_END    \
      : [result] "=r"(result)                                     \
      : [base] "r"(operands.base), [offset] "r"(operands.offset), \
        [variable] PERCPU_SYMBOL(kStorage))
  PERCPU_BY_PLACEMENT(PERCPU_STATEMENT, PERCPU_ONCE, )
#undef PERCPU_STATEMENT
  return result;
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline U pinned_load(uintptr_t token) {
  const Operands operands = pinned_operands<kStorage, kPlacement>(token);
  uint64_t value;
  // Not volatile: its memory operand alone says that it reads memory. Which
  // memory does not matter to the compiler.
#define PERCPU_STATEMENT(placement, size, unused)             \
  asm(PERCPU_BEGIN placement##_LOAD(size, "value") PERCPU_END \
      : [value] "=r"(value)                                   \
      : [base] PERCPU_SELF_OPERAND(operands.base),            \
        [offset] placement##_OPERAND(operands.offset),        \
        [variable] PERCPU_SYMBOL(kStorage),                   \
        "m"(PERCPU_SELF_MEMORY(operands.base)))
  PERCPU_BY_BOTH(PERCPU_STATEMENT, )
#undef PERCPU_STATEMENT
  return narrow<U, Loaded<U>>(value);
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline void pinned_store(uintptr_t token, U value) {
  const Operands operands = pinned_operands<kStorage, kPlacement>(token);
#define PERCPU_STATEMENT(placement, size, unused)                      \
  asm volatile(                                                        \
      PERCPU_BEGIN placement##_STORE(size, "value") PERCPU_END         \
      :                                                                \
      : [value] "r"(value), [base] PERCPU_SELF_OPERAND(operands.base), \
        [offset] placement##_OPERAND(operands.offset),                 \
        [variable] PERCPU_SYMBOL(kStorage)                             \
      : "memory")
  PERCPU_BY_BOTH(PERCPU_STATEMENT, )
#undef PERCPU_STATEMENT
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_LOAD_STORE_PINNED_OPERATIONS_H_
