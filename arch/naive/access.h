// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Access to a variable of a kernel with a single CPU: plain globals, in C++.
//
//   uint64_t n = load<uint64_t, &storage, Placement::kPlain>();
//   add<uint64_t, &storage, Placement::kHot>(1);
//
// A load or a store is one access. The others are several: an interrupt may
// come in between, unless the caller holds a guard.

#ifndef PERCPU_ARCH_NAIVE_ACCESS_H_
#define PERCPU_ARCH_NAIVE_ACCESS_H_

#include <stdint.h>

#include "percpu_arch/placement.h"

namespace percpu::arch {

template <auto kStorage>
[[gnu::always_inline]] inline uintptr_t symbol_vma() {
  return reinterpret_cast<uintptr_t>(kStorage);
}

template <auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline uintptr_t current_address() {
  return reinterpret_cast<uintptr_t>(kStorage);
}

/// The variable seen as the integer U, whatever its own type.
template <typename U, auto kStorage>
[[gnu::always_inline]] inline volatile U& storage_as() {
  using Aliasing [[gnu::may_alias]] = volatile U;
  return *reinterpret_cast<Aliasing*>(kStorage);
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline U load() {
  return storage_as<U, kStorage>();
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline void store(U value) {
  storage_as<U, kStorage>() = value;
}

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
[[gnu::always_inline]] inline U compare_exchange(U expected, U desired) {
  const U old = load<U, kStorage, kPlacement>();
  if (old == expected) store<U, kStorage, kPlacement>(desired);
  return old;
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_NAIVE_ACCESS_H_
