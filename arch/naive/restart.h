// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Whether an interrupt may stop an operation half-way.
//
//   if constexpr (kValueNeedsGuard) ...

#ifndef PERCPU_ARCH_NAIVE_RESTART_H_
#define PERCPU_ARCH_NAIVE_RESTART_H_

#include <stddef.h>
#include <stdint.h>

namespace percpu::arch {

/// A value function is several instructions in C++: it needs a guard.
inline constexpr bool kValueNeedsGuard = true;

/// There are none.
struct Sequence {
  uintptr_t start() const { return 0; }
  uintptr_t end() const { return 0; }
};
constexpr const Sequence* first_sequence() { return nullptr; }
constexpr size_t sequence_count() { return 0; }

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_NAIVE_RESTART_H_
