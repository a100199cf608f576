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

#include <stddef.h>
#include <stdint.h>

#include "percpu_arch/placement.h"

namespace percpu::arch {

/// The size of the hot part of an area, in bytes: all of it.
inline constexpr size_t kHotLimit = SIZE_MAX;

template <auto kStorage>
[[gnu::always_inline]] inline uintptr_t symbol_vma() {
  return reinterpret_cast<uintptr_t>(kStorage);
}

template <auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline uintptr_t current_address() {
  return reinterpret_cast<uintptr_t>(kStorage);
}

template <auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline uintptr_t address_in(uintptr_t register_value) {
  static_cast<void>(register_value);
  return reinterpret_cast<uintptr_t>(kStorage);
}

/// The variable seen as the integer U, whatever its own type.
template <typename U>
using Aliasing [[gnu::may_alias]] = U;
template <typename U, auto kStorage>
[[gnu::always_inline]] inline volatile Aliasing<U>& storage_as() {
  return *reinterpret_cast<volatile Aliasing<U>*>(kStorage);
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline U load() {
  return storage_as<U, kStorage>();
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline void store(U value) {
  storage_as<U, kStorage>() = value;
}

template <auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline uintptr_t pinned_address(uintptr_t token) {
  static_cast<void>(token);
  return reinterpret_cast<uintptr_t>(kStorage);
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline U pinned_load(uintptr_t token) {
  static_cast<void>(token);
  return const_cast<const Aliasing<U>&>(storage_as<U, kStorage>());
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline void pinned_store(uintptr_t token, U value) {
  static_cast<void>(token);
  const_cast<Aliasing<U>&>(storage_as<U, kStorage>()) = value;
}

}  // namespace percpu::arch

#include "percpu_arch/computed_operations.h"

#endif  // PERCPU_ARCH_NAIVE_ACCESS_H_
