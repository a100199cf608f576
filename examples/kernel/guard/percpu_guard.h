// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// This kernel's preemption guard, for percpu's setting `preempt`. Nothing
// preempts its one thread: it only counts.

#ifndef EXAMPLE_PERCPU_GUARD_H_
#define EXAMPLE_PERCPU_GUARD_H_

#include <stdint.h>

namespace percpu_guard {

inline constinit uint32_t depth = 0;

inline void disable_preemption() { ++depth; }
inline void enable_preemption() { --depth; }
inline bool is_preemptible() { return false; }

}  // namespace percpu_guard

#endif  // EXAMPLE_PERCPU_GUARD_H_
