// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Whether an interrupt may stop an operation half-way.
//
//   if constexpr (kValueNeedsGuard) ...

#ifndef PERCPU_ARCH_HOSTED_RESTART_H_
#define PERCPU_ARCH_HOSTED_RESTART_H_

#include <stddef.h>
#include <stdint.h>

namespace percpu::arch {

/// As in a kernel with these settings on this architecture, so that a test sees
/// the guards that the kernel takes. Nothing preempts a CPU of a process.
#if defined(__x86_64__) || defined(PERCPU_RESTART)
inline constexpr bool kValueNeedsGuard = false;
#else
inline constexpr bool kValueNeedsGuard = true;
#endif

/// There are none.
struct Sequence {
  uintptr_t start() const { return 0; }
  uintptr_t end() const { return 0; }
};
constexpr const Sequence* first_sequence() { return nullptr; }
constexpr size_t sequence_count() { return 0; }

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_HOSTED_RESTART_H_
