// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Access to the current thread's copy of a variable in a Linux process, in
// C++: at the variable's address in the template plus what the register holds.
//
//   uint64_t n = load<uint64_t, &storage, Placement::kPlain>();
//
// A load or a store is one access in a kernel, whoever looks on. A relaxed
// atomic one says so to the thread sanitizer, which then reports another CPU's
// access only where that is none.

#ifndef PERCPU_ARCH_HOSTED_CPP_ACCESS_H_
#define PERCPU_ARCH_HOSTED_CPP_ACCESS_H_

#include <stddef.h>
#include <stdint.h>

#include "percpu_arch/placement.h"
#include "percpu_arch/register.h"

namespace percpu::arch {

/// The size of the hot part of an area, in bytes: every access is the same.
inline constexpr size_t kHotLimit = SIZE_MAX;

template <auto kStorage>
[[gnu::always_inline]] inline uintptr_t symbol_vma() {
  uintptr_t result = reinterpret_cast<uintptr_t>(kStorage);
  // A copy is not the object that the compiler knows at this address.
  asm("" : "+r"(result));
  return result;
}

template <auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline uintptr_t address_in(uintptr_t register_value) {
  return symbol_vma<kStorage>() + register_value;
}

template <auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline uintptr_t current_address() {
  return address_in<kStorage, kPlacement>(read_register());
}

/// The current copy seen as the integer U, whatever its own type.
template <typename U>
using Aliasing [[gnu::may_alias]] = U;
template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline Aliasing<U>* current_as() {
  return reinterpret_cast<Aliasing<U>*>(
      current_address<kStorage, kPlacement>());
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline U load() {
  return __atomic_load_n(current_as<U, kStorage, kPlacement>(),
                         __ATOMIC_RELAXED);
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline void store(U value) {
  __atomic_store_n(current_as<U, kStorage, kPlacement>(), value,
                   __ATOMIC_RELAXED);
}

template <auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline uintptr_t pinned_address(uintptr_t token) {
  static_cast<void>(token);
  return current_address<kStorage, kPlacement>();
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline U pinned_load(uintptr_t token) {
  static_cast<void>(token);
  return load<U, kStorage, kPlacement>();
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline void pinned_store(uintptr_t token, U value) {
  static_cast<void>(token);
  store<U, kStorage, kPlacement>(value);
}

}  // namespace percpu::arch

#include "percpu_arch/computed_operations.h"

#endif  // PERCPU_ARCH_HOSTED_CPP_ACCESS_H_
