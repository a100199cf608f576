// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Whether an interrupt may stop an operation half-way.
//
//   if constexpr (kValueNeedsGuard) ...

#ifndef PERCPU_ARCH_NAIVE_RESTART_H_
#define PERCPU_ARCH_NAIVE_RESTART_H_

#include "percpu_arch/no_sequences.h"

namespace percpu::arch {

/// A value function is several instructions in C++: it needs a guard.
inline constexpr bool kValueNeedsGuard = true;

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_NAIVE_RESTART_H_
