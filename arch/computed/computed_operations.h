// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The operations of arch/README.md that change a value, computed in C++ from
// load() and store(). Included by an access.h that has defined these two:
//
//   fetch_add<uint64_t, &storage, Placement::kPlain>(1);
//
// Each is several accesses: something may come in between, unless the caller
// holds a guard.

#ifndef PERCPU_ARCH_COMPUTED_COMPUTED_OPERATIONS_H_
#define PERCPU_ARCH_COMPUTED_COMPUTED_OPERATIONS_H_

#include "percpu_arch/placement.h"

namespace percpu::arch {

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline U fetch_add(U operand) {
  const U old = load<U, kStorage, kPlacement>();
  store<U, kStorage, kPlacement>(static_cast<U>(old + operand));
  return old;
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline void add(U operand) {
  fetch_add<U, kStorage, kPlacement>(operand);
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline void sub(U operand) {
  add<U, kStorage, kPlacement>(static_cast<U>(0 - operand));
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline void bit_and(U operand) {
  store<U, kStorage, kPlacement>(load<U, kStorage, kPlacement>() & operand);
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline void bit_or(U operand) {
  store<U, kStorage, kPlacement>(load<U, kStorage, kPlacement>() | operand);
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline void bit_xor(U operand) {
  store<U, kStorage, kPlacement>(load<U, kStorage, kPlacement>() ^ operand);
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline U exchange(U desired) {
  const U old = load<U, kStorage, kPlacement>();
  store<U, kStorage, kPlacement>(desired);
  return old;
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline bool compare_exchange(U& expected, U desired) {
  const U old = load<U, kStorage, kPlacement>();
  if (old != expected) {
    expected = old;
    return false;
  }
  store<U, kStorage, kPlacement>(desired);
  return true;
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_COMPUTED_COMPUTED_OPERATIONS_H_
