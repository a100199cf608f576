// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The operations of arch/README.md on a pinned thread, for operations.h. The
// compiler makes the accesses itself, so that it folds and merges them: two
// increments of a variable become one addition.
//
// `token` is new for each pin. An address is computed from it, so that it
// neither moves out of a pin nor from one to another.

#ifndef PERCPU_ARCH_GS_PINNED_OPERATIONS_H_
#define PERCPU_ARCH_GS_PINNED_OPERATIONS_H_

namespace percpu::arch {

/// A U at an address that is relative to GS_BASE (Clang manual, section "X86/
/// X86-64 Language Extensions"), whatever the type of the variable there.
template <typename U>
using GsValue [[gnu::may_alias]] = U __attribute__((address_space(256)));

/// The variable seen as the integer U.
template <typename U, auto kStorage>
[[gnu::always_inline]] inline GsValue<U>& gs_value() {
  if constexpr (PERCPU_GS_REACHES_SYMBOLS) {
    // No other cast changes the address space.
    return *(GsValue<U>*)kStorage;
  } else {
    return *reinterpret_cast<GsValue<U>*>(symbol_vma<kStorage>());
  }
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline U pinned_load(uintptr_t token) {
  static_cast<void>(token);
  return gs_value<U, kStorage>();
}

template <typename U, auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline void pinned_store(uintptr_t token, U value) {
  static_cast<void>(token);
  gs_value<U, kStorage>() = value;
}

template <auto kStorage, Placement kPlacement>
[[gnu::always_inline]] inline uintptr_t pinned_address(uintptr_t token) {
  uintptr_t gs_base;
  asm("movq " PERCPU_GS(variable) ", %[gs_base]"
      : [gs_base] "=r"(gs_base)
      : [variable] "i"(&percpu_gs_base), "r"(token));
  return address_in<kStorage, kPlacement>(gs_base);
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_GS_PINNED_OPERATIONS_H_
