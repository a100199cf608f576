// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Whether an interrupt may stop an operation half-way.
//
//   if constexpr (kValueNeedsGuard) ...

#ifndef PERCPU_ARCH_HOSTED_RESTART_H_
#define PERCPU_ARCH_HOSTED_RESTART_H_

#include "percpu_arch/no_sequences.h"

namespace percpu::arch {

/// As in a kernel with these settings on this architecture, so that a test sees
/// the guards that the kernel takes. Nothing preempts a CPU of a process.
#if defined(__x86_64__) || defined(PERCPU_RESTART)
inline constexpr bool kValueNeedsGuard = false;
#else
inline constexpr bool kValueNeedsGuard = true;
#endif

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_HOSTED_RESTART_H_
