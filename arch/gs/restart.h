// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Whether an interrupt may stop an operation half-way.
//
//   if constexpr (kValueNeedsGuard) ...

#ifndef PERCPU_ARCH_GS_RESTART_H_
#define PERCPU_ARCH_GS_RESTART_H_

#include "percpu_arch/no_sequences.h"

namespace percpu::arch {

/// A value function takes effect in one instruction, which nothing interrupts
/// half-way: no guard is needed, and no sequence is ever sent back.
inline constexpr bool kValueNeedsGuard = false;

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_GS_RESTART_H_
